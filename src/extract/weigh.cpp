#include "extract/weigh.h"

#include <algorithm>

#include "extract/attribute.h"
#include "extract/clause.h"
#include "extract/logistic.h"
#include "extract/sentence.h"

namespace onrecord {
namespace {

constexpr std::size_t folds = 5;
constexpr std::size_t least_cases = 5;  // a feature seen less often is left out

struct Parsed {
  const Annotated* from;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
};

bool overlaps(const std::vector<Range>& ranges, Range r) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range other) { return other.overlaps(r); });
}

// Whether half of the quotation's content is that of one annotated attribution.
bool right(const Quotation& q, const std::vector<Quotation>& gold) {
  std::size_t all = 0;
  for (const Range& r : q.content) all += r.size();
  for (const Quotation& g : gold) {
    std::size_t shared = 0;
    for (const Range& a : q.content)
      for (const Range& b : g.content)
        if (a.overlaps(b)) shared += std::min(a.end, b.end) - std::max(a.begin, b.begin);
    if (2 * shared >= all && all > 0) return true;
  }
  return false;
}

std::vector<Case> cue_cases(const CueFinder& cues, const Parsed& p) {
  std::vector<Case> out;
  const std::string& text = p.from->article.text;
  std::vector<Range> gold;
  for (const Quotation& q : p.from->gold)
    if (q.cue) gold.push_back(*q.cue);
  for (const Clause& clause : p.clauses)
    for (const CueCandidate& c : cues.find(text, clause, Weights{}))
      out.push_back({cues.features(text, clause, c), overlaps(gold, clause.tokens[c.head].range)});
  return out;
}

void append(std::vector<Case>& to, std::vector<Case> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

}  // namespace

std::string weigh(const Grammar& grammar, const std::vector<Annotated>& articles) {
  const Splitter splitter(grammar);
  const Parser parser(grammar);
  const CueFinder cues(grammar);
  std::vector<Parsed> parsed;
  for (const Annotated& a : articles) {
    Parsed& p = parsed.emplace_back(Parsed{&a, splitter.split(a.article), {}});
    const Parser::Names names = Lexer::names_in(a.article.text);
    for (const Sentence& s : p.sentences) p.clauses.push_back(parser.parse(a.article.text, s, names));
  }
  std::vector<Case> all, then;
  for (const Parsed& p : parsed) append(all, cue_cases(cues, p));
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<Case> others;
    for (std::size_t i = 0; i < parsed.size(); ++i)
      if (i % folds != fold) append(others, cue_cases(cues, parsed[i]));
    const Attributor attributor(grammar, Weights::parse(learn(others, least_cases), "weights"));
    for (std::size_t i = fold; i < parsed.size(); i += folds)
      for (std::size_t k = 0; k < parsed[i].clauses.size(); ++k)
        for (auto& proposal : attributor.propose(parsed[i].from->article.text, parsed[i].clauses[k], k))
          if (!proposal.quotation.content.empty())
            then.push_back({std::move(proposal.features), right(proposal.quotation, parsed[i].from->gold)});
  }
  return "# How likely a word in its place reports speech or stance, and (\"then\") how likely what a rule makes\n"
         "# of it is right: a feature, a tab, a weight in log-odds. Counted by `onrecord rules weigh`; may be\n"
         "# edited by hand.\n" +
         learn(all, least_cases) + learn(then, least_cases);
}

}  // namespace onrecord
