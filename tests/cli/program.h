// Runs of the program itself, as a shell would start it.
#pragma once

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include <string>
#include <vector>

#include "folder.h"

struct Run {
  int code;
  std::string out, err;
};

class Program {
 public:
  // Runs with a store of its own in the folder, 80 columns, no colour. `input` is standard input.
  Run operator()(const std::vector<std::string>& words, const std::string& input = "") const {
    std::string command;
    for (const std::string& word : words) command += " " + quoted(word);
    return shell("\"$ONRECORD\"" + command, input);
  }

  // The same for a whole line of shell, in which "$ONRECORD" is the program.
  Run shell(const std::string& line, const std::string& input = "") const {
    folder.write("run/in", input);
    const std::string all = "cd " + quoted(folder.path.string()) + "; export ONRECORD=" + quoted(ONRECORD_PROGRAM) +
                            " ONRECORD_STORE=store.db COLUMNS=80; { " + line + "; } <run/in >run/out 2>run/err";
    const int status = std::system(all.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("run/out"), read("run/err")};
  }

  std::string read(const std::string& name) const {
    std::ifstream file(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  Folder folder;

 private:
  static std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? "'\\''" : std::string(1, c);
    return out + "'";
  }
};

// How many lines; each must end in a line break.
inline std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}
