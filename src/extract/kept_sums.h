// KeptSums: sums of weights of features over symbols and small numbers, each found when it is first asked for.
//
// Crossed (crossed.h) has all weights of a feature beforehand; of symbols most combinations never stand in a text.
// What is kept does not depend on who asked first: threads may ask at the same time.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace onrecord {

template <std::size_t rank>
class KeptSums {
 public:
  using At = std::array<std::size_t, rank>;

  explicit KeptSums(const At& sizes = {}) : sizes_(sizes) {
    std::size_t all = 1;
    for (const std::size_t size : sizes) all *= size;
    sums_ = std::vector<std::atomic<std::int16_t>>(all);
  }

  // In hundredths; `find` finds it.
  template <typename Find>
  int get(const At& at, const Find& find) const {
    std::size_t i = 0;
    for (std::size_t k = 0; k < rank; ++k) i = i * sizes_[k] + at[k];
    int kept = sums_[i].load(std::memory_order_relaxed);
    if (kept == 0) {
      kept = find() + 1;  // a sum of -0.01 is found anew each time
      sums_[i].store(static_cast<std::int16_t>(kept), std::memory_order_relaxed);
    }
    return kept - 1;
  }

 private:
  At sizes_;
  mutable std::vector<std::atomic<std::int16_t>> sums_;  // and 1; 0: nobody asked yet
};

}  // namespace onrecord
