// Asking for people: names, dated roles and days, gathered from what they said.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <utility>

#include "store/ask.h"
#include "store/columns.h"

namespace onrecord {
namespace {

void widen(std::optional<Date>& first, std::optional<Date>& last, const std::optional<Date>& from,
           const std::optional<Date>& to) {
  if (from && (!first || *from < *first)) first = from;
  if (to && (!last || *to > *last)) last = to;
}

// What one spelling of a name said in one wording of a role.
struct Share {
  std::string name, role;
  std::size_t statements;
  std::optional<Date> first, last;
};

// One person, organisation or group, gathered from its shares.
class Gathering {
 public:
  Gathering(std::string id, SpeakerKind kind) {
    person_.id = std::move(id);
    person_.kind = kind;
  }

  void add(const Share& share, const Words& words) {
    person_.statements += share.statements;
    widen(person_.first, person_.last, share.first, share.last);
    spellings_[share.name] += share.statements;
    if (share.role.empty()) return;
    Role& role = roles_[words.spaced(share.role)];
    role.dated.statements += share.statements;
    widen(role.dated.since, role.dated.until, share.first, share.last);
    role.wordings[share.role] += share.statements;
  }

  PersonRow finished() {
    person_.aliases = most_used_first(spellings_);
    person_.name = person_.aliases.front();
    person_.aliases.erase(person_.aliases.begin());
    for (auto& [words, role] : roles_) {
      role.dated.role = most_used_first(role.wordings).front();
      person_.roles.push_back(std::move(role.dated));
    }
    std::stable_sort(person_.roles.begin(), person_.roles.end(), [](const DatedRole& a, const DatedRole& b) {
      if (a.since.has_value() != b.since.has_value()) return a.since.has_value();
      return a.since && *a.since < *b.since;
    });
    return std::move(person_);
  }

 private:
  using Wordings = std::map<std::string, std::size_t>;  // with the statements that use them
  struct Role {
    DatedRole dated;
    Wordings wordings;  // "Prime Minister", "prime minister"
  };

  static std::vector<std::string> most_used_first(const Wordings& wordings) {
    std::vector<std::string> texts;
    for (const auto& [text, statements] : wordings) texts.push_back(text);
    std::stable_sort(texts.begin(), texts.end(),
                     [&](const std::string& a, const std::string& b) { return wordings.at(a) > wordings.at(b); });
    return texts;
  }

  PersonRow person_;
  Wordings spellings_;
  std::map<std::string, Role> roles_;  // by folded words
};

}  // namespace

std::vector<PersonRow> ask_people(const SQLite::Database& db, const Words& words, const std::string& name) {
  const std::vector<std::string> named = words.of(name);
  if (named.empty() && !name.empty()) return {};
  std::string sql =
      "SELECT r.person, r.speaker_kind, r.speaker, r.role, count(*), min(r.first_day), max(r.last_day) "
      "FROM record r WHERE r.person IS NOT NULL";
  if (!named.empty())
    sql += " AND r.speaker_key IN (SELECT key FROM speaker WHERE person IN (SELECT person FROM speaker WHERE " +
           has_words("words", named) + "))";
  SQLite::Statement row(db, sql + " GROUP BY r.speaker_key, r.role");
  std::map<std::string, Gathering> people;  // by id
  while (row.executeStep()) {
    const std::string id = row.getColumn(0).getString();
    const SpeakerKind kind = parse_speaker_kind(row.getColumn(1).getString()).value_or(SpeakerKind::person);
    people.try_emplace(id, id, kind)
        .first->second.add({row.getColumn(2).getString(), row.getColumn(3).getString(), count_of(row.getColumn(4)),
                            date_of(row.getColumn(5)), date_of(row.getColumn(6))},
                           words);
  }

  std::vector<PersonRow> rows;
  rows.reserve(people.size());
  for (auto& [id, gathering] : people) rows.push_back(gathering.finished());
  std::stable_sort(rows.begin(), rows.end(), [](const PersonRow& a, const PersonRow& b) {
    if (a.statements != b.statements) return a.statements > b.statements;
    return a.name < b.name;
  });
  return rows;
}

}  // namespace onrecord
