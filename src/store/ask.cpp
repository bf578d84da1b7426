#include "store/ask.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <cassert>
#include <utility>

#include "store/columns.h"

namespace onrecord {
namespace {

constexpr const char* record_columns =
    "r.id, r.article, r.file, r.url, r.outlet, r.title, r.published, r.kind, r.manner, r.act, r.content, r.ranges, "
    "r.cue, r.cue_range, r.source_range, r.speaker, r.speaker_kind, r.person, r.role, r.said_from, r.said_to, "
    "r.said_basis, r.rule, r.confidence, r.version, r.rules, r.claim, r.person_key, r.speaker_words";
constexpr const char* by_day = "r.first_day IS NULL, r.first_day, r.published, r.file, r.article, r.ordinal";
constexpr const char* occurrences_of_claim =
    "SELECT count(DISTINCT article) FROM statement JOIN speaker ON speaker.key = statement.speaker "
    "WHERE claim = ?1 AND person IS ?2 AND (?2 IS NOT NULL OR (speaker.kind = ?3 AND words = ?4))";
// What a match counts for in content, cue, source, role and title.
constexpr const char* best_first = "bm25(statement_words, 10.0, 1.0, 4.0, 2.0, 2.0)";

// Conditions on the view `record`, and the values they are asked with.
struct Question {
  std::string conditions;
  std::vector<std::string> values;
  std::string matching;  // FTS5's query; empty: none
  bool in_vain = false;  // asks for words and names none: nothing fits

