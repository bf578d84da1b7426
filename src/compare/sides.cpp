// What the speakers of two statements take sides on: the part of the contraster (contrast.h) that sets what is backed
// against what is opposed, and what is charged against what is turned down.
#include <chrono>

#include "compare/pairing.h"
#include "compare/replies.h"
#include "compare/stem.h"

namespace onrecord {
namespace {

constexpr std::chrono::days longest_term{4 * 366};  // between which two speakers may still be taken side by side

// Whether what either speaker backs or opposes may be held against the other's: nobody speaks of what was once held,
// and both of one time. A speaker's own word is held against him or her whenever it was given.
bool is_standing(const Side& a, const Side& b, bool past) {
  if (is_same_speaker(a, b)) return true;
  if (past) return false;
  return !a.date || !b.date || std::chrono::abs(*a.date - *b.date) <= longest_term;
}

bool is_capital(const Seen& side, const Word& w) {
  return w.at.where == Shown::Where::text && side.position.side.text[w.at.range.begin] >= 'A' &&
         side.position.side.text[w.at.range.begin] <= 'Z';
}

// The "s" of "Keller's".
bool is_short_s(const Seen& side, const Word& w) {
  return w.at.where == Shown::Where::text && slice(side.position.side.text, w.at.range) == "s";
}

// Whether the stand is the speaker's. "Keller backs the levy" is no stand of whoever says so, unless both speak of
// Keller.
bool has_own_stand(const Seen& side, const std::vector<std::pair<const Content*, const Content*>>& shared) {
  const std::vector<Word>& words = side.position.words;
  const std::size_t bar = bar_of(side.position);
  for (std::size_t i = bar; i < side.position.stands_at; ++i) {
    const Word& w = words[i];
    // "90 percent support for it", "a majority backs it": others do.
    if (w.at.where == Shown::Where::text && (w.stem == stem_id("percent") || w.stem == stem_id("major"))) return false;
    // "her vote for the levy", unless that is all the cue tells of: "pledged | her vote for the levy".
    if (w.is(Trait::possessive) && i > bar + 1 && side.position.stands_at - i < 4) return false;
    // "Farmers voted for it": a capital that opens a sentence tells a name where a verb or an 's follows.
    const Word& next = words[i + 1];
    const bool subject = is_capital(side, w) && !w.light && !w.finite && (next.finite || is_short_s(side, next));
    if ((w.proper || subject) && w.at.where == Shown::Where::text &&
        !names(slice(side.position.side.text, w.at.range), side.position.side.speaker) &&
        std::none_of(shared.begin(), shared.end(), [&](const auto& both) { return both.first->stem == w.stem; }))
      return false;
  }
  return true;
}

bool begins_with_pronoun(std::string_view text) {
  return text.starts_with("him ") || text.starts_with("her ") || text.starts_with("them ");
}

}  // namespace

// Whether each side says what its speaker backs or opposes, and one opposes what the other backs.
bool Contraster::takes_sides(const Pairing& p, double coverage) const {
  const Side &a = p.a.position.side, &b = p.b.position.side;
  if (!is_standing(a, b, p.a.position.past || p.b.position.past)) return false;
  std::size_t objects = 0, heads = 0;
  for (const auto& [i, k] : p.shared) {
    const bool object =
        i->backed && k->backed && i->sign * k->sign < 0 && !p.a.word(*i).faint && !p.a.word(*i).is(Trait::matter);
    if (!object) continue;
    // Two speakers who back and oppose one person are no news; nor is it that one votes for whom one criticised.
    const bool somebody = is_capital(p.a, p.a.word(*i)) && is_capital(p.b, p.b.word(*k));
    if (somebody && (!is_same_speaker(a, b) || p.a.position.names_endorsed || p.b.position.names_endorsed)) continue;
    ++objects;
    heads += i->head && k->head;
  }
  // One word tells little, unless it is most of what is said.
  const double least = objects >= 2 ? 0 : a.context == b.context ? 0.33 : 0.6;
  return has_own_stand(p.a, p.shared) && has_own_stand(p.b, p.shared) && heads > 0 && coverage >= least;
}

// One target of topic.toml that one side is for and the other against.
void Contraster::stands(const Pairing& p, Contrast& out) const {
  if (!is_standing(p.a.position.side, p.b.position.side, p.a.position.past || p.b.position.past)) return;
  for (const Stand& x : p.a.position.stands)
    for (const Stand& y : p.b.position.stands) {
      if (x.target != y.target || x.somebody != y.somebody || x.sign == y.sign) continue;
      if (x.somebody && !is_same_speaker(p.a.position.side, p.b.position.side)) continue;
      if (!has_own_stand(p.a, p.shared) || !has_own_stand(p.b, p.shared)) continue;
      add(out, symbol("STAND"), x.words, y.words);
      out.target = x.target;
      return;
    }
}

// "denied | the charges" against what the other side charges the speaker with, or says of them.
void Contraster::replies(const Pairing& p, Contrast& out) const {
  const std::size_t telling = share_telling(p.a.position, p.b.position);
  const auto turns_down = [&](const Position& reply, const Position& other) {
    if (reply.reply == Reply::none || other.reply != Reply::none || is_same_speaker(reply.side, other.side)) return 0;
    // "criticized | him for it" is of whoever is spoken of, and here that is who replies.
    const bool named = mentions(other.side.text, reply.side.speaker) || mentions(other.side.cue, reply.side.speaker) ||
                       (other.charges && begins_with_pronoun(other.side.text));
    const bool owned = mentions(reply.replies_to, other.side.speaker);
    if (reply.reply == Reply::spelled)
      return (owned && (other.accuses || (other.charges && telling > 0))) || (named && other.charges && telling > 1)
                 ? 2
                 : 0;
    if (!reply.replies_to.empty() && !owned) return 0;  // it tells who said it: another
    if (other.charges && (named || owned)) return 2;
    return named && other.predicate ? 1 : 0;
  };
  const auto shown = [](const Seen& side) {
    return side.shown({Effect::deny, Effect::oppose, Effect::falsify, Effect::blame, Effect::contest});
  };
  const int grade = std::max(turns_down(p.a.position, p.b.position), turns_down(p.b.position, p.a.position));
  if (grade > 0) add(out, symbol(grade == 2 ? "ANSWERS" : "REPLIES"), shown(p.a), shown(p.b));
}

}  // namespace onrecord
