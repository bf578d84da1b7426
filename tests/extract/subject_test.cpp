// Whom a pronoun means by what stands as the subject before it: a description, one without a name, a pronoun.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("whose fellows somebody is are a people") {
  CHECK(
      last("The runner Dravlys Orvath crossed his arms for his fellow Tarviks; {source:he} {cue:says} {content:so}.") ==
      "person: Dravlys Orvath");
  CHECK(last("The runner Dravlys Orvath, who won at the Tarviks when he came, left; {source:he} {cue:says} "
             "{content:so}.") == "person: Dravlys Orvath");
  CHECK(last("Anna Holt came with her fellow Tarviks. {source:Tarviks} {cue:said} {content:so}.") == "group: Tarviks");
}
