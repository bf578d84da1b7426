#include "core/date.h"

#include <charconv>
#include <cstdio>

namespace onrecord {

std::string iso(Date date) {
  const std::chrono::year_month_day ymd{date};
  const int year = static_cast<int>(ymd.year());
  const unsigned month = static_cast<unsigned>(ymd.month()), day = static_cast<unsigned>(ymd.day());
  if (year < 0 || year > 9999) {
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", year, month, day);
    return buffer;
  }
  const auto digit = [](unsigned number) { return static_cast<char>('0' + number % 10); };
  const auto y = static_cast<unsigned>(year);
  return {digit(y / 1000), digit(y / 100), digit(y / 10), digit(y),        '-',
          digit(month / 10), digit(month), '-',           digit(day / 10), digit(day)};
}

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) -> int {
    int value = -1;
    const char* first = text.data() + at;
    const auto result = std::from_chars(first, first + length, value);
    return result.ec == std::errc{} && result.ptr == first + length ? value : -1;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

}  // namespace onrecord
