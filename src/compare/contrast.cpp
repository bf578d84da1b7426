#include "compare/contrast.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "compare/pairing.h"

namespace onrecord {
namespace {

// Whether the words name one and the same person wherever they stand: "he" and "a spokesman" do not.
bool is_name(std::string_view speaker) {
  const std::size_t space = speaker.find(' ');
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return space == std::string_view::npos ? speaker.size() > 4 && capital(speaker[0])
                                         : capital(speaker[speaker.rfind(' ') + 1]);
}

constexpr std::size_t least_content = 3;  // words and figures that tell a claim from another

// "did not mention", "refused to say": the cue negates the saying, not what is said.
bool is_silent(const Seen& side) {
  return std::any_of(side.part.marks.begin(), side.part.marks.end(), [&](std::size_t i) {
    const Mark& m = side.position.marks[i];
    return m.in_cue && (m.effect == Effect::negate || m.effect == Effect::none || m.effect == Effect::hedge);
  });
}

// Whether what a side negates says more than the other side affirms: "no letter came on Monday" does not answer
// "a letter came".
bool negates_more(const Seen& side, const std::vector<std::pair<const Content*, const Content*>>& shared, bool first) {
  std::size_t turned = 0, answered = 0;
  for (const Content& c : side.part.content) turned += c.sign < 0 && (c.turns & by_negation) != 0;
  for (const auto& both : shared) {
    const Content& c = first ? *both.first : *both.second;
    answered += c.sign < 0 && (c.turns & by_negation) != 0;
  }
  return answered * 3 < turned * 2;
}

bool is_digit(const Position& p, const Word& w) {
  const char c = w.at.where == Shown::Where::text && !w.at.range.empty() ? p.side.text[w.at.range.begin] : ' ';
  return c >= '0' && c <= '9';
}

// Whether a word only tells of something else: "reform" of "a part of any such reform", "using" of "keep from using
// it".
bool is_said_in_passing(const Seen& side, const Content& c) {
  const std::vector<Word>& words = side.position.words;
  for (std::size_t i = c.word; i-- > 0 && words[i].at.where == Shown::Where::text && words[i].stem != 0;) {
    const Word& w = words[i];
    if (w.finite || w.personal) return false;
    if (w.is(Trait::preposition)) return true;
    const std::string_view written = slice(side.position.side.text, w.at.range);
    if (written == "of")  // not "all of the", "40 of the"
      return i == 0 || !(words[i - 1].light || !words[i - 1].value.empty() || is_digit(side.position, words[i - 1]));
    if (!w.light && w.inflected && i + 1 < c.word) return false;
  }
  return false;
}

// Whether a side says what ought to be, not what is.
bool proposes(const Seen& side) {
  return std::any_of(side.part.marks.begin(), side.part.marks.end(), [&](std::size_t i) {
    const Mark& m = side.position.marks[i];
    const bool backs = m.effect == Effect::support || m.effect == Effect::oppose;
    return (backs && (m.in_cue || m.in_main)) || (m.effect == Effect::require && m.in_main);
  });
}

// The content word before a day or a year: "opens" of "opens only on March 3".
std::uint64_t anchor(const Position& p, std::size_t word) {
  while (word-- > 0 && p.words[word].symbol != 0 && p.words[word].at.where == Shown::Where::text) {
    const Word& w = p.words[word];
    const bool of_date = !w.value.empty() || w.kinds.starts_with("day:") || w.kinds.starts_with("month:") ||
                         is_digit(p, w) || (w.proper && is_digit(p, p.words[word + 1]));
    if (w.stem != 0 && !w.light && !of_date) return w.stem;
  }
  return 0;
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

}  // namespace

Contraster::Contraster(const Grammar& grammar) : alphabet_(grammar.alphabet("pair")) {}

char Contraster::symbol(std::string_view name) const {
  const char c = alphabet_.symbol(name);
  assert(c != 0);
  return c;
}

Contrast Contraster::contrast(const Position& a, std::size_t part_a, const Position& b, std::size_t part_b) const {
  Pairing p{{a, a.parts[part_a]}, {b, b.parts[part_b]}, {}, {}, {}};
  const auto &x = p.a.part.content, &y = p.b.part.content;
  for (std::size_t i = 0, k = 0; i < x.size() || k < y.size();) {
    if (k == y.size() || (i < x.size() && x[i].stem < y[k].stem))
      p.only_a.push_back(&x[i++]);
    else if (i == x.size() || y[k].stem < x[i].stem)
      p.only_b.push_back(&y[k++]);
    else
      p.shared.emplace_back(&x[i++], &y[k++]);
  }
  Contrast out;
  const auto shared = static_cast<double>(p.shared.size());
  const auto least = static_cast<double>(std::min(x.size(), y.size()));
  const double both = static_cast<double>(x.size() + y.size()) - shared;
  out.coverage = least > 0 ? shared / least : 0;
  out.overlap = both > 0 ? shared / both : 0;
  for (const auto& [i, k] : p.shared) out.shared.push_back(i->word);
  std::sort(out.shared.begin(), out.shared.end());
  gates(p, out);
  if (is_known(p)) doubts(p, out);
  add(out, symbol(part_a == 0 && part_b == 0 ? "WHOLE" : "PART"));
  if (part_a == 0 && part_b == 0) {
    stands(p, out);
    replies(p, out);
  }
  signs(p, out);
  cues(p, out);
  values(p, out);
  opposites(p, out);
  numbers(p, out);
  return out;
}

// Whether it is known where both were said; else whoever asks vouches for one topic.
bool Contraster::is_known(const Pairing& p) {
  return !p.a.position.side.context.empty() && !p.b.position.side.context.empty();
}

void Contraster::gates(const Pairing& p, Contrast& out) const {
  const Side &a = p.a.position.side, &b = p.b.position.side;
  const bool known =
      !a.speaker.empty() && !b.speaker.empty() && (!is_same_speaker(a, b) || a.context.empty() || is_name(a.speaker));
  add(out, symbol(!known ? "UNKNOWN" : is_same_speaker(a, b) ? "SAME" : "OTHERS"));
  static constexpr std::string_view steps[] = {"C1", "C2", "C3", "C4", "C5", "C6"};
  add(out, symbol(p.shared.empty() ? "C0" : steps[static_cast<std::size_t>(out.coverage * 5)]));
  add(out, symbol(out.overlap >= 0.999  ? "EQUAL"
                  : out.overlap >= 0.6  ? "ALIKE"
                  : out.overlap >= 0.25 ? "KIN"
                                        : "UNLIKE"));
  const auto names = [](const Seen& side, const std::vector<const Content*>& content) {
    return std::any_of(content.begin(), content.end(), [&](const Content* c) { return side.word(*c).proper; });
  };
  // Names, figures and faint words by themselves tell no subject.
  std::size_t telling = 0;
  bool named = false;
  for (const auto& [i, k] : p.shared) {
    const Word &x = p.a.word(*i), &y = p.b.word(*k);
    named |= x.proper || y.proper;
    telling += !x.faint && !x.proper && !y.proper;
  }
  add(out, symbol(named ? "NAMED" : names(p.a, p.only_a) && names(p.b, p.only_b) ? "STRANGE" : "NAMELESS"));
  static constexpr std::string_view counts[] = {"SHARE0", "SHARE1", "SHARE2", "SHARE3"};
  add(out, symbol(counts[std::min<std::size_t>(3, telling)]));
  add(out, symbol(a.context.empty() || b.context.empty() ? "VOUCHED" : a.context == b.context ? "TOGETHER" : "APART"));
}

// What speaks for and against a pair that nobody vouches for.
void Contraster::doubts(const Pairing& p, Contrast& out) const {
  const Side &a = p.a.position.side, &b = p.b.position.side;
  const auto words = [](const Seen& side) { return side.part.content.size() + side.part.figures.size(); };
  const bool others = !is_same_speaker(a, b);
  if (others && a.context != b.context && std::min(words(p.a), words(p.b)) < least_content) add(out, symbol("SHORT"));
  if (!p.a.position.predicate || !p.b.position.predicate) add(out, symbol("BARE"));
  if (others && ((p.a.position.of_speaker && !names(b.text, a.speaker)) ||
                 (p.b.position.of_speaker && !names(a.text, b.speaker))))
    add(out, symbol("OWN"));
  if (is_silent(p.a) || is_silent(p.b)) add(out, symbol("SILENT"));
  // What a side negates: whether a shared word is what it is about, and whether the other side says that word as such.
  enum class Aim { none, aside, in_passing, met };
  const auto aim = [&](const Seen& side, bool first) {
    if (!side.find(Effect::negate) && !side.find(Effect::none)) return Aim::none;
    Aim best = Aim::aside;
    for (const std::size_t i : side.part.marks)
      for (const auto& both : p.shared) {
        const std::uint64_t about = side.position.marks[i].about;
        if (about == 0 || both.first->stem != about) continue;
        const bool passing = is_said_in_passing(first ? p.b : p.a, first ? *both.second : *both.first);
        best = std::max(best, passing ? Aim::in_passing : Aim::met);
      }
    return best;
  };
  const Aim of_a = aim(p.a, true), of_b = aim(p.b, false);
  if (of_a == Aim::aside || of_b == Aim::aside) add(out, symbol("ASIDE"));
  if (of_a == Aim::in_passing || of_b == Aim::in_passing) add(out, symbol("PASSING"));
  if (negates_more(p.a, p.shared, true) || negates_more(p.b, p.shared, false)) add(out, symbol("WIDER"));
  if (proposes(p.a) != proposes(p.b)) add(out, symbol("MOOD"));
  if (!others && p.a.part.subject != Subject::unknown && p.b.part.subject != Subject::unknown &&
      p.a.part.subject != p.b.part.subject)
    add(out, symbol("SUBJECT"));
  if (&p.a.part != &p.a.position.parts[0] || &p.b.part != &p.b.position.parts[0])
    if (share_telling(p.a.position, p.b.position) >= 2) add(out, symbol("AKIN"));
  if (takes_sides(p, out.coverage)) add(out, symbol("STANDS"));
}

void Contraster::signs(const Pairing& p, Contrast& out) const {
  const bool same_speaker = is_same_speaker(p.a.position.side, p.b.position.side);
  std::size_t opposed = 0, same = 0;
  unsigned turns = 0;
  std::vector<std::size_t> objects_a, objects_b;
  for (const auto& [i, k] : p.shared) {
    const int sign = i->sign * k->sign;
    same += sign > 0;
    if (sign >= 0) continue;
    ++opposed;
    turns |= i->turns ^ k->turns;
    // Two speakers who back and oppose one person are no news.
    if (!i->governed || !k->governed || p.a.word(*i).faint || (p.a.word(*i).proper && !same_speaker)) continue;
    objects_a.push_back(i->word);
    objects_b.push_back(k->word);
  }
  // With the marks, the shared words that are turned round by one of them.
  const auto show = [&](std::string_view name, std::initializer_list<Effect> effects) {
    auto a = p.a.shown(effects), b = p.b.shown(effects);
    for (const auto& [i, k] : p.shared) {
      if (i->sign * k->sign >= 0) continue;
      a.push_back(i->word);
      b.push_back(k->word);
    }
    add(out, symbol(name), std::move(a), std::move(b));
  };
  if (!objects_a.empty()) show("TARGET", {Effect::oppose, Effect::support, Effect::undo, Effect::act});
  if (opposed == 0) return;
  const auto either = [&](Effect effect) { return p.a.find(effect) != nullptr || p.b.find(effect) != nullptr; };
  // "every time you vote" is not about all votes.
  const auto is_of_shared = [&](const Seen& side) {
    const Mark* all = side.find(Effect::all);
    return all == nullptr || std::any_of(p.shared.begin(), p.shared.end(),
                                         [&](const auto& both) { return both.first->stem == all->about; });
  };
  const bool all_of_shared = is_of_shared(p.a) && is_of_shared(p.b);
  const auto against = [&](Effect x, Effect y) { return (p.a.find(x) && p.b.find(y)) || (p.a.find(y) && p.b.find(x)); };
  if (opposed < same)
    add(out, symbol("MIXED"));
  else if ((turns & (by_denial | by_falsity)) != 0)
    show("DENIED", {Effect::deny, Effect::falsify, Effect::confirm});
  else if ((turns & (by_opposition | by_undoing)) != 0)
    show("TURNED", {Effect::oppose, Effect::support, Effect::undo, Effect::act});
  else if (p.a.find(Effect::foretell) && p.b.find(Effect::foretell))
    show("WONT", {Effect::negate, Effect::none, Effect::foretell});
  else if (against(Effect::all, Effect::none) && all_of_shared)
    show("NONE", {Effect::none, Effect::all});
  else
    show(either(Effect::none) ? "NO" : "NEGATED", {Effect::negate, Effect::none});
}

// Denials and negations on one side only, wherever they reach.
void Contraster::cues(const Pairing& p, Contrast& out) const {
  const auto one_sided = [&](std::string_view name, std::initializer_list<Effect> effects) {
    auto a = p.a.shown(effects), b = p.b.shown(effects);
    if (a.empty() != b.empty())
      add(out, symbol(name), std::move(a), std::move(b));
    else if (!a.empty())
      add(out, symbol(std::string("BOTH_") + std::string(name)), std::move(a), std::move(b));
  };
  one_sided("REFUTES", {Effect::deny, Effect::falsify});
  one_sided("NEGATES", {Effect::negate, Effect::none});
  const auto leads = [](const Seen& side) {
    return std::any_of(side.part.marks.begin(), side.part.marks.end(), [&](std::size_t i) {
      const Mark& m = side.position.marks[i];
      return m.leads && (m.effect == Effect::negate || m.effect == Effect::none);
    });
  };
  if (leads(p.a) != leads(p.b)) add(out, symbol("LEADS"));
  const auto absent = [](const Seen& side) {
    return std::any_of(side.part.marks.begin(), side.part.marks.end(),
                       [&](std::size_t i) { return side.position.marks[i].absence; });
  };
  if (absent(p.a) != absent(p.b)) add(out, symbol("ABSENT"));
  const auto in_cue = [](const Seen& side, Effect effect) {
    const Mark* mark = side.find(effect);
    return mark != nullptr && mark->in_cue;
  };
  if ((p.a.find(Effect::contest) == nullptr) != (p.b.find(Effect::contest) == nullptr)) {
    const Seen& contested = p.a.find(Effect::contest) ? p.a : p.b;
    const bool affirms = !contested.find(Effect::none) && !contested.find(Effect::negate);
    add(out, symbol(affirms ? "CONTESTED" : "INSISTED"), p.a.shown({Effect::contest}), p.b.shown({Effect::contest}));
  }
  if (in_cue(p.a, Effect::deny) != in_cue(p.b, Effect::deny))
    add(out, symbol("CUE_DENIES"), p.a.shown({Effect::deny, Effect::confirm}),
        p.b.shown({Effect::deny, Effect::confirm}));
  const auto answers = [&](const Seen& denial, const Seen& other) {
    const std::string& who = denial.position.side.speaker;
    return in_cue(denial, Effect::deny) && in_cue(other, Effect::confirm) && !who.empty() &&
           names(other.position.side.text, who);
  };
  if (answers(p.a, p.b) || answers(p.b, p.a)) add(out, symbol("CONFIRMS"));
  const bool known = !p.a.position.side.speaker.empty() || !p.b.position.side.speaker.empty();
  if (!known && p.a.position.headline && p.b.position.headline) add(out, symbol("HEADLINE"));
  if (p.a.find(Effect::hedge) || p.b.find(Effect::hedge))
    add(out, symbol("HEDGED"), p.a.shown({Effect::hedge}), p.b.shown({Effect::hedge}));
}

void Contraster::values(const Pairing& p, Contrast& out) const {
  const auto compare = [&](int x, int y, std::string_view against, std::string_view alike,
                           std::initializer_list<Effect> effects) {
    if (sign_of(x) * sign_of(y) == 0) return;
    add(out, symbol(x * y < 0 ? against : alike), p.a.shown(effects), p.b.shown(effects));
  };
  compare(p.a.part.value, p.b.part.value, "VALUED", "VALUED_ALIKE", {Effect::praise, Effect::blame, Effect::falsify});
  compare(p.a.part.stance, p.b.part.stance, "STANCE", "STANCE_ALIKE", {Effect::support, Effect::oppose});
  compare(p.a.part.deed, p.b.part.deed, "DEED", "DEED_ALIKE", {Effect::act, Effect::undo});
  // Deeds alone are no attitude: what one repeals the other may never have spoken of.
  const auto attitude = [](const Part& side) { return 2 * side.value + 2 * side.stance + side.deed; };
  if (std::max(std::abs(attitude(p.a.part)), std::abs(attitude(p.b.part))) >= 2)
    compare(
        attitude(p.a.part), attitude(p.b.part), "ATTITUDE", "ATTITUDE_ALIKE",
        {Effect::praise, Effect::blame, Effect::falsify, Effect::support, Effect::oppose, Effect::act, Effect::undo});
}

void Contraster::opposites(const Pairing& p, Contrast& out) const {
  std::vector<std::size_t> a, b, kind_a, kind_b, day_a, day_b;
  for (const Content* x : p.only_a) {
    const Word& w = p.a.word(*x);
    for (const Content* y : p.only_b) {
      const Word& v = p.b.word(*y);
      if (x->sign * y->sign <= 0) continue;
      if (opposed(w.axes, v.axes) || (w.unmade != 0 && w.unmade == v.stem) || (v.unmade != 0 && v.unmade == w.stem)) {
        a.push_back(x->word);
        b.push_back(y->word);
      } else if (opposed(w.kinds, v.kinds)) {
        const bool day = w.kinds.starts_with("day:") || w.kinds.starts_with("month:");
        if (day && is_known(p) && anchor(p.a.position, x->word) != anchor(p.b.position, y->word)) continue;
        (day ? day_a : kind_a).push_back(x->word);
        (day ? day_b : kind_b).push_back(y->word);
      }
    }
  }
  if (!a.empty()) add(out, symbol("OPPOSITE"), a, b);
  if (!kind_a.empty()) add(out, symbol("EXCLUDES"), kind_a, kind_b);
  if (!day_a.empty()) add(out, symbol("DAY"), day_a, day_b);
}

void Contraster::numbers(const Pairing& p, Contrast& out) const {
  Finding figure, measure, year;
  bool equal = false;
  for (const std::size_t i : p.a.part.figures)
    for (const std::size_t k : p.b.part.figures) {
      const Figure &x = p.a.position.figures[i], &y = p.b.position.figures[k];
      if (x.year != y.year || (!x.year && x.unit != y.unit) || x.ordinal != y.ordinal) continue;
      if (x.year && is_known(p) && anchor(p.a.position, x.words[0]) != anchor(p.b.position, y.words[0])) continue;
      if (!clash(x, y)) {
        equal = true;
        continue;
      }
      Finding& to = x.year ? year : x.measure || y.measure ? measure : figure;
      to.a.insert(to.a.end(), x.words.begin(), x.words.end());
      to.b.insert(to.b.end(), y.words.begin(), y.words.end());
    }
  if (equal)
    add(out, symbol("FIGURE_ALIKE"));
  else if (!figure.a.empty())
    add(out, symbol("FIGURE"), figure.a, figure.b);
  else if (!measure.a.empty())
    add(out, symbol("MEASURE"), measure.a, measure.b);
  else if (!year.a.empty())
    add(out, symbol("YEAR"), year.a, year.b);
}

}  // namespace onrecord
