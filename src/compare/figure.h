// Figure: a number of a statement with what it counts.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/words.h"

namespace onrecord {

struct Figure {
  enum class Bound { exact, least, most, about };  // "at least 20", "up to 20", "about 20"
  double value = 0;                                // "1.2 million" is 1200000
  bool ordinal = false;                            // "third"
  bool year = false;                               // a date: 1990 to 2100 without a unit
  Bound bound = Bound::exact;
  std::uint64_t unit = 0;  // stem of what is counted: percent, dollar, the noun after it; 0: none
  bool measure = true;  // the unit is of measure or money (percent, dollars, \"80 million …\"), not a thing counted
  std::vector<std::size_t> words;  // indices of the words that write it
};

// The figures among `words`, in order. `text` is what the words' ranges count in.
std::vector<Figure> figures(const std::vector<Word>& words, const Side& side, char number_symbol);

// Whether two figures cannot both be true of one thing: other values, by more than rounding, and
// bounds that do not meet.
bool clash(const Figure& a, const Figure& b);

}  // namespace onrecord
