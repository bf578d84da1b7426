#include <map>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/options.h"
#include "cli/register.h"
#include "core/tenure.h"

namespace onrecord {
namespace {

void export_options(OptionTable& table) { add_store_option(table); }

Json names_json(const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const std::string& name : names) list.push_back({{"name", name}});
  return list;
}

// The person as Popolo has it; `id` of the store goes in, too, so that an import of it finds them.
Json entry_json(const Store& store, const PersonRow& person) {
  Json identifiers = Json::array();
  bool own = false;
  for (const Identifier& identifier : store.identifiers(person.id)) {
    own |= identifier.scheme == "onrecord" && identifier.value == person.id;
    identifiers.push_back({{"scheme", identifier.scheme}, {"identifier", identifier.value}});
  }
  if (!own) identifiers.push_back({{"scheme", "onrecord"}, {"identifier", person.id}});
  return {{"id", person.id},
          {"name", person.name},
          {"other_names", names_json(person.aliases)},
          {"identifiers", std::move(identifiers)}};
}

Json membership_json(const PersonRow& person, const Tenure& tenure) {
  Json json{{"person_id", person.id}};
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
  };
  const auto add_named = [&](const char* key, const std::string& name) {
    if (!name.empty()) json[key] = {{"name", name}};
  };
  add("role", tenure.role);
  if (tenure.term) {
    add_named("organization", tenure.term->organization);
    add_named("area", tenure.term->area);
    add_named("on_behalf_of", tenure.term->party);
    add("start_date", tenure.term->since);
    add("end_date", tenure.term->until);
    return json;
  }
  if (tenure.since) json["start_date"] = iso(*tenure.since);
  if (tenure.over) json["end_date"] = iso(tenure.until ? *tenure.until : *tenure.over);
  json["sources"] = Json::array();
  for (const std::string& statement : tenure.statements)
    json["sources"].push_back({{"note", "onrecord statement " + statement}});
  return json;
}

int run_export(const Arguments& arguments, Output& out) {
  if (arguments.words().front() != "people")
    throw Error::misuse("export: give people, not “" + arguments.words().front() + "”; see `onrecord help export`");
  const Store store(store_path(arguments), Store::Mode::read);
  const RegisterWords words = register_words();
  const std::vector<PersonRow> people = store.people("");
  const char* separator = "";
  const auto write_list = [&](const char* name, auto each) {
    out.write(std::string(separator) + "\"" + name + "\": [");
    const char* between = "\n";
    each([&](const Json& json) {
      out.write(between + json_text(json));
      between = ",\n";
    });
    out.write("\n]");
    separator = ",\n";
  };
  out.write("{\n");
  write_list("persons", [&](auto write) {
    for (const PersonRow& person : people)
      if (person.kind == SpeakerKind::person) write(entry_json(store, person));
  });
  write_list("organizations", [&](auto write) {
    for (const PersonRow& person : people)
      if (person.kind == SpeakerKind::organization) write(entry_json(store, person));
  });
  write_list("memberships", [&](auto write) {
    for (const PersonRow& person : people)
      if (person.kind == SpeakerKind::person)
        for (const Tenure& tenure : tenures(store.observations(person.id), store.terms(person.id), words))
          write(membership_json(person, tenure));
  });
  out.write("\n}\n");
  return 0;
}

}  // namespace

const Command command_export{
    "export",
    "Keeping",
    "the register of people as Popolo JSON, for other programs",
    "people",
    1,
    1,
    "onrecord export people >people.json\tpersons, organizations, memberships",
    "Memberships are terms as imported, and roles as articles give them, with the statements in `sources`.\n"
    "`onrecord import` reads it: into the same store it changes nothing.",
    export_options,
    run_export};

}  // namespace onrecord
