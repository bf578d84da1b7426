// Opening: migrations, and files that are no store, newer, locked, read-only or full.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "core/error.h"
#include "store/connection.h"
#include "store/log.h"
#include "store/migrate.h"
#include "store/sample.h"

using namespace onrecord;
using Catch::Contains;

namespace {

const Sample small = sample("Small", "2016-10-07", {{"Jana Holub", "We will build the bridge"}});

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// What opening complains of: one line that begins with the file and says what to do.
std::string complaint(const std::string& path, Store::Mode mode) {
  try {
    const Store store(path, mode);
  } catch (const Error& error) {
    const std::string what = error.what();
    CHECK(what.rfind(path + ": ", 0) == 0);
    CHECK(what.find('\n') == std::string::npos);
    CHECK(what.find("; ") != std::string::npos);
    return what.substr(path.size() + 2);
  }
  return "";
}

// Permissions mean nothing to root: become nobody for the test's length.
struct AsNobody {
  AsNobody() {
    if (geteuid() == 0) REQUIRE(seteuid(65534) == 0);
  }
  ~AsNobody() {
    if (getuid() == 0 && seteuid(0) != 0) std::abort();
  }
};

}  // namespace

TEST_CASE("a store is made with its folder, and is one file at rest") {
  const Folder folder;
  const std::string path = folder / "a/b/store.db";
  {
    Store store(path, Store::Mode::write);
    log(store, small);
    CHECK(Store(path, Store::Mode::read).records({}).size() == 1);  // while the writer is at work
  }
  CHECK(Store(path, Store::Mode::read).records({}).size() == 1);
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder / "a/b")) files += file.path() != "";
  CHECK(files == 1);
}

TEST_CASE("a store of every earlier schema is brought up to date, and keeps what is in it") {
  const auto& steps = embedded_migrations();
  for (std::size_t schema = 0; schema <= steps.size(); ++schema) {
    const Folder folder;
    const std::string path = folder / "old.db";
    {
      SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      migrate(db, path, {steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(schema)});
      CHECK(schema_of(db, path, steps) == static_cast<int>(schema));
      if (schema > 0)
        db.exec("INSERT INTO correction (about, id, field, made_by, made_at) VALUES ('person', 'x', 'alias', '', '')");
    }
    {
      Store store(path, Store::Mode::write);
      log(store, small);
      CHECK(store.counts().schema == static_cast<int>(steps.size()));
    }
    SQLite::Database db(path, SQLite::OPEN_READONLY);
    CHECK(db.execAndGet("SELECT count(*) FROM correction").getInt() == (schema > 0 ? 1 : 0));
    CHECK(db.execAndGet("PRAGMA application_id").getInt() == store_application_id);
  }
}

TEST_CASE("a step that fails leaves the store at the step before it") {
  const Folder folder;
  const std::string path = folder / "store.db";
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  const std::vector<EmbeddedFile> steps{{"db/0001_a.sql", "CREATE TABLE a (x);"},
                                        {"db/0002_b.sql", "CREATE TABLE b (x); INSERT INTO c VALUES (1);"}};
  CHECK_THROWS_AS(migrate(db, path, steps), SQLite::Exception);
  CHECK(schema_of(db, path, steps) == 1);
  CHECK(db.tableExists("a"));
  CHECK_FALSE(db.tableExists("b"));
}

TEST_CASE("migrations are numbered from 1 without a gap") {
  int number = 0;
  for (const EmbeddedFile& step : embedded_migrations()) {
    const std::string prefix = "db/" + std::string(3, '0') + std::to_string(++number) + "_";
    CHECK(std::string(step.name).rfind(prefix, 0) == 0);
  }
  CHECK(number >= 1);
}

