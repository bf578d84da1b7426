// Pairs of our own words: one of each relation, and those that only look like one.
#include <catch2/catch.hpp>

#include "compare/pair.h"

using namespace onrecord;

TEST_CASE("what one side denies and the other says is a conflict") {
  const Side denial = said("Ines Keller", "that the ministry had hired three consultants", "denied");
  CHECK(relation(denial, said("Tomas Osei", "the ministry hired three consultants last year")) ==
        "contradict denied-confirmed");
  CHECK(relation(denial, said("Tomas Osei", "that the ministry had hired three consultants", "also denied")) !=
        "contradict denied-confirmed");
  CHECK(relation(said("", "Mayor of Eldham buys lighthouse"),
                 said("", "Hoax: mayor of Eldham never bought lighthouse")) == "contradict denied-confirmed");
}

TEST_CASE("affirmed against negated, all against none, will against will not") {
  CHECK(relation("The ship crossed the median line", "The ship did not cross the median line") ==
        "contradict affirmed-negated");
  CHECK(relation("All of the pumping stations were repaired", "None of the pumping stations were repaired")
            .starts_with("contradict"));
  CHECK(relation("The Brandt bridge will carry trams", "The Brandt bridge will not carry trams") ==
        "contradict will-wont");
}

TEST_CASE("for against against, praise against blame") {
  CHECK(relation(said("Ines Keller", "she supports the harbour levy", "said", "one"),
                 said("Tomas Osei", "his party opposes any harbour levy", "said", "two")) == "contradict for-against");
  CHECK(relation("The school plan is an excellent start", "The school plan is reckless") ==
        "contradict praised-blamed");
}

TEST_CASE("figures and dates differ only of one measure") {
  CHECK(relation(said("Ines Keller", "4,200 dockers joined the strike", "said", "one"),
                 said("Tomas Osei", "fewer than 900 dockers joined the strike", "said", "one")) ==
        "contradict figure-differs");
  CHECK(relation(said("Ines Keller", "4,200 dockers joined the strike", "said", "one"),
                 said("Tomas Osei", "900 lorries joined the strike", "said", "one")) == "none");
  CHECK(relation(said("Ines Keller", "more than 4,200 dockers joined the strike", "said", "one"),
                 said("Tomas Osei", "4,600 dockers joined the strike", "said", "one")) == "agree same-claim");
  CHECK(relation(said("Ines Keller", "The harbour tunnel opens in March", "said", "one"),
                 said("Tomas Osei", "The harbour tunnel opens in October", "said", "two")) ==
        "contradict date-differs");
}

TEST_CASE("the same words agree") {
  CHECK(relation("The new tram opens at noon", "The new tram opens at noon.") == "agree same-claim");
}

TEST_CASE("lookalikes are no conflict") {
  SECTION("other arguments") { CHECK(relation("She raised taxes", "He cut pensions") == "none"); }
  SECTION("an antonym needs one event") {
    CHECK(relation("The strike began on the quays in spring", "The drought ended in the valley after rain") == "none");
  }
  SECTION("a double negation is none") {
    CHECK(relation("She did not deny that the ship crossed the line", "The ship crossed the line") !=
          "contradict affirmed-negated");
  }
  SECTION("not only is no negation") {
    CHECK(relation("The ship not only crossed the median line", "The ship crossed the median line") !=
          "contradict affirmed-negated");
  }
  SECTION("no doubt is no denial") {
    CHECK(relation("There is no doubt that the ship crossed the line", "The ship crossed the line") !=
          "contradict denied-confirmed");
  }
  SECTION("both negate") {
    CHECK(relation("The ship did not cross the median line", "The ship never crossed the median line")
              .find("contradict") == std::string::npos);
  }
  SECTION("silence is no position") {
    CHECK(relation(said("Ines Keller", "the alarms on the ship", "would not comment on", "one"),
                   said("Tomas Osei", "the alarms on the ship sounded", "said", "one")) == "none");
  }
  SECTION("two articles share a faint word only") {
    CHECK(relation(said("Ines Keller", "his statement was false", "said", "one"),
                   said("Tomas Osei", "he made the statement in March", "said", "two")) == "none");
  }
}

TEST_CASE("a sentence of a long statement is judged by itself") {
  CHECK(relation(said("Ines Keller",
                      "I will not call an early election. The country has had enough of August, and it needs rest.",
                      "said", "one"),
                 said("Ines Keller", "I will call an early election for November. I have tried everything else.",
                      "said", "two")) == "contradict will-wont");
}

TEST_CASE("a contested claim is answered within one article") {
  const Side claim = said("Ines Keller", "the ship carried medical freight for the islands", "claimed", "one");
  CHECK(relation(claim, said("Tomas Osei", "it had no medical use whatsoever", "said", "one")) ==
        "contradict affirmed-negated");
  CHECK(relation(claim, said("Tomas Osei", "it had no medical use whatsoever", "said", "two")) == "none");
}

