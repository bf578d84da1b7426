// Text: UTF-8 repaired at the border, byte offsets to code points, words.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/range.h"

namespace onrecord {

struct Repaired {
  std::string text;         // valid UTF-8; each invalid byte has become U+FFFD
  std::size_t invalid = 0;  // how many bytes were invalid
  std::size_t first = 0;    // offset in the input of the first of them
};
Repaired repair_utf8(std::string_view bytes);

// Length in bytes of the well-formed code point that `bytes` (not empty) begin with; 0 if there is none.
std::size_t code_point_length(std::string_view bytes);

// Length in bytes of the code point that starts at `lead` (1 to 4).
inline std::size_t utf8_length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Whether it is one of these words.
inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Where the first of a few signs stands, from `from` on; the text's size where none does. Compares in place:
// find_first_of calls the library for each byte of the text.
inline std::size_t first_of(std::string_view text, std::string_view signs, std::size_t from = 0) {
  std::size_t at = std::min(from, text.size());
  while (at < text.size() && std::none_of(signs.begin(), signs.end(), [&](char sign) { return sign == text[at]; }))
    ++at;
  return at;
}

// Whether the word stands in the text, with no letter of ASCII beside it.
bool has_word(std::string_view text, std::string_view word);

// Turns byte offsets of one valid UTF-8 text into code point offsets.
// Construction is one pass; a lookup costs at most 64 bytes of counting.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::size_t at(std::size_t byte) const;  // code points before `byte`
  Range of(Range bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<std::size_t> every64_;  // code points before byte 64 * i
};

}  // namespace onrecord
