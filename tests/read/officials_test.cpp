// Files of known people: what is read of them, and what is said of a record that cannot be.
#include "read/officials.h"

#include <catch2/catch.hpp>

#include "core/error.h"

using namespace onrecord;
using Catch::Matchers::Contains;

namespace {

// "Jana Holub (J. Holub) [wikidata Q1] Senator/Senate/HO/Reds 2016..2017-01"
std::string shown(const OfficialsRead& read) {
  std::string out;
  for (const Official& o : read.officials) {
    out += (out.empty() ? "" : " | ") + o.name;
    for (const std::string& name : o.other_names) out += " (" + name + ")";
    for (const Identifier& id : o.identifiers) out += " [" + id.scheme + " " + id.value + "]";
    for (const Term& t : o.terms)
      out += " " + t.role + "/" + t.organization + "/" + t.area + "/" + t.party + " " + t.since + ".." + t.until;
  }
  return out;
}

const std::string legislators =
    "- id:\n    bioguide: H1\n    wikidata: Q1\n    fec:\n    - S1\n  name:\n    first: Robert\n    middle: Ann\n"
    "    last: Marlow\n    nickname: Bob\n    suffix: Jr.\n  terms:\n  - type: sen\n    start: '2013-01-03'\n"
    "    end: '2019-01-03'\n    state: HO\n    party: Reds\n"
    "- id: {bioguide: S2}\n  name: {first: Petr, last: Sykora, official_full: Petr Q. Sykora}\n  terms:\n"
    "  - {type: rep, start: '2015-01-06', state: HO, district: 3}\n";

const std::string popolo = R"({
  "persons": [
    {"id": "p1", "name": "Jana Holub", "other_names": [{"name": "J. Holub"}],
     "identifiers": [{"scheme": "wikidata", "identifier": "Q7"}]},
    {"id": "p2", "name": "Petr Sykora",
     "memberships": [{"role": "coach", "organization": {"name": "FC Holm"}, "start_date": "2014"}]}
  ],
  "organizations": [{"id": "o1", "name": "House of Holm"}, {"id": "R", "name": "Reds"}],
  "areas": [{"id": "a1", "name": "Holm East"}],
  "events": [{"id": "term/8", "start_date": "2015-06-09"}],
  "memberships": [
    {"person_id": "p1", "organization_id": "o1", "role": "member", "area_id": "a1", "on_behalf_of_id": "R",
     "legislative_period_id": "term/8", "end_date": "2019-06"}
  ]
})";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("legislators: names in all their forms, ids, terms") {
  const OfficialsRead read = read_officials(legislators, "a.yaml");
  CHECK(read.problems.empty());
  CHECK(shown(read) ==
        "Bob Marlow Jr. (Robert Marlow Jr.) (Robert Ann Marlow Jr.) [wikidata Q1] [bioguide H1] "
        "Senator/United States Senate/HO/Reds 2013-01-03..2019-01-03 | "
        "Petr Q. Sykora (Petr Sykora) [bioguide S2] "
        "Representative/United States House of Representatives/HO-3/ 2015-01-06..");
  CHECK(read.officials[0].terms[0].source == "a.yaml");
}

TEST_CASE("Popolo: memberships beside and inside persons, by the names of what they name") {
  const OfficialsRead read = read_officials(popolo, "a.json");
  CHECK(read.problems.empty());
  CHECK(shown(read) ==
        "House of Holm [popolo o1] | Reds [popolo R] | "
        "Jana Holub (J. Holub) [wikidata Q7] member/House of Holm/Holm East/Reds 2015-06-09..2019-06 | "
        "Petr Sykora [popolo p2] coach/FC Holm// 2014..");
  CHECK(read.officials[0].kind == SpeakerKind::organization);
}

TEST_CASE("a table: a row a term, rows of one id are one person") {
  const OfficialsRead read = read_officials(
      "\xEF\xBB\xBFName,other_names,wikidata,role,since,until,note\r\n"
      "\"Holub, Jana\",J. Holub; Mayor H.,Q7,mayor,2014-05,2016,\"said \"\"no\"\"\"\r\n"
      "\r\n\"Holub, Jana\",,Q7,minister,2016-10-07,,\nPetr Sykora,,,,,,\n",
      "a.csv");
  CHECK(read.problems.empty());
  CHECK(
      shown(read) ==
      "Holub, Jana (J. Holub) (Mayor H.) [wikidata Q7] mayor/// 2014-05..2016 minister/// 2016-10-07.. | Petr Sykora");
}

