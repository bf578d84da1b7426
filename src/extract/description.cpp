#include "extract/description.h"

#include <algorithm>

#include "extract/name.h"

namespace onrecord {
namespace {

// Where the first noun phrase of a description ends, and with it its head: before "of", "to", "who".
bool ends_head(std::string_view word) {
  static constexpr std::string_view all[]{"of", "for", "to", "at", "from", "in", "with", "who", "on", "and"};
  return std::find(std::begin(all), std::end(all), word) != std::end(all);
}

}  // namespace

Describer::Describer(const Grammar& grammar) {
  std::string_view rest = grammar.file("person-words.txt");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = std::min(line.find('\t'), line.size());
    means_[fold_name(line.substr(0, tab))] = tab < line.size() ? fold_name(line.substr(tab + 1)) : std::string();
  }
}

std::vector<std::string> Describer::words(std::string_view phrase) const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < phrase.size();) {
    if (std::string_view(" ,()\n").find(phrase[i]) != std::string_view::npos) {
      ++i;
      continue;
    }
    const std::size_t end = std::min(phrase.find_first_of(" ,()\n", i), phrase.size());
    std::string word = fold_name(phrase.substr(i, end - i));
    i = end;
    if (word.size() > 2 && word.compare(word.size() - 2, 2, "'s") == 0) word.resize(word.size() - 2);
    const auto known = means_.find(word);
    if (known != means_.end()) word = known->second;
    if (word.empty()) continue;
    if (!out.empty() && out.back().back() == '+')
      out.back() += word;  // "vice president" is another office
    else
      out.push_back(std::move(word));
  }
  return out;
}

double Describer::fit(std::string_view description, std::string_view role) const {
  const std::vector<std::string> given = words(description), known = words(role);
  if (given.empty()) return 0;
  std::size_t head = 0;
  while (head + 1 < given.size() && !ends_head(given[head + 1])) ++head;
  const auto has = [&](const std::string& word) { return std::find(known.begin(), known.end(), word) != known.end(); };
  if (!has(given[head])) return 0;
  std::size_t all = 0, same = 0;
  for (const std::string& word : given)
    if (!ends_head(word)) ++all, same += has(word);
  return static_cast<double>(same) / static_cast<double>(all);
}

double Describer::fit(std::string_view description, const Person& person) const {
  std::string all;
  for (const RoleSeen& role : person.roles) all += role.words + " ";
  return all.empty() ? 0 : fit(description, all);
}

}  // namespace onrecord
