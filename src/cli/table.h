// Table: rows of cells to a block of text as wide as the screen.
#pragma once

#include <string>
#include <vector>

#include "cli/output.h"

namespace onrecord {

struct Column {
  std::string heading;
  std::size_t most = 0;  // widest it may be, in columns of the screen; 0: what is left over
  bool right = false;    // numbers
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // a cell a column; '\n' in a cell starts a new line
  bool spaced = false;                         // an empty line between rows
};

// Cells are wrapped, never cut; columns without `most` give way first. No
// spaces at line ends. An empty table is an empty string.
std::string layout(const Table& table, const Terminal& terminal);

enum class Style { bold, dim, red, green, yellow, cyan };
// The text as it is where there is no colour.
std::string styled(const std::string& text, Style style, const Terminal& terminal);

}  // namespace onrecord
