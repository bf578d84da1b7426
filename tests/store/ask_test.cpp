// Asking: filters, order, words, and people with their roles.
#include <catch2/catch.hpp>

#include "store/sample.h"

using namespace onrecord;

namespace {

// Two years of news from Holm.
struct Holm {
  Holm() : store(":memory:", Store::Mode::write) {
    log(store, sample("Rail", "2015-03-02",
                      {{"Petr Sykora", "Rail comes first", "said", "transport minister", "2015-03-01"},
                       {"Karl Isaksen", "Rail is costly", "argued", "economist"}}));
    log(store, sample("Bridge", "2016-10-07",
                      {{"Jana Holub", "We will build the bridge", "promised", "Mayor of Holm", "2016-10-06",
                        SpeakerKind::person, Act::promise},
                       {"Łukasz Sak", "Ceasefires do not hold", "said", "adviser to the mayor", "2016-09-30"},
                       {"dockers", "Work comes first", "demanded", "", "", SpeakerKind::group, Act::demand}}));
    log(store, sample("Undated", "", {{"Jana Holub", "A bridge is a promise"}}));
    log(store, sample("Budget", "2017-01-15",
                      {{"Jana Holub", "The cease-fire is none", "wrote", "finance minister", "2017-01-14"},
                       {"JANA HOLUB", "We promised the bridge", "thought", "mayor of Holm", "2017-01-02",
                        SpeakerKind::person, Act::believe, Manner::attitude}}));
  }
  std::string list(const Filter& filter) const { return shown(store.records(filter)); }

  Store store;
};

}  // namespace

TEST_CASE("records come by the day said, else published, then as they stand, the undated last") {
  CHECK(Holm().list({}) ==
        "Petr Sykora: Rail comes first | Karl Isaksen: Rail is costly | Łukasz Sak: Ceasefires do not hold | "
        "Jana Holub: We will build the bridge | dockers: Work comes first | JANA HOLUB: We promised the bridge | "
        "Jana Holub: The cease-fire is none | Jana Holub: A bridge is a promise");
  CHECK(Holm().list({.limit = 2}) == "Petr Sykora: Rail comes first | Karl Isaksen: Rail is costly");
}

TEST_CASE("a speaker is found by whole words of a name, in any case and without diacritics") {
  const Holm holm;
  CHECK(holm.list({.speaker = "Sak"}) == "Łukasz Sak: Ceasefires do not hold");
  CHECK(holm.list({.speaker = "lukasz"}) == "Łukasz Sak: Ceasefires do not hold");
  CHECK(holm.list({.speaker = "sykóra petr"}) == "Petr Sykora: Rail comes first");
  CHECK(holm.list({.speaker = "Petr Sak"}).empty());
  CHECK(holm.list({.speaker = "dockers"}) == "dockers: Work comes first");
  CHECK(holm.list({.speaker = "' OR 1 = 1 --"}).empty());
  CHECK(holm.list({.speaker = "%"}).empty());
  CHECK(holm.list({.speaker = ""}).empty());
}

TEST_CASE("a person is found by id, under every spelling") {
  const Holm holm;
  const auto people = holm.store.people("holub");
  REQUIRE(people.size() == 1);
  CHECK(holm.store.records({.person = people.front().id}).size() == 4);
  CHECK(holm.list({.person = "ffff"}).empty());
}

TEST_CASE("a role is found by its words") {
  const Holm holm;
  CHECK(holm.list({.roles = {"minister"}}) == "Petr Sykora: Rail comes first | Jana Holub: The cease-fire is none");
  CHECK(holm.list({.roles = {"finance MINISTERS"}}) == "Jana Holub: The cease-fire is none");
  CHECK(holm.list({.roles = {"bridge"}}).empty());
  CHECK(holm.list({.roles = {"-"}}).empty());
}

TEST_CASE("since and until count the day said, else published, and take both ends in") {
  const Holm holm;
  const auto day = [](const char* text) { return parse_iso(text); };
  CHECK(holm.list({.until = day("2015-03-01")}) == "Petr Sykora: Rail comes first");
  CHECK(holm.list({.since = day("2015-03-02"), .until = day("2015-03-02")}) == "Karl Isaksen: Rail is costly");
  CHECK(holm.list({.since = day("2017-01-14")}) == "Jana Holub: The cease-fire is none");

  Store store(":memory:", Store::Mode::write);
  Sample late = sample("Late", "2016-01-20", {{"Jana Holub", "Soon"}});
  late.statements[0].said = Interval{*day("2015-10-01"), *day("2015-12-31"), "late last year"};
  log(store, late);
  CHECK(store.records({.since = day("2015-11-15"), .until = day("2015-11-16")}).size() == 1);
  CHECK(store.records({.since = day("2016-01-01")}).empty());
  CHECK(store.records({.until = day("2015-09-30")}).empty());
}

