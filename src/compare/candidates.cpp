#include "compare/candidates.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <span>

#include "compare/words.h"

namespace onrecord {
namespace {

constexpr std::size_t most_sides = 2000;  // of a word that opens pairs
// Four times as many found 5 pairs more in 100 and no conflict more, and took three times as long at 100,000.
constexpr double places_per_doubling = 25;  // a side looks through so many, times log2 of the number of sides
constexpr std::size_t most_kept = 12;       // earlier sides that a side is paired with, in one index

// The sides as bags of stems, numbered anew by rarity: the rarest first, so that one order serves cutting and merging.
struct Bags {
  std::vector<std::uint32_t> stems;
  const std::vector<std::size_t>& begin;
  std::vector<float> weight;         // a stem each: log(1 + sides / sides that have it)
  std::vector<std::uint32_t> count;  // a stem each
  std::vector<float> all;            // a side each: what its stems weigh together

  std::span<const std::uint32_t> of(std::size_t side) const {
    return {stems.data() + begin[side], begin[side + 1] - begin[side]};
  }
};

Bags by_rarity(const std::vector<std::uint32_t>& stems, const std::vector<std::size_t>& begin,
               const std::vector<std::uint32_t>& count, std::size_t sides_in_all) {
  Bags out{{}, begin, {}, {}, {}};
  std::vector<std::uint32_t> order(count.size()), rank(count.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) { return count[x] < count[y]; });
  const auto sides = static_cast<double>(sides_in_all);
  out.count.reserve(count.size());
  out.weight.reserve(count.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) {
    rank[order[r]] = r;
    out.count.push_back(count[order[r]]);
    out.weight.push_back(static_cast<float>(std::log1p(sides / count[order[r]])));
  }
  out.stems.reserve(stems.size());
  for (const std::uint32_t s : stems) out.stems.push_back(rank[s]);
  out.all.reserve(begin.size() - 1);
  for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
    std::sort(out.stems.begin() + static_cast<std::ptrdiff_t>(begin[i]),
              out.stems.begin() + static_cast<std::ptrdiff_t>(begin[i + 1]));
    float all = 0;
    for (const std::uint32_t s : out.of(i)) all += out.weight[s];
    out.all.push_back(all);
  }
  return out;
}

double overlap(const Bags& bags, std::size_t a, std::size_t b) {
  const auto x = bags.of(a), y = bags.of(b);
  double shared = 0;
  for (std::size_t i = 0, k = 0; i < x.size() && k < y.size();) {
    if (x[i] < y[k])
      ++i;
    else if (y[k] < x[i])
      ++k;
    else
      shared += static_cast<double>(bags.weight[x[i++]]), ++k;
  }
  const double all = static_cast<double>(bags.all[a]) + static_cast<double>(bags.all[b]) - shared;
  return all > 0 ? shared / all : 0;
}

// The index over the openings of one scope's sides: all sides, those of one speaker, those of one context. Used for
// one scope after the other.
class Index {
 public:
  explicit Index(const Bags& bags)
      : bags_(bags),
        places_(static_cast<std::size_t>(places_per_doubling * std::log2(2.0 + static_cast<double>(bags.all.size())))),
        lists_(bags.count.size()),
        seen_(bags.all.size(), 0),
        rest_(bags.all.size(), 0) {}

  // Appends the pairs within `scope` (sides in order) that overlap by `least`.
  void find(const std::vector<std::uint32_t>& scope, double least, std::vector<Pair>& out) {
    if (scope.size() < 2) return;
    lay_out(scope, least);
    for (const std::uint32_t b : scope) {
      query(b, least, out);
      insert(b, least);
    }
    for (const std::uint32_t stem : used_) lists_[stem] = {};
  }

 private:
  struct List {
    std::size_t begin = 0;
    std::uint32_t size = 0, room = 0;
  };

  // Calls each(stem) for the opening of a side. Returns what the rest weighs.
  template <typename Each>
  double open(std::uint32_t side, double least, const Each& each) const {
    const auto all = static_cast<double>(bags_.all[side]);
    double left = all;
    for (const std::uint32_t stem : bags_.of(side)) {
      if (left < least * all || bags_.count[stem] > most_sides || !each(stem)) break;
      left -= static_cast<double>(bags_.weight[stem]);
    }
    return left;
  }

  // Room for the places of every opening word.
  void lay_out(const std::vector<std::uint32_t>& scope, double least) {
    used_.clear();
    for (const std::uint32_t side : scope)
      rest_[side] = static_cast<float>(open(side, least, [&](std::uint32_t stem) {
        if (lists_[stem].room++ == 0) used_.push_back(stem);
        return true;
      }));
    std::size_t at = 0;
    for (const std::uint32_t stem : used_) {
      lists_[stem].begin = at;
      at += lists_[stem].room;
    }
    sides_.resize(at);
  }

  void insert(std::uint32_t side, double least) {
    open(side, least, [&](std::uint32_t stem) {
      List& list = lists_[stem];
      sides_[list.begin + list.size++] = side;
      return true;
    });
  }

