#include "store/connection.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "store/migrate.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

constexpr const char* in_memory = ":memory:";
constexpr int busy_milliseconds = 5000;

Error failed(const std::string& path, const std::string& what) { return Error(path + ": " + what); }

void check_place_to_read(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) throw failed(path, "a folder; name a file in it");
  if (!fs::exists(path, error))
    throw failed(path, "no store there yet; `onrecord log FILE...` makes one, --store names another");
}

void make_place_to_write(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) throw failed(path, "a folder; name a file in it");
  const fs::path folder = fs::path(path).parent_path();
  if (folder.empty() || fs::is_directory(folder, error)) return;
  fs::create_directories(folder, error);
  if (error) throw failed(path, "its folder cannot be made (" + error.message() + "); name another file with --store");
}

}  // namespace

Error explained(const SQLite::Exception& exception, const std::string& path) {
  switch (exception.getErrorCode()) {
    case SQLITE_FULL:
      return failed(path, "the disk is full; make room and log again: what was reported as logged is kept");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return failed(path, "another program is writing to it; wait until that has ended and try again");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return failed(path, "cannot be written to; give write permission, or name another file with --store");
    case SQLITE_CANTOPEN:
      return failed(path, "cannot be opened; check the permissions of the file and of its folder");
    case SQLITE_NOTADB:
      return failed(path, "not a store of onrecord; name another file with --store");
    case SQLITE_CORRUPT:
      return failed(path, "damaged; restore a copy, or log the articles into a new store with --store");
    case SQLITE_IOERR:
      return failed(path,
                    "cannot be read or written (" + std::string(exception.what()) +
                        "); check the disk and the room on it, and log again: what was reported as logged is kept");
    case SQLITE_TOOBIG:
      return failed(path, "takes no text longer than 1 GB; divide the article");
    default:
      return failed(path, std::string(exception.what()) + "; if a copy of the store does the same, report it");
  }
}

Connection::Connection(std::string path, Store::Mode mode) : path_(std::move(path)), mode_(mode) {
  if (path_.empty()) throw Error::misuse("no file is named to be the store; give one with --store");
  if (path_ == in_memory) mode_ = Store::Mode::write;
  explaining(path_, [&] {
    open();
    settle();
  });
}

Connection::~Connection() {
  if (mode_ == Store::Mode::write)
    db_->tryExec("PRAGMA journal_mode = DELETE");  // not while others read: then it stays
}

void Connection::check_writable() const {
  if (mode_ != Store::Mode::write) throw failed(path_, "opened to read; open it to write");
}

void Connection::open() {
  if (mode_ == Store::Mode::read) {
    check_place_to_read(path_);
    db_.emplace(path_, SQLite::OPEN_READONLY, busy_milliseconds);
  } else {
    if (path_ != in_memory) {
      make_place_to_write(path_);
      lock_.emplace(path_);
    }
    db_.emplace(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_milliseconds);
    if (sqlite3_db_readonly(db_->getHandle(), "main") == 1)
      throw failed(path_, "cannot be written to; give write permission, or name another file with --store");
  }
}

void Connection::settle() {
  db_->exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
  const auto& steps = embedded_migrations();
  const int schema = schema_of(*db_, path_, steps);
  if (mode_ == Store::Mode::read) {
    if (schema == 0) throw failed(path_, "empty, not a store yet; `onrecord log FILE...` fills it");
    if (schema < static_cast<int>(steps.size()))
      throw failed(path_, "kept by an older onrecord (schema " + std::to_string(schema) + ", this one reads " +
                              std::to_string(steps.size()) + "); log any article into it to bring it up to date");
    return;
  }
  // Losing power can cost the last articles in WAL with NORMAL, never the store; logging again brings them back.
  if (db_->execAndGet("PRAGMA journal_mode = WAL").getString() == "wal") db_->exec("PRAGMA synchronous = NORMAL");
  // Folding the log in every 32 MB rather than every 4 makes logging faster by a tenth: pages of an index, written
  // again by each article, are then copied once.
  db_->exec(
      "PRAGMA wal_autocheckpoint = 8000; PRAGMA secure_delete = FAST; PRAGMA cache_size = -65536; "
      "PRAGMA temp_store = MEMORY");
  migrate(*db_, path_, steps);
}

}  // namespace onrecord
