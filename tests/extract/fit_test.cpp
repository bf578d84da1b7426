#include "extract/fit.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace onrecord;

namespace {

// Forty choices of three places: a stop is right in nine of ten, a comma in one.
std::vector<Alternatives> forty() {
  std::vector<Alternatives> out;
  for (std::size_t i = 0; i < 40; ++i)
    out.push_back({{{"comma"}, {"stop"}, {"comma", i % 2 == 0 ? "odd" : "even"}}, i % 10 == 0 ? 0U : 1U, {}});
  return out;
}

}  // namespace

TEST_CASE("the weights fit what is right most often") {
  const Weights weights = Weights::parse(fit(forty(), 3, 1), "weights");
  CHECK(weights.hundredths("stop") > weights.hundredths("comma") + 100);
  // Held to 0 hardly at all they give the shares themselves: 36 to 4, of two commas.
  const Weights free = Weights::parse(fit(forty(), 30, 1e-6), "weights");
  const int apart = free.hundredths("stop") - free.hundredths("comma");
  CHECK(std::abs(apart - 289) <= 2);  // log(36 / (4 / 2))
}

TEST_CASE("weights do not hang on the order of the choices") {
  std::vector<Alternatives> choices = forty();
  const std::string forward = fit(choices, 3, 5);
  std::reverse(choices.begin(), choices.end());
  CHECK(fit(choices, 3, 5) == forward);
  std::rotate(choices.begin(), choices.begin() + 7, choices.end());
  CHECK(fit(choices, 3, 5) == forward);
}

TEST_CASE("of places that are as right as each other either will do") {
  std::vector<Alternatives> choices;
  for (int i = 0; i < 20; ++i) choices.push_back({{{"first"}, {"last"}, {"none"}}, 0, {1}});
  const Weights weights = Weights::parse(fit(choices, 3, 1), "weights");
  CHECK(weights.hundredths("first") == weights.hundredths("last"));
  CHECK(weights.hundredths("first") > weights.hundredths("none") + 100);
}

TEST_CASE("a stronger prior holds weights closer to nothing; what is seldom seen has none") {
  const auto stop = [](double ridge) { return Weights::parse(fit(forty(), 3, ridge), "weights").hundredths("stop"); };
  CHECK(stop(1) > stop(10));
  CHECK(stop(10) > stop(100));
  CHECK(fit(forty(), 1000, 1).empty());
  CHECK(fit({}, 3, 1).empty());
}
