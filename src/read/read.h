// Bytes to Article. One file a format; this header is all that the others see.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/article.h"

namespace onrecord {

// What the user says about the article; it outranks what the file says.
struct Metadata {
  std::optional<std::string> url, outlet, title;
  std::optional<Date> published;
};

// Reads plain text. The title and the other metadata come from `given`, else
// from `Key: value` lines at the top of the file (Title, Published or Date,
// Outlet or Source, URL, in any case, ended by a blank line), else the date from
// the file's name (2016-10-07 anywhere in it) and the title from a short first
// line. Article::…_from says which. A publication date that is not known stays
// unknown. Offsets count in the file itself: nothing is cut from Article::text.
//
// Paragraphs are divided by line breaks (LF or CRLF). Header lines belong to
// none. Throws Error for a file that begins as a web page, a feed, a PDF or an
// office file does, and for binary data (a NUL byte in the first 8 kB with many
// more control bytes), naming the file and the next step; repairs and reports
// single NUL and invalid bytes.
Article read_text(std::string_view bytes, std::string file, const Metadata& given);

}  // namespace onrecord
