#include "cli/register.h"

#include <chrono>
#include <cstdlib>

#include "cli/person.h"
#include "cli/record.h"
#include "cli/text_width.h"
#include "core/tenure.h"
#include "match/grammar.h"

namespace onrecord {
namespace {

constexpr std::size_t statements_named = 2;  // in a row of the table

Json day_or_null(const std::optional<Date>& day) { return day ? Json(iso(*day)) : Json(); }
Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

// "Senator, WA, Democrat" of a term; else the role.
std::string role_shown(const Tenure& tenure) {
  std::string out = one_line(tenure.role);
  if (tenure.term)
    for (const std::string* part : {&tenure.term->organization, &tenure.term->area, &tenure.term->party})
      if (!part->empty()) out += ", " + one_line(*part);
  return out;
}

std::string rests_on(const Tenure& tenure) {
  if (tenure.term) return "import of " + one_line(tenure.term->source);
  std::string out;
  for (std::size_t i = 0; i < tenure.statements.size() && i < statements_named; ++i)
    out += (i == 0 ? "" : ", ") + short_id(tenure.statements[i]);
  const std::size_t more = tenure.statements.size() - std::min(tenure.statements.size(), statements_named);
  return more == 0 ? out : out + " and " + std::to_string(more) + " more";
}

std::string since_shown(const Tenure& tenure) {
  if (tenure.term) return tenure.term->since;
  return tenure.since ? "seen " + iso(*tenure.since) : "";
}

std::string until_shown(const Tenure& tenure) {
  if (tenure.term) return tenure.term->until;
  if (tenure.over) return (tenure.until ? "seen " + iso(*tenure.until) + "\n" : "") + "former " + iso(*tenure.over);
  return tenure.until ? "seen " + iso(*tenure.until) : "";
}

Row row_of(const Tenure& tenure) {
  Json json{{"role", tenure.role},
            {"from", tenure.term ? "import" : "articles"},
            {"since", tenure.term ? text_or_null(tenure.term->since) : day_or_null(tenure.since)},
            {"until", tenure.term ? text_or_null(tenure.term->until) : day_or_null(tenure.until)},
            {"former", day_or_null(tenure.over)},
            {"organization", tenure.term ? text_or_null(tenure.term->organization) : Json()},
            {"area", tenure.term ? text_or_null(tenure.term->area) : Json()},
            {"party", tenure.term ? text_or_null(tenure.term->party) : Json()},
            {"source", tenure.term ? text_or_null(tenure.term->source) : Json()},
            {"statements", tenure.statements}};
  std::vector<std::string> cells;
  for (const auto& [key, value] : json.items())
    cells.push_back(value.is_string()  ? value.get<std::string>()
                    : value.is_array() ? joined(tenure.statements, " ")
                                       : std::string());
  return {json_text(json), cells, {role_shown(tenure), since_shown(tenure), until_shown(tenure), rests_on(tenure)}};
}

// Who somebody is, above their roles.
std::string heading(const PersonRow& person, const std::vector<Identifier>& identifiers, const Terminal& terminal) {
  std::string out = styled(one_line(person.name), Style::bold, terminal) + "\n";
  if (!person.aliases.empty()) out += "also " + one_line(joined(person.aliases, ", ")) + "\n";
  out += std::string(name(person.kind)) + ", " + std::to_string(person.statements) +
         (person.statements == 1 ? " statement" : " statements");
  if (person.first && person.last)
    out += *person.first == *person.last ? ", " + iso(*person.first)
                                         : ", " + iso(*person.first) + " to " + iso(*person.last);
  out += ", id " + short_id(person.id);
  if (!identifiers.empty()) out += ", " + one_line(identifiers.front().scheme + " " + identifiers.front().value);
  return out + "\n\n";
}

struct Change {
  const char* name;
  std::size_t least, most;  // words after it
  const char* usage;
};
constexpr Change changes[] = {{"alias", 2, 2, "people alias NAME AS"},
                              {"rename", 2, 2, "people rename NAME AS"},
                              {"merge", 2, 2, "people merge NAME OTHER"},
                              {"split", 2, any_number, "people split NAME OTHER-NAME|ID..."},
                              {"undo", 0, 0, "people undo"}};

// Does one change. Returns what is to be told of it.
std::string done(const std::string& what, const std::vector<std::string>& words, Store& store) {
  if (what == "undo") {
    const auto undone = store.undo(signature());
    return undone ? "Undone: " + *undone : "There is nothing to undo";
  }
  const PersonRow person = person_named(store, words[0]);
  if (what == "alias") {
    store.alias(person.id, words[1], signature());
    return person.name + " is found as " + words[1] + ", too";
  }
  if (what == "rename") {
    store.rename(person.id, words[1], signature());
    return person.name + " is shown as " + words[1];
  }
  if (what == "merge") {
    const PersonRow other = person_named(store, words[1]);
    store.merge(person.id, other.id, signature());
    return other.name + " is " + person.name + " now";
  }
  const std::string id = store.split(person.id, {words.begin() + 1, words.end()}, signature());
  return joined({words.begin() + 1, words.end()}, ", ") + " is not " + person.name + " any more, but " + short_id(id);
}

}  // namespace

RegisterWords register_words() {
  RegisterWords words;
  for (const RuleFile& file : builtin_rules())
    if (file.name.ends_with("/register.txt") || file.name.ends_with("/person-names.txt"))
      read_register_words(file.text, words);
  return words;
}

Signature signature() {
  const char* user = std::getenv("USER");
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::hh_mm_ss time(now - day);
  const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return {user == nullptr ? "" : user, iso(day) + "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) +
                                           ":" + two(time.seconds().count()) + "Z"};
}

void show_person(const Store& store, const PersonRow& person, Format format, Output& out) {
  const std::vector<Tenure> all = tenures(store.observations(person.id), store.terms(person.id), register_words());
  if (format == Format::table) out.write(heading(person, store.identifiers(person.id), out.terminal()));
  Rows rows(out, format,
            {{"role", "from", "since", "until", "former", "organization", "area", "party", "source", "statements"},
             {{"Role"}, {"Since", 15}, {"Until", 17}, {"Rests on", 38}},
             false,
             "No role of theirs is known."});
  for (const Tenure& tenure : all) rows.add(row_of(tenure));
  rows.finish();
}

std::optional<int> change_register(const std::vector<std::string>& words, const std::string& store_path, Output& out) {
  for (const Change& change : changes) {
    if (words.front() != change.name) continue;
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (rest.size() < change.least || rest.size() > change.most)
      throw Error::misuse(std::string("people ") + change.name + ": write `onrecord " + change.usage +
                          "`; put a name of several words in quotation marks");
    Store store(store_path, Store::Mode::write);
    out.write(done(change.name, rest, store) + ".\n");
    return 0;
  }
  return std::nullopt;
}

void list_proposals(const Store& store, Format format, Output& out) {
  Rows rows(out, format,
            {{"name", "id", "other_name", "other_id", "why"},
             {{"Name", 30}, {"Id", 8}, {"May be", 30}, {"Id", 8}, {"Why"}},
             false,
             "Nobody seems to be another."});
  for (const PeopleProposal& p : store.proposals())
    rows.add(
        {json_text(
             {{"name", p.name}, {"id", p.person}, {"other_name", p.other_name}, {"other_id", p.other}, {"why", p.why}}),
         {p.name, p.person, p.other_name, p.other, p.why},
         {one_line(p.name), short_id(p.person), one_line(p.other_name), short_id(p.other), p.why}});
  rows.finish();
}

void list_changes(const Store& store, Format format, Output& out) {
  Rows rows(out, format,
            {{"what", "by", "at", "undone"},
             {{"What"}, {"By", 12}, {"At", 20}, {"", 6}},
             false,
             "Nothing was changed by hand."});
  for (const RegisterChange& change : store.changes())
    rows.add({json_text({{"what", change.note},
                         {"by", text_or_null(change.by.who)},
                         {"at", change.by.when},
                         {"undone", change.undone}}),
              {change.note, change.by.who, change.by.when, change.undone ? "undone" : ""},
              {one_line(change.note), one_line(change.by.who), change.by.when, change.undone ? "undone" : ""}});
  rows.finish();
}

}  // namespace onrecord
