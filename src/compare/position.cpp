#include "compare/position.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "compare/frame.h"
#include "core/error.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_headline = 220;  // bytes
constexpr std::size_t most_sentences = 8;      // of a statement that are judged by themselves
constexpr std::size_t object_reach = 6;        // words; how far the object of a stance or a deed stands
constexpr std::size_t target_reach = 3;        // words of content between a stance and its target, less one
constexpr std::size_t longest_reach = 14;      // words; a negation rarely reaches further in news

Effect effect_of(const Rule& rule) {
  static const std::map<std::string_view, Effect> names{
      {"nothing", Effect::nothing}, {"negate", Effect::negate},   {"none", Effect::none},
      {"deny", Effect::deny},       {"falsify", Effect::falsify}, {"confirm", Effect::confirm},
      {"oppose", Effect::oppose},   {"support", Effect::support}, {"undo", Effect::undo},
      {"do", Effect::act},          {"blame", Effect::blame},     {"praise", Effect::praise},
      {"require", Effect::require}, {"permit", Effect::permit},   {"foretell", Effect::foretell},
      {"all", Effect::all},         {"some", Effect::some},       {"hedge", Effect::hedge},
      {"contest", Effect::contest}};
  const auto key = rule.keys.find("effect");
  const auto found = names.find(key == rule.keys.end() ? "" : std::string_view(key->second));
  if (found == names.end())
    throw Error(rule.file + ":" + std::to_string(rule.line) + ": \"" + rule.id +
                "\" needs an effect: one of negate, none, deny, falsify, confirm, oppose, support, "
                "undo, do, blame, praise, require, permit, foretell, all, some, hedge, contest, nothing");
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

// A full stop or its like, not a comma.
bool ends_sentence(const Position& p, std::size_t i) {
  const Shown& at = p.words[i].at;
  return at.where == Shown::Where::text &&
         std::string_view(".!?[\xE2").find(p.side.text[at.range.begin]) != std::string_view::npos;
}

bool is_and(const Position& p, std::size_t i) {
  const Shown& at = p.words[i].at;
  return at.where == Shown::Where::text && slice(p.side.text, at.range) == "and";
}

// The term “harbour levy”: what is in marks is only mentioned.
bool is_mentioned(const Position& p, std::size_t i) {
  if (i == 0 || !p.words[i - 1].is(Trait::term)) return false;
  const Shown& at = p.words[i].at;
  const std::string_view before =
      std::string_view(p.side.text).substr(0, at.where == Shown::Where::text ? at.range.begin : 0);
  return before.ends_with("“") || before.ends_with("\"") || before.ends_with("''") || before.ends_with("‘");
}

// "called | the levy a disgrace".
bool labels(const Position& p) {
  for (std::size_t i = 0; i + 1 < p.words.size() && p.words[i].at.where == Shown::Where::cue; ++i)
    if (p.words[i].is(Trait::labels) && p.words[i + 1].at.where == Shown::Where::text) return true;
  return false;
}

bool begins_quotation(std::string_view text) {
  return text.starts_with("“") || text.starts_with("\"") || text.starts_with("''") || text.starts_with("‘");
}

// "I" and "we" are who speaks; "he" and "she" in a quotation are others, in reported speech who speaks.
Subject subject_of(const Position& p, Range words) {
  for (std::size_t i = words.begin; i < std::min(words.end, words.begin + 2); ++i) {
    const Word& w = p.words[i];
    if (w.at.where != Shown::Where::text || w.stem == 0) continue;
    const std::string_view written = slice(p.side.text, w.at.range);
    if (written == "I" || written == "We" || written == "we") return Subject::speaker;
    if (w.personal || written == "They" || written == "You")
      return begins_quotation(p.side.text) ? Subject::another : Subject::speaker;
  }
  return Subject::unknown;
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
      finite_(vocabulary_.members("FINITE")) {
  for (const Rule& rule : stage_.rules()) effect_of(rule);
}

// A form of a verb that is no participle in -ing, or a word that opens a predicate; a cue that takes a stand makes a
// claim of what it has for object.
bool Reader::has_predicate(const Position& p) const {
  if (p.side.text.find('?') != std::string::npos) return false;  // a question claims nothing
  const auto takes_stand = [](const Mark& m) {
    return m.in_cue && (m.effect == Effect::support || m.effect == Effect::oppose || m.effect == Effect::deny ||
                        m.effect == Effect::confirm);
  };
  if (std::any_of(p.marks.begin(), p.marks.end(), takes_stand)) return true;
  return std::any_of(p.words.begin(), p.words.end(), [&](const Word& w) {
    if (w.at.where != Shown::Where::text || w.symbol == bar_) return false;
    return w.finite || w.personal || finite_.find(w.symbol) != std::string_view::npos;
  });
}

// "to repeal the levy", "would raise tolls", "proposed | banning the fair": a deed that is meant, not told.
bool Reader::is_plan(const Position& p, const Mark& mark) const {
  if (mark.in_cue || (mark.effect != Effect::act && mark.effect != Effect::undo)) return false;
  const std::size_t first = mark.words.front();
  const char before = p.words[first - 1].symbol;
  const bool opens = before == bar_ || (first > 1 && p.words[first - 2].symbol == bar_);
  return before == to_ || before == will_ || before == must_ || before == would_ ||
         (opens && p.words[first].inflected && !p.words[first].finite);
}

// What the speaker backs or opposes, in the cue or the main clause, where nothing else turns that round.
const Mark* Reader::stance(const Position& p, std::size_t most_turns) const {
  const Mark* stance = nullptr;
  std::size_t turning = 0;
  // "his record, praising the levy": nobody says who praises it.
  const auto hangs = [&](const Mark& m) {
    const std::size_t first = m.words.front();
    if (m.in_cue || !p.words[first].inflected || p.words[first].finite) return false;
    const char before = p.words[first - 1].symbol;
    return before != be_ && before != bar_;
  };
  for (const Mark& m : p.marks) {
    if (!stance && (m.in_cue || m.in_main) &&
        ((m.effect == Effect::support || m.effect == Effect::oppose) ? !hangs(m) : is_plan(p, m)))
      stance = &m;
  }
  for (const Mark& m : p.marks)  // what stands behind the object does not touch it
    turning += stance && (m.in_cue || m.in_main) && turn_of(m.effect) != 0 &&
               m.words.front() <= stance->words.back() + object_reach;
  if (!stance || turning > most_turns) return nullptr;
  if (stance->in_cue) return scope_of(*stance->rule) == "left" ? nullptr : stance;  // "was criticized after …"
  return stance;
}

// "he knew nothing", "I will stay"; not "he said that others knew", "he left and others stayed", nor "she favors the
// levy", where the object counts.
bool Reader::is_of_speaker(const Position& p) const {
  std::size_t i = 0;
  while (p.words[i++].symbol != bar_) continue;
  while (i < p.words.size() && (p.words[i].symbol == that_ || p.words[i].stem == 0)) ++i;
  if (i == p.words.size()) return false;
  if (!p.words[i].personal) return false;
  const auto stance = [&](const Mark& m) {
    return m.in_main && (m.effect == Effect::support || m.effect == Effect::oppose);
  };
  return std::none_of(p.marks.begin(), p.marks.end(), stance) &&
         std::none_of(p.words.begin() + static_cast<std::ptrdiff_t>(i), p.words.end(),
                      [&](const Word& w) { return w.symbol == that_ || (w.symbol == break_ && w.stem != 0); });
}

// Notes the word that a negation is about: "pay" of "did not pay the fees". Not of "not paying is smart".
void Reader::aim(const Position& p, Mark& mark) const {
  if (mark.effect != Effect::none && mark.effect != Effect::negate && mark.effect != Effect::all) return;
  std::size_t next = mark.words.back() + 1;
  while (next < p.words.size() && (p.words[next].light || p.words[next].stem == 0)) ++next;
  while (next + 2 < p.words.size() && p.words[next + 1].symbol == to_) next += 2;  // "not going to pay"
  if (next >= p.words.size()) return;
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
  for (Mark& m : p.marks) aim(p, m);
  divide(p);
}

void Reader::mark(Position& p) const {
  std::string symbols;
  symbols.reserve(p.words.size());
  for (const Word& w : p.words) symbols += w.symbol;
  const std::size_t bar = symbols.find(bar_);
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
    if (m.effect == Effect::none && !m.in_cue && m.words.front() > bar + 2)
      m.absence = p.words[m.words.front() - 1].symbol == be_ &&
                  words({m.words.front() - 2, m.words.front() - 1}).ends_with("here");
    m.leads = !m.in_cue && m.words.front() < inner;
    m.in_main = !m.in_cue && is_main(m.words.front());
    p.marks.push_back(std::move(m));
  }
}

// Turns the words in reach of a mark round.
void Reader::reach(Position& p, const Mark& mark, std::string_view scope) const {
  if (scope == "none") return;
  const unsigned turn = turn_of(mark.effect);
  const auto flip = [&](std::size_t i) {
    p.sign[i] = -p.sign[i];
    p.turns[i] ^= turn;
  };
  std::size_t bar = 0;
  while (p.words[bar].symbol != bar_) ++bar;
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
    if (deed && finite_.find(p.words[i].symbol) != std::string_view::npos) break;
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
    const bool ends = symbol == to_ || symbol == for_ || p.words[i].is(Trait::preposition);
    if (n > 0 && (symbol == that_ || (ends && !leads_on(p, i - 1)))) break;
    p.governed[i] = true;
  }
}

