#include "store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"

namespace onrecord {

WriterLock::WriterLock(const std::string& store) : path_(store + "-lock") {
  constexpr mode_t for_all = 0666;  // less the umask, as SQLite makes the store itself
  for (;;) {
    file_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, for_all);
    if (file_ < 0) return;  // the folder is read-only: SQLite will say so, in its own words
    if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
      const bool taken = errno == EWOULDBLOCK;
      close(file_);
      file_ = -1;
      if (!taken) return;
      throw Error(store + ": another onrecord is writing to it; wait until it has ended and try again");
    }
    // The one before us may have taken the file away between our open and our lock.
    struct stat file {};
    if (fstat(file_, &file) == 0 && file.st_nlink > 0) return;
    close(file_);
  }
}

WriterLock::~WriterLock() {
  if (file_ < 0) return;
  unlink(path_.c_str());  // while it is still ours
  close(file_);
}

}  // namespace onrecord
