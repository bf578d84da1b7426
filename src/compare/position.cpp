#include "compare/position.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "compare/frame.h"
#include "compare/reach.h"
#include "core/error.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_reach = 14;  // words; a negation rarely reaches further in news

Effect effect_of(const Rule& rule) {
  static const std::map<std::string_view, Effect> names{
      {"nothing", Effect::nothing}, {"negate", Effect::negate},   {"none", Effect::none},
      {"deny", Effect::deny},       {"falsify", Effect::falsify}, {"confirm", Effect::confirm},
      {"oppose", Effect::oppose},   {"support", Effect::support}, {"undo", Effect::undo},
      {"do", Effect::act},          {"blame", Effect::blame},     {"praise", Effect::praise},
      {"require", Effect::require}, {"permit", Effect::permit},   {"foretell", Effect::foretell},
      {"all", Effect::all},         {"some", Effect::some},       {"hedge", Effect::hedge},
      {"contest", Effect::contest}, {"past", Effect::past}};
  const auto key = rule.keys.find("effect");
  const auto found = names.find(key == rule.keys.end() ? "" : std::string_view(key->second));
  if (found == names.end())
    throw Error(rule.file + ":" + std::to_string(rule.line) + ": \"" + rule.id +
                "\" needs an effect: one of negate, none, deny, falsify, confirm, oppose, support, "
                "undo, do, blame, praise, require, permit, foretell, all, some, hedge, contest, past, nothing");
  return found->second;
}

// The "s" of "the party's proposal"; not of "he's".
bool is_owner(const Position& p, std::size_t i) {
  const Shown& at = p.words[i].at;
  return at.where == Shown::Where::text && slice(p.side.text, at.range) == "s" && !p.words[i - 1].light;
}

bool is_giver(const Position& p, std::size_t i) {
  const Shown& at = p.words[i].at;
  if (at.where != Shown::Where::text) return false;
  const std::string_view written = slice(p.side.text, at.range);
  return written == "from" || written == "among" || written == "by";
}

// A full stop or its like, not a comma.
bool ends_sentence(const Position& p, std::size_t i) {
  const Shown& at = p.words[i].at;
  return at.where == Shown::Where::text &&
         std::string_view(".!?[\xE2").find(p.side.text[at.range.begin]) != std::string_view::npos;
}

}  // namespace

Reader::Reader(const Grammar& grammar)
    : vocabulary_(grammar),
      stage_(grammar.stage("position")),
      topic_(grammar.stage("topic")),
      cue_(stage_.capture("cue")),
      bar_(vocabulary_.symbol("BAR")),
      break_(vocabulary_.symbol("BREAK")),
      that_(vocabulary_.symbol("THAT")),
      to_(vocabulary_.symbol("TO")),
      for_(vocabulary_.symbol("FOR")),
      will_(vocabulary_.symbol("WILL")),
      must_(vocabulary_.symbol("MUST")),
      would_(vocabulary_.symbol("WOULD")),
      number_(vocabulary_.symbol("NUMBER")),
      do_(vocabulary_.symbol("DO")),
      undo_(vocabulary_.symbol("UNDO")),
      of_(vocabulary_.symbol("OF")),
      be_(vocabulary_.symbol("BE")),
      charge_(vocabulary_.symbol("CHARGE")),
      false_(vocabulary_.symbol("FALSE")),
      blame_(vocabulary_.symbol("BLAME")),
      finite_(vocabulary_.members("FINITE")) {
  for (const Rule& rule : stage_.rules()) effect_of(rule);
}

// Notes the word that a negation is about: "pay" of "did not pay the fees". Not of "not paying is smart".
void Reader::aim(const Position& p, Mark& mark) const {
  if (mark.effect != Effect::none && mark.effect != Effect::negate && mark.effect != Effect::all) return;
  std::size_t next = mark.words.back() + 1;
  while (next < p.words.size() && (p.words[next].light || p.words[next].stem == 0) && !is_relative(p, next)) ++next;
  while (next + 2 < p.words.size() && p.words[next + 1].symbol == to_) next += 2;  // "not going to pay"
  if (next >= p.words.size() || is_relative(p, next)) return;
  const Word& word = p.words[next];
  const std::size_t first = mark.words.front();
  const bool aside = mark.effect == Effect::negate && word.inflected && !word.finite &&
                     (first == 0 || finite_.find(p.words[first - 1].symbol) == std::string_view::npos);
  if (!aside) mark.about = word.stem;
}

