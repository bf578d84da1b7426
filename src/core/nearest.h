// Nearest words: for "did you mean", wherever a user's word is not known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// Levenshtein distance in bytes, ASCII case ignored. "lsit", "list" → 2. O(|a|·|b|).
std::size_t edit_distance(std::string_view a, std::string_view b);

// At most `most` of `words`, nearest first, then in their order. A word is near
// when it begins with `word` or takes at most |word| / 3 + 1 edits. None near: empty.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& words, std::size_t most);

}  // namespace onrecord
