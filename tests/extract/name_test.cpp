#include "extract/name.h"

#include <catch2/catch.hpp>

#include "marked_sentence.h"

using namespace onrecord;

namespace {

const Names& names() {
  static const Names all(english());
  return all;
}

bool same(const char* a, const char* b) { return names().same(names().parse(a), names().parse(b)); }
ShortForm short_form(const char* part, const char* full) {
  return names().short_form(names().parse(part), names().parse(full));
}

}  // namespace

TEST_CASE("a name is folded words and a suffix") {
  CHECK(names().parse("José A. Díaz-Ruiz Jr.").words == std::vector<std::string>{"jose", "a", "diaz-ruiz"});
  CHECK(names().parse("José A. Díaz-Ruiz, Jr.").suffix == "jr");
  CHECK(names().parse("Robert “Bobby” Marlow").words == std::vector<std::string>{"robert", "marlow"});
  CHECK(names().parse("Ursula von der Hagen").words == std::vector<std::string>{"ursula", "von der hagen"});
  CHECK(names().parse("Al Marlow").words == std::vector<std::string>{"al", "marlow"});
  CHECK(names().parse("").words.empty());
  CHECK(fold_name("Łukasz") == "lukasz");
  CHECK(fold_name("O’Neill") == "o'neill");
  CHECK(fold_name("Иван") == "Иван");
}

TEST_CASE("two full names are one person's or not") {
  CHECK(same("Bob Marlow", "Robert J. Marlow"));
  CHECK(same("R. Marlow", "Robert Marlow"));
  CHECK(same("Tim Marlow", "Timothy Marlow"));
  CHECK_FALSE(same("Anna Marlow", "Robert Marlow"));
  CHECK_FALSE(same("Robert Marlow Jr.", "Robert Marlow Sr."));
  CHECK_FALSE(same("Robert Marlow Jr.", "Robert Marlow"));
  CHECK_FALSE(same("Robert J. Marlow", "Robert Marlow III"));
  CHECK(same("Robert J. Marlow Jr.", "Bob Marlow"));
  CHECK(same("Ted Marlow", "Theodore Marlow"));
  CHECK(same("Ted Marlow", "Edward Marlow"));
  CHECK_FALSE(same("Robert J. Marlow", "Robert K. Marlow"));
  CHECK_FALSE(same("Marlow", "Robert Marlow"));
}

TEST_CASE("short forms") {
  CHECK(short_form("Marlow", "Robert Marlow") == ShortForm::surname);
  CHECK(short_form("Robert", "Robert Marlow") == ShortForm::given);
  CHECK(short_form("Lin Tan", "Mei San Lin Tan") == ShortForm::surname);
  CHECK(short_form("Hagen", "Ursula von der Hagen") == ShortForm::surname);
  CHECK(short_form("Von der Hagen", "Ursula von der Hagen") == ShortForm::surname);
  CHECK(short_form("Le Roux", "Marine Le Roux") == ShortForm::surname);
  CHECK(short_form("La Roux", "Marine Le Roux") == ShortForm::none);
  CHECK(short_form("Marlow Jr.", "Robert Marlow") == ShortForm::none);
  CHECK(short_form("R", "R Marlow") == ShortForm::none);
  CHECK(short_form("Li", "Li Meiyu") == ShortForm::given);
  CHECK(short_form("Li", "Anna Li Marlow") == ShortForm::none);
  CHECK(short_form("Robert Marlow", "Robert Marlow") == ShortForm::none);
}

TEST_CASE("a name of two words may stand in the other order") {
  const auto reversed = [](const char* a, const char* b) {
    return names().reversed(names().parse(a), names().parse(b));
  };
  CHECK(reversed("Lin Mei", "Mei Lin"));
  CHECK(reversed("Tariq Hasani", "Hasany Tariq"));
  CHECK_FALSE(reversed("Lin Mei", "Lin Mei"));
  CHECK_FALSE(reversed("Lin Mei", "Mei Li"));
  CHECK_FALSE(reversed("Karl Weber", "Weber"));
  CHECK_FALSE(reversed("Karl Otto Weber", "Weber Karl"));
}
