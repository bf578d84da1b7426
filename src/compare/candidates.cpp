#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "compare/compare.h"
#include "compare/words.h"

namespace onrecord {
namespace {

constexpr std::size_t most_sides = 2000;  // of a word that opens pairs

// The stems of one side as numbers from 0, the rarest first, and what they weigh together.
struct Bag {
  std::vector<std::uint32_t> stems;
  double weight = 0;
};

struct Bags {
  std::vector<Bag> bags;
  std::vector<double> weight;  // a stem each: log(1 + sides / sides that have it)
  std::vector<std::uint32_t> count;
};

Bags read(const std::vector<Side>& sides, const Vocabulary& vocabulary) {
  Bags out;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  out.bags.resize(sides.size());
  for (std::size_t i = 0; i < sides.size(); ++i) {
    auto& stems = out.bags[i].stems;
    for (const Word& w : vocabulary.content(sides[i]))
      stems.push_back(numbers.emplace(w.stem, numbers.size()).first->second);
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    out.count.resize(numbers.size());
    for (const std::uint32_t s : stems) ++out.count[s];
  }
  // Numbered anew by rarity, so that one order serves sorting, cutting and merging.
  std::vector<std::uint32_t> by_rarity(out.count.size()), rank(out.count.size());
  std::iota(by_rarity.begin(), by_rarity.end(), 0u);
  std::stable_sort(by_rarity.begin(), by_rarity.end(), [&](auto x, auto y) { return out.count[x] < out.count[y]; });
  std::vector<std::uint32_t> count(out.count.size());
  for (std::uint32_t r = 0; r < by_rarity.size(); ++r) {
    rank[by_rarity[r]] = r;
    count[r] = out.count[by_rarity[r]];
    out.weight.push_back(std::log1p(static_cast<double>(sides.size()) / count[r]));
  }
  out.count = std::move(count);
  for (Bag& bag : out.bags) {
    for (std::uint32_t& s : bag.stems) s = rank[s];
    std::sort(bag.stems.begin(), bag.stems.end());
    for (const std::uint32_t s : bag.stems) bag.weight += out.weight[s];
  }
  return out;
}

double overlap(const Bag& a, const Bag& b, const std::vector<double>& weight) {
  double shared = 0;
  for (std::size_t i = 0, k = 0; i < a.stems.size() && k < b.stems.size();) {
    if (a.stems[i] < b.stems[k])
      ++i;
    else if (b.stems[k] < a.stems[i])
      ++k;
    else
      shared += weight[a.stems[i++]], ++k;
  }
  const double all = a.weight + b.weight - shared;
  return all > 0 ? shared / all : 0;
}

// How many of the rarest stems a side that overlaps by `least` must share one of: what is left
// after them weighs too little by itself.
std::size_t opening(const Bag& bag, const std::vector<double>& weight, double least) {
  double left = bag.weight;
  std::size_t n = 0;
  while (n < bag.stems.size() && left >= least * bag.weight) left -= weight[bag.stems[n++]];
  return n;
}

}  // namespace

std::vector<Pair> candidates(const std::vector<Side>& sides, double least_overlap, const Grammar& grammar) {
  assert(least_overlap > 0 && least_overlap <= 1);
  const Vocabulary vocabulary(grammar);
  const Bags all = read(sides, vocabulary);
  std::vector<std::vector<std::uint32_t>> sides_of(all.count.size());
  std::vector<std::size_t> seen(sides.size(), sides.size());
  std::vector<Pair> out;
  for (std::size_t b = 0; b < sides.size(); ++b) {
    const Bag& bag = all.bags[b];
    // Half of the overlap is enough within one context, so the opening is that of half.
    const std::size_t open = opening(bag, all.weight, sides[b].context.empty() ? least_overlap : least_overlap / 2);
    const std::size_t first = out.size();
    for (std::size_t n = 0; n < open; ++n) {
      if (all.count[bag.stems[n]] > most_sides) break;
      auto& others = sides_of[bag.stems[n]];
      for (const std::uint32_t a : others) {
        if (seen[a] == b) continue;
        seen[a] = b;
        const bool together = !sides[a].context.empty() && sides[a].context == sides[b].context;
        const double least = together ? least_overlap / 2 : least_overlap;
        const Bag& other = all.bags[a];
        if (std::min(bag.weight, other.weight) < least * std::max(bag.weight, other.weight)) continue;
        if (const double found = overlap(other, bag, all.weight); found >= least) out.push_back({a, b, found});
      }
      others.push_back(static_cast<std::uint32_t>(b));
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
              [](const Pair& x, const Pair& y) { return x.a < y.a; });
  }
  std::stable_sort(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.a < y.a; });
  return out;
}

}  // namespace onrecord