  void query(std::uint32_t b, double least, std::vector<Pair>& out) {
    touched_.clear();
    std::size_t places = 0;
    const double left = open(b, least, [&](std::uint32_t stem) {
      const List& list = lists_[stem];
      if ((places += list.size) > places_) return false;
      for (std::size_t i = list.begin; i < list.begin + list.size; ++i) {
        const std::uint32_t a = sides_[i];
        if (seen_[a] == 0) touched_.push_back(a);
        seen_[a] += bags_.weight[stem];
      }
      return true;
    });
    const std::size_t first = out.size();
    for (const std::uint32_t a : touched_) {
      // What the openings do not show lies in the rest of one of the two.
      const double most = static_cast<double>(seen_[a]) + std::max<double>(static_cast<double>(rest_[a]), left) + 1e-3;
      seen_[a] = 0;
      if (most * (1 + least) < least * (static_cast<double>(bags_.all[a]) + static_cast<double>(bags_.all[b])))
        continue;
      if (const double found = overlap(bags_, a, b); found >= least) out.push_back({a, b, static_cast<float>(found)});
    }
    if (out.size() - first <= most_kept) return;
    const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
    std::nth_element(begin, begin + most_kept, out.end(), [](const Pair& x, const Pair& y) {
      return x.overlap != y.overlap ? x.overlap > y.overlap : x.a < y.a;
    });
    out.resize(first + most_kept);
  }

  const Bags& bags_;
  const std::size_t places_;
  std::vector<List> lists_;           // a stem each
  std::vector<std::uint32_t> sides_;  // the lists, one after the other
  std::vector<std::uint32_t> used_;   // stems with a list
  std::vector<float> seen_;           // a side each: the weight of the stems found in both openings
  std::vector<float> rest_;           // a side each: the weight outside its opening
  std::vector<std::uint32_t> touched_;
};

// The sides of each speaker or context, those without one left out.
template <typename Each>
void for_scopes(const std::vector<std::uint64_t>& of, const Each& each) {
  std::vector<std::uint32_t> order(of.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) { return of[x] < of[y]; });
  std::vector<std::uint32_t> scope;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (!scope.empty() && of[scope.back()] != of[order[i]]) {
      each(scope);
      scope.clear();
    }
    if (of[order[i]] != 0) scope.push_back(order[i]);
  }
  each(scope);
}

}  // namespace

void Candidates::add(const std::vector<std::uint64_t>& stems, std::string_view speaker, std::string_view context) {
  for (const std::uint64_t stem : stems) {
    const std::uint32_t number = numbers_.emplace(stem, static_cast<std::uint32_t>(numbers_.size())).first->second;
    if (number == count_.size()) count_.push_back(0);
    ++count_[number];
    stems_.push_back(number);
  }
  begin_.push_back(stems_.size());
  speaker_.push_back(speaker.empty() ? 0 : stem_id(speaker));
  context_.push_back(context.empty() ? 0 : stem_id(context));
}

void Candidates::weigh(std::size_t sides, const std::unordered_map<std::uint64_t, std::uint32_t>& counts,
                       std::uint32_t otherwise) {
  part_of_ = sides;
  for (const auto& [stem, number] : numbers_) {
    const auto found = counts.find(stem);
    count_[number] = std::max(count_[number], found == counts.end() ? otherwise : found->second);
  }
}

std::vector<Pair> Candidates::pairs(const LeastOverlap& least) const {
  assert(least.across > 0 && least.own > 0 && least.together > 0);
  std::vector<Pair> out;
  if (size() < 2) return out;
  const Bags bags = by_rarity(stems_, begin_, count_, std::max(part_of_, size()));
  Index index(bags);
  std::vector<std::uint32_t> all(size());
  std::iota(all.begin(), all.end(), 0u);
  index.find(all, least.across, out);
  if (least.own < least.across) for_scopes(speaker_, [&](const auto& scope) { index.find(scope, least.own, out); });
  if (least.together < least.across)
    for_scopes(context_, [&](const auto& scope) { index.find(scope, least.together, out); });
  std::sort(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  out.erase(std::unique(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.a == y.a && x.b == y.b; }),
            out.end());
  return out;
}

std::vector<Pair> candidates(const std::vector<Side>& sides, const LeastOverlap& least, const Grammar& grammar) {
  const Vocabulary vocabulary(grammar);
  Candidates all;
  std::vector<std::uint64_t> stems;
  for (const Side& side : sides) {
    stems.clear();
    for (const Word& w : vocabulary.content(side)) stems.push_back(w.stem);
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    all.add(stems, side.person.empty() ? side.speaker : side.person, side.context);
  }
  return all.pairs(least);
}

std::vector<Pair> candidates(const std::vector<Side>& sides, double least_overlap, const Grammar& grammar) {
  return candidates(sides, LeastOverlap{least_overlap, least_overlap, least_overlap / 2}, grammar);
}

}  // namespace onrecord
