// Logistic regression over named features: small, readable, reproducible.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/by_hash.h"

namespace onrecord {

// A part of a feature's name, hashed once where it is used again and again. Holds no space.
struct FeaturePart {
  std::string_view text;
  std::uint64_t hash = 0;  // 0: no part

  constexpr FeaturePart() = default;
  constexpr FeaturePart(std::string_view part) : text(part), hash(part.empty() ? 0 : hash64(part)) {}
  consteval FeaturePart(const char* part) : FeaturePart(std::string_view(part)) {}  // of a literal: when compiled
  FeaturePart(const std::string& part) : FeaturePart(std::string_view(part)) {}
};

// Weights by feature, as lines "feature<TAB>log-odds"; '#' begins a comment line.
class Weights {
 public:
  // Throws Error naming `file` for a line that is not a feature, a tab and a number.
  static Weights parse(std::string_view text, const std::string& file);

  bool empty() const { return empty_; }

  // The weight of a feature given in up to four parts that are joined by spaces; 0 if unknown.
  double of(const FeaturePart& name, const FeaturePart& a, const FeaturePart& b, const FeaturePart& c) const;

 private:
  ByHash<float> by_hash_;
  bool empty_ = true;
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
