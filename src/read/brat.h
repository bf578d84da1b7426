// Brat standoff: texts with annotated attributions, for scoring and counting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/range.h"

namespace onrecord {

// One annotated attribution; ranges are bytes of the text.
struct GoldAttribution {
  std::string id;
  std::vector<Range> source, cue, content;
};

// Reads the .ann beside a text: text-bound annotations (T lines) and events (E lines)
// with the roles Source, Cue and Content. Offsets in the file are code points. Events without
// content are left out. Throws Error naming `file` and the line for a line that cannot be read.
std::vector<GoldAttribution> read_brat(std::string_view annotations, std::string_view text, const std::string& file);

}  // namespace onrecord
