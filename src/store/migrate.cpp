#include "store/migrate.h"

#include <SQLiteCpp/Transaction.h>

#include <cassert>
#include <cstdlib>

#include "core/error.h"

namespace onrecord {
namespace {

int number(SQLite::Database& db, const char* query) { return db.execAndGet(query).getInt(); }

// "db/0001_store.sql": 1.
[[maybe_unused]] int number_of(const EmbeddedFile& step) {
  return std::atoi(step.name.substr(step.name.rfind('/') + 1, 4).data());
}

}  // namespace

int schema_of(SQLite::Database& db, const std::string& path, const std::vector<EmbeddedFile>& steps) {
  const int application = number(db, "PRAGMA application_id");
  const int schema = number(db, "PRAGMA user_version");
  if (application == 0 && schema == 0 && number(db, "SELECT count(*) FROM sqlite_schema") == 0) return 0;
  if (application != store_application_id || schema < 1)
    throw Error(path + ": a database, but not a store of onrecord; name another file with --store");
  const int last = static_cast<int>(steps.size());
  if (schema > last)
    throw Error(path + ": kept by a newer onrecord (schema " + std::to_string(schema) + ", this one knows " +
                std::to_string(last) + "); install the newer program, or name another file with --store");
  return schema;
}

void migrate(SQLite::Database& db, const std::string& path, const std::vector<EmbeddedFile>& steps) {
  for (int schema = schema_of(db, path, steps); schema < static_cast<int>(steps.size());
       schema = schema_of(db, path, steps)) {
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    // Another program may have taken the step while we waited for the lock.
    if (schema_of(db, path, steps) == schema) {
      const EmbeddedFile& step = steps[static_cast<std::size_t>(schema)];
      assert(number_of(step) == schema + 1);
      db.exec(std::string(step.text));
      db.exec("PRAGMA application_id = " + std::to_string(store_application_id));
      db.exec("PRAGMA user_version = " + std::to_string(schema + 1));
    }
    transaction.commit();
  }
}

}  // namespace onrecord
