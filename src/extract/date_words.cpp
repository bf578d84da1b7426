#include "extract/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "core/error.h"

namespace onrecord {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

using Span = std::pair<Date, Date>;  // first and last day

bool digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

year_month month_of(Date date) {
  const year_month_day ymd{date};
  return ymd.year() / ymd.month();
}

year_month month(int year, int number) {
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(number)};
}

// `count` whole months from `first` on.
Span span_of(year_month first, int count) {
  return {Date{first / 1}, Date{(first + months{count - 1}) / std::chrono::last}};
}

// The first, second or last third of a span; of one longer than a quarter by months.
Span third(Span span, int part) {
  if (part < 1 || part > 3) return span;
  const int length = static_cast<int>((span.second - span.first).count()) + 1;
  if (length > 80) {
    const int share = (length + 15) / 30 / 3;
    return span_of(month_of(span.first) + months{share * (part - 1)}, share);
  }
  const int share = length / 3;
  const Date from = span.first + days{share * (part - 1)};
  return {from, part == 3 ? span.second : from + days{share - 1}};
}

// Monday of the week of a day.
Date monday(Date date) { return date - days{std::chrono::weekday{date}.iso_encoding() - 1}; }

// The last day on or before `date` that is the `weekday`th of its week.
Date last_weekday(Date date, int weekday) {
  const int back = static_cast<int>(std::chrono::weekday{date}.iso_encoding()) - weekday;
  return date - days{back < 0 ? back + 7 : back};
}

std::optional<Span> day_span(int year, int month_number, int day, std::optional<Date> published) {
  if (month_number > 12) std::swap(month_number, day);
  const auto on = [&](int y) { return month(y, month_number) / day; };
  if (year != 0) {
    if (!on(year).ok()) return std::nullopt;
    return Span{Date{on(year)}, Date{on(year)}};
  }
  if (!published) return std::nullopt;
  // February 29 may lie eight years back. What would be most of a year ago is a day to come.
  const int now = static_cast<int>(year_month_day{*published}.year());
  const bool leap_day = month_number == 2 && day == 29;
  for (int y = now; y > now - 9; --y)
    if (on(y).ok() && Date{on(y)} <= *published && (leap_day || *published - Date{on(y)} < days{300}))
      return Span{Date{on(y)}, Date{on(y)}};
  return std::nullopt;
}

// The last `count` months from month `first` on that began by the day of publication, or those of `year`.
// `shift` < 0: and are over ("last summer"); > 0: of the year of publication ("this summer"), nothing if still to come.
std::optional<Span> months_span(int year, int first, int count, int part, int shift, std::optional<Date> published) {
  if (first < 1 || first > 12) return std::nullopt;
  if (year != 0) return third(span_of(month(year, first), count), part);
  if (!published) return std::nullopt;
  int y = static_cast<int>(year_month_day{*published}.year());
  const auto of = [&] { return third(span_of(month(y, first), count), part); };
  if (of().first > *published) {
    if (shift > 0) return std::nullopt;
    --y;
  }
  if (shift < 0 && of().second >= *published) --y;
  return of();
}

Span period_span(std::string_view period, int shift, Date from) {
  const year_month_day ymd{from};
  const int now = static_cast<int>(ymd.year());
  if (period == "day") return {from + days{shift}, from + days{shift}};
  if (period == "week") {
    const Date first = shift == 0 ? monday(from - days{1}) : monday(from) + days{7 * shift};
    return {first, shift == 0 ? std::max(from, first + days{6}) : first + days{6}};
  }
  if (period == "weekend") {
    const Date saturday = last_weekday(from, 6);
    const Date begin = shift < 0 && from - saturday < days{2} ? saturday - days{7} : saturday;
    return {begin, begin + days{1}};
  }
  if (period == "month") return span_of(month_of(from) + months{shift}, 1);
  if (period == "quarter") {
    const int first = (static_cast<int>(static_cast<unsigned>(ymd.month())) - 1) / 3 * 3 + 1;
    return span_of(month(now, first) + months{3 * shift}, 3);
  }
  return span_of(month(now + shift, 1), 12);
}

}  // namespace

// What a rule captured, as numbers; 0 where it captured nothing.
struct TimeReader::Parts {
  int weekday = 0, day = 0, month = 0, year = 0, part = 0, season = 0, count = 0, shift = 0;
  std::string_view period;
};

