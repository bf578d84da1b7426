#include "core/by_hash.h"

#include <catch2/catch.hpp>

#include <string>

using namespace onrecord;

TEST_CASE("by hash: every value put is found, what was not put is none") {
  constexpr int count = 5000;
  ByHash<int> squares(count);
  for (int i = 1; i <= count; ++i) squares.put(hash64(std::to_string(i)), i * i);
  int wrong = 0;
  for (int i = 1; i <= count; ++i) wrong += squares.get(hash64(std::to_string(i))) != i * i;
  for (int i = count + 1; i <= 10 * count; ++i) wrong += squares.get(hash64(std::to_string(i))) != 0;
  CHECK(wrong == 0);
}

TEST_CASE("by hash: the last value put holds, an empty table has none") {
  ByHash<int> one(1);
  one.put(hash64("said"), 1);
  one.put(hash64("said"), 2);
  CHECK(one.get(hash64("said")) == 2);
  CHECK(ByHash<int>().get(hash64("said")) == 0);
}
