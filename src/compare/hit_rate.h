// HitRate: how often a reason (a rule of comparison.toml) is right.
//
// A rule says itself how often it was right where it was measured (its key `right`). That counts as ten pairs;
// each pair that a user has reviewed counts as one more. So one verdict moves a rate a little, and thirty
// decide it: a cue's precision belongs to the news at hand, and not to those it was measured on.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "compare/compare.h"

namespace onrecord {

struct HitRate {
  double share = 0;                     // 0 to 1: how often it is right, measured and reviewed taken together
  std::size_t right = 0, reviewed = 0;  // pairs that users have reviewed, and those of them it was right about
};

class HitRates {
 public:
  explicit HitRates(const Grammar& grammar);

  // A user has reviewed a pair that this rule decided. No rule of that id: nothing is counted.
  void count(const std::string& rule, bool right);

  // Share 0 for a rule that is not there.
  HitRate of(const std::string& rule) const;

  // Puts into the score what reviews have taught. Changes nothing where the rule was never reviewed.
  void rescore(Comparison& comparison) const;

 private:
  struct Counted {
    double measured = 0;
    std::size_t right = 0, reviewed = 0;
  };
  std::map<std::string, Counted> rules_;
};

}  // namespace onrecord