  void require(const std::string& condition) { conditions += (conditions.empty() ? "" : " AND ") + condition; }
  void require(const std::string& condition, std::string value) {
    require(condition);
    values.push_back(std::move(value));
  }
  void match(const std::string& query) {
    if (query.empty()) in_vain = true;
    matching += (matching.empty() ? "" : " AND ") + ("(" + query + ")");
  }
};

// SQL that holds where term t has all words of one of the roles, and may hold on the days of record r.
std::string term_fits(const std::vector<std::string>& roles, const Words& words) {
  std::string any;
  for (const std::string& role : roles)
    if (const auto asked = words.of(role); !asked.empty())
      any += (any.empty() ? "(" : " OR (") + has_words("t.words", asked) + ")";
  return "(" + (any.empty() ? "0" : any) +
         ") AND (t.first_day IS NULL OR t.first_day <= r.last_day) AND (t.last_day IS NULL OR t.last_day >= "
         "r.first_day) AND r.first_day IS NOT NULL";
}

void require_role(Question& q, const std::vector<std::string>& roles, const Words& words) {
  std::string query;
  for (const std::string& role : roles)
    if (const std::string one = words_query("role", role, words); !one.empty())
      query += (query.empty() ? "(" : " OR (") + one + ")";
  if (query.empty()) {
    q.in_vain = true;
    return;
  }
  q.require(
      "(r.key IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?) OR EXISTS "
      "(SELECT 1 FROM official o JOIN term t ON t.official = o.key WHERE o.person = r.person_key AND " +
          term_fits(roles, words) + "))",
      query);
}

Question question_of(const Filter& filter, const Words& words) {
  Question q;
  if (filter.speaker) {
    const auto named = words.of(*filter.speaker);
    if (named.empty()) q.in_vain = true;
    const std::string fits = has_words("words", named);
    q.require("(r.speaker_key IN (SELECT key FROM speaker WHERE " + fits +
              ") OR r.person_key IN (SELECT person FROM known_name WHERE " + fits + "))");
  }
  if (filter.person) q.require("r.person = ?", *filter.person);
  if (filter.since) q.require("r.last_day >= ?", iso(*filter.since));
  if (filter.until) q.require("r.first_day <= ?", iso(*filter.until));
  if (filter.kind) q.require("r.kind = ?", std::string(name(*filter.kind)));
  if (filter.manner) q.require("r.manner = ?", std::string(name(*filter.manner)));
  if (filter.article) q.require("r.article = ?", *filter.article);
  if (filter.id) {
    q.require("r.id >= ?", *filter.id);
    q.require("r.id <= ?", *filter.id + "g");  // after every hex digit
  }
  if (!filter.roles.empty()) require_role(q, filter.roles, words);
  if (filter.about) q.match(words_query("content", *filter.about, words, filter.synonyms));
  return q;
}

std::optional<Range> range_of(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return ranges_of(column.getString()).front();
}

// A word of ours (a kind, an act) that the store holds as text.
template <typename Value>
Value known(const std::optional<Value>& value) {
  if (!value) throw SQLite::Exception("a word in it is not known to this program", SQLITE_CORRUPT);
  return *value;
}

Record record_of(SQLite::Statement& row, SQLite::Statement& occurrences) {
  int at = 0;
  const auto next = [&] { return row.getColumn(at++); };
  Record r;
  Statement& s = r.statement;
  s.id = next().getString();
  r.article = next().getString();
  r.file = next().getString();
  r.url = text_of(next());
  r.outlet = text_of(next());
  r.title = text_of(next());
  r.published = date_of(next());
  s.kind = known(parse_kind(next().getString()));
  s.manner = known(parse_manner(next().getString()));
  s.act = known(parse_act(next().getString()));
  r.text = next().getString();
  s.content = ranges_of(next().getString());
  r.cue_text = next().getString();
  s.cue = range_of(next());
  s.source = range_of(next());
  s.speaker.name = next().getString();
  s.speaker.kind = known(parse_speaker_kind(next().getString()));
  s.speaker.person = text_of(next()).value_or("");
  s.speaker.role = next().getString();
  const auto from = date_of(next()), to = date_of(next());
  const auto basis = text_of(next());
  if (from && to && basis) s.said = Interval{*from, *to, *basis};
  s.rule = next().getString();
  s.confidence = next().getDouble();
  r.version = next().getString();
  r.rules = next().getString();
  const std::int64_t claim = next().getInt64();
  const SQLite::Column person = next();
  const std::optional<std::int64_t> person_key = person.isNull() ? std::nullopt : std::optional(person.getInt64());
  with(occurrences, claim, person_key, name(s.speaker.kind), next().getString()).executeStep();
  r.occurrences = count_of(occurrences.getColumn(0));
  return r;
}

constexpr const char* claim_columns =
    "r.key, r.id, r.article, r.ranges, r.speaker, r.speaker_kind, r.person, r.content, r.cue, r.first_day, r.manner, "
    "r.act, r.version, r.rules, frame.bytes";

// Into `claim`, whose strings keep their room from row to row.
void read_claim(SQLite::Statement& row, ClaimRow& claim) {
  int at = 0;
  const auto next = [&] { return row.getColumn(at++); };
  const auto text = [&](std::string& to) {
    const SQLite::Column column = next();
    to.assign(column.getText(), static_cast<std::size_t>(column.getBytes()));
  };
  claim.key = next().getInt64();
  text(claim.statement);
  text(claim.article);
  const std::vector<Range> ranges = ranges_of(next().getString());
  claim.place = {ranges.front().begin, ranges.back().end};
  text(claim.speaker.name);
  claim.speaker.kind = known(parse_speaker_kind(next().getString()));
  text(claim.speaker.person);
  text(claim.text);
  text(claim.cue);
  claim.day = date_of(next());
  claim.manner = known(parse_manner(next().getString()));
  claim.act = known(parse_act(next().getString()));
  text(claim.version);
  text(claim.rules);
  const SQLite::Column frame = next();
  claim.frame.assign(static_cast<const char*>(frame.isNull() ? "" : frame.getBlob()),
                     frame.isNull() ? 0 : static_cast<std::size_t>(frame.getBytes()));
}

constexpr const char* term_columns = "t.role, t.organization, t.area, t.party, t.since, t.until, t.source";

Term term_of(SQLite::Statement& row) {
  return {row.getColumn(0).getString(), row.getColumn(1).getString(),
          row.getColumn(2).getString(), row.getColumn(3).getString(),
          row.getColumn(4).getString(), row.getColumn(5).getString(),
          row.getColumn(6).getString(), {}};
}

// Gives each record the term in which its speaker held one of the roles that day.
void add_terms(const SQLite::Database& db, const std::vector<std::string>& roles, const Words& words,
               std::vector<Record>& records) {
  SQLite::Statement row(db, std::string("SELECT ") + term_columns +
                                " FROM record r JOIN official o ON o.person = r.person_key JOIN term t ON t.official = "
                                "o.key WHERE r.id = ? AND " +
                                term_fits(roles, words) + " ORDER BY t.since DESC LIMIT 1");
  for (Record& record : records) {
    if (with(row, record.statement.id).executeStep()) record.held = term_of(row);
    row.tryReset();
  }
}

// What is asked, as SQL with the values bound.
SQLite::Statement asked(const SQLite::Database& db, const Question& q, const std::string& columns,
                        const std::string& joined, const std::string& order) {
  std::string sql = "SELECT " + columns + " FROM ";
  sql += q.matching.empty() ? "record r" : "statement_words JOIN record r ON r.key = statement_words.rowid";
  Question all = q;
  if (!q.matching.empty()) all.require("statement_words MATCH ?", q.matching);
  sql += joined;
  if (!all.conditions.empty()) sql += " WHERE " + all.conditions;
  SQLite::Statement statement(db, sql + order);
  int at = 0;
  for (const std::string& value : all.values) put(statement, ++at, value);
  return statement;
}

std::vector<Record> answer(const SQLite::Database& db, const Question& q, bool ranked, std::size_t limit) {
  std::vector<Record> records;
  if (q.in_vain) return records;
  std::string order = " ORDER BY " + (ranked && !q.matching.empty() ? std::string(best_first) + ", " : "") + by_day;
  if (limit > 0) order += " LIMIT " + std::to_string(limit);
  SQLite::Statement statement = asked(db, q, record_columns, "", order);
  // Asked row by row: in one statement it would be worked out for every row before the limit.
  SQLite::Statement occurrences(db, occurrences_of_claim);
  while (statement.executeStep()) records.push_back(record_of(statement, occurrences));
  return records;
}

}  // namespace

std::string words_query(const std::string& columns, std::string_view text, const Words& words,
                        const std::map<std::string, std::vector<std::string>>& synonyms) {
  std::string pieces;
  bool quoted = false;
  const auto add = [&](std::string_view piece) {
    std::string phrase;
    for (const std::string& word : words.of(piece)) phrase += (phrase.empty() ? "" : " ") + word;
    if (phrase.empty()) return;
    std::string any = "\"" + phrase + "\"";
    if (const auto found = synonyms.find(phrase); !quoted && found != synonyms.end()) {
      for (const std::string& other : found->second) any += " OR \"" + other + "\"";
      any = "(" + any + ")";
    }
    pieces += (pieces.empty() ? "" : " AND ") + any;
  };
  std::string piece;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (c == '"' || (blank && !quoted)) {
      add(piece);
      piece.clear();
      quoted ^= c == '"';
    } else {
      piece += c;
    }
  }
  add(piece);
  return pieces.empty() ? "" : columns + " : (" + pieces + ")";
}

