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

// A case for each candidate of an article, at the first look.
std::vector<Case> cue_cases(const CueFinder& cues, const Parsed& p) {
  std::vector<Case> out;
  const std::string& text = p.from->article.text;
  std::vector<Range> gold;
  for (const Quotation& q : p.from->gold)
    if (q.cue) gold.push_back(*q.cue);
  for (const Clause& clause : p.clauses)
    for (const CueCandidate& c : cues.candidates(clause))
      out.push_back({cues.features(text, clause, c), overlaps(gold, clause.tokens[c.head].range)});
  return out;
}

// The same cases at the second look, after the first by weights that have not seen the article.
std::vector<Case> again_cases(const CueFinder& cues, const Parsed& p, const std::vector<Case>& before) {
  std::vector<Case> out;
  for (const Clause& clause : p.clauses) {
    const std::vector<CueCandidate> found = cues.find(p.from->article.text, clause);
    for (std::size_t k = 0; k < found.size(); ++k)
      out.push_back({cues.features_again(clause, found, k), before[out.size()].held, found[k].odds});
  }
  return out;
}

// How the annotated attribution with this cue looks as spans of the clause; none where there is none.
std::optional<Outline> outlined(const Attributor& attributor, const Clause& clause, const Quotation& q,
                                const std::vector<Quotation>& gold) {
  for (const Quotation& g : gold) {
    if (!g.cue || !g.cue->overlaps(*q.cue)) continue;
    Outline out;
    const std::optional<Range> cue = attributor.spans_of(clause, *g.cue);
    if (!cue) continue;
    out.cue = *cue;
    if (g.source) out.source = attributor.spans_of(clause, *g.source);
    for (const Range& piece : g.content)
      if (const auto spans = attributor.spans_of(clause, piece)) out.content.push_back(*spans);
    return out;
  }
  return std::nullopt;
}

void append(std::vector<Case>& to, std::vector<Case> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

}  // namespace

std::string weigh(const Grammar& grammar, const std::vector<Annotated>& articles) {
  const Splitter splitter(grammar);
  const Parser parser(grammar);
  const Weights none;
  const CueFinder cues(grammar, none);
  std::vector<Parsed> parsed;
  for (const Annotated& a : articles) {
    Parsed& p = parsed.emplace_back(Parsed{&a, splitter.split(a.article), {}});
    p.clauses = parser.parse(a.article.text, p.sentences);
  }
  std::vector<std::vector<Case>> first(parsed.size());
  std::vector<Case> all;
  for (std::size_t i = 0; i < parsed.size(); ++i) append(all, first[i] = cue_cases(cues, parsed[i]));
  // What is learnt from the others, of each fold.
  std::vector<std::string> others(folds);
  std::vector<Case> again;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<Case> cases;
    for (std::size_t i = 0; i < parsed.size(); ++i)
      if (i % folds != fold) append(cases, first[i]);
    others[fold] = learn(cases, least_cases);
    const Weights weights = Weights::parse(others[fold], "weights");
    const CueFinder seeing(grammar, weights);
    for (std::size_t i = fold; i < parsed.size(); i += folds) append(again, again_cases(seeing, parsed[i], first[i]));
  }
  const std::string second = learn(again, least_cases);
  std::vector<Case> then;
  std::vector<Alternatives> edges;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    const Attributor attributor(grammar, Weights::parse(others[fold] + second, "weights"));
    for (std::size_t i = fold; i < parsed.size(); i += folds)
      for (const Clause& clause : parsed[i].clauses)
        for (auto& proposal : attributor.propose(parsed[i].from->article.text, clause)) {
          const std::vector<Quotation>& gold = parsed[i].from->gold;
          if (const auto wanted = outlined(attributor, clause, proposal.quotation, gold))
            for (Alternatives& c : attributor.edges(parsed[i].from->article.text, clause, proposal.outline, *wanted))
              edges.push_back(std::move(c));
          if (!proposal.quotation.content.empty())
            then.push_back({std::move(proposal.features), right(proposal.quotation, gold)});
        }
  }
  return "# How likely a word in its place reports speech or stance, at a first look and (\"again\") knowing what "
         "else\n"
         "# reports in its sentence; (\"then\") how likely what a rule makes of it is right; (with a colon) where a "
         "cue, a\n"
         "# source, a content begins and ends: a feature, a tab, a weight in log-odds. Counted by\n"
         "# `onrecord rules weigh`; may be edited by hand.\n" +
         learn(all, least_cases) + second + learn(then, least_cases) + learn(edges, least_cases);
}

}  // namespace onrecord
