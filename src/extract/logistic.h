// Logistic regression over named features: small, readable, reproducible.
//
// Two forms: whether a case holds (a cue or none), and which of several places is the right one
// (where a content ends), the conditional logit of McFadden 1974. Weights are lines of text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/by_hash.h"
#include "extract/kept_sums.h"
#include "extract/weight_table.h"

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

template <typename... Parts>
class Crossed;  // a feature of a few words: extract/crossed.h

// Weights by feature, as lines "feature<TAB>log-odds"; '#' begins a comment line.
class Weights {
 public:
  // Throws Error naming `file` for a line that is not a feature, a tab and a number.
  static Weights parse(std::string_view text, const std::string& file);

  bool empty() const { return empty_; }

  // The hash of a feature given in up to five parts that are joined by spaces.
  static constexpr std::uint64_t hash(const FeaturePart& name, const FeaturePart& a = {}, const FeaturePart& b = {},
                                      const FeaturePart& c = {}, const FeaturePart& d = {}) {
    return joined(joined(joined(joined(name.hash, a.hash), b.hash), c.hash), d.hash);
  }
  // Its weight in hundredths; 0 if unknown.
  int hundredths(std::uint64_t hash) const { return table_.get(hash); }
  int hundredths(const FeaturePart& feature) const { return hundredths(feature.hash); }
  // Where its weight is, which will be asked for soon.
  WeightTable::Place fetch(std::uint64_t hash) const {
    const WeightTable::Place place = table_.place_of(hash);
    table_.fetch(place);
    return place;
  }
  // The sum of several, up to WeightTable::at_once.
  int hundredths(const WeightTable::Place* places, std::size_t count) const { return table_.get(places, count); }

 private:
  // Adds a part's hash to that of the parts before it; no part, 0, adds nothing.
  static constexpr std::uint64_t joined(std::uint64_t h, std::uint64_t part) {
    return part == 0 ? h : (h ^ part) * 0x9E3779B97F4A7C15ULL + 1;
  }

  WeightTable table_;
  bool empty_ = true;
};

// Called with the parts of each feature of a case; adds up their weights. The weights are looked up some features
// later than they are named: memory has time to bring them.
class Sum {
 public:
  explicit Sum(const Weights& weights) : weights_(weights) {}
  void operator()(const FeaturePart& name, const FeaturePart& a = {}, const FeaturePart& b = {},
                  const FeaturePart& c = {}, const FeaturePart& d = {}) {
    named_[count_++] = weights_.fetch(Weights::hash(name, a, b, c, d));
    if (count_ == named_.size()) look_up();
  }
  template <typename... Parts>
  void operator()(const Crossed<Parts...>& feature, std::type_identity_t<Parts>... parts) {
    hundredths_ += feature.hundredths(parts...);
  }
  // Several features, called with this or another, that `at` alone determines.
  template <std::size_t rank, typename Features>
  void operator()(const KeptSums<rank>& kept, const std::type_identity_t<typename KeptSums<rank>::At>& at,
                  const Features& features) {
    hundredths_ += kept.get(at, [&] {
      Sum sum(weights_);
      features(sum);
      return sum.hundredths();
    });
  }
  int hundredths() {
    if (count_ > 0) look_up();
    return hundredths_;
  }
  double value() { return hundredths() / 100.0; }

 private:
  void look_up() {
    hundredths_ += weights_.hundredths(named_.data(), count_);
    count_ = 0;
  }

  const Weights& weights_;
  int hundredths_ = 0;
  std::size_t count_ = 0;
  std::array<WeightTable::Place, WeightTable::at_once> named_;
};

// Called with the parts of each feature of a case; writes them out, for learning.
class Written {
 public:
  void operator()(const FeaturePart& name, const FeaturePart& a = {}, const FeaturePart& b = {},
                  const FeaturePart& c = {}, const FeaturePart& d = {}) {
    std::string& feature = features_.emplace_back(name.text);
    for (const FeaturePart* part : {&a, &b, &c, &d})
      if (!part->text.empty()) (feature += ' ') += part->text;
  }
  template <typename... Parts>
  void operator()(const Crossed<Parts...>& feature, std::type_identity_t<Parts>... parts) {
    (*this)(feature.name(), parts.part()...);
  }
  template <std::size_t rank, typename Features>
  void operator()(const KeptSums<rank>&, const std::type_identity_t<typename KeptSums<rank>::At>&,
                  const Features& features) {
    features(*this);
  }
  std::vector<std::string> take() { return std::move(features_); }

 private:
  std::vector<std::string> features_;
};

double logistic(double log_odds);

// What is known of a case, and whether it held. `start`: its log-odds without these features.
struct Case {
  std::vector<std::string> features;
  bool held = false;
  double start = 0;
};

// The features of each of several places, and which is the right one; `also`: others that are as right as it.
struct Alternatives {
  std::vector<std::vector<std::string>> places;
  std::size_t right = 0;
  std::vector<std::size_t> also;
};

// The weights that fit the cases: L2 (a Gaussian prior), AdaGrad, cases in a fixed order; features
// seen fewer than `least` times are left out, and weights too small to matter. Printed as
// Weights::parse reads them. Twelve rounds: for tens of thousands of cases (fewer: extract/fit.h).
std::string learn(const std::vector<Case>& cases, std::size_t least);
std::string learn(const std::vector<Alternatives>& choices, std::size_t least);

}  // namespace onrecord
