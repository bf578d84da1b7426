#include <algorithm>
#include <boost/program_options/value_semantic.hpp>

#include "cli/commands.h"
#include "cli/comparison.h"
#include "cli/options.h"
#include "cli/pair_rows.h"
#include "cli/person.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

void conflict_options(OptionTable& table) {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  table.add_options()("speaker", text("PERSON"), "only where this person is on one side or both")(
      "about", text("WORDS"), "only statements with all these words, in any form")(
      "since", text("DAY"), "said on that day or later")("until", text("DAY"), "said on that day or before")(
      "limit", text("N"), "no more than N pairs");
  add_store_option(table);
  add_rules_option(table);
  add_format_options(table);
}

int run_conflicts(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  Filter filter;
  filter.about = arguments.text("about");
  filter.since = arguments.day("since");
  filter.until = arguments.day("until");
  const std::size_t limit = arguments.number("limit", 0);
  const auto grammar = grammar_of(arguments);
  const Store store(store_path(arguments), Store::Mode::read);
  std::optional<std::string> person;
  if (const auto name = arguments.text("speaker")) person = person_named(store, *name).id;
  const Conflicts found = find_conflicts(store, filter, person, *grammar);
  const std::size_t shown = limit == 0 ? found.pairs.size() : std::min(limit, found.pairs.size());

  if (format == Format::table) {
    if (shown == 0) out.write("No conflict found among these statements.\n");
    for (std::size_t i = 0; i < shown; ++i)
      out.write((i > 0 ? "\n" : "") + pair_text(found.records, found.pairs[i], i + 1, out.terminal()));
    if (shown < found.pairs.size())
      out.write("\n" + std::to_string(found.pairs.size() - shown) + " more; ask for them with a higher --limit.\n");
    return 0;
  }
  Rows rows(out, format, pair_columns(""));
  for (std::size_t i = 0; i < shown; ++i) rows.add(pair_row(found.records, found.pairs[i]));
  rows.finish();
  return 0;
}

}  // namespace

const Command command_conflicts{
    "conflicts",
    "Asking",
    "all that conflicts in the store, the surest first",
    "",
    0,
    0,
    "onrecord conflicts --limit 20\tthe twenty surest, each with its reason\n"
    "onrecord conflicts --speaker Keller\twith Keller on one side or both\n"
    "onrecord conflicts --about \"fuel tax\" --since 2016-01-01 --csv\ton one matter, for a spreadsheet",
    "One person at two times, or two people; each claim once, however many articles repeat it. The words a conflict\n"
    "rests on are set off as *so*. Who has no name of their own (“officials”, “he”, “a spokesman”) is left out;\n"
    "`compare` shows those, too.",
    conflict_options,
    run_conflicts};

}  // namespace onrecord
