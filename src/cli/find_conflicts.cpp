#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "cli/claims.h"
#include "cli/comparison.h"
#include "cli/record.h"
#include "cli/reviews.h"

namespace onrecord {
namespace {

// Statements of one speaker that overlap so much are one claim.
constexpr float same_claim = 0.5;
constexpr std::string_view answered_type = "accused-denied";
// Less than where nothing else is asked: here the rules ask for more.
constexpr double least_across = 0.15, least_together = 0.02;
constexpr std::size_t most_of_claim = 3;  // pairs; a claim that conflicts with everything would fill the list
// What a pair goes up or down the list by. Read in their articles, of the pairs of one speaker more were worth a
// reporter's look than of those of two; fewest of those with somebody who is hardly ever heard.
constexpr double own_words = 0.06, one_article = 0.02, hardly_heard = 0.06;
constexpr std::size_t hardly = 2;          // claims in the store
constexpr std::size_t large_store = 1000;  // claims, from where on it tells something that somebody is hardly heard

// Which statements are one claim: each leads, step by step, to the first of its claim.
class Repeats {
 public:
  explicit Repeats(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), std::size_t{0}); }
  std::size_t of(std::size_t i) {
    while (first_[i] != i) i = first_[i] = first_[first_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a), b = of(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> first_;
};

// Declared, by who has a name: "their laws", "a poll" and "His party" have none.
bool is_heard(const ClaimRow& claim) {
  if (!is_declared(claim.manner, claim.act)) return false;
  const Speaker& speaker = claim.speaker;
  const bool kind = speaker.kind == SpeakerKind::person || speaker.kind == SpeakerKind::organization;
  if (!kind || speaker.name.empty() || (speaker.name[0] >= 'a' && speaker.name[0] <= 'z')) return false;
  static constexpr std::string_view owners[] = {"His ", "Her ", "Their ", "Its ", "Our ", "My ", "Your "};
  return std::none_of(std::begin(owners), std::end(owners),
                      [&](std::string_view owner) { return speaker.name.starts_with(owner); });
}

// Whether two conflicts of the same two speakers are about one thing: most of the words of the one are the other's.
bool is_one_matter(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (const std::uint64_t stem : a) shared += std::binary_search(b.begin(), b.end(), stem);
  return shared > 0 && 3 * shared >= 2 * std::min(a.size(), b.size());
}

// A conflict that is listed: its claims, and what it is about (Comparison::about).
struct Listed {
  std::size_t a, b;
  std::vector<std::uint64_t> about;
};

class Search {
 public:
  Search(const Store& store, const Choice& choice, const Grammar& grammar)
      : store_(store),
        choice_(choice),
        judge_(grammar),
        reviews_(store, judge_, grammar),
        claims_(choice.article ? Claims(store, *choice.article, is_heard, reviews_.statements(), judge_, grammar)
                               : Claims(store, choice.filter, is_heard, reviews_.statements(), judge_, grammar)),
        repeats_(claims_.size()) {}

  std::vector<JudgedPair> pairs() {
    for (const auto& [a, b, overlap] : claims_.pairs(LeastOverlap{.across = least_across, .together = least_together}))
      judge(a, b, overlap);
    hear();
    sort_surest_first(found_);
    if (choice_.only_new) leave_out_seen();
    keep_surest();
    return std::move(found_);
  }

  std::int64_t key(std::size_t i) const { return claims_.key(i); }
  std::size_t statements() const { return claims_.size(); }
  std::size_t judged() const { return judged_; }

 private:
  void judge(std::size_t a, std::size_t b, float overlap) {
    if (claims_.is_one_passage(a, b)) return;
    // Two that are not in the article may still be one claim.
    const bool in_article =
        !choice_.article || claims_.article(a) == *choice_.article || claims_.article(b) == *choice_.article;
    if (!in_article && (overlap < same_claim || claims_.speaker(a) != claims_.speaker(b))) return;
    if (claims_.is_earlier(b, a)) std::swap(a, b);
    ++judged_;
    Comparison comparison = judge_.judge(*claims_.position(a), *claims_.position(b));
    if (comparison.relation == Relation::contradict) {
      const bool asked =
          !choice_.person || claims_.person(a) == *choice_.person || claims_.person(b) == *choice_.person;
      if (asked && in_article && carries_weight(a, b)) add(a, b, std::move(comparison));
    } else if (overlap >= same_claim && claims_.speaker(a) == claims_.speaker(b)) {
      repeats_.join(a, b);
    }
  }

  void add(std::size_t a, std::size_t b, Comparison comparison) {
    reviews_.rates().rescore(comparison);
    const HitRate rate = reviews_.rates().of(comparison.rule);
    found_.push_back({a, b, std::move(comparison), rate, std::nullopt, lift(a, b)});
  }

  // A voter or an actor is not held against a minister whom they never answered: two of different articles must both
  // be heard more than once or twice.
  bool carries_weight(std::size_t a, std::size_t b) const {
    if (claims_.size() < large_store || claims_.speaker(a) == claims_.speaker(b) ||
        claims_.article(a) == claims_.article(b))
      return true;
    return std::min(claims_.said(a), claims_.said(b)) > hardly;
  }

  double lift(std::size_t a, std::size_t b) const {
    if (claims_.speaker(a) == claims_.speaker(b)) return own_words;
    if (claims_.article(a) == claims_.article(b)) {
      // Of two in one article the nearest answer each other.
      const auto x = static_cast<double>(claims_.place(a)), y = static_cast<double>(claims_.place(b));
      return one_article - std::min(std::abs(x - y) / 1e6, one_article);
    }
    return -hardly_heard * ((claims_.said(a) <= hardly) + (claims_.said(b) <= hardly));
  }

  // The user's word goes before ours, for all pairs of the two claims.
  void hear() {
    std::map<std::pair<std::size_t, std::size_t>, const Verdict*> heard;
    for (const Verdict& verdict : reviews_.verdicts()) {
      const auto a = claims_.find(verdict.a), b = claims_.find(verdict.b);
      if (!a || !b) continue;
      heard[std::minmax(repeats_.of(*a), repeats_.of(*b))] = &verdict;
      const auto is_it = [&](const JudgedPair& p) { return std::minmax(p.a, p.b) == std::minmax(*a, *b); };
      if (verdict.ruling != Ruling::conflict || std::any_of(found_.begin(), found_.end(), is_it)) continue;
      const auto [x, y] = claims_.is_earlier(*b, *a) ? std::pair(*b, *a) : std::pair(*a, *b);
      add(x, y, judge_.judge(*claims_.position(x), *claims_.position(y)));
    }
    if (heard.empty()) return;
    std::erase_if(found_, [&](JudgedPair& pair) {
      const auto verdict = heard.find(std::minmax(repeats_.of(pair.a), repeats_.of(pair.b)));
      if (verdict == heard.end()) return false;
      overrule(pair, *verdict->second);
      return verdict->second->ruling != Ruling::conflict;
    });
  }

  // Conflicts of which a pair was seen, in whatever outlet.
  void leave_out_seen() {
    const std::set<std::string> seen = store_.seen();
    std::set<std::pair<std::size_t, std::size_t>> known;
    for (const JudgedPair& pair : found_)
      if (seen.contains(pair_id(store_.claim(key(pair.a)).statement, store_.claim(key(pair.b)).statement)))
        known.insert(std::minmax(repeats_.of(pair.a), repeats_.of(pair.b)));
    std::erase_if(found_, [&](const JudgedPair& pair) {
      return known.contains(std::minmax(repeats_.of(pair.a), repeats_.of(pair.b)));
    });
  }

  void keep_surest() {
    std::set<std::pair<std::size_t, std::size_t>> seen;
    std::map<std::pair<std::string, std::string>, std::vector<Listed>> matters;
    std::vector<std::size_t> shown(claims_.size(), 0);
    std::vector<bool> answered(claims_.size(), false);
    std::erase_if(found_, [&](const JudgedPair& pair) {
      const std::size_t a = repeats_.of(pair.a), b = repeats_.of(pair.b);
      if (!seen.insert(std::minmax(a, b)).second) return true;
      if (pair.verdict) return false;
      if (shown[a] == most_of_claim || shown[b] == most_of_claim) return true;
      const bool answer = pair.comparison.type == answered_type;
      const std::size_t reply = claims_.position(pair.a)->reply != Reply::none ? a : b;
      if (answer && answered[reply]) return true;
      const bool sides = answer || pair.comparison.type == "for-against";
      auto& of_both = matters[std::minmax(claims_.speaker(pair.a), claims_.speaker(pair.b))];
      const auto is_same = [&](const Listed& other) {
        return other.a == a || other.a == b || other.b == a || other.b == b ||
               is_one_matter(other.about, pair.comparison.about);
      };
      if (sides && std::any_of(of_both.begin(), of_both.end(), is_same)) return true;
      if (sides) of_both.push_back({a, b, answer ? std::vector<std::uint64_t>() : pair.comparison.about});
      if (answer) answered[reply] = true;
      ++shown[a], ++shown[b];
      return false;
    });
  }

  const Store& store_;
  const Choice& choice_;
  const Judge judge_;
  const Reviews reviews_;
  const Claims claims_;
  Repeats repeats_;
  std::vector<JudgedPair> found_;  // a and b are claims
  std::size_t judged_ = 0;
};

}  // namespace

Conflicts find_conflicts(const Store& store, const Choice& choice, const Grammar& grammar) {
  Search search(store, choice, grammar);
  Conflicts out;
  out.pairs = search.pairs();
  out.statements = search.statements();
  out.judged = search.judged();
  if (choice.limit > 0 && out.pairs.size() > choice.limit) {
    out.more = out.pairs.size() - choice.limit;
    out.pairs.resize(choice.limit);
  }
  std::map<std::size_t, std::size_t> places;  // a claim's place in the records
  for (JudgedPair& pair : out.pairs) {
    for (std::size_t* side : {&pair.a, &pair.b}) {
      const auto [place, is_new] = places.emplace(*side, out.records.size());
      if (is_new) out.records.push_back(store.record(search.key(*side)));
      *side = place->second;
    }
  }
  return out;
}

}  // namespace onrecord
