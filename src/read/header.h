// `Key: value` lines at the top of a text file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"

namespace onrecord {

struct Header {
  std::size_t end = 0;  // where the text after it starts; 0: there is no header
  std::optional<std::string> url, outlet, title;
  std::optional<Date> published;
  std::optional<std::string> unreadable_date;  // a Published line that names no day
};

// A header is a run of `Key: value` lines that starts in the first line, ends at
// a blank one and has at least one key known here: Title or Headline, Published or
// Date, Outlet, Source or Publication, URL or Link. Other keys are passed over.
// So "Live: the vote" above a blank line is a headline, not a header.
Header read_header(std::string_view text);

}  // namespace onrecord
