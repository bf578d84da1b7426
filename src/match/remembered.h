// Remembered: what was found out once of a stretch of symbols, by its hash, for the next time it comes up.
//
// A few thousand short stretches make up most of the news: of 100 that RE2 would be asked about, 96 have been seen
// before. An answer takes one look into memory, at eight bytes: as in ByHash, of a stretch only its hash is kept, 32
// bits of it and its place. Answers are numbers. Bounded: once full it keeps what it has, and what is frequent came
// early. Threads may find and keep at the same time, without locks.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace onrecord {

template <std::size_t bits>
class Remembered {
 public:
  std::optional<std::uint32_t> find(std::uint64_t hash) const {
    for (std::size_t k = 0; k < most_probes; ++k) {
      const std::uint64_t kept = slots_[index(hash, k)].load(std::memory_order_acquire);
      if (kept == 0) break;
      if (kept >> 32 == check(hash)) return static_cast<std::uint32_t>(kept);
    }
    return std::nullopt;
  }

  // Keeps the answer if there is room and none is kept.
  void keep(std::uint64_t hash, std::uint32_t answer) {
    for (std::size_t k = 0; k < most_probes; ++k) {
      std::uint64_t kept = 0;
      const std::uint64_t slot = std::uint64_t{check(hash)} << 32 | answer;
      if (slots_[index(hash, k)].compare_exchange_strong(kept, slot, std::memory_order_acq_rel)) return;
      if (kept >> 32 == check(hash)) return;
    }
  }

 private:
  static constexpr std::size_t most_probes = 8;
  static std::size_t index(std::uint64_t hash, std::size_t k) {
    return (static_cast<std::size_t>(hash >> (64 - bits)) + k) & ((std::size_t{1} << bits) - 1);
  }
  static std::uint32_t check(std::uint64_t hash) { return static_cast<std::uint32_t>(hash) | 1; }

  std::array<std::atomic<std::uint64_t>, std::size_t{1} << bits> slots_{};  // 0: free
};

}  // namespace onrecord
