// Asking for people: names, dated roles and days, gathered from what they said.
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <tuple>
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
  std::optional<Date> first, last;   // said
  std::optional<Date> since, until;  // the articles that word the role so
};

// One person, organisation or group, gathered from its shares.
class Gathering {
 public:
  Gathering(std::string id, SpeakerKind kind) {
    person_.id = std::move(id);
    person_.kind = kind;
  }

  // A name of theirs besides those in articles.
  void add(const std::string& name, bool shown) {
    spellings_.emplace(name, 0);
    if (shown) shown_ = name;
  }

  void add(const Share& share, const Words& words) {
    person_.statements += share.statements;
    widen(person_.first, person_.last, share.first, share.last);
    spellings_[share.name] += share.statements;
    if (share.role.empty()) return;
    Role& role = roles_[words.spaced(share.role)];
    role.dated.statements += share.statements;
    widen(role.dated.since, role.dated.until, share.since, share.until);
    role.wordings[share.role] += share.statements;
  }

  PersonRow finished() {
    person_.aliases = most_used_first(spellings_);
    auto first = std::find_if(person_.aliases.begin(), person_.aliases.end(), [&](const std::string& name) {
      return shown_ ? name == *shown_ : name.find(' ') != std::string::npos;
    });
    if (first == person_.aliases.end()) first = person_.aliases.begin();
    person_.name = *first;
    person_.aliases.erase(first);
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
  std::optional<std::string> shown_;   // the name to show, whatever most statements use
  std::map<std::string, Role> roles_;  // by folded words
};

}  // namespace

std::vector<PersonRow> ask_people(const SQLite::Database& db, const Words& words, const std::string& name) {
  const std::vector<std::string> named = words.of(name);
  if (named.empty() && !name.empty()) return {};
  std::string who = "p.key IS NOT NULL";
  if (!named.empty()) {
    const std::string fits = has_words("words", named);
    who = "p.key IN (SELECT person FROM speaker WHERE " + fits + " UNION SELECT person FROM known_name WHERE " + fits +
          ")";
  }
  std::map<std::string, Gathering> people;  // by id
  const auto gathering = [&](SQLite::Statement& row) -> Gathering& {
    const std::string id = row.getColumn(0).getString();
    const SpeakerKind kind = parse_speaker_kind(row.getColumn(1).getString()).value_or(SpeakerKind::person);
    return people.try_emplace(id, id, kind).first->second;
  };
  SQLite::Statement names(db,
                          "SELECT p.id, p.kind, n.name, n.shown FROM person p JOIN known_name n ON n.person = p.key "
                          "WHERE " +
                              who);
  while (names.executeStep()) gathering(names).add(names.getColumn(2).getString(), names.getColumn(3).getInt() == 1);
  SQLite::Statement row(db,
                        "SELECT p.id, p.kind, r.speaker, r.role, count(*), min(r.first_day), max(r.last_day), "
                        "min(coalesce(r.published, r.first_day)), max(coalesce(r.published, r.last_day)) "
                        "FROM record r JOIN person p ON p.key = r.person_key WHERE " +
                            who + " GROUP BY r.speaker_key, r.role");
  while (row.executeStep())
    gathering(row).add(
        {row.getColumn(2).getString(), row.getColumn(3).getString(), count_of(row.getColumn(4)),
         date_of(row.getColumn(5)), date_of(row.getColumn(6)), date_of(row.getColumn(7)), date_of(row.getColumn(8))},
        words);

  std::vector<PersonRow> rows;
  rows.reserve(people.size());
  for (auto& [id, gathering_of] : people) rows.push_back(gathering_of.finished());
  std::stable_sort(rows.begin(), rows.end(), [](const PersonRow& a, const PersonRow& b) {
    if (a.statements != b.statements) return a.statements > b.statements;
    return a.name < b.name;
  });
  return rows;
}

std::vector<Observation> ask_observations(const SQLite::Database& db, const std::string& person) {
  SQLite::Statement row(db,
                        "SELECT role, coalesce(published, first_day), coalesce(published, last_day), id FROM record "
                        "WHERE person = ? AND role <> '' "
                        "ORDER BY id");
  with(row, person);
  std::vector<Observation> observations;
  while (row.executeStep())
    observations.push_back({row.getColumn(0).getString(), date_of(row.getColumn(1)), date_of(row.getColumn(2)),
                            row.getColumn(3).getString()});
  return observations;
}

std::vector<PeopleProposal> ask_proposals(const SQLite::Database& db, const Words& words) {
  SQLite::Statement row(
      db,
      "WITH who AS (SELECT identity, person FROM speaker UNION SELECT identity, person FROM official) "
      "SELECT DISTINCT a.id, b.id, proposal.why FROM proposal JOIN who w ON w.identity = "
      "proposal.identity JOIN who v ON v.identity = proposal.leads_to JOIN person a ON a.key = w.person "
      "JOIN person b ON b.key = v.person WHERE a.key <> b.key");
  std::map<std::string, const PersonRow*> by_id;
  const std::vector<PersonRow> people = ask_people(db, words, "");
  for (const PersonRow& person : people) by_id[person.id] = &person;
  std::vector<PeopleProposal> proposals;
  std::map<std::pair<std::string, std::string>, bool> seen;
  while (row.executeStep()) {
    const auto a = by_id.find(row.getColumn(0).getString()), b = by_id.find(row.getColumn(1).getString());
    if (a == by_id.end() || b == by_id.end() || !seen.emplace(std::minmax(a->first, b->first), true).second) continue;
    const bool swap = a->second->statements > b->second->statements;
    const PersonRow &less = swap ? *b->second : *a->second, &more = swap ? *a->second : *b->second;
    proposals.push_back({less.name, less.id, more.name, more.id, row.getColumn(2).getString()});
  }
  const auto said = [&](const PeopleProposal& p) { return by_id[p.person]->statements; };
  std::stable_sort(proposals.begin(), proposals.end(), [&](const PeopleProposal& a, const PeopleProposal& b) {
    if (said(a) != said(b)) return said(a) > said(b);
    return std::tie(a.name, a.person, a.other_name, a.other) < std::tie(b.name, b.person, b.other_name, b.other);
  });
  return proposals;
}

std::vector<RegisterChange> ask_changes(const SQLite::Database& db) {
  SQLite::Statement row(db,
                        "SELECT note, field, made_by, made_at, undone_at IS NOT NULL FROM correction "
                        "WHERE about = 'person' ORDER BY key DESC");
  std::vector<RegisterChange> changes;
  while (row.executeStep())
    changes.push_back({row.getColumn(0).getString(),
                       row.getColumn(1).getString(),
                       {row.getColumn(2).getString(), row.getColumn(3).getString()},
                       row.getColumn(4).getInt() == 1});
  return changes;
}

}  // namespace onrecord
