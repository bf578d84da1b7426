// Roles as they are compared, and tenures made of dated observations.
#include "core/tenure.h"

#include <catch2/catch.hpp>

using namespace onrecord;

namespace {

RegisterWords words() {
  RegisterWords words;
  read_register_words(
      "# comment\nformer\tpast\nex\tpast\nthen\tpast\nthe\tskip\nlongtime\tskip\nof\tend\nto\tend\nunder\tend\n"
      "Sen.\toffice senator\nSenator\toffice senator\nPresident\toffice president\nVice President\toffice vice "
      "president\nSecretary of State\toffice secretary of state\nGov.\toffice governor\nJr.\tsuffix\nBob\tfor Robert\n",
      words);
  return words;
}

// "governor", with "past" and "office" behind it where it is.
std::string form(const std::string& role) {
  const RoleForm form = form_of(role, words());
  return form.key + (form.past ? " past" : "") + (form.office ? " office" : "");
}

Observation seen(const std::string& role, const std::string& day, const std::string& statement) {
  return {role, parse_iso(day), parse_iso(day), statement};
}

// "Senator 2016-01-02 to 2016-03-04, over 2016-05-06: a b | …"
std::string shown(const std::vector<Tenure>& all) {
  std::string out;
  for (const Tenure& t : all) {
    out += (out.empty() ? "" : " | ") + t.role;
    if (t.since) out += " " + iso(*t.since);
    if (t.until) out += " to " + iso(*t.until);
    if (t.over) out += ", over " + iso(*t.over);
    if (!t.statements.empty()) out += ":";
    for (const std::string& statement : t.statements) out += " " + statement;
  }
  return out;
}

std::string held(const std::vector<Observation>& observations) { return shown(tenures(observations, {}, words())); }

}  // namespace

TEST_CASE("a role is compared by its office, else by its words") {
  CHECK(form("Sen. (R-Ariz.)") == "senator office");
  CHECK(form("Ohio Sen.") == "senator office");
  CHECK(form("Senator, Republican of Holm") == "senator office");
  CHECK(form("Senator of Holm") == "senator office");
  CHECK(form("former Holm Gov.") == "governor past office");
  CHECK(form("the ex-president") == "president past office");
  CHECK(form("Vice President") == "vice president office");
  CHECK(form("former Secretary of State under Holt") == "secretary of state past office");
  CHECK(form("top adviser to President") == "top adviser to president");
  CHECK(form("longtime “top” adviser") == "top adviser");
  CHECK(form("president-elect") == "president-elect");
  CHECK(form("former") == " past");
  CHECK(form("(R-Ariz.)") == "r-ariz");
}

TEST_CASE("an office has all its wordings") {
  CHECK(wordings_of("senator", words()) == std::vector<std::string>{"sen", "senator"});
  CHECK(wordings_of("coach", words()) == std::vector<std::string>{"coach"});
  CHECK(words().suffixes.contains("jr"));
  CHECK(words().given.at("bob") == "robert");
}

TEST_CASE("a tenure is from the first to the last day a role was seen") {
  CHECK(held({seen("Senator", "2016-03-04", "b"),
              seen("Sen.", "2016-01-02", "a"),
              seen("Sen. (R-Ariz.)", "2016-02-02", "c"),
              seen("coach", "2016-02-01", "d"),
              {"coach", {}, {}, "e"},
              seen("Senator", "2016-03-05", "f")}) ==
        "Senator 2016-01-02 to 2016-03-05: a c b f | coach 2016-02-01 to 2016-02-01: d e");
  CHECK(held({{"coach", {}, {}, "a"}}) == "coach: a");
  CHECK(held({}).empty());
}

TEST_CASE("former closes a tenure and opens none") {
  CHECK(held({seen("President", "2016-01-02", "a"), seen("former President", "2017-02-01", "b")}) ==
        "President 2016-01-02 to 2016-01-02, over 2017-02-01: a b");
  CHECK(held({seen("former President", "2016-02-01", "a")}) == "President, over 2016-02-01: a");
  // A courtesy between two articles with “former”, and on the day of one.
  CHECK(held({seen("former President", "2016-02-01", "a"), seen("President", "2016-03-01", "b"),
              seen("ex-President", "2016-04-01", "c"), seen("President", "2016-04-01", "d")}) ==
        "President, over 2016-02-01: a b c d");
  CHECK(held({seen("President", "2016-01-02", "a"), seen("former President", "2017-02-01", "b"),
              seen("President", "2025-01-21", "c")}) ==
        "President 2016-01-02 to 2016-01-02, over 2017-02-01: a b | President 2025-01-21 to 2025-01-21: c");
}

TEST_CASE("imported terms come first, with their own days") {
  Term term{"Senator", "", "WA", "", "2013-01-03", "2019", "a.yaml", {}};
  CHECK(shown(tenures({seen("Senator", "2016-01-02", "a")}, {term}, words())) ==
        "Senator 2013-01-03 to 2019-12-31 | Senator 2016-01-02 to 2016-01-02: a");
  CHECK(term.holds_on(*parse_iso("2019-12-31")));
  CHECK_FALSE(term.holds_on(*parse_iso("2013-01-02")));
  term.until = "";
  CHECK(term.holds_on(*parse_iso("2030-01-01")));
}

TEST_CASE("a day may be known in part") {
  CHECK(parse_partial("2016-10-07") == "2016-10-07");
  CHECK(parse_partial("2016-10-07T08:00Z") == "2016-10-07");
  CHECK(parse_partial("2016-10") == "2016-10");
  CHECK(parse_partial("2016") == "2016");
  for (const char* bad : {"", "16", "2016-13", "2016-02-30", "2016-10-07 noon", "soon"})
    CHECK_FALSE(parse_partial(bad));
  CHECK(last_of("2016-02") == parse_iso("2016-02-29"));
  CHECK(first_of("2016") == parse_iso("2016-01-01"));
  CHECK_FALSE(last_of(""));
}

TEST_CASE("one President Holt right before many former presidents is a courtesy") {
  const std::vector<Observation> many{seen("President", "2016-01-02", "a"), seen("former President", "2016-01-09", "b"),
                                      seen("former President", "2016-02-03", "c"),
                                      seen("former President", "2016-05-03", "d")};
  CHECK(held(many) == "President, over 2016-01-09: a b c d");
  CHECK(held({many[0], many[1], many[2]}) == "President 2016-01-02 to 2016-01-02, over 2016-01-09: a b c");
  CHECK(held({seen("President", "2015-11-02", "a"), many[1], many[2], many[3]}) ==
        "President 2015-11-02 to 2015-11-02, over 2016-01-09: a b c d");
}
