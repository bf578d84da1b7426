#include "extract/weight_table.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "core/by_hash.h"

using namespace onrecord;

TEST_CASE("weights by hash: hardly any is another’s") {
  constexpr int count = 30000;
  std::vector<std::pair<std::uint64_t, int>> weights;
  const auto weight = [](int i) { return i % (2 * WeightTable::most + 1) - WeightTable::most; };
  for (int i = 0; i < count; ++i) weights.emplace_back(hash64(std::to_string(i)), weight(i));
  const WeightTable table(weights);
  int wrong = 0, taken = 0;
  for (int i = 0; i < count; ++i) wrong += table.get(hash64(std::to_string(i))) != weight(i);
  for (int i = count; i < 11 * count; ++i) taken += table.get(hash64(std::to_string(i))) != 0;
  CHECK(wrong < 8);   // 2 are to be expected
  CHECK(taken < 80);  // 40 are to be expected
}

TEST_CASE("weights by hash: the last of a feature holds, an empty table has none") {
  const std::uint64_t said = hash64("said");
  CHECK(WeightTable({{said, 12}, {said, -34}}).get(said) == -34);
  CHECK(WeightTable().get(said) == 0);
}

TEST_CASE("weights by hash: of several the sum, as large as it gets") {
  std::vector<std::pair<std::uint64_t, int>> weights;
  for (std::size_t i = 0; i < WeightTable::at_once; ++i)
    weights.emplace_back(hash64(std::to_string(i)), -WeightTable::most);
  const WeightTable table(weights);
  std::vector<WeightTable::Place> places;
  for (const auto& [hash, weight] : weights) places.push_back(table.place_of(hash));
  CHECK(table.get(places.data(), places.size()) == -WeightTable::most * static_cast<int>(places.size()));
  CHECK(table.get(places.data(), 0) == 0);
  std::fill(places.begin(), places.end(), places.front());
  CHECK(table.get(places.data(), places.size()) == -WeightTable::most * static_cast<int>(places.size()));
}
