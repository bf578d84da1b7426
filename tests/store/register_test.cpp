// The register by hand: other names, merging, splitting, and undoing all of it.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <catch2/catch.hpp>
#include <functional>
#include <random>

#include "core/error.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

const Signature by{"ana", "2016-11-01T10:00:00Z"};

RegisterWords words() {
  RegisterWords words;
  read_register_words(
      "former\tpast\nof\tend\nSen.\toffice senator\nSenator\toffice senator\nMayor\toffice mayor\n"
      "President\toffice president\nJr.\tsuffix\nBob\tfor Robert\n",
      words);
  return words;
}

Sample first_article() {
  return sample("First", "2016-10-07",
                {{"Jana Holub", "We will build it", "said", "mayor of Holm"},
                 {"J. Holub", "It is paid for", "said", "Mayor"},
                 {"Petr Sykora", "It is not"},
                 {"Holub", "It is, and more"},
                 {"Holm Rail", "The bridge is not ours", "wrote", "", "", SpeakerKind::organization}});
}

Sample second_article() {
  return sample("Second", "2016-12-01",
                {{"Jana Holub", "No goal was ours", "said", "coach"},
                 {"Petr Sykora", "They played well"},
                 {"Sykora", "We will win"},
                 {"the Railway", "Trains will run", "said", "", "", SpeakerKind::organization}});
}

// All that the store holds but for the keys of rows and what was undone, as text.
std::string dump(const std::string& path) {
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  std::string out;
  for (const char* query :
       {"SELECT id, speaker, speaker_words, person FROM record ORDER BY id",
        "SELECT s.name, s.kind, s.identity, p.id FROM speaker s LEFT JOIN person p ON p.key = s.person ORDER BY 1, 2, "
        "3",
        "SELECT id, kind FROM person ORDER BY id", "SELECT * FROM link ORDER BY 1",
        "SELECT p.id, n.name, n.words, n.shown FROM known_name n JOIN person p ON p.key = n.person ORDER BY 1, 2",
        "SELECT about, id, field, value, note FROM correction WHERE undone_at IS NULL ORDER BY key"}) {
    SQLite::Statement row(db, query);
    while (row.executeStep()) {
      for (int i = 0; i < row.getColumnCount(); ++i) out += row.getColumn(i).getString() + "|";
      out += "\n";
    }
  }
  return out;
}

// "Jana Holub (J. Holub) 2, …": who is in the store, with other names and statements.
std::string shown(const Store& store) {
  std::string out;
  for (const PersonRow& person : store.people("")) {
    out += (out.empty() ? "" : ", ") + person.name;
    std::string also;
    for (const std::string& alias : person.aliases) also += (also.empty() ? "" : "; ") + alias;
    out += (also.empty() ? "" : " (" + also + ")") + " " + std::to_string(person.statements);
  }
  return out;
}

std::string id(const Store& store, const std::string& name) {
  for (const PersonRow& person : store.people(name))
    if (person.name == name) return person.id;
  FAIL("nobody is shown as " << name);
  return "";
}

struct Filled {
  Filled() {
    log(store, first_article());
    log(store, second_article());
    store.link(words());
  }
  Store store{":memory:", Store::Mode::write};
};

}  // namespace

TEST_CASE("a single name is a person of one article until more is known") {
  Filled filled;
  CHECK(shown(filled.store) ==
        "Jana Holub 2, Petr Sykora 2, Holm Rail 1, Holub 1, J. Holub 1, Sykora 1, the Railway 1");
}

TEST_CASE("merging makes two people one, under the name of the first") {
  Filled filled;
  Store& store = filled.store;
  const std::string jana = id(store, "Jana Holub");
  store.merge(jana, id(store, "J. Holub"), by);
  store.merge(jana, id(store, "Holub"), by);
  CHECK(id(store, "Jana Holub") == jana);
  CHECK(store.records({.person = jana}).size() == 4);
  CHECK(store.people("J. Holub").front().id == jana);
  CHECK(store.people("Jana").front().aliases == std::vector<std::string>{"Holub", "J. Holub"});
  CHECK_THROWS_WITH(store.merge(jana, jana, by), Catch::Contains("one already"));
  CHECK_THROWS_WITH(store.merge(jana, "0123", by), Catch::Contains("nobody in the store has the id"));
}

TEST_CASE("a merger holds for what is logged later, and after extraction anew") {
  Filled filled;
  Store& store = filled.store;
  const std::string jana = id(store, "Jana Holub");
  store.merge(jana, id(store, "J. Holub"), by);
  log(store, sample("Third", "2017-01-01", {{"J. HOLUB", "Still there"}}));
  CHECK(store.records({.person = jana}).size() == 4);
  Sample none = first_article();
  none.statements.clear();
  log(store, none, {"0.2", "rules-2"});
  log(store, first_article(), {"0.3", "rules-3"});
  store.link(words());
  CHECK(store.records({.person = jana}).size() == 4);
  CHECK(store.undo(by) == "merge: J. Holub is Jana Holub");
  CHECK(store.records({.person = jana}).size() == 2);
}

TEST_CASE("another name finds the person, and leads there in articles to come") {
  Filled filled;
  Store& store = filled.store;
  const std::string jana = id(store, "Jana Holub");
  store.alias(jana, "The Iron Mayor", by);
  CHECK(store.people("iron mayor").front().id == jana);
  CHECK(store.records({.speaker = "Iron"}).size() == 2);
  log(store, sample("Third", "2017-01-01", {{"the iron mayor", "I stay"}}));
  store.link(words());
  CHECK(store.records({.person = jana}).size() == 3);
  CHECK_THROWS_WITH(store.alias(jana, "The iron mayor", by), Catch::Contains("already"));
  CHECK_THROWS_WITH(store.alias(jana, "Petr Sykora", by), Catch::Contains("people merge"));
  CHECK_THROWS_WITH(store.alias(jana, "–", by), Catch::Contains("no name"));
}

