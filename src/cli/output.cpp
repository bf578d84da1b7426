#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "core/error.h"

namespace onrecord {
namespace {

constexpr std::size_t narrowest = 40;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

[[noreturn]] void cannot_write() {
  throw Error(std::string("standard output: ") + std::strerror(errno) + "; free some space or write elsewhere");
}

}  // namespace

Terminal terminal_of(std::FILE* stream) {
  Terminal terminal;
  const int fd = fileno(stream);
  const bool screen = isatty(fd) != 0;
  terminal.colour = screen && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  winsize size{};
  const std::size_t columns = std::strtoul(variable("COLUMNS").c_str(), nullptr, 10);
  if (columns > 0) {
    terminal.width = columns;
  } else if (screen && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = size.ws_col;
  }
  if (terminal.width < narrowest) terminal.width = narrowest;
  return terminal;
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) cannot_write();
}

void Output::finish() {
  if (std::fflush(stream_) != 0 || std::ferror(stream_) != 0) cannot_write();
}

void warn(const std::string& what) { std::fprintf(stderr, "onrecord: %s\n", what.c_str()); }

Progress::Progress() : on_(isatty(STDERR_FILENO) != 0) {}

void Progress::show(const std::string& what) {
  if (!on_) return;
  std::fprintf(stderr, "\r\x1b[K%s", what.c_str());
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace onrecord
