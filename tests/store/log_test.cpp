// Logging: what is kept, idempotence, extraction anew, and corrections.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "core/error.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

Sample bridge() {
  return sample("A bridge for Holm", "2016-10-07",
                {{"Jana Holub", "We will build the bridge", "said", "mayor of Holm", "2016-10-06"},
                 {"", "Nobody asked us", "complained", "", "", SpeakerKind::unknown},
                 {"Holm Rail", "The bridge is not ours", "wrote", "", "", SpeakerKind::organization}});
}

// All that the store holds, as text, but for the keys of rows.
std::string dump(const std::string& path) {
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  std::string out;
  for (const char* query : {"SELECT * FROM article ORDER BY id", "SELECT * FROM record ORDER BY id",
                            "SELECT id, kind FROM person ORDER BY id", "SELECT id, about, field FROM correction"}) {
    SQLite::Statement row(db, query);
    while (row.executeStep())
      for (int i = 0; i < row.getColumnCount(); ++i)
        if (std::string(row.getColumnName(i)).find("key") == std::string::npos)
          out += row.getColumn(i).getString() + "\n";
  }
  return out;
}

// Throws where the index of words is not in step with the statements.
void check_index(const std::string& path) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  db.exec("INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)");
  CHECK(db.execAndGet("PRAGMA integrity_check").getString() == "ok");
  CHECK(SQLite::Statement(db, "PRAGMA foreign_key_check").executeStep() == false);
}

}  // namespace

TEST_CASE("an article comes back as it was read") {
  Store store(":memory:", Store::Mode::write);
  Sample made = bridge();
  made.article.url = "https://holm.example/bridge";
  made.article.url_from = "header";
  made.article.outlet = "Holm Post";
  made.article.outlet_from = "option";
  made.article.repairs = {"1 invalid byte replaced, at byte 7", "1 NUL replaced"};
  log(store, made);
  const auto article = store.article(made.article.id);
  REQUIRE(article);
  CHECK(article->id == made.article.id);
  CHECK(article->file == "news/A bridge for Holm.txt");
  CHECK(article->url == made.article.url);
  CHECK(article->outlet == made.article.outlet);
  CHECK(article->title == made.article.title);
  CHECK(article->published == made.article.published);
  CHECK(article->url_from == "header");
  CHECK(article->outlet_from == "option");
  CHECK(article->title_from == "first line");
  CHECK(article->published_from == "option");
  CHECK(article->text == made.article.text);
  CHECK(article->repairs == made.article.repairs);
  REQUIRE(article->paragraphs.size() == made.article.paragraphs.size());
  for (std::size_t i = 0; i < article->paragraphs.size(); ++i) {
    CHECK(article->paragraphs[i].range == made.article.paragraphs[i].range);
    CHECK(article->paragraphs[i].kind == made.article.paragraphs[i].kind);
  }
  CHECK_FALSE(store.article("00000000000000000000000000000000"));
}

TEST_CASE("a statement comes back with its article, place, speaker, role, day and rule") {
  Store store(":memory:", Store::Mode::write);
  Sample made = bridge();
  made.statements[0].content.push_back({0, 8});
  made.statements[0].act = Act::promise;
  log(store, made);
  const auto records = store.records({});
  REQUIRE(records.size() == 3);
  const Record& r = records[0];
  const Statement &was = made.statements[0], &is = r.statement;
  CHECK(is.id == was.id);
  CHECK(is.kind == was.kind);
  CHECK(is.manner == was.manner);
  CHECK(is.act == Act::promise);
  CHECK(is.content == was.content);
  CHECK(is.cue == was.cue);
  CHECK(is.source == was.source);
  CHECK(is.speaker.name == "Jana Holub");
  CHECK(is.speaker.kind == SpeakerKind::person);
  CHECK(is.speaker.role == "mayor of Holm");
  CHECK(is.speaker.person.size() == 32);
  CHECK(is.said == was.said);
  CHECK(is.rule == "att.test");
  CHECK(is.confidence == 0.75);
  CHECK(r.text == "We will build the bridge … A bridge");
  CHECK(r.cue_text == "said");
  CHECK(r.article == made.article.id);
  CHECK(r.file == made.article.file);
  CHECK(r.title == made.article.title);
  CHECK(r.published == made.article.published);
  CHECK(r.url == std::nullopt);
  CHECK(r.version == "0.1");
  CHECK(r.rules == "rules-1");
  CHECK(records[1].statement.source == std::nullopt);
  CHECK(records[1].statement.said == std::nullopt);
}

