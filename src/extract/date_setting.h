// Settings: the debates, hearings, interviews and polls that an article names, sentence by sentence. A day told beside
// one that the article names again and again is that of much that is said in it (date_scene.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/clause.h"
#include "extract/date_features.h"
#include "extract/day_words.h"

namespace onrecord {

class Settings {
 public:
  // Words that name the same kind ("debate", "face-off") are one; of more than 64 kinds the rest are left out.
  Settings(const DayWords& words, const std::vector<Clause>& clauses);

  // How many sentences name what this one names: "0", it names none, to "7", seven or more.
  day::Setting weight(std::size_t sentence) const;

  // Whether a sentence names the kind that most sentences name, four or more of them.
  bool names_most(std::size_t sentence) const { return (named_[sentence] & most_) != 0; }
  bool any_most() const { return most_ != 0; }

  // Whether a sentence, or the one before it, names what another names: "same", "other", "silent", it names none;
  // "none", the other does.
  day::Shared shared(std::size_t other, std::size_t here) const;

 private:
  std::vector<std::string_view> kinds_;
  std::vector<std::size_t> counts_;   // of each kind, the sentences that name it
  std::vector<std::uint64_t> named_;  // of each sentence, a bit for each kind
  std::uint64_t most_ = 0;            // the bit of the one that most sentences name
};

}  // namespace onrecord
