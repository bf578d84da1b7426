// Inputs: the articles that a command line names, one at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace onrecord {

struct Input {
  std::string path;     // "-" is standard input
  std::string problem;  // why it cannot be read (one line, with the path); empty: it may be
};

// Files as given, "-", and folders: of these every *.txt in them and in the folders
// below, in the order of their names; hidden ones and links to folders are passed
// over. One folder's names are in memory at a time, so a million files are not.
class Inputs {
 public:
  explicit Inputs(std::vector<std::string> words) : words_(std::move(words)) {}

  // Nothing after the last. A folder without articles, or one that cannot be
  // listed, is an input with a problem.
  std::optional<Input> next();

  std::size_t passed_over() const { return passed_over_; }  // files in folders that are not *.txt

 private:
  struct Folder {
    std::filesystem::path path;
    std::vector<std::filesystem::path> entries;  // last first
  };
  std::optional<Input> enter(const std::filesystem::path& folder);

  std::vector<std::string> words_;
  std::size_t next_word_ = 0;
  std::vector<Folder> open_;
  std::size_t found_ = 0;  // articles of the folder named on the command line
  std::size_t passed_over_ = 0;
};

// All bytes of it. Throws Error that names the file and the next step; so it does
// for more than 256 MB, since an article is held in memory as a whole.
std::string bytes_of(const Input& input);

}  // namespace onrecord
