#include "match/pattern.h"

#include <catch2/catch.hpp>

#include "match/small_grammar.h"

using namespace onrecord;

namespace {

const Alphabet& words() {
  static const Grammar grammar({{"words.toml", small_words}});
  return grammar.alphabet();
}

Translated translated(const std::string& pattern, const Defines& defines, const Focus& focus = {}) {
  TranslatedDefines done;
  return translate(pattern, words(), defines, focus, done);
}

std::string regex(const std::string& pattern, const Defines& defines = {}, const Focus& focus = {}) {
  return translated(pattern, defines, focus).regex;
}

// The sets of symbols that a string needs, "Q VN": each as its members in the order of their codes.
std::string needs(const std::string& pattern, const Defines& defines = {}) {
  std::string out;
  for (const SymbolSet& set : translated(pattern, defines).needs) {
    if (!out.empty()) out += ' ';
    for (std::size_t c = 0; c < set.size(); ++c)
      if (set[c]) out += static_cast<char>(c);
  }
  return out;
}

std::string problem(const std::string& pattern, const Defines& defines = {}, const Focus& focus = {}) {
  try {
    translated(pattern, defines, focus);
  } catch (const PatternError& e) {
    return std::to_string(e.at) + ": " + e.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a pattern becomes an expression over symbols") {
  CHECK(regex("QUOTE COMMA? SAY") == "Q\\,?V");
  CHECK(regex("content:(QUOTE) SAY source:(NAME)") == "(?P<content>Q)V(?P<source>N)");
  CHECK(regex("content:(QUOTE) SAY content:(QUOTE)") == "(?P<content>Q)V(?P<content__2>Q)");
  CHECK(regex("(NAME | SAY)+? WORD{0,3} .*? ^ $") == "(?:N|V)+?w{0,3}.*?^$");
}

TEST_CASE("a class is one of its symbols, a set one of or none of") {
  CHECK(regex("SIGN") == "[\\,\\.]");
  CHECK(regex("[NAME SIGN]") == "[N\\,\\.]");
  CHECK(regex("[^NAME]") == "[^N]");
  CHECK(regex("[^ SIGN QUOTE]") == "[^\\,\\.Q]");
}

TEST_CASE("a define stands for its pattern, and may use another") {
  const Defines defines{{"ASIDE", "COMMA GAP COMMA"}, {"GAP", "WORD | NAME"}};
  CHECK(regex("ASIDE?", defines) == "(?:\\,(?:w|N)\\,)?");
  CHECK(problem("SELF", {{"SELF", "SELF"}}) == "0: a define uses itself");
}

TEST_CASE("a pattern needs what it cannot match without") {
  CHECK(needs("QUOTE COMMA? SAY") == "Q V");
  CHECK(needs("QUOTE WORD*") == "Q");
  CHECK(needs("QUOTE+ SIGN") == "Q ,.");
  CHECK(needs("NAME | SAY") == "NV");
  CHECK(needs("NAME QUOTE | SAY QUOTE") == "Q");
  CHECK(needs("(NAME | SAY)?") == "");
  CHECK(needs("NAME SAY NAME") == "N V N");
  CHECK(needs("WORD{0,3} SAY") == "V");
}

TEST_CASE("what a set excludes is not what it needs") {
  const auto sets = translated("[^NAME] SAY", {}).needs;
  REQUIRE(sets.size() == 2);
  CHECK_FALSE(sets[0]['N']);
  CHECK(sets[0]['V']);
  CHECK(sets[1] == symbols_of("V"));
}

TEST_CASE("a pattern knows what it can begin and end with") {
  const Translated some = translated("COMMA? NAME (SAY | QUOTE)", {});
  CHECK(some.firsts == symbols_of(",N"));
  CHECK(some.lasts == symbols_of("VQ"));
  CHECK_FALSE(some.empty);
  CHECK(translated("NAME?", {}).empty);
}

TEST_CASE("a pattern knows what may follow what in it") {
  const Followers follow = followers(translated("NAME (COMMA WORD+ COMMA)? SAY", {}).joints);
  CHECK(follow['N'] == symbols_of(",V"));
  CHECK(follow[','] == symbols_of("wV"));
  CHECK(follow['w'] == symbols_of("w,"));
  CHECK(follow['V'].none());
  CHECK(followers(translated("NAME | SAY", {}).joints)['N'].none());
}

TEST_CASE("a pattern knows with which two symbols it can begin") {
  const Translated some = translated("WORD? (NAME | QUOTE SAY)+ NAME* QUOTE", {});
  const Followers begin = followers(some.starts);
  CHECK(begin['w'] == symbols_of("NQ"));
  CHECK(begin['N'] == symbols_of("NQ"));
  CHECK(begin['Q'] == symbols_of("V"));
  CHECK(begin['V'].none());
  CHECK(some.singles.none());
  CHECK(translated("WORD? NAME | SAY QUOTE?", {}).singles == symbols_of("NV"));
  CHECK(followers(translated("NAME{1,3}", {}).starts)['N'] == symbols_of("N"));
}

TEST_CASE("a pattern knows whether it matches only where the string begins or ends") {
  const auto bound = [](const std::string& pattern) {
    const Translated some = translated(pattern, {});
    return std::pair(some.from_begin, some.to_end);
  };
  CHECK(bound("^ NAME (SAY $ | $)") == std::pair(true, true));
  CHECK(bound("(^ | COMMA) NAME (SAY $)?") == std::pair(false, false));
  CHECK(bound("^? NAME | SAY $") == std::pair(false, false));
}

TEST_CASE("a symbol of the focus stands in its capture only") {
  const Focus focus{"cue", "V"};
  CHECK(regex("[^ NAME] cue:([^ NAME]) .", {}, focus) == "[^NV](?P<cue>[^N])[^V]");
  CHECK(regex("(GAP) cue:(GAP SAY)", {{"GAP", "[SAY NAME]"}}, focus) == "(?:(?:N))(?P<cue>(?:[VN])V)");
  CHECK(problem("NAME SAY", {}, focus) == "5: this may only stand in cue:(…)");
}

TEST_CASE("what is wrong with a pattern is told with its place") {
  CHECK(problem("QUOTE SAYS") == "6: no symbol, class or define is named SAYS; did you mean SAY?");
  CHECK(problem("QUOTE (SAY") == "6: '(' is not closed");
  CHECK(problem("QUOTE SAY)") == "9: ')' closes nothing");
  CHECK(problem("[NAME") == "0: '[' is not closed");
  CHECK(problem("[]") == "0: '[…]' is empty");
  CHECK(problem("NAME{2") == "4: '{' is not closed");
  CHECK(problem("NAME & SAY") == "5: '&' has no meaning here");
}

TEST_CASE("a text takes the defines of its file") {
  CHECK(expand("on <DAY>", {{"DAY", "Monday|Friday"}}) == "on (?:Monday|Friday)");
  CHECK(expand("(?P<day>\\d)", {}) == "(?P<day>\\d)");
  CHECK_THROWS_WITH(expand("<DYA>", {{"DAY", "Monday"}}), "no define is named DYA; did you mean DAY?");
}
