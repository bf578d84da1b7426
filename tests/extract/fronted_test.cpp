// Who is named in a phrase that opens a sentence, and is not its subject.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("whoever interviews is not the candidate who answers") {
  const std::string weber = "Anna Weber ran for office. It rained. ";
  CHECK(last(weber + "In an interview with Karl Holt and Lena Orlov, {source:the candidate} said {content:so}.") ==
        "person: Anna Weber [candidate]");
  CHECK(last(weber + "In an interview with Karl Holt, Mary Berg and Lena Orlov, {source:the candidate} said "
                     "{content:so}.") == "person: Anna Weber [candidate]");
  CHECK(last(weber + "In a talk with Lena Orlov on Monday, {source:the candidate} said {content:so}.") ==
        "person: Anna Weber [candidate]");
  CHECK(last(weber + "Speaking to Lena Orlov, {source:the candidate} said {content:so}.") ==
        "person: Anna Weber [candidate]");
  CHECK(last(weber + "Speaking to Lena Orlov, {source:she} said {content:so}.") == "person: Anna Weber");
}
