#include "compare/stands.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::size_t most_others = 6;  // against it that a stand is paired with

}  // namespace

void OpposedStands::add(const std::vector<Stand>& stands, std::string_view speaker) {
  const std::uint32_t side = count_++;
  if (speaker.empty()) return;
  for (const Stand& stand : stands) {
    Speaker& of = targets_[{stand.somebody, stand.target}][std::string(speaker)];
    (stand.sign > 0 ? of.pro : of.contra).push_back(side);
  }
}

std::vector<Pair> OpposedStands::pairs() const {
  std::vector<Pair> out;
  const auto pair = [&](std::uint32_t a, std::uint32_t b) {
    if (a != b) out.push_back({std::min(a, b), std::max(a, b), 0});
  };
  for (const auto& [target, speakers] : targets_) {
    std::vector<std::pair<std::uint32_t, const Speaker*>> pro, contra;
    for (const auto& [name, speaker] : speakers) {
      for (const std::uint32_t a : speaker.pro)
        for (std::size_t k = 0; k < std::min(most_others, speaker.contra.size()); ++k)
          pair(a, speaker.contra[speaker.contra.size() - 1 - k]);
      if (!speaker.pro.empty()) pro.emplace_back(speaker.pro.back(), &speaker);
      if (!speaker.contra.empty()) contra.emplace_back(speaker.contra.back(), &speaker);
    }
    if (target.first) continue;
    for (std::size_t i = 0; i < pro.size(); ++i)
      for (std::size_t k = 0; k < std::min(most_others, contra.size()); ++k)
        if (const auto& other = contra[(i + k) % contra.size()]; pro[i].second != other.second)
          pair(pro[i].first, other.first);
  }
  std::sort(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  out.erase(std::unique(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.a == y.a && x.b == y.b; }),
            out.end());
  return out;
}

}  // namespace onrecord
