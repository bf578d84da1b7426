// Command: a row of the one table that the program, its help and its tests read.
//
// A command has one word in its name, its file (command_<name>.cpp), its object
// (command_<name>) and its tests. Parsing is done before `run`, so that misuse
// is found before any work begins.
#pragma once

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/error.h"

namespace onrecord {

class Output;
using OptionTable = boost::program_options::options_description;

// What stood on the command line after the command's name, checked against its options.
class Arguments {
 public:
  Arguments(boost::program_options::variables_map given, std::vector<std::string> words)
      : given_(std::move(given)), words_(std::move(words)) {}

  const std::vector<std::string>& words() const { return words_; }  // all that is not an option
  bool has(const char* option) const { return given_.count(option) > 0; }
  std::optional<std::string> text(const char* option) const;
  // These throw Error::misuse that names the option for a value of another form.
  std::optional<Date> day(const char* option) const;
  std::size_t number(const char* option, std::size_t otherwise) const;

 private:
  boost::program_options::variables_map given_;
  std::vector<std::string> words_;
};

struct Command {
  std::string_view name;
  std::string_view group;     // its heading in `help`
  std::string_view about;     // one line, no full stop
  std::string_view words;     // what may stand beside options: "FILE|FOLDER|-..."; empty: nothing
  std::size_t least, most;    // how many words
  std::string_view examples;  // a line each, command and what it does divided by a tab
  std::string_view more;      // what else the help says; may be empty
  void (*options)(OptionTable&);
  int (*run)(const Arguments&, Output&);  // the exit code; throws Error
};

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

// All commands, in the order of `help`.
const std::vector<const Command*>& commands();
// Throws Error::misuse ("did you mean") where there is none of that name.
const Command& command_named(const std::string& name);

// Throws Error::misuse for an unknown option, a missing value, or too few or many words.
// Nothing where help was asked for.
std::optional<Arguments> parse(const Command& command, const std::vector<std::string>& words);

std::string help_of(const Command& command);
std::string help_of_all();

// Exit code of a run over many inputs: 0 all done, 1 none, 3 some.
int exit_code(std::size_t done, std::size_t failed);

}  // namespace onrecord
