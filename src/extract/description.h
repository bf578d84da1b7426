// Descriptions: who "the Ohio senator" is, by the roles the article gives.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/people.h"
#include "match/grammar.h"

namespace onrecord {

// Compares descriptions with roles by their words: rules/en/person-words.txt says which words
// mean the same ("Sen." and "senator", "GOP" and "Republican") and which say nothing ("former").
class Describer {
 public:
  explicit Describer(const Grammar& grammar);

  // How well the description fits the role: the share of its words that the role has too,
  // 0 where what the description comes down to (its head, "senator") is not among them.
  double fit(std::string_view description, std::string_view role) const;

  // The same for all the roles of a person together.
  double fit(std::string_view description, const Person& person) const;

 private:
  std::vector<std::string> words(std::string_view phrase) const;

  std::unordered_map<std::string, std::string> means_;  // empty: says nothing
};

}  // namespace onrecord
