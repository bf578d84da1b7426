#include "cli/person.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "cli/output.h"
#include "cli/record.h"
#include "core/error.h"
#include "core/nearest.h"

namespace onrecord {
namespace {

constexpr std::size_t most_named = 5;
constexpr std::size_t shortest_id = 4;  // hex digits
constexpr std::size_t far_more = 10;    // times as many statements

bool is_called(const PersonRow& person, const std::string& name) {
  return edit_distance(person.name, name) == 0 ||
         std::any_of(person.aliases.begin(), person.aliases.end(),
                     [&](const std::string& alias) { return edit_distance(alias, name) == 0; });
}

// The only one whose id begins so.
std::optional<PersonRow> person_with_id(const Store& store, const std::string& id) {
  if (id.size() < shortest_id || id.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
  std::vector<PersonRow> people = store.people("");
  std::erase_if(people, [&](const PersonRow& person) { return !person.id.starts_with(id); });
  return people.size() == 1 ? std::optional(people.front()) : std::nullopt;
}

// A group or an organisation that an article only describes ("voters", "his campaign") is near to no name.
bool has_own_name(const PersonRow& person) {
  return person.kind == SpeakerKind::person || !(person.name[0] >= 'a' && person.name[0] <= 'z');
}

// Names near to `name` as a whole, or by one of their words ("Pescov" is near to Dmitry Peskov).
std::vector<std::string> names_near(const Store& store, const std::string& name) {
  std::vector<std::string> words, owners;
  for (const PersonRow& person : store.people("")) {
    if (!has_own_name(person)) continue;
    const auto add = [&](const std::string& word) {
      words.push_back(word);
      owners.push_back(person.name);
    };
    add(person.name);
    for (const std::string& alias : person.aliases) add(alias);
    for (std::size_t i = 0; i < person.name.size();) {
      const std::size_t end = std::min(person.name.find(' ', i), person.name.size());
      if (end - i > 2) add(person.name.substr(i, end - i));
      i = end + 1;
    }
  }
  std::vector<std::string> near;
  for (const std::string& word : nearest(name, words, 4 * most_named)) {
    const auto at = static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
    if (std::find(near.begin(), near.end(), owners[at]) == near.end()) near.push_back(owners[at]);
    if (near.size() == most_named) break;
  }
  return near;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string with_count(const PersonRow& person) {
  return person.name + " (" + short_id(person.id) + ", " + std::to_string(person.statements) + ")";
}

// Of several that a name fits the one that is meant beyond doubt, else nothing: the only one
// called exactly so, unless a person said far more; the only person among groups and
// organisations; the one that said far more than any other.
const PersonRow* meant(const std::vector<PersonRow>& fitting, const std::string& name) {
  const PersonRow *exact = nullptr, *most = nullptr, *only = nullptr;
  std::size_t calls = 0, persons = 0, next = 0;
  for (const PersonRow& person : fitting) {
    if (is_called(person, name)) ++calls, exact = &person;
    if (person.kind != SpeakerKind::person) continue;
    ++persons, only = &person;
    if (most == nullptr || person.statements > most->statements) {
      if (most != nullptr) next = std::max(next, most->statements);
      most = &person;
    } else {
      next = std::max(next, person.statements);
    }
  }
  if (calls == 1) return most != nullptr && most->statements >= far_more * exact->statements ? most : exact;
  if (calls > 1) return nullptr;
  if (persons == 1) return only;
  return most != nullptr && most->statements >= far_more * next ? most : nullptr;
}

}  // namespace

PersonRow person_named(const Store& store, const std::string& name) {
  const std::vector<PersonRow> fitting = store.people(name);
  if (fitting.size() == 1) return fitting.front();
  if (fitting.empty()) {
    if (const auto person = person_with_id(store, name)) return *person;
    const auto near = names_near(store, name);
    throw Error("nobody in the store is called “" + name + "”; " +
                (near.empty() ? "see `onrecord people`" : "the nearest: " + listed(near)));
  }
  const PersonRow* person = meant(fitting, name);
  std::vector<std::string> others;
  for (const PersonRow& row : fitting) {
    if (&row == person) continue;
    others.push_back(with_count(row));
    if (others.size() == most_named) break;
  }
  if (person == nullptr)
    throw Error("“" + name + "” fits several: " + listed(others) + "; give more of the name, or the id");
  if (!is_called(*person, name))
    warn("“" + name + "” is taken for " + person->name + ", and not for " + listed(others) + "; an id would be exact");
  return *person;
}

}  // namespace onrecord
