// A sentence whose source, cue and content are marked by hand, for tests of what comes after
// attribution: "{source:Hallow} {cue:said} on Tuesday {content:that it was over}."
#pragma once

#include <string>

#include "core/article.h"
#include "core/quotation.h"
#include "extract/clause.h"
#include "extract/sentence.h"
#include "match/examples.h"
#include "match/grammar.h"

namespace onrecord {

inline const Grammar& english() {
  static const Grammar grammar(builtin_rules());
  return grammar;
}

struct MarkedSentence {
  Article article;
  Sentence sentence;
  Clause clause;
  Quotation quotation;

  explicit MarkedSentence(const std::string& marked) {
    const Example example = parse_example(marked, Rule{});
    article.text = example.text;
    article.paragraphs = {{{0, example.text.size()}, Paragraph::Kind::body}};
    sentence = Splitter(english()).split(article).at(0);
    clause = Parser(english()).parse(article.text, {sentence}).front();
    for (const Marked& mark : example.marked) {
      if (mark.name == "source") quotation.source = mark.range;
      if (mark.name == "cue") quotation.cue = mark.range;
      if (mark.name == "content") quotation.content.push_back(mark.range);
    }
  }
};

}  // namespace onrecord
