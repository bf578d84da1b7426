// Weighing: the weights of rules/en/weights.txt, counted on annotated articles.
//
// Two logistic models, one file. The first says how likely a word in its place is a
// cue (cue.h). The second, whose features begin with "then", says how likely the
// quotation that a rule made of it is right: from the first one's answer, the rule, and
// what it caught. The second learns from answers of the first on articles that the
// first has not seen (five folds), so that it knows how far they can be trusted.
#pragma once

#include <string>
#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "match/grammar.h"

namespace onrecord {

// An article with its attributions as a person annotated them.
struct Annotated {
  Article article;
  std::vector<Quotation> gold;  // content, cue and source; the rest is not looked at
};

// The text of a new weights.txt. `grammar` gives the rules; its own weights are not used.
// The same articles in the same order give the same text.
std::string weigh(const Grammar& grammar, const std::vector<Annotated>& articles);

}  // namespace onrecord
