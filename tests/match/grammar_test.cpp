#include <catch2/catch.hpp>

#include "match/small_grammar.h"

using namespace onrecord;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

// A stage "told" and one rule, which begins in line 4.
std::string rule(const std::string& lines) {
  return "[stage]\nname = \"told\"\ncaptures = [\"source\", \"cue\"]\n[[rule]]\n" + lines;
}

}  // namespace

TEST_CASE("a rule keeps what is written of it") {
  const Grammar grammar = grammar_of(
      "[stage]\nname = \"told\"\ncaptures = [\"cue\"]\nkeys = [\"way\"]\n[define]\nWHO = \"TITLE? NAME\"\n[[rule]]\n"
      "id = \"a\"\npattern = \"WHO cue:(SAY)\"\nway = \"aloud\"\nyes = [\"one\"]\nno = [\"two\", \"three\"]\n");
  const Rule& a = grammar.stage("told").rules().at(0);
  CHECK(a.id == "a");
  CHECK(a.stage == "told");
  CHECK(a.pattern == "WHO cue:(SAY)");
  CHECK(a.keys.at("way") == "aloud");
  CHECK(a.yes.size() == 1);
  CHECK(a.no.size() == 2);
  CHECK(a.file == "mine.toml");
  CHECK(a.line == 7);
  CHECK(grammar.stage("told").cost(0) > 0);
}

TEST_CASE("an error of a rule file names file, line and column, and what was meant") {
  CHECK_THAT(error_of(rule("id = \"a\"\npattern = \"NAME SYA\"")),
             StartsWith("mine.toml:6:17: no symbol, class or define is named SYA; did you mean SAY?"));
  CHECK_THAT(error_of(rule("id = \"a\"\npattern = \"NAME (SAY\"")), StartsWith("mine.toml:6:17: '(' is not closed"));
  CHECK_THAT(error_of(rule("id = \"a\"\npattern = \"sourc:(NAME)\"")),
             Contains("mine.toml:6:") && Contains("captures nothing named sourc; did you mean source?"));
  CHECK_THAT(error_of(rule("id = \"a\"\npatern = \"NAME\"")), Contains("mine.toml:6:") &&
                                                                  Contains("\"patern\" has no meaning in a rule") &&
                                                                  Contains("did you mean pattern?"));
  CHECK_THAT(error_of(rule("id = \"a\"\npattern = \"NAME\"\n[[rule]]\nid = \"a\"\npattern = \"SAY\"")),
             Contains("mine.toml:8:") && Contains("the id a is taken by the rule at mine.toml:4"));
  CHECK_THAT(error_of(rule("id = \"a\"\npattern = \"cue:(SAY)\"\nwhere = {cue = \"(\"}")),
             StartsWith("mine.toml:7:") && Contains("missing )"));
  CHECK_THAT(error_of(rule("id = \"a\"\npattern = \"cue:(SAY)\"\nwhere = {que = \"x\"}")),
             Contains("captures nothing named que; did you mean cue?"));
  CHECK_NOTHROW(grammar_of(rule("id = \"a\"\npattern = \"cue:(SAY)\"\nwhere = {cue = '[[:punct:](]'}")));
  CHECK_THAT(error_of(rule("id = \"a\"\ntext = '\\Q(\\E'")),
             StartsWith("mine.toml:6:") && Contains("its brackets cannot be counted; write a bracket"));
  CHECK_THAT(error_of(rule("id = \"a\"\npattern = \"SAY\"\nyes = \"one\"")),
             Contains("\"yes\" must be a list of strings"));
  CHECK_THAT(error_of(rule("id = \"a\"")), Contains("either a \"pattern\" or a \"text\""));
  CHECK_THAT(error_of(rule("pattern = \"SAY\"")), Contains("the rule has no \"id\""));
}

TEST_CASE("a file that is no TOML is named with line and column") {
  CHECK_THAT(error_of("[stage]\nname = \"told\nx"), StartsWith("mine.toml:2:") && Contains("correct it"));
  CHECK_THAT(error_of("[staeg]\nname = \"told\""), StartsWith("mine.toml:") && Contains("did you mean stage?"));
  CHECK_THAT(error_of("[[rule]]\nid = \"a\"\npattern = \"SAY\""),
             Contains("the file has rules but no [stage] name; add "));
}

TEST_CASE("rules of a stage that no file opens, and a stage opened twice") {
  CHECK_THAT(error_of("[stage]\nname = \"tolled\"\n[[rule]]\nid = \"a\"\npattern = \"SAY\""),
             Contains("no file opens the stage \"tolled\""));
  CHECK_THAT(error_of("[[symbol]]\nname = \"OTHER\"\nchar = \"N\""), Contains("the sign is taken by NAME"));
  CHECK_THAT(error_of("[[words]]\nid = \"x\"\nsymbol = \"NAEM\"\nwords = [\"a\"]"), Contains("did you mean NAME?"));
  CHECK_THROWS_WITH(grammar_of("").stage("told"), Contains("no rule file opens the stage \"told\""));
}

TEST_CASE("the hash of a grammar is that of its files") {
  CHECK(grammar_of("# one").hash() == grammar_of("# one").hash());
  CHECK(grammar_of("# one").hash() != grammar_of("# two").hash());
}
