// A list as the rules keep them in plain text: an entry a line, "say<TAB>speech"; '#' begins a comment line.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace onrecord {

struct ListRow {
  std::string_view entry;  // before the tab; all of it where there is none
  std::string_view value;  // behind the tab
  bool has_value = false;  // whether there is a tab
  std::size_t line = 0;    // from 1
  std::string_view text;   // the whole line
};

// Calls each(row) for the lines that are neither empty nor comments.
template <typename Each>
void each_row(std::string_view list, const Each& each) {
  std::size_t line = 0;
  for (std::size_t i = 0; i < list.size();) {
    const std::size_t end = std::min(list.find('\n', i), list.size());
    const std::string_view text = list.substr(i, end - i);
    i = end + 1;
    ++line;
    if (text.empty() || text[0] == '#') continue;
    const std::size_t tab = text.find('\t');
    const bool has_value = tab != std::string_view::npos;
    each(ListRow{text.substr(0, tab), has_value ? text.substr(tab + 1) : std::string_view(), has_value, line, text});
  }
}

}  // namespace onrecord
