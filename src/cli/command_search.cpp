#include <boost/program_options/value_semantic.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/record.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

constexpr std::size_t usual_limit = 50;

void search_options(OptionTable& table) {
  table.add_options()("limit", po::value<std::string>()->value_name("N"),
                      "no more than so many rows (default 50; 0: all)");
  add_store_option(table);
  add_format_options(table);
}

int run_search(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  const std::size_t limit = arguments.number("limit", usual_limit);
  std::string query;
  for (const std::string& word : arguments.words()) query += (query.empty() ? "" : " ") + word;
  const Store store(store_path(arguments), Store::Mode::read);
  StatementRows rows(out, format, "No statement has these words; try fewer, or another form.");
  for (const Record& record : store.search(query, limit)) rows.add(record, store);
  rows.finish();
  return 0;
}

}  // namespace

const Command command_search{"search",
                             "Asking",
                             "statements by words of content, cue, speaker and title, best first",
                             "WORDS...",
                             1,
                             any_number,
                             "onrecord search fuel tax\tall these words, in any form\n"
                             "onrecord search \"bridge\" --limit 5 --jsonl\tthe five best, as JSON lines",
                             "",
                             search_options,
                             run_search};

}  // namespace onrecord
