#include "match/examples.h"

#include <catch2/catch.hpp>

#include "core/error.h"

using namespace onrecord;

namespace {

Rule rule_with(std::vector<std::string> yes, std::vector<std::string> no) {
  Rule rule;
  rule.id = "a";
  rule.file = "mine.toml";
  rule.line = 7;
  rule.yes = std::move(yes);
  rule.no = std::move(no);
  return rule;
}

// Finds rule "a" with the first "Holt" as its source.
std::vector<Found> finds_holt(const std::string& text) {
  const std::size_t at = text.find("Holt");
  if (at == std::string::npos) return {};
  return {{"a", {{"source", {at, at + 4}}}}};
}

}  // namespace

TEST_CASE("an example is its text and its marks") {
  const Example example = parse_example("{source:Anna Holt} {cue:said} \\{so\\}", Rule{});
  CHECK(example.text == "Anna Holt said {so}");
  CHECK(example.marked == std::vector<Marked>{{"source", {0, 9}}, {"cue", {10, 14}}});
  CHECK(parse_example("{Anna} left", Rule{}).marked == std::vector<Marked>{{"", {0, 4}}});
  CHECK(parse_example("{content:One} and {content:two}", Rule{}).marked.size() == 2);
}

TEST_CASE("a mark that is not closed names the rule") {
  CHECK_THROWS_WITH(parse_example("{source:Holt said", rule_with({}, {})),
                    "mine.toml:7: a '{' is not closed in the example \"{source:Holt said\"");
}

TEST_CASE("marks are put back as they were") {
  for (const std::string marked : {"{source:Anna Holt} {cue:said}.", "{Anna} left", "no marks"}) {
    const Example example = parse_example(marked, Rule{});
    CHECK(mark(example.text, example.marked) == marked);
  }
}

TEST_CASE("a yes holds with exactly its marks, a no where the rule finds nothing") {
  CHECK(check(rule_with({"{source:Holt} spoke"}, {"Marsh spoke"}), finds_holt).empty());

  const auto other = check(rule_with({"{source:Anna Holt} spoke"}, {}), finds_holt);
  REQUIRE(other.size() == 1);
  CHECK(other[0].what == "a finds Anna {source:Holt} spoke");

  const auto none = check(rule_with({"{source:Marsh} spoke"}, {}), finds_holt);
  REQUIRE(none.size() == 1);
  CHECK(none[0].what == "nothing is found");

  const auto wrongly = check(rule_with({}, {"Holt spoke"}), finds_holt);
  REQUIRE(wrongly.size() == 1);
  CHECK(wrongly[0].example == "Holt spoke");
  CHECK(wrongly[0].what == "it finds {source:Holt} spoke");
}

TEST_CASE("a no is broken only by its own rule") {
  Rule b = rule_with({}, {"Holt spoke"});
  b.id = "b";
  CHECK(check(b, finds_holt).empty());
}
