// A language of a few words, for tests of the engine.
#pragma once

#include <string>
#include <vector>

#include "core/error.h"
#include "match/grammar.h"
#include "match/lexer.h"

namespace onrecord {

inline const std::string small_words = R"(
symbol = [
  {name = "NAME", char = "N"}, {name = "SAY", char = "V"}, {name = "QUOTE", char = "Q"}, {name = "COMMA", char = ","},
  {name = "STOP", char = "."}, {name = "WORD", char = "w"}, {name = "NUMBER", char = "#"}, {name = "TITLE", char = "T"},
  {name = "OWNER", char = "s"}, {name = "NOT", char = "n"}, {name = "PLACE", char = "P"},
]
class = [{name = "SIGN", any = ["COMMA", "STOP"]}, {name = "NOUN", any = ["NAME", "PLACE"]}]
[lexer]
clitics = ["'s", "’s", "n't"]
capitalized = "NAME"
unknown = "WORD"
[[words]]
id = "lex.say"
symbol = "SAY"
tag = "verb"
words = ["said = say:past", "says = say:s", "made it clear = clear:past", "made it"]
[[words]]
id = "lex.title"
symbol = "TITLE"
keeps_capital = true
words = ["mayor", "Sen."]
[[words]]
id = "lex.place"
symbol = "PLACE"
words = ["ICE", "New Harbor"]
[[words]]
id = "lex.signs"
symbol = "COMMA"
words = [","]
[[words]]
id = "lex.stop"
symbol = "STOP"
words = ["."]
[[words]]
id = "lex.owner"
symbol = "OWNER"
words = ["'s", "’s"]
[[words]]
id = "lex.not"
symbol = "NOT"
words = ["n't"]
[[words]]
id = "lex.plain"
symbol = "WORD"
words = ["grant", "the"]
[[shape]]
id = "lex.number"
text = '[$€£]?\d[\d.,]*%?'
symbol = "NUMBER"
[[shape]]
id = "lex.name"
text = '[A-Z].*'
symbol = "NAME"
)";

inline Grammar grammar_of(const std::string& rules) {
  return Grammar({{"words.toml", small_words}, {"mine.toml", rules}});
}

// The message of the Error that the rules give; empty if they give none.
inline std::string error_of(const std::string& rules) {
  try {
    grammar_of(rules);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace onrecord
