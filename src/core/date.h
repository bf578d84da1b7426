// Date: a day of the proleptic Gregorian calendar; Interval: a span of days.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

using Date = std::chrono::sys_days;

// "2016-10-07" from a Date, and back. Returns nothing unless `text` is exactly
// YYYY-MM-DD and the day exists ("2016-02-30" does not).
std::string iso(Date date);
std::optional<Date> parse_iso(std::string_view text);

// When something was said: the first and the last day it can have been (both
// included), and the words that tell ("on Wednesday"; "published" where only
// the publication date tells).
struct Interval {
  Date from;
  Date to;
  std::string basis;

  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace onrecord