TimeReader::TimeReader(const Grammar& grammar)
    : stage_(grammar.stage("date")),
      lexer_(grammar.lexer()),
      calendar_(lexer_.tag("calendar")),
      weekday_(stage_.capture("weekday")),
      day_(stage_.capture("day")),
      month_(stage_.capture("month")),
      year_(stage_.capture("year")),
      part_(stage_.capture("part")),
      season_(stage_.capture("season")),
      period_(stage_.capture("period")),
      count_(stage_.capture("count")) {
  static constexpr std::array<std::string_view, 13> names{"day",    "weekday",  "before", "date",   "month",
                                                          "season", "year",     "decade", "period", "ago",
                                                          "told",   "dateline", "none"};
  for (const Rule& rule : stage_.rules()) {
    const auto key = [&](const char* name) {
      const auto found = rule.keys.find(name);
      return found == rule.keys.end() ? std::string() : found->second;
    };
    const auto name = std::find(names.begin(), names.end(), key("unit"));
    if (name == names.end())
      throw Error(rule.file + ":" + std::to_string(rule.line) + ": " + rule.id +
                  " has no unit of time; give it unit = \"weekday\" or another that the head of date.toml names");
    units_.push_back(static_cast<Unit>(name - names.begin()));
    const std::string shift = key("shift");
    int value = 0;
    std::from_chars(shift.data(), shift.data() + shift.size(), value);
    shifts_.push_back(value);
  }
}

int TimeReader::number(std::string_view word) const {
  const std::string_view value = digits(word) ? word : lexer_.value(lexer_.entry(word), calendar_);
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

TimeReader::Parts TimeReader::parts(std::string_view words, const Match& match) const {
  const auto word = [&](std::size_t capture) {
    const auto& range = match.captures[capture];
    return range ? slice(words, *range) : std::string_view();
  };
  Parts p;
  p.weekday = number(word(weekday_));
  p.day = number(word(day_));
  p.month = number(word(month_));
  p.year = number(word(year_));
  if (p.year > 0 && p.year < 100) p.year += 2000;
  p.part = number(word(part_));
  p.season = number(word(season_));
  p.count = number(word(count_));
  p.period = lexer_.value(lexer_.entry(word(period_)), calendar_);
  p.shift = shifts_[static_cast<std::size_t>(match.rule - stage_.rules().data())];
  return p;
}

std::optional<std::pair<Date, Date>> TimeReader::span(Unit unit, const Parts& p, std::optional<Date> published) const {
  switch (unit) {
    case Unit::date:
      return day_span(p.year, p.month, p.day, published);
    case Unit::month:
      return months_span(p.year, p.month, 1, p.part, p.shift, published);
    case Unit::season:
      return months_span(p.year, p.season, 3, p.part, p.shift, published);
    case Unit::year:
      return third(span_of(month(p.year, 1), 12), p.part);
    case Unit::decade:
      return span_of(month(p.year, 1), 120);
    default:
      break;
  }
  if (!published || unit >= Unit::told) return std::nullopt;
  const auto one = [](Date date) { return Span{date, date}; };
  switch (unit) {
    case Unit::day:
      return one(*published + days{p.shift});
    case Unit::weekday:
      return one(last_weekday(*published, p.weekday));
    case Unit::before:
      return one(last_weekday(*published - days{1}, p.weekday));
    case Unit::period:
      return third(period_span(p.period, p.shift, *published), p.part);
    default:
      return period_span(p.period, -p.count, *published);
  }
}

std::vector<TimeWords> TimeReader::read(std::string_view text, Range sentence, std::optional<Date> published,
                                        std::size_t last) const {
  const std::string_view words = slice(text, sentence);
  std::vector<TimeWords> out;
  const auto words_at = [&](Range r) { return slice(words, r); };
  for (const Match& match : stage_.all(words, words_at, 1, last - sentence.begin)) {
    const Unit unit = units_[static_cast<std::size_t>(match.rule - stage_.rules().data())];
    TimeWords found{match.rule,
                    {sentence.begin + match.whole.begin, sentence.begin + match.whole.end},
                    std::nullopt,
                    std::nullopt,
                    false};
    auto days_meant = span(unit, parts(words, match), published);
    if (days_meant && published) {
      if (days_meant->first > *published)
        days_meant.reset();
      else
        days_meant->second = std::min(days_meant->second, *published);
    }
    if (days_meant)
      found.interval = Interval{days_meant->first, days_meant->second, std::string(slice(text, found.bytes))};
    if (unit == Unit::told) found.from_told = shifts_[static_cast<std::size_t>(match.rule - stage_.rules().data())];
    const auto told = match.rule->keys.find("told");
    found.aside = told != match.rule->keys.end() && told->second == "aside";
    out.push_back(std::move(found));
  }
  return out;
}

std::optional<Date> TimeReader::dateline(std::string_view text, Range sentence, Date published) const {
  constexpr days near{3};
  const std::string_view words = slice(text, sentence);
  if (std::none_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  for (const Match& match : stage_.all(words, [&](Range r) { return slice(words, r); })) {
    if (units_[static_cast<std::size_t>(match.rule - stage_.rules().data())] != Unit::dateline) continue;
    const Parts p = parts(words, match);
    const auto written = day_span(p.year, p.month, p.day, published + near);
    if (written && written->first + near >= published) return written->first;
  }
  return std::nullopt;
}

}  // namespace onrecord
