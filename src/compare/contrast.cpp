#include "compare/contrast.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace onrecord {

struct Contraster::Pairing {
  const Position& a;
  const Position& b;
  std::vector<std::pair<std::size_t, std::size_t>> shared;  // indices of Position::content
  std::vector<bool> only_a, only_b;                         // a content each: not shared
  double weight = 0;
};

namespace {

void add(Contrast& out, char symbol, std::vector<std::size_t> a = {}, std::vector<std::size_t> b = {}) {
  out.symbols += symbol;
  out.findings.push_back({symbol, std::move(a), std::move(b)});
}

std::vector<std::size_t> shown(const Position& p, std::initializer_list<Effect> effects) {
  std::vector<std::size_t> out;
  for (const Mark& m : p.marks)
    if (std::find(effects.begin(), effects.end(), m.effect) != effects.end())
      out.insert(out.end(), m.words.begin(), m.words.end());
  return out;
}

int sign_of(int x) { return (x > 0) - (x < 0); }

// "level:up size:big": calls each("level", "up").
template <typename Each>
void for_poles(std::string_view axes, const Each& each) {
  for (std::size_t i = 0; i < axes.size();) {
    const std::size_t end = std::min(axes.find(' ', i), axes.size());
    const std::string_view pole = axes.substr(i, end - i);
    const std::size_t colon = pole.find(':');
    if (colon != std::string_view::npos) each(pole.substr(0, colon), pole.substr(colon + 1));
    i = end + 1;
  }
}

// Whether the two name one axis by different poles.
bool opposed(std::string_view a, std::string_view b) {
  bool found = false, same = false;
  for_poles(a, [&](std::string_view axis, std::string_view pole) {
    for_poles(b, [&](std::string_view other, std::string_view at) {
      if (axis == other) (pole == at ? same : found) = true;
    });
  });
  return found && !same;
}

bool names(const Position& p, const Position::Content& c) { return p.words[c.word].proper; }

}  // namespace

Contraster::Contraster(const Grammar& grammar) : alphabet_(grammar.alphabet("pair")) {}

char Contraster::symbol(std::string_view name) const {
  const char c = alphabet_.symbol(name);
  assert(c != 0);
  return c;
}

Contrast Contraster::contrast(const Position& a, const Position& b) const {
  Pairing p{a, b, {}, std::vector<bool>(a.content.size(), true), std::vector<bool>(b.content.size(), true)};
  for (std::size_t i = 0, k = 0; i < a.content.size() && k < b.content.size();) {
    if (a.content[i].stem < b.content[k].stem)
      ++i;
    else if (b.content[k].stem < a.content[i].stem)
      ++k;
    else {
      p.only_a[i] = p.only_b[k] = false;
      p.weight += a.content[i].weight;
      p.shared.emplace_back(i++, k++);
    }
  }
  Contrast out;
  const double least = std::min(a.weight, b.weight), both = a.weight + b.weight - p.weight;
  out.coverage = least > 0 ? p.weight / least : 0;
  out.overlap = both > 0 ? p.weight / both : 0;
  for (const auto& [i, k] : p.shared) out.shared.push_back(a.content[i].word);
  std::sort(out.shared.begin(), out.shared.end());
  gates(p, out);
  signs(p, out);
  cues(p, out);
  values(p, out);
  opposites(p, out);
  numbers(p, out);
  return out;
}