Position Reader::read(const Side& side) const {
  Position p;
  p.side = side;
  p.words = vocabulary_.words(side);
  mark(p);
  conclude(p);
  take_stands(p);
  return p;
}

std::string Reader::frame(const Side& side) const { return frame_of(read(side), stage_.rules(), vocabulary_); }

Position Reader::restore(const Side& side, std::string_view frame) const {
  Position p;
  p.side = side;
  p.frame = std::make_shared<const std::string>(frame);
  if (!restore_frame(*p.frame, stage_.rules(), p)) return read(side);
  conclude(p);
  return p;
}

// What follows from the words and the marks.
void Reader::conclude(Position& p) const {
  p.sign.assign(p.words.size(), 1);
  p.turns.assign(p.words.size(), 0);
  p.governed.assign(p.words.size(), false);
  p.backed.assign(p.words.size(), false);
  p.head.assign(p.words.size(), false);
  turn(p);
  p.figures = figures(p.words, p.side, number_);
  p.predicate = has_predicate(p);
  p.of_speaker = is_of_speaker(p);
  p.past = is_past(p);
  p.accuses = is_charge(p);
  p.charges = p.accuses || std::any_of(p.marks.begin(), p.marks.end(), [](const Mark& m) {
                return m.in_cue && m.sign > 0 &&
                       (m.effect == Effect::oppose || m.effect == Effect::blame || m.effect == Effect::contest);
              });
  p.reply = reply_of(p, p.replies_to);
  for (Mark& m : p.marks) aim(p, m);
  divide(p);
}

void Reader::mark(Position& p) const {
  std::string symbols;
  symbols.reserve(p.words.size());
  for (const Word& w : p.words) symbols += w.symbol;
  const std::size_t bar = bar_of(p);
  // Where the first clause inside another opens: a conjunction, "that", "to".
  const auto opening = [&](std::size_t from) {
    while (from < p.words.size() && p.words[from].symbol != that_ && p.words[from].symbol != to_ &&
           !(p.words[from].symbol == break_ && p.words[from].stem != 0))
      ++from;
    return from;
  };
  const std::size_t inner = opening(bar);
  // In the main clause of its sentence: a conjunction that opens the sentence is not counted.
  const auto is_main = [&](std::size_t i) {
    std::size_t begin = i;
    while (begin > bar + 1 &&
           !(p.words[begin - 1].symbol == break_ && p.words[begin - 1].stem == 0 && ends_sentence(p, begin - 1)))
      --begin;
    return i < opening(std::min(begin + 1, p.words.size()));
  };
  std::string out;
  const auto words = [&](Range r) -> std::string_view {
    out.clear();
    for (std::size_t i = r.begin; i < r.end; ++i) {
      const Shown& at = p.words[i].at;
      if (!out.empty()) out += ' ';
      out +=
          slice(at.where == Shown::Where::cue ? std::string_view(p.side.cue) : std::string_view(p.side.text), at.range);
    }
    return out;
  };
  for (const Match& match : stage_.all(symbols, words)) {
    Mark m;
    m.rule = match.rule;
    m.effect = effect_of(*match.rule);
    const Range shown = match.captures[cue_].value_or(match.whole);
    for (std::size_t i = shown.begin; i < shown.end; ++i)
      if (i != bar) m.words.push_back(i);
    if (m.words.empty()) continue;
    m.in_cue = m.words.front() < bar;
    if (m.effect == Effect::none && !m.in_cue && m.words.front() > bar + 2)
      m.absence = p.words[m.words.front() - 1].symbol == be_ &&
                  words({m.words.front() - 2, m.words.front() - 1}).ends_with("here");
    m.leads = !m.in_cue && m.words.front() < inner;
    m.in_main = !m.in_cue && is_main(m.words.front());
    p.marks.push_back(std::move(m));
  }
}

// Whether a clause on the noun before it opens here: "who", "the one that", "emails that were marked". What a negation
// says of the noun it does not say of the clause.
bool Reader::is_relative(const Position& p, std::size_t i) const {
  const Word& w = p.words[i];
  if (w.symbol != that_ || w.at.where != Shown::Where::text || i + 1 >= p.words.size()) return false;
  const std::string_view written = slice(p.side.text, w.at.range);
  if (written == "who" || written == "whom" || written == "which" || written == "whose") return true;
  if (written != "that" || p.words[i - 1].at.where != Shown::Where::text) return false;
  const std::string_view before = slice(p.side.text, p.words[i - 1].at.range);
  const Word& next = p.words[i + 1];
  return before == "one" || before == "ones" || before == "those" ||
         (!p.words[i - 1].inflected && (next.finite || finite_.find(next.symbol) != std::string_view::npos));
}

