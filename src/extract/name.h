// Names of people, as written and as compared: folded words, surname, initials.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "match/grammar.h"

namespace onrecord {

enum class Gender { unknown, man, woman };

// "José A. Díaz-Ruiz Jr." is {jose, a, diaz-ruiz}, suffix "jr". Words are folded: lower
// case, without diacritics, one form of apostrophe, "." dropped. Initials are kept, as a letter.
struct PersonName {
  std::vector<std::string> words;  // particles joined to the word they stand before: "van der berg"
  std::string suffix;              // "jr", "sr", "ii", "iii"; empty: none

  bool full() const { return words.size() > 1; }
  const std::string& surname() const { return words.back(); }  // requires words
};

// A word as it is compared: "Díaz" is "diaz", "O’Neill" "o'neill", "A.B." "ab". Letters outside
// Latin stay as they are.
std::string fold_name(std::string_view word);

// With a plain space for each that does not break: "Anna\u00A0Holt".
std::string plain_spaces(std::string_view words);

// How a short form names a person: by the surname or the last words ("Lin Tan"), or by
// another word of it.
enum class ShortForm { none, surname, given };

// Reads and compares names by the words of rules/en/person-names.txt.
class Names {
 public:
  explicit Names(const Grammar& grammar);

  // Nicknames in quotation marks are left out: Robert “Bobby” Marlow is {robert, marlow}.
  PersonName parse(std::string_view text) const;

  // Whether two full names can be one person's: the same last word, and first words that are
  // equal, an initial or a short form ("Bob Marlow", "Robert J. Marlow"). A different suffix
  // or second word of three parts them, and so does one suffix where the first words are the same: "Karl Marlow Jr."
  // is not "Karl Marlow", but "Joe Holt" can be "Joseph Holt Jr."
  bool same(const PersonName& a, const PersonName& b) const;

  // Whether two names of two words are the same in the other order, but for a letter: "Lin Mei", "Mei Linn".
  bool reversed(const PersonName& a, const PersonName& b) const;

  // Whether `part` is a short form of `full`.
  ShortForm short_form(const PersonName& part, const PersonName& full) const;

  // Whether the word before a name is polite and says nothing of a role: "Mr."
  bool is_address(std::string_view word) const { return addresses_.count(fold_name(word)) > 0; }

 private:
  bool same_given(const std::string& a, const std::string& b) const;

  std::unordered_set<std::string> suffixes_, particles_, addresses_;
  std::unordered_multimap<std::string, std::string> nicknames_;  // some stand for two: Ted
};

}  // namespace onrecord
