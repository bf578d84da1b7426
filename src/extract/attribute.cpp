#include "extract/attribute.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <sstream>

namespace onrecord {
namespace {

// How likely a cue must be: less where the content is in quotation marks, for they say so too.
constexpr double least_indirect = 0.38;
constexpr double least_mixed = 0.20;
constexpr double least_direct = 0.0;
// Above this a cue bounds the content of others.
constexpr double likely = 0.50;

bool inside(Range inner, const std::vector<Range>& content) {
  return std::any_of(content.begin(), content.end(), [&](Range r) { return r.overlaps(inner); });
}

}  // namespace

Attributor::Attributor(const Grammar& grammar)
    : Attributor(grammar, Weights::parse(grammar.file("cues.txt"), "cues.txt")) {}

Attributor::Attributor(const Grammar& grammar, Weights weights)
    : stage_(grammar.stage("attribution")),
      cues_(grammar),
      weights_(std::move(weights)),
      source_(stage_.capture("source")),
      cue_(stage_.capture("cue")),
      content_(stage_.capture("content")),
      more_(stage_.capture("more")),
      quote_(grammar.alphabet().symbol("QUOTE")),
      fragment_(grammar.alphabet().symbol("FRAGMENT")) {
  for (const Rule& rule : stage_.rules()) {
    const auto words = [&](const char* key) {
      const auto found = rule.keys.find(key);
      std::istringstream in(found == rule.keys.end() ? "" : found->second);
      return std::unordered_set<std::string>(std::istream_iterator<std::string>(in), {});
    };
    verbs_.push_back({words("verbs"), words("not_verbs"), rule.keys.count("lead") > 0});
  }
  for (const std::string_view name : {"NP", "PRONOUN", "QUOTED", "VERB", "HIM", "NATION", "ADJ", "THAT", "WHICH"})
    substance_ += grammar.alphabet().members(name);
  for (const std::string_view name : {"COMMA", "COLON", "SEMICOLON", "DASH", "STOP"})
    marks_ += grammar.alphabet().symbol(name);
}

bool Attributor::admits(const Rule& rule, const std::string& lemma) const {
  const Verbs& verbs = verbs_[static_cast<std::size_t>(&rule - stage_.rules().data())];
  return (verbs.only.empty() || verbs.only.count(lemma) > 0) && verbs.never.count(lemma) == 0;
}

std::string Attributor::focused(const Clause& clause, const std::vector<CueCandidate>& cues, std::size_t k) const {
  std::string symbols = clause.symbols;
  for (const CueCandidate& c : cues)
    if (c.probability >= likely) symbols[c.span] = c.likely;
  symbols[cues[k].span] = cues[k].focus;
  return symbols;
}

// Calls each(cue, match) for every cue that is likely enough and that a rule explains.
template <typename Each>
void Attributor::each_match(std::string_view text, const Clause& clause, double least, const Each& each) const {
  const std::vector<CueCandidate> cues = cues_.find(text, clause, weights_);
  const auto words = [&](Range spans) {
    return std::string(spans.empty() ? std::string_view{} : slice(text, clause.bytes(spans)));
  };
  for (std::size_t k = 0; k < cues.size(); ++k) {
    if (cues[k].probability < least) continue;
    const std::string lemma = cues_.lemma(text, clause.tokens[cues[k].head]);
    const Match match = stage_.around(
        cues[k].span, focused(clause, cues, k), words,
        [&](const Match& m) {
          if (!m.captures[cue_] || !m.captures[cue_]->contains(cues[k].span)) return false;
          return verbs_[static_cast<std::size_t>(m.rule - stage_.rules().data())].lead ||
                 (m.captures[content_] && says_something(clause, *m.captures[content_]));
        },
        [&](const Rule& rule) { return admits(rule, lemma); });
    if (match) each(cues[k], match);
  }
}

// What tells how far a quotation can be trusted.
template <typename Each>
void Attributor::each_feature(std::string_view text, const Clause& clause, const CueCandidate& cue, const Match& match,
                              const Each& each) const {
  const double odds = std::log(cue.probability / (1 - cue.probability + 1e-9) + 1e-9);
  const std::string step = std::to_string(static_cast<int>(std::floor(std::clamp(odds, -5.0, 5.0) * 2)));
  const std::string& rule = match.rule->id;
  const std::string_view act = cues_.act(text, clause, cue);
  const auto first = [&](std::size_t capture) -> std::string {
    const auto& spans = match.captures[capture];
    return spans && !spans->empty() ? std::string(1, clause.symbols[spans->begin]) : "-";
  };
  const std::size_t length = match.captures[content_] ? match.captures[content_]->size() : 0;
  const std::string size = length > 12 ? "long" : length > 4 ? "middling" : std::to_string(length);
  each("then", "bias", "", "");
  each("then", "odds", step, "");
  each("then", "rule", rule, "");
  each("then", rule, "odds", std::to_string(static_cast<int>(std::floor(std::clamp(odds, -3.0, 3.0)))));
  each("then", rule, "act", act.empty() ? "none" : act);
  each("then", "act", act.empty() ? "none" : act, "");
  each("then", "source", first(source_), "");
  each("then", "content", first(content_), "");
  each("then", rule, "content", first(content_));
  each("then", rule, "source", first(source_));
  each("then", "size", size, first(content_));
  each("then", rule, "size", size);
}

std::vector<Quotation> Attributor::attribute(std::string_view text, const Clause& clause, std::size_t index) const {
  std::vector<Candidate> found;
  const bool quoted = clause.symbols.find(quote_) != std::string::npos;
  each_match(text, clause, quoted ? least_direct : least_mixed, [&](const CueCandidate& cue, const Match& match) {
    Quotation q = quotation(clause, match);
    double odds = 0;
    each_feature(text, clause, cue, match,
                 [&](const FeaturePart& name, const FeaturePart& a, const FeaturePart& b, const FeaturePart& c) {
                   odds += weights_.of(name, a, b, c);
                 });
    q.confidence = logistic(odds);
    q.sentence = index;
    if (cue.probability >= least_for(clause, q)) found.push_back({cue.probability, std::move(q)});
  });
  return settle(std::move(found));
}

std::vector<Attributor::Proposal> Attributor::propose(std::string_view text, const Clause& clause,
                                                      std::size_t index) const {
  std::vector<Proposal> out;
  const bool quoted = clause.symbols.find(quote_) != std::string::npos;
  each_match(text, clause, quoted ? least_direct : least_mixed, [&](const CueCandidate& cue, const Match& match) {
    Proposal& p = out.emplace_back(Proposal{quotation(clause, match), {}});
    p.quotation.sentence = index;
    each_feature(text, clause, cue, match,
                 [&](const FeaturePart& name, const FeaturePart& a, const FeaturePart& b, const FeaturePart& c) {
                   std::string feature(name.text);
                   for (const FeaturePart& part : {a, b, c})
                     if (!part.text.empty()) feature += " " + std::string(part.text);
                   p.features.push_back(std::move(feature));
                 });
  });
  return out;
}

double Attributor::least_for(const Clause& clause, const Quotation& q) const {
  double least = q.content.empty() ? least_direct : least_indirect;
  for (const Span& s : clause.spans)
    for (const Range& piece : q.content)
      if (piece.contains(s.bytes)) {
        if (s.symbol == quote_) return least_direct;
        if (s.symbol == fragment_) least = least_mixed;
      }
  return least;
}

// Without the commas, colons and stops at its ends.
Range Attributor::trimmed(const Clause& clause, Range spans) const {
  const auto mark = [&](std::size_t i) { return marks_.find(clause.spans[i].symbol) != std::string::npos; };
  while (!spans.empty() && mark(spans.end - 1)) --spans.end;
  while (!spans.empty() && mark(spans.begin)) ++spans.begin;
  return spans;
}

// Whether more than particles, times and signs stands there.
bool Attributor::says_something(const Clause& clause, Range spans) const {
  for (std::size_t i = spans.begin; i < spans.end; ++i)
    if (substance_.find(clause.symbols[i]) != std::string::npos) return true;
  return false;
}

Quotation Attributor::quotation(const Clause& clause, const Match& match) const {
  Quotation q;
  q.rule = match.rule->id;
  for (const std::size_t capture : {content_, more_})
    if (const auto& spans = match.captures[capture])
      if (const Range kept = trimmed(clause, *spans); !kept.empty()) {
        Range bytes = clause.bytes(kept);
        // A comma inside the closing mark belongs to the quoted words before it.
        if (kept.end < clause.spans.size()) {
          const Range next = clause.spans[kept.end].bytes;
          if (next.begin == bytes.end && next.size() > 1 &&
              marks_.find(clause.spans[kept.end].symbol) != std::string::npos)
            bytes.end = next.end;
        }
        q.content.push_back(bytes);
      }
  std::sort(q.content.begin(), q.content.end());
  if (const auto& spans = match.captures[source_])
    if (const Range kept = trimmed(clause, *spans); !kept.empty()) q.source = clause.bytes(kept);
  if (const auto& spans = match.captures[cue_])
    if (!spans->empty()) q.cue = clause.bytes(*spans);
  return q;
}

std::vector<Quotation> Attributor::settle(std::vector<Candidate> candidates) const {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.cue > b.cue; });
  std::vector<Quotation> kept;
  for (Candidate& candidate : candidates) {
    Quotation& q = candidate.quotation;
    const bool clash = std::any_of(kept.begin(), kept.end(), [&](const Quotation& other) {
      return (q.cue && inside(*q.cue, other.content)) || (other.cue && inside(*other.cue, q.content)) ||
             (!q.content.empty() && q.content == other.content);
    });
    if (!clash) kept.push_back(std::move(q));
  }
  std::sort(kept.begin(), kept.end(), [](const Quotation& a, const Quotation& b) { return *a.cue < *b.cue; });
  return kept;
}

std::vector<Attempt> Attributor::explain(std::string_view text, const Clause& clause) const {
  std::vector<Attempt> out;
  const std::vector<CueCandidate> cues = cues_.find(text, clause, weights_);
  const auto words = [&](Range spans) {
    return std::string(spans.empty() ? std::string_view{} : slice(text, clause.bytes(spans)));
  };
  for (std::size_t k = 0; k < cues.size(); ++k) {
    Attempt attempt{cues[k], focused(clause, cues, k), {}};
    const std::string lemma = cues_.lemma(text, clause.tokens[cues[k].head]);
    for (const Match& m : stage_.each(attempt.symbols, words, [&](const Rule& rule) { return admits(rule, lemma); }))
      if (m.captures[cue_] && m.captures[cue_]->contains(cues[k].span)) attempt.rules.push_back(m.rule);
    out.push_back(std::move(attempt));
  }
  return out;
}

}  // namespace onrecord
