// Descriptions: who "the Ohio senator" is, by the roles the article gives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/grammar.h"

namespace onrecord {

// Compares descriptions with roles by their words: rules/en/person-words.txt says which words
// mean the same ("Sen." and "senator", "GOP" and "Republican") and which say nothing ("former").
class Describer {
 public:
  explicit Describer(const Grammar& grammar);

  // The words of a phrase as they are compared are put behind those of the phrases before: "vice president" is one.
  void add_words(std::string_view phrase, std::vector<std::string>& words) const;

  // What a description comes down to: "senator" of {ohio, senator, of, note}. Requires words.
  static const std::string& head(const std::vector<std::string>& description);

  // Whether the word ends the first noun phrase of a description, and with it its head: "of", "to", "who".
  static bool ends_head(std::string_view word);

  // How well the description fits the words of a person's roles: the share of its words that they have too,
  // 0 where its head is not among them. Requires words.
  static double fit(const std::vector<std::string>& description, const std::vector<std::string>& roles);

 private:
  std::unordered_map<std::uint64_t, std::string> means_;  // by the hash of a word; empty: says nothing
};

}  // namespace onrecord
