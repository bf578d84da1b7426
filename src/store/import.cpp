#include "store/import.h"

#include <algorithm>
#include <optional>

#include "core/hash.h"
#include "store/columns.h"

namespace onrecord {
namespace {

// The scheme of ids of people of this store, in an export of it.
constexpr std::string_view own_scheme = "onrecord";

class Importing {
 public:
  Importing(SQLite::Database& db, const Words& words)
      : words_(words),
        by_identifier_(db,
                       "SELECT o.key FROM official_identifier i JOIN official o ON o.key = i.official "
                       "WHERE i.scheme = ? AND i.value = ? AND o.kind = ?"),
        by_person_(db,
                   "SELECT p.key, (SELECT min(key) FROM official WHERE person = p.key) FROM person p WHERE p.id = ?"),
        by_id_(db, "SELECT key FROM official WHERE id = ?"),
        has_name_(db,
                  "SELECT 1 FROM speaker WHERE person = ?1 AND name = ?2 UNION ALL "
                  "SELECT 1 FROM known_name WHERE person = ?1 AND name = ?2"),
        has_statement_(db, "SELECT 1 FROM statement WHERE id = ?"),
        same_term_(db,
                   "SELECT 1 FROM term WHERE (official, role, organization, area, since, until) = (?, ?, ?, ?, ?, ?)"),
        close_term_(db,
                    "UPDATE term SET until = ?6, last_day = ?7, party = ?8, source = ?9 WHERE until = '' AND "
                    "(official, role, organization, area, since) = (?1, ?2, ?3, ?4, ?5)"),
        person_of_(db, "SELECT person FROM official WHERE key = ?"),
        add_official_(db, "INSERT INTO official (id, kind, name, identity) VALUES (?, ?, ?, ?)"),
        add_identifier_(db, "INSERT OR IGNORE INTO official_identifier (scheme, value, official) VALUES (?, ?, ?)"),
        add_name_(db, "INSERT OR IGNORE INTO official_name (official, name, words) VALUES (?, ?, ?)"),
        add_term_(db,
                  "INSERT INTO term (official, role, organization, area, since, until, last_day, party, source, words, "
                  "first_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        db_(db) {}

  void add(const Official& official, Imported& imported) {
    const std::size_t before = changes_;
    Place place = find(official);
    const bool is_new = !place.official && !place.person;
    add_names(official, place);
    add_identifiers(official, place);
    add_terms(official, place, imported);
    if (is_new) {
      ++imported.added;
    } else if (changes_ > before) {
      ++imported.changed;
    } else {
      ++imported.known;
    }
  }

 private:
  // Who in the store is meant: an official, or a person whom only articles know.
  struct Place {
    std::optional<std::int64_t> official, person;
  };

  static std::optional<std::int64_t> key_of(SQLite::Statement& row, int column = 0) {
    std::optional<std::int64_t> key;
    if (row.executeStep() && !row.getColumn(column).isNull()) key = row.getColumn(column).getInt64();
    row.tryReset();
    return key;
  }

  std::string id_of(const Official& official) const {
    const std::string kind(name(official.kind));
    if (official.identifiers.empty()) return hash_hex(kind + "\nname\n" + words_.spaced(official.name));
    return hash_hex(kind + "\n" + official.identifiers.front().scheme + "\n" + official.identifiers.front().value);
  }

  Place find(const Official& official) {
    Place place;
    for (const Identifier& identifier : official.identifiers) {
      if (identifier.scheme == own_scheme) {
        SQLite::Statement& row = with(by_person_, identifier.value);
        if (row.executeStep()) {
          place.person = row.getColumn(0).getInt64();
          if (!place.official && !row.getColumn(1).isNull()) place.official = row.getColumn(1).getInt64();
        }
        row.tryReset();
      }
      if (!place.official)
        place.official = key_of(with(by_identifier_, identifier.scheme, identifier.value, name(official.kind)));
    }
    if (!place.official) place.official = key_of(with(by_id_, id_of(official)));
    if (place.official && !place.person) place.person = key_of(with(person_of_, *place.official));
    return place;
  }

  std::int64_t needed(const Official& official, Place& place) {
    if (place.official) return *place.official;
    with(add_official_, id_of(official), name(official.kind), official.name,
         identity_of(official.kind, words_.spaced(official.name)))
        .exec();
    place.official = db_.getLastInsertRowid();
    with(add_name_, *place.official, official.name, words_.spaced(official.name)).exec();
    ++changes_;
    return *place.official;
  }

  bool holds(SQLite::Statement& row) {
    const bool found = row.executeStep();
    row.tryReset();
    return found;
  }

  void add_names(const Official& official, Place& place) {
    std::vector<std::string> names{official.name};
    names.insert(names.end(), official.other_names.begin(), official.other_names.end());
    for (const std::string& one : names) {
      if (words_.of(one).empty() || (place.person && holds(with(has_name_, *place.person, one)))) continue;
      const std::int64_t key = needed(official, place);
      changes_ += static_cast<std::size_t>(with(add_name_, key, one, words_.spaced(one)).exec());
    }
  }

  void add_identifiers(const Official& official, Place& place) {
    for (const Identifier& identifier : official.identifiers) {
      if (identifier.scheme == own_scheme && holds(with(by_person_, identifier.value))) continue;
      const std::int64_t key = needed(official, place);
      changes_ += static_cast<std::size_t>(with(add_identifier_, identifier.scheme, identifier.value, key).exec());
    }
  }

  // Whether it is an observation of articles that are in this store.
  bool is_own(const Term& term) {
    return !term.statements.empty() &&
           std::all_of(term.statements.begin(), term.statements.end(),
                       [&](const std::string& id) { return holds(with(has_statement_, id)); });
  }

  void add_terms(const Official& official, Place& place, Imported& imported) {
    for (const Term& term : official.terms) {
      if (is_own(term)) continue;
      const std::int64_t key = needed(official, place);
      if (holds(with(same_term_, key, term.role, term.organization, term.area, term.since, term.until))) continue;
      if (with(close_term_, key, term.role, term.organization, term.area, term.since, term.until, last_of(term.until),
               term.party, term.source)
              .exec() == 0)
        with(add_term_, key, term.role, term.organization, term.area, term.since, term.until, last_of(term.until),
             term.party, term.source, words_.spaced(term.role + " " + term.organization), first_of(term.since))
            .exec();
      ++imported.terms;
      ++changes_;
    }
  }

  const Words& words_;
  SQLite::Statement by_identifier_, by_person_, by_id_, has_name_, has_statement_, same_term_, close_term_, person_of_;
  SQLite::Statement add_official_, add_identifier_, add_name_, add_term_;
  SQLite::Database& db_;
  std::size_t changes_ = 0;
};

}  // namespace

Imported import_officials(SQLite::Database& db, const Words& words, const std::vector<Official>& officials) {
  Imported imported;
  Importing importing(db, words);
  for (const Official& official : officials) importing.add(official, imported);
  return imported;
}

}  // namespace onrecord
