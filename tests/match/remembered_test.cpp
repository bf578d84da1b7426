#include "match/remembered.h"

#include <catch2/catch.hpp>

using namespace onrecord;

TEST_CASE("remembered: finds what was kept of just that hash") {
  Remembered<4> remembered;
  const std::uint64_t hash = std::uint64_t{5} << 60 | 1, beside = hash + 2;  // of one place
  CHECK(!remembered.find(hash));
  remembered.keep(hash, 0);
  CHECK(remembered.find(hash) == 0u);
  CHECK(!remembered.find(beside));
  remembered.keep(beside, 7);
  CHECK(remembered.find(hash) == 0u);
  CHECK(remembered.find(beside) == 7u);
  remembered.keep(beside, 8);
  CHECK(remembered.find(beside) == 7u);
}

TEST_CASE("remembered: once full it keeps what it has") {
  Remembered<4> remembered;
  for (std::uint32_t i = 1; i <= 100; ++i) remembered.keep(std::uint64_t{i} << 57 | 2 * i, i);
  int found = 0;
  for (std::uint32_t i = 1; i <= 100; ++i) found += remembered.find(std::uint64_t{i} << 57 | 2 * i) == i;
  CHECK(found == 16);
  CHECK(remembered.find(std::uint64_t{1} << 57 | 2) == 1u);
}
