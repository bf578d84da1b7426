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

TEST_CASE("the subject and the object of one verb are two people") {
  const std::string holt = "Voters elected Anna Holt, a victory for Gov. Karl Weber. It rained. It rained. It rained. ";
  CHECK(last(holt + "Holt had many behind her. She rose in Weber’s years. {source:The governor} {cue:named} her "
                    "{content:so}.") == "person: Karl Weber [Gov.]");
  CHECK(last("Karl Holt came. {source:The senator} {cue:told} him {content:so}.") == "unnamed: senator");
  CHECK(last("Anna Holt came. {source:The senator} {cue:told} her {content:so}.") == "unnamed: senator");
  CHECK(last("Anna Holt came. {source:The senator} {cue:told} herself {content:so}.").rfind("person: Anna Holt", 0) ==
        0);
}
