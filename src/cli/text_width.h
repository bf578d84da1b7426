// Text on a screen: columns taken, lines wrapped, control characters harmless.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// Columns that valid UTF-8 takes: “日” 2, a combining accent 0.
std::size_t columns_of(std::string_view text);

// Line breaks and control characters (an article may carry escape sequences) become spaces.
std::string one_line(std::string_view text);
// The same, but line breaks stay.
std::string harmless(std::string_view text);

// `text` in lines of at most `width` columns (at least 2), broken at spaces, a longer word
// after - _ or / or else where it must be. '\n' in `text` starts a new line. Never empty: "" gives {""}.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// `text` cut to `width` columns, with “…” at the end where something was cut.
std::string shorten(std::string_view text, std::size_t width);

}  // namespace onrecord
