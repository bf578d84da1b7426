// Tenure: since when and until when somebody held a role, and what that rests on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/register_words.h"

namespace onrecord {

// A role as one statement's article words it.
struct Observation {
  std::string role;
  std::optional<Date> from, to;  // the article's day, else that of the statement: first and last it can be
  std::string statement;         // id
};

// A day as people know it: "2016-10-07", "2016-10" or "2016". Empty: not known.
using PartialDay = std::string;
// Its first and its last day; nothing where it is empty.
std::optional<Date> first_of(const PartialDay& day);
std::optional<Date> last_of(const PartialDay& day);
// "2016", "2016-10" or "2016-10-07" of what begins so ("2016-10-07T08:00Z"), else nothing.
std::optional<PartialDay> parse_partial(std::string_view text);

// A term of office as an imported file gives it.
struct Term {
  std::string role;          // "Senator"
  std::string organization;  // "House of Representatives"; empty: none, as all that follow
  std::string area;          // "WA"
  std::string party;
  PartialDay since, until;
  std::string source;  // name of the file; this and the next are no part of what makes two terms the same
  // Ids of the statements it was made of, in an export of what articles say; empty: it is not.
  std::vector<std::string> statements;

  bool holds_on(Date day) const;  // also where a side is open
  friend bool operator==(const Term& a, const Term& b) {
    return a.role == b.role && a.organization == b.organization && a.area == b.area && a.party == b.party &&
           a.since == b.since && a.until == b.until;
  }
};

struct Tenure {
  std::string role;                     // as most of its statements word it, without "former"; as the term does
  std::optional<Date> since, until;     // first and last day it was seen held; of a term, its first and last day
  std::optional<Date> over;             // first day it was called former; nothing: it never was
  std::vector<std::string> statements;  // ids, by day; empty for a term
  std::optional<Term> term;             // it is this imported one
};

// Terms by their days, then tenures of observations by since (the undated last).
//
// Observations of one role, however worded (RegisterWords), are one tenure from the first to the last
// day it was seen. "former" closes a tenure and opens none: what is said of the role after that, as a
// courtesy ("President Holt" between two articles with "former President Holt"), moves no day. Only a role that is
// seen again, and never called former later, is a second tenure. A role never seen held has an `over` and no `since`.
// So has one seen held in a single statement within a month before three or more call it former: a courtesy as well.
std::vector<Tenure> tenures(const std::vector<Observation>& observations, const std::vector<Term>& terms,
                            const RegisterWords& words);

}  // namespace onrecord
