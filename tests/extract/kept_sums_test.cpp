#include "extract/kept_sums.h"

#include <catch2/catch.hpp>

#include "extract/logistic.h"

using namespace onrecord;

TEST_CASE("a kept sum is found once") {
  const KeptSums<2> kept({3, 4});
  int asked = 0;
  const auto find = [&] { return 10 * ++asked; };
  CHECK(kept.get({0, 3}, find) == 10);
  CHECK(kept.get({1, 0}, find) == 20);
  CHECK(kept.get({2, 3}, find) == 30);
  CHECK(kept.get({0, 3}, find) == 10);
  CHECK(kept.get({1, 0}, find) == 20);
  CHECK(asked == 3);
}

TEST_CASE("kept features are summed and written as others are") {
  const Weights weights = Weights::parse("side left\t1\nsize\t-2.5\nother\t.25\n", "w.txt");
  const KeptSums<1> kept({2});
  const auto features = [](auto& each) {
    each("side", "left");
    each("size");
  };
  for (int round = 0; round < 2; ++round) {
    Sum sum(weights);
    sum("other");
    sum(kept, {1}, features);
    CHECK(sum.hundredths() == -125);
  }
  Written written;
  written(kept, {1}, features);
  written("other");
  CHECK(written.take() == std::vector<std::string>{"side left", "size", "other"});
}
