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

TEST_CASE("names are one person's or two people's") {
  CHECK(last("José Díaz-Ruiz came. {source:Diaz-Ruiz} said {content:no}.") == "person: José Díaz-Ruiz");
  CHECK(last("Mary O’Neill came. {source:O'Neill} said {content:no}.") == "person: Mary O’Neill");
  CHECK(last("Bob Weber came. Robert J. Weber left. {source:Weber} said {content:no}.") == "person: Robert J. Weber");
  CHECK(last("Martin Weber Jr. came. Anna Weber came. {source:Anna Weber} said {content:no}.") == "person: Anna Weber");
  CHECK(last("Anna Weber and Karl Weber came. {source:Ms. Weber} said {content:no}.") == "person: Anna Weber");
  CHECK(last("Anna Weber and Karl Weber came. {source:Mr. Weber} said {content:no}.") == "person: Karl Weber");
  CHECK(last("Ursula von der Hagen came. {source:Von der Hagen} said {content:no}.") == "person: Ursula von der Hagen");
  CHECK(last("They met Anna Baker. {source:Baker} said {content:no}.") == "person: Anna Baker");
  CHECK(last("Ursula in ’t Hagen came. {source:In ’t Hagen} said {content:no}.") == "person: Ursula in ’t Hagen");
  CHECK(last("Ursula van der Berg came. {source:Mayor van der Berg} said {content:no}.") ==
        "person: Ursula van der Berg [Mayor]");
  CHECK(last("{source:Undersecretary for Public Affairs Anna Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("{source:Counsel to Mayor Anna Holt} said {content:no}.").rfind("person: Anna Holt", 0) != 0);
}

TEST_CASE("who a name means is settled over the whole article") {
  CHECK(last("Holt came. {source:Holt} said {content:no}.", "Anna Holt Denies It All Again Today") ==
        "person: Anna Holt");
  CHECK(last("Anna Holt came. {source:Holt} said {content:no}.", "Holt Quits As Mayor Of Westmark") ==
        "person: Anna Holt");
  CHECK(last("Lin Meiyu came. {source:Ms. Lin} said {content:no}.") == "person: Lin Meiyu");
  CHECK(last("Tyra Marchetti came. {source:Marcheti} said {content:no}.") == "person: Tyra Marchetti");
  CHECK(last("Robert C. “Bobby” Marlow came. {source:Marlow} said {content:no}.") ==
        "person: Robert C. “Bobby” Marlow");
  CHECK(last("Vikram Sood met Dean Sood. {source:Dean Sood} said {content:no}.") == "person: Vikram Sood");
  CHECK(last("Anna Holt came. {source:Holt’s forces} said {content:no}.") == "group: Holt’s forces");
  CHECK(last("Tariq Hasani came. Hasany Tariq was named. {source:Hasany Tariq} said {content:no}.") ==
        "person: Tariq Hasani");
  CHECK(last("{source:The Carolina Otters} said {content:no}.") == "organization: Carolina Otters");
  CHECK(last("{source:PollWatch} said {content:no}.") == "organization: PollWatch");
}

TEST_CASE("a name may hold a word that is another thing besides") {
  CHECK(last("Anna Song, a doctor, came. {source:Song} said {content:no}.") == "person: Anna Song [doctor]");
  CHECK(last("Anna Song wrote a song. {source:The song} said {content:no}.") != "person: Anna Song");
  CHECK(last("Anna London Holt came. {source:Holt} said {content:no}.") == "person: Anna London Holt");
  CHECK(last("{source:J. Dane Holt} said {content:no}.") == "person: J. Dane Holt");
  CHECK(last("{source:Former Marine Karl “Fox” Weber} said {content:no}.") ==
        "person: Karl “Fox” Weber [Former Marine]");
  CHECK(last("{source:Marine Weber} said {content:no}.") == "person: Marine Weber");
}

TEST_CASE("a bare surname is whom the article names more, though another has no first name") {
  const std::string holt = "Anna Holt came. Mrs. Holt left. Mrs. Holt spoke. She praised Mr. Holt. ";
  CHECK(last(holt + "{source:Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last(holt + "{source:Mr. Holt} said {content:no}.") == "person: Holt");
}

TEST_CASE("by what other name somebody is known") {
  CHECK(last("Karl Weber, also known as “Foxter,” came. {source:Foxter} said {content:no}.") == "person: Karl Weber");
  CHECK(last("Karl Weber, better known online as Foxter, came. {source:He} said {content:no}.", "Foxter Quits") ==
        "person: Karl Weber");
  CHECK(last("Karl Weber, nicknamed “the Bloodthirsty Foxter,” came. {source:Weber} said {content:no}.") ==
        "person: Karl Weber");
  CHECK(last("Karl Weber, known for his songs, came. {source:Foxter} said {content:no}.") == "organization: Foxter");
}

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

TEST_CASE("a source that begins with something else is about the name") {
  CHECK(last("Until {source:the election, Anna Holt, the mayor,} said {content:no}.") == "person: Anna Holt [mayor]");
  CHECK(last("In {source:a statement, Anna Holt, the mayor,} said {content:no}.") == "person: Anna Holt [mayor]");
  CHECK(last("Anna Holt, 59, of Ashton, {source:Md., who watched it,} said {content:no}.")
            .rfind("person: Anna Holt", 0) == 0);
}

TEST_CASE("a first name that stands only in a quotation completes the name") {
  CHECK(last("{source:Holt} said {content:no}. Somebody shouted: “Anna Holt must go!”") == "person: Anna Holt");
  CHECK(last("{source:Holt} said {content:no}. “Anna Holt!” and “Mary Holt!”, they shouted.") == "person: Holt");
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
}

TEST_CASE("a role before a name is an office, not what the clause says before it") {
  CHECK(last("No matter what unilateral action {source:President Anna Holt} took, he said {content:no}.") ==
        "person: Anna Holt [President]");
  CHECK(last("{source:Former state Sen. Anna Holt} said {content:no}.") == "person: Anna Holt [Former state Sen.]");
  CHECK(last("Anna Holt came. The federal judge {source:Holt} was referring to said {content:no}.") ==
        "person: Anna Holt");
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

TEST_CASE("a bare surname of several is who was just named, else who was named first") {
  CHECK(last("Anna Holt ran. Her father Karl Holt and her brother Peter Holt came. Karl Holt sang. The town is small. "
             "{source:Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("Anna Holt ran. The mills are old. Karl Holt came late. {source:Holt} said {content:no}.") ==
        "person: Karl Holt");
  CHECK(last("Karl Weber came on Friday. {source:The Westmark Advocate} said {content:no}.") ==
        "organization: Westmark Advocate");
}

TEST_CASE("names are of people, not of what they begin") {
  CHECK(last("Holt Energy grew. Anna Holt came. {source:Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("{source:Westmark-born Anna Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("{source:Marlow Energy} said {content:no}.") == "organization: Marlow Energy");
  CHECK(last("{source:Netizens} said {content:no}.") == "group: Netizens");
  CHECK(last("{source:Anna\u00A0Holt} said {content:no}.") == "person: Anna Holt");
  CHECK(last("{source:WESTMARK} (AP) - A report said {content:no}.").rfind("person", 0) != 0);
}

TEST_CASE("a pronoun is not whom an apposition tells of") {
  CHECK(last("“It is over,” said Karl Weber, an adviser to Peter Holt. But {source:he} said {content:no}.")
            .rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("her who is met tells nothing of who met her") {
  CHECK(last("President Holt backed her up on Monday. {source:He} said {content:no}.").rfind("person: Holt", 0) == 0);
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

TEST_CASE("a first name that is a place, a word before a name, a body with a role") {
  CHECK(last("{source:Actress London Mokar} said {content:so}.") == "person: London Mokar [Actress]");
  CHECK(last("It was {source:Year Anna Holt} who said {content:so}.") == "person: Anna Holt");
  CHECK(last("{source:Mokar Capital Management, an investor,} said {content:so}.").rfind("person", 0) != 0);
}

TEST_CASE("who is the one whose role names somebody else") {
  CHECK(last("Anna Holt, an adviser to Karl Weber, {source:who} says {content:so}.") ==
        "person: Anna Holt [adviser to Karl Weber]");
  CHECK(last("The adviser Anna Holt left. {source:A longtime adviser to both Webers} said {content:so}.") ==
        "unnamed: longtime adviser to both Webers");
  CHECK(last("{source:Anna Holt, a secretary of labor during the Holt administration,} said {content:so}.") ==
        "person: Anna Holt [secretary of labor during the Holt administration]");
}

TEST_CASE("a sentence that begins with a pronoun goes on about him") {
  CHECK(last("Karl Weber left. He served with Paul Holt. {source:He} said {content:so}.") == "person: Karl Weber");
  CHECK(last("Karl Weber left. He served with Paul Holt, as {source:he} said {content:so}.") == "person: Karl Weber");
  CHECK(last("When Paul Holt had spoken, Karl Weber differed. {source:He} said {content:so}.") == "person: Karl Weber");
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

TEST_CASE("a pronoun is not who is told of in its own clause") {
  CHECK(last("Karl Weber came. He attacked Paul Holt, whom {source:he} called {content:weak}.") ==
        "person: Karl Weber");
  CHECK(last("Karl Weber came. John Holt left. {source:He} praised {content:Holt for that}.") == "person: Karl Weber");
  CHECK(last("Karl Weber came. John Holt left. Though {source:he} hoped {content:Holt would stay}.") ==
        "person: John Holt");
  CHECK(last("John Holt asked Karl Weber whether it was over. {source:He} said {content:so}.") == "person: Karl Weber");
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

TEST_CASE("two of one surname") {
  CHECK(last("Paul and Anna Holt came. {source:Mr. Holt} said {content:no}.") == "person: Paul Holt");
  CHECK(last("Paul and Anna Holt came. {source:Ms. Holt} said {content:no}.") == "person: Anna Holt");
  // No given name that is known: "the Khalvis" tells that it is a couple.
  CHECK(last("The Khalvis came. Zhirek and Ghavela Khalvi spoke. {source:Mr. Khalvi} said {content:no}.") ==
        "person: Zhirek Khalvi");
  CHECK(last("Marlow and Anna Holt came. Karl Marlow left. {source:Marlow} said {content:no}.") ==
        "person: Karl Marlow");
  CHECK(last("Anna Bergmann came. {source:The Bergmanns} said {content:no}.") == "group: Bergmanns");
}

TEST_CASE("a year after who is not who speaks") {
  CHECK(last("They met Anna Holt, the mayor, who in {source:2010} said {content:no}.") == "person: Anna Holt [mayor]");
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

TEST_CASE("who is called by where he belongs") {
  CHECK(last("Karl Weber came. {source:The Texan} said {content:so}.") == "person: Karl Weber");
  CHECK(last("Karl Weber came. {source:The British} said {content:so}.").rfind("person", 0) != 0);
  CHECK(last("{source:Vermonter Anna Holt} said {content:so}.") == "person: Anna Holt");
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

TEST_CASE("who writes what is cited, and whom nobody means") {
  CHECK(last("In a letter, Anna Holt wrote:\n{source:I} think {content:so}.") == "person: Anna Holt");
  CHECK(last("In a letter, Anna Holt wrote much.\n{source:I} think {content:so}.") == "author: ");
  CHECK(last("Anna Holt came. {source:You} know {content:so}.") == "unknown: ");
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

TEST_CASE("a name has no verb in it") {
  CHECK(last("Zeb Marsh came. They cheered after Telling Zeb Marsh to go. {source:Marsh} said {content:so}.") ==
        "person: Zeb Marsh");
  CHECK(last("Karl Weber came. At 10:35PM Karl Weber Says he would go. {source:Weber} said {content:so}.") ==
        "person: Karl Weber");
  CHECK(last("{source:Anna Deans, the head of the union,} said {content:so}.") ==
        "person: Anna Deans [head of the union]");
  CHECK(last("Zoe Marsh came. {source:Zoe} Questioned {content:Why Union Leaders Got The Money}.") ==
        "person: Zoe Marsh");
  CHECK(last("Paul Weber came. Karl Holt’s been saying that Weber is weak. {source:He} said {content:so}.") ==
        "person: Karl Holt");
}

TEST_CASE("of two of one surname, who has just spoken by his full name") {
  CHECK(last("With his wife Anna Holt, {source:Paul Holt} said {content:yes}. {source:Holt} said {content:so}.") ==
        "person: Paul Holt");
  CHECK(last("With his wife Anna Holt, {source:Paul Holt} said {content:yes}. {source:Ms. Holt} said {content:so}.") ==
        "person: Anna Holt [his wife]");
  CHECK(last("Emmet Weber came. {source:Judge Weber} said {content:so}.") == "person: Emmet Weber");
}

TEST_CASE("a pronoun is one without a name who stands nearer than anybody by name") {
  const std::string far = "Anna Holt came. It rained. It rained. It rained. ";
  CHECK(last(far + "Paul Weber lost his older sister. {source:She} said {content:so}.") == "unnamed: his older sister");
  CHECK(last(far + "Then a voter got up. {source:She} said {content:so}.") == "unnamed: voter");
  CHECK(last(far + "It spoke of the woman. {source:She} said {content:so}.") == "person: Anna Holt");
  CHECK(last("Anna Holt came. Then a voter got up. {source:She} said {content:so}.") == "person: Anna Holt");
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

TEST_CASE("what somebody is now, and his own") {
  CHECK(last("{source:Anna Holt, a former aide to the mayor,} is now vice president of the union, and said "
             "{content:so}.") == "person: Anna Holt [vice president of the union]");
  CHECK(last("{source:His top aide, Anna Holt,} said {content:so}.") == "person: Anna Holt [top aide]");
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

TEST_CASE("he is nobody to whom he speaks, and the one whose something it is") {
  CHECK(last("Karl Weber met Paul Holt. {source:Holt} left, {content:so}. {source:Weber} came, {content:so}. "
             "{source:He} {cue:told} Weber {content:“no.”}") != "person: Karl Weber");
  CHECK(last("Paul Holt spoke. {source:He} said {content:so}. There is doubt about Karl Weber’s view since {source:he} "
             "said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("whom a source ends in, and what is only told of another") {
  CHECK(last("{source:Labor Department Vice President and Managing Editor Anna Holt} said {content:so}.")
            .rfind("person: Anna", 0) == 0);
  const std::string lede =
      "Paul Weber came. It rained. It rained. It rained. {source:The new Westmark anchor} said "
      "{content:so}. Anna Holt, another Westmark anchor, left.";
  CHECK(last(lede).rfind("person: Anna Holt", 0) != 0);
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

TEST_CASE("a name in a phrase, a company of a man’s name, an office behind a group") {
  CHECK(last("They cheered powerful AMOS President Zhirek Khalvi hugging Weber. {source:Khalvi} said {content:so}.")
            .rfind("person: Zhirek Khalvi", 0) == 0);
  CHECK(last("Michael Bloomberg left. Mr. Bloomberg spoke. {source:Bloomberg} says {content:so}.") ==
        "organization: Bloomberg");
  CHECK(last("{source:Westmark Republicans president Anna Holt} said {content:so}.").rfind("person: Anna Holt", 0) ==
        0);
  CHECK(last("It was {source:W. Bradford Khalvi} who said {content:so}.") == "person: W. Bradford Khalvi");
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

TEST_CASE("what has its own things is no human being, nor is what is a thing of somebody’s") {
  CHECK(last("Tarvik says its business has grown. {source:Tarvik} said {content:so}.") == "organization: Tarvik");
  CHECK(last("Tarvik says his business has grown. {source:Tarvik} said {content:so}.") == "person: Tarvik");
  CHECK(last("Anna Holt came. {source:Holt Cash} says {content:so}.").rfind("person", 0) != 0);
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

TEST_CASE("a day is nobody’s name") {
  CHECK(last("{source:A June poll} found {content:so}.") == "organization: June poll");
  CHECK(last("The mill was its theme on Friday. {source:A Friday editorial} said {content:so}.") ==
        "organization: Friday editorial");
}

TEST_CASE("a word of rank alone is no name, but where somebody is called so") {
  CHECK(last("{source:Judge} {cue:vows} {content:to stay}.\nDistrict Judge Anna Holt left.")
            .rfind("person: Anna Holt", 0) == 0);
  CHECK(last("{source:Justice} {cue:vows} {content:to stay}.\nIt rained.") == "unnamed: Justice");
  CHECK(last("Karl Judge came. {source:Judge} {cue:vows} {content:to stay}.") == "person: Karl Judge");
}
