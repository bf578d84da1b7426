// Words of time and the days they mean: "on Wednesday", "late last year", "two weeks ago".
//
// The rules of the stage "date" (rules/en/date.toml) run over the bytes of a sentence; what they
// capture is counted here, by the calendar, from the day of publication.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/range.h"
#include "match/grammar.h"
#include "match/lexer.h"

namespace onrecord {

struct TimeWords {
  const Rule* rule = nullptr;
  Range bytes;  // of the text
  // The first and the last day that they can mean, none after publication. Nothing for words that do
  // not tell (`unit = "none"`), for a day that is yet to come, for a date that does not exist,
  // and for one that counts from a publication date that is unknown.
  std::optional<Interval> interval;
  // Of "a day earlier": days from the last day that was told before.
  std::optional<int> from_told;
  // "Tuesday’s vote" tells a day of the article, but not when its sentence was said.
  bool aside = false;
};

class TimeReader {
 public:
  // Throws Error where the grammar lacks the stage "date", or one of its rules has no known `unit`.
  explicit TimeReader(const Grammar& grammar);

  // The words of time in text[sentence], in order, not overlapping. The longest wins. Published on a
  // Wednesday, "on Wednesday" is that day and "last Wednesday" the one a week before; weeks
  // begin on Monday, but what Monday’s paper calls "this week" begins a week before; "early", "mid" and "late" are
  // thirds. None of them begins after `last`.
  std::vector<TimeWords> read(std::string_view text, Range sentence, std::optional<Date> published,
                              std::size_t last = std::string_view::npos) const;

  // The day in a dateline ("WESTMARK, July 19 (UPI) —"), if within a few days of publication: where the two differ, the
  // words of time count from the dateline's. Nothing where there is none.
  std::optional<Date> dateline(std::string_view text, Range sentence, Date published) const;

 private:
  enum class Unit { day, weekday, before, date, month, season, year, decade, period, ago, told, dateline, none };
  struct Parts;

  Parts parts(std::string_view words, const Match& match) const;
  int number(std::string_view word) const;
  std::optional<std::pair<Date, Date>> span(Unit unit, const Parts& parts, std::optional<Date> published) const;

  const Stage& stage_;
  const Lexer& lexer_;
  Tag calendar_;
  std::vector<Unit> units_;  // of the stage's rules
  std::vector<int> shifts_;
  std::size_t weekday_, day_, month_, year_, part_, season_, period_, count_;
};

}  // namespace onrecord