TEST_CASE("about asks for all the words in the content, by stem, and phrases in quotation marks") {
  const Holm holm;
  CHECK(holm.list({.about = "promise bridges"}) ==
        "JANA HOLUB: We promised the bridge | Jana Holub: A bridge is a promise");
  CHECK(holm.list({.about = "rail mayor"}).empty());
  CHECK(holm.list({.about = "cease-fire"}) == "Jana Holub: The cease-fire is none");
  CHECK(holm.list({.about = "\"comes first\" rail"}) == "Petr Sykora: Rail comes first");
  CHECK(holm.list({.about = "\"first comes\""}).empty());
  CHECK(holm.list({.about = "rail AND NOT costly"}).empty());
  CHECK(holm.list({.about = "rail) OR (title:bridge*"}).empty());
  CHECK(holm.list({.about = "“ ” –"}).empty());
}

TEST_CASE("kind, manner and id narrow down, and all that is given must hold") {
  const Holm holm;
  CHECK(holm.list({.kind = Kind::indirect}).empty());
  CHECK(holm.list({.manner = Manner::attitude}) == "JANA HOLUB: We promised the bridge");
  CHECK(holm.list({.speaker = "Holub", .roles = {"mayor"}, .about = "bridge", .manner = Manner::speech}) ==
        "Jana Holub: We will build the bridge");
  for (const Record& r : holm.store.records({})) {
    CHECK(shown(holm.store.records({.id = r.statement.id})) == shown({r}));
    CHECK(shown(holm.store.records({.id = r.statement.id.substr(0, 12)})) == shown({r}));
  }
  CHECK(holm.list({.id = "xyz"}).empty());
}

TEST_CASE("search looks in content, cue, source, role and title, best first") {
  const Holm holm;
  CHECK(shown(holm.store.search("bridge", 0)).find("bridge") != std::string::npos);
  CHECK(holm.store.search("bridge", 0).size() == 5);  // three in the content, two by the title
  CHECK(holm.store.search("bridge", 2).size() == 2);
  const auto best = holm.store.search("bridge", 3);
  for (const Record& r : best) CHECK(r.text.find("bridge") != std::string::npos);
  CHECK(shown(holm.store.search("demanded", 0)) == "dockers: Work comes first");
  CHECK(shown(holm.store.search("isaksen rail", 0)) == "Karl Isaksen: Rail is costly");
  CHECK(shown(holm.store.search("economist", 0)) == "Karl Isaksen: Rail is costly");
  CHECK(holm.store.search("nothing of the kind", 0).empty());
  CHECK(holm.store.search("\"", 0).empty());
}

TEST_CASE("people come with their spellings, dated roles and days, most quoted first") {
  const Holm holm;
  const auto people = holm.store.people("");
  std::string names;
  for (const PersonRow& p : people) names += p.name + " " + std::to_string(p.statements) + ", ";
  CHECK(names == "Jana Holub 4, Karl Isaksen 1, Petr Sykora 1, dockers 1, Łukasz Sak 1, ");
  const PersonRow& jana = people.front();
  CHECK(jana.aliases == std::vector<std::string>{"JANA HOLUB"});
  CHECK(jana.kind == SpeakerKind::person);
  CHECK(jana.first == parse_iso("2016-10-06"));
  CHECK(jana.last == parse_iso("2017-01-14"));
  std::string roles;
  for (const DatedRole& r : jana.roles)
    roles += r.role + " " + iso(*r.since) + " " + iso(*r.until) + " " + std::to_string(r.statements) + ", ";
  // By the days of the articles, not those on which it was said: an article of today tells what she is today.
  CHECK(roles == "Mayor of Holm 2016-10-07 2017-01-15 2, finance minister 2017-01-15 2017-01-15 1, ");
  CHECK(people[3].kind == SpeakerKind::group);
}

TEST_CASE("people are found by words of a name; where nobody fits there are none") {
  const Holm holm;
  CHECK(holm.store.people("SAK").size() == 1);
  CHECK(holm.store.people("Jana").size() == 1);
  CHECK(holm.store.people("Petr Holub").empty());
  CHECK(holm.store.people("?").empty());
}

TEST_CASE("counts tell what is in the store") {
  const Store::Counts counts = Holm().store.counts();
  CHECK(counts.articles == 4);
  CHECK(counts.statements == 8);
  CHECK(counts.people == 5);
  CHECK(counts.bytes >= 4096);
  CHECK(counts.schema == 1);
}
