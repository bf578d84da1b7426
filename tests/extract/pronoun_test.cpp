// Whom he, she, they and it mean.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("a pronoun is the last person of its gender outside what is said, owners aside") {
  CHECK(last("Anna Holt met Karl Weber. {source:She} said {content:no}.") == "person: Anna Holt");
  CHECK(last("Anna Holt met Karl Weber. {source:He} said {content:no}.") == "person: Karl Weber");
  CHECK(last("{source:Karl Weber} said {content:Peter Marlow had lied}. {source:He} said {content:no}.") ==
        "person: Karl Weber");
  CHECK(last("Karl Weber met Peter Marlow’s lawyers. {source:He} said {content:no}.") == "person: Karl Weber");
  CHECK(last("Karl Weber came. The Marlow campaign left. {source:He} said {content:no}.") == "person: Karl Weber");
  CHECK(last("Karl Weber praised Peter Marlow. {source:He} said {content:no}.") == "person: Karl Weber");
  CHECK(last("{source:She} said {content:no}.") == "person: ");
}

TEST_CASE("a pronoun is nobody whom his own quotation names") {
  CHECK(last("{source:Paul Weber} said {content:yes}. John Holt is able. {source:He} said, {content:“Holt is our "
             "best.”}") == "person: Paul Weber");
  CHECK(last("{source:Paul Weber} said {content:yes}. John Holt left. {source:He} said, {content:“Anna Holt is our "
             "best.”}") == "person: John Holt");
  CHECK(last("John Holt left. {source:He} said, {content:“Holt Tower is our best.”}") == "person: John Holt");
}

TEST_CASE("a pronoun is not the dead, nor who asked, but who was asked") {
  CHECK(last("{source:Paul Weber} said {content:yes}. Then John Holt died. {source:He} said {content:so}.") ==
        "person: Paul Weber");
  CHECK(last("Asked whom {source:she} backs, Anna Holt smiled.", "Greta Weber") == "person: Anna Holt");
  CHECK(last("Paul Weber left. Then Mokar left. {source:He} said {content:so}.") == "person: Mokar");
  CHECK(last("It echoed the tone of Paul Weber, {source:who} says {content:no}.") == "person: Paul Weber");
  CHECK(last("Greta Berg, 29, of Mokar, spoke. Anna Holt, 29, of Mokar, left her house. {source:She} said "
             "{content:so}.") == "person: Anna Holt");
  CHECK(last("Paul Weber left. It rained. It rained. In Holt’s plan {source:he} says {content:so}. John Holt came.") ==
        "person: John Holt");
}

TEST_CASE("she who was not named is the one before, not a name further back") {
  CHECK(last("Anna Holt came on Friday. {source:A spokeswoman} said {content:no}. {source:She} said {content:so}.") ==
        "unnamed: spokeswoman");
  CHECK(last("{source:A spokesman} said {content:no}. Anna Holt came. {source:She} said {content:so}.") ==
        "person: Anna Holt");
  CHECK(
      last("{source:Karl Orlov} said {content:“We met Anna Holt.”} Mary Weber left. {source:She} said {content:so}.") ==
      "person: Mary Weber");
}

TEST_CASE("they are those whom the sentence before is about") {
  CHECK(last("Anna Holt, the mayor, and Karl Weber wrote to the city’s leaders. {source:They} said {content:no}.") ==
        "person: Anna Holt [mayor]");
  CHECK(last("Two senators wrote to the city’s leaders. {source:They} said {content:no}.") == "group: Two senators");
}

