// What users of other programs for quotations ask for, again and again: a test of each, named after it. That it
// installs and runs as one program is tested by samples/tour and tests/cli.
#include <catch2/catch.hpp>

#include "extract/extract.h"
#include "extract/marked_sentence.h"

using namespace onrecord;

namespace {

// "name: text" of each statement, divided by "; "; paragraphs are divided by line ends.
std::string said(const std::string& text) {
  static const Extractor extractor(english());
  Article article;
  article.text = text;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    if (end > i) article.paragraphs.push_back({{i, end}, Paragraph::Kind::body});
    i = end + 1;
  }
  std::string out;
  for (const Statement& s : extractor.extract(article)) {
    out += (out.empty() ? "" : "; ") + s.speaker.name + ": ";
    for (const Range& piece : s.content) (out += piece == s.content.front() ? "" : " … ") += slice(text, piece);
  }
  return out;
}

}  // namespace

TEST_CASE("wish: quotations of several paragraphs") {
  CHECK(said("“We begin on Monday,” Mayor Anna Holt said. “The bridge comes first.\n“After that we mend the mill.\n"
             "“Then we rest,” she said.") ==
        "Anna Holt: “We begin on Monday,” … “The bridge comes first. … “After that we mend the mill.; "
        "Anna Holt: “Then we rest,”");
}

TEST_CASE("wish: odd or unclosed marks do not drop the document") {
  CHECK(said("\"We lost the vote, Mayor Anna Holt said.\n“It is over,” Karl Weber said.") ==
        "Karl Weber: “It is over,”");
  CHECK(said("He wrote ” and left.\n“It is over,” Karl Weber said.") == "Karl Weber: “It is over,”");
}

TEST_CASE("wish: marks within marks, and a mark of another kind that closes") {
  CHECK(said("“People in “Anna Now” shirts stood behind her,” Karl Weber said. “It was odd.”") ==
        "Karl Weber: “People in “Anna Now” shirts stood behind her,” … “It was odd.”");
  CHECK(said("“It is over, Karl Weber said. “We lost.”\n“Never,” said Ines Keller.") == "Ines Keller: “Never,”");
  CHECK(said("\"We lost the vote,” said Karl Weber. \"Now we rest.\"") ==
        "Karl Weber: \"We lost the vote,” … \"Now we rest.\"");
  CHECK(said("“We lost the vote,\" said Karl Weber. \"Now we rest.” It rained.") ==
        "Karl Weber: “We lost the vote,\" … \"Now we rest.”");
  CHECK(said("\"They call it 'the mill,' \" said Karl Weber. \"It is old.\"") ==
        "Karl Weber: \"They call it 'the mill,' \" … \"It is old.\"");
  CHECK(said("''I read it in 'Rivers and Mills,''' said Karl Weber.") ==
        "Karl Weber: ''I read it in 'Rivers and Mills,'''");
}

TEST_CASE("wish: a quotation that goes on behind another sentence part") {
  CHECK(said("“We lost,” said Karl Weber. But “we fought.”") == "Karl Weber: “We lost,” … But “we fought.”");
  CHECK(said("''We lost, '' said Karl Weber. ''We fought.''") == "Karl Weber: ''We lost, '' … ''We fought.''");
  CHECK(said("“We lost,” and taxes will rise, Karl Weber said.") == "Karl Weber: “We lost,” and taxes will rise");
  CHECK(said("“We lost,” said Karl Weber, who declined to resign. “We fought.”").find("“We lost,” … “We fought.”") !=
        std::string::npos);
}

TEST_CASE("wish: a quotation behind an abbreviation that ends the sentence") {
  CHECK(said("“We lost,” Karl Weber said at a rally in Westmark, N.Y. “Now we rest.”") ==
        "Karl Weber: “We lost,” … “Now we rest.”");
  CHECK(said("Karl Weber said the U.S. “clearly” lost.") == "Karl Weber: the U.S. “clearly” lost");
  CHECK(said("“Is it over?” Ines Keller pressed. “Tell us.”") == "Ines Keller: “Is it over?” … “Tell us.”");
  CHECK(said("Ines Keller asked, “Is it over?” Karl Weber answered, “We lost.”") ==
        "Ines Keller: “Is it over?”; Karl Weber: “We lost.”");
}

