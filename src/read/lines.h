// Lines of a text, and the questions that readers ask of one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/range.h"

namespace onrecord {

// The line that starts at `at`, without its break (LF, CRLF or CR).
Range line_at(std::string_view text, std::size_t at);

// Where the line after `line` starts; text.size() after the last.
std::size_t after(std::string_view text, Range line);

// The range without white space (and byte order mark) at either end; empty for a blank line.
Range trim(std::string_view text, Range range);

// The text with a to z for A to Z; other letters stay.
std::string lower(std::string_view text);

// The number of the line that holds byte `at`, from 1.
std::size_t line_number(std::string_view text, std::size_t at);

}  // namespace onrecord