TEST_CASE("a pronoun is not whom an apposition tells of") {
  CHECK(last("“It is over,” said Karl Weber, an adviser to Peter Holt. But {source:he} said {content:no}.")
            .rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("her who is met tells nothing of who met her") {
  CHECK(last("President Holt backed her up on Monday. {source:He} said {content:no}.").rfind("person: Holt", 0) == 0);
}

TEST_CASE("a sentence that begins with a pronoun goes on about him") {
  CHECK(last("Karl Weber left. He served with Paul Holt. {source:He} said {content:so}.") == "person: Karl Weber");
  CHECK(last("Karl Weber left. He served with Paul Holt, as {source:he} said {content:so}.") == "person: Karl Weber");
  CHECK(last("When Paul Holt had spoken, Karl Weber differed. {source:He} said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("a pronoun is not who is told of in its own clause") {
  CHECK(last("Karl Weber came. He attacked Paul Holt, whom {source:he} called {content:weak}.") ==
        "person: Karl Weber");
  CHECK(last("Karl Weber came. John Holt left. {source:He} praised {content:Holt for that}.") == "person: Karl Weber");
  CHECK(last("Karl Weber came. John Holt left. Though {source:he} hoped {content:Holt would stay}.") ==
        "person: John Holt");
  CHECK(last("John Holt asked Karl Weber whether it was over. {source:He} said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("he is the subject of the sentence before, though more is told of him between commas") {
  CHECK(last("Paul Holt spoke. Zhirek Khalvi, a teacher, backs Paul Holt. {source:He} said {content:so}.") ==
        "person: Zhirek Khalvi [teacher]");
  CHECK(last("Paul Holt spoke. Kelly Weber (left) backs Paul Holt. {source:He} said {content:so}.") ==
        "person: Kelly Weber");
  CHECK(last("Anna Holt met with Mokar. Mokar, {source:she} said {content:so}, would.") == "person: Anna Holt");
  CHECK(last("President Khalvi left. A teacher came. They follow the lead of Anna Holt of Westmark. {source:She} said "
             "{content:so}.") == "person: Anna Holt");
}

TEST_CASE("who they are that the same sentence counts or tells of") {
  CHECK(last("It lost voters, who marched against Anna Holt and {source:who} say {content:so}.") == "group: voters");
  CHECK(last("Half back Anna Holt, and another 12 percent {source:who} say {content:so}.") ==
        "group: another 12 percent");
  CHECK(last("They replaced others {source:who} said {content:so}.") == "group: others");
}

TEST_CASE("it and which are what stands near, or nobody") {
  CHECK(last("The Labor Department met. {source:It} said {content:so}.") == "organization: Labor Department");
  CHECK(last("{source:The lawsuit} alleges {content:that the Labor Department lied}. {source:It} said {content:so}.") ==
        "organization: lawsuit");
  CHECK(last("The Labor Department met. {source:It} is hard to see {content:so}.") == "unknown: ");
  CHECK(last("The Labor Department met. Rain fell. Rain fell. Rain fell. {source:It} said {content:so}.") ==
        "organization: ");
  CHECK(last("The Labor Department lost the vote, {source:which} showed {content:so}.") == "unknown: ");
  CHECK(last("The Labor Department, the tallest tower, {source:which} said {content:so}, met.") ==
        "organization: Labor Department");
  CHECK(last("They met the Labor Department. Rain fell. Rain fell. Rain fell. {source:The memo} said {content:so}.") ==
        "organization: memo");
}

TEST_CASE("a pronoun is one without a name who stands nearer than anybody by name") {
  const std::string far = "Anna Holt came. It rained. It rained. It rained. ";
  CHECK(last(far + "Paul Weber lost his older sister. {source:She} said {content:so}.") == "unnamed: his older sister");
  CHECK(last(far + "Then a voter got up. {source:She} said {content:so}.") == "unnamed: voter");
  CHECK(last(far + "It spoke of the woman. {source:She} said {content:so}.") == "person: Anna Holt");
  CHECK(last("Anna Holt came. Then a voter got up. {source:She} said {content:so}.") == "person: Anna Holt");
}

TEST_CASE("he is nobody to whom he speaks, and the one whose something it is") {
  CHECK(last("Karl Weber met Paul Holt. {source:Holt} left, {content:so}. {source:Weber} came, {content:so}. "
             "{source:He} {cue:told} Weber {content:“no.”}") != "person: Karl Weber");
  CHECK(last("Paul Holt spoke. {source:He} said {content:so}. There is doubt about Karl Weber’s view since {source:he} "
             "said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("whose support it is goes on as he, and they as they") {
  CHECK(last("The nominee Karl Weber came. Paul Holt spoke. {source:Holt} said {content:yes}. The nominee’s support "
             "for it "
             "is new. It rained, while {source:he} said {content:so}.")
            .rfind("person", 0) == 0);
  CHECK(last("{source:Paul Holt} said {content:yes}. It rained. Now the nominee’s support for it is new. While "
             "{source:he} "
             "said {content:so}, it rained. The nominee Karl Weber came.")
            .rfind("person: Karl Weber", 0) == 0);
  CHECK(last("In a study they wrote with Anna Holt and Karl Weber, {source:they} say {content:so}.") == "group: ");
}

TEST_CASE("who is the nearest before it that can be a person, without a name as well") {
  CHECK(last("Anna Holt refused the support of a retired aide {source:who} said {content:no}.") ==
        "unnamed: retired aide");
  CHECK(last("Anna Holt refused the support of a retired general {source:who} said {content:no}.") ==
        "unnamed: retired general");
  CHECK(last("Anna Holt refused the plan of an aide, {source:who} said {content:no}.") == "unnamed: aide");
  CHECK(last("Anna Holt met the general {source:who} said {content:no}.") == "unnamed: general");
  CHECK(last("Anna Holt met with a firebrand {source:who} said {content:no}.") == "unnamed: firebrand");
  CHECK(last("Anna Holt is a firebrand {source:who} said {content:no}.") == "person: Anna Holt");
  CHECK(last("Anna Holt, a local firebrand {source:who} said {content:no}, left.") == "person: Anna Holt");
  CHECK(last("Anna Holt met a crowd {source:who} said {content:no}.") == "group: crowd");
  CHECK(last("Anna Holt met a young population {source:who} said {content:no}.") == "group: young population");
}

TEST_CASE("a pronoun in a clause that opens the sentence is the subject of the main clause") {
  const std::string before = "Paul Orlov and John Holt came. Aides said that Mr. Holt feared for Mr. Orlov. ";
  CHECK(last(before + "While {source:he} refused {content:to help}, Mr. Holt called it right.") == "person: John Holt");
  CHECK(last(before + "Even as {source:he} refused {content:to help}, Mr. Holt called it right.") ==
        "person: John Holt");
  CHECK(last(before + "But while {source:he} refused {content:to help his friend}, Mr. Holt called it right.") ==
        "person: John Holt");
  CHECK(last("{source:Paul Orlov} said {content:it is over}.\nEven as {source:he} accused {content:the city of fraud}, "
             "John Holt left.") == "person: John Holt");
  CHECK(last(before + "Although {source:he} refused {content:to help}, Anna Weber called it right.") !=
        "person: Anna Weber");
  CHECK(last(before + "While {source:he} refused {content:to help}, Mr. Weber said he was right.") != "person: Weber");
  CHECK(last("Karl Weber left. When {source:he} refused {content:to help}, Mr. Holt called it right.") ==
        "person: Karl Weber");
  CHECK(last("Anna Weber met Karl Orlov. When {source:he} refused {content:to help}, Mr. Holt called it right.") ==
        "person: Holt");
}

TEST_CASE("the writer’s own questions leave the word to who spoke last") {
  const std::string weber =
      "Karl Weber met Paul Orlov. {source:Weber} said {content:it is over}. But what if Anna Holt wins?";
  CHECK(last(weber + " Would she name more judges than Orlov? {source:He} said, {content:“She might.”}") ==
        "person: Karl Weber");
  CHECK(last(weber + " Does Orlov agree? {source:He} said, {content:“She might.”}") == "person: Paul Orlov");
  CHECK(last(weber + " It was Orlov who lost. {source:He} said, {content:“She might.”}") != "person: Karl Weber");
}

TEST_CASE("a pronoun in what somebody is asked about is whom it was asked of") {
  CHECK(
      last("Karl Weber asked Paul Holt about remarks he had made on Monday, when {source:he} claimed {content:no}.") ==
      "person: Paul Holt");
  CHECK(last("{source:Karl Weber} asked Holt {content:about remarks} he had made on Monday, when {source:he} claimed "
             "{content:it was over}. John Holt left.") == "person: John Holt");
  CHECK(last("Karl Weber pressed Paul Holt on what {source:he} said {content:would follow}.") == "person: Paul Holt");
  CHECK(last("Karl Weber asked Anna Holt about remarks {source:he} said {content:would hurt}.") ==
        "person: Karl Weber");
}

TEST_CASE("the object of a preposition is not who speaks behind it") {
  CHECK(last("Anna Holt left. The clerks who wrote to {source:her} on Monday {cue:say} {content:it is over}.") ==
        "group: clerks");
  CHECK(last("While Anna Holt left, the groups who wrote to {source:her} on Monday {cue:say} {content:it is over}.") ==
        "group: groups");
  CHECK(last("While Anna Holt left, the groups {source:who} {cue:say} {content:it is over} came.") == "group: groups");
  CHECK(last("Anna Holt left. The sister who spoke with {source:her} on Monday {cue:says} {content:it is over}.") !=
        "person: Anna Holt");
}

TEST_CASE("a pronoun right behind one without a name tells of her") {
  CHECK(
      last("{source:Karl Weber} told Chris Holt {content:it is over}.\nHis aide seized the arm of a local reporter as "
           "{source:she} asked {content:for more}.") == "unnamed: local reporter");
  CHECK(last("Anna Holt seized the arm of a local reporter as {source:she} asked {content:for more}.") ==
        "person: Anna Holt");
}

TEST_CASE("who only heard what was said is no pronoun of a later paragraph, unless a name tells that it can be") {
  const std::string told = "{source:Karl Weber} told ";
  CHECK(last(told + "Chris Holt {content:it is over}.\nThe crowd left. Later {source:she} said {content:so}.") ==
        "person: ");
  CHECK(last(told + "Anna Holt {content:it is over}.\nThe crowd left. Later {source:she} said {content:so}.") ==
        "person: Anna Holt");
  CHECK(last(told + "Chris Holt {content:it is over}. Later {source:she} said {content:so}.") == "person: Chris Holt");
}
