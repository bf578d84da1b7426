// Bodies: organisations, the full names of short forms, and whose report "the report" is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause.h"
#include "match/grammar.h"

namespace onrecord {

class BodyFinder {
 public:
  explicit BodyFinder(const Grammar& grammar);

  // The fullest name of the body that the span names: "AROS" is the "Alliance to Reclaim Our
  // Schools" of a sentence before; "the agency" the last body before that can be one.
  // The words themselves where there is none.
  std::string name(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                   std::size_t span) const;

  // The body of a full name that ends in the same word: "the fund" is the "International Monetary Fund"
  // of a sentence before; empty if there is none.
  std::string known(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                    std::size_t span) const;

  // Whose document the span names: "a Westmark Post report" is named as worded, "the report" is
  // the last body's before it.
  std::string issuer(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                     std::size_t span) const;

  // What "it" and "which" mean: the last body before; empty if there is none nearby.
  std::string before(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                     std::size_t span) const;

 private:
  bool proper(std::string_view text, const Clause& clause, const Span& span) const;
  bool place(const Clause& clause, const Span& span) const;
  template <typename Accept>
  std::string last(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence, std::size_t span,
                   std::size_t sentences, const Accept& accept) const;

  const Lexer& lexer_;
  Tag place_;
  char body_, person_;
};

}  // namespace onrecord
