#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "cli/text_width.h"

namespace onrecord {
namespace {

constexpr std::size_t gap = 2;          // columns between columns
constexpr std::size_t least = 10;       // no column is squeezed below this: a day fits
constexpr std::size_t least_rest = 24;  // nor one without `most` below this

std::size_t widest_line(const std::string& cell) {
  std::size_t widest = 0, from = 0;
  for (;;) {
    const std::size_t end = cell.find('\n', from);
    widest = std::max(widest, columns_of(std::string_view(cell).substr(from, end - from)));
    if (end == std::string::npos) return widest;
    from = end + 1;
  }
}

std::vector<std::size_t> widths_of(const Table& table, std::size_t screen) {
  const std::size_t n = table.columns.size();
  std::vector<std::size_t> widths(n);
  for (std::size_t c = 0; c < n; ++c) {
    widths[c] = columns_of(table.columns[c].heading);
    for (const auto& row : table.rows) widths[c] = std::max(widths[c], widest_line(row[c]));
    widths[c] = std::min(widths[c], table.columns[c].most > 0 ? table.columns[c].most : screen);
  }
  const auto too_wide = [&] { return std::accumulate(widths.begin(), widths.end(), gap * (n - 1)) > screen; };
  for (const bool limited : {false, true})
    while (too_wide()) {
      std::size_t* widest = nullptr;
      for (std::size_t c = 0; c < n; ++c)
        if ((table.columns[c].most > 0) == limited && (widest == nullptr || widths[c] > *widest)) widest = &widths[c];
      if (widest == nullptr || *widest <= (limited ? least : least_rest)) break;
      --*widest;
    }
  return widths;
}

void add_row(std::string& out, const Table& table, const std::vector<std::string>& row,
             const std::vector<std::size_t>& widths, const Terminal* heading) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t c = 0; c < row.size(); ++c) {
    cells.push_back(wrap(row[c], widths[c]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t l = 0; l < height; ++l) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string cell = l < cells[c].size() ? cells[c][l] : "";
      const std::string space(widths[c] - std::min(widths[c], columns_of(cell)), ' ');
      line += table.columns[c].right ? space + cell : cell + space;
      line.append(gap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += (heading != nullptr ? styled(line, Style::bold, *heading) : line) + "\n";
  }
}

}  // namespace

std::string layout(const Table& table, const Terminal& terminal) {
  if (table.rows.empty()) return "";
  const auto widths = widths_of(table, terminal.width);
  std::string out;
  std::vector<std::string> headings;
  for (const Column& column : table.columns) headings.push_back(column.heading);
  add_row(out, table, headings, widths, &terminal);
  for (const auto& row : table.rows) {
    if (table.spaced && &row != &table.rows.front()) out += '\n';
    add_row(out, table, row, widths, nullptr);
  }
  return out;
}

std::string styled(const std::string& text, Style style, const Terminal& terminal) {
  if (!terminal.colour || text.empty()) return text;
  static constexpr const char* codes[] = {"1", "2", "31", "32", "33", "36"};
  return std::string("\x1b[") + codes[static_cast<int>(style)] + "m" + text + "\x1b[0m";
}

}  // namespace onrecord
