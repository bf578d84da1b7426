// Day words: what of a language the choice of a statement's day asks for (date_choice.h).
#pragma once

#include <string_view>
#include <vector>

#include "core/range.h"
#include "extract/clause.h"
#include "extract/logistic.h"
#include "match/grammar.h"
#include "match/lexer.h"

namespace onrecord {

class DayWords {
 public:
  explicit DayWords(const Grammar& grammar);

  // "past", "present", "has", "had", "modal" ("will say"), "none": of the verb of a cue, or of the last one before it.
  FeaturePart tense(std::string_view text, const Clause& clause, Range cue) const;
  // The tense of the verb with which words of time stand: of the last before them, else of the next; "to": infinitive.
  FeaturePart tense_at(std::string_view text, const Clause& clause, Range time) const;
  // The word that leads words of time, their first or the one before: “since” last week, “by” Friday, “the” 2012 vote;
  // or "none".
  FeaturePart lead(std::string_view text, const Clause& clause, Range time) const;
  // Whether words of time stand in the sentence outside these pieces.
  bool tells_time(std::string_view text, const Clause& clause, const std::vector<Range>& but) const;
  bool has(const Clause& clause, Tag tag, const std::vector<Range>& but = {}) const;
  bool has_in(const Clause& clause, Tag tag, Range within) const;

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
