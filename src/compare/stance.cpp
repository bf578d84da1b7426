// What a statement takes a stand on: the part of the reader (position.h) that finds what the speaker backs or opposes.
#include <algorithm>

#include "compare/position.h"
#include "compare/reach.h"

namespace onrecord {
namespace {

constexpr std::size_t target_reach = 3;  // words of content between a stance and its target, less one

// The term “harbour levy”: what is in marks is only mentioned.
bool is_mentioned(const Position& p, std::size_t i) {
  if (i == 0 || !p.words[i - 1].is(Trait::term)) return false;
  const Shown& at = p.words[i].at;
  const std::string_view before =
      std::string_view(p.side.text).substr(0, at.where == Shown::Where::text ? at.range.begin : 0);
  return before.ends_with("“") || before.ends_with("\"") || before.ends_with("''") || before.ends_with("‘");
}

}  // namespace

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

// "the repeal of", "a ban on", "his call for", "a bill to": what is backed is what follows.
bool Reader::leads_on(const Position& p, std::size_t i) const {
  return p.words[i].is(Trait::matter) || p.words[i].symbol == undo_ || p.words[i].symbol == do_;
}

// Notes the topics that are the object of the stance `mark`: named close by, as the head of what is backed or opposed.
// "opposed the minimum wage", not "opposed the minimum wage lobbyist" nor "opposed him on the minimum wage".
void Reader::stand(Position& p, const Mark& mark, const std::vector<bool>& object) const {
  const auto words = [&](Range r) { return slice(p.side.text, r); };
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
    const Word* const then = next < p.words.size() ? &p.words[next] : nullptr;
    const bool head = then == nullptr || then->stem == 0 || then->light || then->faint || then->inflected ||
                      then->proper != p.words[stand.words.back()].proper;
    // "NATO member Estonia": it is Estonia's.
    const bool apposed = then != nullptr && then->stem != 0 && !then->light && !then->proper &&
                         next + 1 < p.words.size() && p.words[next + 1].proper;
    near &= !is_mentioned(p, first);
    if (near && between < target_reach && head && !apposed) p.stands.push_back(std::move(stand));
  }
}

// Notes topics that are called good or bad: "the levy is a disaster", "called | the levy a disgrace".
void Reader::value(Position& p) const {
  const std::size_t bar = bar_of(p);
  if (!p.stands.empty()) return;
  const auto words = [&](Range r) { return slice(p.side.text, r); };
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
  // "endorsed | the re-election of Keller"
  const auto leads = [&](const Word& w) {
    return w.symbol == bar_ || (w.light && !w.personal) || (w.is(Trait::bid) && !w.proper);
  };
  while (i < p.words.size() && leads(p.words[i])) ++i;
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

}  // namespace onrecord
