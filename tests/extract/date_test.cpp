#include "extract/date.h"

#include <catch2/catch.hpp>

#include "core/error.h"
#include "extract/marked_sentence.h"

using namespace onrecord;

namespace {

std::string show(const std::optional<Interval>& interval) {
  if (!interval) return "unknown";
  const std::string from = iso(interval->from), to = iso(interval->to);
  return (from == to ? from : from + ".." + to) + " " + interval->basis;
}

// What the words of time in a text mean, joined by "; ".
std::string read(const std::string& text, const std::string& published = "2016-06-15") {
  const TimeReader reader(english());
  std::string out;
  for (const TimeWords& t : reader.read(text, {0, text.size()}, parse_iso(published)))
    out += (out.empty() ? "" : "; ") + show(t.interval);
  return out;
}

std::string said(const std::string& marked, const std::string& published = "2016-06-15") {
  MarkedSentence s(marked);
  s.article.published = parse_iso(published);
  const Dater dater(english());
  return show(dater.said(s.article, s.clause, s.quotation, dater.times(s.article, s.clause)));
}

}  // namespace

// 2016-06-15 was a Wednesday.
TEST_CASE("a weekday is the last one on or before publication") {
  CHECK(read("He spoke on Monday.") == "2016-06-13 on Monday");
  CHECK(read("He spoke on Wednesday.") == "2016-06-15 on Wednesday");
  CHECK(read("He spoke Thursday night.") == "2016-06-09 Thursday night");
  CHECK(read("He spoke last Wednesday.") == "2016-06-08 last Wednesday");
  CHECK(read("He spoke at Monday’s debate.") == "2016-06-13 at Monday’s");
  CHECK(read("On Fridays he rests.").empty());
}

TEST_CASE("words for the days around publication") {
  CHECK(read("He spoke yesterday.") == "2016-06-14 yesterday");
  CHECK(read("He spoke earlier today.") == "2016-06-15 earlier today");
  CHECK(read("He spoke last night.") == "2016-06-14 last night");
  CHECK(read("He spoke four days ago.") == "2016-06-11 four days ago");
  CHECK(read("He spoke two weeks ago.") == "2016-05-30..2016-06-05 two weeks ago");
  CHECK(read("He spoke a year ago.") == "2015-01-01..2015-12-31 a year ago");
}

TEST_CASE("a date without its year is the last one on or before publication") {
  CHECK(read("He spoke on June 15.") == "2016-06-15 on June 15");
  CHECK(read("He spoke on Oct. 7.") == "2015-10-07 on Oct. 7");
  CHECK(read("He spoke on 7 October 2014.") == "2014-10-07 on 7 October 2014");
  CHECK(read("He spoke on Feb. 29.", "2015-03-01") == "2012-02-29 on Feb. 29");
  CHECK(read("He spoke on Tuesday, March 3, 2015.") == "2015-03-03 on Tuesday, March 3, 2015");
}

TEST_CASE("dates in figures, month first unless only the other order is a date") {
  CHECK(read("He spoke on 2015-10-07.") == "2015-10-07 on 2015-10-07");
  CHECK(read("He spoke on 10/7/2015.") == "2015-10-07 on 10/7/2015");
  CHECK(read("He spoke on 27/10/15.") == "2015-10-27 on 27/10/15");
  CHECK(read("He spoke on 2015-02-30.") == "unknown");
}

TEST_CASE("spans end with the day of publication") {
  CHECK(read("He spoke in January.") == "2016-01-01..2016-01-31 in January");
  CHECK(read("He spoke in August.") == "2015-08-01..2015-08-31 in August");
  CHECK(read("He spoke in June.") == "2016-06-01..2016-06-15 in June");
  CHECK(read("He spoke in 2012.") == "2012-01-01..2012-12-31 in 2012");
  CHECK(read("He spoke earlier this week.") == "2016-06-13..2016-06-15 earlier this week");
  CHECK(read("He spoke last week.") == "2016-06-06..2016-06-12 last week");
  CHECK(read("He spoke earlier this month.") == "2016-06-01..2016-06-15 earlier this month");
  CHECK(read("He spoke last month.") == "2016-05-01..2016-05-31 last month");
  CHECK(read("He spoke last quarter.") == "2016-01-01..2016-03-31 last quarter");
  CHECK(read("He spoke this year.") == "2016-01-01..2016-06-15 this year");
  CHECK(read("He spoke over the weekend.") == "2016-06-11..2016-06-12 over the weekend");
  CHECK(read("He spoke last fall.") == "2015-09-01..2015-11-30 last fall");
  CHECK(read("He spoke in the winter of 2014.") == "2014-12-01..2015-02-28 in the winter of 2014");
  CHECK(read("He spoke last winter.", "2016-01-10") == "2014-12-01..2015-02-28 last winter");
}

TEST_CASE("early, mid and late are thirds") {
  CHECK(read("He spoke in early May.") == "2016-05-01..2016-05-10 in early May");
  CHECK(read("He spoke in mid-May.") == "2016-05-11..2016-05-20 in mid-May");
  CHECK(read("He spoke in late May.") == "2016-05-21..2016-05-31 in late May");
  CHECK(read("He spoke late last year.") == "2015-09-01..2015-12-31 late last year");
  CHECK(read("He spoke in early 2013.") == "2013-01-01..2013-04-30 in early 2013");
  CHECK(read("He spoke early last week.") == "2016-06-06..2016-06-07 early last week");
}

