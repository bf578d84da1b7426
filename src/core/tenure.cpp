#include "core/tenure.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace onrecord {
namespace {

constexpr std::size_t year_size = 4, month_size = 7, day_size = 10;

// One role's observations, in order of days, to tenures.
class Holding {
 public:
  void add(const Observation& observation, bool past, std::optional<Date> last_past, const std::string& wording) {
    if (tenures_.empty() || opens(observation, past, last_past)) tenures_.emplace_back();
    Open& open = tenures_.back();
    Tenure& tenure = open.tenure;
    tenure.statements.push_back(observation.statement);
    ++open.wordings[wording];
    if (!observation.from) return;
    open.past += past;
    open.held += !past && !tenure.over;
    if (past) {
      if (!tenure.over) tenure.over = observation.to;
    } else if (!tenure.over) {
      if (!tenure.since) tenure.since = observation.from;
      if (!tenure.until || *tenure.until < *observation.to) tenure.until = observation.to;
    }
  }

  void finish(std::vector<Tenure>& out) {
    for (Open& open : tenures_) {
      if (open.courtesy()) open.tenure.since = open.tenure.until = std::nullopt;
      const auto most = std::max_element(open.wordings.begin(), open.wordings.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      open.tenure.role = most->first;
      out.push_back(std::move(open.tenure));
    }
  }

 private:
  struct Open {
    Tenure tenure;
    std::map<std::string, std::size_t> wordings;  // with how many statements have them
    std::size_t held = 0, past = 0;               // statements that say he has it, before it was over, and had it

    bool courtesy() const {
      constexpr std::chrono::days soon{31};
      return held == 1 && past >= 3 && tenure.over && tenure.since && *tenure.over - *tenure.since <= soon;
    }
  };

  bool opens(const Observation& observation, bool past, std::optional<Date> last_past) const {
    return !past && observation.from && tenures_.back().tenure.over && (!last_past || *last_past < *observation.from);
  }

  std::vector<Open> tenures_;
};

// "former Secretary of State" without its first word.
std::string without_past(const std::string& role, const RegisterWords& words) {
  std::string rest = role;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(" -");
    if (end == std::string::npos) break;
    const std::vector<std::string> first = folded_words(rest.substr(0, end));
    if (first.size() != 1 || !words.past.contains(first.front())) break;
    rest.erase(0, end + 1);
  }
  return rest;
}

bool by_day(const Tenure& a, const Tenure& b) {
  const auto day = [](const Tenure& t) { return t.since ? t.since : t.over; };
  const auto x = day(a), y = day(b);
  if (x.has_value() != y.has_value()) return x.has_value();
  return x && *x < *y;
}

}  // namespace

std::optional<PartialDay> parse_partial(std::string_view text) {
  const auto whole = text.substr(0, day_size);
  if (whole.size() == day_size && (text.size() == day_size || text[day_size] == 'T'))
    return parse_iso(whole) ? std::optional<PartialDay>(whole) : std::nullopt;
  if (text.size() == month_size && parse_iso(std::string(text) + "-01")) return PartialDay(text);
  if (text.size() == year_size && parse_iso(std::string(text) + "-01-01")) return PartialDay(text);
  return std::nullopt;
}

std::optional<Date> first_of(const PartialDay& day) {
  if (day.empty()) return std::nullopt;
  return parse_iso(day.size() == year_size ? day + "-01-01" : day.size() == month_size ? day + "-01" : day);
}

std::optional<Date> last_of(const PartialDay& day) {
  if (day.empty()) return std::nullopt;
  if (day.size() == day_size) return parse_iso(day);
  const auto first = first_of(day);
  if (!first) return std::nullopt;
  const std::chrono::year_month_day ymd(*first);
  return std::chrono::sys_days(ymd.year() / (day.size() == year_size ? std::chrono::December : ymd.month()) /
                               std::chrono::last);
}

bool Term::holds_on(Date day) const {
  const auto from = first_of(since), to = last_of(until);
  return (!from || *from <= day) && (!to || day <= *to);
}

std::vector<Tenure> tenures(const std::vector<Observation>& observations, const std::vector<Term>& terms,
                            const RegisterWords& words) {
  std::vector<Tenure> out;
  for (const Term& term : terms) {
    Tenure tenure;
    tenure.role = term.role;
    tenure.since = first_of(term.since);
    tenure.until = last_of(term.until);
    tenure.term = term;
    out.push_back(std::move(tenure));
  }
  std::stable_sort(out.begin(), out.end(), by_day);

  std::map<std::string, std::optional<Date>> last_past;  // by key
  std::vector<std::pair<RoleForm, const Observation*>> seen;
  for (const Observation& observation : observations) {
    seen.emplace_back(form_of(observation.role, words), &observation);
    const RoleForm& form = seen.back().first;
    auto& last = last_past[form.key];
    if (form.past && observation.from && (!last || *last < *observation.from)) last = observation.from;
  }
  // Undated last; of one day "former" first, so that the other is the courtesy.
  std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) {
    const auto &x = a.second->from, &y = b.second->from;
    if (x.has_value() != y.has_value()) return x.has_value();
    if (x && *x != *y) return *x < *y;
    if (a.first.past != b.first.past) return a.first.past;
    return a.second->statement < b.second->statement;
  });
  std::map<std::string, Holding> roles;
  for (const auto& [form, observation] : seen)
    if (!form.key.empty())
      roles[form.key].add(*observation, form.past, last_past[form.key], without_past(observation->role, words));
  std::vector<Tenure> observed;
  for (auto& [key, holding] : roles) holding.finish(observed);
  std::stable_sort(observed.begin(), observed.end(), by_day);
  std::move(observed.begin(), observed.end(), std::back_inserter(out));
  return out;
}

}  // namespace onrecord
