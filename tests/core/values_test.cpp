// Hashes, dates, names of enums, and the nearest word.
#include <catch2/catch.hpp>

#include "core/date.h"
#include "core/hash.h"
#include "core/nearest.h"
#include "core/statement.h"

using namespace onrecord;

TEST_CASE("a content hash is XXH3-128 in canonical form") {
  CHECK(hash_hex("") == "99aa06d3014798d86001c324468d497f");
  CHECK(hash_hex("a").size() == 32);
  CHECK(hash_hex("a") != hash_hex("b"));
  CHECK(hash_hex(std::string_view("\0", 1)) != hash_hex(""));
}

TEST_CASE("a date prints as ISO and reads back") {
  for (const char* day : {"2016-10-07", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    const auto date = parse_iso(day);
    REQUIRE(date);
    CHECK(iso(*date) == day);
  }
}

TEST_CASE("what is not exactly an existing day is no date") {
  for (const char* text : {"", "2016-02-30", "1900-02-29", "2016-13-01", "2016-00-10", "2016-1-7", "2016-10-07 ",
                           " 2016-10-07", "16-10-07", "2016/10/07", "2016-10-0x", "2016-10-+7"})
    CHECK_FALSE(parse_iso(text));
}

TEST_CASE("enum names read back, and only they") {
  for (const Kind k : {Kind::direct, Kind::mixed, Kind::indirect}) CHECK(parse_kind(name(k)) == k);
  for (const Manner m : {Manner::speech, Manner::attitude}) CHECK(parse_manner(name(m)) == m);
  for (int i = 0; i <= static_cast<int>(Act::praise); ++i)
    CHECK(parse_act(name(static_cast<Act>(i))) == static_cast<Act>(i));
  for (int i = 0; i <= static_cast<int>(SpeakerKind::unknown); ++i)
    CHECK(parse_speaker_kind(name(static_cast<SpeakerKind>(i))) == static_cast<SpeakerKind>(i));
  CHECK_FALSE(parse_kind("Direct"));
  CHECK_FALSE(parse_act(""));
}

TEST_CASE("the words of a content in pieces are joined by dots") {
  Statement statement;
  statement.content = {{0, 6}, {16, 20}};
  CHECK(content_text("we go, she said, home", statement) == "we go, …  hom");
}

TEST_CASE("edit distance counts changes and ignores case") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("lsit", "list") == 2);
  CHECK(edit_distance("List", "list") == 0);
  CHECK(edit_distance("serach", "search") == 2);
}

TEST_CASE("the nearest words come first, far ones not at all") {
  const std::vector<std::string> words{"log", "list", "show", "search", "people"};
  CHECK(nearest("lsit", words, 3) == std::vector<std::string>{"list"});
  CHECK(nearest("peo", words, 3) == std::vector<std::string>{"people"});
  CHECK(nearest("lo", words, 1) == std::vector<std::string>{"log"});
  CHECK(nearest("zzzzzz", words, 3).empty());
  CHECK(nearest("", words, 3).empty());
}
