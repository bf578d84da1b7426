#include "extract/logistic.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/error.h"
#include "core/list.h"

namespace onrecord {
namespace {

constexpr double rate = 0.15;
constexpr double ridge = 5;  // of 1, 3, 5 and 10 the best for cues on articles left out, within .001
constexpr int epochs = 12;
constexpr double too_small = 0.08;  // a weight not worth a line

// Features by number, each with its weight while it is learnt.
class Learner {
 public:
  // `seen`: how often each feature stands in the cases.
  Learner(const std::map<std::string, std::size_t>& seen, std::size_t least) {
    for (const auto& [feature, count] : seen)
      if (count >= least) {
        names_.push_back(&index_.emplace(feature, names_.size()).first->first);
        decay_.push_back(ridge / static_cast<double>(count));
      }
    weight_.assign(names_.size(), 0);
    squares_.assign(names_.size(), 1e-8);
  }

  std::vector<std::size_t> row(const std::vector<std::string>& features) const {
    std::vector<std::size_t> out;
    for (const std::string& f : features)
      if (const auto i = index_.find(f); i != index_.end()) out.push_back(i->second);
    return out;
  }

  double sum(const std::vector<std::size_t>& row) const {
    double out = 0;
    for (const std::size_t f : row) out += weight_[f];
    return out;
  }

  // A step that lowers the error of a row; the prior is shared out over the times a feature is seen.
  void step(const std::vector<std::size_t>& row, double error) {
    for (const std::size_t f : row) {
      const double gradient = error - decay_[f] * weight_[f];
      squares_[f] += gradient * gradient;
      weight_[f] += rate * gradient / std::sqrt(squares_[f]);
    }
  }

  std::string text() const {
    std::string out;
    char number[64];
    for (std::size_t f = 0; f < names_.size(); ++f) {
      if (std::fabs(weight_[f]) < too_small) continue;
      std::snprintf(number, sizeof number, "\t%.2f\n", weight_[f]);
      out += *names_[f] + number;
    }
    return out;
  }

 private:
  std::map<std::string, std::size_t> index_;
  std::vector<const std::string*> names_;
  std::vector<double> decay_, weight_, squares_;
};

// A fixed stride visits the cases in another order than they were written.
template <typename Visit>
void each_epoch(std::size_t cases, const Visit& visit) {
  for (int epoch = 0; epoch < epochs; ++epoch)
    for (std::size_t k = 0; k < cases; ++k) visit(k * 7919 % cases);
}

}  // namespace

double logistic(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

Weights Weights::parse(std::string_view text, const std::string& file) {
  Weights out;
  std::vector<std::pair<std::uint64_t, int>> weights;
  each_row(text, [&](const ListRow& row) {
    float weight = 0;
    if (std::from_chars(row.value.data(), row.value.data() + row.value.size(), weight).ec != std::errc{})
      throw Error(file + ":" + std::to_string(row.line) + ": \"" + std::string(row.text) +
                  "\" is not a feature, a tab and a weight; mend the line");
    std::uint64_t h = 0;
    for (std::size_t at = 0; at < row.entry.size();) {
      const std::size_t gap = std::min(row.entry.find(' ', at), row.entry.size());
      const FeaturePart part(row.entry.substr(at, gap - at));
      h = h == 0 ? part.hash : joined(h, part.hash);
      at = gap + 1;
    }
    constexpr float most = WeightTable::most / 100.0F;
    weights.emplace_back(h, static_cast<int>(std::lround(std::clamp(weight, -most, most) * 100)));
  });
  out.empty_ = weights.empty();
  out.table_ = WeightTable(weights);
  return out;
}

std::string learn(const std::vector<Case>& cases, std::size_t least) {
  std::map<std::string, std::size_t> seen;
  for (const Case& c : cases)
    for (const std::string& f : c.features) ++seen[f];
  Learner learner(seen, least);
  std::vector<std::vector<std::size_t>> rows;
  rows.reserve(cases.size());
  for (const Case& c : cases) rows.push_back(learner.row(c.features));
  each_epoch(cases.size(), [&](std::size_t i) {
    learner.step(rows[i], (cases[i].held ? 1 : 0) - logistic(cases[i].start + learner.sum(rows[i])));
  });
  return learner.text();
}

std::string learn(const std::vector<Alternatives>& choices, std::size_t least) {
  std::map<std::string, std::size_t> seen;
  for (const Alternatives& c : choices)
    for (const auto& place : c.places)
      for (const std::string& f : place) ++seen[f];
  Learner learner(seen, least);
  std::vector<std::vector<std::vector<std::size_t>>> rows;
  rows.reserve(choices.size());
  for (const Alternatives& c : choices) {
    auto& places = rows.emplace_back();
    for (const auto& place : c.places) places.push_back(learner.row(place));
  }
  std::vector<double> share;
  each_epoch(choices.size(), [&](std::size_t i) {
    share.clear();
    double all = 0;
    for (const auto& row : rows[i]) all += share.emplace_back(std::exp(std::clamp(learner.sum(row), -30.0, 30.0)));
    const Alternatives& c = choices[i];
    double right = share[c.right];
    for (const std::size_t k : c.also) right += share[k];
    for (std::size_t k = 0; k < rows[i].size(); ++k) {
      const bool is_right = k == c.right || std::find(c.also.begin(), c.also.end(), k) != c.also.end();
      learner.step(rows[i][k], (is_right ? share[k] / right : 0) - share[k] / all);
    }
  });
  return learner.text();
}

}  // namespace onrecord
