// Words: a statement cut into words, each with its stem and what class of claim
// word it is.
//
// The classes are the symbols of the alphabet "claim" (rules/en/position.toml):
// a word with the tag claim.not is a NOT, in any of its lists. A word that no list
// knows is a NAME where it has a capital in mid-sentence, a NUMBER where it begins
// with a digit, else a WORD. The statement so becomes one symbol a word, and the
// patterns of position.toml read that string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "compare/stem.h"
#include "match/grammar.h"
#include "match/lexer.h"

namespace onrecord {

// What lists say of a word besides its class, a bit each.
enum class Trait : std::uint8_t {
  endorses = 1,     // endorse, vote: backs somebody for an office
  bid = 2,          // candidacy, campaign: to back it is to back whose it is
  matter = 4,       // idea, use, reintroduction: to back it is to back what it is of
  preposition = 8,  // other than of, to, for: the object of a stance ends before it
  labels = 16,      // call, describe: of a cue, says what something is
  possessive = 32,  // his, her, their
  term = 64,        // term, phrase: what follows in marks is only mentioned
  charge = 128,     // allegation, criticism, claim: what somebody else said
};

struct Word {
  Shown at;                  // where it stands
  char symbol = 0;           // of the alphabet "claim"
  bool light = false;        // a function word: carries no content
  bool faint = false;        // a word of every second article ("statement", "campaign"): weighs little
  bool inflected = false;    // a form of a verb other than the plain one: "asked"
  bool finite = false;       // a form that has a subject: "asks", "asked", "has", "does"
  bool personal = false;     // I, he, she: whoever speaks
  bool proper = false;       // written as a name
  std::uint8_t traits = 0;   // Traits, or'ed
  std::uint64_t stem = 0;    // 0 for signs
  std::uint64_t unmade = 0;  // of "unfair" the stem of "fair"; 0 where no prefix unmakes the word
  std::string_view axes;     // "level:up size:big", of the lists of opposites; lives as long as the grammar
  std::string_view kinds;    // "colour:red", of the lists of kinds that exclude one another
  std::string_view value;    // of a number word: "12"; of an ordinal "#12"; of digits "" (see Figure)

  bool is(Trait trait) const { return (traits & static_cast<std::uint8_t>(trait)) != 0; }
};

// Knows the lists of a grammar. Thread-safe.
class Vocabulary {
 public:
  explicit Vocabulary(const Grammar& grammar);  // must outlive the vocabulary

  // The words of the cue, a word of symbol BAR without stretch, the words of the text.
  std::vector<Word> words(const Side& side) const;

  // The words of the text that carry content, in order: neither signs nor function words.
  std::vector<Word> content(const Side& side) const;
  bool is_content(const Word& word) const;

  char symbol(std::string_view name) const { return alphabet_.symbol(name); }
  std::string_view members(std::string_view name) const { return alphabet_.members(name); }

 private:
  struct Cut;
  void cut(std::string_view text, Shown::Where where, bool starts, Stemmer& stemmer, std::vector<Word>& out) const;
  void add(std::string_view text, Range range, Shown::Where where, bool starts, Stemmer& stemmer,
           std::vector<Word>& out) const;
  void name(std::vector<Word>& words) const;
  void classify(std::string_view key, Word& word) const;
  std::uint32_t lemma(std::uint32_t entry) const;

  const Lexer& lexer_;
  const Alphabet& alphabet_;
  std::vector<std::pair<Tag, char>> classes_;  // in the order of the alphabet: the first that fits is the word's
  std::vector<std::pair<Tag, Trait>> traits_;
  Tag light_, faint_, contraction_, form_, axis_, kind_, number_, prefix_, finite_, personal_;
  char word_, name_, figure_, bar_, break_, not_, be_;
  std::string_view
      judging_;  // classes that a name or a part of a compound does not have: "United Nations" praises nobody
};

}  // namespace onrecord
