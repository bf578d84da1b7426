// ByHash: values by the hash of a word, in one flat table.
//
// The lexicon is asked of every word of a text. In maps made of nodes each answer misses the cache once
// or twice, which with weights (extract/weight_table.h) was 18 % of the time of extraction; here it mostly
// finds what it looks for in one cache line. Of a word only its hash is kept: of 20,000 words a
// word that is none of them is taken for one in 1 of 10^10 cases.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <vector>

namespace onrecord {

// Eight bytes at a time, each eight spread over the whole by a multiplication and a fold (as in wyhash); the same on
// any machine and when compiled. Not 0 for any word in use.
constexpr std::uint64_t hash64(std::string_view bytes) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  const auto eight = [&](std::size_t at, std::size_t count) {
    std::uint64_t out = 0;
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little)
      for (std::size_t i = 0; i < count; ++i)
        out |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    else
      std::memcpy(&out, bytes.data() + at, count);
    return out;
  };
  const auto fold = [](std::uint64_t h) { return (h ^ h >> 32) * factor; };
  std::uint64_t h = bytes.size() * factor + 1;
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) h = fold(h ^ eight(at, 8));
  if (at < bytes.size()) {
    std::uint64_t rest = 0;
    if (bytes.size() >= 8)
      rest = eight(bytes.size() - 8, 8);  // with some of the eight before
    else if (bytes.size() >= 4)
      rest = eight(0, 4) | eight(bytes.size() - 4, 4) << 32;
    else
      rest = eight(0, 1) | eight(bytes.size() / 2, 1) << 8 | eight(bytes.size() - 1, 1) << 16;
    h = fold(h ^ rest);
  }
  return h ^ h >> 29;
}

template <typename Value>
class ByHash {
 public:
  // Room for `count` values; more are not to be put.
  explicit ByHash(std::size_t count = 0) {
    // Half of it free: what is asked for is in its place, or not far from it.
    while (std::size_t{1} << bits_ < 2 * count + 1) ++bits_;
    slots_.resize(std::size_t{1} << bits_);
  }

  void put(std::uint64_t hash, Value value) {
    const Place place = place_of(hash);
    std::size_t i = place.index;
    while (slots_[i].check != 0 && slots_[i].check != place.check) i = next(i);
    slots_[i] = {place.check, value};
  }

  // It will be asked for soon.
  void fetch(std::uint64_t hash) const { __builtin_prefetch(slots_.data() + place_of(hash).index); }

  // A value made by default where there is none.
  Value get(std::uint64_t hash) const {
    const Place place = place_of(hash);
    const Slot* const slots = slots_.data();
    for (std::size_t i = place.index;; i = next(i)) {
      const Slot slot = slots[i];
      if (slot.check == place.check) return slot.value;
      if (slot.check == 0) return {};
    }
  }

 private:
  using Check = std::uint32_t;
  struct Slot {
    Check check = 0;  // 0: free
    Value value{};
  };
  struct Place {
    std::size_t index;
    Check check;
  };
  Place place_of(std::uint64_t hash) const {
    const std::uint64_t mixed = hash * 0x9E3779B97F4A7C15ULL;  // Fibonacci hashing: the high bits are the best
    return {static_cast<std::size_t>(mixed >> (64 - bits_)), static_cast<Check>(static_cast<Check>(mixed >> 8) | 1)};
  }
  std::size_t next(std::size_t i) const { return (i + 1) & ((std::size_t{1} << bits_) - 1); }

  unsigned bits_ = 1;
  std::vector<Slot> slots_;
};

}  // namespace onrecord
