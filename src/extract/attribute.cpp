#include "extract/attribute.h"

#include <algorithm>
#include <charconv>

namespace onrecord {
namespace {

// A cue below this is looked at only where a whole quotation stands beside it.
constexpr double least_probability = 0.40;
constexpr double least_with_fragment = 0.20;
constexpr double least_beside_quote = 0.02;
// Above this a cue bounds the content of others.
constexpr double likely = 0.50;

bool inside(Range inner, const std::vector<Range>& content) {
  return std::any_of(content.begin(), content.end(), [&](Range r) { return r.overlaps(inner); });
}

}  // namespace

Attributor::Attributor(const Grammar& grammar)
    : stage_(grammar.stage("attribution")),
      cues_(grammar),
      source_(stage_.capture("source")),
      cue_(stage_.capture("cue")),
      content_(stage_.capture("content")),
      more_(stage_.capture("more")),
      quote_(grammar.alphabet().symbol("QUOTE")),
      fragment_(grammar.alphabet().symbol("FRAGMENT")) {
  for (const std::string_view name : {"NP", "PRONOUN", "QUOTED", "VERB", "HIM", "NATION", "ADJ", "THAT", "WHICH"}) substance_ += grammar.alphabet().members(name);
  for (const std::string_view name : {"COMMA", "COLON", "SEMICOLON", "DASH", "STOP"}) marks_ += grammar.alphabet().symbol(name);
}

std::string Attributor::focused(const Clause& clause, const std::vector<CueCandidate>& cues, std::size_t k) const {
  std::string symbols = clause.symbols;
  for (const CueCandidate& c : cues)
    if (c.probability >= likely) symbols[c.span] = c.likely;
  symbols[cues[k].span] = cues[k].focus;
  return symbols;
}

std::vector<Quotation> Attributor::attribute(std::string_view text, const Clause& clause, std::size_t index) const {
  std::vector<Quotation> found;
  const bool quoted = clause.symbols.find(quote_) != std::string::npos;
  const std::vector<CueCandidate> cues = cues_.find(text, clause);
  const auto words = [&](Range spans) { return std::string(spans.empty() ? std::string_view{} : slice(text, clause.bytes(spans))); };
  for (std::size_t k = 0; k < cues.size(); ++k) {
    if (cues[k].probability < (quoted ? least_beside_quote : least_with_fragment)) continue;
    const Match match = stage_.first(focused(clause, cues, k), words, [&](const Match& m) {
      if (!m.captures[cue_] || !m.captures[cue_]->contains(cues[k].span)) return false;
      return m.rule->keys.count("lead") > 0 || (m.captures[content_] && says_something(clause, *m.captures[content_]));
    });
    if (!match) continue;
    Quotation q = quotation(clause, match);
    if (q.content.empty() && match.rule->keys.count("lead") == 0) continue;
    q.confidence = cues[k].probability;
    q.sentence = index;
    if (q.confidence < least_for(clause, q)) continue;
    found.push_back(std::move(q));
  }
  settle(found);
  return found;
}

// How likely the cue must be: less where the content is quoted, for quotation marks say so too.
double Attributor::least_for(const Clause& clause, const Quotation& q) const {
  double least = q.content.empty() ? least_beside_quote : least_probability;
  for (const Span& s : clause.spans)
    for (const Range& piece : q.content)
      if (piece.contains(s.bytes)) {
        if (s.symbol == quote_) return least_beside_quote;
        if (s.symbol == fragment_) least = least_with_fragment;
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
      if (const Range kept = trimmed(clause, *spans); !kept.empty()) q.content.push_back(clause.bytes(kept));
  std::sort(q.content.begin(), q.content.end());
  if (const auto& spans = match.captures[source_])
    if (const Range kept = trimmed(clause, *spans); !kept.empty()) q.source = clause.bytes(kept);
  if (const auto& spans = match.captures[cue_])
    if (!spans->empty()) q.cue = clause.bytes(*spans);
  return q;
}

void Attributor::settle(std::vector<Quotation>& quotations) const {
  std::stable_sort(quotations.begin(), quotations.end(), [](const Quotation& a, const Quotation& b) { return a.confidence > b.confidence; });
  std::vector<Quotation> kept;
  for (Quotation& q : quotations) {
    const bool clash = std::any_of(kept.begin(), kept.end(), [&](const Quotation& other) {
      return (q.cue && inside(*q.cue, other.content)) || (other.cue && inside(*other.cue, q.content)) || (!q.content.empty() && q.content == other.content);
    });
    if (!clash) kept.push_back(std::move(q));
  }
  std::sort(kept.begin(), kept.end(), [](const Quotation& a, const Quotation& b) { return *a.cue < *b.cue; });
  quotations = std::move(kept);
}

std::vector<Attempt> Attributor::explain(std::string_view text, const Clause& clause) const {
  std::vector<Attempt> out;
  const std::vector<CueCandidate> cues = cues_.find(text, clause);
  const auto words = [&](Range spans) { return std::string(spans.empty() ? std::string_view{} : slice(text, clause.bytes(spans))); };
  for (std::size_t k = 0; k < cues.size(); ++k) {
    Attempt attempt{cues[k], focused(clause, cues, k), {}};
    for (const Match& m : stage_.each(attempt.symbols, words))
      if (m.captures[cue_] && m.captures[cue_]->contains(cues[k].span)) attempt.rules.push_back(m.rule);
    out.push_back(std::move(attempt));
  }
  return out;
}

}  // namespace onrecord
