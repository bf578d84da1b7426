// Plain text to Article.
#include <catch2/catch.hpp>

#include "core/error.h"
#include "core/hash.h"
#include "read/day.h"
#include "read/read.h"

using namespace onrecord;
using Catch::Matchers::Contains;

namespace {

const std::string body = "The mayor of Holm said the bridge would open in May, after two years of repairs.\n";

Article read(const std::string& bytes, const std::string& file = "a.txt", const Metadata& given = {}) {
  return read_text(bytes, file, given);
}

// "T:words|B:words": the paragraphs as a short string.
std::string paragraphs(const Article& article) {
  std::string out;
  for (const Paragraph& p : article.paragraphs) {
    if (!out.empty()) out += '|';
    out += p.kind == Paragraph::Kind::title ? "T:" : "B:";
    out += slice(article.text, p.range);
  }
  return out;
}

}  // namespace

TEST_CASE("paragraphs are divided by line breaks of any kind and carry no white space") {
  CHECK(paragraphs(read("One is here.\nTwo is here.\n\n\n  Three. \t\n")) == "B:One is here.|B:Two is here.|B:Three.");
  CHECK(paragraphs(read("One is here.\r\nTwo is here.\r\n")) == "B:One is here.|B:Two is here.");
  CHECK(paragraphs(read("One is here.\rTwo is here.")) == "B:One is here.|B:Two is here.");
  CHECK(paragraphs(read("One.\n\xC2\xA0\nTwo.\xC2\xA0")) == "B:One.|B:Two.");
}

TEST_CASE("nothing of the file is cut, so that offsets count in it") {
  const std::string bytes = "\xEF\xBB\xBFTitle: Bridge\r\n\r\nOne is here.\r\n";
  const Article article = read(bytes);
  CHECK(article.text == bytes);
  CHECK(article.id == hash_hex(bytes));
  CHECK(paragraphs(article) == "B:One is here.");
  CHECK(article.title == "Bridge");
}

TEST_CASE("a byte order mark belongs to no paragraph") {
  CHECK(paragraphs(read("\xEF\xBB\xBFOne is here.")) == "B:One is here.");
}

TEST_CASE("a short first line without a full stop is the title") {
  const Article article = read("Bridge to open in May\n\n" + body);
  CHECK(article.title == "Bridge to open in May");
  CHECK(article.title_from == "first line");
  CHECK(article.paragraphs[0].kind == Paragraph::Kind::title);
  CHECK(article.paragraphs[1].kind == Paragraph::Kind::body);
  CHECK(read("Bridge to open in May\n" + body).title == "Bridge to open in May");
  CHECK(read("Will the Bridge Ever Open?\n\nNo.\n").title == "Will the Bridge Ever Open?");
  CHECK(read("Holm Bridge Will Open In May, Mayor Says.\n\n" + body).title);
}

TEST_CASE("a subtitle right under the title is a headline too, but not the title") {
  const Article article = read("Bridge to open in May\nTwo years of repairs end\n" + body);
  CHECK(article.title == "Bridge to open in May");
  CHECK(article.paragraphs[1].kind == Paragraph::Kind::title);
  CHECK(article.paragraphs[2].kind == Paragraph::Kind::body);
}

TEST_CASE("a first sentence is not a title") {
  CHECK_FALSE(read("The bridge opens in May.\n\n" + body).title);
  CHECK_FALSE(read("He said, “It opens in May.”\n\n" + body).title);
  CHECK_FALSE(read("The bridge opens in May").title);
  CHECK_FALSE(read(std::string(201, 'x') + "\n\n" + body).title);
  CHECK_FALSE(read("They said the following:\n" + body).title);
}

TEST_CASE("metadata comes from Key: value lines at the top") {
  const Article article = read(
      "Headline: Bridge to open\nDATE: Friday, 7 October 2016\nsource: The Holm Post\nAuthor: A. Writer\n"
      "URL: https://post.example/a?b=1\n\n" +
      body);
  CHECK(article.title == "Bridge to open");
  CHECK(article.outlet == "The Holm Post");
  CHECK(article.url == "https://post.example/a?b=1");
  REQUIRE(article.published);
  CHECK(iso(*article.published) == "2016-10-07");
  CHECK(article.title_from == "header");
  CHECK(article.outlet_from == "header");
  CHECK(article.url_from == "header");
  CHECK(article.published_from == "header");
  CHECK(article.paragraphs.size() == 1);
}

TEST_CASE("a headline with a colon is not a header") {
  CHECK(read("Live: the vote\n\n" + body).title == "Live: the vote");
  CHECK(paragraphs(read("Title: no blank line after it\n" + body)).find("Title:") != std::string::npos);
}

TEST_CASE("options outrank the header, the header the file's name") {
  Metadata given;
  given.outlet = "Evening News";
  given.published = parse_iso("2020-01-02");
  const Article optional = read("Date: 2019-01-01\nOutlet: Post\n\n" + body, "2018-01-01.txt", given);
  CHECK(iso(*optional.published) == "2020-01-02");
  CHECK(optional.published_from == "option");
  CHECK(optional.outlet == "Evening News");
  CHECK(iso(*read("Date: 2019-01-01\n\n" + body, "2018-01-01.txt").published) == "2019-01-01");
  const Article named = read(body, "old/post_2018-01-01_bridge.txt");
  CHECK(iso(*named.published) == "2018-01-01");
  CHECK(named.published_from == "file name");
}

