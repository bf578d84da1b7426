// What somebody is called to be: the words of a role, whose it is, where it ends.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("a role before a name is an office, not what the clause says before it") {
  CHECK(last("No matter what unilateral action {source:President Anna Holt} took, he said {content:no}.") ==
        "person: Anna Holt [President]");
  CHECK(last("{source:Former state Sen. Anna Holt} said {content:no}.") == "person: Anna Holt [Former state Sen.]");
  CHECK(last("Anna Holt came. The federal judge {source:Holt} was referring to said {content:no}.") ==
        "person: Anna Holt");
}

TEST_CASE("what is over, may be one day, or says nothing is no role, or no present one") {
  CHECK(last("{source:Anna Holt, who was the mayor of Westmark,} said {content:so}.") ==
        "person: Anna Holt [who was the mayor of Westmark]");
  CHECK(last("{source:Anna Holt, a historian who has written of it,} said {content:so}.") ==
        "person: Anna Holt [historian]");
  CHECK(last("{source:Anna Holt, a historian who led the museum,} said {content:so}.") ==
        "person: Anna Holt [historian who led the museum]");
  CHECK(last("It began while Anna Holt was the mayor of Westmark. {source:Holt} said {content:so}.") ==
        "person: Anna Holt");
  CHECK(last("{source:Anna Holt, the next mayor of Westmark,} said {content:so}.") == "person: Anna Holt");
  CHECK(last("Anna Holt left. So would {source:a President Holt} say {content:so}.") == "person: Anna Holt");
  CHECK(last("Anna Holt left. Enter President Holt. {source:Holt} said {content:so}.") == "person: Anna Holt");
  CHECK(last("Then {source:Gov. Anna Holt, a Westmark fan,} said {content:so}.") == "person: Anna Holt [Gov.]");
  CHECK(last("{source:Gov. Anna Holt, his rival,} said {content:so}.") == "person: Anna Holt [Gov.]");
  CHECK(last("{source:Former rival Ohio Gov. Paul Weber} said {content:so}.") == "person: Paul Weber [Ohio Gov.]");
  CHECK(last("{source:Former Westmark Energy chief and candidate Anna Holt} said {content:so}.") ==
        "person: Anna Holt [Former Westmark Energy chief]");
  CHECK(last("It told of {source:Anna Holt, whose plain, outsider ways} said {content:so}.") == "person: Anna Holt");
  CHECK(last("Emerging from an hour with Anna Holt, {source:the prime minister} “looked ashen.” {source:Holt} said "
             "{content:so}.") == "person: Anna Holt");
  CHECK(last("Names from the party’s past denouncing Republican nominee Paul Weber left. {source:Weber} said "
             "{content:so}.") == "person: Paul Weber [Republican nominee]");
  CHECK(last("President Paul Weber left. {source:The former president} said {content:so}.") ==
        "person: Paul Weber [former president]");
}

TEST_CASE("who is the one whose role names somebody else") {
  CHECK(last("Anna Holt, an adviser to Karl Weber, {source:who} says {content:so}.") ==
        "person: Anna Holt [adviser to Karl Weber]");
  CHECK(last("The adviser Anna Holt left. {source:A longtime adviser to both Webers} said {content:so}.") ==
        "unnamed: longtime adviser to both Webers");
  CHECK(last("{source:Anna Holt, a secretary of labor during the Holt administration,} said {content:so}.") ==
        "person: Anna Holt [secretary of labor during the Holt administration]");
}

TEST_CASE("whose chief is meant") {
  const std::string two = "Anna Holt, the chief of Tarvo, met Karl Weber, the chief of Mokar. ";
  CHECK(last(two + "It rained. It rained. {source:Mokar’s chief} said {content:so}.") ==
        "person: Karl Weber [chief of Mokar]");
  CHECK(last(two + "It rained. It rained. {source:Tarvo’s chief} said {content:so}.") ==
        "person: Anna Holt [chief of Tarvo]");
}

TEST_CASE("what two are each of them is") {
  const std::string both = "{source:Anna Holt} and {source:Karl Weber}, teachers at the school, said {content:so}.";
  CHECK(speakers(both) == std::vector<std::string>{"person: Anna Holt [teacher at the school]",
                                                   "person: Karl Weber [teacher at the school]"});
  CHECK(speakers("{source:Sens. Anna Holt (D-Mont.)} and {source:Karl Weber (R-Ohio)} said {content:so}.") ==
        std::vector<std::string>{"person: Anna Holt [Sen. (D-Mont.)]", "person: Karl Weber [Sen. (R-Ohio)]"});
  CHECK(last("Against Anna Holt and Karl Weber, {source:critics} say {content:so}.") == "group: critics");
  CHECK(last("{source:State Rep. Anna Holt} said {content:so}.") == "person: Anna Holt [State Rep.]");
}