TEST_CASE("only who has a name, a person, an organisation or a group, is somebody in the store") {
  Store store(":memory:", Store::Mode::write);
  log(store, sample("Who", "2016-10-07",
                    {{"Jana Holub", "a"},
                     {"Holm Rail", "b", "said", "", "", SpeakerKind::organization},
                     {"dockers", "c", "said", "", "", SpeakerKind::group},
                     {"a clerk", "d", "said", "", "", SpeakerKind::unnamed},
                     {"the author", "e", "said", "", "", SpeakerKind::author},
                     {"", "f", "said", "", "", SpeakerKind::unknown},
                     {"–", "g"}}));
  std::string with, without;
  for (const Record& r : store.records({})) (r.statement.speaker.person.empty() ? without : with) += r.text;
  CHECK(with == "abc");
  CHECK(without == "defg");
  CHECK(store.counts().people == 3);
}

TEST_CASE("the same text logged again changes nothing") {
  const Folder folder;
  const std::string path = folder / "store.db";
  std::string before;
  {
    Store store(path, Store::Mode::write);
    const Logged first = log(store, bridge());
    CHECK_FALSE(first.known);
    CHECK_FALSE(first.updated);
    CHECK(first.statements == 3);
  }
  before = dump(path);
  {
    Store store(path, Store::Mode::write);
    Sample again = bridge();
    again.article.file = "elsewhere.txt";
    const Logged second = log(store, again);
    CHECK(second.known);
    CHECK_FALSE(second.updated);
    CHECK(second.statements == 3);
  }
  CHECK(dump(path) == before);
  check_index(path);
}

TEST_CASE("other rules, another version or other metadata replace the statements") {
  const Folder folder;
  const std::string path = folder / "store.db";
  {
    Store store(path, Store::Mode::write);
    log(store, bridge());
    Sample anew = bridge();
    anew.statements.pop_back();
    const Logged by_others = log(store, anew, {"0.1", "rules-2"});
    CHECK(by_others.known);
    CHECK(by_others.updated);
    CHECK(by_others.statements == 2);
    CHECK(store.records({}).front().rules == "rules-2");
    CHECK(store.people("Holm Rail").empty());
    CHECK(store.counts().people == 1);
    CHECK(log(store, anew, {"0.2", "rules-2"}).updated);
    anew.article.outlet = "Holm Post";
    CHECK(log(store, anew, {"0.2", "rules-2"}).updated);
    CHECK_FALSE(log(store, anew, {"0.2", "rules-2"}).updated);
    anew.article.title = "The Holm bridge";
    CHECK(log(store, anew, {"0.2", "rules-2"}).updated);
    CHECK(store.search("A bridge for", 0).empty());
    CHECK(store.search("Holm bridge", 0).size() == 2);
  }
  check_index(path);
}

TEST_CASE("metadata that is not given again stays known") {
  Store store(":memory:", Store::Mode::write);
  Sample made = bridge();
  made.article.outlet = "Holm Post";
  log(store, made);
  made.article.outlet.reset();
  made.article.published.reset();
  CHECK_FALSE(log(store, made).updated);
  CHECK(log(store, made, {"0.1", "rules-2"}).updated);
  const Record kept = store.records({}).front();
  CHECK(kept.outlet == "Holm Post");
  CHECK(kept.published == parse_iso("2016-10-07"));
}

TEST_CASE("a store does not depend on the order of logging") {
  const Folder folder;
  const Sample a = bridge(),
               b = sample("Later", "2016-12-01", {{"JANA HOLUB", "We will build the bridge"}, {"Jana Holub", "No"}});
  const std::string one = folder / "one.db", two = folder / "two.db";
  {
    Store store(one, Store::Mode::write);
    log(store, a);
    log(store, b);
  }
  {
    Store store(two, Store::Mode::write);
    log(store, b, {"0.0", "rules-0"});
    log(store, a);
    log(store, b);
  }
  CHECK(dump(one) == dump(two));
  CHECK(Store(one, Store::Mode::read).people("").front().name == "Jana Holub");
  CHECK(Store(two, Store::Mode::read).people("").front().name == "Jana Holub");
}

