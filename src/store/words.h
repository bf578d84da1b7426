// Words: the words of a text, folded to lower case, Latin letters without diacritics.
//
//   words.of("Ján O’Neill, U.S.")  ->  {"jan", "o", "neill", "u", "s"}
//
// They are cut and folded by the tokenizer of the search index (FTS5's
// unicode61), so a name is matched as the index matches words, and the program
// carries no Unicode tables of its own. It leaves letters with a stroke and
// ligatures alone; a reader without that keyboard types "Lukasz" for Łukasz, so
// these few are folded here.
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

class Words {
 public:
  explicit Words(SQLite::Database& db);  // must outlive the words
  ~Words();

  // In order; empty where the text has no letter and no digit.
  std::vector<std::string> of(std::string_view text) const;
  // " jan  o  neill ": a blank on either side of every word, so that ' neill ' is
  // found as a word and never inside one. Empty where there are no words.
  std::string spaced(std::string_view text) const;

 private:
  struct Tokenizer;
  std::unique_ptr<Tokenizer> tokenizer_;
};

}  // namespace onrecord
