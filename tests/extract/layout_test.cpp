// Who is meant where the layout of a page tells: captions, sections.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("a pronoun is nobody who is named only below a picture") {
  const std::string weber = "{source:Karl Weber} said {content:yes}.\n\n";
  const std::string next = "\n\n“No,” {source:he} said. {content:So}.";
  CHECK(last(weber + "Anna Berg / Reuters.\n\nOfficer Paul Orlov holds up the gun of Karl Weber." + next) ==
        "person: Karl Weber");
  CHECK(last(weber + "Officer Paul Orlov holds up the gun. (Anna Berg/AP)" + next) == "person: Karl Weber");
  CHECK(last(weber + "Officer Paul Orlov held up the gun." + next).rfind("person: Paul Orlov", 0) == 0);
  CHECK(last(weber + "Paul Orlov left.\n\nAnna Berg / Reuters.\n\nPaul Orlov holds up the gun." + next) ==
        "person: Paul Orlov");
}

TEST_CASE("a description in an entry of a live report is whom the entry is about") {
  const std::string first =
      "8:10 p.m.\n\nRepublican candidate Karl Weber came.\n\n___\n\n9:15 p.m.\n\nPaul Holt, a "
      "Republican candidate, left.\n\n___\n\n";
  CHECK(last(first + "9:30 p.m.\n\nIvan Orlov went to a Mass for Judge Lena Berg.\n\n{source:The candidate} said "
                     "{content:so}.")
            .rfind("person: Ivan Orlov", 0) == 0);
  CHECK(last(first + "9:30 p.m.\n\nIvan Orlov met candidate Karl Weber.\n\n{source:The candidate} said {content:so}.")
            .rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("a description in a numbered part is whom its heading names") {
  const std::string parts =
      "1\nAnna Berg On Rain\n\nActress Anna Berg left.\n\n2\nStar Asked Why\n\nActress Lena Holt "
      "left.\n\n3\nKarl Weber On The Law\n\n";
  CHECK(last(parts + "In a talk with Mary Orlov about rain, {source:the actress} said {content:so}.")
            .rfind("person: Karl Weber", 0) != 0);
  CHECK(last(parts + "In a talk with Mary Orlov about rain, {source:the star} said {content:so}.")
            .rfind("person: Karl Weber", 0) == 0);
}
