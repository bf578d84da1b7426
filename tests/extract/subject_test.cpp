// Whom a pronoun means by what stands as the subject before it: a description, one without a name, a pronoun.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("a pronoun is the member of a party who has just spoken, not whose doing he spoke of") {
  CHECK(
      last("Sen. Karl Weber has attacked President Paul Orlov. In a note, {source:the Ohio Republican} {cue:dismissed} "
           "{content:Orlov’s plan}. {source:He} {cue:said} {content:so}.")
          .rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("a pronoun is the one without a name who has just spoken for somebody") {
  const std::string he = " {cue:said} {content:yes}. {source:He} {cue:added} {content:so}.";
  CHECK(last("Karl Weber came. {source:A representative for Mr. Weber}" + he) ==
        "unnamed: representative for Mr. Weber");
  CHECK(last("Karl Weber came. {source:An aide to Weber}" + he) == "unnamed: aide to Weber");
  CHECK(last("Karl Weber came. {source:Weber’s lawyer}" + he) == "unnamed: Weber’s lawyer");
  CHECK(last("Karl Weber came. {source:An aide to Weber} {cue:said} {content:yes}. Weber left. {source:He} {cue:added} "
             "{content:so}.") == "person: Karl Weber");
}

TEST_CASE("a pronoun is whom the subject of its sentence means") {
  CHECK(last("Paul Holt came. Karl Weber bore it all. But as often as not he seemed to agree with Mr. Holt, going by "
             "how {source:he} {cue:said} {content:so}.") == "person: Karl Weber");
}

TEST_CASE("a clause behind a semicolon is about the subject of the one before") {
  CHECK(last("Paul Holt met Karl Weber; {source:he} {cue:said} {content:so}.") == "person: Paul Holt");
  CHECK(last("Paul Holt met Karl Weber, as {source:he} {cue:said} {content:so}.") == "person: Karl Weber");
}

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

TEST_CASE("a pronoun in a clause that tells more of somebody is he") {
  const std::string weber = "Karl Weber came. It was late for Mr. Weber. Weber’s words hurt ";
  CHECK(last(weber + "the former mayor, who spoke at the school where {source:he} {cue:learned} {content:so}.") ==
        "unnamed: former mayor");
  CHECK(last("Former Mayor Paul Holt came. " + weber +
             "the former mayor, who spoke at the school where {source:he} {cue:learned} {content:so}.")
            .rfind("person: Paul Holt", 0) == 0);
  CHECK(last("Karl Weber met with Paul Holt, who wept when {source:he} {cue:said} {content:so}.") ==
        "person: Paul Holt");
  CHECK(last("Karl Weber, who met with a mayor who wept, left when {source:he} {cue:said} {content:so}.") ==
        "person: Karl Weber");
  CHECK(last("Karl Weber met a mayor, who had said no, and left, as {source:he} {cue:said} {content:so}.") ==
        "person: Karl Weber");
}

TEST_CASE("of two of one surname the one whom a description meant a moment ago") {
  const std::string holts = "Karl Holt came with former Mayor Paul Holt. Karl Holt was late. Karl Holt left. ";
  CHECK(last(holts + "{source:The former mayor} {cue:told} a crowd {content:yes}. {source:Mr. Holt} also {cue:praised} "
                     "{content:his brother}.")
            .rfind("person: Paul Holt", 0) == 0);
  CHECK(last(holts + "{source:The former mayor} {cue:told} a crowd {content:yes}. Karl Holt rose. {source:Mr. Holt} "
                     "also {cue:praised} {content:it}.")
            .rfind("person: Karl Holt", 0) == 0);
}

TEST_CASE("what a thing is told to do hides no name") {
  CHECK(last("{source:Karl Weber} {cue:said} {content:yes}. After remarks {source:that} {cue:compared} {content:two "
             "views, "
             "Paul Holt left}. {source:He} {cue:said} {content:so}.") == "person: Paul Holt");
  CHECK(last("{source:Karl Weber} {cue:said} {content:yes}. The petition, {source:which} {cue:seemed} {content:to be "
             "aimed "
             "at Paul Holt, failed}. {source:The former mayor} {cue:said} {content:so}.") ==
        "person: Paul Holt [former mayor]");
}

TEST_CASE("a name behind all that is told of somebody tells who it is") {
  const std::string weber = "Karl Weber came. It rained. Mr. Weber left. ";
  const std::string said = " {cue:said} {content:yes}. {source:He} {cue:said} {content:so}.";
  CHECK(last(weber + "{source:One pastor backing Mr. Weber, Paul Holt of the Westmark Church in Ashton}," + said) ==
        "person: Paul Holt");
  CHECK(last(weber + "{source:One pastor backing Mr. Weber, Dravlys Orvath}," + said) == "person: Dravlys Orvath");
  CHECK(last("It rained. {source:A mayor who has not backed Karl Weber, Anna Holt of Ohio}, {cue:said} {content:so}.")
            .rfind("person: Anna Holt", 0) == 0);
}

TEST_CASE("who does something is meant rather than for whom he does it") {
  CHECK(last("Karl Weber came. Paul Holt came. It rained. Did {source:that} {cue:mean} {content:Paul Holt would vote "
             "for} Karl "
             "Weber? {source:He} {cue:said} {content:no}.") == "person: Paul Holt");
  CHECK(
      last("Karl Weber came. Paul Holt came. {source:Ivan Marsh} {cue:thinks} {content:Paul Holt would vote} for Karl "
           "Weber. {source:He} {cue:said} {content:no}.") == "person: Ivan Marsh");
}

TEST_CASE("he is the one with whose name the sentence before ends, where it is about nobody else") {
  CHECK(last("{source:Karl Weber} {cue:said} {content:yes}. It rained. It rained. It rained. It rained. It rained. All "
             "this "
             "is summed up in the very words of Paul Holt. {source:He} {cue:said} {content:so}.") ==
        "person: Paul Holt");
}
