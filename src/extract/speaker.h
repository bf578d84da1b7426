// Speakers: who "he", "the senator" and "Clinton" are, and in which role they speak.
#pragma once

#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "core/statement.h"
#include "extract/clause.h"
#include "extract/sentence.h"
#include "match/grammar.h"

namespace onrecord {

class Resolver {
 public:
  explicit Resolver(const Grammar& grammar);

  // The speaker of each quotation, in the same order; SpeakerKind::unknown where the
  // article does not tell. `clauses` are the sentences' clauses, in the same order.
  std::vector<Speaker> resolve(const Article& article, const std::vector<Sentence>& sentences,
                               const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations) const;
};

}  // namespace onrecord
