#include "cli/commands.h"
#include "cli/options.h"
#include "cli/record.h"
#include "cli/text_width.h"

namespace onrecord {
namespace {

void people_options(OptionTable& table) {
  add_store_option(table);
  add_format_options(table);
}

std::string day_or_empty(const std::optional<Date>& day) { return day ? iso(*day) : ""; }
Json day_or_null(const std::optional<Date>& day) { return day ? Json(iso(*day)) : Json(); }

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

Row row_of(const PersonRow& person) {
  Json json{{"id", person.id},
            {"name", person.name},
            {"kind", name(person.kind)},
            {"aliases", person.aliases},
            {"roles", Json::array()},
            {"statements", person.statements},
            {"first", day_or_null(person.first)},
            {"last", day_or_null(person.last)}};
  std::vector<std::string> roles, roles_shown;
  for (const DatedRole& role : person.roles) {
    json["roles"].push_back({{"role", role.role},
                             {"since", day_or_null(role.since)},
                             {"until", day_or_null(role.until)},
                             {"statements", role.statements}});
    roles.push_back(role.role);
    roles_shown.push_back(one_line(role.role) + (role.since ? " (" + iso(*role.since) + ")" : ""));
  }
  const std::string count = std::to_string(person.statements);
  const std::string first = day_or_empty(person.first), last = day_or_empty(person.last);
  return {
      json_text(json),
      {person.id, person.name, std::string(name(person.kind)), count, first, last, joined(roles, "; "),
       joined(person.aliases, "; ")},
      {one_line(person.name) + (person.aliases.empty() ? "" : "\n" + one_line("also " + joined(person.aliases, ", "))),
       std::string(name(person.kind)), count, first == last ? first : first + "\nto " + last, joined(roles_shown, "\n"),
       short_id(person.id)}};
}

int run_people(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  const Store store(store_path(arguments), Store::Mode::read);
  Rows rows(out, format,
            {{"id", "name", "kind", "statements", "first", "last", "roles", "aliases"},
             {{"Name", 28}, {"Kind", 12}, {"Said", 6, true}, {"Days", 13}, {"Roles"}, {"Id", 8}},
             true,
             "Nobody is called so; `onrecord people` lists all."});
  for (const PersonRow& person : store.people(arguments.words().empty() ? "" : arguments.words().front()))
    rows.add(row_of(person));
  rows.finish();
  return 0;
}

}  // namespace

const Command command_people{"people",
                             "Asking",
                             "who is in the store, in which roles, since when",
                             "[NAME]",
                             0,
                             1,
                             "onrecord people\tall, most quoted first\n"
                             "onrecord people Keller\tall whose name has Keller in it",
                             "",
                             people_options,
                             run_people};

}  // namespace onrecord
