#include "store/verdicts.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <array>
#include <cassert>
#include <utility>

#include "core/error.h"
#include "store/columns.h"

namespace onrecord {
namespace {

constexpr std::array<std::pair<Ruling, std::string_view>, 4> rulings{
    {{Ruling::conflict, "conflict"}, {Ruling::agree, "agree"}, {Ruling::update, "update"}, {Ruling::none, "none"}}};

constexpr const char* columns = "key, id, value, note, made_by, made_at";
constexpr const char* holds = "about = 'pair' AND field = 'verdict' AND undone_at IS NULL";

std::string pair_id(const std::string& a, const std::string& b) { return a + "-" + b; }

// Of a row with the columns above. The value is JSON: a string.
Verdict verdict_of(SQLite::Statement& row) {
  const std::string id = row.getColumn(1).getString(), value = row.getColumn(2).getString();
  const std::size_t dash = id.find('-');
  const auto ruling =
      value.size() < 2 ? std::nullopt : parse_ruling(std::string_view(value).substr(1, value.size() - 2));
  if (dash == std::string::npos || !ruling)
    throw SQLite::Exception("a verdict in it is not known to this program", SQLITE_CORRUPT);
  return {id.substr(0, dash),
          id.substr(dash + 1),
          *ruling,
          row.getColumn(3).getString(),
          {row.getColumn(4).getString(), row.getColumn(5).getString()}};
}

}  // namespace

std::string_view name(Ruling ruling) {
  for (const auto& [known, word] : rulings)
    if (known == ruling) return word;
  assert(false);
  return "";
}

std::optional<Ruling> parse_ruling(std::string_view text) {
  for (const auto& [ruling, word] : rulings)
    if (word == text) return ruling;
  return std::nullopt;
}

void keep_verdict(SQLite::Database& db, const Verdict& verdict) {
  assert(verdict.a < verdict.b);
  SQLite::Statement known(db, "SELECT 1 FROM statement WHERE id = ?");
  for (const std::string& id : {verdict.a, verdict.b}) {
    if (!with(known, id).executeStep()) throw Error("no statement has the id " + id + "; see `onrecord list`");
    known.tryReset();
  }
  SQLite::Statement insert(db,
                           "INSERT INTO correction (about, id, field, value, note, made_by, made_at) "
                           "VALUES ('pair', ?, 'verdict', json_quote(?), ?, ?, ?)");
  with(insert, pair_id(verdict.a, verdict.b), name(verdict.ruling), verdict.note, verdict.by.who, verdict.by.when)
      .exec();
}

std::optional<Verdict> undo_verdict(SQLite::Database& db, const std::string& a, const std::string& b,
                                    const std::string& at) {
  SQLite::Statement newest(db, std::string("SELECT ") + columns + " FROM correction WHERE id = ? AND " + holds +
                                   " ORDER BY key DESC LIMIT 1");
  if (!with(newest, pair_id(a, b)).executeStep()) return std::nullopt;
  const Verdict undone = verdict_of(newest);
  const std::int64_t key = newest.getColumn(0).getInt64();
  newest.tryReset();
  SQLite::Statement undo(db, "UPDATE correction SET undone_at = ? WHERE key = ?");
  with(undo, at, key).exec();
  return undone;
}

std::vector<Verdict> ask_verdicts(const SQLite::Database& db) {
  SQLite::Statement row(db, std::string("SELECT ") + columns + " FROM correction WHERE key IN (SELECT max(key) FROM " +
                                "correction WHERE " + holds + " GROUP BY id) ORDER BY key");
  std::vector<Verdict> verdicts;
  while (row.executeStep()) verdicts.push_back(verdict_of(row));
  return verdicts;
}

void keep_seen(SQLite::Database& db, const std::vector<std::string>& pairs) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  SQLite::Statement insert(db, "INSERT OR IGNORE INTO seen (pair) VALUES (?)");
  for (const std::string& pair : pairs) with(insert, pair).exec();
  transaction.commit();
}

std::set<std::string> ask_seen(const SQLite::Database& db) {
  SQLite::Statement row(db, "SELECT pair FROM seen");
  std::set<std::string> pairs;
  while (row.executeStep()) pairs.insert(row.getColumn(0).getString());
  return pairs;
}

}  // namespace onrecord
