// Clause: a sentence as the attribution rules see it, a short string of phrases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/sentence.h"
#include "match/grammar.h"
#include "match/lexer.h"

namespace onrecord {

// A phrase, or a token that belongs to none.
struct Span {
  char symbol = 0;
  Range tokens;                // indices into Clause::tokens
  Range bytes;                 // of the article's text
  const Rule* rule = nullptr;  // the phrase rule that made it last; none: a token
};

struct Clause {
  std::vector<Token> tokens;
  std::vector<Span> spans;  // in order; they cover every token once
  std::string symbols;      // one a span
  bool title = false;       // a headline

  Range bytes(Range of_spans) const { return {spans[of_spans.begin].bytes.begin, spans[of_spans.end - 1].bytes.end}; }
};

// A reduction that a phrase rule made, for `explain` and the rules' examples.
struct Reduction {
  const Rule* rule;
  Range bytes;
};

// Sentences to clauses, by the passes of the stage "phrase".
class Parser {
 public:
  explicit Parser(const Grammar& grammar);
  // The clauses of the articles' sentences, one each. A step is taken for all sentences of all articles before the
  // next one: its code and its tables stay in the nearest caches.
  struct Split {
    std::string_view text;
    const std::vector<Sentence>& sentences;
  };
  std::vector<std::vector<Clause>> parse(const std::vector<Split>& articles,
                                         std::vector<Reduction>* trace = nullptr) const;
  // Of one article.
  std::vector<Clause> parse(std::string_view text, const std::vector<Sentence>& sentences,
                            std::vector<Reduction>* trace = nullptr) const;

 private:
  std::vector<Lexer::Opaque> opaque(std::string_view text, const Sentence& sentence) const;
  Clause cut(std::string_view text, const Sentence& sentence, const Lexer::Casing& casing) const;
  void reduce(std::string_view text, int pass, Clause& clause, std::vector<Reduction>* trace) const;

  const Lexer& lexer_;
  const Stage& phrases_;
  std::size_t phrase_;  // the capture that narrows what a rule reduces
  char quote_, fragment_, bracket_, noun_, comma_;
};

}  // namespace onrecord
