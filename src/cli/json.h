// JSON as it is printed: always on one line, without a raw line break of any kind
// (U+0085, U+2028 and U+2029 are escaped too: programs that read lines may split there).
#pragma once

// A Json value given where a string is wanted is a mistake that should not compile.
#define JSON_USE_IMPLICIT_CONVERSIONS 0

#include <cstddef>
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
  JsonWriter& key(std::string_view key);  // letters and _ only, at most 28
  JsonWriter& text(std::string_view text);
  JsonWriter& text_or_null(std::string_view text);                    // null if it is empty
  JsonWriter& optional_text(const std::optional<std::string>& text);  // null if there is none
  JsonWriter& null();
  JsonWriter& number(double number);  // finite
  JsonWriter& range(Range numbers);   // [begin, end]
  JsonWriter& raw(std::string_view json);

  std::string take() { return std::move(out_); }

 private:
  bool needs_comma() const;
  void separate();
  void count(std::size_t number);

  std::string out_;
};

// "0.86", "1.0": the shortest that reads as the same number.
std::string number_text(double number);

}  // namespace onrecord
