// Quotation marks: which stretches of a paragraph are quoted.
//
// “ ” „ “ « » 「 」 " '' `` and, where they are plainly quotation marks and no
// apostrophes, ‘ ’ and '. Only the outermost marks count. A mark that is never
// closed quotes to the end of its paragraph, and of no other: an odd mark spoils
// its paragraph at most (users of other systems lose the whole article to it).
#pragma once

#include <string_view>
#include <vector>

#include "core/range.h"

namespace onrecord {

struct Quoted {
  Range range;          // with its marks
  Range inner;          // without
  bool closed = true;   // false: it runs to the paragraph's end, and may go on in the next
  bool single = false;  // ‘ ’ or '
};

// In order, not overlapping, inside `paragraph`.
std::vector<Quoted> quoted(std::string_view text, Range paragraph);

}  // namespace onrecord
