#include "extract/description.h"

#include <algorithm>

#include "core/by_hash.h"
#include "core/list.h"
#include "core/text.h"
#include "extract/name.h"

namespace onrecord {
bool Describer::ends_head(std::string_view word) {
  static constexpr std::string_view all[]{"of", "for", "to", "at", "from", "in", "with", "who", "on", "and"};
  return std::find(std::begin(all), std::end(all), word) != std::end(all);
}

Describer::Describer(const Grammar& grammar) {
  each_row(grammar.file("person-words.txt"),
           [&](const ListRow& row) { means_[hash64(fold_name(row.entry))] = fold_name(row.value); });
}

void Describer::add_words(std::string_view phrase, std::vector<std::string>& out) const {
  for (std::size_t i = 0; i < phrase.size();) {
    const std::size_t end = first_of(phrase, " ,()\n", i);
    if (end == i) {
      ++i;
      continue;
    }
    std::string word = fold_name(phrase.substr(i, end - i));
    i = end;
    if (word.size() > 2 && word.compare(word.size() - 2, 2, "'s") == 0) word.resize(word.size() - 2);
    const auto known = means_.find(hash64(word));
    if (known != means_.end()) word = known->second;
    if (word.empty()) continue;
    if (!out.empty() && out.back().back() == '+')
      out.back() += word;  // "vice president" is another office
    else
      out.push_back(std::move(word));
  }
}

const std::string& Describer::head(const std::vector<std::string>& description) {
  std::size_t head = 0;
  while (head + 1 < description.size() && !ends_head(description[head + 1])) ++head;
  return description[head];
}

double Describer::fit(const std::vector<std::string>& description, const std::vector<std::string>& roles) {
  const auto has = [&](const std::string& word) { return std::find(roles.begin(), roles.end(), word) != roles.end(); };
  if (!has(head(description))) return 0;
  std::size_t all = 0, same = 0;
  for (const std::string& word : description)
    if (!ends_head(word)) ++all, same += has(word);
  return static_cast<double>(same) / static_cast<double>(all);
}

}  // namespace onrecord
