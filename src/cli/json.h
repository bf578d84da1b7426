// JSON as it is printed: always on one line, without a raw line break of any kind
// (U+0085, U+2028 and U+2029 are escaped too: programs that read lines may split there).
#pragma once

// A Json value given where a string is wanted is a mistake that should not compile.
#define JSON_USE_IMPLICIT_CONVERSIONS 0

#include <array>
#include <cstddef>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/range.h"

namespace onrecord {

using Json = nlohmann::ordered_json;

std::string json_text(const Json& json);
std::string json_line(const Json& json);  // the same and "\n"

// Writes a value straight into text, for what is printed by the hundred thousand: a statement record took 90,000
// instructions by way of a Json value, and takes 10,000 this way. Commas are put where they belong; the caller
// closes what it opens, and writes a key before each value in an object.
class JsonWriter {
 public:
  JsonWriter& open(char bracket);  // '{' or '['
  JsonWriter& close(char bracket);
  // Letters and _ only. Of a literal: its length is known when compiled, and a record has two dozen.
  template <std::size_t size>
  JsonWriter& key(const char (&name)[size]) {
    std::array<char, size + 3> piece{',', '"'};
    std::memcpy(piece.data() + 2, name, size - 1);
    piece[size + 1] = '"';
    piece[size + 2] = ':';
    const std::size_t first = needs_comma() ? 0 : 1;
    out_.append(piece.data() + first, piece.size() - first);
    return *this;
  }
  JsonWriter& text(std::string_view text);
  JsonWriter& text_or_null(std::string_view text);                    // null if it is empty
  JsonWriter& optional_text(const std::optional<std::string>& text);  // null if there is none
  JsonWriter& null();
  JsonWriter& number(double number);  // finite
  JsonWriter& range(Range numbers);   // [begin, end]
  JsonWriter& raw(std::string_view json);

  std::string take() { return std::move(out_); }

 private:
  bool needs_comma() const {
    const char last = out_.empty() ? '[' : out_.back();
    return last != '{' && last != '[' && last != ':';
  }
  void separate();
  void count(std::size_t number);

  std::string out_;
};

// "0.86", "1.0": the shortest that reads as the same number.
std::string number_text(double number);

}  // namespace onrecord