std::string has_words(const std::string& column, const std::vector<std::string>& words) {
  std::string sql = "1";
  for (const std::string& word : words) sql += " AND instr(" + column + ", ' " + word + " ')";
  return sql;
}

std::vector<Record> ask_records(const SQLite::Database& db, const Words& words, const Filter& filter) {
  std::vector<Record> records =
      answer(db, question_of(filter, words), filter.order == Filter::Order::rank, filter.limit);
  if (!filter.roles.empty()) add_terms(db, filter.roles, words, records);
  return records;
}

void ask_claims(const SQLite::Database& db, const Words& words, const Filter& filter,
                const std::function<void(const ClaimRow&)>& each) {
  const Question q = question_of(filter, words);
  if (q.in_vain) return;
  SQLite::Statement row = asked(db, q, claim_columns, " LEFT JOIN frame ON frame.statement = r.key", " ORDER BY r.key");
  ClaimRow claim;
  while (row.executeStep()) {
    read_claim(row, claim);
    each(claim);
  }
}

Lookups::Lookups(const SQLite::Database& db, const Words& words)
    : words_(words),
      claim_(db, std::string("SELECT ") + claim_columns +
                     " FROM record r LEFT JOIN frame ON frame.statement = r.key WHERE r.key = ?"),
      word_(db, "SELECT rowid FROM statement_words WHERE statement_words MATCH ? LIMIT ?"),
      stand_(db, "SELECT statement FROM stand WHERE target = ? ORDER BY statement DESC LIMIT ?") {}

