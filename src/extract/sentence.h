// Sentences: a paragraph cut where a sentence ends, never inside a quotation.
//
// A general segmenter splits “Is it?” | she asked and after Sen. and U.S.; ours
// knows the quotations and the lexicon's abbreviations.
#pragma once

#include <string_view>
#include <vector>

#include "core/article.h"
#include "extract/marks.h"
#include "match/grammar.h"
#include "match/lexer.h"

namespace onrecord {

struct Sentence {
  Range range;                // without white space around it
  std::size_t paragraph = 0;  // index into Article::paragraphs
  bool title = false;
  std::vector<Quoted> quoted;  // inside the sentence
};

// The sentences of an article, in order. Needs the stage "sentence" (where a
// sentence goes on after a quotation) and the tag "abbreviation".
class Splitter {
 public:
  explicit Splitter(const Grammar& grammar);
  std::vector<Sentence> split(const Article& article) const;

 private:
  void split(const Article& article, std::size_t paragraph, std::vector<Sentence>& out) const;
  bool ends(std::string_view text, std::size_t stop, std::size_t next, std::size_t end) const;
  bool goes_on(std::string_view text, std::size_t next, std::size_t end, char after) const;
  bool opens(std::string_view text, std::size_t next, std::size_t end) const;

  const Lexer& lexer_;
  const Stage& stage_;
  Symbols opening_;  // words of grammar with which a sentence opens
  Tag abbreviation_;
};

}  // namespace onrecord
