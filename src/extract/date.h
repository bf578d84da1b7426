// The day something was said: "on Wednesday", "late last year", against the day of
// publication.
#pragma once

#include <optional>
#include <string_view>

#include "core/article.h"
#include "core/date.h"
#include "core/quotation.h"
#include "extract/clause.h"
#include "extract/sentence.h"
#include "match/grammar.h"

namespace onrecord {

class Dater {
 public:
  explicit Dater(const Grammar& grammar);

  // The day or interval on which the quotation was said: from words beside the cue, not from
  // what it is about ("said Tuesday that the vote on Friday …"). Nothing where the
  // article does not tell.
  std::optional<Interval> said(const Article& article, const Sentence& sentence, const Clause& clause,
                               const Quotation& quotation) const;
};

}  // namespace onrecord