TEST_CASE("the same words of the same person are one claim, counted by article") {
  Store store(":memory:", Store::Mode::write);
  const auto with = [](const std::string& title, Said said) {
    return sample(title, "2016-10-07", {said, {"Jana Holub", title}});
  };
  log(store, with("one", {"Jana Holub", "The bridge is safe"}));
  log(store,
      with("two", {"Jana Holub", "the bridge is safe,", "confirmed", "", "", SpeakerKind::person, Act::confirm}));
  log(store, with("three", {"Petr Sykora", "The bridge is safe"}));
  log(store, with("four", {"Jana Holub", "The bridge is safe", "denied", "", "", SpeakerKind::person, Act::deny}));
  log(store, with("five", {"a clerk", "The bridge is safe", "said", "", "", SpeakerKind::unnamed}));
  log(store, with("six", {"A clerk", "The bridge is safe", "said", "", "", SpeakerKind::unnamed}));
  std::string counts;
  for (const Record& r : store.records({.about = "safe"}))
    counts += *r.title + " " + std::to_string(r.occurrences) + ", ";
  CHECK(counts == "five 2, four 1, one 2, six 2, three 1, two 2, ");
}

TEST_CASE("what was corrected by hand outlives extraction anew") {
  const Folder folder;
  const std::string path = folder / "store.db";
  { log(*std::make_unique<Store>(path, Store::Mode::write), bridge()); }
  {
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    db.exec(
        "INSERT INTO correction (about, id, field, value, made_by, made_at) "
        "SELECT 'statement', id, 'role', '\"deputy mayor\"', 'ana', '2016-11-01T10:00:00Z' FROM statement");
    CHECK_THROWS(
        db.exec("INSERT INTO correction (about, id, field, value, made_by, made_at) "
                "VALUES ('weather', '', '', '1', '', '')"));
  }
  {
    Store store(path, Store::Mode::write);
    Sample fewer = bridge();
    fewer.statements.resize(1);
    CHECK(log(store, fewer, {"0.2", "rules-2"}).updated);
  }
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  CHECK(db.execAndGet("SELECT count(*) FROM correction WHERE value = '\"deputy mayor\"'").getInt() == 3);
}

TEST_CASE("the same content is one statement, the first") {
  Store store(":memory:", Store::Mode::write);
  Sample made = bridge();
  made.statements[1] = made.statements[0];
  made.statements[1].speaker.name = "Petr Sykora";
  CHECK(log(store, made).statements == 2);
  CHECK(store.counts().people == 2);
  CHECK(shown(store.search("build", 0)) == "Jana Holub: We will build the bridge");
}

TEST_CASE("an article is kept whole or not at all") {
  Store store(":memory:", Store::Mode::write);
  Sample made = bridge();
  made.statements[2].confidence = std::nan("");  // refused by the store after two were written
  CHECK_THROWS_AS(log(store, made), Error);
  CHECK(store.counts().articles == 0);
  CHECK(store.counts().statements == 0);
  CHECK(store.counts().people == 0);
  CHECK(log(store, bridge()).statements == 3);
  CHECK_THROWS_AS(log(store, made, {"0.2", "rules-2"}), Error);
  CHECK(store.records({}).size() == 3);
  CHECK(store.search("bridge is not ours", 0).size() == 1);
}

TEST_CASE("a run that is killed loses nothing that was logged") {
  const Folder folder;
  const std::string path = folder / "store.db";
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      Store store(path, Store::Mode::write);
      log(store, bridge());
      kill(getpid(), SIGKILL);
    } catch (const Error&) {
      _exit(1);
    }
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  CHECK(Store(path, Store::Mode::read).records({}).size() == 3);
  CHECK(log(*std::make_unique<Store>(path, Store::Mode::write), bridge()).known);
  check_index(path);
}

TEST_CASE("a text with a NUL in it is kept whole") {
  Store store(":memory:", Store::Mode::write);
  const std::string content = std::string("before") + '\0' + "after";
  const Sample made = sample("NUL", "2016-10-07", {{"Jana Holub", content}});
  log(store, made);
  CHECK(store.article(made.article.id)->text == made.article.text);
  CHECK(store.records({}).front().text == content);
}
