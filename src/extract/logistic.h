// Logistic regression over named features: small, readable, reproducible.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onrecord {

// Weights by feature, as lines "feature<TAB>log-odds"; '#' begins a comment line.
class Weights {
 public:
  // Throws Error naming `file` for a line that is not a feature, a tab and a number.
  static Weights parse(std::string_view text, const std::string& file);

  bool empty() const { return by_hash_.empty(); }

  // The weight of a feature given in up to four parts that are joined by spaces; 0 if unknown.
  double of(std::string_view name, std::string_view a = {}, std::string_view b = {}, std::string_view c = {}) const;

 private:
  std::unordered_map<std::uint64_t, double> by_hash_;
};

double logistic(double log_odds);

// What is known of a case, and whether it held.
struct Case {
  std::vector<std::string> features;
  bool held = false;
};

// The weights that fit the cases: L2 (a Gaussian prior), AdaGrad, cases in a fixed order; features
// seen fewer than `least` times are left out. Printed as Weights::parse reads them.
std::string learn(const std::vector<Case>& cases, std::size_t least);

}  // namespace onrecord
