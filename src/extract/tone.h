// Tone: what a cue does to the content (Act), and whether it reports speech or an attitude
// (Manner).
//
// Read from the cue's words by a list that a person can edit (rules/en/acts.txt): the base form of
// a verb, alone or with its particle, and what it does. Of the words of a cue the first that
// the list knows decides, so that "refused to say why" and "wants to say" are told apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/quotation.h"
#include "core/statement.h"
#include "extract/clause.h"
#include "match/grammar.h"

namespace onrecord {

class Tone {
 public:
  // Throws Error, with file and line, where a line of acts.txt names no act or no manner.
  explicit Tone(const Grammar& grammar);

  // Without a cue, or with one that has no verb (a colon), the content is said. What a cue says of itself
  // may be turned by a negation: "did not support" and "refused to endorse" are oppose, "never said"
  // is deny, "would not say" is say. A direct quotation is speech whatever its cue; the words of
  // others whose cue no list knows are an attitude.
  std::pair<Act, Manner> of(std::string_view text, const Clause& clause, const Quotation& quotation, Kind kind) const;

 private:
  struct Entry {
    Act act = Act::say;
    Manner manner = Manner::speech;
    bool turns = false;  // "not", "refuse": turns what follows
    bool alone = false;  // has an act of its own, for a cue in which nothing follows: "refused"
  };

  std::string base_forms(std::string_view text, const Clause& clause, Range cue, bool& verb) const;
  const Entry* entry(std::string_view words) const;
  const Entry* longest(std::string_view words, std::size_t& at) const;

  const Lexer& lexer_;
  Tag verb_;
  std::unordered_map<std::uint64_t, Entry> entries_;  // by the hash of the words
  std::size_t most_words_ = 1;                        // of one entry
};

}  // namespace onrecord
