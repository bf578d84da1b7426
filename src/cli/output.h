// Output: where results go, and only results; what the user should know besides
// goes to standard error, a line each.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace onrecord {

// What the screen can do. Not a terminal: no colour, 100 columns (or $COLUMNS).
struct Terminal {
  bool colour = false;
  std::size_t width = 100;  // columns
};
// Colour needs a terminal, and NO_COLOR unset or empty.
Terminal terminal_of(std::FILE* stream);

class Output {
 public:
  explicit Output(std::FILE* stream) : stream_(stream), terminal_(terminal_of(stream)) {}

  // Throw Error when the bytes cannot be written (a full disk); `finish` must be
  // called at the end, since the last bytes are written only then.
  void write(std::string_view text);
  void finish();

  const Terminal& terminal() const { return terminal_; }

 private:
  std::FILE* stream_;
  Terminal terminal_;
};

// One line on standard error, "onrecord: a.txt: no such file; check the path".
void warn(const std::string& what);

// A line on standard error that is written over by the next; silent unless it is a terminal.
class Progress {
 public:
  Progress();
  ~Progress() { clear(); }
  void show(const std::string& what);
  void clear();  // before anything else is written to the terminal

 private:
  bool on_;
  bool shown_ = false;
};

}  // namespace onrecord