// "the repeal of", "a ban on", "his call for", "a bill to": what is backed is what follows.
bool Reader::leads_on(const Position& p, std::size_t i) const {
  return p.words[i].is(Trait::matter) || p.words[i].symbol == undo_ || p.words[i].symbol == do_;
}

// Notes the topics that are the object of the stance `mark`: named close by, as the head of what is backed or opposed.
// "opposed the minimum wage", not "opposed the minimum wage lobbyist" nor "opposed him on the minimum wage".
void Reader::stand(Position& p, const Mark& mark, const std::vector<bool>& object) const {
  const auto words = [&](Range r) { return std::string(slice(p.side.text, r)); };
  for (const Match& match : topic_.each(p.side.text, words)) {
    if (!match.rule->keys.contains("stand")) continue;
    Stand stand{match.rule->id, false, 0, mark.words};
    std::size_t next = p.words.size();
    for (std::size_t i = 0; i < p.words.size(); ++i) {
      const Word& w = p.words[i];
      if (w.at.where != Shown::Where::text || w.stem == 0 || !match.whole.overlaps(w.at.range)) continue;
      if (stand.sign == 0) stand.sign = object[i] ? p.sign[i] : 0;
      if (stand.sign == 0) break;
      stand.words.push_back(i);
      next = i + 1;
    }
    if (stand.sign == 0) continue;
    const std::size_t first = stand.words[mark.words.size()];
    std::size_t between = 0;
    bool near = true;  // "opposed any new levy", "the repeal of the levy"; not "mocked Keller on the levy"
    for (std::size_t i = mark.words.back() + 1; i < first; ++i) {
      const Word& w = p.words[i];
      if (w.stem == 0 || w.symbol == bar_) continue;
      between += !w.light;
      const bool of = i + 1 < first && p.words[i + 1].symbol == of_;
      near &= !of || leads_on(p, i);
      near &= between == 0 || (!w.is(Trait::preposition) && w.symbol != for_) || leads_on(p, i - 1);
    }
    const bool head = next == p.words.size() || p.words[next].stem == 0 || p.words[next].light || p.words[next].faint ||
                      p.words[next].inflected || p.words[next].proper != p.words[stand.words.back()].proper;
    near &= !is_mentioned(p, first);
    if (near && between < target_reach && head) p.stands.push_back(std::move(stand));
  }
}

