#include "store/log.h"

#include <SQLiteCpp/Transaction.h>

#include <cassert>
#include <charconv>
#include <unordered_set>

#include "core/hash.h"
#include "store/columns.h"

namespace onrecord {
namespace {

// What is known stays known: what the new reading does not say is taken from the old one.
template <typename Value>
void fill(std::optional<Value>& value, std::string& from, const std::optional<Value>& kept,
          const std::string& kept_from) {
  if (value) return;
  value = kept;
  from = kept_from;
}

Article filled(Article article, const Article& kept) {
  fill(article.url, article.url_from, kept.url, kept.url_from);
  fill(article.outlet, article.outlet_from, kept.outlet, kept.outlet_from);
  fill(article.title, article.title_from, kept.title, kept.title_from);
  fill(article.published, article.published_from, kept.published, kept.published_from);
  return article;
}

bool same_metadata(const Article& a, const Article& b) {
  return a.url == b.url && a.outlet == b.outlet && a.title == b.title && a.published == b.published;
}

// What the cue does, as far as it makes the same words another claim: "said it
// was over" and "confirmed it was over" claim the same, "denied it was over" does not.
std::string_view stance(Act act) { return act == Act::say || act == Act::confirm ? "" : name(act); }

// Half a hash: two of ten million claims meet with a chance of 1 in 400,000, and the index is a quarter of the size.
std::int64_t short_hash(std::string_view bytes) {
  std::uint64_t value = 0;
  const std::string hex = hash_hex(bytes);
  std::from_chars(hex.data(), hex.data() + hex.size() / 2, value, 16);
  return static_cast<std::int64_t>(value);
}

std::string words_at(const Article& article, const std::optional<Range>& range) {
  return range ? std::string(slice(article.text, *range)) : std::string();
}

std::optional<std::string> place(const std::optional<Range>& range) {
  if (!range) return std::nullopt;
  return ranges_text({*range});
}

template <typename Value>
std::optional<Value> part(const std::optional<Interval>& said, Value Interval::*member) {
  if (!said) return std::nullopt;
  return (*said).*member;
}

}  // namespace

Log::Log(SQLite::Database& db, const Words& words, Register& people)
    : db_(db),
      words_(words),
      register_(people),
      find_article_(db, std::string("SELECT ") + article_columns + ", key FROM article WHERE id = ?"),
      insert_article_(db, std::string("INSERT INTO article (") + article_columns +
                              ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"),
      update_article_(db,
                      std::string("UPDATE article SET (") + article_columns +
                          ") = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) WHERE id = ?1"),
      count_statements_(db, "SELECT count(*) FROM statement WHERE article = ?"),
      insert_statement_(
          db,
          "INSERT INTO statement (id, article, ordinal, kind, manner, act, content, ranges, cue, cue_range, source, "
          "source_range, speaker, role, said_from, said_to, said_basis, rule, confidence, claim) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_frame_(db, "INSERT INTO frame (statement, bytes) VALUES (?, ?)"),
      insert_stand_(db, "INSERT OR IGNORE INTO stand (target, statement) VALUES (?, ?)"),
      index_words_(db,
                   "INSERT INTO statement_words (rowid, content, cue, source, role, title) VALUES (?, ?, ?, ?, ?, ?)"),
      unindex_words_(db,
                     "INSERT INTO statement_words (statement_words, rowid, content, cue, source, role, title) "
                     "SELECT 'delete', s.key, s.content, s.cue, s.source, s.role, a.title "
                     "FROM statement s JOIN article a ON a.key = s.article WHERE a.key = ?"),
      delete_statements_(db, "DELETE FROM statement WHERE article = ?"),
      find_speaker_(db, "SELECT key FROM speaker WHERE name = ? AND kind = ? AND identity = ?"),
      insert_speaker_(db, "INSERT INTO speaker (name, kind, words, identity, person) VALUES (?, ?, ?, ?, ?)"),
      speakers_of_(db, "SELECT DISTINCT speaker FROM statement WHERE article = ?"),
      delete_speaker_(db,
                      "DELETE FROM speaker WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM statement WHERE speaker = ?1)"),
      find_person_(db, "SELECT key FROM person WHERE id = ?"),
      insert_person_(db, "INSERT INTO person (id, kind) VALUES (?, ?)"),
      persons_of_(db, "SELECT person FROM speaker WHERE key = ? AND person IS NOT NULL"),
      delete_person_(db, "DELETE FROM person WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM speaker WHERE person = ?1)") {
}

std::vector<Logged> Log::log(const std::vector<Extracted>& entries, const Provenance& provenance) {
  SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
  std::vector<Logged> logged;
  for (const Extracted& entry : entries) logged.push_back(log(entry, provenance));
  transaction.commit();
  return logged;
}

Logged Log::log(const Extracted& entry, const Provenance& provenance) {
  const Article& article = entry.article;
  Logged logged;
  std::int64_t key = 0;
  if (const std::optional<Kept> kept = find(article.id)) {
    key = kept->key;
    logged.known = true;
    const Article now = filled(article, kept->article);
    logged.updated = !same_metadata(now, kept->article) || provenance.version != kept->provenance.version ||
                     provenance.rules != kept->provenance.rules;
    if (logged.updated) replace(key, now, entry, provenance);
  } else {
    with_article(insert_article_, article, provenance).exec();
    key = db_.getLastInsertRowid();
    add_statements(article, key, entry);
  }
  logged.statements = count(key);
  return logged;
}

void Log::replace(std::int64_t key, const Article& now, const Extracted& entry, const Provenance& provenance) {
  const std::vector<std::int64_t> speakers = keys(speakers_of_, key);
  with(unindex_words_, key).exec();  // needs the statements and the title as they were: first
  with(delete_statements_, key).exec();
  with_article(update_article_, now, provenance).exec();
  add_statements(now, key, entry);
  for (const std::int64_t speaker : speakers) {  // who said nothing but what was replaced is nobody now
    const std::vector<std::int64_t> persons = keys(persons_of_, speaker);
    with(delete_speaker_, speaker).exec();
    for (const std::int64_t person : persons) with(delete_person_, person).exec();
  }
}

std::optional<Log::Kept> Log::find(const std::string& id) {
  SQLite::Statement& row = with(find_article_, id);
  if (!row.executeStep()) return std::nullopt;
  Kept kept{
      row.getColumn(16).getInt64(), article_of(row), {row.getColumn(14).getString(), row.getColumn(15).getString()}};
  row.tryReset();
  return kept;
}

std::size_t Log::count(std::int64_t article) {
  SQLite::Statement& row = with(count_statements_, article);
  row.executeStep();
  const std::size_t statements = count_of(row.getColumn(0));
  row.tryReset();
  return statements;
}

std::vector<std::int64_t> Log::keys(SQLite::Statement& statement, std::int64_t of) {
  std::vector<std::int64_t> keys;
  with(statement, of);
  while (statement.executeStep()) keys.push_back(statement.getColumn(0).getInt64());
  statement.tryReset();
  return keys;
}

void Log::add_statements(const Article& article, std::int64_t key, const Extracted& entry) {
  assert(entry.frames.empty() || entry.frames.size() == entry.statements.size());
  assert(entry.stands.empty() || entry.stands.size() == entry.statements.size());
  std::unordered_set<std::string_view> added;
  for (std::size_t i = 0; i < entry.statements.size(); ++i) {
    if (!added.insert(entry.statements[i].id).second) continue;
    const std::int64_t statement = add(article, key, i, entry.statements[i]);
    if (!entry.stands.empty())
      for (const std::string& stand : entry.stands[i]) with(insert_stand_, stand, statement).exec();
    if (entry.frames.empty() || entry.frames[i].empty()) continue;
    SQLite::Statement& frame = with(insert_frame_, statement);
    frame.bindNoCopy(2, entry.frames[i].data(), static_cast<int>(entry.frames[i].size()));
    frame.exec();
  }
}

std::int64_t Log::add(const Article& article, std::int64_t key, std::size_t ordinal, const Statement& s) {
  const std::string content = content_text(article.text, s), cue = words_at(article, s.cue),
                    source = words_at(article, s.source);
  const std::int64_t claim = short_hash(std::string(stance(s.act)) + "\n" + words_.spaced(content));
  with(insert_statement_, s.id, key, ordinal, name(s.kind), name(s.manner), name(s.act), content,
       ranges_text(s.content), cue, place(s.cue), source, place(s.source), speaker(article, s.speaker), s.speaker.role,
       part(s.said, &Interval::from), part(s.said, &Interval::to), part(s.said, &Interval::basis), s.rule, s.confidence,
       claim)
      .exec();
  const std::int64_t statement = db_.getLastInsertRowid();
  with(index_words_, statement, content, cue, source, s.speaker.role, article.title).exec();
  return statement;
}

std::int64_t Log::speaker(const Article& article, const Speaker& speaker) {
  const std::string kind(name(speaker.kind)), words = words_.spaced(speaker.name);
  const bool named = has_person(speaker.kind) && !words.empty();
  const std::string identity = named ? register_.identity_in(article.id, speaker, words) : "";
  SQLite::Statement& row = with(find_speaker_, speaker.name, kind, identity);
  if (row.executeStep()) {
    const std::int64_t key = row.getColumn(0).getInt64();
    row.tryReset();
    return key;
  }
  row.tryReset();
  std::optional<std::int64_t> known_as;
  if (named) known_as = person(register_.person_of(identity), speaker.kind);
  with(insert_speaker_, speaker.name, kind, words, identity, known_as).exec();
  return db_.getLastInsertRowid();
}

std::int64_t Log::person(const std::string& id, SpeakerKind kind) {
  SQLite::Statement& row = with(find_person_, id);
  if (row.executeStep()) {
    const std::int64_t key = row.getColumn(0).getInt64();
    row.tryReset();
    return key;
  }
  row.tryReset();
  with(insert_person_, id, name(kind)).exec();
  return db_.getLastInsertRowid();
}

}  // namespace onrecord
