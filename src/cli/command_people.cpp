#include <boost/program_options/value_semantic.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/person.h"
#include "cli/record.h"
#include "cli/register.h"
#include "cli/text_width.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

void people_options(OptionTable& table) {
  table.add_options()("kind", po::value<std::string>()->value_name("KIND"),
                      "person (where no NAME is given), organization, group or all");
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

// Whether a row of the kind is asked for.
bool fits(SpeakerKind kind, const std::string& asked) { return asked == "all" || asked == name(kind); }

std::string kind_asked(const Arguments& arguments) {
  const auto given = arguments.text("kind");
  if (!given) return arguments.words().empty() ? "person" : "all";
  if (*given == "person" || *given == "organization" || *given == "group" || *given == "all") return *given;
  throw Error::misuse("--kind: “" + *given + "” is none; give person, organization, group or all");
}

int list_people(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  const std::string kind = kind_asked(arguments);
  const Store store(store_path(arguments), Store::Mode::read);
  Rows rows(out, format,
            {{"id", "name", "kind", "statements", "first", "last", "roles", "aliases"},
             {{"Name", 28}, {"Kind", 12}, {"Said", 6, true}, {"Days", 13}, {"Roles"}, {"Id", 8}},
             true,
             "Nobody is called so; `onrecord people` lists all."});
  for (const PersonRow& person : store.people(arguments.words().empty() ? "" : arguments.words().front()))
    if (fits(person.kind, kind)) rows.add(row_of(person));
  rows.finish();
  return 0;
}

int run_people(const Arguments& arguments, Output& out) {
  const std::vector<std::string>& words = arguments.words();
  if (words.empty()) return list_people(arguments, out);
  if (const auto code = change_register(words, store_path(arguments), out)) return *code;
  const std::string& first = words.front();
  if (first == "show" && words.size() == 2) {
    const Store store(store_path(arguments), Store::Mode::read);
    show_person(store, person_named(store, words[1]), format_of(arguments), out);
    return 0;
  }
  if (first == "proposals" && words.size() == 1) {
    list_proposals(Store(store_path(arguments), Store::Mode::read), format_of(arguments), out);
    return 0;
  }
  if (first == "changes" && words.size() == 1) {
    list_changes(Store(store_path(arguments), Store::Mode::read), format_of(arguments), out);
    return 0;
  }
  if (words.size() > 1)
    throw Error::misuse("people: “" + first + "” with " + std::to_string(words.size() - 1) +
                        " more is none of its uses; put a name in quotation marks, and see `onrecord help people`");
  return list_people(arguments, out);
}

}  // namespace

const Command command_people{
    "people",
    "Asking",
    "who is in the store, in which roles, since when; who is who",
    "[NAME]|show NAME|alias|rename|merge|split|undo|changes|proposals",
    0,
    any_number,
    "onrecord people\tall, most quoted first\n"
    "onrecord people Keller\tall whose name has Keller in it\n"
    "onrecord people show Keller\troles, since and until, and on what that rests\n"
    "onrecord people alias \"Anna Keller\" \"A. K.\"\tanother name of hers\n"
    "onrecord people rename \"Anna Keller\" \"Anna Keller-Osei\"\tthe name to show\n"
    "onrecord people proposals\twho may be one and was not made one\n"
    "onrecord people merge \"Anna Keller\" \"Ann Keller\"\tthe second is the first\n"
    "onrecord people split \"Anna Keller\" \"Ann Keller\"\tthe second name is somebody else\n"
    "onrecord people split \"Anna Keller\" 3f2a9c01\tso is who she is in that statement’s article\n"
    "onrecord people undo\ttakes back the newest of these",
    "What you change by hand holds whatever is logged later, until you undo it; `people changes` lists it.\n"
    "Organisations and groups have lists of their own: --kind organization, --kind group.\n"
    "A role is seen from the first to the last day an article gives it; “former” closes it and opens none.",
    people_options,
    run_people};

}  // namespace onrecord