TEST_CASE("a record that cannot be understood is named with line and field, the others are read") {
  const auto problem = [](const std::string& bytes, const std::string& file, std::size_t kept) {
    const OfficialsRead read = read_officials(bytes, file);
    CHECK(read.officials.size() == kept);
    REQUIRE(read.problems.size() == 1);
    return read.problems.front();
  };
  CHECK(problem(replaced(legislators, "'2019-01-03'", "soon"), "a.yaml", 1) ==
        "a.yaml:15: terms[0].end: “soon” is no day; write 2016-10-07, 2016-10 or 2016; this person is left out");
  CHECK_THAT(problem(replaced(legislators, "type: rep", "type: king"), "a.yaml", 1),
             Contains("a.yaml:21: terms[0].type: “king”"));
  CHECK_THAT(problem(replaced(legislators, "  name:\n", "  nam:\n"), "a.yaml", 1),
             Contains("a.yaml:1: name: it is missing"));
  CHECK_THAT(problem(replaced(legislators, "{bioguide: S2}", "{bioguide: S2"), "a.yaml", 1), Contains("not YAML"));
  CHECK_THAT(problem(replaced(popolo, "\"Jana Holub\"", "7"), "a.json", 3), Contains("a.json:3: name: not a text"));
  CHECK_THAT(problem(replaced(popolo, "\"2014\"", "\"soon\""), "a.json", 3),
             Contains("a.json:6: memberships.start_date: “soon” is no day"));
  CHECK_THAT(problem(replaced(popolo, "\"p1\", \"organization_id\"", "\"p9\", \"organization_id\""), "a.json", 4),
             Contains("a.json:12: person_id: “p9” is nobody in this file"));
  CHECK_THAT(problem(replaced(popolo, "\"name\": \"Petr", "\"name\" \"Petr"), "a.json", 3),
             Contains("a.json:5: persons: not JSON"));
  CHECK_THAT(problem("name,since\nJana,soon\nPetr,2016\n", "a.csv", 1), Contains("a.csv:2: since: “soon” is no day"));
  CHECK_THAT(problem("name,since\nJana\nPetr,2016\n", "a.csv", 1),
             Contains("a.csv:2: 1 cells where the heading has 2"));
  CHECK_THAT(problem("name,since\n,2016\nPetr,2016\n", "a.csv", 1), Contains("a.csv:2: name: it is empty"));
  CHECK_THAT(problem("name,since\nPetr,2016\n\"Jana,2016\n", "a.csv", 1),
             Contains("a.csv:3: a quotation mark is not closed"));
}

TEST_CASE("what cannot be read by depth or bytes harms nothing else") {
  const std::string deep(100000, '[');
  const OfficialsRead read = read_officials(
      "{\"persons\": [{\"name\": \"Jana\"}, {\"name\": " + deep + std::string(100000, ']') + "}]}", "a.json");
  CHECK(shown(read) == "Jana");
  REQUIRE(read.problems.size() == 1);
  CHECK_THAT(read.problems.front(), Contains("a.json:1: persons: too many brackets"));
  CHECK(shown(read_officials("name\nJan\xE1\n", "a.csv")) == "Jan\uFFFD");
}

TEST_CASE("a file that is none of these is an error") {
  CHECK_THROWS_WITH(read_officials("", "a.json"), Contains("a.json: the file is empty"));
  CHECK_THROWS_WITH(read_officials("[1, 2]", "a.json"), Contains("not Popolo"));
  CHECK_THROWS_WITH(read_officials("{\"people\": []}", "a.json"), Contains("no list “persons”"));
  CHECK_THROWS_WITH(read_officials("name: Jana\n", "a.yaml"), Contains("no list of people"));
  CHECK_THROWS_WITH(read_officials("who,when\nJana,2016\n", "a.csv"), Contains("a.csv:1: no column is called name"));
}
