#include "extract/attribute.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

namespace onrecord {
namespace {

// A quotation is kept by how likely its cue is and, with this share, how far what a rule made of it can be trusted. Of
// 0, .2, .3, .4, .5, .7 and 1 the best: .4 instead of 0 lowered the spurious from 13.8 to 13.3 in 100 on articles left
// out.
constexpr double trust = 0.4;
// How likely that must be: less where the content is in quotation marks, for they say so too.
constexpr double least_indirect = 0.41;
constexpr double least_mixed = 0.20;
constexpr double least_direct = 0.0;
// A cue less likely than this is not looked at; in a clause with whole quotations their marks say so too. Against .15
// and 0 this printed less on articles left out that nobody said (13.1 in 100, not 13.6), lost no partial match (.781,
// .779), and saves 2 in 100 instructions.
constexpr double least_cue = 0.2;
constexpr double least_cue_quoted = 0.04;
// Above this a cue bounds the content of others.
constexpr double likely_cue = 0.40;
// No content grows over a cue more likely than this.
constexpr double sure_cue = 0.70;

// Of log-odds, from -10 to 10.
constexpr FeaturePart steps[] = {"-10", "-9", "-8", "-7", "-6", "-5", "-4", "-3", "-2", "-1", "0",
                                 "1",   "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10"};

constexpr FeaturePart sizes[] = {"one", "short", "middling", "long"};

// The whole number below, as an index of steps.
std::size_t step(double odds, double most) {
  return static_cast<std::size_t>(std::floor(std::clamp(odds, -most, most)) + 10);
}

std::size_t size_of(std::size_t spans) { return spans > 12 ? 3 : spans > 4 ? 2 : spans > 1 ? 1 : 0; }

bool inside(Range inner, const std::vector<Range>& content) {
  return std::any_of(content.begin(), content.end(), [&](Range r) { return r.overlaps(inner); });
}

}  // namespace

Attributor::Attributor(const Grammar& grammar)
    : Attributor(grammar, Weights::parse(grammar.file("weights.txt"), "weights.txt")) {}

Attributor::Attributor(const Grammar& grammar, Weights weights)
    : stage_(grammar.stage("attribution")),
      weights_(std::move(weights)),
      cues_(grammar, weights_),
      edges_(grammar, weights_),
      source_(stage_.capture("source")),
      cue_(stage_.capture("cue")),
      content_(stage_.capture("content")),
      more_(stage_.capture("more")),
      quote_(grammar.alphabet().symbol("QUOTE")),
      fragment_(grammar.alphabet().symbol("FRAGMENT")),
      person_(grammar.alphabet().symbol("PERSON")),
      comma_(grammar.alphabet().symbol("COMMA")),
      number_(grammar.alphabet().symbol("NUMBER")),
      prepositions_(grammar.alphabet().members("PREPS")) {
  for (const Rule& rule : stage_.rules())
    terms_.push_back({FeaturePart(rule.id), rule.keys.count("lead") > 0, rule.keys.count("exact") > 0});
  read_verbs();
  const std::size_t rules = terms_.size(), symbols = 128;
  kept_ = {KeptSums<2>({std::size(steps), 2}),
           KeptSums<2>({rules, symbols}),
           KeptSums<2>({rules, symbols}),
           KeptSums<2>({std::size(sizes), symbols}),
           KeptSums<2>({symbols, symbols}),
           KeptSums<2>({symbols, symbols}),
           KeptSums<3>({rules, std::size(steps), std::size(sizes)})};
  substance_ =
      grammar.alphabet().set({"NP", "PRONOUN", "QUOTED", "VERB", "HIM", "NATION", "ADJ", "THAT", "WHO", "WHICH"});
  marks_ = grammar.alphabet().set({"COMMA", "COLON", "SEMICOLON", "DASH", "STOP"});
}

// The verbs that a rule's cue must, or must not, be a form of; where none are named, any may be.
void Attributor::read_verbs() {
  const auto each_verb = [&](const char* key, const auto& each) {
    for (const Rule& rule : stage_.rules())
      if (const auto verbs = rule.keys.find(key); verbs != rule.keys.end()) {
        std::istringstream in(verbs->second);
        for (std::string verb; in >> verb;) each(index(rule), verb);
      }
  };
  admitted_else_.assign(stage_.rules().size(), true);
  each_verb("verbs", [&](std::size_t rule, const std::string&) { admitted_else_[rule] = false; });
  for (const char* key : {"verbs", "not_verbs"})
    each_verb(key, [&](std::size_t, const std::string& verb) { admitted_[verb] = admitted_else_; });
  each_verb("verbs", [&](std::size_t rule, const std::string& verb) { admitted_[verb][rule] = true; });
  each_verb("not_verbs", [&](std::size_t rule, const std::string& verb) { admitted_[verb][rule] = false; });
}

const Attributor::RuleSet& Attributor::admitted(const std::string& lemma) const {
  const auto found = admitted_.find(lemma);
  return found == admitted_.end() ? admitted_else_ : found->second;
}

Attributor::Heard Attributor::hear(std::string_view text, const Clause& clause) const {
  Heard heard{text, clause, cues_.find(text, clause), clause.symbols};
  for (const CueCandidate& c : heard.cues)
    if (c.probability >= likely_cue) heard.symbols[c.span] = c.likely;
  return heard;
}

// What the rules make of every cue that is likely enough.
std::vector<Outline> Attributor::outlines(const Heard& heard) const {
  const auto& [text, clause, cues, heard_symbols] = heard;
  const auto words = [&](Range spans) { return spans.empty() ? std::string_view{} : slice(text, clause.bytes(spans)); };
  const double least = clause.symbols.find(quote_) != std::string::npos ? least_cue_quoted : least_cue;
  std::string symbols = heard_symbols;
  std::vector<Outline> out;
  for (const CueCandidate& cue : cues) {
    if (cue.probability < least) continue;
    std::string lemma = cues_.lemma(text, clause.tokens[cue.head]);
    const RuleSet& admits = admitted(lemma);
    const char before = std::exchange(symbols[cue.span], cue.focus);
    const Match match = stage_.around(
        cue.span, symbols, words,
        [&](const Match& m) {
          if (!m.captures[cue_] || !m.captures[cue_]->contains(cue.span)) return false;
          return terms_[index(*m.rule)].lead ||
                 (m.captures[content_] && (says_something(clause, *m.captures[content_]) ||
                                           (m.captures[more_] && says_something(clause, *m.captures[more_]))));
        },
        [&](const Rule& rule) { return admits[index(rule)]; });
    symbols[cue.span] = before;
    if (!match) continue;
    if (out.empty()) out.reserve(4);
    out.push_back(outline(clause, cue, std::move(lemma), match));
  }
  return out;
}

// What tells how far a quotation can be trusted.
template <typename Each>
void Attributor::each_feature(std::string_view text, const Clause& clause, const Outline& o, Each&& each) const {
  const double p = o.cue_word.probability;
  const double odds = std::log(p / (1 - p + 1e-9) + 1e-9);
  const std::size_t finer = step(2 * odds, 10), coarse = step(odds, 3), rule = index(*o.rule),
                    size = size_of(o.content.empty() ? 0 : o.content.front().size()),
                    behind_at = o.content.empty() ? clause.symbols.size() : o.content.back().end;
  constexpr char none = '-', end = 0;
  const char source = o.source ? clause.symbols[o.source->begin] : none,
             content = !o.content.empty() ? clause.symbols[o.content.front().begin] : none,
             behind = behind_at < clause.symbols.size() ? clause.symbols[behind_at] : end,
             before = o.cue.begin > 0 ? clause.symbols[o.cue.begin - 1] : end;
  const auto name = [](const char& symbol) { return FeaturePart(std::string_view(&symbol, 1)); };
  const auto code = [](char symbol) { return static_cast<std::size_t>(symbol & 127); };
  const FeaturePart& id = terms_[rule].id;
  each(kept_.odds, {finer, clause.title}, [&](auto& of) {
    of("then", "bias");
    of("then", "odds", steps[finer]);
    if (clause.title) of("then", "title");
  });
  each(kept_.rule, {rule, coarse, size}, [&](auto& of) {
    of("then", "rule", id);
    of("then", id, "odds", steps[coarse]);
    of("then", id, "size", sizes[size]);
  });
  each(kept_.content, {rule, code(content)}, [&](auto& of) {
    of("then", "content", name(content));
    of("then", id, "content", name(content));
  });
  each(kept_.source, {rule, code(source)}, [&](auto& of) {
    of("then", "source", name(source));
    of("then", id, "source", name(source));
  });
  each(kept_.size, {size, code(content)}, [&](auto& of) { of("then", "size", sizes[size], name(content)); });
  each(kept_.behind, {code(behind), code(content)},
       [&](auto& of) { of("then", "behind", behind == end ? FeaturePart("END") : name(behind), name(content)); });
  each(kept_.before, {code(before), code(source)},
       [&](auto& of) { of("then", "before", before == end ? FeaturePart("START") : name(before), name(source)); });
  const char letter = text[clause.tokens[o.cue_word.head].range.begin];
  // A word with a capital may be a name, and no name is a feature.
  const FeaturePart lemma(letter >= 'A' && letter <= 'Z' ? std::string_view("NAME") : o.lemma);
  const FeaturePart act(o.act.empty() ? std::string_view("none") : o.act);
  const FeaturePart from = name(source), what = name(content);
  each("then", "act", act);
  each("then", id, "act", act);
  each("then", "act+source", act, from);
  each("then", "act+content", act, what);
  each("then", "act+odds", act, steps[finer]);
  each("then", "lemma", lemma);
  each("then", "lemma+content", lemma, what);
}

// Those that can be trusted.
std::vector<Attributor::Candidate> Attributor::candidates(const Heard& heard, std::vector<Outline> outlines) const {
  std::vector<Candidate> out;
  out.reserve(outlines.size());
  for (Outline& o : outlines) {
    Sum sum(weights_);
    each_feature(heard.text, heard.clause, o, sum);
    const double confidence = logistic(sum.value());
    if ((1 - trust) * o.cue_word.probability + trust * confidence >= least_for(heard.clause, o))
      out.push_back({confidence, rank(heard.clause, o), std::move(o)});
  }
  return out;
}

void Attributor::move_edges(const Heard& heard, std::vector<Candidate>& candidates) const {
  if (candidates.empty()) return;
  std::vector<Outline*> outlines;
  for (Candidate& c : candidates) outlines.push_back(&c.outline);
  std::vector<std::size_t> sure;
  for (const CueCandidate& c : heard.cues)
    if (c.probability >= sure_cue) sure.push_back(c.span);
  edges_.move(heard.text, heard.clause, heard.symbols, sure, outlines);
  for (Outline* o : outlines)
    if (o->source) o->source->begin = begin_of_aged(heard.clause, o->source->begin);
}

// "Anna Holt, 50, of Westmark learned": where the name begins behind whose age the place stands, which is no source;
// the place itself where no such name is there.
std::size_t Attributor::begin_of_aged(const Clause& clause, std::size_t place) const {
  const std::string& symbols = clause.symbols;
  if (place < 5 || prepositions_.find(symbols[place - 1]) == std::string_view::npos || symbols[place - 2] != comma_ ||
      symbols[place - 4] != comma_ || symbols[place - 5] != person_)
    return place;
  return clause.tokens[clause.spans[place - 3].tokens.end - 1].symbol == number_ ? place - 5 : place;
}

std::vector<std::vector<Quotation>> Attributor::attribute(const std::vector<Parsed>& articles) const {
  std::vector<Heard> heard;
  for (const Parsed& a : articles)
    for (const Clause& clause : a.clauses) heard.push_back(hear(a.text, clause));
  std::vector<std::vector<Outline>> outlined;
  outlined.reserve(heard.size());
  for (const Heard& h : heard) outlined.push_back(outlines(h));
  std::vector<std::vector<Candidate>> found;
  found.reserve(heard.size());
  for (std::size_t i = 0; i < heard.size(); ++i) found.push_back(candidates(heard[i], std::move(outlined[i])));
  for (std::size_t i = 0; i < heard.size(); ++i) move_edges(heard[i], found[i]);
  std::vector<std::vector<Quotation>> out;
  auto next = found.begin();
  for (const Parsed& a : articles) {
    std::vector<Quotation>& quotations = out.emplace_back();
    for (std::size_t i = 0; i < a.clauses.size(); ++i, ++next) {
      settle(a.clauses[i], *next);
      for (const Candidate& c : *next) {
        Quotation& q = quotations.emplace_back(quotation(a.clauses[i], c.outline));
        q.confidence = c.confidence;
        q.sentence = i;
      }
    }
  }
  return out;
}

std::vector<Quotation> Attributor::attribute(std::string_view text, const std::vector<Clause>& clauses) const {
  return std::move(attribute({{text, clauses}}).front());
}

std::vector<Attributor::Proposal> Attributor::propose(std::string_view text, const Clause& clause) const {
  std::vector<Proposal> out;
  for (Outline& o : outlines(hear(text, clause))) {
    Written written;
    each_feature(text, clause, o, written);
    Quotation q = quotation(clause, o);
    out.push_back({std::move(o), std::move(q), written.take()});
  }
  return out;
}

std::vector<Alternatives> Attributor::edges(std::string_view text, const Clause& clause, const Outline& outline,
                                            const Outline& gold) const {
  return edges_.choices(text, clause, hear(text, clause).symbols, outline, gold);
}

std::optional<Range> Attributor::spans_of(const Clause& clause, Range bytes) const {
  Range spans{clause.spans.size(), 0};
  for (std::size_t i = 0; i < clause.spans.size(); ++i)
    if (clause.spans[i].bytes.overlaps(bytes)) spans = {std::min<std::size_t>(spans.begin, i), i + 1};
  if (spans.begin >= spans.end) return std::nullopt;
  spans = trimmed(clause, spans);
  if (spans.empty()) return std::nullopt;
  const auto words_end = [&](Range tokens) {
    return clause.tokens[tokens.end - 1].range.begin;  // the last word's first byte
  };
  const Span &first = clause.spans[spans.begin], &last = clause.spans[spans.end - 1];
  if (clause.tokens[first.tokens.begin].range.end <= bytes.begin) spans.begin = Edges::nowhere;
  if (words_end(last.tokens) >= bytes.end) spans.end = Edges::nowhere + 1;
  return spans;
}

double Attributor::least_for(const Clause& clause, const Outline& o) const {
  double least = o.content.empty() ? least_direct : least_indirect;
  for (const Range& piece : o.content)
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
      if (clause.symbols[i] == quote_) return least_direct;
      if (clause.symbols[i] == fragment_) least = least_mixed;
    }
  return least;
}