TEST_CASE("wish: a paragraph that is quoted without marks") {
  CHECK(said("Karl Weber wrote:\nThe mill is gone. Nobody told me that it was old.\nIt rained.") ==
        "Karl Weber: The mill is gone. … Nobody told me that it was old.");
  CHECK(said("Karl Weber warned:\nThe mill is gone.\nIt rained.").find("The mill") == std::string::npos);
  CHECK(said("After Anna Holt said “the mill is lost,” Karl Weber wrote:\nNobody told me.\nIt rained.")
            .find("Karl Weber: Nobody told me.") != std::string::npos);
  CHECK(said("Karl Weber said in a statement:\nThe mill is gone.") == "Karl Weber: The mill is gone.");
}

TEST_CASE("wish: quotations in brackets") {
  CHECK(said("(“It is over,” Karl Weber said.)") == "Karl Weber: “It is over,”");
  CHECK(said("(Not all agree. Karl Weber said that the mill was lost.) It rained.") ==
        "Karl Weber: that the mill was lost");
  CHECK(said("Karl Weber wrote:\n(").empty());
  CHECK(said("( “It is over,” Karl Weber said.)") == "Karl Weber: “It is over,”");
  CHECK(said("Karl Weber said (twice) that the mill was lost.") == "Karl Weber: that the mill was lost");
}

TEST_CASE("wish: every kind of quotation mark") {
  CHECK(
      said(
          "Mayor Anna Holt said: «We will win.» Karl Weber said, „We will lose.“ Ines Keller said: 「We will see.」") ==
      "Anna Holt: «We will win.»; Karl Weber: „We will lose.“; Ines Keller: 「We will see.」");
  CHECK(said("“We will wait,” said Tom Hallow. ‘We will rest,’ said Ada Brook. \"We will go,\" said Jo Lind.") ==
        "Tom Hallow: “We will wait,”; Ada Brook: ‘We will rest,’; Jo Lind: \"We will go,\"");
  CHECK(said("''We will stay,'' said Max Orr. ``We will sing,'' said Eve Dahl.") ==
        "Max Orr: ''We will stay,''; Eve Dahl: ``We will sing,''");
}

TEST_CASE("wish: an apposition between name and verb") {
  CHECK(said("Hugh Marlow, a doctor, said the fever was over.") == "Hugh Marlow: the fever was over");
  CHECK(said("“It is over,” said Hugh Marlow, a doctor from Westmark.") == "Hugh Marlow: “It is over,”");
}

TEST_CASE("wish: one name a person") {
  CHECK(said("Mayor Anna Holt said taxes would rise. Holt said the mill was lost. “It is over,” Ms. Holt said.") ==
        "Anna Holt: taxes would rise; Anna Holt: the mill was lost; Anna Holt: “It is over,”");
}

TEST_CASE("wish: a nickname in marks is no quotation") {
  CHECK(said("They met Karl “the Hammer” Weber there.") == "");
  CHECK(said("Robert “Bobby” Hallow said the mill was lost.") == "Robert “Bobby” Hallow: the mill was lost");
}

TEST_CASE("wish: verbs other than said") {
  CHECK(
      said("Karl Weber quipped that the mill was slow. Ines Keller vowed to mend it. Tom Hallow insisted it was late. "
           "Ada Brook conceded that it had failed.") ==
      "Karl Weber: that the mill was slow; Ines Keller: to mend it; Tom Hallow: it was late; "
      "Ada Brook: that it had failed");
}

TEST_CASE("wish: press releases") {
  CHECK(said("FOR IMMEDIATE RELEASE\nContact: Jo Lind, 555-0134\nHARBOR CITY – The Harbor Union today announced a "
             "strike.\n“We have waited long enough,” said Ines Keller, president of the Harbor Union.\n# # #") ==
        "Harbor Union: a strike; Ines Keller: “We have waited long enough,”");
}

TEST_CASE("wish: scare quotes are no quotations") {
  CHECK(said("The so-called “experts” met in the “House of Cards” room. Its “green” mills are old.") == "");
}

TEST_CASE("wish: long articles are read to their end") {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "The mills along the river are old and the town is small.\n";
  CHECK(text.size() > 200'000);
  CHECK(said(text + "“It is over,” Karl Weber said.") == "Karl Weber: “It is over,”");
}

TEST_CASE("wish: transcripts with labels") {
  CHECK(said("HOLT: We will mend the mill.\nWEBER: It is too late.") ==
        "HOLT: We will mend the mill; WEBER: It is too late");
  CHECK(said("HOLT: We will mend the mill. Weber said that it was old. It is not.\nIt rained.") ==
        "HOLT: We will mend the mill. Weber said that it was old. It is not.");
  CHECK(said("Anna Holt ran the mill. Holt is old.\nQ: Is it over?\nA: It is. We lost it.") ==
        "Q: Is it over; Anna Holt: It is. We lost it.");
}
