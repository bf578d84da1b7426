// Range: a half-open stretch of bytes, [begin, end), of an article's text.
//
// Inside the program every offset is a byte offset; they become code points
// at the border, once (core/text.h, CodePoints).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace onrecord {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

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
