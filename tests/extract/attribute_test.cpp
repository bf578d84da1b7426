#include "extract/attribute.h"

#include <catch2/catch.hpp>

#include "core/error.h"
#include "extract/logistic.h"
#include "extract/marked_sentence.h"

using namespace onrecord;

namespace {

// "source / cue / content … content" of each quotation of the first sentence, divided by "; ".
std::string quotations(const std::string& text) {
  static const Splitter splitter(english());
  static const Parser parser(english());
  static const Attributor attributor(english());
  Article article;
  article.text = text;
  article.paragraphs = {{{0, text.size()}, Paragraph::Kind::body}};
  std::string out;
  for (const Quotation& q : attributor.attribute(text, parser.parse(text, {splitter.split(article).at(0)}))) {
    if (!out.empty()) out += "; ";
    out += std::string(q.source ? slice(text, *q.source) : "nobody") + " / " + std::string(slice(text, *q.cue)) + " / ";
    for (const Range& piece : q.content) (out += piece == q.content.front() ? "" : " … ") += slice(text, piece);
  }
  return out;
}

}  // namespace

TEST_CASE("a content runs on past because and where, not past the next verb of its speaker") {
  CHECK(quotations("Mayor Holt said the bridge would close because the piers had cracked.") ==
        "Mayor Holt / said / the bridge would close because the piers had cracked");
  CHECK(quotations("Mayor Holt praised the dockers and left the hall.") == "Mayor Holt / praised / the dockers");
  CHECK(quotations("Mayor Holt said that the bridge was closed, adding that the piers had cracked.") ==
        "Mayor Holt / said / that the bridge was closed; Mayor Holt / adding / that the piers had cracked");
}

TEST_CASE("what is praised ends before a comma with another's verb, what is said does not") {
  CHECK(quotations("Mayor Holt praised the dockers, but Weber left the hall.") == "Mayor Holt / praised / the dockers");
  CHECK(quotations("Mayor Holt said the bridge was closed, but the mill was open.") ==
        "Mayor Holt / said / the bridge was closed, but the mill was open");
}

TEST_CASE("what is said runs on to its verb behind an aside") {
  CHECK(quotations("Critics say the levy, which took effect in May, hurts the poor.") ==
        "Critics / say / the levy, which took effect in May, hurts the poor");
}

TEST_CASE("a quotation is said by whom the words behind it name, not by whom a sentence before its colon does") {
  CHECK(quotations("Mayor Holt stood by his words: “The bridge is closed,” he wrote.") ==
        "he / wrote / “The bridge is closed,”");
  CHECK(quotations("Mayor Holt stood by his words: “The bridge is closed.”").substr(0, 10) == "Mayor Holt");
}

TEST_CASE("prepositions and verbs that lead to it belong to the cue") {
  CHECK(quotations("Mayor Holt called for an end of the strike.") == "Mayor Holt / called for / an end of the strike");
  CHECK(quotations("Mayor Holt has repeatedly denied that the piers had cracked.") ==
        "Mayor Holt / has repeatedly denied / that the piers had cracked");
}

TEST_CASE("a source has its apposition, but no day") {
  CHECK(quotations("“It is over,” said Karl Weber, a docker from Westmark.") ==
        "Karl Weber, a docker from Westmark / said / “It is over,”");
  CHECK(quotations("“It is over,” said Karl Weber on Tuesday.") == "Karl Weber / said / “It is over,”");
}

TEST_CASE("a source close to somebody is one") {
  CHECK(quotations("The plan will be changed, a man close to the mayor said.") ==
        "a man close to the mayor / said / The plan will be changed");
}

TEST_CASE("who has spoken goes on in a relative clause") {
  CHECK(quotations("“We lost,” said Karl Weber, who warned that the mill was next.") ==
        "Karl Weber / said / “We lost,”; who / warned / that the mill was next");
}

TEST_CASE("the title of a book behind a comma is no quotation") {
  CHECK(quotations("The dockers wanted to return home, Weber said in his book, “A River Son.”").substr(0, 48) ==
        "Weber / said / The dockers wanted to return home");
  CHECK(quotations("It is over, Weber said on Westmark TV’s “Morning Joe.”") == "Weber / said / It is over");
}

TEST_CASE("two quotations with “and” between them are one content") {
  CHECK(quotations("The dockers chanted, “Send them home,” and “Mend the mill.”") ==
        "The dockers / chanted / “Send them home,” and “Mend the mill.”");
}

TEST_CASE("a whole quotation belongs to one cue") {
  CHECK(quotations("“I will resign,” he told colleagues, according to three people who were in the room.") ==
        "he / told / “I will resign,”");
}

TEST_CASE("a label in capitals speaks, also behind a mark that opens the whole transcript") {
  CHECK(quotations("HOLT: Well, look, he thinks this is great.") == "HOLT / : / Well, look, he thinks this is great");
  CHECK(quotations("\"HOLT: Well, look, he thinks this is great.") == "HOLT / : / Well, look, he thinks this is great");
}

TEST_CASE("the second look: of two verbs the one inside what the other reports is no cue") {
  CHECK(quotations("Mayor Holt said the dockers believed that the bridge was safe.") ==
        "Mayor Holt / said / the dockers believed that the bridge was safe");
}

TEST_CASE("of somebody whose age stands before his town the name is the source, not the town") {
  CHECK(quotations("Anna Holt, 50, of Westmark learned of her status.") ==
        "Anna Holt, 50, of Westmark / learned of / her status");
  CHECK(quotations("Before noon, the union of Westmark learned of her status.").find("the union") == 0);
}

TEST_CASE("which of several places is right is learnt from what they have in common") {
  std::vector<Alternatives> cases;
  for (int i = 0; i < 40; ++i) cases.push_back({{{"comma"}, {"stop"}, {"comma", i % 2 == 0 ? "odd" : "even"}}, 1, {}});
  const std::string learnt = learn(cases, 5);
  CHECK(learnt.find("stop\t") != std::string::npos);
  const Weights weights = Weights::parse(learnt, "weights");
  CHECK(weights.hundredths("stop") > weights.hundredths("comma") + 100);
  CHECK(learn(cases, 100).empty());
  CHECK_THROWS_AS(Weights::parse("stop 1.0\n", "weights"), Error);
}
