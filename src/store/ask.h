// Asking: what Store's const members answer, over an open database. Each is one
// statement of SQL or a few, and throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"
#include "store/words.h"

namespace onrecord {

std::vector<Record> ask_records(const SQLite::Database& db, const Words& words, const Filter& filter);
void ask_claims(const SQLite::Database& db, const Words& words, const Filter& filter,
                const std::function<void(const ClaimRow&)>& each);
Record ask_record(const SQLite::Database& db, std::int64_t key);
std::vector<Record> ask_search(const SQLite::Database& db, const Words& words, const std::string& query,
                               std::size_t limit);
std::vector<PersonRow> ask_people(const SQLite::Database& db, const Words& words, const std::string& name);
std::vector<Observation> ask_observations(const SQLite::Database& db, const std::string& person);
std::vector<Term> ask_terms(const SQLite::Database& db, const std::string& person);
std::vector<Identifier> ask_identifiers(const SQLite::Database& db, const std::string& person);
std::vector<PeopleProposal> ask_proposals(const SQLite::Database& db, const Words& words);
std::vector<RegisterChange> ask_changes(const SQLite::Database& db);
std::vector<std::string> ask_articles(const SQLite::Database& db, const std::string& file_or_id);
std::optional<Article> ask_article(const SQLite::Database& db, const std::string& id);
Store::Counts ask_counts(const SQLite::Database& db);

// What is asked by the hundred about one article: prepared once, which is most of the time it takes.
class Lookups {
 public:
  Lookups(const SQLite::Database& db, const Words& words);  // both must outlive the lookups
  ClaimRow claim(std::int64_t key);
  std::optional<std::vector<std::int64_t>> with_word(const std::string& word, std::size_t most);
  std::vector<std::int64_t> with_stand(const std::string& stand, std::size_t most);

 private:
  const Words& words_;
  SQLite::Statement claim_, word_, stand_;
};

// FTS5's query for statements that have every word of `text` in `columns`
// ("{content title}"). What stands in quotation marks is a phrase, and so are the parts of
// a compound ("cease-fire"). A word that has synonyms may be one of them. Empty where `text` has no word.
std::string words_query(const std::string& columns, std::string_view text, const Words& words,
                        const std::map<std::string, std::vector<std::string>>& synonyms = {});

// SQL that holds where `column`, made by Words::spaced, has every word of `text`
// as a whole word. Words are letters and digits only: nothing to escape.
std::string has_words(const std::string& column, const std::vector<std::string>& words);

}  // namespace onrecord
