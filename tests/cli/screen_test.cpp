// What is printed: columns, wrapping, tables, CSV, JSON.
#include <catch2/catch.hpp>

#include "cli/rows.h"
#include "cli/table.h"
#include "cli/text_width.h"

using namespace onrecord;
using Lines = std::vector<std::string>;

TEST_CASE("columns are counted as a terminal does") {
  CHECK(columns_of("") == 0);
  CHECK(columns_of("“né”") == 4);
  CHECK(columns_of("日本") == 4);
  CHECK(columns_of("e\xCC\x81") == 1);
}

TEST_CASE("text is wrapped at spaces, and a long word where it must be") {
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("the bridge will open", 10) == Lines{"the bridge", "will open"});
  CHECK(wrap("the bridge  will", 10) == Lines{"the bridge", "will"});
  CHECK(wrap("unbreakable", 4) == Lines{"unbr", "eaka", "ble"});
  CHECK(wrap("a\nb", 10) == Lines{"a", "b"});
  CHECK(wrap("日本日本", 4) == Lines{"日本", "日本"});
  CHECK(wrap("exactly ten", 11) == Lines{"exactly ten"});
}

TEST_CASE("no wrapped line is wider than asked for, and no letter is lost") {
  const std::string text = "“We were, and remain, un-im-press-ed,” 日本 the naïve mayor of Holm-on-the-Water said.";
  const auto letters = [](std::string s) {
    s.erase(std::remove(s.begin(), s.end(), ' '), s.end());
    return s;
  };
  for (std::size_t width = 2; width < 100; ++width) {
    std::string all;
    for (const std::string& line : wrap(text, width)) {
      CHECK(columns_of(line) <= width);
      all += line;
    }
    CHECK(letters(all) == letters(text));
  }
}

TEST_CASE("what could move the cursor becomes a space") {
  CHECK(one_line("a\nb\tc") == "a b c");
  CHECK(one_line("\x1b[31mred") == " [31mred");
  CHECK(one_line("a\r\n\xC2\x85z") == "a z");
  CHECK(one_line("a\xE2\x80\xAEz") == "a z");  // right-to-left override
  CHECK(harmless("a\n\x1b[0mb") == "a\n [0mb");
}

TEST_CASE("shortened text says so") {
  CHECK(shorten("short", 5) == "short");
  CHECK(shorten("too long", 5) == "too …");
}

TEST_CASE("a table is as wide as its cells where the screen has room") {
  const Table table{{{"Day"}, {"Who"}, {"N", 0, true}}, {{"2016-10-07", "Anna", "5"}, {"2016-10-08", "Bo", "12"}}};
  CHECK(layout(table, {false, 80}) ==
        "Day         Who    N\n"
        "2016-10-07  Anna   5\n"
        "2016-10-08  Bo    12\n");
  CHECK(layout({{{"Day"}}, {}}, {false, 80}).empty());
}

TEST_CASE("on a narrow screen the widest column gives way, by wrapping") {
  const Table table{
      {{"Day", 10}, {"Words"}}, {{"2016-10-07", "the bridge will open in May and it will stay open for good"}}, true};
  CHECK(layout(table, {false, 40}) ==
        "Day         Words\n"
        "2016-10-07  the bridge will open in May\n"
        "            and it will stay open for\n"
        "            good\n");
}

TEST_CASE("colour only where the terminal has it") {
  CHECK(styled("x", Style::bold, {false, 80}) == "x");
  CHECK(styled("x", Style::bold, {true, 80}) == "\x1b[1mx\x1b[0m");
  CHECK(styled("", Style::bold, {true, 80}).empty());
}

TEST_CASE("CSV cells are quoted as RFC 4180 says and start no formula") {
  CHECK(csv_cell("plain") == "plain");
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("he said \"no\"") == "\"he said \"\"no\"\"\"");
  CHECK(csv_cell("a\nb") == "\"a\nb\"");
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("+1") == "'+1");
  CHECK(csv_cell("-5 degrees, he said") == "\"'-5 degrees, he said\"");
  CHECK(csv_cell("@holm") == "'@holm");
  CHECK(csv_cell("").empty());
}

TEST_CASE("a line of JSON has no raw line break of any kind") {
  CHECK(json_line({{"a", "x\ny"}}) == "{\"a\":\"x\\ny\"}\n");
  CHECK(json_line("a\xE2\x80\xA8z") == "\"a\\u2028z\"\n");
  CHECK(json_line("a\xE2\x80\xA9z") == "\"a\\u2029z\"\n");
  CHECK(json_line("a\xC2\x85z") == "\"a\\u0085z\"\n");
  CHECK(json_line("\xFF") == "\"\xEF\xBF\xBD\"\n");
  CHECK(json_line("“é” \xE2\x80\xA6") == "\"“é” …\"\n");
}

namespace {

TEST_CASE("JSON is the same written at once and by way of a value") {
  const std::string odd = "a\"\\/\b\f\n\r\t\v\x01\x1F\x7F é“\xF0\x9F\x98\x80\xE2\x80\xA8\xE2\x80\xA9\xC2\x85\xFF";
  CHECK(JsonWriter().text(odd).take() == json_text(odd));
  CHECK(JsonWriter().text_or_null("").take() == "null");
  CHECK(JsonWriter().optional_text(std::string()).take() == "\"\"");
  for (const double number : {0.0, 1.0, 0.86, 0.001, 0.125})
    CHECK(JsonWriter().number(number).take() == json_text(number));
  JsonWriter json;
  json.open('{').key("a").range({3, 14}).key("b").open('[').range({0, 1}).range({2, 3}).close(']');
  json.key("c").open('[').close(']').key("d").null();
  CHECK(json.close('}').take() == "{\"a\":[3,14],\"b\":[[0,1],[2,3]],\"c\":[],\"d\":null}");
}

// Two rows in a format, as a string.
std::string rows_as(Format format, bool empty = false) {
  std::FILE* file = std::tmpfile();
  REQUIRE(file != nullptr);
  Output out(file);
  Rows rows(out, format, {{"who", "n"}, {{"Who"}, {"N"}}, false, "Nobody."});
  if (!empty) {
    rows.add({json_text({{"who", "A\tB"}, {"n", 1}}), {"A\tB", "1"}, {"A", "1"}});
    rows.add({json_text({{"who", "C"}, {"n", 2}}), {"C", "2"}, {"C", "2"}});
  }
  rows.finish();
  out.finish();
  std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  REQUIRE(std::fread(text.data(), 1, text.size(), file) == text.size());
  std::fclose(file);
  return text;
}

}  // namespace

TEST_CASE("rows come out in every format") {
  CHECK(rows_as(Format::json) == "[\n{\"who\":\"A\\tB\",\"n\":1},\n{\"who\":\"C\",\"n\":2}\n]\n");
  CHECK(rows_as(Format::jsonl) == "{\"who\":\"A\\tB\",\"n\":1}\n{\"who\":\"C\",\"n\":2}\n");
  CHECK(rows_as(Format::csv) == "who,n\r\nA\tB,1\r\nC,2\r\n");
  CHECK(rows_as(Format::plain) == "A B\t1\nC\t2\n");
  CHECK(rows_as(Format::table) == "Who  N\nA    1\nC    2\n");
}

TEST_CASE("no rows are an empty value, and a sentence for a reader") {
  CHECK(rows_as(Format::json, true) == "[]\n");
  CHECK(rows_as(Format::jsonl, true).empty());
  CHECK(rows_as(Format::csv, true) == "who,n\r\n");
  CHECK(rows_as(Format::table, true) == "Nobody.\n");
}
