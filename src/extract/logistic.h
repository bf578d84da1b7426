// Logistic regression over named features: small, readable, reproducible.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onrecord {

// A part of a feature's name, hashed once where it is used again and again. Holds no space.
struct FeaturePart {
  std::string_view text;
  std::uint64_t hash = 0;  // FNV-1a; 0: no part

  constexpr FeaturePart() = default;
  constexpr FeaturePart(std::string_view part) : text(part), hash(part.empty() ? 0 : fnv(part)) {}
  consteval FeaturePart(const char* part) : FeaturePart(std::string_view(part)) {}  // of a literal: when compiled
  FeaturePart(const std::string& part) : FeaturePart(std::string_view(part)) {}

 private:
  static constexpr std::uint64_t fnv(std::string_view part) {
    std::uint64_t h = 0xcbf29ce484222325ULL;
    for (const char c : part) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return h;
  }
};

// Weights by feature, as lines "feature<TAB>log-odds"; '#' begins a comment line.
class Weights {
 public:
  // Throws Error naming `file` for a line that is not a feature, a tab and a number.
  static Weights parse(std::string_view text, const std::string& file);

  bool empty() const { return by_hash_.empty(); }

  // The weight of a feature given in up to four parts that are joined by spaces; 0 if unknown.
  double of(const FeaturePart& name, const FeaturePart& a, const FeaturePart& b, const FeaturePart& c) const;

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
