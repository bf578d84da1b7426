#include "read/brat.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/error.h"
#include "core/text.h"

namespace onrecord {
namespace {

std::vector<std::string_view> split(std::string_view line, char sign) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i <= line.size();) {
    const std::size_t end = std::min(line.find(sign, i), line.size());
    out.push_back(line.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

bool annotation_id(std::string_view s, char letter) {
  return s.size() > 1 && s[0] == letter &&
         std::all_of(s.begin() + 1, s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<GoldAttribution> read_brat(std::string_view annotations, std::string_view text, const std::string& file) {
  std::vector<std::size_t> byte;  // of each code point
  for (std::size_t i = 0; i < text.size(); i += utf8_length(static_cast<unsigned char>(text[i]))) byte.push_back(i);
  byte.push_back(text.size());

  std::map<std::string_view, std::vector<Range>> spans;
  const auto lines = split(annotations, '\n');
  const auto fail = [&](std::size_t line, const std::string& what) -> Error {
    return Error(file + ":" + std::to_string(line + 1) + ": " + what + "; is it brat standoff?");
  };
  const auto number = [&](std::string_view s, std::size_t line) {
    std::size_t value = 0;
    if (std::from_chars(s.data(), s.data() + s.size(), value).ec != std::errc{} || value >= byte.size())
      throw fail(line, "\"" + std::string(s) + "\" is no offset in the text");
    return byte[value];
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // The text of an annotation may run over lines of its own; only "T12<TAB>…" begins one.
    const auto cells = split(lines[i], '\t');
    if (cells.size() < 2 || !annotation_id(cells[0], 'T')) continue;
    const std::size_t type_end = cells[1].find(' ');
    if (type_end == std::string_view::npos) throw fail(i, "no offsets");
    for (const std::string_view piece : split(cells[1].substr(type_end + 1), ';')) {
      const auto ends = split(piece, ' ');
      if (ends.size() != 2) throw fail(i, "a span needs two offsets");
      spans[cells[0]].push_back({number(ends[0], i), number(ends[1], i)});
    }
  }
  std::vector<GoldAttribution> out;
  for (const std::string_view line : lines) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || !annotation_id(line.substr(0, tab), 'E')) continue;
    GoldAttribution a;
    a.id = std::string(line.substr(0, tab));
    for (const std::string_view part : split(line.substr(tab + 1), ' ')) {
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) continue;
      const auto found = spans.find(part.substr(colon + 1));
      if (found == spans.end()) continue;
      const std::string_view role = part.substr(0, colon);
      std::vector<Range>* to = role.rfind("Source", 0) == 0    ? &a.source
                               : role.rfind("Cue", 0) == 0     ? &a.cue
                               : role.rfind("Content", 0) == 0 ? &a.content
                                                               : nullptr;
      if (to != nullptr) to->insert(to->end(), found->second.begin(), found->second.end());
    }
    if (!a.content.empty()) out.push_back(std::move(a));
  }
  return out;
}

}  // namespace onrecord
