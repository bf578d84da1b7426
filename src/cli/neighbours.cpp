#include "cli/neighbours.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "cli/claims.h"
#include "compare/position.h"

namespace onrecord {
namespace {

constexpr std::size_t most_of_claim = 24;
constexpr std::size_t most_against = 64;  // one stand, the latest

// The index of words, each asked for once.
class Places {
 public:
  Places(const Store& store, std::size_t statements) : store_(store), statements_(static_cast<double>(statements)) {}

  struct Place {
    std::vector<std::int64_t> keys;
    float weight = 0;
  };
  const Place& of(std::uint64_t stem, const std::string& word) {
    const auto [at, is_new] = places_.emplace(stem, Place());
    if (!is_new) return at->second;
    auto keys = store_.with_word(word, Neighbours::common);
    const std::size_t count = keys ? std::max<std::size_t>(keys->size(), 1) : Neighbours::common + 1;
    counts[stem] = static_cast<std::uint32_t>(count);
    at->second.weight = static_cast<float>(std::log1p(statements_ / static_cast<double>(count)));
    if (keys) at->second.keys = std::move(*keys);
    return at->second;
  }

  std::unordered_map<std::uint64_t, std::uint32_t> counts;

 private:
  const Store& store_;
  const double statements_;
  std::unordered_map<std::uint64_t, Place> places_;
};

}  // namespace

Neighbours neighbours_of(const std::vector<ClaimRow>& claims, const Store& store, std::size_t statements_in_store,
                         const Judge& judge) {
  Places places(store, statements_in_store);
  Neighbours out;
  for (const ClaimRow& claim : claims) {
    const auto position = judge.position(side_of(claim), claim.frame);
    std::unordered_map<std::int64_t, float> shared;
    for (const Content& c : position->parts.front().content) {
      const std::string word(slice(claim.text, position->words[c.word].at.range));
      const Places::Place& place = places.of(c.stem, word);
      for (const std::int64_t key : place.keys) shared[key] += place.weight;
    }
    shared.erase(claim.key);
    std::vector<std::pair<float, std::int64_t>> best;
    for (const auto& [key, weight] : shared) best.emplace_back(-weight, key);
    const std::size_t most = std::min(most_of_claim, best.size());
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(most), best.end());
    for (std::size_t i = 0; i < most; ++i) out.keys.push_back(best[i].second);
    out.keys.push_back(claim.key);
    for (const Stand& stand : position->stands)
      for (const std::int64_t key : store.with_stand(stand_text(stand, -stand.sign), most_against))
        out.keys.push_back(key);
  }
  std::sort(out.keys.begin(), out.keys.end());
  out.keys.erase(std::unique(out.keys.begin(), out.keys.end()), out.keys.end());
  out.counts = std::move(places.counts);
  return out;
}

}  // namespace onrecord
