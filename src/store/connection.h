// Connection: an open store file, its settings, and what SQLite's errors mean
// to the person who gets them.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <optional>
#include <string>

#include "core/error.h"
#include "store/store.h"
#include "store/writer_lock.h"

namespace onrecord {

// One line that names the file and the next step.
Error explained(const SQLite::Exception& exception, const std::string& path);

// Runs `work`; what SQLite throws in it becomes an Error about `path`.
template <typename Work>
auto explaining(const std::string& path, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    throw explained(exception, path);
  }
}

// Readers open read-only. The writer keeps a write-ahead log while it works, so
// that readers are not held up, and folds it in when it closes: a store at rest
// is one file, which can be copied and read from read-only media. On a file
// system without shared memory SQLite keeps to a rollback journal.
class Connection {
 public:
  // Opens and, to write, makes and migrates. Throws Error as Store does.
  Connection(std::string path, Store::Mode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  SQLite::Database& db() { return *db_; }
  const std::string& path() const { return path_; }
  void check_writable() const;  // throws Error where it was opened to read

 private:
  void open();
  void settle();

  std::string path_;
  Store::Mode mode_;
  std::optional<WriterLock> lock_;  // given back after the database is closed
  std::optional<SQLite::Database> db_;
};

}  // namespace onrecord