TEST_CASE("a role is of its own person, and whole") {
  CHECK(last("{source:Filmmaker and author Anna Holt} said {content:no}.") == "person: Anna Holt [Filmmaker]");
  CHECK(last("So said {source:Anna Holt (D-Mont.)}.") == "person: Anna Holt [(D-Mont.)]");
  CHECK(last("Karl Weber was the best friend {source:Anna Holt} always hoped for, she said {content:no}.") ==
        "person: Anna Holt");
  CHECK(last("After talks with Karl Weber, the minister said yes. {source:Weber} said {content:no}.") ==
        "person: Karl Weber");
  CHECK(last("Two Westmark teachers, {source:Anna Holt} and Karl Weber, said {content:no}.") ==
        "person: Anna Holt [Westmark teacher]");
  CHECK(last("Her running mate - Mayor {source:Karl Weber} - said {content:no}.").rfind("person: Karl Weber", 0) == 0);
  CHECK(last("She beat her rival, {source:Anna Holt}, who said {content:no}.") == "person: Anna Holt [her rival]");
  CHECK(last("They met a pollster for Orlov and his running mate, Karl Weber. {source:Weber} said {content:no}.") ==
        "person: Karl Weber [running mate]");
  CHECK(last("Maybe Anna Holt is the next mayor. {source:Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("He would counsel Holt to wait. {source:Anna Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("She accused Mayor Karl Weber of fraud. {source:Weber} said {content:no}.") ==
        "person: Karl Weber [Mayor]");
}

TEST_CASE("what an owner’s is, is no role of his") {
  CHECK(last("{source:Germany’s Anna Holt} said {content:so}.") == "person: Anna Holt");
  CHECK(last("{source:The County Coroner’s Office} said {content:so}.").rfind("person", 0) != 0);
  CHECK(last("{source:The Anna Holt Foundation} said {content:so}.").rfind("person", 0) != 0);
  CHECK(last("{source:J.M. Khalvi} left. Karl Weber and Khalvi met. {source:Khalvi} said {content:so}.") ==
        "person: J.M. Khalvi");
}

TEST_CASE("a role is of one, and has its whole name") {
  CHECK(last("{source:One voter, Anna Holt,} said {content:so}.") == "person: Anna Holt [voter]");
  CHECK(last("{source:Anna Holt, director of Westmark Teachers United,} said {content:so}.") ==
        "person: Anna Holt [director of Westmark Teachers United]");
  CHECK(last("{source:Popular liberal and corporate speaker Anna Holt} said {content:so}.")
            .rfind("person: Anna Holt", 0) == 0);
}

TEST_CASE("the name behind an office with all its words is whoever holds it") {
  CHECK(last("{source:Minister of Labor Jana Berg} said {content:so}.") == "person: Jana Berg [Minister of Labor]");
  CHECK(last("{source:Majority Leader of the House Jana Berg} said {content:so}.") ==
        "person: Jana Berg [Majority Leader of the House]");
  CHECK(last("{source:Speaker of the House Rep. Karl Holt} said {content:so}.").starts_with("person: Karl Holt ["));
  CHECK_FALSE(last("{source:Secretary of Minister Jana Berg} said {content:so}.").starts_with("person: Jana Berg"));
}

TEST_CASE("what somebody is now, and his own") {
  CHECK(last("{source:Anna Holt, a former aide to the mayor,} is now vice president of the union, and said "
             "{content:so}.") == "person: Anna Holt [vice president of the union]");
  CHECK(last("{source:His top aide, Anna Holt,} said {content:so}.") == "person: Anna Holt [top aide]");
}

TEST_CASE("a role that would be printed") {
  CHECK(last("{source:Rival Anna Holt} said {content:so}.") == "person: Anna Holt");
  CHECK(last("{source:Presidential campaign rival Anna Holt (R-Fla.)} said {content:so}.") ==
        "person: Anna Holt [(R-Fla.)]");
  CHECK(last("It was before Anna Holt became the secretary of state. {source:Holt} said {content:so}.") ==
        "person: Anna Holt");
  CHECK(last("{source:Former Westmark mayor and party chairman Anna Holt} said {content:so}.") ==
        "person: Anna Holt [former party chairman]");
  CHECK(last("{source:Anna Holt, now a paid adviser to the mayor,} said {content:so}.") ==
        "person: Anna Holt [paid adviser to the mayor]");
  CHECK(last("The town backs {source:its governor, Anna Holt,} who said {content:so}.") ==
        "person: Anna Holt [governor]");
}

TEST_CASE("what the writer thinks of somebody is no part of a role") {
  CHECK(last("{source:Outspoken Westmark Mayor Anna Holt} said {content:so}.") == "person: Anna Holt [Westmark Mayor]");
  CHECK(last("{source:Anna Holt, a take-no-prisoners-at-all governor of Westmark,} said {content:so}.") ==
        "person: Anna Holt [governor of Westmark]");
  CHECK(last("{source:Anna Holt, an outspoken  mayor of Westmark,} said {content:so}.") ==
        "person: Anna Holt [mayor of Westmark]");
  CHECK(last("{source:Anna Holt, the most hawkish candidate on that side,} said {content:so}.") == "person: Anna Holt");
  CHECK(last("{source:Anna Holt, the most senior diplomat,} said {content:so}.") ==
        "person: Anna Holt [most senior diplomat]");
  CHECK(last("{source:One of his advisers, Anna Holt,} said {content:so}.") == "person: Anna Holt [adviser]");
  CHECK(last("{source:Anna Holt, a Weber supporter and a governor of Westmark,} said {content:so}.") !=
        "person: Anna Holt [Weber supporter]");
}

TEST_CASE("a role ends where it is cut off, and names a body as a whole") {
  CHECK(last("{source:Anna Holt, an analyst at the Center for Strategic and International Studies,} said "
             "{content:so}.") == "person: Anna Holt [analyst at the Center for Strategic and International Studies]");
  CHECK(
      last("{source:Anna Holt, the former mayor of Westmark who made her name fighting the mob,} said {content:so}.") ==
      "person: Anna Holt [former mayor of Westmark]");
}
