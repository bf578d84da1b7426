// WeightTable: weights by the hash of a feature, found without a branch.
//
// Of the features of a case half have no weight, and nothing tells beforehand which: a search that ends where it finds
// something makes the processor guess, and it guessed wrong two million times a round over train. Here a feature's line
// of sixteen weights, one line of the cache, is compared as a whole. Of a feature only 16 bits beside its place are
// kept: one without a weight is given another’s in 1 of 8,000 cases, one with a weight in 1 of 16,000. With 20 bits,
// in lanes twice as wide, nine records of 17,900 were others, and extract was 8 in 100 slower.
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

  // Where the weight of a feature is, if it has one.
  struct Place {
    std::uint32_t line;
    std::uint16_t check;
  };
  Place place_of(std::uint64_t hash) const {
    const auto check = static_cast<std::uint16_t>(hash >> 16);
    return {static_cast<std::uint32_t>((hash >> 32) * lines_.size() >> 32), check == 0 ? std::uint16_t{1} : check};
  }

  // It will be asked for soon.
  void fetch(Place place) const { __builtin_prefetch(lines_.data() + place.line); }

  // In hundredths, 0 where there is none; of several, up to `at_once`, their sum.
  static constexpr std::size_t at_once = 16;  // no sum of as many overflows a lane
  int get(const Place* places, std::size_t count) const {
    assert(count <= at_once);
    Eight found{};
    for (std::size_t i = 0; i < count; ++i) {
      const Line& line = lines_[places[i].line];
      const auto check = static_cast<std::int16_t>(places[i].check);
      found += ((line.checks[0] == check) & line.weights[0]) | ((line.checks[1] == check) & line.weights[1]);
    }
    found += __builtin_shufflevector(found, found, 4, 5, 6, 7, 0, 1, 2, 3);
    found += __builtin_shufflevector(found, found, 2, 3, 0, 1, 6, 7, 4, 5);
    return static_cast<std::int16_t>(found[0] + found[1]);
  }
  int get(Place place) const { return get(&place, 1); }
  int get(std::uint64_t hash) const { return get(place_of(hash)); }

 private:
  using Eight = std::int16_t __attribute__((vector_size(16)));  // compared at once
  struct alignas(64) Line {
    std::array<Eight, 2> checks{}, weights{};  // 0: free
  };

  // Whether all have room.
  bool fill(const std::vector<std::pair<std::uint64_t, int>>& weights, std::size_t lines) {
    lines_.assign(lines, Line());
    for (const auto& [hash, weight] : weights) {
      assert(weight >= -most && weight <= most);
      const Place place = place_of(hash);
      Line& line = lines_[place.line];
      const auto check = static_cast<std::int16_t>(place.check);
      std::size_t i = 0;
      while (i < 16 && line.checks[i / 8][i % 8] != 0 && line.checks[i / 8][i % 8] != check) ++i;
      if (i == 16) return false;
      line.checks[i / 8][i % 8] = check;
      line.weights[i / 8][i % 8] = static_cast<std::int16_t>(weight);
    }
    return true;
  }

  std::vector<Line> lines_;
};

}  // namespace onrecord
