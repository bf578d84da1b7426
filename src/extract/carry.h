// Who goes on speaking: quotations that name no speaker, carried on from the
// sentence that does, by the rules of the stage "discourse" over one symbol a
// sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "extract/clause.h"
#include "extract/sentence.h"
#include "match/grammar.h"

namespace onrecord {

struct Carried {
  const Rule* rule;
  Range from, carried;  // bytes: the sentences
};

class Carrier {
 public:
  explicit Carrier(const Grammar& grammar);

  // Adds the pieces to the quotations they continue, and quotations of their own where a rule
  // says so. `clauses` are the sentences' clauses, in the same order.
  std::vector<Carried> carry(const Article& article, const std::vector<Sentence>& sentences,
                             const std::vector<Clause>& clauses, std::vector<Quotation>& quotations) const;

 private:
  // One symbol a sentence, BREAK between paragraphs; `of` has the quotations of each sentence, `place` gives the
  // sentence of each symbol.
  std::string symbols(const Article& article, const std::vector<Sentence>& sentences,
                      const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations,
                      const std::vector<std::vector<std::size_t>>& of, std::vector<std::size_t>& place) const;
  static bool labelled(std::string_view text, const Quotation& quotation);
  bool opens_with_quotation(const Clause& clause) const;
  bool quotes(const Clause& clause, const Quotation& quotation) const;
  std::size_t goes_on(const Clause& clause, char symbol, const std::vector<std::size_t>& of, bool comes_first,
                      const std::vector<Quotation>& quotations) const;
  Range signer(std::string_view text, const Clause& clause) const;
  Quotation by_signature(std::string_view text, const Clause& clause, const Rule& rule, std::size_t sentence) const;
  void mark_signed(std::string_view text, const std::vector<Sentence>& sentences, const std::vector<Clause>& clauses,
                   const std::vector<std::size_t>& place, std::string& line) const;

  bool writes(std::string_view text, const Sentence& sentence, const Quotation& quotation) const;

  const Stage& stage_;
  const Lexer& lexer_;
  Tag verb_of_block_;
  char break_, headline_, turn_, leads_, said_, open_, told_, bare_, other_;  // of the sentence alphabet
  char writes_, signed_, signature_;                                          // likewise
  std::size_t from_, carry_;
  char person_, dash_, comma_, stop_;                  // of the word alphabet
  Symbols quoted_, joins_, subject_, finite_, signs_;  // likewise
};

}  // namespace onrecord
