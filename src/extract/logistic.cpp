#include "extract/logistic.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/error.h"

namespace onrecord {
namespace {

// Adds a part's hash to that of the parts before it.
std::uint64_t joined(std::uint64_t h, std::uint64_t part) { return (h ^ part) * 0x9E3779B97F4A7C15ULL + 1; }

}  // namespace

double logistic(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

Weights Weights::parse(std::string_view text, const std::string& file) {
  Weights out;
  out.by_hash_ = ByHash<float>(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    const std::string_view line = text.substr(i, end - i);
    i = end + 1;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    float weight = 0;
    if (tab == std::string_view::npos ||
        std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight).ec != std::errc{})
      throw Error(file + ": \"" + std::string(line) + "\" is not a feature, a tab and a weight; mend the line");
    std::uint64_t h = 0;
    for (std::size_t at = 0; at < tab;) {
      const std::size_t gap = std::min(line.find(' ', at), tab);
      const FeaturePart part(line.substr(at, gap - at));
      h = h == 0 ? part.hash : joined(h, part.hash);
      at = gap + 1;
    }
    out.by_hash_.put(h, weight);
    out.empty_ = false;
  }
  return out;
}

double Weights::of(const FeaturePart& name, const FeaturePart& a, const FeaturePart& b, const FeaturePart& c) const {
  std::uint64_t h = name.hash;
  for (const FeaturePart* part : {&a, &b, &c})
    if (part->hash != 0) h = joined(h, part->hash);
  return static_cast<double>(by_hash_.get(h));
}

std::string learn(const std::vector<Case>& cases, std::size_t least) {
  constexpr double ridge = 3.0;  // of 0.3, 1, 1.5, 3 and 6 the best on articles left out
  constexpr double rate = 0.15;
  constexpr int epochs = 12;
  constexpr double too_small = 0.05;  // a weight not worth a line

  std::map<std::string, std::size_t> seen;
  for (const Case& c : cases)
    for (const std::string& f : c.features) ++seen[f];
  std::map<std::string, std::size_t> index;
  std::vector<const std::string*> names;
  std::vector<double> decay;  // of a feature each time it is seen: the prior, shared out over its count
  for (const auto& [feature, count] : seen)
    if (count >= least) {
      names.push_back(&index.emplace(feature, names.size()).first->first);
      decay.push_back(ridge / static_cast<double>(count));
    }
  std::vector<std::vector<std::size_t>> rows;
  for (const Case& c : cases) {
    auto& row = rows.emplace_back();
    for (const std::string& f : c.features)
      if (const auto i = index.find(f); i != index.end()) row.push_back(i->second);
  }
  std::vector<double> weight(names.size(), 0), squares(names.size(), 1e-8);
  for (int epoch = 0; epoch < epochs; ++epoch)
    for (std::size_t k = 0; k < rows.size(); ++k) {
      // A fixed stride visits the cases in another order than they were written.
      const std::size_t i = k * 7919 % rows.size();
      double sum = 0;
      for (const std::size_t f : rows[i]) sum += weight[f];
      const double error = (cases[i].held ? 1 : 0) - logistic(sum);
      for (const std::size_t f : rows[i]) {
        const double gradient = error - decay[f] * weight[f];
        squares[f] += gradient * gradient;
        weight[f] += rate * gradient / std::sqrt(squares[f]);
      }
    }
  std::string out;
  char line[64];
  for (std::size_t f = 0; f < names.size(); ++f) {
    if (std::fabs(weight[f]) < too_small) continue;
    std::snprintf(line, sizeof line, "\t%.2f\n", weight[f]);
    out += *names[f] + line;
  }
  return out;
}

}  // namespace onrecord