TEST_CASE("a person is shown under the newest name given by hand") {
  Filled filled;
  Store& store = filled.store;
  const std::string jana = id(store, "Jana Holub");
  store.rename(jana, "Jana Holubová", by);
  store.rename(jana, "Jana Holub-Nová", by);
  CHECK(id(store, "Jana Holub-Nová") == jana);
  CHECK(store.people("holubova").front().id == jana);
  CHECK(store.undo(by) == "rename: Jana Holubová is called Jana Holub-Nová");
  CHECK(id(store, "Jana Holubová") == jana);
}

TEST_CASE("a name is split off, and so is who it is in one article") {
  Filled filled;
  Store& store = filled.store;
  const std::string jana = id(store, "Jana Holub");
  store.merge(jana, id(store, "J. Holub"), by);
  store.merge(jana, id(store, "Holub"), by);
  CHECK_THROWS_WITH(store.split(jana, {"Petr"}, by), Catch::Contains("neither a name of Jana Holub"));
  const std::string other = store.split(jana, {"J. Holub", "Holub"}, by);
  CHECK(store.records({.person = other}).size() == 2);
  CHECK(store.records({.person = jana}).size() == 2);
  CHECK_THROWS_WITH(store.split(jana, {"Jana Holub"}, by), Catch::Contains("nothing of Jana Holub would be left"));

  const std::string goal = store.records({.about = "goal"}).front().statement.id;
  const std::string coach = store.split(jana, {goal.substr(0, 12)}, by);
  CHECK(store.records({.person = coach}).size() == 1);
  CHECK(store.records({.person = coach}).front().statement.speaker.role == "coach");
  CHECK(coach.size() == 32);
  log(store, second_article(), {"0.2", "rules-2"});
  store.link(words());
  CHECK(store.records({.person = coach}).size() == 1);
  CHECK(store.undo(by));
  CHECK(store.records({.person = jana}).size() == 2);
}

TEST_CASE("the name that leads is split off: the others stay together") {
  Filled filled;
  Store& store = filled.store;
  const std::string jana = id(store, "Jana Holub");
  store.merge(jana, id(store, "J. Holub"), by);
  store.merge(jana, id(store, "Petr Sykora"), by);
  const std::string apart = store.split(jana, {"Jana Holub"}, by);
  CHECK(apart == jana);
  CHECK(id(store, "Petr Sykora") == store.people("J. Holub").front().id);
}

TEST_CASE("organisations have their own names, and nothing to undo is nothing") {
  Filled filled;
  Store& store = filled.store;
  CHECK_FALSE(store.undo(by));
  store.merge(id(store, "Holm Rail"), id(store, "the Railway"), by);
  CHECK(store.people("Railway").front().kind == SpeakerKind::organization);
  CHECK(store.changes().size() == 1);
  CHECK(store.changes().front().note == "merge: the Railway is Holm Rail");
  CHECK(store.changes().front().by.who == "ana");
  store.undo(by);
  CHECK(store.changes().front().undone);
}

TEST_CASE("what a claim occurs in follows the person") {
  Store store(":memory:", Store::Mode::write);
  log(store, sample("One", "2016-10-07", {{"Jana Holub", "The bridge is safe"}}));
  log(store, sample("Two", "2016-10-08", {{"J. Holub", "The bridge is safe"}}));
  store.link(words());
  CHECK(store.records({}).front().occurrences == 1);
  store.merge(id(store, "Jana Holub"), id(store, "J. Holub"), by);
  CHECK(store.records({}).front().occurrences == 2);
}

TEST_CASE("any sequence of changes, undone, gives back the store") {
  const Folder folder;
  const std::string path = folder / "store.db";
  std::mt19937 random(20161107);
  const auto one_of = [&](const auto& all) { return all[random() % all.size()]; };
  for (int round = 0; round < 16; ++round) {
    std::filesystem::remove(path);
    {
      Store store(path, Store::Mode::write);
      log(store, first_article());
      log(store, second_article());
      store.link(words());
    }
    std::vector<std::string> before;  // the store before each change that was made
    std::size_t refused = 0;
    for (int step = 0; step < 12; ++step) {
      const std::string is = dump(path);
      Store store(path, Store::Mode::write);
      const auto people = store.people("");
      const PersonRow person = one_of(people);
      std::vector<std::string> names = person.aliases;
      names.push_back(person.name);
      const std::vector<std::string> new_names{"Jana Holub", "Ann", "Anna Osei", "Sykora", "J. Holub"};
      try {
        switch (random() % 5) {
          case 0:
            store.alias(person.id, one_of(new_names), by);
            break;
          case 1:
            store.rename(person.id, one_of(new_names), by);
            break;
          case 2:
            store.merge(person.id, one_of(people).id, by);
            break;
          case 3:
            store.split(person.id, {one_of(names)}, by);
            break;
          default:
            store.split(person.id, {one_of(store.records({})).statement.id}, by);
        }
        before.push_back(is);
      } catch (const Error&) {
        ++refused;
      }
      if (step == 6) {  // logged anew in between: nothing changes by it
        store.link(words());
        const std::string now = dump(path);
        log(store, first_article(), {"0.2", "rules-" + std::to_string(round)});
        log(store, first_article());
        store.link(words());
        CHECK(dump(path) == now);
      }
    }
    CHECK(before.size() + refused == 12);
    while (!before.empty()) {
      Store store(path, Store::Mode::write);
      REQUIRE(store.undo(by));
      CHECK(dump(path) == before.back());
      before.pop_back();
    }
    CHECK_FALSE(Store(path, Store::Mode::write).undo(by));
  }
}
