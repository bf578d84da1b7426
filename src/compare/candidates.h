// Candidates: the pairs of statements worth judging, without ever comparing all pairs.
//
// A pair is found by the rare words it shares. Each side opens with its rarest words, so many that what is left weighs
// too little for enough overlap: any pair that overlaps enough shares an opening word, and an inverted index over
// openings finds it. One index for all sides, one a speaker, one a context, each with an overlap of its own.
//
// What a common word would cost is bounded three times: a word of more than 2,000 sides opens nothing; a side looks
// through a few hundred places at most; and of the earlier sides that it overlaps with, the twelve with most
// overlap are kept in each index. So time grows as n log n, and what is lost are pairs that share only what
// everybody says. Measured on one core: see tests/bench/conflicts.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/compare.h"

namespace onrecord {

class Candidates {
 public:
  // Adds a side: its content stems (stems_of_frame, each once), who speaks, and the context it stands in; an
  // empty speaker or context is not one that two sides share. Sides are numbered from 0.
  void add(const std::vector<std::uint64_t>& stems, std::string_view speaker, std::string_view context);

  std::size_t size() const { return begin_.size() - 1; }

  // Where the sides are a part of many more: how many of those have a stem, and how many those are that have one
  // of the stems without a count. Call it after the last side was added.
  void weigh(std::size_t sides, const std::unordered_map<std::uint64_t, std::uint32_t>& counts,
             std::uint32_t otherwise);

  // In order of a, then b.
  std::vector<Pair> pairs(const LeastOverlap& least) const;

 private:
  std::vector<std::uint32_t> stems_;              // of all sides, one after the other, as numbers from 0
  std::vector<std::size_t> begin_ = {0};          // a side each, and the end: where its stems begin
  std::vector<std::uint64_t> speaker_, context_;  // a side each; 0: none
  std::vector<std::uint32_t> count_;              // a stem each: sides that have it
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::size_t part_of_ = 0;  // sides; 0: these are all
};

}  // namespace onrecord
