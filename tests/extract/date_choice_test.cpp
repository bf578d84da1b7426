#include "extract/date_choice.h"

#include <catch2/catch.hpp>
#include <string>

#include "extract/extract.h"
#include "extract/marked_sentence.h"

using namespace onrecord;

namespace {

// The days of an article's statements, published on 2016-06-15, a Wednesday; joined by "; ".
std::string days(const std::string& text) {
  Article article;
  article.text = text;
  article.published = parse_iso("2016-06-15");
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    if (end > i) article.paragraphs.push_back({{i, end}, Paragraph::Kind::body});
    i = end + 1;
  }
  static const Extractor extractor(english());
  std::string out;
  for (const Statement& s : extractor.extract(article))
    out += (out.empty() ? "" : "; ") + (s.said ? iso(s.said->from) : std::string("unknown"));
  return out;
}

}  // namespace

TEST_CASE("what follows on a dated statement is of the same day") {
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise. “It is over,” she said.") ==
        "2016-06-13; 2016-06-13");
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise. The mills are old. “It is over,” Holt added.") ==
        "2016-06-13; 2016-06-13");
}

TEST_CASE("what follows on a dated deed is of the same day") {
  CHECK(days("On Monday, Mayor Anna Holt met the press. “It is over,” she said.") == "2016-06-13");
  CHECK(days("Mayor Anna Holt visited Westmark on Monday. “It is over,” Holt said.") == "2016-06-13");
}

TEST_CASE("who is asked on a day answers on it") {
  CHECK(days("Karl Weber asked Mayor Anna Holt on Monday about taxes. “It is over,” she said.") ==
        "2016-06-13; 2016-06-13");
  CHECK(days("Karl Weber said on Monday that taxes would rise. Anna Holt replied: “It is over.”") ==
        "2016-06-13; 2016-06-13");
}

TEST_CASE("a week is carried over to what is quoted next, or told of a pronoun") {
  CHECK(days("In an interview last week, Mayor Anna Holt praised the plan. “It is over,” Holt said.") ==
        "2016-06-06; 2016-06-06");
  CHECK(days("In an interview last week, Mayor Anna Holt praised the plan. She said that taxes would rise.") ==
        "2016-06-06; 2016-06-06");
}

TEST_CASE("a poll is of one day") {
  CHECK(days("Half of the voters support the plan, according to a poll released on Monday. The mills are old. They "
             "closed last year. The mayor is new. The town is small. The poll found that taxes are high.") ==
        "2016-06-13; 2016-06-13");
}

TEST_CASE("an occasion to speak gives its day to what is quoted next") {
  CHECK(days("The speech of Mayor Anna Holt on Monday night does not stand up. “It is over,” she said.") ==
        "2016-06-13");
  CHECK(days("The union announced on Monday that Holt was out. “She is not coming,” the release said.") ==
        "2016-06-13; 2016-06-13");
}

TEST_CASE("two statements of one sentence are of one day") {
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise, and accused Karl Weber of lying.") ==
        "2016-06-13; 2016-06-13");
  CHECK(days("“It is over,” Mayor Anna Holt told reporters on Monday when asked whether the plan had failed.") ==
        "2016-06-13; 2016-06-13");
}

TEST_CASE("a headline and a lede are of the day that is told of next") {
  CHECK(
      days("Holt calls on Weber to resign.\nMayor Anna Holt called on Karl Weber to resign. “It is over,” Holt said on "
           "Monday.") == "2016-06-13; 2016-06-13; 2016-06-13");
}

TEST_CASE("a headline is of the day of what its speaker says under it, not of what another says") {
  CHECK(
      days(
          "Holt praises the plan.\nThe town is small. The mills are old.\nMayor Anna Holt said on Monday that the plan "
          "was good.") == "2016-06-13; 2016-06-13");
  CHECK(
      days("Holt praises the plan.\nThe town is small. The mills are old.\nKarl Weber said on Monday that the plan was "
           "good.") == "unknown; 2016-06-13");
}

TEST_CASE("the poll of another pollster is another poll") {
  const std::string fox =
      "Half of the voters support the plan, according to a Fox poll released on Monday. Karl Weber "
      "said on Saturday that he would go. The town is small. He said on Sunday that he would not. "
      "The mills are old. They closed last year. The mayor is new. ";
  CHECK(days(fox + "A Fox poll found that taxes are high.") == "2016-06-13; 2016-06-11; 2016-06-12; 2016-06-13");
  CHECK(days(fox + "A CBS poll found that taxes are high.") == "2016-06-13; 2016-06-11; 2016-06-12; unknown");
}

TEST_CASE("what is said in an occasion that was told of is of its day") {
  CHECK(days("The doubts began with an interview that aired on Sunday. The town is small. The mills are old. “It is "
             "over,” Mayor Anna Holt said in the interview.") == "2016-06-12");
}

TEST_CASE("other words of the same day do not stand between") {
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise. The press came Monday night. “It is over,” Holt "
             "added.") == "2016-06-13; 2016-06-13");
}

