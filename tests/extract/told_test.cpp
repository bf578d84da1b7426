// Whom a pronoun means of those whom the sentence before tells of.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("a pronoun goes on with whom a body tells of") {
  const std::string holt = "Paul Holt has called on the nation to act. {source:The government} {cue:declared} ";
  CHECK(last("Karl Weber came. " + holt + "{content:Weber was a leader of the plot}. {source:He} said {content:so}.") ==
        "person: Karl Weber [who was a leader of the plot]");
  CHECK(last("Karl Weber came. " + holt +
             "{content:Weber was a leader of the plot}. He was detained. {source:He} said "
             "{content:so}.") == "person: Karl Weber [who was a leader of the plot]");
  CHECK(last("Karl Weber came. {source:Paul Holt} {cue:declared} {content:Weber was a leader of the plot}. {source:He} "
             "said {content:so}.") == "person: Paul Holt");
}
