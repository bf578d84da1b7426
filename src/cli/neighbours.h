// Neighbours: the statements of a large store that those of one article may conflict with, found by the store's
// indexes of words and of stands, without reading the rest.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "compare/compare.h"
#include "store/store.h"

namespace onrecord {

struct Neighbours {
  std::vector<std::int64_t> keys;  // of statements, each once, in order; the article's own among them
  // How many statements of the store have a stem of the article's: too many to tell are `common`.
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  static constexpr std::uint32_t common = 1000;
};

// Of each claim those two dozen that share the most weight of rare words with it, and of those against a
// stand of it the latest.
Neighbours neighbours_of(const std::vector<ClaimRow>& claims, const Store& store, std::size_t statements_in_store,
                         const Judge& judge);

}  // namespace onrecord
