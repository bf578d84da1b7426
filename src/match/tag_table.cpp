#include "match/tag_table.h"

namespace onrecord {

void TagTable::add(const Set& set, std::span<const std::pair<Tag, std::string_view>> values) {
  const auto [known, fresh] = by_set_.emplace(set, static_cast<std::uint16_t>(sets_.size()));
  if (fresh) sets_.push_back(set);
  set_of_.push_back(known->second);
  for (const auto& [tag, value] : values) {
    if (value.empty()) continue;
    values_.push_back({tag, static_cast<std::uint16_t>(value.size()), static_cast<std::uint32_t>(text_.size())});
    text_ += value;
  }
  first_.push_back(static_cast<std::uint32_t>(values_.size()));
}

std::string_view TagTable::kept(std::uint32_t entry, Tag tag) const {
  for (std::uint32_t i = first_[entry]; i < first_[entry + 1]; ++i)
    if (values_[i].tag == tag) return std::string_view(text_).substr(values_[i].begin, values_[i].length);
  return {};
}

}  // namespace onrecord
