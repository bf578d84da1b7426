// Quotation: what the attribution rules found, before it is known who "he" is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/range.h"

namespace onrecord {

struct Quotation {
  std::vector<Range> content;  // bytes of the article's text, in order; empty only until the Carrier has run
  std::optional<Range> cue;
  std::optional<Range> source;
  std::string rule;          // id of the rule that won
  double confidence = 0;     // 0 to 1
  std::size_t sentence = 0;  // index of the sentence it stands in (that of the cue)
  // Another quotation whose speaker is this one's too (a quotation carried on); index
  // into the article's quotations. None: it has a speaker of its own, or nobody's.
  std::optional<std::size_t> speaker_of;
};

}  // namespace onrecord
