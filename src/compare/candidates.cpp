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

// Finds pairs within one kind of scope: all sides, those of one speaker, those of one context. Sides come
// in order; each is compared with those before it.
class Index {
 public:
  Index(const Bags& bags, double least)
      : bags_(bags), least_(least), seen_(bags.bags.size(), 0), rest_(bags.bags.size(), 0) {}

  // Calls each(a, overlap) for the earlier sides of the scope that overlap enough with side `b`.
  template <typename Each>
  void add(std::size_t b, std::uint64_t scope, const Each& each) {
    const Bag& bag = bags_.bags[b];
    touched_.clear();
    // The opening: what is left after these stems weighs too little by itself, so that a side that overlaps enough
    // shares one of them.
    double left = bag.weight;
    for (const std::uint32_t stem : bag.stems) {
      if (left < least_ * bag.weight || bags_.count[stem] > most_sides) break;
      const double weight = bags_.weight[stem];
      left -= weight;
      auto& others = sides_of_[scope * 0x9E3779B97F4A7C15u + stem];
      for (const std::uint32_t a : others) {
        if (seen_[a] == 0) touched_.push_back(a);
        seen_[a] += static_cast<float>(weight);
      }
      others.push_back(static_cast<std::uint32_t>(b));
    }
    rest_[b] = static_cast<float>(left);
    for (const std::uint32_t a : touched_) {
      const Bag& other = bags_.bags[a];
      // What the openings do not show lies in the rest of one of the two.
      const double most = static_cast<double>(seen_[a]) + std::max<double>(rest_[a], left) + 1e-4;
      seen_[a] = 0;
      if (most * (1 + least_) < least_ * (bag.weight + other.weight)) continue;
      if (const double found = overlap(other, bag, bags_.weight); found >= least_) each(a, found);
    }
  }

 private:
  const Bags& bags_;
  const double least_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> sides_of_;
  std::vector<float> seen_;  // a side each: the weight of the stems found in both openings
  std::vector<float> rest_;  // a side each: the weight outside its opening
  std::vector<std::uint32_t> touched_;
};

}  // namespace

std::vector<Pair> candidates(const std::vector<Side>& sides, const LeastOverlap& least, const Grammar& grammar) {
  assert(least.across > 0 && least.own > 0 && least.together > 0);
  const Vocabulary vocabulary(grammar);
  const Bags bags = read(sides, vocabulary);
  Index all(bags, least.across), own(bags, least.own), together(bags, least.together);
  std::vector<Pair> out;
  for (std::size_t b = 0; b < sides.size(); ++b) {
    const Side& side = sides[b];
    const std::size_t first = out.size();
    const auto keep = [&](std::size_t a, double overlap) { out.push_back({a, b, overlap}); };
    all.add(b, 0, keep);
    if (!side.speaker.empty() && least.own < least.across) own.add(b, stem_id(side.speaker), keep);
    if (!side.context.empty() && least.together < least.across) together.add(b, stem_id(side.context), keep);
    const auto from = out.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(from, out.end(), [](const Pair& x, const Pair& y) { return x.a < y.a; });
    out.erase(std::unique(from, out.end(), [](const Pair& x, const Pair& y) { return x.a == y.a; }), out.end());
  }
  std::stable_sort(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.a < y.a; });
  return out;
}

std::vector<Pair> candidates(const std::vector<Side>& sides, double least_overlap, const Grammar& grammar) {
  return candidates(sides, LeastOverlap{least_overlap, least_overlap, least_overlap / 2}, grammar);
}

}  // namespace onrecord
