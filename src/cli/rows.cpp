#include "cli/rows.h"

#include <utility>

#include "cli/text_width.h"

namespace onrecord {

std::string json_line(const Json& json) {
  const std::string dumped = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(dumped.size() + 1);
  for (std::size_t i = 0; i < dumped.size();) {
    const std::string_view rest = std::string_view(dumped).substr(i);
    if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {
      out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 3;
    } else if (rest.starts_with("\xC2\x85")) {
      out += "\\u0085";
      i += 2;
    } else {
      out += dumped[i++];
    }
  }
  return out += '\n';
}

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
      out_.write(json_line(row.json));
      break;
    case Format::json: {
      std::string text = json_line(row.json);
      text.pop_back();
      out_.write((any_ ? ",\n" : "[\n") + text);
      break;
    }
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
