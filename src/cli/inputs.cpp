#include "cli/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace onrecord {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_input = std::size_t{256} << 20;

struct File {
  int fd;
  bool owned;
  ~File() {
    if (owned && fd >= 0) close(fd);
  }
};

std::string why(int error) {
  switch (error) {
    case ENOENT:
      return "no such file; check the path";
    case EACCES:
      return "may not be read; check its permissions";
    case EISDIR:
      return "is a folder";
    default:
      return std::string(std::strerror(error)) + "; check the file";
  }
}

bool is_article(const fs::path& path) { return path.extension() == ".txt"; }

}  // namespace

std::optional<Input> Inputs::enter(const fs::path& folder) {
  Folder opened{folder, {}};
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    if (entries->path().filename().native().starts_with('.')) continue;
    std::error_code ignored;
    if (fs::is_directory(entries->symlink_status(ignored)) || is_article(entries->path())) {
      opened.entries.push_back(entries->path());
    } else {
      ++passed_over_;
    }
  }
  if (error) return Input{folder.string(), folder.string() + ": " + why(error.value())};
  std::sort(opened.entries.begin(), opened.entries.end(), std::greater<>());
  open_.push_back(std::move(opened));
  return std::nullopt;
}

std::optional<Input> Inputs::next() {
  for (;;) {
    while (!open_.empty()) {
      if (open_.back().entries.empty()) {
        const fs::path done = open_.back().path;
        open_.pop_back();
        if (open_.empty() && found_ == 0)
          return Input{done.string(), done.string() +
                                          ": there is no article in this folder (looked for *.txt); "
                                          "name files yourself, or another folder"};
        continue;
      }
      const fs::path path = std::move(open_.back().entries.back());
      open_.back().entries.pop_back();
      std::error_code ignored;
      if (!fs::is_directory(path, ignored)) return ++found_, Input{path.string(), ""};
      if (const auto problem = enter(path)) return problem;
    }
    if (next_word_ == words_.size()) return std::nullopt;
    const std::string& word = words_[next_word_++];
    std::error_code ignored;
    if (word == "-" || !fs::is_directory(word, ignored)) return Input{word, ""};
    found_ = 0;
    if (const auto problem = enter(word)) return problem;
  }
}

std::string bytes_of(const Input& input) {
  if (!input.problem.empty()) throw Error(input.problem);
  const bool standard = input.path == "-";
  const File file{standard ? STDIN_FILENO : open(input.path.c_str(), O_RDONLY | O_CLOEXEC), !standard};
  if (file.fd < 0) throw Error(input.path + ": " + why(errno));
  // A file says how long it is; a pipe does not, and either may be longer than it says.
  struct stat about {};
  const bool known = fstat(file.fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0;
  std::string bytes(known ? std::min<std::size_t>(static_cast<std::size_t>(about.st_size), largest_input) + 1 : 65536,
                    '\0');
  std::size_t used = 0;
  for (;;) {
    if (bytes.size() == used) bytes.resize(2 * bytes.size());
    const ssize_t got = read(file.fd, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error(input.path + ": " + why(errno));
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > largest_input) throw Error(input.path + ": larger than 256 MB; split it into articles");
  }
  bytes.resize(used);
  if (bytes.empty()) throw Error(input.path + ": the file is empty; check how it was saved");
  return bytes;
}

}  // namespace onrecord