// Notes topics that are called good or bad: "the levy is a disaster", "called | the levy a disgrace".
void Reader::value(Position& p) const {
  std::size_t bar = 0;
  while (p.words[bar].symbol != bar_) ++bar;
  if (!p.stands.empty()) return;
  const auto words = [&](Range r) { return std::string(slice(p.side.text, r)); };
  for (const Match& match : topic_.each(p.side.text, words)) {
    if (!match.rule->keys.contains("stand")) continue;
    // From the topic, which opens the text, to what is said of it; nothing but "is" between them.
    std::size_t first = bar + 1, next = 0, content = 0;
    while (first < p.words.size() && p.words[first].at.range.end <= match.whole.begin) {
      content += p.words[first].stem != 0 && !p.words[first].light;
      ++first;
    }
    for (next = first; next < p.words.size() && p.words[next].at.range.begin < match.whole.end; ++next) continue;
    if (content > 2 || next >= p.words.size()) continue;
    bool is = labels(p);
    for (std::size_t i = bar + 1, n = 0; i < p.words.size() && n < target_reach + 1; ++i) {
      const Word& w = p.words[i];
      if (i < next) {
        if (w.symbol == break_ || w.symbol == that_ ? i > bar + 1 : w.is(Trait::preposition) || w.symbol == for_) break;
        continue;
      }
      is |= w.symbol == be_ && w.finite;
      if (w.symbol == break_ || w.symbol == that_ || w.is(Trait::preposition)) break;
      n += w.stem != 0 && !w.light;
      const auto mark = std::find_if(p.marks.begin(), p.marks.end(), [&](const Mark& m) {
        return m.words.front() == i && (m.effect == Effect::praise || m.effect == Effect::blame);
      });
      if (mark == p.marks.end() || !is) continue;
      Stand stand{match.rule->id, false, mark->effect == Effect::praise ? mark->sign : -mark->sign, {}};
      for (std::size_t k = first; k < next; ++k) stand.words.push_back(k);
      stand.words.push_back(i);
      p.stands.push_back(std::move(stand));
      break;
    }
  }
}

