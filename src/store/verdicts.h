// Verdicts: what users say of pairs of statements, as rows of `correction`. Each function is a statement of
// SQL or two, and throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace onrecord {

void keep_verdict(SQLite::Database& db, const Verdict& verdict);
std::optional<Verdict> undo_verdict(SQLite::Database& db, const std::string& a, const std::string& b,
                                    const std::string& at);
std::vector<Verdict> ask_verdicts(const SQLite::Database& db);

// Pairs that were looked at: as Store::see and Store::seen.
void keep_seen(SQLite::Database& db, const std::vector<std::string>& pairs);
std::set<std::string> ask_seen(const SQLite::Database& db);

}  // namespace onrecord
