// Lexer: the bytes of a sentence to tokens, one symbol each.
//
// Words and runs of words are looked up in lists, longest first; what no list
// knows gets its symbol from a shape:
//
//   [[words]]                      # in any rule file
//   id     = "lex.pronoun"
//   symbol = "HE"                  # optional: a list may only tag its words
//   tag    = "pronoun"             # optional: Lexer::tag("pronoun")
//   symbols = {s = "VERB_S"}       # optional: by what stands after the last ":" of the value
//   keeps_capital = true           # keeps its symbol with a capital in mid-sentence ("President")
//   words  = ["he", "she = f"]     # a value after " = ", see Lexer::value
//   file   = "given-names.txt"     # or one entry a line; "Mary<TAB>f", # comments
//
//   [[shape]]
//   id     = "lex.number"
//   text   = '[$€£]?\d[\d.,]*%?'  # RE2, must match the whole token; first in file order wins
//   symbol = "NUMBER"
//
// An entry with a capital letter is found only as it is written ("ICE"), one without in
// any case. A word in several lists with a symbol takes that of the last list in file order
// (files by name); it keeps the tags of all.
//
//   [lexer]                        # once
//   clitics     = ["'s", "n't"]    # ends of words that are tokens of their own
//   capitalized = "CAP"            # a known word with a capital in mid-sentence
//   unknown     = "NOUN"           # a word or sign that no list and no shape knows
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/by_hash.h"
#include "core/range.h"
#include "match/tag_table.h"

namespace onrecord {

// Twelve bytes: a batch of articles has some fifteen thousand.
struct Token {
  Range range;  // bytes of the text
  char symbol = 0;
  std::uint32_t entry : 24 = 0;  // of the lexicon; 0: not there
};

class Lexer {
 public:
  // Tokens of text[range], in order. Ranges in `opaque` (quotations, brackets; in
  // order, inside `range`, not overlapping) become one token each, with the symbol given beside.
  struct Opaque {
    Range range;
    char symbol;
  };
  // What capitals tell.
  struct Casing {
    bool names = true;  // a capital in mid-sentence is a name's; false in headlines in title case
    // Words that are names although a sentence opens with them ("Grant said") or a headline holds them; see names_in.
    const ByHash<bool>* known = nullptr;
  };
  std::vector<Token> tokens(std::string_view text, Range range, const std::vector<Opaque>& opaque,
                            const Casing& casing) const;
  std::vector<Token> tokens(std::string_view text, Range range) const;

  // The words that the text writes with a capital in mid-sentence (after a small letter and a
  // space, or a comma and a space), as views into it, as often as they stand there.
  static std::vector<std::string_view> names_in(std::string_view text);

  // The tag's number; 0 where no list has that tag.
  Tag tag(std::string_view name) const;
  // Whether the entry has the tag; its value ("" where none was given).
  bool has(std::uint32_t entry, Tag tag) const { return tags_of_.has(entry, tag); }
  std::string_view value(std::uint32_t entry, Tag tag) const { return tags_of_.value(entry, tag); }
  // The entry of a word by itself, as a token in the middle of a sentence; 0 if none.
  std::uint32_t entry(std::string_view word) const;

  struct Parts;
  explicit Lexer(std::unique_ptr<const Parts> parts);
  ~Lexer();

 private:
  std::unique_ptr<const Parts> parts_;
  const TagTable& tags_of_;  // of the parts
};

}  // namespace onrecord
