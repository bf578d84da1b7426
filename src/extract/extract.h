// Article to Statements: every stage in order.
#pragma once

#include <memory>
#include <vector>

#include "core/article.h"
#include "core/statement.h"
#include "extract/date_choice.h"

namespace onrecord {

class Grammar;  // match/grammar.h: the compiled rules of a language

// Finds the statements of articles. Thread-safe: `extract` is const and keeps
// nothing between articles, so memory does not grow with their number.
class Extractor {
 public:
  // `grammar` must outlive the extractor. Throws Error where a rule file lacks
  // a symbol or a stage that extraction needs.
  explicit Extractor(const Grammar& grammar);
  ~Extractor();

  // In order of the first content byte. An article in which nobody says
  // anything gives an empty vector.
  std::vector<Statement> extract(const Article& article) const;

  // The choices of a day that an article holds, with what a person found by reading: for learning.
  std::vector<Alternatives> day_choices(const Article& article, const KnownDays& known) const;

 private:
  struct Parts;
  struct Found;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace onrecord
