#include "cli/rows.h"

#include <utility>

#include "cli/text_width.h"

namespace onrecord {

std::string csv_cell(std::string_view cell) {
  std::string out;
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) out += '\'';
  out += cell;
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

Rows::Rows(Output& out, Format format, Columns columns) : out_(out), format_(format), columns_(std::move(columns)) {
  table_.columns = columns_.shown;
  table_.spaced = columns_.spaced;
  if (format_ == Format::csv) line(columns_.names);
}

void Rows::add(const Row& row) {
  switch (format_) {
    case Format::table:
      table_.rows.push_back(row.shown);
      break;
    case Format::jsonl:
      out_.write(row.json);
      out_.write("\n");
      break;
    case Format::json:
      out_.write(any_ ? ",\n" : "[\n");
      out_.write(row.json);
      break;
    case Format::csv:
    case Format::plain:
      line(row.cells);
      break;
  }
  any_ = true;
}

void Rows::line(const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += format_ == Format::csv ? ',' : '\t';
    text += format_ == Format::csv ? csv_cell(cells[i]) : one_line(cells[i]);
  }
  out_.write(text + (format_ == Format::csv ? "\r\n" : "\n"));
}

void Rows::finish() {
  if (format_ == Format::json) out_.write(any_ ? "\n]\n" : "[]\n");
  if (format_ == Format::table) out_.write(any_ ? layout(table_, out_.terminal()) : columns_.none + "\n");
}

}  // namespace onrecord
