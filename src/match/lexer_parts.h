// What a Lexer is made of: filled by GrammarBuilder, read by Lexer.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <bit>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/by_hash.h"
#include "match/lexer.h"
#include "match/remembered.h"
#include "match/tag_table.h"

namespace onrecord {

struct Entry {
  char symbol = 0;
  bool keeps_capital = false;  // "President" stays what it is in the middle of a sentence
  bool begins_phrase = false;
  TagTable::Set has_tag;
  std::vector<std::pair<Tag, std::string_view>> tags;  // while it is built: with their values, which stand in the files
};

struct Phrase {
  std::vector<std::string> rest;  // the words after the first, folded unless `exact`
  std::string first;              // as written, for `exact`
  bool exact = false;
  std::uint32_t entry = 0;
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
  std::vector<std::vector<Phrase>> phrases{1};  // with the same first two words, longest first; 0: none
  ByHash<std::uint32_t> phrases_by_two;         // which of them, by hash_of_two
  std::map<std::string, Tag, std::less<>> tags;
  std::vector<std::string> clitics;  // "'s", "’s", "n't": tokens of their own
  char capitalized = 0;              // symbol of a known word with a capital in mid-sentence
  char unknown = 0;                  // where no shape fits
  std::vector<char> shapes;
  std::unique_ptr<re2::RE2::Set> shape;
  mutable Remembered<14> known_shapes;  // symbols by word: names come up again and again
};

// Of two words that stand beside each other, by their hashes in small letters.
constexpr std::uint64_t hash_of_two(std::uint64_t first, std::uint64_t second) { return std::rotl(first, 1) ^ second; }

// ASCII letters to lower case; other bytes as they are.
std::string fold(std::string_view word);

// Whether it is letters and nothing else, as most of a lexicon is.
bool one_word(std::string_view text);

// Cuts `text` into words as the lexer does, without looking them up: what a list
// entry of several words is cut into.
std::vector<std::string_view> words_of(std::string_view text, const Lexer::Parts& parts);

}  // namespace onrecord
