// Tone: what a cue does to the content (Act), and whether it reports speech or an
// attitude (Manner).
#pragma once

#include <string_view>
#include <utility>

#include "core/quotation.h"
#include "core/statement.h"
#include "extract/clause.h"
#include "match/grammar.h"

namespace onrecord {

class Tone {
 public:
  explicit Tone(const Grammar& grammar);

  // From the cue's words (tag "act" of the lexicon, by lemma; negation turns confirm into deny);
  // without a cue a quotation is said: {say, speech}.
  std::pair<Act, Manner> of(std::string_view text, const Clause& clause, const Quotation& quotation, Kind kind) const;

 private:
  const Lexer& lexer_;
};

}  // namespace onrecord
