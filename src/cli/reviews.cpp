#include "cli/reviews.h"

#include <algorithm>

#include "cli/comparison.h"
#include "cli/record.h"

namespace onrecord {
namespace {

// The statement of that whole id; nothing where it is gone.
std::optional<Record> record_of(const Store& store, const std::string& id) {
  Filter filter;
  filter.id = id;
  std::vector<Record> found = store.records(filter);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

}  // namespace

std::string pair_name(const std::string& a, const std::string& b) { return short_id(a) + "-" + short_id(b); }

std::string pair_id(const std::string& a, const std::string& b) { return std::min(a, b) + "-" + std::max(a, b); }

bool is_right(Relation relation, Ruling ruling) {
  switch (relation) {
    case Relation::contradict:
      return ruling == Ruling::conflict || ruling == Ruling::update;
    case Relation::agree:
      return ruling == Ruling::agree;
    case Relation::none:
      break;
  }
  return ruling == Ruling::none;
}

Reviews::Reviews(const Store& store, const Judge& judge, const Grammar& grammar)
    : verdicts_(store.verdicts()), rates_(grammar) {
  for (std::size_t i = 0; i < verdicts_.size(); ++i) {
    const Verdict& verdict = verdicts_[i];
    by_pair_[{verdict.a, verdict.b}] = i;
    statements_.insert({verdict.a, verdict.b});
    const auto a = record_of(store, verdict.a), b = record_of(store, verdict.b);
    if (!a || !b) continue;
    const Comparison judged = judge.judge(side_of(*a), side_of(*b));
    rates_.count(judged.rule, is_right(judged.relation, verdict.ruling));
  }
}

const Verdict* Reviews::of(const std::string& a, const std::string& b) const {
  const auto found = by_pair_.find(std::minmax(a, b));
  return found == by_pair_.end() ? nullptr : &verdicts_[found->second];
}

}  // namespace onrecord
