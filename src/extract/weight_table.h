// WeightTable: weights by the hash of a feature, found without a branch.
//
// Of the features of a case half have no weight, and nothing tells beforehand which: a search that ends where it finds
// something makes the processor guess, and it guessed wrong two million times a round over train. Here a feature's line
// of sixteen weights, one line of the cache, is compared as a whole. Of a feature only 20 bits beside its place are
// kept: one without a weight is given another’s in 1 of 60,000 cases.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace onrecord {

class WeightTable {
 public:
  static constexpr int most = 2047;  // of a weight's size, in hundredths

  // Of several weights of a feature the last.
  explicit WeightTable(const std::vector<std::pair<std::uint64_t, int>>& weights = {}) {
    std::size_t lines = weights.size() / 8 + 1;
    while (!fill(weights, lines)) lines += lines / 16 + 1;  // until none of them is over full
  }

  // In hundredths; 0 where there is none.
  int get(std::uint64_t hash) const {
    const Place place = place_of(hash);
    const auto& slots = lines_[place.line].slots;
    const auto same = [&](const Four& four) { return four & ((four & checks) == place.check); };
    const Four found = (same(slots[0]) | same(slots[1])) | (same(slots[2]) | same(slots[3]));
    return static_cast<std::int32_t>(found[0] | found[1] | found[2] | found[3]) >> check_bits;
  }

  // It will be asked for soon.
  void fetch(std::uint64_t hash) const { __builtin_prefetch(lines_.data() + place_of(hash).line); }

 private:
  static constexpr unsigned check_bits = 20;
  static constexpr std::uint32_t checks = (1U << check_bits) - 1;
  using Four = std::uint32_t __attribute__((vector_size(16)));  // compared at once
  struct alignas(64) Line {
    std::array<Four, 4> slots{};  // a weight above the check of its feature; 0: free
  };
  struct Place {
    std::size_t line;
    std::uint32_t check;
  };

  Place place_of(std::uint64_t hash) const {
    const std::uint64_t mixed = hash * 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing: the high bits are the best
    return {static_cast<std::size_t>((mixed >> 32) * lines_.size() >> 32),
            (static_cast<std::uint32_t>(mixed >> 8) & checks) | 1};
  }

  bool fill(const std::vector<std::pair<std::uint64_t, int>>& weights, std::size_t lines) {
    lines_.assign(lines, Line());
    for (const auto& [hash, weight] : weights) {
      assert(weight >= -most && weight <= most);
      const Place place = place_of(hash);
      auto& slots = lines_[place.line].slots;
      const auto free = [&](std::size_t i) { return slots[i / 4][i % 4] == 0; };
      const auto same = [&](std::size_t i) { return (slots[i / 4][i % 4] & checks) == place.check; };
      std::size_t i = 0;
      while (i < 16 && !free(i) && !same(i)) ++i;
      if (i == 16) return false;
      slots[i / 4][i % 4] = static_cast<std::uint32_t>(weight) << check_bits | place.check;
    }
    return true;
  }

  std::vector<Line> lines_;
};

}  // namespace onrecord
