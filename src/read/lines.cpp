#include "read/lines.h"

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

// Space, tab, the no-break and the ideographic space, the byte order mark.
constexpr std::array<std::string_view, 7> blanks{" ", "\t", "\f", "\v", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

}  // namespace

Range line_at(std::string_view text, std::size_t at) {
  const std::string_view line = text.substr(at, text.find('\n', at) - at);  // npos: to the end
  return {at, at + std::min(line.find('\r'), line.size())};
}

std::size_t after(std::string_view text, Range line) {
  if (line.end == text.size()) return line.end;
  return line.end + (text.substr(line.end, 2) == "\r\n" ? 2 : 1);
}

Range trim(std::string_view text, Range range) {
  const auto cut = [&] {
    for (const std::string_view blank : blanks) {
      const std::string_view rest = slice(text, range);
      if (rest.starts_with(blank)) return range.begin += blank.size(), true;
      if (rest.ends_with(blank)) return range.end -= blank.size(), true;
    }
    return false;
  };
  while (cut()) {
  }
  return range;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::size_t line_number(std::string_view text, std::size_t at) {
  std::size_t number = 1;
  for (Range line = line_at(text, 0); after(text, line) <= at && line.end < text.size(); ++number)
    line = line_at(text, after(text, line));
  return number;
}

}  // namespace onrecord
