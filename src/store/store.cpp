#include "store/store.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "core/error.h"
#include "store/ask.h"
#include "store/connection.h"
#include "store/import.h"
#include "store/log.h"
#include "store/register.h"
#include "store/verdicts.h"
#include "store/words.h"

namespace onrecord {

struct Store::Parts {
  Parts(const std::string& path, Mode mode) : connection(path, mode), words(connection.db()) {
    if (mode == Mode::read) return;
    people.emplace(connection.db(), words);
    log.emplace(connection.db(), words, *people);
  }

  // Runs `work` on the register; what SQLite throws becomes an Error.
  template <typename Work>
  auto correct(Work work) {
    if (!people) throw Error(connection.path() + ": opened to read; open it to write");
    return explaining(connection.path(), [&] { return work(*people); });
  }

  Lookups& look_up() {
    if (!lookups) lookups.emplace(connection.db(), words);
    return *lookups;
  }

  Connection connection;
  Words words;
  std::optional<Lookups> lookups;  // made when first asked for
  std::optional<Register> people;  // these two only to write
  std::optional<Log> log;
};

Store::Store(const std::string& path, Mode mode)
    : parts_(explaining(path, [&] { return std::make_unique<Parts>(path, mode); })) {}
Store::~Store() = default;

Logged Store::log(const Article& article, const std::vector<Statement>& statements, const Provenance& provenance) {
  return log({{article, statements, {}, {}}}, provenance).front();
}

std::vector<Logged> Store::log(const std::vector<Extracted>& entries, const Provenance& provenance) {
  parts_->connection.check_writable();
  return explaining(parts_->connection.path(), [&] { return parts_->log->log(entries, provenance); });
}

std::vector<Record> Store::records(const Filter& filter) const {
  return explaining(parts_->connection.path(),
                    [&] { return ask_records(parts_->connection.db(), parts_->words, filter); });
}

void Store::claims(const Filter& filter, const std::function<void(const ClaimRow&)>& each) const {
  explaining(parts_->connection.path(), [&] { ask_claims(parts_->connection.db(), parts_->words, filter, each); });
}

Record Store::record(std::int64_t key) const {
  return explaining(parts_->connection.path(), [&] { return ask_record(parts_->connection.db(), key); });
}

std::vector<Record> Store::search(const std::string& query, std::size_t limit) const {
  return explaining(parts_->connection.path(),
                    [&] { return ask_search(parts_->connection.db(), parts_->words, query, limit); });
}

std::vector<PersonRow> Store::people(const std::string& name) const {
  return explaining(parts_->connection.path(),
                    [&] { return ask_people(parts_->connection.db(), parts_->words, name); });
}

void Store::link(const RegisterWords& words) {
  parts_->correct([&](Register& people) {
    SQLite::Transaction transaction(parts_->connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    people.link(words);
    transaction.commit();
  });
}

std::vector<PeopleProposal> Store::proposals() const {
  return explaining(parts_->connection.path(), [&] { return ask_proposals(parts_->connection.db(), parts_->words); });
}

Imported Store::import(const std::vector<Official>& officials) {
  return parts_->correct([&](Register& people) {
    SQLite::Transaction transaction(parts_->connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    const Imported imported = import_officials(parts_->connection.db(), parts_->words, officials);
    people.reload();
    people.settle();
    transaction.commit();
    return imported;
  });
}

std::vector<Term> Store::terms(const std::string& person) const {
  return explaining(parts_->connection.path(), [&] { return ask_terms(parts_->connection.db(), person); });
}

std::vector<Identifier> Store::identifiers(const std::string& person) const {
  return explaining(parts_->connection.path(), [&] { return ask_identifiers(parts_->connection.db(), person); });
}

void Store::alias(const std::string& person, const std::string& name, const Signature& by) {
  parts_->correct([&](Register& people) { people.alias(person, name, by); });
}

void Store::rename(const std::string& person, const std::string& name, const Signature& by) {
  parts_->correct([&](Register& people) { people.rename(person, name, by); });
}

void Store::merge(const std::string& person, const std::string& other, const Signature& by) {
  parts_->correct([&](Register& people) { people.merge(person, other, by); });
}

std::string Store::split(const std::string& person, const std::vector<std::string>& parts, const Signature& by) {
  return parts_->correct([&](Register& people) { return people.split(person, parts, by); });
}

std::optional<std::string> Store::undo(const Signature& by) {
  return parts_->correct([&](Register& people) { return people.undo(by); });
}

std::vector<RegisterChange> Store::changes() const {
  return explaining(parts_->connection.path(), [&] { return ask_changes(parts_->connection.db()); });
}

std::vector<Observation> Store::observations(const std::string& person) const {
  return explaining(parts_->connection.path(), [&] { return ask_observations(parts_->connection.db(), person); });
}

std::optional<Article> Store::article(const std::string& id) const {
  return explaining(parts_->connection.path(), [&] { return ask_article(parts_->connection.db(), id); });
}

void Store::review(const Verdict& verdict) {
  parts_->connection.check_writable();
  explaining(parts_->connection.path(), [&] { keep_verdict(parts_->connection.db(), verdict); });
}

std::optional<Verdict> Store::undo_review(const std::string& a, const std::string& b, const Signature& by) {
  parts_->connection.check_writable();
  return explaining(parts_->connection.path(), [&] { return undo_verdict(parts_->connection.db(), a, b, by.when); });
}

std::vector<Verdict> Store::verdicts() const {
  return explaining(parts_->connection.path(), [&] { return ask_verdicts(parts_->connection.db()); });
}

std::vector<std::int64_t> Store::with_stand(const std::string& stand, std::size_t most) const {
  return explaining(parts_->connection.path(), [&] { return parts_->look_up().with_stand(stand, most); });
}

std::vector<std::string> Store::articles(const std::string& file_or_id) const {
  return explaining(parts_->connection.path(), [&] { return ask_articles(parts_->connection.db(), file_or_id); });
}

std::set<std::string> Store::seen() const {
  return explaining(parts_->connection.path(), [&] { return ask_seen(parts_->connection.db()); });
}

void Store::see(const std::vector<std::string>& pairs) {
  parts_->connection.check_writable();
  explaining(parts_->connection.path(), [&] { keep_seen(parts_->connection.db(), pairs); });
}

ClaimRow Store::claim(std::int64_t key) const {
  return explaining(parts_->connection.path(), [&] { return parts_->look_up().claim(key); });
}

std::optional<std::vector<std::int64_t>> Store::with_word(const std::string& word, std::size_t most) const {
  return explaining(parts_->connection.path(), [&] { return parts_->look_up().with_word(word, most); });
}

Store::Counts Store::counts() const {
  return explaining(parts_->connection.path(), [&] { return ask_counts(parts_->connection.db()); });
}

std::vector<std::string> Store::faults() const {
  return explaining(parts_->connection.path(), [&] {
    std::vector<std::string> faults;
    SQLite::Statement whole(parts_->connection.db(), "PRAGMA integrity_check");
    while (whole.executeStep())
      if (const std::string fault = whole.getColumn(0).getString(); fault != "ok") faults.push_back(fault);
    SQLite::Statement keys(parts_->connection.db(), "PRAGMA foreign_key_check");
    while (keys.executeStep())
      faults.push_back("a row of " + keys.getColumn(0).getString() + " belongs to nothing in " +
                       keys.getColumn(2).getString());
    return faults;
  });
}

std::string default_store_path() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (const std::string store = variable("ONRECORD_STORE"); !store.empty()) return store;
  // A relative XDG_DATA_HOME is to be passed over, says the XDG specification.
  if (const std::string data = variable("XDG_DATA_HOME"); std::filesystem::path(data).is_absolute())
    return data + "/onrecord/onrecord.db";
  const std::string home = variable("HOME");
  if (home.empty()) throw Error::misuse("no place for the store: $HOME is not set; name a file with --store");
  return home + "/.local/share/onrecord/onrecord.db";
}

}  // namespace onrecord
