#include "extract/fit.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <map>
#include <numeric>

namespace onrecord {
namespace {

constexpr double too_small = 0.02;     // a weight not worth a line
constexpr double close_enough = 1e-5;  // of the log-likelihood, between two steps
constexpr int most_steps = 500;

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

// to += factor * other
void add(Vector& to, double factor, const Vector& other) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * other[i];
}

// Choices as numbers of features, and how far weights are from fitting them.
class Loss {
 public:
  Loss(const std::vector<Alternatives>& choices, std::size_t least, double ridge) : ridge_(ridge) {
    std::map<std::string, std::size_t> seen;
    for (const Alternatives& c : choices)
      for (const auto& place : c.places)
        for (const std::string& f : place) ++seen[f];
    std::map<std::string, std::size_t> index;
    for (const auto& [feature, count] : seen)
      if (count >= least) index.emplace(feature, names_.size()), names_.push_back(feature);
    for (const Alternatives& c : choices) {
      Choice& choice = choices_.emplace_back();
      for (const auto& place : c.places) {
        auto& row = choice.places.emplace_back();
        for (const std::string& f : place)
          if (const auto i = index.find(f); i != index.end()) row.push_back(i->second);
      }
      choice.right.assign(c.places.size(), false);
      choice.right[c.right] = true;
      for (const std::size_t k : c.also) choice.right[k] = true;
    }
  }

  const std::vector<std::string>& names() const { return names_; }

  // What is lost at these weights; `slope` becomes its gradient.
  double at(const Vector& weights, Vector& slope) const {
    double lost = ridge_ / 2 * dot(weights, weights);
    std::transform(weights.begin(), weights.end(), slope.begin(), [&](double w) { return ridge_ * w; });
    Vector share;
    for (const Choice& c : choices_) {
      share.clear();
      for (const auto& row : c.places)
        share.push_back(
            std::accumulate(row.begin(), row.end(), 0.0, [&](double sum, std::size_t f) { return sum + weights[f]; }));
      const double most = *std::max_element(share.begin(), share.end());
      double all = 0, right = 0;
      for (std::size_t k = 0; k < share.size(); ++k) {
        share[k] = std::exp(share[k] - most);
        all += share[k];
        if (c.right[k]) right += share[k];
      }
      lost -= std::log(right / all);
      for (std::size_t k = 0; k < share.size(); ++k) {
        const double error = share[k] / all - (c.right[k] ? share[k] / right : 0);
        for (const std::size_t f : c.places[k]) slope[f] += error;
      }
    }
    return lost;
  }

 private:
  struct Choice {
    std::vector<std::vector<std::size_t>> places;
    std::vector<bool> right;
  };
  std::vector<Choice> choices_;
  std::vector<std::string> names_;
  double ridge_;
};

// The last steps, and what they did to the slope: of them L-BFGS guesses how the slope bends.
class Steps {
 public:
  // Where to go from a point with this slope.
  Vector direction(const Vector& slope) const {
    Vector out = slope;
    if (kept_.empty()) {
      const double length = std::sqrt(dot(slope, slope));
      for (double& x : out) x /= std::max(length, 1e-12);
    }
    Vector parts(kept_.size());
    for (std::size_t k = kept_.size(); k-- > 0;) {
      parts[k] = dot(kept_[k].step, out) / kept_[k].bend;
      add(out, -parts[k], kept_[k].change);
    }
    if (!kept_.empty()) {
      const double scale = kept_.back().bend / dot(kept_.back().change, kept_.back().change);
      for (double& x : out) x *= scale;
    }
    for (std::size_t k = 0; k < kept_.size(); ++k)
      add(out, parts[k] - dot(kept_[k].change, out) / kept_[k].bend, kept_[k].step);
    for (double& x : out) x = -x;
    return out;
  }

  void keep(Vector step, Vector change) {
    constexpr std::size_t most = 8;
    const double bend = dot(step, change);
    if (bend < 1e-10) return;
    kept_.push_back({std::move(step), std::move(change), bend});
    if (kept_.size() > most) kept_.pop_front();
  }

 private:
  struct Kept {
    Vector step, change;
    double bend;
  };
  std::deque<Kept> kept_;
};

Vector lowest(const Loss& loss) {
  Vector weights(loss.names().size(), 0.0), slope(weights.size()), next_slope(weights.size());
  double lost = loss.at(weights, slope);
  Steps steps;
  for (int i = 0; i < most_steps; ++i) {
    const Vector direction = steps.direction(slope);
    const double descent = dot(direction, slope);
    double length = 1, next_lost = lost;
    Vector next;
    for (; length > 1e-9; length /= 2) {
      next = weights;
      add(next, length, direction);
      next_lost = loss.at(next, next_slope);
      if (next_lost <= lost + 1e-4 * length * descent) break;
    }
    if (length <= 1e-9) break;
    Vector step = next, change = next_slope;
    add(step, -1, weights);
    add(change, -1, slope);
    steps.keep(std::move(step), std::move(change));
    const bool there = lost - next_lost < close_enough;
    weights = std::move(next);
    slope = next_slope;
    lost = next_lost;
    if (there) break;
  }
  return weights;
}

}  // namespace

std::string fit(const std::vector<Alternatives>& choices, std::size_t least, double ridge) {
  const Loss loss(choices, least, ridge);
  const Vector weights = lowest(loss);
  std::string out;
  char number[64];
  for (std::size_t f = 0; f < weights.size(); ++f) {
    if (std::fabs(weights[f]) < too_small) continue;
    std::snprintf(number, sizeof number, "\t%.2f\n", weights[f]);
    out += loss.names()[f] + number;
  }
  return out;
}

}  // namespace onrecord
