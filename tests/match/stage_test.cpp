#include <catch2/catch.hpp>

#include "match/small_grammar.h"
#include "match/stage_parts.h"

using namespace onrecord;

namespace {

std::string stage(const std::string& rules, const std::string& more = "") {
  return "[stage]\nname = \"told\"\ncaptures = [\"source\", \"cue\"]\n" + more + "\n" + rules;
}

std::string rule(const std::string& id, const std::string& pattern, const std::string& more = "") {
  return "[[rule]]\nid = \"" + id + "\"\npattern = \"" + pattern + "\"\n" + more + "\n";
}

// The words under a stretch: the symbols themselves.
Stage::Words over(const std::string& symbols) {
  return [&symbols](Range r) { return slice(symbols, r); };
}

// "a 0-2 source 0-1": the rule, what it matched, what it captured.
std::string shown(const Stage& told, const Match& match) {
  if (!match) return "none";
  const auto range = [](Range r) { return " " + std::to_string(r.begin) + "-" + std::to_string(r.end); };
  std::string out = match.rule->id + range(match.whole);
  for (std::size_t i = 0; i < match.captures.size(); ++i)
    if (match.captures[i]) out += " " + told.captures()[i] + range(*match.captures[i]);
  return out;
}

std::string all(const std::string& rules, const std::string& symbols, int pass = 1) {
  const Grammar grammar = grammar_of(stage(rules));
  std::string out;
  for (const Match& match : grammar.stage("told").all(symbols, over(symbols), pass))
    out += (out.empty() ? "" : "; ") + shown(grammar.stage("told"), match);
  return out;
}

std::string first(const std::string& rules, const std::string& symbols, const std::string& refused = "") {
  const Grammar grammar = grammar_of(stage(rules));
  return shown(grammar.stage("told"), grammar.stage("told").first(symbols, over(symbols), [&](const Match& m) {
    return m.rule->id != refused;
  }));
}

std::string around(const std::string& rules, const std::string& symbols, std::size_t focus) {
  const Grammar grammar = grammar_of(stage(rules, "focus = {capture = \"cue\", symbols = [\"SAY\"]}"));
  return shown(grammar.stage("told"), grammar.stage("told").around(focus, symbols, over(symbols), {}, {}));
}

}  // namespace

TEST_CASE("all: leftmost, then longest, then file order, never overlapping") {
  CHECK(all(rule("a", "NAME SAY") + rule("b", "WORD NAME"), "wNV") == "b 0-2");
  CHECK(all(rule("short", "NAME") + rule("long", "NAME SAY"), "NV") == "long 0-2");
  CHECK(all(rule("one", "NAME SAY") + rule("two", "NOUN SAY"), "NV") == "one 0-2");
  CHECK(all(rule("two", "NOUN SAY") + rule("one", "NAME SAY"), "NV") == "two 0-2");
  CHECK(all(rule("a", "NAME+"), "NNwN") == "a 0-2; a 3-4");
  CHECK(all(rule("a", "NAME"), "ww") == "");
  CHECK(all(rule("a", "NAME"), "") == "");
}

TEST_CASE("all: captures count symbols of the whole string") {
  CHECK(all(rule("a", "source:(NAME) cue:(SAY)"), "wNVwNV") == "a 1-3 source 1-2 cue 2-3; a 4-6 source 4-5 cue 5-6");
}

TEST_CASE("all: a pass sees only its own rules") {
  const std::string rules = rule("a", "NAME", "pass = 1") + rule("b", "SAY", "pass = 2");
  CHECK(all(rules, "NV", 1) == "a 0-1");
  CHECK(all(rules, "NV", 2) == "b 1-2");
}

TEST_CASE("all: what was seen before matches as it did, where it stands now") {
  const Grammar grammar = grammar_of(stage(rule("opens", "^ source:(NAME) SAY") + rule("ends", "source:(NAME) SAY $") +
                                           rule("b", "source:(NAME)+ SAY", "where = {match = \"^NNV\"}")));
  const auto found = [&](const std::string& symbols) {
    std::string out;
    for (const Match& match : grammar.stage("told").all(symbols, over(symbols)))
      out += shown(grammar.stage("told"), match) + ";";
    return out;
  };
  for (int time = 0; time < 3; ++time) {
    CHECK(found("NVw") == "opens 0-2 source 0-1;");
    CHECK(found("wNV") == "ends 1-3 source 1-2;");
    CHECK(found("wNVw") == "");
    CHECK(found("wNNVwNNV") == "b 1-4 source 2-3;b 5-8 source 6-7;");
  }
  // The words decide anew each time.
  const Stage::Words other = [](Range) { return std::string_view("NV"); };
  CHECK(grammar.stage("told").all("wNNVw", other).empty());
}

