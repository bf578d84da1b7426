// Pattern to RE2: the notation of rule files over symbols, translated.
#pragma once

#include <array>
#include <bitset>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "match/grammar.h"

namespace onrecord {

// What is wrong with a pattern, and at which byte of it.
struct PatternError : std::runtime_error {
  PatternError(const std::string& what, std::size_t at_byte) : std::runtime_error(what), at(at_byte) {}
  std::size_t at;
};

using Defines = std::map<std::string, std::string, std::less<>>;

// A set of symbols, one bit each.
using SymbolSet = std::bitset<128>;
SymbolSet symbols_of(std::string_view symbols);

// A pattern as RE2 sees it.
struct Translated {
  // Over bytes: `content:(QUOTE) COMMA?` becomes `(?P<content>Q),?`; RE2 allows a name once, so
  // a second capture of it is called content__2.
  std::string regex;
  // What a string must contain to match at all: a symbol of each set, in this order, each in a place of
  // its own. Most rules are ruled out by this without running RE2 (measured: a DFA over all rules
  // at once never stops growing new states on news; this is 8 times as fast).
  std::vector<SymbolSet> needs;
  // The symbols it can begin and end with, and whether it matches nothing at all.
  SymbolSet firsts, lasts;
  bool empty = true;
  // Where its parts meet: a symbol of `right` may follow one of `left`.
  struct Joint {
    SymbolSet left, right;
  };
  std::vector<Joint> joints;
  // With what it can begin: two symbols of one of these joints, or one of these that is a match by itself.
  std::vector<Joint> starts;
  SymbolSet singles;
  // Whether it matches only where the string begins, and only where it ends.
  bool from_begin = false, to_end = false;
};

// Which symbols may follow each symbol, by joints: within a match Glushkov's relation, by symbol instead of place.
using Followers = std::array<SymbolSet, 128>;
Followers followers(const std::vector<Translated::Joint>& joints);

// Defines that are translated already; of one file and one alphabet.
using TranslatedDefines = std::map<std::string, Translated, std::less<>>;

// Symbols that stand in one capture only, in any pattern of a stage: the word that the stage looks at.
struct Focus {
  std::string capture;
  std::string symbols;  // elsewhere neither `.` nor `[^ …]` nor a class stands for one of them
};

// Names are symbols or classes of `alphabet`, or `defines`. Throws PatternError for an unknown
// name ("did you mean"), a stray sign, or brackets that do not pair.
Translated translate(std::string_view pattern, const Alphabet& alphabet, const Defines& defines, const Focus& focus,
                     TranslatedDefines& known);

// A `text` with its <NAME>s replaced by the defines of the file, each in a group that `open`
// begins ("": as it stands, for texts that are no regular expressions).
std::string expand(std::string_view text, const Defines& defines, std::string_view open = "(?:");

// The nearest of `words` by edit distance, as ", did you mean X?"; empty if none is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& words);

}  // namespace onrecord