// Notes who is endorsed: "would not vote for Senator Ines Keller", "endorsed Keller's candidacy"; not "supports
// Keller's levy".
void Reader::endorse(Position& p, const Mark& mark, const std::vector<bool>& object) const {
  // "refused | to endorse Keller": the stance is the refusal.
  const auto endorses = [&](const Mark& m) {
    return m.effect == Effect::support && m.words.front() >= mark.words.front() &&
           std::any_of(m.words.begin(), m.words.end(), [&](std::size_t w) { return p.words[w].is(Trait::endorses); });
  };
  const auto found = std::find_if(p.marks.begin(), p.marks.end(), endorses);
  if (found == p.marks.end()) return;
  std::size_t i = found->words.back() + 1, last = 0;
  while (i < p.words.size() && (p.words[i].symbol == bar_ || (p.words[i].light && !p.words[i].personal))) ++i;
  for (; i < p.words.size() && p.words[i].proper && object[i]; ++i) last = i;
  if (last == 0) return;
  const bool owner =
      i < p.words.size() && p.words[i].symbol == be_ && p.words[i].at.range.begin == p.words[last].at.range.end + 1;
  for (std::size_t k = i + 1; owner && k < p.words.size() && p.words[k].stem != 0 && !p.words[k].is(Trait::bid); ++k)
    i = k;
  if (owner && (i + 1 >= p.words.size() || !p.words[i + 1].is(Trait::bid))) return;
  Stand stand{std::string(slice(p.side.text, p.words[last].at.range)), true, p.sign[last], mark.words};
  stand.words.push_back(last);
  p.stands.push_back(std::move(stand));
}

// Of each stretch of content words that are backed or opposed the last that is not faint.
void Reader::find_heads(Position& p) const {
  std::size_t last = 0;
  bool within = false;
  for (std::size_t i = 0; i <= p.words.size(); ++i) {
    const bool inside = i < p.words.size() && p.backed[i] && p.words[i].stem != 0 && !p.words[i].light;
    if (inside && within && is_mentioned(p, i)) return;
    within = inside;
    const bool verb = i < p.words.size() && p.words[i].inflected && !p.words[i].finite;
    if (inside && !p.words[i].faint && !verb) last = i;
    if (inside || last == 0) continue;
    const bool owner = i < p.words.size() && p.words[i].symbol == be_;  // "Keller's levy" is a levy
    if (!owner) p.head[last] = true;
    last = 0;
  }
}