TEST_CASE("first: file order, not place") {
  CHECK(first(rule("a", "SAY") + rule("b", "NAME"), "NV") == "a 1-2");
  CHECK(first(rule("a", "QUOTE") + rule("b", "NAME"), "NV") == "b 0-1");
  CHECK(first(rule("a", "QUOTE"), "NV") == "none");
}

TEST_CASE("first: what is not accepted leaves the place to the next rule") {
  const std::string rules = rule("a", "SAY") + rule("b", "NAME");
  CHECK(first(rules, "NV", "a") == "b 0-1");
}

TEST_CASE("around: the first rule in file order that matches there, from as far left as it can") {
  const std::string rules = rule("a", "source:(NAME+) WORD* cue:(SAY)") + rule("b", "cue:(SAY) QUOTE");
  CHECK(around(rules, "NNwV", 3) == "a 0-4 source 0-2 cue 3-4");
  CHECK(around(rules, "N,VQ", 2) == "b 2-4 cue 2-3");
  CHECK(around(rules, "N,V", 2) == "none");
  CHECK(around(rules, "N,wVQ", 3) == "b 3-5 cue 3-4");
  CHECK(around(rule("a", "QUOTE? cue:(NAME WORD | SAY) WORD"), "QVw", 1) == "a 0-3 cue 1-2");
  CHECK(around(rule("a", "^ WORD cue:(SAY)"), "wwV", 2) == "none");
  CHECK(around(rule("a", "^ WORD+ cue:(SAY) STOP? $"), "wwV.", 2) == "a 0-4 cue 2-3");
  CHECK(around(rule("a", "WORD cue:(SAY) STOP? $"), "wV.w", 1) == "none");
  std::string many;  // more than stand in one block
  for (int i = 0; i < 70; ++i) many += rule("no" + std::to_string(i), "COMMA cue:(SAY)");
  CHECK(around(many + rule("a", "cue:(SAY) STOP"), "NV.", 1) == "a 1-3 cue 1-2");
}

TEST_CASE("all: over text a match begins where a word does") {
  const Grammar grammar =
      grammar_of("[stage]\nname = \"told\"\ncaptures = [\"cue\"]\n[[rule]]\nid = \"a\"\ntext = '\\w*day'\n");
  const std::string text = "a midday, mayday";
  std::string out;
  for (const Match& match : grammar.stage("told").all(text, over(text)))
    out += shown(grammar.stage("told"), match) + ";";
  CHECK(out == "a 2-8;a 10-16;");
}

TEST_CASE("first: a name captured in two places is one capture") {
  const std::string rules = rule("a", "source:(NAME) SAY QUOTE | QUOTE SAY source:(NAME)");
  CHECK(first(rules, "NVQ") == "a 0-3 source 0-1");
  CHECK(first(rules, "QVN") == "a 0-3 source 2-3");
}

TEST_CASE("the groups of an expression are counted as RE2 counts them") {
  const std::string expression = R"((a)\((?P<b>[](]x)(?:c|(?P<d__2>[^])]))(?i:e)[(])";
  CHECK(names_of_groups(expression) == std::vector<std::string>{"", "b", "d__2"});
  CHECK(re2::RE2(expression).NumberOfCapturingGroups() == 3);
}

TEST_CASE("where: the captured words decide") {
  const std::string rules = rule("a", "source:(NAME+) SAY", "where = {source = \"^NN$\"}") +
                            rule("b", "source:(NAME+) SAY", "where = {not_source = \"NNN\"}");
  CHECK(first(rules, "NNV") == "a 0-3 source 0-2");
  CHECK(first(rules, "NV") == "b 0-2 source 0-1");
  CHECK(first(rules, "NNNV") == "none");
  CHECK(first(rule("a", "NAME SAY?", "where = {match = \"V\"}"), "N") == "none");
  CHECK(first(rule("a", "source:(NAME)? SAY", "where = {source = \"N\"}"), "V") == "none");
}

TEST_CASE("each: every rule that matches, in file order") {
  const Grammar grammar = grammar_of(stage(rule("a", "SAY") + rule("b", "QUOTE") + rule("c", "NAME")));
  const std::string symbols = "NV";
  const auto matches = grammar.stage("told").each(symbols, over(symbols));
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].rule->id == "a");
  CHECK(matches[1].rule->id == "c");
}

TEST_CASE("a text rule runs over the bytes") {
  const Grammar grammar = grammar_of(
      "[stage]\nname = \"told\"\ncaptures = [\"cue\"]\n[define]\nDAY = \"Monday|Friday\"\n[[rule]]\nid = \"a\"\ntext = "
      "'(?P<cue>on <DAY>)'\n");
  const std::string text = "It was – on Friday – said.";
  CHECK(shown(grammar.stage("told"), grammar.stage("told").first(text, over(text))) == "a 11-20 cue 11-20");
}
