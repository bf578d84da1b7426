#include "core/register_words.h"

#include <algorithm>

#include "core/list.h"

namespace onrecord {
namespace {

constexpr std::string_view dividers = " \t\n,;()\"";
constexpr std::string_view no_break_space = "\xC2\xA0";

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// The office that words[from, to) are, from any `from`, for the longest name; nothing where they end with none. Of
// the words the one at `across` must be part of it, where it is inside.
const std::string* office_before(const std::vector<std::string>& words, std::size_t to, std::size_t across,
                                 const RegisterWords& known) {
  constexpr std::size_t longest = 3;
  for (std::size_t length = std::min(longest, to); length > 0 && (across >= to || to - length < across); --length) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(to - length);
    const auto found = known.offices.find(joined({begin, words.begin() + static_cast<std::ptrdiff_t>(to)}));
    if (found != known.offices.end()) return &found->second;
  }
  return nullptr;
}

// Takes off the words before a role that are no part of it. Whether one of them said that it is over.
bool strip(std::vector<std::string>& words, const RegisterWords& known) {
  bool past = false;
  while (!words.empty()) {
    std::string& front = words.front();
    const std::size_t hyphen = front.find('-');
    if (known.past.contains(front) || known.skipped.contains(front)) {
      past |= known.past.contains(front);
      words.erase(words.begin());
    } else if (hyphen != std::string::npos && known.past.contains(front.substr(0, hyphen))) {  // "ex-mayor"
      past = true;
      front.erase(0, hyphen + 1);
    } else {
      break;
    }
  }
  return past;
}

// The office at the end of what is before a bracket or comma, and before the first "of", "to" … in that: "senator of
// Holm" is a senator, "adviser to Senator Holt" none. An office may have such a word in its name: "secretary of state".
const std::string* office_of(std::string_view role, const RegisterWords& known) {
  std::vector<std::string> words = folded_words(role.substr(0, role.find_first_of(",(")));
  strip(words, known);
  const auto end =
      std::find_if(words.begin(), words.end(), [&](const std::string& word) { return known.ends.contains(word); });
  const auto head = static_cast<std::size_t>(end - words.begin());
  const std::string* office = office_before(words, head, head, known);
  for (std::size_t to = head + 2; office == nullptr && to <= words.size(); ++to)
    office = office_before(words, to, head, known);
  return office;
}

}  // namespace

void read_register_words(std::string_view lines, RegisterWords& words) {
  each_row(lines, [&](const ListRow& row) {
    const std::string word = joined(folded_words(row.entry));
    const std::string_view kind = row.value;
    if (kind == "past") {
      words.past.insert(word);
    } else if (kind == "skip") {
      words.skipped.insert(word);
    } else if (kind == "end") {
      words.ends.insert(word);
    } else if (kind == "suffix") {
      words.suffixes.insert(word);
    } else if (kind.starts_with("office ")) {
      words.offices[word] = joined(folded_words(kind.substr(7)));
    } else if (kind.starts_with("for ")) {
      words.given.emplace(word, joined(folded_words(kind.substr(4))));
    }
  });
}

RoleForm form_of(std::string_view role, const RegisterWords& known) {
  RoleForm form;
  std::vector<std::string> words = folded_words(role);
  form.past = strip(words, known);
  const std::string* office = office_of(role, known);
  form.office = office != nullptr;
  form.key = form.office ? *office : joined(words);
  return form;
}

std::vector<std::string> wordings_of(std::string_view role, const RegisterWords& words) {
  const auto office = words.offices.find(joined(folded_words(role)));
  if (office == words.offices.end()) return {std::string(role)};
  std::vector<std::string> wordings;
  for (const auto& [word, name] : words.offices)
    if (name == office->second) wordings.push_back(word);
  return wordings;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (dividers.find(c) != std::string_view::npos) {
      close();
    } else if (text.substr(i, 2) == no_break_space) {
      close();
      ++i;
    } else if (text.substr(i, 3) == "“" || text.substr(i, 3) == "”") {
      i += 2;
    } else if (text.substr(i, 3) == "’") {
      word += '\'';
      i += 2;
    } else if (c != '.') {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  close();
  return words;
}

}  // namespace onrecord
