// UTF-8: repair at the border and offsets in code points.
#include <catch2/catch.hpp>

#include "core/text.h"

using namespace onrecord;

namespace {
const std::string bad = "\xEF\xBF\xBD";
}

TEST_CASE("valid UTF-8 is left as it is") {
  for (const std::string text : {"", "plain", "“Ünï” – 日本 😀", "\xEF\xBB\xBFwith a mark", "\xF4\x8F\xBF\xBF"}) {
    const Repaired repaired = repair_utf8(text);
    CHECK(repaired.text == text);
    CHECK(repaired.invalid == 0);
  }
}

TEST_CASE("each invalid byte becomes one replacement character") {
  const auto check = [](const std::string& bytes, const std::string& text, std::size_t invalid, std::size_t first) {
    const Repaired repaired = repair_utf8(bytes);
    CHECK(repaired.text == text);
    CHECK(repaired.invalid == invalid);
    CHECK(repaired.first == first);
  };
  check("caf\xE9!", "caf" + bad + "!", 1, 3);
  check("\x80", bad, 1, 0);
  check("a\xE2\x80", "a" + bad + bad, 2, 1);               // cut off
  check("\xC0\xAF", bad + bad, 2, 0);                      // overlong
  check("\xE0\x80\x80", bad + bad + bad, 3, 0);            // overlong
  check("\xED\xA0\x80", bad + bad + bad, 3, 0);            // surrogate
  check("\xF4\x90\x80\x80", bad + bad + bad + bad, 4, 0);  // above U+10FFFF
  check("ok \xFF ok \xFE", "ok " + bad + " ok " + bad, 2, 3);
}

TEST_CASE("byte offsets become code point offsets") {
  const std::string text = "“né” 😀x";
  const CodePoints points(text);
  CHECK(points.at(0) == 0);
  CHECK(points.at(3) == 1);
  CHECK(points.at(text.size() - 1) == 6);
  CHECK(points.at(text.size()) == 7);
  CHECK(points.of({3, 6}) == Range{1, 3});
}

TEST_CASE("code points hold across the blocks they are counted in") {
  for (const std::size_t length : {0u, 1u, 31u, 32u, 33u, 63u, 64u, 65u, 200u}) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += "é";
    const CodePoints points(text);
    for (std::size_t i = 0; i <= length; ++i) CHECK(points.at(2 * i) == i);
  }
}

TEST_CASE("a word stands in a text where no letter is beside it") {
  CHECK(has_word("a mayor’s word", "mayor"));
  CHECK(has_word("mayoral, then mayor", "mayor"));
  CHECK_FALSE(has_word("the mayoral race", "mayor"));
  CHECK_FALSE(has_word("", "mayor"));
}
