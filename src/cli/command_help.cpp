#include "cli/commands.h"
#include "cli/output.h"

namespace onrecord {
namespace {

constexpr std::string_view exit_codes =
    "Exit codes\n"
    "  0   done; finding nothing is done, too\n"
    "  1   the work failed: no input could be read, the store or the rules are broken\n"
    "  2   misuse: an unknown command, option or value\n"
    "  3   some inputs failed, the rest is done; each failure is a line on standard error\n";

constexpr std::string_view environment =
    "Environment\n"
    "  ONRECORD_STORE   the store, where --store is not given\n"
    "  XDG_DATA_HOME    folder of your data; the store is onrecord/onrecord.db in it (default ~/.local/share)\n"
    "  NO_COLOR         no colours where it is set and not empty\n"
    "  COLUMNS          width of tables, in characters, instead of the terminal's\n";

void no_options(OptionTable&) {}

int run_help(const Arguments& arguments, Output& out) {
  const auto& words = arguments.words();
  if (words.empty()) {
    out.write(help_of_all());
  } else if (words.front() == "exit-codes") {
    out.write(exit_codes);
  } else if (words.front() == "environment") {
    out.write(environment);
  } else {
    out.write(help_of(command_named(words.front())));
  }
  return 0;
}

}  // namespace

const Command command_help{"help",
                           "Besides",
                           "say how a command is used",
                           "[COMMAND|exit-codes|environment]",
                           0,
                           1,
                           "onrecord help list\tall of list, examples first\n"
                           "onrecord help exit-codes\twhat the program returns",
                           "",
                           no_options,
                           run_help};

}  // namespace onrecord
