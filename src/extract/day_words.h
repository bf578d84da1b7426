// Day words: what of a language the choice of a statement's day asks for (date_choice.h).
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/range.h"
#include "extract/clause.h"
#include "extract/crossed.h"
#include "match/grammar.h"
#include "match/lexer.h"

namespace onrecord {

// Of a verb; "modal": will say; "to": an infinitive; "no-cue": of no statement's.
using Tense = OneOf<"none", "past", "present", "has", "had", "modal", "according", "to", "no-cue">;

// What of a sentence stands beside a statement: not its content, nor what comes behind `end`.
struct Beside {
  const std::vector<Range>& content;
  std::size_t end;

  bool holds(Range bytes) const { return bytes.end <= end && !overlaps(content, bytes); }
};

// The first of a sentence's tokens that begins there or later.
inline std::vector<Token>::const_iterator first_from(const std::vector<Token>& tokens, std::size_t byte) {
  return std::lower_bound(tokens.begin(), tokens.end(), byte,
                          [](const Token& t, std::size_t at) { return t.range.begin < at; });
}

class DayWords {
 public:
  explicit DayWords(const Grammar& grammar);

  // Of the verb of a cue, or of the last one before it.
  Tense tense(std::string_view text, const Clause& clause, Range cue) const;
  // The tense of the verb with which words of time stand: of the last before them, else of the next; "to": infinitive.
  Tense tense_at(std::string_view text, const Clause& clause, Range time) const;
  // The word that leads words of time, their first or the one before: “since” last week, “by” Friday, “the” 2012 vote;
  // or "none".
  FeaturePart lead(std::string_view text, const Clause& clause, Range time) const;
  // Whether words of time stand there.
  bool tells_time(std::string_view text, const Clause& clause, const Beside& where) const;
  bool has(const Clause& clause, Tag tag) const;
  bool has(const Clause& clause, Tag tag, const Beside& where) const;
  // Of the words of a stretch.
  bool has(const Clause& clause, Tag tag, Range within) const;

  const Lexer& lexer;
  Tag appears;    // spoke, addressed, met
  Tag setting;    // debate, hearing, poll: its value
  Tag undated;    // often, earlier
  Tag bystander;  // an analyst, a professor
  Tag unchanged;  // cast, put: also a past
  char past, infinitive;
  Symbols timely, finite, subject, pronoun, opens, shut, leads;
};

}  // namespace onrecord
