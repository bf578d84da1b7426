// Whom a pronoun or a description means, where several could be meant.
#include <catch2/catch.hpp>

#include "speakers.h"

using namespace onrecord;

TEST_CASE("a pronoun is whose something the sentence before tells of, where it names nobody else") {
  const std::string holt = "Karl Weber came. {source:Paul Holt} said {content:yes}. It rained. ";
  CHECK(last(holt + "Weber’s vow did not last long. Within minutes, {source:he} said {content:so}.") ==
        "person: Karl Weber");
  CHECK(last(holt + "There is much to say against Weber’s handling of the dam. His plan has failed, and {source:he} "
                    "said {content:so}.") == "person: Karl Weber");
  CHECK(last("Karl Weber came. {source:Paul Holt} said {content:yes}. Weber’s beef was with a host of the show, who "
             "{source:he} said {content:so}.") == "person: Karl Weber");
  CHECK(last(holt + "Holt left at Weber’s bidding. {source:He} said {content:so}.") == "person: Paul Holt");
}

TEST_CASE("a pronoun is the last subject, though it is called by what he is") {
  CHECK(last("Admiral Karl Weber came. Paul Holt asked Weber that. It was late, and the admiral chuckled. "
             "Then {source:he} said {content:so}.")
            .rfind("person: Karl Weber", 0) == 0);
  CHECK(last("Admiral Karl Weber came. The admiral chuckled. Paul Holt left. {source:He} said {content:so}.") ==
        "person: Paul Holt");
}

TEST_CASE("a pronoun is nobody who hangs on a word at the head of a sentence") {
  CHECK(last("{source:Karl Weber} said {content:yes}. Along with Paul Holt and Ivan Orlov, {source:he} said "
             "{content:so}.") == "person: Karl Weber");
  CHECK(last("{source:Karl Weber} said {content:yes}. As for Paul Holt, {source:he} said {content:so}.") ==
        "person: Paul Holt");
  CHECK(last("After naming Paul Holt his deputy, Karl Weber rose in the polls. {source:He} said {content:so}.") ==
        "person: Karl Weber");
  CHECK(last("{source:Anna Holt} said {content:yes}. Asked what she would do if Mary Weber ran, {source:she} said "
             "{content:so}.") == "person: Anna Holt");
}

TEST_CASE("what nobody is said to say hides no name") {
  CHECK(
      last(
          "{source:Paul Holt} said {content:yes}. {told:Karl Weber seemed to agree}. {source:He} said {content:so}.") ==
      "person: Karl Weber");
}

TEST_CASE("of two of one surname the one whom the pronoun behind it tells") {
  CHECK(
      last(
          "Paul Holt came. Holt spoke. {source:Karl Weber} said {content:yes}. His wife, Anna Holt, wrote a letter. At "
          "that time Holt had no money. {source:He} said {content:so}.") == "person: Paul Holt");
  CHECK(last("Anna Holt came. Anna Holt spoke. They saw Paul Holt there. {source:Holt} came to a school where he said "
             "{content:so}.") == "person: Paul Holt");
}

TEST_CASE("a description is nobody of whom the reader does not know yet") {
  const std::string later =
      "Paul Holt came. It rained. It rained. It rained. {source:The candidate} said {content:so}. ";
  CHECK(last(later + "It rained. Former candidate Anna Weber left.").rfind("person: Anna", 0) != 0);
}

TEST_CASE("how an article calls somebody later on is no office of his") {
  CHECK(last("Paul Holt came. It rained. {source:The businessman} said {content:yes}. It rained. Holt left. "
             "It rained. {source:The candidate} said {content:so}.")
            .rfind("person: Paul Holt", 0) == 0);
}

TEST_CASE("a description of another place is whom the sentence before names") {
  CHECK(last("State Senator Karl Weber came. It rained. It rained. It rained. It rained. It rained. Presidential "
             "candidate {source:Paul Holt} said {content:yes}. Instead, {source:the Ohio senator} said {content:so}.")
            .rfind("person: Paul Holt", 0) == 0);
  CHECK(last("President Karl Weber came. It rained. It rained. It became clear when {source:Germany’s president} said "
             "{content:so}.")
            .rfind("unnamed", 0) == 0);
}

