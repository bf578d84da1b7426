// Range: a half-open stretch of bytes, [begin, end), of an article's text.
//
// Inside the program every offset is a byte offset; they become code points
// at the border, once (core/text.h, CodePoints).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onrecord {

// In 32 bits: an input has at most 256 MB (cli/inputs.cpp), and what is kept of a sentence is half as long.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr Range() = default;
  constexpr Range(std::size_t from, std::size_t to)
      : begin(static_cast<std::uint32_t>(from)), end(static_cast<std::uint32_t>(to)) {}

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::size_t at) const { return begin <= at && at < end; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(const Range&, const Range&) = default;
  friend auto operator<=>(const Range&, const Range&) = default;
};

// The bytes of `text` that `range` covers. Requires range.end <= text.size().
inline std::string_view slice(std::string_view text, Range range) { return text.substr(range.begin, range.size()); }

// Whether one of the pieces does.
inline bool overlaps(const std::vector<Range>& pieces, Range range) {
  return std::any_of(pieces.begin(), pieces.end(), [&](Range piece) { return piece.overlaps(range); });
}

}  // namespace onrecord