// Without the commas, colons and stops at its ends.
Range Attributor::trimmed(const Clause& clause, Range spans) const {
  const auto mark = [&](std::size_t i) { return marks_.has(clause.spans[i].symbol); };
  while (!spans.empty() && mark(spans.end - 1)) --spans.end;
  while (!spans.empty() && mark(spans.begin)) ++spans.begin;
  return spans;
}

// Whether more than particles, times and signs stands there.
bool Attributor::says_something(const Clause& clause, Range spans) const {
  for (std::size_t i = spans.begin; i < spans.end; ++i)
    if (substance_.has(clause.symbols[i])) return true;
  return false;
}

Outline Attributor::outline(const Clause& clause, const CueCandidate& cue, std::string lemma,
                            const Match& match) const {
  const bool exact = terms_[index(*match.rule)].exact;
  const std::string_view act = cues_.act(lemma);
  Outline o{match.rule, exact, cue, std::move(lemma), act, *match.captures[cue_], std::nullopt, {}};
  for (const std::size_t capture : {content_, more_})
    if (const auto& spans = match.captures[capture])
      if (const Range kept = trimmed(clause, *spans); !kept.empty()) o.content.push_back(kept);
  std::sort(o.content.begin(), o.content.end());
  if (const auto& spans = match.captures[source_])
    if (const Range kept = trimmed(clause, *spans); !kept.empty()) o.source = kept;
  return o;
}

