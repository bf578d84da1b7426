// Who is named in headlines, whose capitals hide what a name is.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("in a headline a word is a name that the text writes with a capital, and never small") {
  const std::string headline = "{source:Westmark’s Lena La Grant} {cue:Doubts} {content:Holt}";
  CHECK(last(headline + " And Praises Weber.\nOn Monday Lena La Grant spoke.").rfind("person: Lena La Grant", 0) == 0);
  CHECK(last("{source:Stations Heard From Anna Grant} {cue:To Air} {content:Weber}.\nThen Anna Grant spoke.") ==
        "person: Anna Grant");
}

TEST_CASE("a role with a capital is no name by itself") {
  CHECK(last("“Wide River” {source:Star} {cue:Asked} {content:Dancers To Stay}.\nNo star came.") == "unnamed: Star");
  CHECK(last("{source:Star} {cue:Asked} {content:Dancers To Stay}.\nIt rained.") == "person: Star");
  CHECK(last("“Wide River” star Star Holt spoke. Then {source:Star} {cue:asked} {content:why}.") ==
        "person: Star Holt [star]");
}

TEST_CASE("what a title is before in a label is nobody") {
  CHECK(last("{source:Delegate Review}{cue::} {content:The week in the race}.").rfind("person", 0) != 0);
  CHECK(last("{source:Delegate Price}{cue::} {content:We lost the race}.\nKarl Price spoke.") ==
        "person: Karl Price [Delegate]");
}