// Turns the words in reach of a mark round.
void Reader::reach(Position& p, const Mark& mark, std::string_view scope) const {
  if (scope == "none") return;
  const unsigned turn = turn_of(mark.effect);
  const auto flip = [&](std::size_t i) {
    p.sign[i] = -p.sign[i];
    p.turns[i] ^= turn;
  };
  const std::size_t bar = bar_of(p);
  // "denies | any fault and says that …": what the second verb says is not denied.
  const bool clause = bar + 1 < p.words.size() && p.words[bar + 1].symbol == that_;
  if (mark.in_cue)
    for (std::size_t i = bar + 1; i < p.words.size(); ++i) {
      if (!clause && turn == by_denial && i > bar + 1 && p.words[i].finite && is_and(p, i - 1)) break;
      flip(i);
    }
  if (scope == "left") {
    for (std::size_t i = mark.words.front(), n = 0;
         i-- > 0 && n < longest_reach && p.words[i].symbol != break_ && p.words[i].symbol != bar_; ++n)
      flip(i);
    return;
  }
  const std::size_t end = mark.in_cue ? bar : p.words.size();
  const bool deed = mark.effect == Effect::undo || mark.effect == Effect::oppose;
  for (std::size_t i = mark.words.back() + 1, n = 0; i < end && n < longest_reach && p.words[i].symbol != break_;
       ++i, ++n) {
    if (deed && finite_.find(p.words[i].symbol) != std::string_view::npos && !is_owner(p, i)) break;
    if (turn == by_negation && !mark.in_cue && is_relative(p, i)) break;
    flip(i);
  }
}

// Notes the words right of a stance or a deed, or those left of a passive one, as its objects.
void Reader::govern(Position& p, const Mark& mark, std::string_view scope) const {
  if (mark.effect != Effect::support && mark.effect != Effect::oppose && mark.effect != Effect::act &&
      mark.effect != Effect::undo)
    return;
  std::size_t i = mark.words.back() + 1;
  if (scope == "left") {
    i = mark.words.front();
    for (std::size_t n = 0; i-- > 0 && n < object_reach && p.words[i].symbol != break_ && p.words[i].symbol != bar_;
         ++n)
      p.governed[i] = true;
    return;
  }
  // "urged the mayor to drop the plan", "criticized the mayor for the plan": the plan is no object.
  for (std::size_t n = 0; i < p.words.size() && n < object_reach && p.words[i].symbol != break_;
       ++i, n += !p.words[i - 1].light) {
    const char symbol = p.words[i].symbol;
    // "praise from Keller", "support among farmers": they praise and support.
    if (n == 0 && !mark.in_cue && is_giver(p, i)) break;
    const bool ends = symbol == to_ || symbol == for_ || p.words[i].is(Trait::preposition);
    if (n > 0 && (symbol == that_ || (ends && !leads_on(p, i - 1)))) break;
    p.governed[i] = true;
  }
}

void Reader::turn(Position& p) const {
  if (const Mark* mark = stance(p, 1)) {
    govern(p, *mark, scope_of(*mark->rule));
    p.backed = p.governed;
    p.stands_at = mark->words.front();
    p.names_endorsed = std::any_of(mark->words.begin(), mark->words.end(),
                                   [&](std::size_t i) { return p.words[i].is(Trait::endorses); });
    find_heads(p);
  }
  for (const Mark& m : p.marks) govern(p, m, scope_of(*m.rule));
  for (const Mark& m : p.marks)
    if (turn_of(m.effect) != 0) reach(p, m, scope_of(*m.rule));
  if (const Mark* mark = stance(p, 2)) p.stands_at = mark->words.front();
  // What a mark claims itself, as turned round. To call a thing false turns no praise or blame round, and nor does to
  // oppose it: "condemned the reckless plan" blames twice.
  for (Mark& m : p.marks)
    for (const Turn t : {by_negation, by_denial, by_undoing})
      if ((p.turns[m.words.front()] & t) != 0) m.sign = -m.sign;
}

}  // namespace onrecord