TEST_CASE("what is said at no one time, believed now, or told far from any day has none") {
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise. She has said that it is over.") ==
        "2016-06-13; unknown");
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise. Karl Weber believes that it is over.") ==
        "2016-06-13; unknown");
  CHECK(
      days("The harbor burned in 2012. The town is small. The mills are old. They closed last year. The mayor is new. "
           "“It is over,” Karl Weber said.") == "unknown");
  CHECK(days("The council votes on Monday. The town is small. The mills are old. The mayor is new. Karl Weber believes "
             "that it is over.") == "unknown");
}

TEST_CASE("a day counted from the one told before") {
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise. Karl Weber said a day earlier that they would "
             "not.") == "2016-06-13; 2016-06-12");
}

TEST_CASE("the dateline of an agency gives the day to count from") {
  CHECK(days("WESTMARK, June 16 (UPI) — Mayor Anna Holt said on Thursday that taxes would rise.") == "2016-06-16");
  CHECK(days("WESTMARK, May 16 (UPI) — Mayor Anna Holt said on Thursday that taxes would rise.") == "2016-06-09");
}

TEST_CASE("what a live report tells under an hour is of its day") {
  CHECK(days("3:40 p.m.\nMayor Anna Holt is telling a crowd in Westmark that taxes will rise.") == "2016-06-15");
  CHECK(days("3:40 p.m.\nKarl Weber says that the mills are old.\n2:15 p.m.\nMayor Anna Holt says that taxes will "
             "rise.") == "2016-06-15; 2016-06-15");
  CHECK(days("12:05 a.m.\nMayor Anna Holt says that taxes will rise.") == "unknown");
}

TEST_CASE("a day that is yet to come is not that of what is said") {
  CHECK(days("Mayor Anna Holt met the press on Monday. “It is over,” she said.") == "2016-06-13");
  CHECK(days("Mayor Anna Holt will meet the press on Monday. “It is over,” she said.") == "unknown");
}

TEST_CASE("what was said before is not of the day told") {
  CHECK(days("Mayor Anna Holt visited Westmark on Monday. Karl Weber said that taxes were low.") == "2016-06-13");
  CHECK(days("Mayor Anna Holt visited Westmark on Monday. Karl Weber previously said that taxes were low.") ==
        "unknown");
  CHECK(days("Mayor Anna Holt said on Monday that taxes would rise. “It is over,” she often says.") ==
        "2016-06-13; unknown");
}

TEST_CASE("what sentences name: debates, polls") {
  std::vector<Clause> clauses;
  for (const char* text : {"The debate was long.", "The face-off was dull.", "A poll is a poll.", "The mills are old."})
    clauses.push_back(MarkedSentence(text).clause);
  const DayWords words(english());
  const Settings settings(words, clauses);
  CHECK(settings.weight(0).part().text == "2");  // a face-off is a debate
  CHECK(settings.weight(2).part().text == "1");
  CHECK(settings.weight(3).part().text == "0");
  CHECK(settings.shared(0, 1).part().text == "same");
  CHECK(settings.shared(0, 2).part().text == "same");   // the sentence before names it
  CHECK(settings.shared(0, 3).part().text == "other");  // the poll before it
  CHECK(settings.shared(3, 0).part().text == "none");
  CHECK(settings.shared(2, 1).part().text == "other");
  CHECK_FALSE(settings.any_most());  // two debates are not what it is of
}

TEST_CASE("what most sentences name") {
  std::vector<Clause> clauses;
  for (const char* text : {"The debate was long.", "The face-off was dull.", "A poll is a poll.", "It was a debate.",
                           "The debates are over.", "The poll was old."})
    clauses.push_back(MarkedSentence(text).clause);
  const DayWords words(english());
  const Settings settings(words, clauses);
  CHECK(settings.any_most());
  CHECK(settings.names_most(1));
  CHECK_FALSE(settings.names_most(2));
}

TEST_CASE("the word that leads words of time") {
  const DayWords words(english());
  const auto lead = [&](const std::string& text, const std::string& time) {
    const MarkedSentence s(text);
    const std::size_t at = text.find(time);
    return std::string(words.lead(s.article.text, s.clause, {at, at + time.size()}).text);
  };
  CHECK(lead("She has asked for it since Monday.", "Monday") == "since");
  CHECK(lead("She asked for it on Monday.", "on Monday") == "on");
  CHECK(lead("She lost the 2012 vote.", "2012") == "the");
  CHECK(lead("Monday she asked for it.", "Monday") == "none");
  CHECK(lead("She asked Monday for it.", "Monday") == "none");
}

TEST_CASE("without weights no day is chosen") {
  std::vector<RuleFile> files = builtin_rules();
  for (RuleFile& file : files)
    if (file.name.ends_with("weights-days.txt")) file.text = "# none\n";
  const Grammar grammar(files);
  Article article;
  article.text = "Mayor Anna Holt said on Monday that taxes would rise. “It is over,” she said.";
  article.published = parse_iso("2016-06-15");
  article.paragraphs.push_back({{0, article.text.size()}, Paragraph::Kind::body});
  const std::vector<Statement> statements = Extractor(grammar).extract(article);
  REQUIRE(statements.size() == 2);
  CHECK(statements[0].said);
  CHECK_FALSE(statements[1].said);
}