TEST_CASE("an office speaks for its owner, and is not he") {
  CHECK(last("Karl Weber came. {source:Weber’s office} said {content:so}.") == "organization: Weber’s office");
  CHECK(last("{source:Karl Weber} said {content:yes}. {source:His office} said {content:so}.") ==
        "organization: His office");
  CHECK(last("Karl Weber came. {source:Weber’s plan} said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("a source that ends in a name is of the name") {
  CHECK(last("{source:Former state policy planning director Anna Holt} said {content:so}.")
            .rfind("person: Anna Holt", 0) == 0);
  CHECK(last("First {source:his wife, longtime Hillary Weber aide Anna Holt}, said {content:so}.")
            .rfind("person: Anna Holt", 0) == 0);
  CHECK(last("{source:Several superdelegates supporting Holt} said {content:so}. Anna Holt left.").rfind("person", 0) !=
        0);
}

TEST_CASE("a surname is one, though it is a word for people or begins with a word") {
  CHECK(last("They asked Lark Baker, the director of the fund. So said {source:Baker} {content:it was}.")
            .rfind("person: Lark Baker", 0) == 0);
  CHECK(last("Young Holt supporters came. Paul Holt’s lock on them holds. {source:Holt} said {content:so}.") ==
        "person: Paul Holt");
  CHECK(last("Paul Halloran came. {source:Haloran} said {content:so}.") == "person: Paul Halloran");
}

TEST_CASE("who spoke a moment ago goes on, though his name tells no gender") {
  CHECK(last("Paul Holt left. So said {source:Terry Weber} {content:it was}. {source:He} said {content:so}.") ==
        "person: Terry Weber");
  CHECK(
      last("{source:Karl Weber} said {content:yes}. In town {source:a worker} {content:named Paul Holt has good things "
           "to tell}. {source:He} said {content:so}.")
          .rfind("person: Paul Holt", 0) == 0);
  CHECK(last("Ivan Orlov came. It rained. It was late for Paul Holt’s bill. He was among many. {source:He} said "
             "{content:so}.") == "person: Paul Holt");
}

TEST_CASE("a possessive is the subject of its sentence, not who hangs on a word in it") {
  CHECK(last("Karl Weber, who ended the year in a fight with Paul Holt, began {source:his tour} {content:so}.") ==
        "person: Karl Weber");
}

TEST_CASE("they are the first of three, too") {
  CHECK(last("Karl Weber, Paul Holt and Ivan Orlov came. {source:They} said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("she is a woman without a name rather than somebody of whom nothing tells") {
  CHECK(last("Terry Weber came. All but begging, a woman left. After a while {source:she} said {content:so}.") ==
        "unnamed: woman");
}

TEST_CASE("a description of one word is who spoke in the sentence before") {
  CHECK(last("{source:Senator Karl Weber} said {content:yes}. It rained. It rained. {source:Paul Holt} said "
             "{content:yes}. Walking in, {source:the senator} said {content:so}.")
            .rfind("person: Paul Holt", 0) == 0);
}

TEST_CASE("a description is nobody of another office, over or not, nor by a word that tells nothing") {
  CHECK(last("It rained. It rained. It rained. {source:Senator Paul Holt} said {content:yes}. {source:The former "
             "secretary of state} said {content:so}.")
            .rfind("unnamed", 0) == 0);
  CHECK(last("Anna Holt, the 2008 Weber campaign manager, came. {source:A 2008 Weber veteran} said {content:so}.")
            .rfind("unnamed", 0) == 0);
  CHECK(last("{source:A Tarvik executive} said {content:so}. It rained. It rained. It rained. It rained. It rained. It "
             "rained. It rained. Paul Holt, a Tarvik executive, came.")
            .rfind("unnamed", 0) == 0);
  CHECK(last("Former Secretary Anna Holt came. At the hall {source:the Weber supporter} said {content:so}.")
            .rfind("unnamed", 0) == 0);
}

TEST_CASE("a father of one name is somebody else, and a husband has the surname") {
  CHECK(last("Duncan Holt came. His father, Duncan Holt Sr., left. It rained. It rained. {source:Holt} said "
             "{content:so}.") == "person: Duncan Holt");
  CHECK(last("Anna Holt came. Holt’s husband, Karl, came. {source:Karl} said {content:so}.")
            .rfind("person: Karl Holt", 0) == 0);
  CHECK(last("Anna Holt came. Anna Holt left. Holt’s husband, Karl, came. {source:Holt} said as he left {content:so}.")
            .rfind("person: Karl Holt", 0) == 0);
}

TEST_CASE("where somebody works is a body") {
  CHECK(last("Anna Holt works at Tarvik. {source:Tarvik} said {content:so}.") == "organization: Tarvik");
  CHECK(last("{source:KRAV-TV} said {content:so}.") == "organization: KRAV-TV");
}

TEST_CASE("a word of which nothing tells that it is a name is a body") {
  CHECK(last("It rained. {source:Tarvikon} said {content:so}.") == "organization: Tarvikon");
  CHECK(last("It rained. {source:Tarvikon} said {content:yes}. {source:She} said {content:so}.") == "person: Tarvikon");
  CHECK(last("TarvikAir Flight MS804 fell. {source:TarvikAir} said {content:so}.") == "organization: TarvikAir");
}

TEST_CASE("what bears a man’s name is not he") {
  CHECK(last("Paul Holt died. A man spoke outside the Paul Holt Center. Karl Holt came. It rained. It rained. "
             "{source:Holt} said {content:so}.") == "person: Paul Holt");
}

TEST_CASE("one of many is one") {
  CHECK(last("It rained. {source:One senior Democrat} said {content:so}.") == "unnamed: One senior Democrat");
  CHECK(last("It rained. {source:One of the authors of that report, Anna Holt}, said {content:so}.")
            .rfind("person: Anna Holt", 0) == 0);
}

TEST_CASE("a phrase at the head of a sentence speaks of its subject already") {
  CHECK(last("Paul Holt came. In what {source:he} called a rant {content:so}, Karl Weber took a stand.") ==
        "person: Karl Weber");
}

TEST_CASE("he is neither of two, but where a sentence begins with them") {
  CHECK(last("Karl Weber won the backing of two members of the council, Paul Holt and Ivan Orlov, as {source:he} said "
             "{content:so}.") == "person: Karl Weber");
}

TEST_CASE("a description is whom the text has just named, not whom only the headline has") {
  CHECK(last("On Thursday Anna Weber gave a speech. At length {source:the candidate} said {content:yes}. Former "
             "presidential candidate Mary Holt differed.",
             "Weber Speech Skewered By Mary Holt") == "person: Anna Weber [candidate]");
}

TEST_CASE("who asks somebody who cannot be meant speaks on") {
  CHECK(last("Mary Weber came. It rained. Anna Holt asked Paul Orlov whether it rained. {source:She} said "
             "{content:so}.") == "person: Anna Holt");
  CHECK(last("Mary Weber came. It rained. Anna Holt asked Mary Weber whether it rained. {source:She} said "
             "{content:so}.") == "person: Mary Weber");
}

TEST_CASE("who begins the sentence before may be meant, of whatever name") {
  CHECK(last("Mary Weber came. It rained all day. Dravlys Orvath is listed as a member. Recently {source:she} said "
             "{content:so}.") == "person: Dravlys Orvath");
}

TEST_CASE("behind a phrase the subject is the one whom marks set off") {
  CHECK(last("While Paul Holt has yet to back the bid, Holt’s running mate — Gov. Karl Weber — has praised it. And "
             "{source:he} said {content:so}.") == "person: Karl Weber [Gov.]");
}

TEST_CASE("those who are not whom the sentence names") {
  CHECK(last("It rained. Anna Holt is closer to Karl Weber than to those {source:who} said {content:so}.") ==
        "group: those");
}

TEST_CASE("a member of a party from somewhere is whom the text has just named") {
  CHECK(last("Sen. Karl Holt spoke on Monday. {source:The Ohio Republican} said {content:so}.") ==
        "person: Karl Holt [Sen.]");
  CHECK(last("Sen. Karl Holt spoke on Monday. {source:The furious Republican} said {content:so}.") ==
        "unnamed: furious Republican");
}

TEST_CASE("what is his son’s is no role") {
  CHECK(last("Anna Holt came with Paul Weber, his son’s high school track coach; it rained. {source:Weber} said "
             "{content:so}.") == "person: Paul Weber");
}

TEST_CASE("a sentence is not about whom a clause at its head names") {
  CHECK(last("As proof that Paul Orlov was biased, Karl Weber noted that the bench was old. On Sunday {source:he} said "
             "{content:so}.") == "person: Karl Weber");
  CHECK(last("With four states having voted, Karl Weber has not beaten Paul Orlov. On Sunday {source:he} said "
             "{content:so}.") == "person: Karl Weber");
}

TEST_CASE("he who stands beside one without a name is not that one") {
  CHECK(last("Karl Weber lost. On Sunday he marched with a popular coach {source:who} {cue:said} {content:yes}. Later, "
             "{source:he} said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("a candidate of long ago is not meant where another has just spoken") {
  const std::string rain = "It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. ";
  CHECK(last("Anna Holt, a Union candidate, came. " + rain + rain +
             "Sen. Karl Weber came. {source:Weber} {cue:said} {content:yes}. {source:The Union candidate} said "
             "{content:so}.")
            .rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("whom Mr. or Ms. calls by a word of the language has a name") {
  CHECK(last("{source:Ms. White} said {content:so}.") == "person: White");
  CHECK(last("A spokeswoman, Anna Weber White, came. {source:Ms. White} said {content:so}.") ==
        "person: Anna Weber White [spokeswoman]");
  CHECK(last("{source:Mr. President} said {content:so}.").rfind("person", 0) == std::string::npos);
}

TEST_CASE("one man’s spokeswoman is not another’s") {
  CHECK(last("Holt’s spokeswoman Mary Orlov came. It rained. It rained. It rained. {source:Weber’s spokeswoman} said "
             "{content:so}.") == "unnamed: Weber’s spokeswoman");
}

TEST_CASE("everyone and someone are nobody by name") {
  CHECK(last("Anna Holt came. Not {source:everyone at Holt’s rally} said {content:so}.") ==
        "group: everyone at Holt’s rally");
  CHECK(last("Anna Holt came. {source:Someone in the crowd} said {content:so}.") == "unnamed: Someone in the crowd");
}

TEST_CASE("a source that tells whose somebody is ends in his name") {
  CHECK(last("Anna Holt came. {source:Holt’s introducer, actress Mary Orlov}, said {content:so}.") ==
        "person: Mary Orlov [actress]");
}

TEST_CASE("a pronoun is who is brought in behind “courtesy of”") {
  CHECK(last("Karl Weber came. It rained. There was a laugh, courtesy of Paul Orlov, a delegate. {source:He} said "
             "{content:so}.") == "person: Paul Orlov [delegate]");
}

TEST_CASE("a sentence that opens with a participle is about whom the main clause begins with") {
  CHECK(last("{source:Ivan Marsh} said {content:yes}. Praised by Paul Orlov, Karl Weber met Peter Marlow. {source:He} "
             "said {content:so}.") == "person: Karl Weber");
  CHECK(last("The bond between Karl and Ivan is old. Divided by faith, raised apart, the leaders of Westmark talked. "
             "It rained. {source:They} said {content:so}.") == "group: leaders of Westmark");
}

TEST_CASE("he is none of a list") {
  CHECK(last("Karl Weber came. Featuring songs by Paul Orlov, Ivan Marsh and Peter Marlow, the show is a joy. Soon, "
             "{source:he} said {content:so}.") == "person: Karl Weber");
}

TEST_CASE("without a comma “who” is not the one whose name is told in what somebody is") {
  CHECK(last("Anna Holt came. It was a treat for the man with close ties to Holt {source:who} {cue:said} "
             "{content:so}.") == "unnamed: man");
  CHECK(last("Anna Holt came. It was a treat for the man with close ties to Holt, {source:who} {cue:said} "
             "{content:so}.") == "person: Anna Holt");
}

TEST_CASE("whom a quotation calls “him” does not say it, where he is only mentioned before") {
  const std::string ad =
      "{source:Karl Weber} {cue:said} {content:yes}. The union ran an ad, forcing Paul Orlov to leave. ";
  CHECK(last(ad + "{source:He} {cue:said}, {content:“The vote has moved him a lot.”}") == "person: Karl Weber");
  CHECK(last(ad + "{source:He} {cue:said}, {content:“The vote has moved us a lot.”}") == "person: Paul Orlov");
  CHECK(
      last("{source:Karl Weber} {cue:said} {content:yes}. Paul Orlov left. {source:He} {cue:said}, {content:“The vote "
           "has moved him a lot.”}") == "person: Paul Orlov");
}

TEST_CASE("a surname goes on to mean whom it meant, not one who is only told to be hers") {
  CHECK(last("The raid killed Karl Holt and Paul Weber. However, Anna Holt, mother of victim Karl Holt, rejected the "
             "claim. {source:Holt} {cue:said} {content:yes}. It rained. It rained. {source:Holt} {cue:said} "
             "{content:so}.")
            .rfind("person: Anna Holt", 0) == 0);
  CHECK(last("Anna Holt came. {source:Holt} {cue:said} {content:yes}. Later her son, Karl Holt, left. "
             "{source:Holt} {cue:said} as he left {content:so}.")
            .rfind("person: Karl Holt", 0) == 0);
}

TEST_CASE("one of the same paragraph is meant rather than one of an earlier paragraph") {
  const std::string donors = "These donors {cue:have stuck} {content:by Anna Holt as she has rolled out plans}. ";
  CHECK(last("In the fall, the group hired Mary Weber.\n{source:They} came. " + donors +
             "{source:She} {cue:has stopped short of} {content:that}.") == "person: Anna Holt");
}

TEST_CASE("he is not one who was only named in a list long before") {
  CHECK(last("The raid cost the lives of four guards: Karl Weber, clerk Paul Orlov, and former soldiers Ivan Marsh and "
             "Peter Marlow.\n{source:Anna Holt} {cue:said} {content:yes}.\nIt rained. It rained.\n{source:He} "
             "{cue:wrote} {content:so}.") == "person: ");
}

TEST_CASE("he is the one whom what is another’s is done to") {
  CHECK(last("Karl Weber came. It rained. {source:Ivan Marsh} {cue:said} {content:yes}. It rained. Paul Holt’s harsh "
             "treatment of Mr. Weber, with a "
             "claim that {source:he} {cue:ignored} {content:the warnings}, worked.") == "person: Karl Weber");
}

TEST_CASE("a description is nobody by whom only a figure was given") {
  CHECK(last("Paul Holt, who appraises mills, came. It rained. The mill cost a million, according to Mr. Holt. The "
             "owner spent more. At a rally, {source:the candidate} {cue:boasted of} {content:it}.") ==
        "unnamed: candidate");
}

TEST_CASE("several who are told of are not the one named last") {
  CHECK(last("Some of the 19 people donating to Anna Holt, {source:who} all {cue:seemed} {content:so}, left.")
            .rfind("group: Some of the 19 people", 0) == 0);
  CHECK(last("They asked advisers to Anna Holt, {source:who} have {cue:said} {content:so}.") == "group: advisers");
  CHECK(last("They asked advisers to Anna Holt, {source:who} has {cue:said} {content:so}.") == "person: Anna Holt");
}

TEST_CASE("in a list of what somebody did the headings are about whom the title names") {
  const std::string weber = "\nThe dam broke. {source:Karl Weber} {cue:said} {content:yes}.\n";
  const std::string he = "{source:He} {cue:said} {content:so}.";
  CHECK(last(he + weber + he + weber + he + weber + he, "9 Odd Things Paul Holt Said") == "person: Paul Holt");
  CHECK(last(he + weber + he + weber + he + weber + he, "Odd Things Paul Holt Said") == "person: Karl Weber");
}

TEST_CASE("who begins this paragraph may be meant, though his name tells no gender") {
  const std::string earlier = "{source:Mary Weber} {cue:said} {content:yes}.\n";
  CHECK(last(earlier + "News anchor Dravlys Orvath reacted with a letter. It rained. {source:She} {cue:said} "
                       "{content:so}.") == "person: Dravlys Orvath [News anchor]");
  CHECK(last(earlier + "Marty Holt left. {source:She} {cue:said} {content:so}.") == "person: Marty Holt");
  CHECK(
      last("Anna Weber came with Mayor Marty Holt by her side.\n{source:Karl Orlov} {cue:said} {content:yes}. Holt, a "
           "lawyer, left. {source:He} {cue:said} {content:so}.")
          .rfind("person: Marty Holt", 0) == 0);
}

TEST_CASE("he is whose it is that this paragraph is about, rather than one of an earlier one") {
  CHECK(last("Ivan Holt came. {source:Karl Weber} {cue:said} {content:yes}. It rained.\nThough it is late, the Holt "
             "movement is alive. {source:He} {cue:has addressed} {content:rallies}.") == "person: Ivan Holt");
}

TEST_CASE("a description at once is whom the sentence before begins a paragraph with, and no one of long ago") {
  CHECK(last("Actress Anna Holt came. It rained. It rained. It rained. It rained. It rained. It rained.\nSinger Karl "
             "Weber turned the tables. {source:The actor} {cue:said} {content:so}.")
            .rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("he is one without a name whom the clause before is about") {
  const std::string removed = "{source:Paul Holt} {cue:said} {content:yes}. The party ";
  CHECK(last(removed + "removed the mayor of Westmark after {source:he} {cue:said} {content:so}.") ==
        "unnamed: mayor of Westmark");
  CHECK(last(removed + "left the hall after {source:he} {cue:said} {content:so}.") == "person: Paul Holt");
}

TEST_CASE("who signs a letter wrote it, and is nobody whom another letter tells of") {
  const std::string letters = "Karl Weber came.\n{source:I} {cue:say} {content:so}.\nAnna Holt.\nIt rained.\n";
  CHECK(speakers(letters + "Paul Orlov.\nWeber left. It rained. It rained. {source:He} {cue:said} {content:so}.") ==
        std::vector<std::string>{"person: Anna Holt", "person: Karl Weber"});
  CHECK(speakers(letters + "Paul Orlov.\n{source:He} {cue:knows} {content:so}.") ==
        std::vector<std::string>{"person: Anna Holt", "person: Karl Weber"});
  CHECK(speakers(letters + "Orlov, an aide, said no. {source:He} {cue:knows} {content:so}.").front() == "author: ");
}

TEST_CASE("a description goes on with one who was just brought in without a name") {
  const std::string aide = "Karl Weber, an adviser to Anna Holt, came. ";
  CHECK(last(aide + "A city official who spoke on background denied that. {source:The aide} {cue:declined} {content:to "
                    "say more}.") == "unnamed: aide");
  CHECK(
      last(aide + "He left. {source:The aide} {cue:declined} {content:to say more}.").rfind("person: Karl Weber", 0) ==
      0);
  CHECK(last(aide + "An official denied that. Weber left. {source:The aide} {cue:declined} {content:to say more}.")
            .rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("the senator is nobody who was only one of a list") {
  const std::string said = ". It rained. {source:The adviser} {cue:declined} {content:to say more}.";
  CHECK(last("Many came, including chairman Paul Marlow, director Mary Orlov and adviser Karl Weber" + said) ==
        "unnamed: adviser");
  CHECK(last("Many came, including adviser Karl Weber" + said).rfind("person: Karl Weber", 0) == 0);
}

TEST_CASE("she goes on to be the woman without a name of whom the sentences between tell") {
  const std::string woman =
      "{source:Anna Holt} {cue:said} {content:yes}.\n{source:One woman born in Iran} {cue:did not "
      "know} {content:that}. The agency had her on its list. ";
  const std::string learned = "{source:She} {cue:learned} {content:so}.";
  CHECK(last(woman + "She met with lawyers. " + learned) == "unnamed: One woman born in Iran");
  CHECK(last(woman + "Holt met with lawyers. " + learned) == "person: Anna Holt");
  CHECK(last(woman + "It rained. It rained. It rained. " + learned) == "person: Anna Holt");
}

TEST_CASE("she is the woman without a name who opens the sentence before") {
  const std::string holt = "{source:Anna Holt} {cue:said} {content:yes}.\n";
  CHECK(last(holt + "One woman left the hall. {source:She} {cue:said} {content:so}.") == "unnamed: One woman");
  CHECK(last(holt + "One man left the hall. {source:She} {cue:said} {content:so}.") == "person: Anna Holt");
}

TEST_CASE("a bare surname is whom this paragraph and the one before name twice with more than it") {
  const std::string holts =
      "Anna Holt ran for mayor. {source:Holt} {cue:said} {content:yes}. Holt left. Holt smiled.\n"
      "It rained.\n";
  const std::string paul = "Weber worked for President Paul Holt. He met President Holt in the fall.\n";
  const std::string testified = "The order was withdrawn and {source:Holt} {cue:said} {content:so}.";
  CHECK(last(holts + paul + testified).rfind("person: Paul Holt", 0) == 0);
  CHECK(last(holts + paul + "Anna Holt left. It rained. It rained. " + testified) == "person: Anna Holt");
  CHECK(last(holts + "Weber worked for President Paul Holt. It rained.\n" + testified) == "person: Anna Holt");
}

TEST_CASE("a title before a surname is of the one who has it before his full name") {
  CHECK(last("Anna Holt ran for mayor. Holt left. Holt smiled. Weber worked for President Paul Holt. It rained. It "
             "rained. "
             "{source:President Holt} {cue:said} {content:so}.")
            .rfind("person: Paul Holt", 0) == 0);
}

TEST_CASE("she is nobody of far above where paragraphs since tell of another") {
  const std::string holt = "{source:Anna Holt} {cue:said} {content:yes}.\nIt rained. It rained. It rained.\n";
  const std::string grabbed = "It rained. The tape showed a guard. {source:She} {cue:said} {content:so}.";
  CHECK(last(holt + "Karl Weber left the hall.\n" + grabbed) == "person: ");
  CHECK(last(holt + grabbed) == "person: Anna Holt");
}
