// Who speaks: by name, by a description, a body, a document.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("a person is named by the fullest form, in the role as worded") {
  CHECK(last("{source:Mayor Anna Holt} said {content:no}.") == "person: Anna Holt [Mayor]");
  CHECK(last("Anna Holt came. {source:Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("Anna Holt came. {source:Ms. Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("{source:Foreign Ministry spokesman Ivan Orlov} said {content:no}.") ==
        "person: Ivan Orlov [Foreign Ministry spokesman]");
  CHECK(last("{source:Anna Holt, an adviser to the Labor Department,} said {content:no}.") ==
        "person: Anna Holt [adviser to the Labor Department]");
  CHECK(last("{source:The city’s chief planner, Anna Holt,} said {content:no}.") ==
        "person: Anna Holt [city’s chief planner]");
  CHECK(last("{source:Rep. Anna Holt (D-Mont.)} said {content:no}.") == "person: Anna Holt [Rep. (D-Mont.)]");
  CHECK(last("{source:Rep. Anna Holt, the top Democrat on the panel,} said {content:no}.") ==
        "person: Anna Holt [top Democrat on the panel]");
  CHECK(last("Anna Holt, who served as chief of staff, came. {source:Holt} said {content:no}.") ==
        "person: Anna Holt [who served as chief of staff]");
  CHECK(last("{source:Mr. Hallow} said {content:no}.") == "person: Hallow");
}

TEST_CASE("a source that begins with something else is about the name") {
  CHECK(last("Until {source:the election, Anna Holt, the mayor,} said {content:no}.") == "person: Anna Holt [mayor]");
  CHECK(last("In {source:a statement, Anna Holt, the mayor,} said {content:no}.") == "person: Anna Holt [mayor]");
  CHECK(last("Anna Holt, 59, of Ashton, {source:Md., who watched it,} said {content:no}.")
            .rfind("person: Anna Holt", 0) == 0);
}

TEST_CASE("a family is a group, and the one who writes has a byline") {
  CHECK(last("Anna Holt and Karl Holt came. {source:The Holts} said {content:no}.") == "group: Holts");
  CHECK(last("By Anna Holt\n{source:I} think {content:so}.") == "author: Anna Holt");
}

TEST_CASE("a description is the person who has the role, or who was just named") {
  CHECK(last("Senator Karl Weber of Ohio met Mayor Anna Holt. {source:The senator} said {content:no}.")
            .rfind("person: Karl Weber", 0) == 0);
  CHECK(last("Sen. Karl Weber met Mayor Anna Holt. {source:The mayor} said {content:no}.") ==
        "person: Anna Holt [Mayor]");
  CHECK(last("Vice President Karl Weber met President Anna Holt. {source:The president} said {content:no}.") ==
        "person: Anna Holt [President]");
  CHECK(last("President Anna Holt came. Her aides met World Bank President Jon Weber. {source:The president} said "
             "{content:no}.") == "person: Anna Holt [President]");
  CHECK(last("President Anna Holt came. Her aides met Norwegian President Jon Weber. {source:The president} said "
             "{content:no}.") == "person: Jon Weber [Norwegian President]");
  CHECK(last("Karl Weber came on Friday. {source:The Republican nominee} said {content:no}.") ==
        "person: Karl Weber [Republican nominee]");
  CHECK(
      speakers("{source:A former party chairman} says {content:no}.\nKarl Weber told a radio station that {source:he} "
               "{content:was sure}.") == std::vector<std::string>{"person: Karl Weber [former party chairman]",
                                                                  "person: Karl Weber [former party chairman]"});
  CHECK(last("Karl Weber came on Friday. {source:The moderator} said {content:no}.") == "unnamed: moderator");
  CHECK(last("Karl Weber came on Friday. {source:A spokesman} said {content:no}.") == "unnamed: spokesman");
  CHECK(last("Mayor Anna Holt came. {source:Her lawyer} said {content:no}.") == "unnamed: Her lawyer");
  CHECK(last("{source:A senior aide, who asked not to be named,} said {content:no}.") == "unnamed: senior aide");
}

TEST_CASE("a description is nobody whom its own sentence names beside it") {
  CHECK(last("Karl Weber came on Friday. Weber, after talks with {source:the Mexican president}, said {content:no}.") ==
        "unnamed: Mexican president");
  CHECK(last("Karl Weber came on Friday. {source:The attorney general} is suing Weber, {content:it says}.") ==
        "unnamed: attorney general");
  CHECK(last("Karl Weber came. Asked whether Weber would run, {source:the Ohio senator} said {content:no}.") ==
        "person: Karl Weber [Ohio senator]");
}

TEST_CASE("a description is nobody of another party, place or gender") {
  CHECK(
      last("Anna Holt spoke. Sen. Karl Weber came, too. {source:The independent Ohio senator and candidate for mayor} "
           "said {content:no}.")
          .rfind("person: Karl Weber", 0) == 0);
  CHECK(last("Karl Weber left. Telling Anna Holt, {source:she} said {content:no}.") == "person: Anna Holt");
  CHECK(last("Mary Weber came in May. {source:She} said {content:no}.") == "person: Mary Weber");
  CHECK(
      last("{source:WESTMARK, Aug 31 (Reuters) - Mayor Anna Holt} said {content:no}.").rfind("person: Anna Holt", 0) ==
      0);
  CHECK(last("Anna Holt worked with a client. {source:The client} said {content:no}.") == "unnamed: client");
  CHECK(last("Karl Weber, a Republican senator, came. {source:The Democratic senator} said {content:no}.") ==
        "unnamed: Democratic senator");
  CHECK(last("Karl Weber, an Ohio senator, came. {source:The Vermont senator} said {content:no}.") ==
        "unnamed: Vermont senator");
  CHECK(last("Anna Holt came on Friday. {source:The nominee} repeated {content:no} in his speech.") ==
        "unnamed: nominee");
  CHECK(last("Karl Weber came. {source:The organizer of a Weber rally} said {content:no}.") ==
        "unnamed: organizer of a Weber rally");
}

TEST_CASE("a description is nobody of another office or field") {
  CHECK(last("Prime Minister Anna Holt spoke. {source:The finance minister} said {content:so}.") ==
        "unnamed: finance minister");
  CHECK(last("Prime Minister Anna Holt spoke. {source:The prime minister} said {content:so}.") ==
        "person: Anna Holt [Prime Minister]");
  CHECK(last("Justice Minister Anna Holt spoke. Karl Weber left. {source:The justice minister} said {content:so}.") ==
        "person: Anna Holt [Justice Minister]");
  CHECK(last("Mayor Anna Holt spoke. {source:The governor} said {content:so}.") == "unnamed: governor");
  CHECK(last("Paul Weber left. {source:The Russian president} said {content:so}.") == "unnamed: Russian president");
  CHECK(last("President Paul Weber left. {source:The Russian leader} said {content:so}.") ==
        "person: Paul Weber [President]");
  CHECK(last("Paul Weber left. {source:The former president} said {content:so}.") == "unnamed: former president");
}

TEST_CASE("a description is the nearest who can be meant, not who asked, nor a passer-by") {
  CHECK(last("Sen. Anna Holt left. It rained. It rained. It rained. Sen. Karl Weber spoke. {source:The senator} said "
             "{content:so}.") == "person: Karl Weber [Sen.]");
  CHECK(last("Anna Holt left. {source:A designer} says {content:that}. {source:The designer} said {content:so}.") ==
        "unnamed: designer");
  CHECK(last("{source:Paul Weber, a retired teacher,} said {content:that}. {source:The former banker} added "
             "{content:so}.") == "person: Paul Weber [retired teacher]");
  CHECK(last("Paul Weber came. Then {source:the candidate could be there} said {content:so}.") ==
        "person: Paul Weber [candidate]");
}

TEST_CASE("a document is of whoever made it, told where it was brought in") {
  const std::string later = " It struck the Westmark Senate. {source:The report} says {content:so}.";
  CHECK(last("It cited a report by the Tax Union." + later) == "organization: Tax Union");
  CHECK(last("The Tax Union released a report." + later) == "organization: Tax Union");
  CHECK(last("It cited a Tax Union report." + later) == "organization: Tax Union");
}

TEST_CASE("who answers in an interview says I") {
  CHECK(last("Mayor Anna Holt spoke to us.\nQ: Will you?\nA: Yes. And {source:I} think {content:so}.") ==
        "person: Anna Holt [Mayor]");
  CHECK(last("Mayor Anna Holt spoke to us.\nQ: Will you, as {source:I} think {content:so}?") == "author: ");
}

TEST_CASE("a number that does something is no age") {
  CHECK(last("They say they back Anna Holt, {source:39} say they back {content:Karl Weber}.").rfind("group", 0) == 0);
}

TEST_CASE("a description is not who asked, but may be who had spoken") {
  CHECK(last("{source:Mokar’s Anna Holt} asked {content:Paul Weber to go on}. {source:The candidate} said "
             "{content:so}.") != "person: Anna Holt [Mokar]");
  CHECK(last("Paul Weber, a former clerk, came. Despite that speech about Greta Berg, {source:Weber} wrote "
             "{content:that}. "
             "{source:The speechwriter} said {content:so}.") == "person: Paul Weber [former clerk]");
}

TEST_CASE("who speaks when nobody does by name") {
  CHECK(last("{source:U.S. officials} said {content:no}.") == "group: U.S. officials");
  CHECK(last("{source:21 percent of voters} said {content:no}.") == "group: 21 percent of voters");
  CHECK(last("{source:Police} said {content:no}.") == "group: Police");
  CHECK(last("{source:I} think {content:so}.") == "author: ");
  CHECK(last("Two senators came. {source:They} said {content:no}.") == "group: Two senators");
  CHECK(last("{source:One of the lawyers, Anna Holt,} said {content:no}.") == "person: Anna Holt [One of the lawyers]");
}

TEST_CASE("bodies have their full names, documents their issuers") {
  CHECK(last("The Alliance to Mend Our Schools (AMOS) met. {source:AMOS} said {content:no}.") ==
        "organization: Alliance to Mend Our Schools");
  CHECK(last("The Labor Department met. {source:The agency} said {content:no}.") == "organization: Labor Department");
  CHECK(last("The Labor Department issued a report. {source:The report} said {content:no}.") ==
        "organization: Labor Department");
  CHECK(last("{source:A Labor Department memo} said {content:no}.") == "organization: Labor Department");
  CHECK(last("The Alliance to Mend Our Schools (AMOS) met. {source:The AMOS report} said {content:no}.") ==
        "organization: Alliance to Mend Our Schools");
  CHECK(last("{source:The Center for Fair Taxes} said {content:no}.") == "organization: Center for Fair Taxes");
  CHECK(last("{source:The Karl Weber campaign} said {content:no}.") == "organization: Karl Weber campaign");
  CHECK(last("{source:Those over 60} said {content:no}.") == "group: Those over 60");
  CHECK(last("{source:The Organization for Economic Cooperation and Development} said {content:no}.") ==
        "organization: Organization for Economic Cooperation and Development");
  CHECK(last("On Monday, {source:United States Citizenship and Immigration Services, the agency that oversees it,} "
             "said {content:no}.") == "organization: United States Citizenship and Immigration Services");
  CHECK(last("{source:Anna Holt, 59, of Ashford, Md.,} said {content:no}.") == "person: Anna Holt");
  CHECK(last("{source:The Hallow campaign} said {content:no}.") == "organization: Hallow campaign");
  CHECK(last("The Senate met. {source:The government in Westmark} said {content:no}.") ==
        "organization: government in Westmark");
  CHECK(last("The Westmark government met. {source:The government} said {content:no}.") ==
        "organization: Westmark government");
}

TEST_CASE("a quotation carried on has the speaker of its first") {
  MarkedSentence s("{source:Anna Holt} {cue:said} {content:no}.");
  std::vector<Quotation> quotations{s.quotation, s.quotation, s.quotation};
  quotations[1].source.reset();
  quotations[1].speaker_of = 0;
  quotations[2].source.reset();
  quotations[2].speaker_of = 1;
  const auto out = Resolver(english()).resolve(s.article, {s.sentence}, {s.clause}, quotations);
  REQUIRE(out.size() == 3);
  CHECK(out[1].name == "Anna Holt");
  CHECK(out[2].name == "Anna Holt");
  quotations[2].speaker_of.reset();
  CHECK(Resolver(english()).resolve(s.article, {s.sentence}, {s.clause}, quotations)[2].kind == SpeakerKind::unknown);
}

TEST_CASE("a year after who is not who speaks") {
  CHECK(last("They met Anna Holt, the mayor, who in {source:2010} said {content:no}.") == "person: Anna Holt [mayor]");
}

TEST_CASE("who is called by where he belongs") {
  CHECK(last("Karl Weber came. {source:The Texan} said {content:so}.") == "person: Karl Weber");
  CHECK(last("Karl Weber came. {source:The British} said {content:so}.").rfind("person", 0) != 0);
  CHECK(last("{source:Vermonter Anna Holt} said {content:so}.") == "person: Anna Holt");
}

TEST_CASE("who writes what is cited, and whom nobody means") {
  CHECK(last("In a letter, Anna Holt wrote:\n{source:I} think {content:so}.") == "person: Anna Holt");
  CHECK(last("In a letter, Anna Holt wrote much.\n{source:I} think {content:so}.") == "author: ");
  CHECK(last("Anna Holt came. {source:You} know {content:so}.") == "unknown: ");
}

TEST_CASE("a description by one word is nobody of long ago, nor whom a dash closes off") {
  std::string rain;
  for (int i = 0; i < 20; ++i) rain += "It rained. ";
  CHECK(last("Gov. Anna Holt came. " + rain + "{source:The governor} said {content:so}.") == "unnamed: governor");
  CHECK(last("President Anna Holt came. " + rain + "{source:The president} said {content:so}.") ==
        "person: Anna Holt [President]");
  CHECK(last("In the letter - sent to the attorney, Karl D. Weber - {source:the Westmark mayor} asks {content:so}.")
            .rfind("person", 0) != 0);
  CHECK(last("Karl Weber got in on the game. “No,” {source:the former president} said {content:so}.") ==
        "person: Karl Weber [former president]");
}

TEST_CASE("who made a document, and the short name of a paper") {
  CHECK(last("{source:A study by the Labor Department} found {content:so}.") == "organization: Labor Department");
  CHECK(
      last("The Labor Department said in a report that it rained. It rained. It rained. It rained. {source:The report} "
           "said {content:so}.") == "organization: report");
  CHECK(
      last("{source:The Labor Department} said in a report {content:that it rained}. It rained. It rained. It rained. "
           "{source:The report} said {content:so}.") == "organization: Labor Department");
  CHECK(last("Anna Holt’s report came. It rained. {source:The report} said {content:so}.") == "person: Anna Holt");
  CHECK(last("The Washington Post asked. {source:The Post} said {content:so}.") == "organization: Washington Post");
  CHECK(last("They run a start-up, Paradata, here. {source:Paradata} said {content:so}.") == "organization: Paradata");
}

TEST_CASE("whom a source ends in, and what is only told of another") {
  CHECK(last("{source:Labor Department Vice President and Managing Editor Anna Holt} said {content:so}.")
            .rfind("person: Anna", 0) == 0);
  const std::string lede =
      "Paul Weber came. It rained. It rained. It rained. {source:The new Westmark anchor} said "
      "{content:so}. Anna Holt, another Westmark anchor, left.";
  CHECK(last(lede).rfind("person: Anna Holt", 0) != 0);
}
