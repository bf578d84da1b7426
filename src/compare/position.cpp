#include "compare/position.h"

#include <algorithm>
#include <cassert>
#include <map>

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
      {"all", Effect::all},         {"some", Effect::some},       {"hedge", Effect::hedge}};
  const auto key = rule.keys.find("effect");
  const auto found = names.find(key == rule.keys.end() ? "" : std::string_view(key->second));
  if (found == names.end())
    throw Error(rule.file + ":" + std::to_string(rule.line) + ": \"" + rule.id +
                "\" needs an effect: one of negate, none, deny, falsify, confirm, oppose, support, "
                "undo, do, blame, praise, require, permit, foretell, all, some, hedge, nothing");
  return found->second;
}

std::string_view scope_of(const Rule& rule) {
  const auto key = rule.keys.find("scope");
  return key == rule.keys.end() ? std::string_view() : std::string_view(key->second);
}

unsigned turn_of(Effect effect) {
  switch (effect) {
    case Effect::negate:
    case Effect::none:
      return by_negation;
    case Effect::deny:
      return by_denial;
    case Effect::falsify:
      return by_falsity;
    case Effect::oppose:
      return by_opposition;
    case Effect::undo:
      return by_undoing;
    default:
      return 0;
  }
}

// Marks of these kinds say something about the content and are not content themselves.
bool is_content(Effect effect) {
  return effect == Effect::praise || effect == Effect::blame || effect == Effect::nothing;
}

}  // namespace

const Mark* Position::find(Effect effect) const {
  const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& m) { return m.effect == effect; });
  return found == marks.end() ? nullptr : &*found;
}

Reader::Reader(const Grammar& grammar)
    : vocabulary_(grammar),
      stage_(grammar.stage("position")),
      cue_(stage_.capture("cue")),
      bar_(vocabulary_.symbol("BAR")),
      break_(vocabulary_.symbol("BREAK")),
      that_(vocabulary_.symbol("THAT")),
      to_(vocabulary_.symbol("TO")),
      finite_(vocabulary_.members("FINITE")) {
  for (const Rule& rule : stage_.rules()) effect_of(rule);
}

Position Reader::read(const Side& side) const {
  Position p;
  p.side = side;
  p.words = vocabulary_.words(side);
  p.sign.assign(p.words.size(), 1);
  p.turns.assign(p.words.size(), 0);
  mark(p);
  turn(p);
  p.figures = figures(p.words, p.side, vocabulary_.symbol("NUMBER"));
  weigh(p);
  return p;
}

void Reader::mark(Position& p) const {
  std::string symbols;
  symbols.reserve(p.words.size());
  for (const Word& w : p.words) symbols += w.symbol;
  const std::size_t bar = symbols.find(bar_);
  // Where the first clause inside another opens: a conjunction, "that", "to".
  std::size_t inner = bar;
  while (inner < p.words.size() && p.words[inner].symbol != that_ && p.words[inner].symbol != to_ &&
         !(p.words[inner].symbol == break_ && p.words[inner].stem != 0))
    ++inner;
  const auto words = [&](Range r) {
    std::string out;
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
    m.leads = !m.in_cue && m.words.front() < inner;
    p.marks.push_back(std::move(m));
  }
}

// Turns the words in reach of a mark round.
void Reader::reach(Position& p, const Mark& mark, std::string_view scope) const {
  const unsigned turn = turn_of(mark.effect);
  const auto flip = [&](std::size_t i) {
    p.sign[i] = -p.sign[i];
    p.turns[i] ^= turn;
  };
  std::size_t bar = 0;
  while (p.words[bar].symbol != bar_) ++bar;
  if (mark.in_cue)
    for (std::size_t i = bar + 1; i < p.words.size(); ++i) flip(i);
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
    if (deed && finite_.find(p.words[i].symbol) != std::string_view::npos) break;
    flip(i);
  }
}

void Reader::turn(Position& p) const {
  for (const Mark& m : p.marks)
    if (turn_of(m.effect) != 0) reach(p, m, scope_of(*m.rule));
  // What is praised, blamed, backed or opposed. To call a thing false turns no praise or blame round, and nor does to
  // oppose it: "condemned the reckless plan" blames twice.
  for (Mark& m : p.marks) {
    const std::size_t at = m.words.front();
    m.sign = 1;
    for (const Turn t : {by_negation, by_denial, by_undoing})
      if ((p.turns[at] & t) != 0) m.sign = -m.sign;
    if (m.effect == Effect::praise) p.value += m.sign;
    if ((m.effect == Effect::blame || m.effect == Effect::falsify) && m.sign > 0) p.value -= m.sign;
    if (m.effect == Effect::act) p.deed += m.sign;
    if (m.effect == Effect::undo) p.deed -= m.sign;
    if (m.effect == Effect::support) p.stance += m.sign * (m.in_cue ? 2 : 1);
    if (m.effect == Effect::oppose) p.stance -= m.sign * (m.in_cue ? 2 : 1);
  }
}

void Reader::weigh(Position& p) const {
  std::vector<bool> marked(p.words.size(), false);
  for (const Mark& m : p.marks)
    if (!is_content(m.effect))
      for (const std::size_t i : m.words) marked[i] = true;
  for (std::size_t i = 0; i < p.words.size(); ++i) {
    const Word& w = p.words[i];
    if (w.stem == 0 || w.light || marked[i] || w.at.where == Shown::Where::cue) continue;
    p.content.push_back({w.stem, i, 1.0, p.sign[i], p.turns[i]});
  }
  std::stable_sort(p.content.begin(), p.content.end(), [](const auto& x, const auto& y) { return x.stem < y.stem; });
  std::size_t n = 0;
  for (std::size_t i = 0; i < p.content.size(); ++i) {
    if (n > 0 && p.content[n - 1].stem == p.content[i].stem) {
      p.content[n - 1].sign += p.content[i].sign;
      p.content[n - 1].turns |= p.content[i].turns;
    } else {
      p.content[n++] = p.content[i];
    }
  }
  p.content.resize(n);
  for (const auto& c : p.content) p.weight += c.weight;
}

}  // namespace onrecord
