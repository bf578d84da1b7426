// Asking for people: names, dated roles and days, gathered from what they said.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>

#include "store/ask.h"
#include "store/columns.h"

namespace onrecord {
namespace {

// The wordings of one name or role, folded alike: the one most statements use speaks for all.
struct Wording {
  std::string text;
  std::size_t statements;
};

void widen(std::optional<Date>& first, std::optional<Date>& last, const std::optional<Date>& from,
           const std::optional<Date>& to) {
  if (from && (!first || *from < *first)) first = from;
  if (to && (!last || *to > *last)) last = to;
}

// Several wordings of a role ("Prime Minister", "prime minister") are one role.
struct Gathered {
  PersonRow person;
  std::vector<Wording> names;
  struct Role {
    DatedRole dated;
    std::size_t most = 0;  // statements with the wording shown
  };
  std::map<std::string, Role> roles;  // by folded words

  void add_role(const Words& words, const Wording& role, const std::optional<Date>& from,
                const std::optional<Date>& to) {
    Role& kept = roles[words.spaced(role.text)];
    kept.dated.statements += role.statements;
    widen(kept.dated.since, kept.dated.until, from, to);
    if (role.statements > kept.most) {
      kept.most = role.statements;
      kept.dated.role = role.text;
    }
  }

  PersonRow finished() {
    person.name = names.front().text;
    for (std::size_t i = 1; i < names.size(); ++i) person.aliases.push_back(names[i].text);
    for (auto& [words, role] : roles) person.roles.push_back(std::move(role.dated));
    std::stable_sort(person.roles.begin(), person.roles.end(), [](const DatedRole& a, const DatedRole& b) {
      if (a.since.has_value() != b.since.has_value()) return a.since.has_value();
      return a.since && *a.since < *b.since;
    });
    return std::move(person);
  }
};

}  // namespace

std::vector<PersonRow> ask_people(const SQLite::Database& db, const Words& words, const std::string& name) {
  const std::vector<std::string> named = words.of(name);
  if (named.empty() && !name.empty()) return {};
  const std::string chosen = "p.key IN (SELECT person FROM speaker WHERE " + has_words("words", named) + ")";

  std::map<std::string, Gathered> people;  // by id
  SQLite::Statement names(
      db,
      "SELECT p.id, p.kind, a.name, count(*), min(r.first_day), max(r.last_day) "
      "FROM person p JOIN speaker a ON a.person = p.key JOIN record r ON r.speaker_key = a.key WHERE " +
          chosen + " GROUP BY a.key ORDER BY count(*) DESC, a.name");
  while (names.executeStep()) {
    Gathered& gathered = people[names.getColumn(0).getString()];
    gathered.person.id = names.getColumn(0).getString();
    gathered.person.kind = parse_speaker_kind(names.getColumn(1).getString()).value_or(SpeakerKind::person);
    const std::size_t statements = count_of(names.getColumn(3));
    gathered.names.push_back({names.getColumn(2).getString(), statements});
    gathered.person.statements += statements;
    widen(gathered.person.first, gathered.person.last, date_of(names.getColumn(4)), date_of(names.getColumn(5)));
  }
  SQLite::Statement roles(
      db,
      "SELECT p.id, r.role, count(*), min(r.first_day), max(r.last_day) "
      "FROM person p JOIN speaker a ON a.person = p.key JOIN record r ON r.speaker_key = a.key WHERE " +
          chosen + " AND r.role <> '' GROUP BY p.key, r.role ORDER BY r.role");
  while (roles.executeStep())
    people[roles.getColumn(0).getString()].add_role(words,
                                                    {roles.getColumn(1).getString(), count_of(roles.getColumn(2))},
                                                    date_of(roles.getColumn(3)), date_of(roles.getColumn(4)));

  std::vector<PersonRow> rows;
  for (auto& [id, gathered] : people) rows.push_back(gathered.finished());
  std::stable_sort(rows.begin(), rows.end(), [](const PersonRow& a, const PersonRow& b) {
    if (a.statements != b.statements) return a.statements > b.statements;
    return a.name < b.name;
  });
  return rows;
}

}  // namespace onrecord