TEST_CASE("an unknown publication date stays unknown, and an unreadable one is reported") {
  const Article plain = read(body, "bridge.txt");
  CHECK_FALSE(plain.published);
  CHECK(plain.published_from.empty());
  CHECK_FALSE(read(body, "2018-01-01/bridge.txt").published);
  const Article vague = read("Date: last week\n\n" + body);
  CHECK_FALSE(vague.published);
  REQUIRE(vague.repairs.size() == 1);
  CHECK_THAT(vague.repairs[0], Contains("last week") && Contains("2016-10-07"));
}

TEST_CASE("days are read as people write them") {
  const auto day = [](const char* text) { return parse_day(text) ? iso(*parse_day(text)) : "none"; };
  CHECK(day("2016-10-07T08:00:00Z") == "2016-10-07");
  CHECK(day("Fri, 07 Oct 2016 08:00 GMT") == "2016-10-07");
  CHECK(day("October 7, 2016") == "2016-10-07");
  CHECK(day("Sept. 7th, 2016") == "2016-09-07");
  CHECK(day("31 November 2016") == "none");
  CHECK(day("07/10/2016") == "none");
  CHECK(day("7 Foo 2016") == "none");
  CHECK(day("2016-10-071") == "none");
  CHECK_FALSE(day_in_file_name("a-12016-10-07.txt"));
  CHECK_FALSE(day_in_file_name("2016-13-07.txt"));
  CHECK(iso(*day_in_file_name("9999-99-99 2016-10-07.txt")) == "2016-10-07");
}

TEST_CASE("invalid bytes and single NULs are replaced and counted") {
  const Article article = read("The caf\xE9 is open, said the owner of the place in Holm.\n" + body);
  REQUIRE(article.repairs.size() == 1);
  CHECK_THAT(article.repairs[0], Contains("1 invalid byte replaced, the first at byte 7"));
  CHECK_THAT(article.text, Contains("caf\xEF\xBF\xBD is"));
  const Article nul = read(body + std::string("One\0two.\n", 9));
  REQUIRE(nul.repairs.size() == 1);
  CHECK_THAT(nul.repairs[0], Contains("1 NUL byte replaced"));
  CHECK_THAT(nul.text, Contains("One\xEF\xBF\xBDtwo."));
}

TEST_CASE("what is not text is refused with the file's name and the next step") {
  std::string rubbish;
  for (int i = 0; i < 3000; ++i) rubbish += static_cast<char>((i * 7919 + i / 256 * 31) % 256);
  CHECK_THROWS_WITH(read(rubbish, "x.bin"), Contains("x.bin") && Contains("plain text"));
  CHECK_THROWS_WITH(read(std::string("\xFF\xFEH\0i\0", 6), "x.txt"), Contains("UTF-16"));
  CHECK_THROWS_WITH(read("", "x.txt"), Contains("no text"));
  CHECK_THROWS_WITH(read(" \n\n", "x.txt"), Contains("no text"));
  CHECK_THROWS_WITH(read("Title: A\n\n", "x.txt"), Contains("no text"));
}

TEST_CASE("a file of another format is refused with what it is, the file's name and the next step") {
  const auto refused = [](const std::string& bytes, const std::string& what) {
    CHECK_THROWS_WITH(read(bytes, "x.html"), "x.html: this is " + what +
                                                 ", not plain text; save the article's text as a .txt file and give "
                                                 "that");
  };
  refused("<!DOCTYPE html>\n<p>" + body, "a web page");
  refused("<HTML lang=\"en\">" + body, "a web page");
  refused("\xEF\xBB\xBF \r\n\t<html>" + body, "a web page");
  refused("<?xml version=\"1.0\"?>" + body, "an XML page or feed");
  refused("<rss version=\"2.0\">" + body, "a feed");
  refused("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + body, "a feed");
  refused("%PDF-1.7\nabc", "a PDF");
  refused("PK\x03\x04 and so on", "a ZIP or office file (DOCX, ODT)");
  refused("{\\rtf1\\ansi " + body + "}", "a word processor's file (RTF)");
}

TEST_CASE("a text with a tag or a sign of markup in it is read as it stands") {
  CHECK(paragraphs(read("<3 is how she signs.\n")) == "B:<3 is how she signs.");
  CHECK(paragraphs(read("<b>Holm</b> is open.\n")) == "B:<b>Holm</b> is open.");
  CHECK(paragraphs(read("He wrote <html> first.\n<!doctype html> came later.\n")) ==
        "B:He wrote <html> first.|B:<!doctype html> came later.");
}

TEST_CASE("a quotation that is never closed is reported with its line") {
  const Article article = read(body + "She said: “It will open.\n" + body);
  REQUIRE(article.repairs.size() == 1);
  CHECK_THAT(article.repairs[0], Contains("line 2"));
  CHECK(read("She said: “It will open.\n“And it will stay open,” she said.\n").repairs.empty());
  CHECK(read("The door is 6\" wide.\n").repairs.empty());
  CHECK(read("She said \"yes\n").repairs.size() == 1);
  CHECK(read("She said \"yes” and “no\".\n").repairs.empty());
  CHECK(read("\"I said “yes” to him,\" she said.\n“I said \"yes\" to him,” she said.\n").repairs.empty());
}

TEST_CASE("50 MB on one line are read in linear time") {
  std::string line;
  while (line.size() < 50'000'000) line += "The mayor said “the bridge will open” on Monday. ";
  const Article article = read(line);
  CHECK(article.paragraphs.size() == 1);
  CHECK_FALSE(article.title);
}
