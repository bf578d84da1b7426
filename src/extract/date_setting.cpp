#include "extract/date_setting.h"

#include <algorithm>

namespace onrecord {

Settings::Settings(const DayWords& words, const std::vector<Clause>& clauses) {
  constexpr std::size_t most = 64;
  named_.reserve(clauses.size());
  for (const Clause& clause : clauses) {
    std::uint64_t& named = named_.emplace_back(0);
    for (const Token& token : clause.tokens) {
      const std::string_view kind = words.lexer.value(token.entry, words.setting);
      if (kind.empty()) continue;
      const auto known = std::find(kinds_.begin(), kinds_.end(), kind);
      const auto at = static_cast<std::size_t>(known - kinds_.begin());
      if (at == most) continue;
      if (known == kinds_.end()) kinds_.push_back(kind), counts_.push_back(0);
      const std::uint64_t bit = std::uint64_t{1} << at;
      counts_[at] += (named & bit) == 0;
      named |= bit;
    }
  }
  constexpr std::size_t often = 4;
  const auto first = std::max_element(counts_.begin(), counts_.end());
  if (first != counts_.end() && *first >= often) most_ = std::uint64_t{1} << (first - counts_.begin());
}

day::Setting Settings::weight(std::size_t sentence) const {
  std::size_t n = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if ((named_[sentence] >> i & 1) != 0) n = std::max(n, counts_[i]);
  return n == 0 ? "0" : n == 1 ? "1" : n <= 3 ? "2" : n <= 6 ? day::Setting("4") : day::Setting("7");
}

day::Shared Settings::shared(std::size_t other, std::size_t here) const {
  const std::uint64_t there = named_[other], near = named_[here] | named_[here - std::min<std::size_t>(here, 1)];
  return there == 0 ? "none" : near == 0 ? "silent" : (there & near) != 0 ? day::Shared("same") : day::Shared("other");
}

}  // namespace onrecord