Quotation Attributor::quotation(const Clause& clause, const Outline& o) const {
  Quotation q;
  q.rule = o.rule->id;
  for (const Range& piece : o.content) {
    Range bytes = clause.bytes(piece);
    // A comma inside the closing mark belongs to the quoted words before it.
    if (piece.end < clause.spans.size()) {
      const Range next = clause.spans[piece.end].bytes;
      if (next.begin == bytes.end && next.size() > 1 && marks_.has(clause.spans[piece.end].symbol))
        bytes.end = next.end;
    }
    q.content.push_back(bytes);
  }
  if (o.source) q.source = clause.bytes(*o.source);
  q.cue = clause.bytes(o.cue);
  return q;
}

// What is only whole quotations goes before what has one in it, if its cue is likely at all; before that what has its
// speaker right behind it ("He stood by his words: “We won,” he wrote").
double Attributor::rank(const Clause& clause, const Outline& o) const {
  const auto whole = [&](const Range& piece) {
    return std::all_of(clause.symbols.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                       clause.symbols.begin() + static_cast<std::ptrdiff_t>(piece.end),
                       [&](char c) { return c == quote_; });
  };
  const double p = o.cue_word.probability;
  if (p < likely_cue || o.content.empty() || !std::all_of(o.content.begin(), o.content.end(), whole)) return p;
  const std::size_t behind = std::min<std::size_t>(o.cue.begin, o.source ? o.source->begin : o.cue.begin);
  return o.content.front().end == behind ? p + 2 : p + 1;
}

