// The role that is shown of a person, of all that were seen.
#include <algorithm>

#include "core/text.h"
#include "extract/role.h"

namespace onrecord {
namespace {

std::size_t words_in(std::string_view words) {
  return 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

// Whether `former` is "former" and the role.
bool is_former(std::string_view former, std::string_view role) {
  constexpr std::size_t word = std::string_view("former ").size();
  if (!former.starts_with("former ") && !former.starts_with("Former ")) return false;
  former.remove_prefix(word);
  if (former.size() != role.size()) return false;
  return std::equal(former.begin(), former.end(), role.begin(),
                    [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

// Whether what follows "who" is an office, "was mayor", not a deed, "waited in line".
bool tells_office(std::string_view clause) {
  for (std::size_t space = 0; (space = clause.find(' ')) != std::string_view::npos; clause.remove_prefix(space + 1)) {
    const std::string_view word = clause.substr(0, space);
    if (one_of(word, {"also", "now", "once", "previously", "formerly", "currently", "has", "had"})) continue;
    return one_of(word, {"is",      "was",     "been",    "serves",  "served",     "works",       "worked",
                         "leads",   "led",     "heads",   "headed",  "runs",       "ran",         "chairs",
                         "chaired", "directs", "founded", "advises", "advised",    "teaches",     "taught",
                         "manages", "managed", "studies", "studied", "represents", "represented", "oversees"});
  }
  return false;
}

// "Nobel Prize winner who has spoken of it" is a Nobel Prize winner.
std::string without_deeds(const std::string& words) {
  for (const std::string_view who : {", who ", " who "})
    if (const std::size_t at = words.find(who);
        at != std::string::npos && !tells_office(std::string_view(words).substr(at + who.size())))
      return words.substr(0, at);
  return words;
}

}  // namespace

std::string role_of(const Person& person) {
  const RoleSeen *best = nullptr, *party = nullptr, *title = nullptr, *clause = nullptr;
  const auto first = [](const RoleSeen*& kept, const RoleSeen& role) {
    if (kept == nullptr) kept = &role;
  };
  for (const RoleSeen& role : person.roles) {
    if (role.words.empty()) continue;
    if (role.party) {
      first(party, role);
      continue;
    }
    if (role.title) first(title, role);
    if (role.clause) first(clause, role);
    if (best == nullptr || role.rank > best->rank ||
        (role.rank == best->rank && words_in(role.words) > words_in(best->words)))
      best = &role;
  }
  // "President Holt" is a courtesy where "the former president" is told.
  if (best != nullptr)
    for (const RoleSeen& role : person.roles)
      if (is_former(role.words, best->words)) best = &role;
  std::string words;
  if (best == clause && clause != nullptr) {
    words = clause->words.substr(clause->words.find(' ') + 1);
  } else if (best != nullptr) {
    words = without_deeds(best->words);
    if (clause != nullptr && words.find(" who ") == std::string::npos) words += " " + clause->words;
  }
  // "presidential rival Anna Holt (R-Fla.)"
  if (best != nullptr && best->rank < 2 && party != nullptr) return party->words;
  if (party == nullptr || words.find(party->words) != std::string::npos) return words;
  const std::string mark = (party->words[0] == '(' || words.empty() ? " " : ", ") + party->words;
  if (title != nullptr && best != title) return title->words + mark + ", " + words;
  return words.empty() ? party->words : words + mark;
}

}  // namespace onrecord