ClaimRow Lookups::claim(std::int64_t key) {
  [[maybe_unused]] const bool found = with(claim_, key).executeStep();
  assert(found);
  ClaimRow claim;
  read_claim(claim_, claim);
  claim_.tryReset();
  return claim;
}

std::optional<std::vector<std::int64_t>> Lookups::with_word(const std::string& word, std::size_t most) {
  std::vector<std::int64_t> keys;
  const std::string query = words_query("content", word, words_);
  if (query.empty()) return keys;
  with(word_, query, most + 1);
  while (word_.executeStep()) keys.push_back(word_.getColumn(0).getInt64());
  word_.tryReset();
  if (keys.size() > most) return std::nullopt;
  return keys;
}

std::vector<std::int64_t> Lookups::with_stand(const std::string& stand, std::size_t most) {
  std::vector<std::int64_t> keys;
  with(stand_, stand, most);
  while (stand_.executeStep()) keys.push_back(stand_.getColumn(0).getInt64());
  stand_.tryReset();
  return keys;
}

Record ask_record(const SQLite::Database& db, std::int64_t key) {
  SQLite::Statement row(db, std::string("SELECT ") + record_columns + " FROM record r WHERE r.key = ?");
  SQLite::Statement occurrences(db, occurrences_of_claim);
  [[maybe_unused]] const bool found = with(row, key).executeStep();
  assert(found);
  return record_of(row, occurrences);
}

std::vector<Record> ask_search(const SQLite::Database& db, const Words& words, const std::string& query,
                               std::size_t limit) {
  Question q;
  q.match(words_query("{content cue source role title}", query, words));
  return answer(db, q, true, limit);
}

std::vector<Term> ask_terms(const SQLite::Database& db, const std::string& person) {
  SQLite::Statement row(db, std::string("SELECT ") + term_columns +
                                " FROM term t JOIN official o ON o.key = t.official JOIN person p ON p.key = o.person "
                                "WHERE p.id = ? ORDER BY t.since, t.key");
  with(row, person);
  std::vector<Term> terms;
  while (row.executeStep()) terms.push_back(term_of(row));
  return terms;
}

std::vector<Identifier> ask_identifiers(const SQLite::Database& db, const std::string& person) {
  SQLite::Statement row(db,
                        "SELECT DISTINCT i.scheme, i.value FROM official_identifier i JOIN official o ON o.key = "
                        "i.official JOIN person p ON p.key = o.person WHERE p.id = ? "
                        "ORDER BY i.scheme <> 'wikidata', i.scheme, i.value");
  with(row, person);
  std::vector<Identifier> identifiers;
  while (row.executeStep()) identifiers.push_back({row.getColumn(0).getString(), row.getColumn(1).getString()});
  return identifiers;
}

std::vector<std::string> ask_articles(const SQLite::Database& db, const std::string& file_or_id) {
  SQLite::Statement row(db, "SELECT id FROM article WHERE id = ?1 OR file = ?1 ORDER BY id");
  with(row, file_or_id);
  std::vector<std::string> ids;
  while (row.executeStep()) ids.push_back(row.getColumn(0).getString());
  return ids;
}

std::optional<Article> ask_article(const SQLite::Database& db, const std::string& id) {
  SQLite::Statement row(db, std::string("SELECT ") + article_columns + " FROM article WHERE id = ?");
  with(row, id);
  if (!row.executeStep()) return std::nullopt;
  return article_of(row);
}

Store::Counts ask_counts(const SQLite::Database& db) {
  SQLite::Statement row(db,
                        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM statement), "
                        "(SELECT count(*) FROM person), page_count * page_size, user_version "
                        "FROM pragma_page_count, pragma_page_size, pragma_user_version");
  row.executeStep();
  return {count_of(row.getColumn(0)), count_of(row.getColumn(1)), count_of(row.getColumn(2)),
          count_of(row.getColumn(3)), row.getColumn(4).getInt()};
}

}  // namespace onrecord
