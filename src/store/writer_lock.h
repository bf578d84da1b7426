// WriterLock: one writer at a time, for as long as it has the store open.
//
// SQLite itself lets two writers take turns, but with a write-ahead log two that
// fold it in at the same moment can damage the file (fixed in SQLite 3.51.3;
// Debian 12 has 3.40). So a writer first takes flock(2) on `<store>-lock`, which the
// system gives back even when the writer is killed. Where a file system knows
// no such locks, SQLite's own have to do.
#pragma once

#include <string>

namespace onrecord {

class WriterLock {
 public:
  // Throws Error where another writer has the store open.
  explicit WriterLock(const std::string& store);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  std::string path_;
  int file_ = -1;
};

}  // namespace onrecord
