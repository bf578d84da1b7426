#include "core/byte_set.h"

#include <catch2/catch.hpp>

#include <string>

using namespace onrecord;

TEST_CASE("byte set: the next of its bytes, wherever in a text it stands") {
  constexpr ByteSet stops([](unsigned char c) { return c == '.' || c >= 0x80; });
  for (const std::size_t at : {0, 1, 7, 8, 20}) {
    std::string text(21, 'a');
    text[at] = '.';
    CHECK(stops.next(text, 0) == at);
    CHECK(stops.next(text, at) == at);
    CHECK(stops.next(text, at + 1) == text.size());
  }
  CHECK(stops.next("a\u00E4", 0) == 1);
  CHECK(stops.next("", 0) == 0);
  CHECK(stops.next("a.", 5) == 5);  // beyond the text
}
