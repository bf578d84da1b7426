// Golden runs without a store: help, misuse, reading, extracting, bad inputs.
#include "cli/program.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/articles.h"
#include "core/text.h"

using Catch::Matchers::Contains;
using Json = nlohmann::ordered_json;

namespace {

std::vector<Json> records(const std::string& jsonl) {
  std::vector<Json> out;
  for (std::size_t at = 0; at < jsonl.size();) {
    const std::size_t end = jsonl.find('\n', at);
    REQUIRE(end != std::string::npos);
    out.push_back(Json::parse(jsonl.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

// text[from, to) in code points.
std::string points(const std::string& text, std::size_t from, std::size_t to) {
  std::string out;
  std::size_t point = 0;
  for (std::size_t i = 0; i < text.size(); ++point) {
    const std::size_t length = onrecord::utf8_length(static_cast<unsigned char>(text[i]));
    if (from <= point && point < to) out += text.substr(i, length);
    i += length;
  }
  return out;
}

// Exit code 1 by itself and 3 beside a good article, with one line on standard error that has `words`.
void check_bad(const Program& onrecord, const std::string& name, const std::string& words) {
  INFO(name);
  const std::string good = onrecord.folder.write("good.txt", bridge);
  const Run alone = onrecord({"extract", name});
  CHECK(alone.code == 1);
  CHECK(alone.out.empty());
  CHECK(lines(alone.err) == 1);
  CHECK_THAT(alone.err, Contains("onrecord: " + name) && Contains(words));
  const Run beside = onrecord({"extract", name, good});
  CHECK(beside.code == 3);
  CHECK(beside.out == onrecord({"extract", good}).out);
  CHECK(lines(beside.err) == 1);
}

}  // namespace

TEST_CASE("help, with and without a command") {
  const Program onrecord;
  const Run help = onrecord({});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  CHECK(help.out == onrecord({"--help"}).out);
  CHECK(help.out == onrecord({"help"}).out);
  CHECK(onrecord({"help", "log"}).out == onrecord({"log", "--help"}).out);
  CHECK_THAT(onrecord({"help", "exit-codes"}).out, Contains("3   some inputs failed"));
  CHECK_THAT(onrecord({"help", "environment"}).out, Contains("NO_COLOR"));
  CHECK_THAT(onrecord({"--version"}).out, Catch::Matchers::StartsWith("onrecord "));
}

TEST_CASE("misuse is exit code 2 and one line") {
  const Program onrecord;
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"lsit"},
                                             {"extract"},
                                             {"list", "--speakr", "x"},
                                             {"list", "--since", "yesterday"},
                                             {"extract", "--json", "--csv", "a.txt"},
                                             {"extract", "--title", "T", "a.txt", "b.txt"},
                                             {"rules", "destroy"},
                                             {"help", "nothing"},
                                             {"extract", "--jobs", "many", "a.txt"}}) {
    const Run run = onrecord(words);
    INFO(run.err);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(lines(run.err) == 1);
  }
}

TEST_CASE("extract prints the statement record, keys in order, offsets in code points") {
  const Program onrecord;
  onrecord.folder.write("bridge.txt", bridge);
  const Run run = onrecord({"extract", "bridge.txt"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  const auto found = records(run.out);
  REQUIRE(found.size() >= 2);
  for (const Json& record : found) {
    std::string keys;
    for (const auto& [key, value] : record.items()) keys += key + " ";
    CHECK(keys ==
          "id article file url outlet title published kind content text cue source speaker said manner act rule "
          "confidence schema version rules ");
    CHECK(record["file"] == "bridge.txt");
    CHECK(record["url"].is_null());
    CHECK(record["outlet"] == "Holm Post");
    CHECK(record["title"] == "Bridge to open in May");
    CHECK(record["published"] == "2016-10-07");
    CHECK(record["schema"] == "onrecord.statement/1");
    std::string text;
    for (const Json& piece : record["content"])
      text += (text.empty() ? "" : " … ") + points(bridge, piece[0], piece[1]);
    CHECK(record["text"] == text);
  }
  const auto tax_record = std::find_if(found.begin(), found.end(), [](const Json& record) {
    return record["text"].get<std::string>().find("fuel tax") != std::string::npos;
  });
  REQUIRE(tax_record != found.end());
  CHECK((*tax_record)["kind"] == "direct");
  CHECK_THAT((*tax_record)["speaker"]["name"].get<std::string>(), Contains("Keller"));
  CHECK(points(bridge, (*tax_record)["cue"][0], (*tax_record)["cue"][1]) == "said");
}

TEST_CASE("the same bytes come out whatever --jobs, and in the order of the inputs") {
  const Program onrecord;
  std::vector<std::string> one{"extract", "--jobs", "1"}, many{"extract", "--jobs", "5"};
  for (int i = 20; i > 0; --i) {
    const std::string name = std::to_string(i) + ".txt";
    onrecord.folder.write(name, i % 2 == 0 ? bridge : tax);
    one.push_back(name);
    many.push_back(name);
  }
  const Run run = onrecord(one);
  CHECK(run.code == 0);
  CHECK(run.out == onrecord(many).out);
  const auto found = records(run.out);
  CHECK(found.front()["file"] == "20.txt");
  CHECK(found.back()["file"] == "1.txt");
}

TEST_CASE("standard input is an article, with what the options say of it") {
  const Program onrecord;
  const Run run = onrecord({"extract", "--published", "2019-05-06", "--url", "https://post.example/1", "-"},
                           "“No,” Anna Keller said.\n");
  CHECK(run.code == 0);
  const auto found = records(run.out);
  REQUIRE(found.size() == 1);
  CHECK(found[0]["file"] == "-");
  CHECK(found[0]["published"] == "2019-05-06");
  CHECK(found[0]["url"] == "https://post.example/1");
}

TEST_CASE("extract prints other formats, too") {
  const Program onrecord;
  onrecord.folder.write("a.txt", bridge);
  const std::size_t count = records(onrecord({"extract", "a.txt"}).out).size();
  CHECK(Json::parse(onrecord({"extract", "--json", "a.txt"}).out).size() == count);
  const std::string csv = onrecord({"extract", "--csv", "a.txt"}).out;
  CHECK_THAT(csv, Catch::Matchers::StartsWith("id,article,file,"));
  CHECK(lines(csv) == count + 1);
  CHECK(lines(onrecord({"extract", "--plain", "a.txt"}).out) == count);
}

TEST_CASE("read prints an article as it is read") {
  const Program onrecord;
  onrecord.folder.write("2016-10-09 bridge.txt", "Bridge to open\n\nThe bridge will open in May, says the mayor.\n");
  const Run run = onrecord({"read", "2016-10-09 bridge.txt"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  const Json article = Json::parse(run.out);
  CHECK(article["title"] == Json{{"value", "Bridge to open"}, {"from", "first line"}});
  CHECK(article["published"] == Json{{"value", "2016-10-09"}, {"from", "file name"}});
  CHECK(article["outlet"].is_null());
  CHECK(article["paragraphs"][1]["range"] == Json::array({16, 60}));
}

TEST_CASE("an input that cannot be read is one line, and stops no other") {
  const Program onrecord;
  const Folder& folder = onrecord.folder;
  check_bad(onrecord, "none.txt", "no such file; check the path");
  folder.write("folder/notes.md", "x");
  check_bad(onrecord, "folder", "no article in this folder");
  folder.write("empty.txt", "");
  check_bad(onrecord, "empty.txt", "the file is empty");
  folder.write("blank.txt", "\n \n");
  check_bad(onrecord, "blank.txt", "there is no text in it");
  std::string rubbish;
  for (int i = 0; i < 5000; ++i) rubbish += static_cast<char>((i * 7919 + i / 256 * 31) % 256);
  folder.write("rubbish.txt", rubbish);
  check_bad(onrecord, "rubbish.txt", "save the article as plain text");
  folder.write("word.txt", "PK\x03\x04 and so on");
  check_bad(onrecord, "word.txt", "this is a ZIP or office file (DOCX, ODT)");
  folder.write("page.html", "<!DOCTYPE html>\n<html><body><p>“No,” Mayor Keller said.</p></body></html>\n");
  check_bad(onrecord, "page.html", "this is a web page, not plain text; save the article's text as a .txt file");
}

TEST_CASE("what is repaired in reading is told in one line, and the article is used") {
  const Program onrecord;
  const auto check = [&](const std::string& text, const std::string& words) {
    onrecord.folder.write("a.txt", text);
    const Run run = onrecord({"extract", "a.txt"});
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(lines(run.err) == 1);
    CHECK_THAT(run.err, Contains("onrecord: a.txt: ") && Contains(words));
    CHECK(lines(run.out) >= 1);
  };
  check(bridge + "The caf\xE9 is open.\n", "1 invalid byte replaced");
  check(bridge + std::string("Here is a\0b.\n", 13), "1 NUL byte replaced");
  check(bridge + "She said: “It will open.\n\nThen she left.\n", "the quotation opened in line 8 is not closed");
}

TEST_CASE("a broken rule file is named with line and column") {
  const Program onrecord;
  onrecord.folder.write("a.txt", bridge);
  onrecord.folder.write("own/mine.toml", "[[rule]]\nid = \"mine.one\npattern = \"QUOTE\"\n");
  const Run run = onrecord({"extract", "--rules", "own", "a.txt"});
  CHECK(run.code == 1);
  CHECK(lines(run.err) == 1);
  CHECK_THAT(run.err, Contains("mine.toml:2:"));
  const Run none = onrecord({"extract", "--rules", "nowhere", "a.txt"});
  CHECK(none.code == 1);
  CHECK_THAT(none.err, Contains("nowhere"));
}

TEST_CASE("the rule that the README shows can be used as it stands") {
  const Program onrecord;
  const Run run =
      onrecord.shell("mkdir own; sed -n '/^```toml/,/^```/{/^```/!p}' '" ONRECORD_SOURCE_DIR
                     "/README.md' >own/mine.toml; \"$ONRECORD\" rules check own; \"$ONRECORD\" rules list --rules own");
  CHECK(run.err.empty());
  CHECK_THAT(run.out, Contains(", all hold\n") && Contains("own/mine.toml:4"));
}

TEST_CASE("a full disk under standard output is an error, a closed pipe is not") {
  const Program onrecord;
  onrecord.folder.write("a.txt", bridge);
  const Run full = onrecord.shell("\"$ONRECORD\" extract a.txt >/dev/full");
  CHECK(full.code == 1);
  CHECK(lines(full.err) == 1);
  CHECK_THAT(full.err, Contains("standard output: No space left on device"));
  for (int i = 0; i < 200; ++i) onrecord.folder.write("many/" + std::to_string(i) + ".txt", bridge + tax);
  CHECK(onrecord.shell("\"$ONRECORD\" extract many | head -1").err.empty());
}

TEST_CASE("rules are listed with their place") {
  const Program onrecord;
  const Run run = onrecord({"rules", "list", "--plain"});
  CHECK(run.code == 0);
  CHECK(lines(run.out) > 20);
  CHECK_THAT(run.out, Contains("\tattribution\trules/en/attribution.toml\t"));
}

TEST_CASE("explain shows how the rules see a sentence") {
  const Program onrecord;
  const Run run = onrecord({"explain", "“We lost,” Anna Keller said."});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, Contains("att."));
  CHECK(onrecord({"explain", "-"}, "“We lost,” Anna Keller said.\n").out == run.out);
}