void Contraster::gates(const Pairing& p, Contrast& out) const {
  const bool known = !p.a.side.speaker.empty() && !p.b.side.speaker.empty();
  add(out, symbol(!known ? "UNKNOWN" : p.a.side.speaker == p.b.side.speaker ? "SAME" : "OTHERS"));
  static constexpr std::string_view steps[] = {"C1", "C2", "C3", "C4", "C5"};
  add(out,
      symbol(p.shared.empty() ? "C0" : steps[std::min<std::size_t>(4, static_cast<std::size_t>(out.coverage * 5))]));
  add(out, symbol(out.overlap >= 0.999  ? "EQUAL"
                  : out.overlap >= 0.6  ? "ALIKE"
                  : out.overlap >= 0.25 ? "KIN"
                                        : "UNLIKE"));
  bool in_a = false, in_b = false, both = false;
  for (std::size_t i = 0; i < p.only_a.size(); ++i) in_a |= p.only_a[i] && names(p.a, p.a.content[i]);
  for (std::size_t i = 0; i < p.only_b.size(); ++i) in_b |= p.only_b[i] && names(p.b, p.b.content[i]);
  for (const auto& [i, k] : p.shared) both |= names(p.a, p.a.content[i]) || names(p.b, p.b.content[k]);
  add(out, symbol(both ? "NAMED" : in_a && in_b ? "STRANGE" : "NAMELESS"));
  add(out, symbol(!p.a.side.context.empty() && p.a.side.context == p.b.side.context ? "TOGETHER" : "APART"));
}

void Contraster::signs(const Pairing& p, Contrast& out) const {
  double opposed = 0, same = 0;
  unsigned turns = 0;
  for (const auto& [i, k] : p.shared) {
    const auto& x = p.a.content[i];
    const auto& y = p.b.content[k];
    if (x.sign * y.sign < 0) {
      opposed += x.weight;
      turns |= x.turns ^ y.turns;
    } else if (x.sign * y.sign > 0) {
      same += x.weight;
    }
  }
  if (opposed == 0) return;
  // A side without such a mark shows the words that the other turns round.
  const auto show = [&](std::string_view name, std::initializer_list<Effect> effects) {
    auto a = shown(p.a, effects), b = shown(p.b, effects);
    const bool bare_a = a.empty(), bare_b = b.empty();
    for (const auto& [i, k] : p.shared) {
      if (p.a.content[i].sign * p.b.content[k].sign >= 0) continue;
      if (bare_a) a.push_back(p.a.content[i].word);
      if (bare_b) b.push_back(p.b.content[k].word);
    }
    add(out, symbol(name), std::move(a), std::move(b));
  };
  if (opposed < same) {
    add(out, symbol("MIXED"));
    return;
  }
  if ((turns & (by_denial | by_falsity)) != 0)
    show("DENIED", {Effect::deny, Effect::falsify, Effect::confirm});
  else if ((turns & (by_opposition | by_undoing)) != 0)
    show("TURNED", {Effect::oppose, Effect::support, Effect::undo, Effect::act});
  else if (p.a.find(Effect::foretell) || p.b.find(Effect::foretell))
    show("WONT", {Effect::negate, Effect::none, Effect::foretell});
  else if ((p.a.find(Effect::all) && p.b.find(Effect::none)) || (p.b.find(Effect::all) && p.a.find(Effect::none)))
    show("NONE", {Effect::none, Effect::all});
  else
    show("NEGATED", {Effect::negate, Effect::none});
}

// Denials and negations on one side only, wherever they reach.
void Contraster::cues(const Pairing& p, Contrast& out) const {
  const auto one_sided = [&](std::string_view name, std::initializer_list<Effect> effects) {
    auto a = shown(p.a, effects), b = shown(p.b, effects);
    if (a.empty() != b.empty())
      add(out, symbol(name), std::move(a), std::move(b));
    else if (!a.empty())
      add(out, symbol(std::string("BOTH_") + std::string(name)), std::move(a), std::move(b));
  };
  one_sided("REFUTES", {Effect::deny, Effect::falsify});
  one_sided("NEGATES", {Effect::negate, Effect::none});
  const auto leads = [](const Position& side) {
    return std::any_of(side.marks.begin(), side.marks.end(), [](const Mark& m) {
      return m.leads && (m.effect == Effect::negate || m.effect == Effect::none);
    });
  };
  if (leads(p.a) != leads(p.b)) add(out, symbol("LEADS"));
  if (p.a.find(Effect::hedge) || p.b.find(Effect::hedge))
    add(out, symbol("HEDGED"), shown(p.a, {Effect::hedge}), shown(p.b, {Effect::hedge}));
}

