#include "cli/commands.h"
#include "cli/options.h"
#include "cli/person.h"
#include "cli/record.h"
#include "cli/text_width.h"

namespace onrecord {
namespace {

void timeline_options(OptionTable& table) {
  add_choice_options(table);
  add_store_option(table);
  add_format_options(table);
}

// "Anna Keller, 12 statements, 2015-02-01 to 2016-10-07" and the roles under it.
std::string heading(const PersonRow& person, std::size_t statements, const Terminal& terminal) {
  std::string out = styled(one_line(person.name), Style::bold, terminal) + ", " + std::to_string(statements) +
                    (statements == 1 ? " statement" : " statements") + "\n";
  for (const DatedRole& role : person.roles) {
    out += "  " + one_line(role.role);
    if (role.since && role.until && *role.since != *role.until) {
      out += " (" + iso(*role.since) + " to " + iso(*role.until) + ")";
    } else if (role.since) {
      out += " (" + iso(*role.since) + ")";
    }
    out += "\n";
  }
  return out + "\n";
}

int run_timeline(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  Filter filter = choice_of(arguments);
  const Store store(store_path(arguments), Store::Mode::read);
  const PersonRow person = person_named(store, arguments.words().front());
  filter.person = person.id;
  const std::vector<Record> records = declared_records(store, filter, arguments.has("all"));
  if (format == Format::table) out.write(heading(person, records.size(), out.terminal()));
  StatementRows rows(out, format, "Nothing of what they said fits; ask for less.", false);
  for (const Record& record : records) rows.add(record, store);
  rows.finish();
  return 0;
}

}  // namespace

const Command command_timeline{"timeline",
                               "Asking",
                               "what one person said, day by day",
                               "PERSON",
                               1,
                               1,
                               "onrecord timeline Keller\tall that Keller said\n"
                               "onrecord timeline \"Anna Keller\" --about \"fuel tax\"\ton one matter",
                               "PERSON is a name, a part of one that nobody else has, or an id of `onrecord people`.",
                               timeline_options,
                               run_timeline};

}  // namespace onrecord
