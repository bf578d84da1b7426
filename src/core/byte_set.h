// ByteSet: a set of bytes, for the loops over all of a text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace onrecord {

class ByteSet {
 public:
  // Those that `is` holds for.
  template <typename Is>
  explicit constexpr ByteSet(const Is& is) {
    for (std::size_t c = 0; c < in_.size(); ++c) in_[c] = is(static_cast<unsigned char>(c));
  }

  constexpr bool has(char c) const { return in_[static_cast<unsigned char>(c)]; }

  // Where the first of them from `from` on stands; the text's size where none does. Eight bytes are looked up at a
  // time, with one question whether one of them was it.
  std::size_t next(std::string_view text, std::size_t from) const {
    constexpr std::size_t many = 8;
    for (; from + many <= text.size(); from += many) {
      bool any = false;
      for (std::size_t k = 0; k < many; ++k) any |= has(text[from + k]);
      if (any) break;
    }
    while (from < text.size() && !has(text[from])) ++from;
    return from;
  }

 private:
  std::array<bool, 256> in_{};
};

}  // namespace onrecord