// Matching topics takes as long as all the rest, so that frames keep what it finds.
void Reader::take_stands(Position& p) const {
  if (const Mark* mark = stance(p, 2)) {
    std::vector<bool> whole(p.words.size(), false);  // of the stance alone
    whole.swap(p.governed);
    govern(p, *mark, scope_of(*mark->rule));
    whole.swap(p.governed);
    if (!labels(p)) stand(p, *mark, whole);
    endorse(p, *mark, whole);
  }
  value(p);
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

// The whole of the text's words, or one sentence of them.
Part Reader::part(const Position& p, Range words) const {
  Part out;
  out.subject = subject_of(p, words);
  std::vector<bool> marked(p.words.size(), false);
  for (std::size_t i = 0; i < p.marks.size(); ++i) {
    const Mark& m = p.marks[i];
    if (!m.in_cue && !words.contains(m.words.front())) continue;
    out.marks.push_back(i);
    if (!is_content(m.effect))
      for (const std::size_t w : m.words) marked[w] = true;
    const int weight = m.in_cue ? 2 : 1;
    switch (m.effect) {
      case Effect::praise:
        out.value += m.sign;
        break;
      case Effect::blame:
      case Effect::falsify:
        out.value -= std::max(m.sign, 0);
        break;  // "not a lie" praises nobody
      case Effect::support:
        out.stance += m.sign * weight;
        break;
      case Effect::oppose:
        out.stance -= m.sign * weight;
        break;
      case Effect::act:
        out.deed += m.sign;
        break;
      case Effect::undo:
        out.deed -= m.sign;
        break;
      default:
        break;
    }
  }
  for (std::size_t i = words.begin; i < words.end; ++i)
    if (const Word& w = p.words[i]; w.stem != 0 && !w.light && !marked[i] && w.symbol != number_)
      out.content.push_back({w.stem, i, p.sign[i], p.turns[i], p.governed[i], p.backed[i], p.head[i]});
  std::stable_sort(out.content.begin(), out.content.end(),
                   [](const auto& x, const auto& y) { return x.stem < y.stem; });
  std::size_t n = 0;
  for (const Content& c : out.content) {
    if (n > 0 && out.content[n - 1].stem == c.stem) {
      out.content[n - 1].sign += c.sign;
      out.content[n - 1].turns |= c.turns;
      out.content[n - 1].governed = out.content[n - 1].governed || c.governed;
      out.content[n - 1].backed = out.content[n - 1].backed || c.backed;
      out.content[n - 1].head = out.content[n - 1].head || c.head;
    } else {
      out.content[n++] = c;
    }
  }
  out.content.resize(n);
  for (std::size_t i = 0; i < p.figures.size(); ++i)
    if (words.contains(p.figures[i].words.front())) out.figures.push_back(i);
  return out;
}

// Whether a further claim begins after word `i`: "…, there was no call", "… and that the bank saw no need".
bool Reader::opens_claim(const Position& p, std::size_t i) const {
  if (i + 2 >= p.words.size()) return false;
  const Word &next = p.words[i + 1], &then = p.words[i + 2];
  const bool is = then.symbol == be_;
  if (is_and(p, i)) return next.symbol == that_ && slice(p.side.text, next.at.range) == "that" && !is && !then.finite;
  return p.words[i].symbol == break_ && p.words[i].stem == 0 && is && slice(p.side.text, next.at.range) == "there";
}

void Reader::divide(Position& p) const {
  std::size_t begin = 0;
  while (p.words[begin++].symbol != bar_) continue;
  p.parts.push_back(part(p, {begin, p.words.size()}));
  const std::string& text = p.side.text;
  p.headline = text.size() < longest_headline && !text.empty() &&
               std::string_view(".,;\"").find(text.back()) == std::string_view::npos;
  std::vector<Part> sentences;
  for (std::size_t i = begin; i <= p.words.size(); ++i) {
    const bool sentence_end =
        i < p.words.size() && p.words[i].symbol == break_ && p.words[i].stem == 0 &&
        std::string_view(".!?[…").find(p.side.text[p.words[i].at.range.begin]) != std::string_view::npos;
    if (i < p.words.size() && !sentence_end && !opens_claim(p, i)) continue;
    Part sentence = part(p, {begin, i});
    if (!sentence.content.empty() && sentences.size() < most_sentences) sentences.push_back(std::move(sentence));
    begin = i;
  }
  if (sentences.size() > 1) std::move(sentences.begin(), sentences.end(), std::back_inserter(p.parts));
}

}  // namespace onrecord
