// Rows: results in the format the user asked for, one row at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/json.h"
#include "cli/output.h"
#include "cli/table.h"

namespace onrecord {

enum class Format { table, json, jsonl, csv, plain };

// RFC 4180: quoted where it must be; a cell that a spreadsheet would take for a
// formula (= + - @, tab) gets an apostrophe in front.
std::string csv_cell(std::string_view cell);

struct Row {
  std::string json;                // a value on one line, for json and jsonl (json_text)
  std::vector<std::string> cells;  // for csv and plain
  std::vector<std::string> shown;  // for the table on the screen
};

// JSON, CSV and plain rows are written as they come; a table at the end.
class Rows {
 public:
  struct Columns {
    std::vector<std::string> names;  // of csv and plain
    std::vector<Column> shown;
    bool spaced = false;
    std::string none;  // what the table's reader is told when there is no row
  };
  Rows(Output& out, Format format, Columns columns);
  void add(const Row& row);
  void finish();  // must be called after the last row

 private:
  void line(const std::vector<std::string>& cells);

  Output& out_;
  Format format_;
  Columns columns_;
  Table table_;
  bool any_ = false;
};

}  // namespace onrecord
