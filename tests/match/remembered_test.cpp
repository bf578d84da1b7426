#include "match/remembered.h"

#include <catch2/catch.hpp>
#include <string>

using namespace onrecord;

namespace {

struct Kept {
  std::string symbols;
  char edges = 0;
  int value = 0;
};

Stretch stretch(std::string_view symbols, std::uint64_t hash, char edges = 0) { return {symbols, edges, hash << 60}; }

template <typename Kind>
bool keep(Kind& remembered, const Stretch& of, int value) {
  auto made = std::make_unique<const Kept>(Kept{std::string(of.symbols), of.edges, value});
  remembered.keep(of, made);
  return made == nullptr;
}

}  // namespace

TEST_CASE("remembered: finds what was kept of just that stretch") {
  Remembered<Kept, 4> remembered;
  CHECK(remembered.find(stretch("NV", 1)) == nullptr);
  REQUIRE(keep(remembered, stretch("NV", 1), 7));
  REQUIRE(remembered.find(stretch("NV", 1)) != nullptr);
  CHECK(remembered.find(stretch("NV", 1))->value == 7);
  CHECK(remembered.find(stretch("NV", 1, 2)) == nullptr);  // at the end it is another
  CHECK(remembered.find(stretch("NQ", 1)) == nullptr);     // of the same hash
  CHECK(!keep(remembered, stretch("NV", 1), 8));           // the first stays
  CHECK(remembered.find(stretch("NV", 1))->value == 7);
}

TEST_CASE("remembered: once full it keeps what it has") {
  Remembered<Kept, 4> remembered;
  int kept = 0;
  for (int i = 0; i < 100; ++i) kept += keep(remembered, stretch(std::to_string(i), static_cast<std::uint64_t>(i)), i);
  CHECK(kept == 16);
  CHECK(remembered.find(stretch("0", 0))->value == 0);
  CHECK(remembered.find(stretch("99", 99)) == nullptr);
}
