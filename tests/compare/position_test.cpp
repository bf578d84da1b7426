// What a statement claims, printed as a string: a word that is turned round has a minus before it.
#include <catch2/catch.hpp>

#include "compare/pair.h"
#include "compare/position.h"

using namespace onrecord;

namespace {

std::string turned(const std::string& text, const std::string& cue = "said") {
  static const Reader reader(builtin_grammar());
  const Position p = reader.read(said("Ines Keller", text, cue));
  std::string out;
  for (std::size_t i = 0; i < p.words.size(); ++i) {
    const Shown& at = p.words[i].at;
    if (at.where == Shown::Where::cue || p.words[i].light || p.words[i].stem == 0) continue;
    out += (out.empty() ? "" : " ") + std::string(p.sign[i] < 0 ? "-" : "") + std::string(slice(p.side.text, at.range));
  }
  return out;
}

int value(const std::string& text) {
  static const Reader reader(builtin_grammar());
  return reader.read(said("Ines Keller", text)).parts.front().value;
}

}  // namespace

TEST_CASE("a negation turns round what follows, up to the end of the clause") {
  CHECK(turned("the ship didn’t cross the line, the captain wrote") == "ship -cross -line captain wrote");
  CHECK(turned("the ship crossed the line") == "ship crossed line");
  CHECK(turned("they failed to repair pumps") == "failed -repair -pumps");
}

TEST_CASE("the stop behind an initial ends no clause") {
  CHECK(turned("she didn’t meet Karl W. Weber") == "-meet -Karl -W -Weber");
  CHECK(turned("she didn’t name option B. Weber left") == "-name -option -B Weber left");
}

TEST_CASE("a denial in the cue turns round all of the text") {
  CHECK(turned("the ship crossed, the captain wrote", "denied") == "-ship -crossed -captain -wrote");
  CHECK(turned("the ship did not cross", "denied") == "-ship cross");
}

TEST_CASE("what is said to be false is turned round to the left") {
  CHECK(turned("the letter from the palace is a hoax") == "-letter -palace hoax");
}

TEST_CASE("praise and blame are weighed as they are turned round") {
  CHECK(value("the plan is a success") == 1);
  CHECK(value("the plan is not a success") == -1);
  CHECK(value("the plan is reckless and harmful") == -2);
  CHECK(value("the United Nations met") == 0);
}

TEST_CASE("figures are read with what they count") {
  static const Reader reader(builtin_grammar());
  const Position p =
      reader.read(said("Ines Keller", "more than 4,200 dockers lost $1.5 million in 2021, the third time"));
  REQUIRE(p.figures.size() == 4);
  CHECK(p.figures[0].value == 4200);
  CHECK(p.figures[0].bound == Figure::Bound::least);
  CHECK_FALSE(p.figures[0].measure);
  CHECK(p.figures[1].value == 1.5e6);
  CHECK(p.figures[1].measure);
  CHECK(p.figures[2].year);
  CHECK(p.figures[3].ordinal);
}