TEST_CASE("a newer store is refused") {
  const Folder folder;
  const std::string path = folder / "store.db";
  { const Store store(path, Store::Mode::write); }
  { SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99"); }
  for (const auto mode : {Store::Mode::read, Store::Mode::write})
    CHECK_THAT(complaint(path, mode), Contains("kept by a newer onrecord (schema 99"));
}

TEST_CASE("what is not a store is refused and left as it is") {
  const Folder folder;
  for (const auto mode : {Store::Mode::read, Store::Mode::write}) {
    const std::string text = folder / "notes.txt";
    write(text, std::string(5000, 'x'));
    CHECK_THAT(complaint(text, mode), Contains("not a store of onrecord"));
    CHECK(std::filesystem::file_size(text) == 5000);

    const std::string other = folder / "other.db";
    { SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE IF NOT EXISTS t (x)"); }
    CHECK_THAT(complaint(other, mode), Contains("not a store of onrecord"));
    CHECK_FALSE(SQLite::Database(other, SQLite::OPEN_READONLY).tableExists("article"));

    CHECK_THAT(complaint(folder.path.string(), mode), Contains("a folder; name a file in it"));
  }
  CHECK_THROWS_AS(Store("", Store::Mode::write), Error);
}

TEST_CASE("reading needs a store that is there and has been written to") {
  const Folder folder;
  CHECK_THAT(complaint(folder / "none.db", Store::Mode::read), Contains("no store there yet; `onrecord log"));
  CHECK_THAT(complaint(folder / "no/folder/none.db", Store::Mode::read), Contains("no store there yet"));
  CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
  write(folder / "empty.db", "");
  CHECK_THAT(complaint(folder / "empty.db", Store::Mode::read), Contains("empty"));
  const Store store(folder / "empty.db", Store::Mode::write);
  CHECK(store.counts().articles == 0);
}

TEST_CASE("a folder that cannot be made is named with the reason") {
  const Folder folder;
  write(folder / "file", "x");
  CHECK_THAT(complaint(folder / "file/sub/store.db", Store::Mode::write), Contains("its folder cannot be made"));
}

TEST_CASE("a read-only store is read, and not written to") {
  const Folder folder;
  const std::string path = folder / "store.db";
  {
    Store store(path, Store::Mode::write);
    log(store, small);
  }
  chmod(path.c_str(), 0444);
  chmod(folder.path.c_str(), 0555);
  {
    const AsNobody nobody;
    CHECK(Store(path, Store::Mode::read).records({}).size() == 1);
    CHECK_THAT(complaint(path, Store::Mode::write), Contains("cannot be written to"));
    CHECK_THAT(complaint(folder / "new.db", Store::Mode::write), Contains("check the permissions"));
  }
  chmod(path.c_str(), 0000);
  {
    const AsNobody nobody;
    CHECK_THAT(complaint(path, Store::Mode::read), Contains("check the permissions"));
  }
  chmod(folder.path.c_str(), 0755);
}

TEST_CASE("a full disk keeps what was logged and says so") {
  const Folder folder;
  const std::string path = folder / "store.db";
  {
    Connection connection(path, Store::Mode::write);
    const Words words(connection.db());
    Register people(connection.db(), words);
    Log log(connection.db(), words, people);
    log.log({{small.article, small.statements, {}, {}}}, by_rules);
    const int pages = connection.db().execAndGet("PRAGMA page_count").getInt();
    connection.db().exec("PRAGMA max_page_count = " + std::to_string(pages));
    const Sample large = sample("Large", "2016-10-08", {{"Jana Holub", std::string(100'000, 'x')}});
    try {
      explaining(path, [&] { return log.log({{large.article, large.statements, {}, {}}}, by_rules); });
      FAIL("it was logged");
    } catch (const Error& error) {
      CHECK_THAT(error.what(), Contains("store.db: the disk is full; make room"));
    }
    connection.db().exec("PRAGMA max_page_count = 1000000");
    CHECK(log.log({{large.article, large.statements, {}, {}}}, by_rules).front().statements == 1);
  }
  CHECK(Store(path, Store::Mode::read).counts().articles == 2);
}

TEST_CASE("a store that another program is writing to is told as such") {
  const Folder folder;
  const std::string path = folder / "store.db";
  Connection connection(path, Store::Mode::write);
  connection.db().setBusyTimeout(1);
  const Words words(connection.db());
  Register people(connection.db(), words);
  Log log(connection.db(), words, people);
  SQLite::Database other(path, SQLite::OPEN_READWRITE);
  SQLite::Transaction transaction(other, SQLite::TransactionBehavior::IMMEDIATE);
  try {
    explaining(path, [&] { return log.log({{small.article, small.statements, {}, {}}}, by_rules); });
    FAIL("it was logged");
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Contains("store.db: another program is writing to it; wait"));
  }
}

TEST_CASE("there is one writer at a time, and the next has its turn") {
  const Folder folder;
  const std::string path = folder / "store.db";
  {
    const Store store(path, Store::Mode::write);
    CHECK_THAT(complaint(path, Store::Mode::write), Contains("another onrecord is writing to it; wait"));
  }
  CHECK(complaint(path, Store::Mode::write).empty());
}

TEST_CASE("a damaged store is told as such") {
  const Folder folder;
  const std::string path = folder / "store.db";
  {
    Store store(path, Store::Mode::write);
    log(store, small);
  }
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(std::filesystem::file_size(path) - 4096, '\xAA');
  }
  const auto ask = [&] { return Store(path, Store::Mode::read).records({}).size(); };
  CHECK_THROWS_WITH(ask(), Contains("damaged; restore a copy"));
}

TEST_CASE("a sound store has no faults; a statement of no article is one") {
  const Folder folder;
  const std::string path = folder / "store.db";
  {
    Store store(path, Store::Mode::write);
    log(store, small);
  }
  CHECK(Store(path, Store::Mode::read).faults().empty());
  { SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA foreign_keys = OFF; DELETE FROM article"); }
  CHECK(Store(path, Store::Mode::read).faults() ==
        std::vector<std::string>{"a row of statement belongs to nothing in article"});
}

TEST_CASE("a store opened to read takes nothing in") {
  const Folder folder;
  const std::string path = folder / "store.db";
  { const Store store(path, Store::Mode::write); }
  Store store(path, Store::Mode::read);
  CHECK_THROWS_AS(log(store, small), Error);
}

TEST_CASE("the default place follows the environment") {
  setenv("ONRECORD_STORE", "/somewhere/mine.db", 1);
  CHECK(default_store_path() == "/somewhere/mine.db");
  unsetenv("ONRECORD_STORE");
  setenv("XDG_DATA_HOME", "/data", 1);
  CHECK(default_store_path() == "/data/onrecord/onrecord.db");
  setenv("XDG_DATA_HOME", "relative", 1);
  setenv("HOME", "/home/ana", 1);
  CHECK(default_store_path() == "/home/ana/.local/share/onrecord/onrecord.db");
}
