#include "cli/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "core/text.h"

namespace onrecord {
namespace {

constexpr std::string_view next_line = "\xC2\x85", line_separator = "\xE2\x80\xA8",
                           paragraph_separator = "\xE2\x80\xA9";

// Bytes that stand in a JSON string as they are.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> out{};
  for (std::size_t c = 0x20; c < 0x80; ++c) out[c] = c != '"' && c != '\\';
  return out;
}();

// Whether eight bytes all stand as they are.
bool all_plain(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL, highs = 0x8080808080808080ULL;
  const auto below = [](std::uint64_t x, std::uint64_t least) { return (x - ones * least) & ~x; };  // in the high bits
  return ((eight | below(eight, 0x20) | below(eight ^ (ones * '"'), 1) | below(eight ^ (ones * '\\'), 1)) & highs) == 0;
}

void escape_ascii(char c, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef", letters = "btn_fr";
  out += '\\';
  if (c == '"' || c == '\\')
    out += c;
  else if (c >= '\b' && c <= '\r' && c != '\v')
    out += letters[static_cast<std::size_t>(c - '\b')];
  else
    out.append("u00").append(1, hex[static_cast<std::size_t>(c >> 4)]).append(1, hex[static_cast<std::size_t>(c & 15)]);
}

void quote(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i, length = 0;
    while (end < text.size()) {
      for (std::uint64_t eight = 0; end + 8 <= text.size(); end += 8) {
        std::memcpy(&eight, text.data() + end, 8);
        if (!all_plain(eight)) break;
      }
      while (end < text.size() && plain[static_cast<unsigned char>(text[end])]) ++end;
      if (end == text.size()) break;
      const std::string_view rest = text.substr(end);
      length = code_point_length(rest);
      if (length < 2 || rest.starts_with(line_separator) || rest.starts_with(paragraph_separator) ||
          rest.starts_with(next_line))
        break;
      end += length;
    }
    out.append(text, i, end - i);
    if (end == text.size()) break;
    i = end + std::max<std::size_t>(length, 1);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else if (length == 1)
      escape_ascii(text[end], out);
    else if (length == next_line.size())
      out += "\\u0085";
    else
      out += text.substr(end).starts_with(line_separator) ? "\\u2028" : "\\u2029";
  }
  out += '"';
}

}  // namespace

std::string json_text(const Json& json) {
  const std::string dumped = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(dumped.size() + 1);
  for (std::size_t i = 0; i < dumped.size();) {
    const std::string_view rest = std::string_view(dumped).substr(i);
    if (rest.starts_with(line_separator) || rest.starts_with(paragraph_separator)) {
      out += rest.starts_with(line_separator) ? "\\u2028" : "\\u2029";
      i += 3;
    } else if (rest.starts_with(next_line)) {
      out += "\\u0085";
      i += 2;
    } else {
      out += dumped[i++];
    }
  }
  return out;
}

std::string json_line(const Json& json) { return json_text(json) += '\n'; }

std::string number_text(double number) {
  std::array<char, 32> digits{};
  // Most are thousandths: by whole numbers that takes a tenth of the time.
  if (const double thousandths = number * 1000; thousandths >= 0 && thousandths <= 1000) {
    const auto whole = static_cast<int>(thousandths + 0.5);
    if (whole / 1000.0 == number) {
      const auto digit = [&](int of) { return static_cast<char>('0' + whole / of % 10); };
      std::string out{digit(1000), '.', digit(100), digit(10), digit(1)};
      while (out.back() == '0' && out.size() > 3) out.pop_back();
      return out;
    }
  }
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  std::string text(digits.data(), end);
  return text.find_first_of(".e") == std::string::npos ? text += ".0" : text;
}

inline void JsonWriter::separate() {
  if (needs_comma()) out_ += ',';
}

JsonWriter& JsonWriter::open(char bracket) {
  if (out_.empty()) out_.reserve(1024);
  separate();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view text) {
  separate();
  quote(text, out_);
  return *this;
}

JsonWriter& JsonWriter::text_or_null(std::string_view text) { return text.empty() ? null() : this->text(text); }

JsonWriter& JsonWriter::optional_text(const std::optional<std::string>& text) {
  return text ? this->text(*text) : null();
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::number(double number) { return raw(number_text(number)); }

JsonWriter& JsonWriter::range(Range numbers) {
  open('[');
  count(numbers.begin);
  count(numbers.end);
  return close(']');
}

void JsonWriter::count(std::size_t number) {
  std::array<char, 20> digits{};
  raw({digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr});
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

}  // namespace onrecord
