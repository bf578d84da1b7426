#include "extract/crossed.h"

#include <catch2/catch.hpp>

using namespace onrecord;

namespace {

using Side = OneOf<"left", "right">;
using Size = OneOf<"", "small", "large">;

}  // namespace

TEST_CASE("one of a few words") {
  CHECK(Side().part().text == "left");
  CHECK(Side("right").number() == 1);
  CHECK((Side::at(1) == "right"));
  CHECK(Size("small").part().hash == FeaturePart("small").hash);
}

TEST_CASE("a crossed feature weighs what its words do") {
  const Weights weights = Weights::parse(
      "side left\t1\nside+size left large\t-2\nside+size right small\t.5\n"
      "side+size right\t3\nall\t.25\n",
      "w.txt");
  const Crossed<Side> side(weights, "side");
  CHECK(side.hundredths("left") == 100);
  CHECK(side.hundredths("right") == 0);
  const Crossed<Side, Size> both(weights, "side+size");
  CHECK(both.hundredths("left", "large") == -200);
  CHECK(both.hundredths("right", "small") == 50);
  CHECK(both.hundredths("right", "") == 300);  // no word
  CHECK(both.hundredths("left", "small") == 0);
  CHECK(Crossed<>(weights, "all").hundredths() == 25);
}

TEST_CASE("crossed features are summed and written as others are") {
  const Weights weights = Weights::parse("side left\t1\nother\t2\n", "w.txt");
  const Crossed<Side> side(weights, "side");
  Sum sum(weights);
  sum(side, "left");
  sum("other");
  CHECK(sum.hundredths() == 300);
  const Crossed<Side, Size> both(weights, "side+size");
  Written written;
  written(both, "right", "large");
  written(both, "right", "");
  CHECK(written.take() == std::vector<std::string>{"side+size right large", "side+size right"});
}
