// Importing: officials into the store, and what it knows of their terms.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "core/official.h"
#include "store/register.h"
#include "store/store.h"
#include "store/words.h"

namespace onrecord {

// As Store::import; inside the caller's transaction, and without leading anybody anew.
Imported import_officials(SQLite::Database& db, const Words& words, const std::vector<Official>& officials);

}  // namespace onrecord