TEST_CASE("what is yet to come, what comes before and what is owned tells nothing") {
  CHECK(read("He will speak tomorrow.") == "unknown");
  CHECK(read("He will speak in 2017.") == "unknown");
  CHECK(read("He will speak on July 4, 2016.") == "unknown");
  CHECK(read("He spoke ahead of Tuesday’s vote.") == "unknown");
  CHECK(read("He has spoken since March.") == "unknown");
  CHECK(read("He won on Super Tuesday.") == "unknown");
}

TEST_CASE("a day that is spoken of is read, but not as that of its sentence") {
  CHECK(read("He mocked Monday’s vote.") == "2016-06-13 Monday’s");
  CHECK(said("{source:Hallow} {cue:mocked} {content:Monday’s vote}.") == "unknown");
  CHECK(said("As of Monday night {source:Hallow} {cue:said} {content:that it was over}.") == "unknown");
}

TEST_CASE("what Monday’s paper calls this week began a week before") {
  CHECK(read("He spoke this week.", "2016-06-13") == "2016-06-06..2016-06-13 this week");
  CHECK(read("He spoke this week.", "2016-06-14") == "2016-06-13..2016-06-14 this week");
}

TEST_CASE("without a day of publication only whole dates are dates") {
  CHECK(read("He spoke on Monday.", "") == "unknown");
  CHECK(read("He spoke in May.", "") == "unknown");
  CHECK(read("He spoke two days ago.", "") == "unknown");
  CHECK(read("He spoke on Oct. 7, 2015.", "") == "2015-10-07 on Oct. 7, 2015");
  CHECK(read("He spoke in May 2014.", "") == "2014-05-01..2014-05-31 in May 2014");
  CHECK(read("He spoke in 2014.", "") == "2014-01-01..2014-12-31 in 2014");
}

TEST_CASE("the day of the statement, not of what it is about") {
  CHECK(said("{source:Hallow} {cue:said} Tuesday {content:that the vote on Friday would fail}.") ==
        "2016-06-14 Tuesday");
  CHECK(said("{source:Hallow} {cue:said} {content:that the vote on Friday would fail}.") == "unknown");
  CHECK(said("{source:Hallow}, who won on Friday, {cue:said} {content:that it was over}.") == "unknown");
  CHECK(said("{source:Hallow} {cue:said} {content:“We met on Friday.”}") == "unknown");
  CHECK(said("{source:Hallow} {cue:is expected} on Friday {content:to win}.") == "unknown");
}

TEST_CASE("where the day of the statement may stand") {
  CHECK(said("On Monday, {source:Hallow} {cue:said} {content:that it was over}.") == "2016-06-13 On Monday");
  CHECK(said("In an interview on Sunday, {source:Hallow} {cue:said} {content:that it was over}.") ==
        "2016-06-12 on Sunday");
  CHECK(said("{source:Hallow} on Monday {cue:said} {content:that it was over}.") == "2016-06-13 on Monday");
  CHECK(said("{source:Hallow} {cue:said} at a rally in Westmark on Monday {content:that it was over}.") ==
        "2016-06-13 on Monday");
  CHECK(said("{content:“It is over,”} {cue:said} {source:Hallow}, the mayor, on Monday.") == "2016-06-13 on Monday");
  CHECK(said("{content:“It is over,”} {source:Hallow} {cue:said} in late May.") ==
        "2016-05-21..2016-05-31 in late May");
  CHECK(said("{source:Hallow} went further on Monday, {cue:saying} {content:that it was over}.") ==
        "2016-06-13 on Monday");
  CHECK(said("{source:Hallow} {cue:praised} {content:the new plan on Monday}.") == "2016-06-13 on Monday");
  CHECK(said("{content:It is over}, {cue:according to} {source:a report} released Monday.") == "2016-06-13 Monday");
}

TEST_CASE("an occasion to speak that ends the content dates the statement") {
  CHECK(
      said(
          "{source:Hallow} {cue:urged} {content:the council to vote for the plan at a rally in Westmark on Monday}.") ==
      "2016-06-13 on Monday");
  CHECK(said("{source:Hallow} {cue:said} {content:that it was over in a statement Monday}.") == "2016-06-13 Monday");
  CHECK(said("{source:Hallow} {cue:urged} {content:the council to vote for the plan on Monday}.") == "unknown");
}

TEST_CASE("where the day of the statement may stand, with more words around it") {
  CHECK(said("{content:“It is over,”} {source:Hallow} {cue:said} while campaigning in Westmark on Monday.") ==
        "2016-06-13 on Monday");
  CHECK(said("The plan is dead: On Monday, {source:Hallow} {cue:said} {content:that it was over}.") ==
        "2016-06-13 On Monday");
  CHECK(said("{source:A report} published Monday {cue:says} {content:that it is over}.") == "2016-06-13 Monday");
}

TEST_CASE("a statement without a cue, or without words of time, has no day") {
  CHECK(said("{content:“It was over on Monday.”}") == "unknown");
  CHECK(said("{source:Hallow} {cue:said} {content:that it was over}.") == "unknown");
}

TEST_CASE("a rule for words of time must say their unit") {
  std::vector<RuleFile> files = builtin_rules();
  files.push_back(
      {"mine.toml", "[stage]\nname = \"date\"\n[[rule]]\nid = \"mine\"\ntext = 'noonish'\nunit = \"hour\"\n"});
  const Grammar grammar(files);
  CHECK_THROWS_WITH(TimeReader(grammar), Catch::Contains("mine.toml:3") && Catch::Contains("no unit of time"));
}
