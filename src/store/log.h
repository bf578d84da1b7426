// Log: keeps articles with their statements, those of one call in one transaction.
//
// Its SQL is prepared once; preparing for each article made up most of the time.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/statement.h"
#include "store/register.h"
#include "store/store.h"
#include "store/words.h"

namespace onrecord {

class Log {
 public:
  Log(SQLite::Database& db, const Words& words, Register& people);  // all must outlive the log

  // As Store::log, but throws SQLite::Exception; then nothing has changed.
  std::vector<Logged> log(const std::vector<Extracted>& entries, const Provenance& provenance);

 private:
  struct Kept {
    std::int64_t key;
    Article article;
    Provenance provenance;
  };

  std::optional<Kept> find(const std::string& id);
  std::size_t count(std::int64_t article);
  Logged log(const Extracted& entry, const Provenance& provenance);
  void replace(std::int64_t key, const Article& now, const Extracted& entry, const Provenance& provenance);
  void add_statements(const Article& article, std::int64_t key, const Extracted& entry);
  std::int64_t add(const Article& article, std::int64_t key, std::size_t ordinal, const Statement& statement);
  std::int64_t speaker(const Article& article, const Speaker& speaker);
  std::int64_t person(const std::string& id, SpeakerKind kind);
  std::vector<std::int64_t> keys(SQLite::Statement& statement, std::int64_t of);

  SQLite::Database& db_;
  const Words& words_;
  Register& register_;
  SQLite::Statement find_article_, insert_article_, update_article_, count_statements_;
  SQLite::Statement insert_statement_, insert_frame_, insert_stand_, index_words_, unindex_words_, delete_statements_;
  SQLite::Statement find_speaker_, insert_speaker_, speakers_of_, delete_speaker_;
  SQLite::Statement find_person_, insert_person_, persons_of_, delete_person_;
};

}  // namespace onrecord
