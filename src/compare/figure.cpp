#include "compare/figure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace onrecord {
namespace {

std::string_view written(const Word& w, const Side& side) {
  return slice(w.at.where == Shown::Where::cue ? std::string_view(side.cue) : std::string_view(side.text), w.at.range);
}

// "1,200", "4.5", "20th", "90s"; false where it does not begin as a number.
bool parse(std::string_view s, double& value, bool& ordinal) {
  std::string digits;
  std::size_t i = 0;
  for (; i < s.size() && ((s[i] >= '0' && s[i] <= '9') || s[i] == '.' || s[i] == ','); ++i)
    if (s[i] != ',') digits += s[i];
  if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc()) return false;
  const std::string_view tail = s.substr(i);
  ordinal = tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
  return true;
}

char before(const Word& w, const Side& side) {
  const std::string& text = w.at.where == Shown::Where::cue ? side.cue : side.text;
  return w.at.range.begin > 0 ? text[w.at.range.begin - 1] : ' ';
}
char after(const Word& w, const Side& side) {
  const std::string& text = w.at.where == Shown::Where::cue ? side.cue : side.text;
  return w.at.range.end < text.size() ? text[w.at.range.end] : ' ';
}

// "more than 20", "at least 20": the word before, or the one before that, tells.
Figure::Bound bound(const std::vector<Word>& words, std::size_t at) {
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    const std::string_view value = words[at - back].value;
    if (value.size() < 2 || value[0] != '~') continue;
    return value[1] == '>' ? Figure::Bound::least : value[1] == '<' ? Figure::Bound::most : Figure::Bound::about;
  }
  return Figure::Bound::exact;
}

}  // namespace

std::vector<Figure> figures(const std::vector<Word>& words, const Side& side, char number_symbol) {
  std::vector<Figure> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].symbol != number_symbol) continue;
    Figure f;
    f.words.push_back(i);
    std::string_view value = words[i].value;
    if (!value.empty() && value[0] == '*') continue;  // "million" without a number before it
    if (!value.empty()) {
      f.ordinal = value[0] == '#';
      std::string_view rest = f.ordinal ? value.substr(1) : value;
      bool ignored = false;
      if (!parse(rest, f.value, ignored)) continue;
    } else if (!parse(written(words[i], side), f.value, f.ordinal)) {
      continue;
    }
    std::size_t next = i + 1;
    while (next < words.size() && !words[next].value.empty() && words[next].value[0] == '*') {
      double factor = 1;
      bool ignored = false;
      if (parse(words[next].value.substr(1), factor, ignored)) f.value *= factor;
      f.words.push_back(next++);
    }
    const char b = before(words[i], side);
    const char a = after(words[f.words.back()], side);
    static const std::uint64_t dollar = stem_id("dollar"), percent = stem_id("percent");
    if (a == '%')
      f.unit = percent;
    else if (b == '$')
      f.unit = dollar;
    else
      for (std::size_t k = next; k < words.size() && k < next + 3; ++k) {
        if (words[k].stem == 0) break;
        if (words[k].light || words[k].symbol == number_symbol) continue;
        f.unit = words[k].stem;
        f.measure = words[k].faint || f.words.size() > 1;
        break;
      }
    f.year = !f.ordinal && b != '$' && a != '%' && f.words.size() == 1 && f.value >= 1800 && f.value <= 2100 &&
             f.value == std::floor(f.value) && written(words[i], side).size() == 4;
    f.bound = bound(words, i);
    i = f.words.back();
    out.push_back(std::move(f));
  }
  return out;
}

bool clash(const Figure& a, const Figure& b) {
  if (a.ordinal != b.ordinal || a.year != b.year) return false;
  const double larger = std::max(std::abs(a.value), std::abs(b.value));
  if (a.year || a.ordinal) return a.value != b.value;
  if (std::abs(a.value - b.value) <= 0.05 * larger) return false;
  const Figure& low = a.value < b.value ? a : b;
  const Figure& high = a.value < b.value ? b : a;
  if (low.bound == Figure::Bound::least || high.bound == Figure::Bound::most) return false;
  const bool about = low.bound == Figure::Bound::about || high.bound == Figure::Bound::about;
  return !about || high.value - low.value > 0.2 * larger;
}

}  // namespace onrecord
