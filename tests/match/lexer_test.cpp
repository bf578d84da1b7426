#include "match/lexer.h"

#include <catch2/catch.hpp>
#include <set>

#include "match/small_grammar.h"

using namespace onrecord;

namespace {

const Lexer& lexer() {
  static const Grammar grammar({{"words.toml", small_words}});
  return grammar.lexer();
}

std::string shown(const std::string& text, const std::vector<Token>& tokens) {
  std::string out;
  for (const Token& token : tokens)
    out += (out.empty() ? "" : " ") + std::string(1, token.symbol) + "[" + std::string(slice(text, token.range)) + "]";
  return out;
}

std::string tokens(const std::string& text, const Lexer::Casing& casing = {}) {
  return shown(text, lexer().tokens(text, {0, text.size()}, {}, casing));
}

}  // namespace

TEST_CASE("a run of words is found before a shorter one, in any case") {
  CHECK(tokens("she made it clear") == "w[she] V[made it clear]");
  CHECK(tokens("she made it home") == "w[she] V[made it] w[home]");
  CHECK(tokens("she made cakes") == "w[she] w[made] w[cakes]");
  CHECK(tokens("she Made It Clear") == "w[she] V[Made It Clear]");
}

TEST_CASE("an entry with capitals is found only as it is written") {
  CHECK(tokens("by ICE said") == "w[by] P[ICE] V[said]");
  CHECK(tokens("by ice said") == "w[by] w[ice] V[said]");
  CHECK(tokens("in New Harbor") == "w[in] P[New Harbor]");
  CHECK(tokens("a new harbor") == "w[a] w[new] w[harbor]");
}

TEST_CASE("clitics are tokens of their own") {
  CHECK(tokens("Holt's") == "N[Holt] s['s]");
  CHECK(tokens("Holt’s") == "N[Holt] s[’s]");
  CHECK(tokens("didn't") == "w[did] n[n't]");
  CHECK(tokens("O'Hara said") == "N[O'Hara] V[said]");
}

TEST_CASE("abbreviations and initials keep their full stop, other words do not") {
  CHECK(tokens("Sen. Holt said.") == "T[Sen.] N[Holt] V[said] .[.]");
  CHECK(tokens("by J. Holt") == "w[by] N[J.] N[Holt]");
  CHECK(tokens("the U.S. said") == "w[the] N[U.S.] V[said]");
}

TEST_CASE("numbers keep their currency, points and per cent") {
  CHECK(tokens("$1,200.50 or 7% or €3, said") == "#[$1,200.50] w[or] #[7%] w[or] #[€3] ,[,] V[said]");
}

TEST_CASE("a known word with a capital in mid-sentence is a name's, unless it keeps its symbol") {
  CHECK(tokens("Grant said") == "w[Grant] V[said]");
  CHECK(tokens("then Grant said") == "w[then] N[Grant] V[said]");
  CHECK(tokens("then Mayor Holt") == "w[then] T[Mayor] N[Holt]");
  Lexer::Casing headline;
  headline.names = false;
  CHECK(tokens("then Grant said", headline) == "w[then] w[Grant] V[said]");
  ByHash<bool> known(1);
  known.put(hash64("Grant"), true);
  Lexer::Casing article;
  article.known = &known;
  CHECK(tokens("Grant said", article) == "N[Grant] V[said]");
  headline.known = &known;
  CHECK(tokens("then Grant said", headline) == "w[then] N[Grant] V[said]");
}

TEST_CASE("names_in: words with a capital after a small letter or a comma") {
  const std::string text = "Baker met Grant and, Marsh-Holt. Then O left. See Ng’s.";
  const auto found = Lexer::names_in(text);
  CHECK(std::set<std::string>(found.begin(), found.end()) == std::set<std::string>{"Grant", "Marsh-Holt"});
}

TEST_CASE("an opaque stretch is one token, and what stands inside is not seen") {
  const std::string text = "“Holt said,” said Marsh";
  const std::vector<Lexer::Opaque> opaque{{{0, text.find(" said Marsh")}, 'Q'}};
  CHECK(shown(text, lexer().tokens(text, {0, text.size()}, opaque, {})) == "Q[“Holt said,”] V[said] N[Marsh]");
  // Nor is the stop after one an initial's.
  const std::string end = "said (D-Mont.).";
  CHECK(shown(end, lexer().tokens(end, {0, end.size()}, {{{5, 14}, 'Q'}}, {})) == "V[said] Q[(D-Mont.)] .[.]");
}

TEST_CASE("an entry has its tags and their values") {
  const Tag verb = lexer().tag("verb");
  REQUIRE(verb != 0);
  CHECK(lexer().value(lexer().entry("said"), verb) == "say:past");
  CHECK(lexer().has(lexer().entry("Says"), verb));
  CHECK_FALSE(lexer().has(lexer().entry("mayor"), verb));
  CHECK(lexer().entry("harbor") == 0);
  CHECK(lexer().tag("nothing") == 0);
}

TEST_CASE("signs and white space of any kind") {
  CHECK(tokens("") == "");
  CHECK(tokens(" \t\n") == "");
  CHECK(tokens("the\u00A0mayor -- said...") == "w[the] T[mayor] w[--] V[said] w[...]");
}

TEST_CASE("a letter read in the wrong encoding ends no word") {
  CHECK(tokens("by TovÃ¡rek said") == "w[by] N[TovÃ¡rek] V[said]");
  CHECK(tokens("by TovÃ³, said") == "w[by] N[TovÃ³] ,[,] V[said]");
  CHECK(tokens("by TovA\u0303\u0083rek said") == "w[by] N[TovA\u0303\u0083rek] V[said]");
  CHECK(tokens("the mayor¡").find("mayor¡") == std::string::npos);
}
