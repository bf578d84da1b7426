// Candidate pairs against all pairs, and topics.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "compare/candidates.h"
#include "compare/pair.h"
#include "compare/words.h"

using namespace onrecord;

namespace {

const std::vector<Side>& sides() {
  static const std::vector<Side> all{
      said("Ines Keller", "The carbon tax will stay for ten winters", "said", "one"),
      said("Tomas Osei", "The carbon tax must go before winter", "said", "one"),
      said("Ines Keller", "Dockers deserve a better contract", "said", "two"),
      said("Runa Holt", "The contract with the dockers was signed at noon", "said", "three"),
      said("Runa Holt", "Nobody asked the fishermen about the carbon tax", "said", "three"),
      said("Tomas Osei", "Fishermen mend nets", "said", "four"),
      said("Tomas Osei", "", "said", "four")};
  return all;
}

// Weighted Jaccard of every pair, the obvious way.
std::map<std::pair<std::size_t, std::size_t>, double> overlaps() {
  const Vocabulary vocabulary(builtin_grammar());
  std::vector<std::set<std::uint64_t>> stems;
  std::map<std::uint64_t, double> count;
  for (const Side& side : sides()) {
    stems.emplace_back();
    for (const Word& w : vocabulary.content(side)) stems.back().insert(w.stem);
    for (const auto s : stems.back()) ++count[s];
  }
  std::map<std::pair<std::size_t, std::size_t>, double> out;
  for (std::size_t a = 0; a < stems.size(); ++a)
    for (std::size_t b = a + 1; b < stems.size(); ++b) {
      double shared = 0, all = 0;
      std::set<std::uint64_t> both = stems[a];
      both.insert(stems[b].begin(), stems[b].end());
      for (const auto s : both) {
        const double weight = std::log1p(static_cast<double>(stems.size()) / count[s]);
        all += weight;
        if (stems[a].count(s) != 0 && stems[b].count(s) != 0) shared += weight;
      }
      if (shared > 0) out[{a, b}] = shared / all;
    }
  return out;
}

}  // namespace

TEST_CASE("candidates are exactly the pairs that overlap enough") {
  for (const double least : {0.02, 0.05, 0.1, 0.25, 0.5}) {
    std::map<std::pair<std::size_t, std::size_t>, double> expected;
    for (const auto& [pair, overlap] : overlaps()) {
      const bool together = sides()[pair.first].context == sides()[pair.second].context;
      if (overlap >= (together ? least / 2 : least)) expected[pair] = overlap;
    }
    std::map<std::pair<std::size_t, std::size_t>, double> found;
    for (const Pair& p : candidates(sides(), least, builtin_grammar())) found[{p.a, p.b}] = p.overlap;
    INFO(least);
    REQUIRE(found.size() == expected.size());
    for (const auto& [pair, overlap] : expected) CHECK(found.at(pair) == Approx(overlap));
  }
}

TEST_CASE("one speaker and one context need less overlap") {
  const LeastOverlap least{0.5, 0.02, 0.02};
  std::size_t expected = 0;
  for (const auto& [pair, overlap] : overlaps()) {
    const Side &a = sides()[pair.first], &b = sides()[pair.second];
    const double needed = a.context == b.context ? least.together : a.speaker == b.speaker ? least.own : least.across;
    expected += overlap >= needed;
  }
  CHECK(candidates(sides(), least, builtin_grammar()).size() == expected);
  CHECK(expected > candidates(sides(), LeastOverlap{0.5, 0.5, 0.5}, builtin_grammar()).size());
}

TEST_CASE("nothing has no candidates and no topics") {
  CHECK(candidates({}, 0.1, builtin_grammar()).empty());
  CHECK(topics({}, builtin_grammar()).empty());
}

TEST_CASE("topics are named as a reporter would name them, and a side is in one") {
  const std::vector<Topic> found = topics(sides(), builtin_grammar());
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().name == "carbon tax");
  CHECK(found.front().members == std::vector<std::size_t>{0, 1, 4});
  std::set<std::size_t> seen;
  for (const Topic& topic : found)
    for (const std::size_t member : topic.members) CHECK(seen.insert(member).second);
}

TEST_CASE("what no rule names is named by the words most share") {
  const std::vector<Side> all{said("Ines Keller", "The lighthouse keeper was paid in stamps"),
                              said("Tomas Osei", "No lighthouse keeper ever owned a stamp"),
                              said("Runa Holt", "Ferries sail at dawn")};
  const std::vector<Topic> found = topics(all, builtin_grammar());
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "lighthouse keeper");
  CHECK(found[0].members == std::vector<std::size_t>{0, 1});
}

TEST_CASE("of very many that overlap, the nearest are paired, and time does not run away") {
  Candidates all;
  constexpr std::uint64_t own = 1000;
  for (std::uint64_t i = 0; i < 500; ++i)  // all share seven stems; neighbours share an eighth
    all.add({1, 2, 3, 4, 5, 6, 7, own + i / 2, 5000 + i}, "", "");
  const std::vector<Pair> found = all.pairs({});
  CHECK(found.size() <= 500 * 12);
  std::size_t neighbours = 0;
  for (const Pair& p : found) neighbours += p.a / 2 == p.b / 2;
  CHECK(neighbours == 250);
}

TEST_CASE("a part of the sides is weighed as the whole would be") {
  const auto two = [] {
    Candidates part;
    part.add({1, 2, 3}, "", "");
    part.add({1, 4, 5}, "", "");
    return part;
  };
  const auto overlap = [](const Candidates& part) {
    const std::vector<Pair> found = part.pairs({.across = 0.01});
    return found.empty() ? 0 : found[0].overlap;
  };
  Candidates rare = two(), usual = two();
  rare.weigh(100000, {{1, 2}}, 500);
  usual.weigh(100000, {{1, 1900}}, 500);
  CHECK(overlap(rare) == Approx(std::log1p(50000) / (std::log1p(50000) + 4 * std::log1p(200))));
  CHECK(overlap(usual) == Approx(std::log1p(100000 / 1900.0) / (std::log1p(100000 / 1900.0) + 4 * std::log1p(200))));
  Candidates common = two();
  common.weigh(100000, {{1, 2001}}, 500);  // opens nothing
  CHECK(overlap(common) == 0);
}
