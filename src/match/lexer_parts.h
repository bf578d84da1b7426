// What a Lexer is made of: filled by GrammarBuilder, read by Lexer.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <bitset>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/by_hash.h"
#include "match/lexer.h"
#include "match/remembered.h"

namespace onrecord {

struct Entry {
  char symbol = 0;
  bool keeps_capital = false;  // "President" stays what it is in the middle of a sentence
  bool begins_phrase = false;
  std::bitset<128> has_tag;
  std::vector<std::pair<Tag, std::string_view>> tags;  // while it is built: with their values, which stand in the files
};

struct Phrase {
  std::vector<std::string> rest;  // the words after the first, folded unless `exact`
  std::uint64_t second = 0;       // hash of the first of them, folded
  std::string first;              // as written, for `exact`
  bool exact = false;
  std::uint32_t entry = 0;
};

// The tags of entries and their values, close together: each is asked for several times a word. Of 34,000 entries'
// sets of tags 640 differ.
class TagTable {
 public:
  void add(const Entry& entry);
  bool has(std::uint32_t entry, Tag tag) const { return sets_[set_of_[entry]][tag]; }
  // "" where it has none.
  std::string_view value(std::uint32_t entry, Tag tag) const;

 private:
  struct Value {
    Tag tag;
    std::uint16_t length;
    std::uint32_t begin;  // in text_
  };
  std::vector<std::uint16_t> set_of_;
  std::vector<std::bitset<128>> sets_;
  std::unordered_map<std::bitset<128>, std::uint16_t> by_set_;
  std::vector<std::uint32_t> first_{0};  // of an entry's values; they end where the next one's begin
  std::vector<Value> values_;
  std::string text_;
};

// What is asked of every word, in four bytes: an Entry is further away in memory.
struct WordFound {
  std::uint32_t entry : 22 = 0;
  std::uint32_t symbol : 7 = 0;
  std::uint32_t keeps_capital : 1 = 0;
  std::uint32_t begins_phrase : 1 = 0;
};

struct Lexer::Parts {
  std::vector<Entry> entries{1};                // entry 0: not in the lexicon
  TagTable tags_of;                             // of the entries, when all is read
  ByHash<WordFound> exact, folded;              // by word; folded: in small letters
  std::vector<std::vector<Phrase>> phrases{1};  // of a first word, longest first; 0: none
  ByHash<std::uint32_t> phrases_by_first;       // which of them, by the folded first word
  std::map<std::string, Tag, std::less<>> tags;
  std::vector<std::string> clitics;  // "'s", "’s", "n't": tokens of their own
  char capitalized = 0;              // symbol of a known word with a capital in mid-sentence
  char unknown = 0;                  // where no shape fits
  std::vector<char> shapes;
  std::unique_ptr<re2::RE2::Set> shape;
  mutable Remembered<14> known_shapes;  // symbols by word: names come up again and again
};

// ASCII letters to lower case; other bytes as they are.
std::string fold(std::string_view word);

// Whether it is letters and nothing else, as most of a lexicon is.
bool one_word(std::string_view text);

// Cuts `text` into words as the lexer does, without looking them up: what a list
// entry of several words is cut into.
std::vector<std::string_view> words_of(std::string_view text, const Lexer::Parts& parts);

}  // namespace onrecord