void Contraster::values(const Pairing& p, Contrast& out) const {
  const auto compare = [&](int x, int y, std::string_view against, std::string_view alike,
                           std::initializer_list<Effect> effects) {
    if (sign_of(x) * sign_of(y) == 0) return;
    add(out, symbol(x * y < 0 ? against : alike), shown(p.a, effects), shown(p.b, effects));
  };
  compare(p.a.value, p.b.value, "VALUED", "VALUED_ALIKE", {Effect::praise, Effect::blame, Effect::falsify});
  compare(p.a.stance, p.b.stance, "STANCE", "STANCE_ALIKE", {Effect::support, Effect::oppose});
  compare(p.a.deed, p.b.deed, "DEED", "DEED_ALIKE", {Effect::act, Effect::undo});
  // Deeds alone are no attitude: what one repeals the other may never have spoken of.
  const auto attitude = [](const Position& side) { return 2 * side.value + 2 * side.stance + side.deed; };
  if (std::max(std::abs(attitude(p.a)), std::abs(attitude(p.b))) >= 2)
    compare(
        attitude(p.a), attitude(p.b), "ATTITUDE", "ATTITUDE_ALIKE",
        {Effect::praise, Effect::blame, Effect::falsify, Effect::support, Effect::oppose, Effect::act, Effect::undo});
}

void Contraster::opposites(const Pairing& p, Contrast& out) const {
  std::vector<std::size_t> a, b, kind_a, kind_b, day_a, day_b;
  for (std::size_t i = 0; i < p.only_a.size(); ++i) {
    if (!p.only_a[i]) continue;
    const auto& x = p.a.content[i];
    const Word& w = p.a.words[x.word];
    for (std::size_t k = 0; k < p.only_b.size(); ++k) {
      if (!p.only_b[k]) continue;
      const auto& y = p.b.content[k];
      const Word& v = p.b.words[y.word];
      if (x.sign * y.sign <= 0) continue;
      if (opposed(w.axes, v.axes) || (w.unmade != 0 && w.unmade == v.stem) || (v.unmade != 0 && v.unmade == w.stem)) {
        a.push_back(x.word);
        b.push_back(y.word);
      } else if (opposed(w.kinds, v.kinds)) {
        const bool day = w.kinds.starts_with("day:") || w.kinds.starts_with("month:");
        (day ? day_a : kind_a).push_back(x.word);
        (day ? day_b : kind_b).push_back(y.word);
      }
    }
  }
  if (!a.empty()) add(out, symbol("OPPOSITE"), a, b);
  if (!kind_a.empty()) add(out, symbol("EXCLUDES"), kind_a, kind_b);
  if (!day_a.empty()) add(out, symbol("DAY"), day_a, day_b);
}

void Contraster::numbers(const Pairing& p, Contrast& out) const {
  std::vector<std::size_t> a, b, year_a, year_b;
  bool equal = false;
  for (const Figure& x : p.a.figures)
    for (const Figure& y : p.b.figures) {
      if (x.year != y.year || (!x.year && x.unit != y.unit) || x.ordinal != y.ordinal) continue;
      if (!clash(x, y)) {
        equal = true;
        continue;
      }
      auto& to_a = x.year ? year_a : a;
      auto& to_b = x.year ? year_b : b;
      to_a.insert(to_a.end(), x.words.begin(), x.words.end());
      to_b.insert(to_b.end(), y.words.begin(), y.words.end());
    }
  if (equal)
    add(out, symbol("FIGURE_ALIKE"));
  else if (!a.empty())
    add(out, symbol("FIGURE"), a, b);
  if (!equal && a.empty() && !year_a.empty()) add(out, symbol("YEAR"), year_a, year_b);
}

}  // namespace onrecord
