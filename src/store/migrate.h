// Migrations: the steps from an empty file to the store this program knows.
//
// A step is a file db/NNNN_name.sql, compiled in. Files are never edited once
// landed; a change is a new file. Each runs in one transaction with its record
// (PRAGMA user_version: the number of the last step), so a store is always at
// exactly one step. PRAGMA application_id tells a store from any other SQLite file.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "core/embedded.h"

namespace onrecord {

constexpr int store_application_id = 0x6F6E7263;  // "onrc"

// The step a store is at; 0: an empty file. Throws Error that names `path` where
// the file is another program's, or at a step past the last of `steps`.
int schema_of(SQLite::Database& db, const std::string& path, const std::vector<EmbeddedFile>& steps);

// Brings the store to the last of `steps`. A step that fails leaves the store at
// the one before it. Throws as schema_of does, and SQLite::Exception.
void migrate(SQLite::Database& db, const std::string& path, const std::vector<EmbeddedFile>& steps);

}  // namespace onrecord
