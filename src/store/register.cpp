#include "store/register.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <array>

#include "core/error.h"
#include "core/hash.h"
#include "store/columns.h"

namespace onrecord {
namespace {

constexpr char in_article = '@';
constexpr std::size_t shortest_id = 4;  // hex digits of a statement

bool is_mention(const std::string& identity) { return identity.find(in_article) != std::string::npos; }
std::string name_part(const std::string& identity) { return identity.substr(0, identity.find(in_article)); }
std::string article_part(const std::string& identity) { return identity.substr(identity.find(in_article) + 1); }

std::string id_of(const std::string& root) { return is_mention(root) ? hash_hex(root) : root; }

bool is_hex(const std::string& text) {
  return text.size() >= shortest_id && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

bool has_person(SpeakerKind kind) {
  return kind == SpeakerKind::person || kind == SpeakerKind::organization || kind == SpeakerKind::group;
}

std::string identity_of(SpeakerKind kind, const std::string& words) {
  return hash_hex(std::string(name(kind)) + "\n" + words);
}

bool is_single_name(std::string_view name) {
  std::size_t at = 0;
  for (std::size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', at)) {
    if (blank > at && !(name[at] >= 'a' && name[at] <= 'z')) return false;
    at = blank + 1;
  }
  return true;
}

Register::Register(SQLite::Database& db, const Words& words)
    : db_(db), words_(words), find_link_(db, "SELECT leads_to FROM link WHERE identity = ?") {
  reload();
}

void Register::reload() {
  corrected_.clear();
  ambiguous_.clear();
  SQLite::Statement row(db_,
                        "SELECT lead.key, lead.value FROM correction, json_each(correction.value, '$.leads') lead "
                        "WHERE about = 'person' AND undone_at IS NULL ORDER BY correction.key");
  while (row.executeStep()) corrected_[row.getColumn(0).getString()] = row.getColumn(1).getString();
  SQLite::Statement several(db_,
                            "SELECT o.kind, n.words FROM official o JOIN official_name n ON n.official = o.key "
                            "GROUP BY o.kind, n.words HAVING count(DISTINCT o.key) > 1");
  while (several.executeStep())
    ambiguous_.insert(identity_of(parse_speaker_kind(several.getColumn(0).getString()).value_or(SpeakerKind::person),
                                  several.getColumn(1).getString()));
}

std::string Register::identity_in(const std::string& article, const Speaker& speaker, const std::string& words) const {
  const std::string of_name = identity_of(speaker.kind, words), here = of_name + in_article + article;
  const bool single = speaker.kind == SpeakerKind::person && is_single_name(speaker.name);
  return single || ambiguous_.contains(of_name) || corrected_.contains(here) ? here : of_name;
}

std::string Register::root(const std::string& identity) {
  std::string at = identity;
  for (;;) {
    std::string next = at;
    if (const auto corrected = corrected_.find(at); corrected != corrected_.end()) {
      next = corrected->second;
    } else if (SQLite::Statement& row = with(find_link_, at); row.executeStep()) {
      next = row.getColumn(0).getString();
    } else if (is_mention(at)) {
      next = name_part(at);
    }
    find_link_.tryReset();
    if (next == at) return at;
    at = std::move(next);
  }
}

std::string Register::person_of(const std::string& identity) { return id_of(root(identity)); }

std::string Register::root_of_person(const std::string& person) {
  SQLite::Statement row(db_,
                        "SELECT identity FROM speaker WHERE person = (SELECT key FROM person WHERE id = ?1) UNION ALL "
                        "SELECT identity FROM official WHERE person = (SELECT key FROM person WHERE id = ?1)");
  with(row, person);
  return row.executeStep() ? root(row.getColumn(0).getString()) : person;
}

Register::Known Register::known(const std::string& person) {
  SQLite::Statement row(db_,
                        "SELECT p.kind, coalesce((SELECT name FROM known_name WHERE person = p.key AND shown = 1), "
                        "(SELECT name FROM speaker WHERE person = p.key ORDER BY words LIKE '%  %' DESC, "
                        "(SELECT count(*) FROM statement WHERE speaker = speaker.key) DESC, name LIMIT 1), "
                        "(SELECT name FROM known_name WHERE person = p.key)) FROM person p WHERE p.id = ?");
  with(row, person);
  if (!row.executeStep()) throw Error("nobody in the store has the id " + person + "; see `onrecord people`");
  return {person, row.getColumn(1).getString(), row.getColumn(0).getString()};
}

std::set<std::string> Register::identities_of(const std::string& person, const std::string& its_root) {
  std::set<std::string> all;
  SQLite::Statement row(db_,
                        "SELECT identity FROM speaker WHERE person = (SELECT key FROM person WHERE id = ?1) UNION "
                        "SELECT identity FROM official WHERE person = (SELECT key FROM person WHERE id = ?1)");
  with(row, person);
  while (row.executeStep()) all.insert(row.getColumn(0).getString());
  for (const auto& [identity, leads_to] : corrected_)
    if (root(identity) == its_root) all.insert(identity);
  return all;
}

void Register::correct(const std::string& field, const std::string& id, const std::string& new_name, const Leads& leads,
                       const std::string& note, const Signature& by) {
  std::string json;  // hex digits and @ need no escape
  for (const auto& [identity, leads_to] : leads)
    json += (json.empty() ? "\"" : ", \"") + identity + "\": \"" + leads_to + "\"";
  SQLite::Statement insert(db_,
                           "INSERT INTO correction (about, id, field, value, note, made_by, made_at) "
                           "VALUES ('person', ?, ?, json_object('name', nullif(?, ''), 'leads', json(?)), ?, ?, ?)");
  SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
  with(insert, id, field, new_name, "{" + json + "}", note, by.who, by.when).exec();
  reload();
  settle();
  transaction.commit();
}

Register::Leads Register::name_leads(const Known& person, const std::string& new_name) {
  const std::string words = words_.spaced(new_name);
  if (words.empty()) throw Error::misuse("“" + new_name + "” is no name: it has no letter");
  const std::string its_root = root_of_person(person.id);
  const std::string identity = identity_of(parse_speaker_kind(person.kind).value_or(SpeakerKind::person), words);
  Leads leads{{its_root, its_root}};
  const std::string now = root(identity);
  if (now == its_root) return leads;
  SQLite::Statement others(db_,
                           "SELECT 1 FROM speaker WHERE identity = ?1 OR identity GLOB ?1 || '@*' UNION ALL "
                           "SELECT 1 FROM official WHERE identity = ?1");
  with(others, identity);
  if (now != identity || others.executeStep())
    throw Error("“" + new_name + "” is somebody in the store already; `onrecord people merge \"" + person.name +
                "\" \"" + new_name + "\"` makes them one");
  leads[identity] = its_root;
  return leads;
}

void Register::alias(const std::string& id, const std::string& new_name, const Signature& by) {
  const Known person = known(id);
  const Leads leads = name_leads(person, new_name);
  if (leads.size() == 1) throw Error(person.name + " is called “" + new_name + "” already; nothing was changed");
  correct("alias", leads.begin()->second, new_name, leads, "alias: " + person.name + " is also " + new_name, by);
}

void Register::rename(const std::string& id, const std::string& new_name, const Signature& by) {
  const Known person = known(id);
  if (person.name == new_name) throw Error(person.name + " is called so already; nothing was changed");
  const Leads leads = name_leads(person, new_name);
  correct("rename", leads.begin()->second, new_name, leads, "rename: " + person.name + " is called " + new_name, by);
}

void Register::merge(const std::string& id, const std::string& other, const Signature& by) {
  const Known person = known(id), joins = known(other);
  const std::string to = root_of_person(id), from = root_of_person(other);
  if (to == from) throw Error(person.name + " and " + joins.name + " are one already; nothing was changed");
  correct("merge", to, "", {{to, to}, {from, to}}, "merge: " + joins.name + " is " + person.name, by);
}

std::set<std::string> Register::parts_of(const Known& person, const std::vector<std::string>& parts) {
  std::set<std::string> out;
  for (const std::string& part : parts) {
    const std::size_t before = out.size();
    SQLite::Statement named(db_,
                            "SELECT identity FROM speaker WHERE words = ? AND person = "
                            "(SELECT key FROM person WHERE id = ?)");
    with(named, words_.spaced(part), person.id);
    while (named.executeStep()) {
      const std::string identity = named.getColumn(0).getString();
      out.insert({identity, name_part(identity)});  // a single name in articles to come, too
    }
    bool found = out.size() > before;
    if (!found && is_hex(part)) {
      SQLite::Statement said(db_,
                             "SELECT r.article, speaker.identity FROM record r JOIN speaker ON speaker.key = "
                             "r.speaker_key WHERE r.id >= ?1 AND r.id <= ?1 || 'g' AND r.person = ?2");
      with(said, part, person.id);
      while (said.executeStep()) {
        out.insert(name_part(said.getColumn(1).getString()) + in_article + said.getColumn(0).getString());
        found = true;
      }
    }
    if (!found)
      throw Error("“" + part + "” is neither a name of " + person.name +
                  " in an article nor the id of a statement of theirs; see `onrecord people show`");
  }
  return out;
}

std::string Register::split(const std::string& id, const std::vector<std::string>& parts, const Signature& by) {
  const Known person = known(id);
  const std::string its_root = root_of_person(id);
  std::set<std::string> rest = identities_of(id, its_root);
  const std::set<std::string> off = parts_of(person, parts);
  for (const std::string& identity : off) rest.erase(identity);
  if (std::none_of(rest.begin(), rest.end(), [&](const std::string& identity) {
        SQLite::Statement speaks(db_,
                                 "SELECT 1 FROM speaker WHERE identity = ?1 UNION ALL "
                                 "SELECT 1 FROM official WHERE identity = ?1");
        return with(speaks, identity).executeStep();
      }))
    throw Error("nothing of " + person.name + " would be left; `onrecord people rename` gives another name");

  Leads leads;
  for (const std::string& identity : off) leads[identity] = *off.begin();
  const std::string stays = off.contains(its_root) ? *rest.begin() : its_root;
  leads[stays] = stays;
  const Leads before = corrected_;
  for (const auto& [identity, leads_to] : leads) corrected_[identity] = leads_to;
  Leads kept;  // what would follow those that are split off
  for (const std::string& identity : rest)
    if (root(identity) != stays) kept[identity] = stays;
  corrected_ = before;
  leads.merge(kept);
  std::string names;
  for (const std::string& part : parts) names += (names.empty() ? "" : ", ") + part;
  correct("split", stays, "", leads, "split: " + names + " is not " + person.name, by);
  return person_of(*off.begin());
}

std::optional<std::string> Register::undo(const Signature& by) {
  SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
  SQLite::Statement newest(db_,
                           "SELECT key, note FROM correction WHERE about = 'person' AND undone_at IS NULL "
                           "ORDER BY key DESC LIMIT 1");
  if (!newest.executeStep()) return std::nullopt;
  const std::string note = newest.getColumn(1).getString();
  SQLite::Statement undo(db_, "UPDATE correction SET undone_at = ? WHERE key = ?");
  with(undo, by.when, newest.getColumn(0).getInt64()).exec();
  newest.tryReset();
  reload();
  settle();
  transaction.commit();
  return note;
}

void Register::settle() {
  settle_mentions();
  settle_people();
  settle_names();
}

// What a name says in one article has a speaker of its own only where that is needed.
void Register::settle_mentions() {
  for (const auto& [identity, leads_to] : corrected_)
    if (is_mention(identity)) move_mention(name_part(identity), identity, article_part(identity));
  std::vector<std::array<std::string, 3>> moves;
  SQLite::Statement row(db_, "SELECT identity, name, kind FROM speaker WHERE identity LIKE '%@%'");
  while (row.executeStep()) {
    const std::string identity = row.getColumn(0).getString(), name = name_part(identity);
    const bool single = row.getColumn(2).getString() == "person" && is_single_name(row.getColumn(1).getString());
    if (!single && !ambiguous_.contains(name) && !corrected_.contains(identity))
      moves.push_back({identity, name, article_part(identity)});
  }
  SQLite::Statement several(db_,
                            "SELECT DISTINCT a.id FROM speaker p JOIN statement s ON s.speaker = p.key "
                            "JOIN article a ON a.key = s.article WHERE p.identity = ?");
  for (const std::string& name : ambiguous_) {
    with(several, name);
    while (several.executeStep()) {
      const std::string article = several.getColumn(0).getString();
      moves.push_back({name, name + in_article + article, article});
    }
  }
  for (const auto& [from, to, article] : moves) move_mention(from, to, article);
}

void Register::move_mention(const std::string& from, const std::string& to, const std::string& article) {
  SQLite::Statement make(db_,
                         "INSERT OR IGNORE INTO speaker (name, kind, words, identity) "
                         "SELECT DISTINCT p.name, p.kind, p.words, ? FROM statement s JOIN speaker p ON p.key = "
                         "s.speaker WHERE p.identity = ? AND s.article = (SELECT key FROM article WHERE id = ?)");
  with(make, to, from, article).exec();
  SQLite::Statement move(db_,
                         "UPDATE statement SET speaker = (SELECT t.key FROM speaker f JOIN speaker t ON t.name = "
                         "f.name AND t.kind = f.kind AND t.identity = ?1 WHERE f.key = statement.speaker) "
                         "WHERE article = (SELECT key FROM article WHERE id = ?3) AND speaker IN "
                         "(SELECT key FROM speaker WHERE identity = ?2)");
  with(move, to, from, article).exec();
  SQLite::Statement tidy(db_,
                         "DELETE FROM speaker WHERE identity = ? AND NOT EXISTS "
                         "(SELECT 1 FROM statement WHERE speaker = speaker.key)");
  with(tidy, from).exec();
}

void Register::settle_people() {
  struct Place {
    std::int64_t key;
    std::string root, kind, is_now;
    bool leads;  // is the root itself
    bool official;
  };
  std::vector<Place> places;
  {
    SQLite::Statement row(db_,
                          "SELECT s.key, s.identity, s.kind, coalesce(p.id, ''), 0, s.name FROM speaker s "
                          "LEFT JOIN person p ON p.key = s.person WHERE s.identity <> '' UNION ALL "
                          "SELECT o.key, o.identity, o.kind, coalesce(p.id, ''), 1, o.name FROM official o "
                          "LEFT JOIN person p ON p.key = o.person ORDER BY 2, 6");
    while (row.executeStep()) {
      const std::string identity = row.getColumn(1).getString(), its_root = root(identity);
      places.push_back({row.getColumn(0).getInt64(), its_root, row.getColumn(2).getString(),
                        row.getColumn(3).getString(), identity == its_root, row.getColumn(4).getInt() == 1});
    }
  }
  std::map<std::string, std::string> kinds;  // of roots: its own, else that of the first that leads there
  for (const Place& place : places)
    if (place.leads) kinds.emplace(place.root, place.kind);
  for (const Place& place : places) kinds.emplace(place.root, place.kind);
  SQLite::Statement make(db_,
                         "INSERT INTO person (id, kind) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET kind = "
                         "excluded.kind WHERE kind <> excluded.kind");
  for (const auto& [its_root, kind] : kinds) with(make, id_of(its_root), kind).exec();
  SQLite::Statement lead(db_, "UPDATE speaker SET person = (SELECT key FROM person WHERE id = ?) WHERE key = ?");
  SQLite::Statement lead_official(db_,
                                  "UPDATE official SET person = (SELECT key FROM person WHERE id = ?) WHERE key = ?");
  for (const Place& place : places)
    if (id_of(place.root) != place.is_now)
      with(place.official ? lead_official : lead, id_of(place.root), place.key).exec();
  db_.exec("DELETE FROM known_name");
  db_.exec(
      "DELETE FROM person WHERE NOT EXISTS (SELECT 1 FROM speaker WHERE person = person.key) "
      "AND NOT EXISTS (SELECT 1 FROM official WHERE person = person.key)");
  db_.exec(
      "INSERT INTO known_name (person, name, words, shown) SELECT o.person, n.name, min(n.words), 0 "
      "FROM official o JOIN official_name n ON n.official = o.key GROUP BY o.person, n.name");
}

void Register::settle_names() {
  SQLite::Statement row(db_,
                        "SELECT id, value ->> '$.name', field = 'rename' FROM correction WHERE about = 'person' AND "
                        "undone_at IS NULL AND field IN ('alias', 'rename') ORDER BY key");
  SQLite::Statement add(db_,
                        "INSERT INTO known_name (person, name, words, shown) SELECT key, ?2, ?3, ?4 FROM person WHERE "
                        "id = ?1 ON CONFLICT DO UPDATE SET shown = max(shown, excluded.shown)");
  SQLite::Statement hide(db_, "UPDATE known_name SET shown = 0 WHERE person = (SELECT key FROM person WHERE id = ?)");
  while (row.executeStep()) {
    const std::string id = row.getColumn(0).getString(), known_as = row.getColumn(1).getString();
    const bool shown = row.getColumn(2).getInt() == 1;
    const std::string person = person_of(id);
    const bool own = person == id_of(id);  // a name to show goes with the person, not into one it was merged into
    if (shown && own) with(hide, person).exec();
    with(add, person, known_as, words_.spaced(known_as), std::int64_t{shown && own}).exec();
  }
}

}  // namespace onrecord