TEST_CASE("who responds to an accusation does not make it") {
  const Side denial = said("Ines Keller", "a Gazette story about her claim that she’d been offered a full scholarship",
                           "refuted", "one");
  const std::string accusation =
      "accusations that she exaggerated details of her life story, from claiming she was offered a full scholarship";
  CHECK(relation(said("Ines Keller", accusation, "voiced", "one"), denial) == "contradict denied-confirmed");
  CHECK(relation(said("Ines Keller", "to " + accusation, "responded", "one"), denial) == "none");
}

TEST_CASE("who turns down what another charges contradicts it, with no word in common") {
  const Side charge = said("Ines Keller", "Osei of taking money from the harbour", "accused", "one");
  CHECK(relation(charge, said("Tomas Osei", "the allegations", "denied", "one")) == "contradict accused-denied");
  CHECK(relation(charge, said("Tomas Osei", "those claims on Friday", "pushed back on", "one")) ==
        "contradict accused-denied");
  CHECK(relation(charge, said("Mara Lund", "Keller's charge as absurd", "dismissed", "one")) ==
        "contradict accused-denied");
  SECTION("in another article") {
    CHECK(relation(charge, said("Tomas Osei", "the allegations", "denied", "two")) == "none");
  }
  SECTION("somebody else who is not spoken of") {
    CHECK(relation(charge, said("Mara Lund", "the allegations", "denied", "one")) == "none");
  }
  SECTION("another claim, which the reply tells") {
    CHECK(relation(charge, said("Tomas Osei", "a report that the ferry was late", "dismissed", "one")) == "none");
    CHECK(relation(charge, said("Tomas Osei", "the attack on the ferry", "condemned", "one")) == "none");
  }
}

TEST_CASE("what a speaker once backed is held against nobody else") {
  const Side once = said("Ines Keller", "background checks for hunters", "once championed", "one");
  CHECK(relation(once, said("Ines Keller", "background checks for hunters", "opposed", "two")) ==
        "contradict for-against");
  CHECK(relation(once, said("Tomas Osei", "background checks for hunters", "opposed", "two")) == "none");
  Side old = said("Ines Keller", "background checks for hunters", "championed", "one");
  Side now = said("Tomas Osei", "background checks for hunters", "opposed", "two");
  CHECK(relation(old, now) == "contradict for-against");
  old.date = parse_iso("1992-03-01");
  now.date = parse_iso("2016-03-01");
  CHECK(relation(old, now) == "none");
}

TEST_CASE("one speaker on two days may have changed") {
  Side a = said("Ines Keller", "We will not raise the harbour fees", "said", "one");
  Side b = said("Ines Keller", "We will raise the harbour fees", "said", "two");
  const auto over_time = [&] { return Judge(builtin_grammar()).judge(a, b).over_time; };
  CHECK_FALSE(over_time());
  a.date = b.date = parse_iso("2016-03-01");
  CHECK_FALSE(over_time());
  b.date = parse_iso("2016-09-01");
  CHECK(over_time());
  b.speaker = "Tomas Osei";
  CHECK_FALSE(over_time());
}

TEST_CASE("a name opens what is endorsed") {
  CHECK(relation(said("Ines Keller", "to endorse Osei at the fair", "refused", "one"),
                 said("Ines Keller", "Osei in May", "endorsed", "two")) == "contradict for-against");
}

TEST_CASE("a negation says nothing of a clause on its noun, nor against a word said in passing") {
  CHECK(relation(said("Ines Keller", "this is not the pump that our crews are using", "said", "one"),
                 said("Tomas Osei", "towns must list the pump that their crews are using", "said", "one")) == "none");
  CHECK(relation(said("Ines Keller", "This isn't harbour reform", "said", "one"),
                 said("Tomas Osei", "fees are a part of any honest harbour reform", "said", "one")) == "none");
}

TEST_CASE("a person under two names is one speaker, two of one name are two") {
  Side a = said("Ines Keller", "We will not raise the harbour fees", "said", "one");
  Side b = said("Minister Keller-Brandt", "the harbour fees will be raised", "said", "two");
  CHECK_FALSE(is_same_speaker(a, b));
  a.person = b.person = "p1";
  CHECK(is_same_speaker(a, b));
  b.speaker = a.speaker;
  b.person = "p2";
  CHECK_FALSE(is_same_speaker(a, b));
}

TEST_CASE("the words shown stand where the ranges say") {
  const Judge judge(builtin_grammar());
  const Side a = said("Ines Keller", "that the ministry had hired three consultants", "denied");
  const Side b = said("Tomas Osei", "the ministry hired three consultants");
  const Comparison there = judge.judge(a, b), back = judge.judge(b, a);
  REQUIRE(there.a.size() > 1);
  CHECK(there.a[0].where == Shown::Where::cue);
  CHECK(slice(a.cue, there.a[0].range) == "denied");
  CHECK(there.why.find("denied") != std::string::npos);
  CHECK(there.rule == back.rule);
  CHECK(there.score == back.score);
  CHECK(there.a == back.b);
  CHECK(there.b == back.a);
}

TEST_CASE("a side without words is nothing") {
  CHECK(relation("", "") == "none");
  CHECK(relation("The ship crossed the line", "… “” — ’") == "none");
}
