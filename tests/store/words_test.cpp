// Words: cutting and folding, and the queries made of them.
#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>

#include "store/ask.h"
#include "store/columns.h"
#include "store/words.h"

using namespace onrecord;

TEST_CASE("words are folded to lower case without diacritics") {
  SQLite::Database db(":memory:");
  const Words words(db);
  CHECK(words.spaced("Ján O’Neill, U.S.") == " jan  o  neill  u  s ");
  CHECK(words.spaced("ŁUKASZ Ærø Weiß") == " lukasz  aero  weiss ");
  CHECK(words.spaced("ДМИТРИЙ Πέτροσ") == " дмитрий  πέτροσ ");
  CHECK(words.spaced("e\xCC\x81t\xC3\xA9 2016") == " ete  2016 ");  // a combining accent, a composed one
  CHECK(words.spaced(" – “ ” ").empty());
  CHECK(words.of("").empty());
}

TEST_CASE("a query asks for words and phrases, never in FTS5's own language") {
  SQLite::Database db(":memory:");
  const Words words(db);
  CHECK(words_query("content", "fuel\ttax\n", words) == "content : (\"fuel\" AND \"tax\")");
  CHECK(words_query("{content title}", "\"Fuel Tax\" cease-fire", words) ==
        "{content title} : (\"fuel tax\" AND \"cease fire\")");
  CHECK(words_query("content", "NEAR(a b) OR c*", words) == "content : (\"near a\" AND \"b\" AND \"or\" AND \"c\")");
  CHECK(words_query("content", " - \"", words).empty());
  CHECK(words_query("content", "fuel tax", words, {{"tax", {"duty", "carbon-levy"}}}) ==
        "content : (\"fuel\" AND (\"tax\" OR \"duty\" OR \"carbon-levy\"))");
}

TEST_CASE("ranges are kept as JSON") {
  const std::vector<Range> ranges{{0, 12}, {40, 1234567}};
  CHECK(ranges_text(ranges) == "[[0,12],[40,1234567]]");
  CHECK(ranges_of(ranges_text(ranges)) == ranges);
  CHECK(ranges_text({}) == "[]");
  CHECK(ranges_of("[]").empty());
}
