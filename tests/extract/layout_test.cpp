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
