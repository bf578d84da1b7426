// Article: one text as read, with what is known about where it stood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/range.h"

namespace onrecord {

struct Paragraph {
  enum class Kind { title, body };
  Range range;  // without the line break; never empty
  Kind kind = Kind::body;
};

struct Article {
  std::string id;    // 32 hex digits: hash of text (see core/hash.h)
  std::string file;  // as given on the command line; "-" for standard input
  std::optional<std::string> url, outlet, title;
  std::optional<Date> published;
  // Where each of the four came from: "option", "header", "file name",
  // "first line"; empty where unknown.
  std::string url_from, outlet_from, title_from, published_from;

  // The text the offsets count in. For a plain-text file it is the file itself
  // (byte order mark and carriage returns kept), except that each invalid byte
  // has become U+FFFD.
  std::string text;
  std::vector<Paragraph> paragraphs;  // in order, not overlapping

  // What was repaired while reading: "3 invalid bytes replaced, the first at byte 17".
  std::vector<std::string> repairs;
};

}  // namespace onrecord
