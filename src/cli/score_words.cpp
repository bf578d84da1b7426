#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "cli/score.h"

namespace onrecord {
namespace {

struct Point {
  utf8proc_int32_t code = -1;
  std::size_t length = 1;
};

Point point(std::string_view text, std::size_t at) {
  Point p;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &p.code);
  p.length = length > 0 ? static_cast<std::size_t>(length) : 1;
  return p;
}

bool word_sign(utf8proc_int32_t code) {
  if (code == '_') return true;
  const auto category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

bool apostrophe(utf8proc_int32_t code) { return code == '\'' || code == 0x2019; }

// Compatibility decomposition, lower case, no accents.
std::string folded(std::string_view name) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()), static_cast<utf8proc_ssize_t>(name.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT));
  if (length < 0) return std::string(name);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  const std::string_view decomposed(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  std::string out;
  for (std::size_t i = 0; i < decomposed.size();) {
    const Point p = point(decomposed, i);
    i += p.length;
    if (utf8proc_get_property(p.code)->combining_class != 0) continue;
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(utf8proc_tolower(p.code), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
  return out;
}

}  // namespace

std::vector<Range> score_words(std::string_view text) {
  std::vector<Range> out;
  bool joined = false;  // the word before goes on: a mark that joins stands between
  for (std::size_t i = 0; i < text.size();) {
    const Point p = point(text, i);
    if (!word_sign(p.code)) {
      const bool joins = apostrophe(p.code) || p.code == '-' || p.code == '.';
      joined = joins && !out.empty() && out.back().end == i;
      i += p.length;
      continue;
    }
    const std::size_t begin = i;
    for (Point q = p; i < text.size() && word_sign(q.code);) {
      i += q.length;
      if (i < text.size()) q = point(text, i);
    }
    if (joined)
      out.back().end = i;
    else
      out.push_back({begin, i});
    joined = false;
  }
  return out;
}

std::vector<std::string> name_words(std::string_view name) {
  static constexpr std::string_view titles[] = {"the", "mr",  "mrs", "ms", "dr",        "sen",
                                                "rep", "gov", "jr",  "sr", "president", "sir"};
  const std::string text = folded(name);
  std::vector<std::string> out;
  bool after_apostrophe = false;
  for (std::size_t i = 0; i < text.size();) {
    const Point p = point(text, i);
    if (!word_sign(p.code)) {
      after_apostrophe = apostrophe(p.code);
      i += p.length;
      continue;
    }
    const std::size_t begin = i;
    for (Point q = p; i < text.size() && word_sign(q.code);) {
      i += q.length;
      if (i < text.size()) q = point(text, i);
    }
    const std::string word = text.substr(begin, i - begin);
    const bool initial = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z' && i < text.size() && text[i] == '.';
    const bool owner = word == "s" && after_apostrophe;
    if (!initial && !owner && std::find(std::begin(titles), std::end(titles), word) == std::end(titles))
      out.push_back(word);
    after_apostrophe = false;
  }
  return out;
}

bool same_person_name(std::string_view gold, std::string_view got) {
  const auto a = name_words(gold), b = name_words(got);
  if (b.empty()) return false;
  return a == b || (a.size() > 1 && b.size() > 1 && a.front() == b.front() && a.back() == b.back());
}

}  // namespace onrecord
