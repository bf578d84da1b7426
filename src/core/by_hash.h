// ByHash: values by the hash of a word, in one flat table.
//
// Of every word of a text the lexicon is asked, of every possible cue some thirty weights. In maps made
// of nodes each answer misses the cache once or twice, which was 18 % of the time of extraction; here it
// mostly finds what it looks for in one cache line. Of a word only its hash is kept: of 20,000 words a
// word that is none of them is taken for one in 1 of 10^10 cases; with a Check of 16 bits in 1 of 10^5.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onrecord {

// FNV-1a, 64 bits.
constexpr std::uint64_t hash64(std::string_view bytes) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h;
}

template <typename Value, typename Check = std::uint32_t>
class ByHash {
 public:
  // Room for `count` values; more are not to be put.
  explicit ByHash(std::size_t count = 0) {
    while (std::size_t{1} << bits_ < count + count / 4 + 1) ++bits_;  // dense: small tables stay in the cache
    slots_.resize(std::size_t{1} << bits_);
  }

  void put(std::uint64_t hash, Value value) {
    const Place place = place_of(hash);
    std::size_t i = place.index;
    while (slots_[i].check != 0 && slots_[i].check != place.check) i = next(i);
    slots_[i] = {place.check, value};
  }

  // A value made by default where there is none.
  Value get(std::uint64_t hash) const {
    const Place place = place_of(hash);
    for (std::size_t i = place.index; slots_[i].check != 0; i = next(i))
      if (slots_[i].check == place.check) return slots_[i].value;
    return {};
  }

 private:
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
  std::size_t next(std::size_t i) const { return (i + 1) & (slots_.size() - 1); }

  unsigned bits_ = 1;
  std::vector<Slot> slots_;
};

}  // namespace onrecord
