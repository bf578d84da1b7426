#include "store/words.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <array>
#include <cassert>
#include <utility>

namespace onrecord {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> plain_letters{
    {{"ł", "l"}, {"ø", "o"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}}};

std::string plain(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    std::string_view with = word.substr(at, 1);
    std::size_t length = 1;
    for (const auto& [letter, letters] : plain_letters)
      if (word.substr(at, letter.size()) == letter) {
        with = letters;
        length = letter.size();
      }
    out += with;
    at += length;
  }
  return out;
}

// The door to FTS5's tokenizers, as its manual gives it (fts5.html, section 7).
fts5_api* fts5(sqlite3* db) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  if (api == nullptr) throw SQLite::Exception("this SQLite is built without FTS5");
  return api;
}

int keep(void* words, int, const char* word, int size, int, int) {
  static_cast<std::vector<std::string>*>(words)->push_back(plain({word, static_cast<std::size_t>(size)}));
  return SQLITE_OK;
}

}  // namespace

struct Words::Tokenizer {
  fts5_tokenizer methods{};
  Fts5Tokenizer* instance = nullptr;

  explicit Tokenizer(sqlite3* db) {
    fts5_api* api = fts5(db);
    void* context = nullptr;
    std::array<const char*, 2> arguments{"remove_diacritics", "2"};
    int rc = api->xFindTokenizer(api, "unicode61", &context, &methods);
    if (rc == SQLITE_OK) rc = methods.xCreate(context, arguments.data(), static_cast<int>(arguments.size()), &instance);
    if (rc != SQLITE_OK) throw SQLite::Exception("FTS5 has no tokenizer unicode61", rc);
  }
  ~Tokenizer() { methods.xDelete(instance); }
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;
};

Words::Words(SQLite::Database& db) : tokenizer_(std::make_unique<Tokenizer>(db.getHandle())) {}
Words::~Words() = default;

std::vector<std::string> Words::of(std::string_view text) const {
  std::vector<std::string> words;
  const int rc = tokenizer_->methods.xTokenize(tokenizer_->instance, &words, FTS5_TOKENIZE_DOCUMENT, text.data(),
                                               static_cast<int>(text.size()), keep);
  if (rc != SQLITE_OK) throw SQLite::Exception("words could not be told apart", rc);
  return words;
}

std::string Words::spaced(std::string_view text) const {
  std::string out;
  for (const std::string& word : of(text)) out += " " + word + " ";
  return out;
}

}  // namespace onrecord
