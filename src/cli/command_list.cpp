#include <boost/program_options/value_semantic.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/record.h"
#include "cli/register.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

void list_options(OptionTable& table) {
  table.add_options()("speaker", po::value<std::string>()->value_name("NAME"),
                      "part of a name or another name of them")(
      "role", po::value<std::string>()->value_name("WORDS"),
      "words of the role they spoke in, or of a term they held that day")(
      "kind", po::value<std::string>()->value_name("KIND"), "direct, mixed or indirect speech");
  add_choice_options(table);
  add_store_option(table);
  add_format_options(table);
}

int run_list(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  Filter filter = choice_of(arguments);
  filter.speaker = arguments.text("speaker");
  if (const auto role = arguments.text("role")) filter.roles = wordings_of(*role, register_words());
  if (const auto kind = arguments.text("kind")) {
    filter.kind = parse_kind(*kind);
    if (!filter.kind) throw Error::misuse("--kind: “" + *kind + "” is none; give direct, mixed or indirect");
  }
  const Store store(store_path(arguments), Store::Mode::read);
  StatementRows rows(out, format, "No statement fits; ask for less, or see `onrecord people`.");
  for (const Record& record : declared_records(store, filter, arguments.has("all"))) rows.add(record, store);
  rows.finish();
  return 0;
}

}  // namespace

const Command command_list{
    "list",
    "Asking",
    "statements by speaker, role, day, words",
    "",
    0,
    0,
    "onrecord list --speaker Keller\twhat Keller said, oldest first\n"
    "onrecord list --role minister --about \"fuel tax\"\twhat ministers said about the fuel tax\n"
    "onrecord list --since 2016-01-01 --kind direct --csv\tquotations of 2016 and later, for a spreadsheet",
    "What must hold is all that is given. Without --all it lists speech, and what people support, oppose, promise\n"
    "or demand; not what somebody is said to think or want. --role asks articles and imported terms alike; where a\n"
    "term fits, the row says which.",
    list_options,
    run_list};

}  // namespace onrecord