// Whether both have the same whole quotation in their content.
bool Attributor::share_quotation(const Clause& clause, const Outline& a, const Outline& b) const {
  for (const Range& piece : a.content)
    for (const Range& other : b.content)
      for (std::size_t i = std::max(piece.begin, other.begin); i < std::min(piece.end, other.end); ++i)
        if (clause.symbols[i] == quote_) return true;
  return false;
}

// Leaves those of the likeliest cues that can stand together, in the order of their cues.
void Attributor::settle(const Clause& clause, std::vector<Candidate>& candidates) const {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.rank > b.rank; });
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    const Outline& o = candidate.outline;
    const bool clash = std::any_of(kept.begin(), kept.end(), [&](const Candidate& k) {
      return inside(o.cue, k.outline.content) || inside(k.outline.cue, o.content) ||
             (!o.content.empty() && o.content == k.outline.content) || share_quotation(clause, o, k.outline);
    });
    if (!clash) kept.push_back(std::move(candidate));
  }
  std::sort(kept.begin(), kept.end(),
            [](const Candidate& a, const Candidate& b) { return a.outline.cue < b.outline.cue; });
  candidates = std::move(kept);
}

std::vector<Attempt> Attributor::explain(std::string_view text, const Clause& clause) const {
  std::vector<Attempt> out;
  const Heard heard = hear(text, clause);
  const auto words = [&](Range spans) { return spans.empty() ? std::string_view{} : slice(text, clause.bytes(spans)); };
  for (const CueCandidate& cue : heard.cues) {
    Attempt attempt{cue, heard.symbols, {}};
    attempt.symbols[cue.span] = cue.focus;
    const RuleSet& admits = admitted(cues_.lemma(text, clause.tokens[cue.head]));
    for (const Match& m : stage_.each(attempt.symbols, words, [&](const Rule& rule) { return admits[index(rule)]; }))
      if (m.captures[cue_] && m.captures[cue_]->contains(cue.span)) attempt.rules.push_back(m.rule);
    out.push_back(std::move(attempt));
  }
  return out;
}

}  // namespace onrecord
