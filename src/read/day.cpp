#include "read/day.h"

#include <re2/re2.h>

#include <array>
#include <string>

namespace onrecord {
namespace {

using re2::RE2;
using re2::StringPiece;

StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

std::optional<Date> day_of(int year, int month, int day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

// 1 to 12 for "Oct", "oct.", "October"; 0 for any other word.
int month_of(std::string word) {
  static const std::array<std::string, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
  if (!word.empty() && word.back() == '.') word.pop_back();
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (months[i].compare(0, word.size(), word) == 0 || (word == "sept" && i == 8)) return static_cast<int>(i) + 1;
  return 0;
}

}  // namespace

std::optional<Date> parse_day(std::string_view text) {
  static const RE2 figures(R"(^\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s].*)?$)");
  static const RE2 day_first(R"(^\s*(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+\.?),?\s+(\d{4})\b.*$)");
  static const RE2 month_first(R"(^\s*(?:[A-Za-z]+,?\s+)?([A-Za-z]+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.*$)");
  int year = 0, month = 0, day = 0;
  std::string word;
  if (RE2::FullMatch(piece(text), figures, &year, &month, &day)) return day_of(year, month, day);
  if (RE2::FullMatch(piece(text), day_first, &day, &word, &year) ||
      RE2::FullMatch(piece(text), month_first, &word, &day, &year)) {
    month = month_of(word);
    if (month != 0) return day_of(year, month, day);
  }
  return std::nullopt;
}

std::optional<Date> day_in_file_name(std::string_view file) {
  static const RE2 figures(R"((?:^|\D)(\d{4})-(\d\d)-(\d\d)(?:\D|$))");
  const std::size_t slash = file.rfind('/');
  StringPiece name = piece(slash == std::string_view::npos ? file : file.substr(slash + 1));
  int year = 0, month = 0, day = 0;
  while (RE2::FindAndConsume(&name, figures, &year, &month, &day))
    if (const auto found = day_of(year, month, day)) return found;
  return std::nullopt;
}

}  // namespace onrecord
