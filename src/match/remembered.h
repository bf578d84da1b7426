// Remembered: what was found out once about a stretch of symbols, kept for the next time it comes up.
//
// A few thousand short stretches make up most of the news: of 100 that RE2 would be asked about, some 95 have been
// seen before. Bounded: once full it keeps what it has, and what is frequent came early. Threads may find and keep at the same
// time, without locks; what is kept never changes, so results do not depend on who came first.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace onrecord {

// A stretch to ask about. `edges` tells what else the answer depends on: 1 it begins the whole string, 2 it ends it.
struct Stretch {
  std::string_view symbols;
  char edges = 0;
  std::uint64_t hash = 0;
};

// `Value` has members `std::string symbols` and `char edges`.
template <typename Value, std::size_t bits = 13>
class Remembered {
 public:
  Remembered() = default;
  Remembered(const Remembered&) = delete;
  Remembered& operator=(const Remembered&) = delete;
  ~Remembered() {
    for (auto& slot : slots_) delete slot.load(std::memory_order_relaxed);
  }

  // Null where nothing was kept.
  const Value* find(const Stretch& stretch) const {
    for (std::size_t k = 0; k < most_probes; ++k) {
      const Value* value = slots_[index(stretch.hash, k)].load(std::memory_order_acquire);
      if (value == nullptr || is(*value, stretch)) return value;
    }
    return nullptr;
  }

  // Takes `value`, which is of the stretch, if there is room.
  void keep(const Stretch& stretch, std::unique_ptr<const Value>& value) {
    for (std::size_t k = 0; k < most_probes; ++k) {
      const Value* free = nullptr;
      if (slots_[index(stretch.hash, k)].compare_exchange_strong(free, value.get(), std::memory_order_acq_rel))
        return void(value.release());
      if (is(*free, stretch)) return;
    }
  }

 private:
  static constexpr std::size_t most_probes = 8;
  static std::size_t index(std::uint64_t hash, std::size_t k) {
    return (static_cast<std::size_t>(hash >> (64 - bits)) + k) & ((std::size_t{1} << bits) - 1);
  }
  static bool is(const Value& value, const Stretch& stretch) {
    return value.edges == stretch.edges && value.symbols == stretch.symbols;
  }

  std::array<std::atomic<const Value*>, std::size_t{1} << bits> slots_{};
};

}  // namespace onrecord
