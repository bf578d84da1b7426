#include "compare/hit_rate.h"

#include <algorithm>
#include <cstdlib>

#include "match/grammar.h"

namespace onrecord {
namespace {

constexpr double weight_of_measured = 10;  // pairs
constexpr double most = 0.99;              // no score is certain

}  // namespace

HitRates::HitRates(const Grammar& grammar) {
  for (const Rule& rule : grammar.stage("comparison").rules()) {
    const auto right = rule.keys.find("right");  // a number, or the judge would have refused it
    rules_[rule.id].measured = right == rule.keys.end() ? 0 : std::strtod(right->second.c_str(), nullptr);
  }
}

void HitRates::count(const std::string& rule, bool right) {
  const auto found = rules_.find(rule);
  if (found == rules_.end()) return;
  found->second.right += right;
  ++found->second.reviewed;
}

HitRate HitRates::of(const std::string& rule) const {
  const auto found = rules_.find(rule);
  if (found == rules_.end()) return {};
  const Counted& c = found->second;
  const double share = (weight_of_measured * c.measured + static_cast<double>(c.right)) /
                       (weight_of_measured + static_cast<double>(c.reviewed));
  return {share, c.right, c.reviewed};
}

void HitRates::rescore(Comparison& comparison) const {
  const auto found = rules_.find(comparison.rule);
  if (found == rules_.end() || found->second.reviewed == 0) return;
  comparison.score = std::clamp(comparison.score + of(comparison.rule).share - found->second.measured, 0.0, most);
}

}  // namespace onrecord
