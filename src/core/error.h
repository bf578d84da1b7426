// Error: what a user or a file did wrong, in one line that names the place and
// the next step. Caught only in main (and where one input's failure must not
// stop the others). "Nothing found" is never an Error; our own mistakes are
// asserts.
#pragma once

#include <stdexcept>
#include <string>

namespace onrecord {

class Error : public std::runtime_error {
 public:
  enum class Kind {
    failed,  // the work failed: exit code 1
    misuse,  // wrong words on the command line: exit code 2
  };

  // `what` is one line: "articles/a.txt: no such file; check the path".
  explicit Error(const std::string& what, Kind kind = Kind::failed) : std::runtime_error(what), kind_(kind) {}

  static Error misuse(const std::string& what) { return Error(what, Kind::misuse); }

  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

}  // namespace onrecord
