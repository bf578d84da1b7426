#include "match/examples.h"

#include <algorithm>

#include "core/error.h"

namespace onrecord {
namespace {

bool name_char(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

}  // namespace

Example parse_example(const std::string& marked, const Rule& rule) {
  Example out;
  std::vector<Marked> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    if (c == '\\' && i + 1 < marked.size() && (marked[i + 1] == '{' || marked[i + 1] == '}')) {
      out.text += marked[++i];
    } else if (c == '{') {
      std::size_t end = i + 1;
      while (end < marked.size() && name_char(marked[end])) ++end;
      const bool named = end > i + 1 && end < marked.size() && marked[end] == ':';
      open.push_back({named ? marked.substr(i + 1, end - i - 1) : "", {out.text.size(), 0}});
      if (named) i = end;
    } else if (c == '}' && !open.empty()) {
      Marked mark = open.back();
      open.pop_back();
      mark.range.end = out.text.size();
      out.marked.push_back(std::move(mark));
    } else {
      out.text += c;
    }
  }
  if (!open.empty())
    throw Error(rule.file + ":" + std::to_string(rule.line) + ": a '{' is not closed in the example \"" + marked +
                "\"");
  std::sort(out.marked.begin(), out.marked.end(), [](const Marked& a, const Marked& b) { return a.range < b.range; });
  return out;
}

std::string mark(const std::string& text, const std::vector<Marked>& marks) {
  std::string out;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (const Marked& m : marks)
      if (m.range.end == i && !m.range.empty()) out += '}';
    for (const Marked& m : marks)
      if (m.range.begin == i) out += "{" + (m.name.empty() ? "" : m.name + ":");
    if (i < text.size()) out += text[i];
  }
  return out;
}

std::vector<Failure> check(const Rule& rule, const Cascade& cascade) {
  std::vector<Failure> failures;
  for (const std::string& yes : rule.yes) {
    const Example example = parse_example(yes, rule);
    std::string what = "nothing is found";
    bool holds = false;
    for (const Found& found : cascade(example.text)) {
      auto marks = found.marked;
      std::sort(marks.begin(), marks.end(), [](const Marked& a, const Marked& b) { return a.range < b.range; });
      holds = found.rule == rule.id && marks == example.marked;
      if (holds) break;
      what = found.rule + " finds " + mark(example.text, marks);
    }
    if (!holds) failures.push_back({&rule, yes, what});
  }
  for (const std::string& no : rule.no) {
    const Example example = parse_example(no, rule);
    for (const Found& found : cascade(example.text))
      if (found.rule == rule.id) {
        failures.push_back({&rule, no, "it finds " + mark(example.text, found.marked)});
        break;
      }
  }
  return failures;
}

}  // namespace onrecord
