#include "extract/name.h"

#include <algorithm>
#include <tuple>

#include "core/list.h"
#include "core/nearest.h"
#include "core/text.h"

namespace onrecord {
namespace {

// Whether the words are those of the surname: "Van der Berg", whose capital makes a word of the particle.
bool is_particles_and_name(const PersonName& part, const std::string& surname) {
  if (part.words.size() < 2 || surname.find(' ') == std::string::npos) return false;
  std::string joined;
  for (const std::string& word : part.words) joined += (joined.empty() ? "" : " ") + word;
  return joined == surname;
}

// U+00C0 to U+017F in order, without their diacritics; '?' for what has no plain form.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

}  // namespace

std::string fold_name(std::string_view word) {
  std::string out(word);  // in place: what is folded is never longer
  char* to = out.data();
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c >= 'A' && c <= 'Z') {
      *to++ = static_cast<char>(c + 32);
    } else if (c == '.') {
      continue;
    } else if (c < 0x80) {
      *to++ = word[i];
    } else if (c >= 0xC3 && c <= 0xC5 && i + 1 < word.size()) {
      const std::size_t point = ((c & 0x1Fu) << 6 | (static_cast<unsigned char>(word[i + 1]) & 0x3Fu)) - 0xC0;
      if (point < latin.size() && latin[point] != '?') *to++ = latin[point];
      ++i;
    } else if (c == 0xE2 && i + 2 < word.size() && word.substr(i, 3) == "’") {
      *to++ = '\'';
      i += 2;
    } else {
      *to++ = word[i];
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

std::string plain_spaces(std::string_view words) {
  std::string out(words);
  for (std::size_t at = out.find("\xC2\xA0"); at != std::string::npos; at = out.find("\xC2\xA0", at + 1))
    out.replace(at, 2, " ");
  return out;
}

Names::Names(const Grammar& grammar) {
  each_row(grammar.file("person-names.txt"), [&](const ListRow& row) {
    const std::string word = fold_name(row.entry);
    if (row.value == "suffix")
      suffixes_.insert(word);
    else if (row.value == "particle")
      particles_.insert(word);
    else if (row.value == "address")
      addresses_.insert(word);
    else if (row.value.starts_with("for "))
      nicknames_.emplace(word, fold_name(row.value.substr(4)));
  });
}

bool Names::same_given(const std::string& a, const std::string& b) const {
  if (a == b) return true;
  const std::string& shorter = a.size() <= b.size() ? a : b;
  const std::string& longer = a.size() <= b.size() ? b : a;
  if (shorter.size() != 2 && longer.compare(0, shorter.size(), shorter) == 0) return true;
  const auto full = [&](const std::string& name) {
    std::vector<std::string> all{name};
    const auto known = nicknames_.equal_range(name);
    for (auto nickname = known.first; nickname != known.second; ++nickname) all.push_back(nickname->second);
    return all;
  };
  const std::vector<std::string> of_a = full(a), of_b = full(b);
  if (std::find_first_of(of_a.begin(), of_a.end(), of_b.begin(), of_b.end()) != of_a.end()) return true;
  return shorter.size() >= 5 && a[0] == b[0] && edit_distance(a, b) == 1;  // "Katrin" is a slip for "Kathrin"
}

PersonName Names::parse(std::string_view text) const {
  if (text.find('\xC2') != std::string_view::npos && text.find("\xC2\xA0") != std::string_view::npos)
    return parse(plain_spaces(text));
  PersonName name;
  name.words.reserve(2);  // most have one or two
  std::string before;     // particles that wait for their word
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == ',' || text[i] == '\n') {
      ++i;
      continue;
    }
    if (text[i] == '"' || text[i] == '(' || text.substr(i).starts_with("“")) {
      const std::string_view close = text[i] == '"' ? "\"" : text[i] == '(' ? ")" : "”";
      const std::size_t end = text.find(close, i + 1);
      i = end == std::string_view::npos ? text.size() : end + close.size();
      continue;
    }
    const std::size_t end = first_of(text, " ,\n", i);
    std::string word = fold_name(text.substr(i, end - i));
    i = end;
    if (word.empty()) continue;
    if (!name.words.empty() && suffixes_.count(word) > 0) {
      name.suffix = word;
    } else if (i < text.size() && (!name.words.empty() || text[end - word.size()] > 'Z') &&
               particles_.count(word) > 0) {
      before += word + " ";
    } else {
      name.words.push_back(before.empty() ? std::move(word) : before + word);
      before.clear();
    }
  }
  if (!before.empty()) name.words.push_back(before.substr(0, before.size() - 1));
  return name;
}

bool Names::same(const PersonName& a, const PersonName& b) const {
  if (!a.full() || !b.full()) return false;
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return false;
  if (a.suffix != b.suffix && a.words.front() == b.words.front()) return false;
  const auto& [shorter, longer] =
      a.words.size() <= b.words.size() ? std::tie(a.words, b.words) : std::tie(b.words, a.words);
  if (shorter.size() < longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin()))
    return true;  // "Mei San Lin" of "Mei San Lin Tan"
  if (a.surname() != b.surname()) return false;
  if (!same_given(a.words.front(), b.words.front())) return false;
  if (a.words.size() < 3 || b.words.size() < 3) return true;
  return same_given(a.words[1], b.words[1]);
}

bool Names::reversed(const PersonName& a, const PersonName& b) const {
  const auto alike = [](const std::string& one, const std::string& other) {
    return one == other || (std::min(one.size(), other.size()) > 3 && edit_distance(one, other) == 1);
  };
  return a.words.size() == 2 && b.words.size() == 2 && a.words != b.words && alike(a.words[0], b.words[1]) &&
         alike(a.words[1], b.words[0]);
}

ShortForm Names::short_form(const PersonName& part, const PersonName& full) const {
  if (part.words.empty() || (!part.suffix.empty() && part.suffix != full.suffix)) return ShortForm::none;
  if (full.full() && is_particles_and_name(part, full.surname())) return ShortForm::surname;
  if (part.words.size() >= full.words.size()) return ShortForm::none;
  if (std::equal(part.words.rbegin(), part.words.rend(), full.words.rbegin())) return ShortForm::surname;
  // "Berg" for "van der Berg", "Ruiz" only where it is the whole word.
  const std::string& last = full.surname();
  const std::string& word = part.surname();
  if (part.words.size() == 1 && last.size() > word.size() &&
      last.compare(last.size() - word.size(), word.size(), word) == 0 && last[last.size() - word.size() - 1] == ' ')
    return ShortForm::surname;
  // "Ruiz" of "José Ruiz Díaz" as well, "Li" of "Li Meiyu".
  const bool long_enough = word.size() > 2 || (word.size() == 2 && word == full.words.front());
  if (part.words.size() == 1 && long_enough &&
      std::find(full.words.begin(), full.words.end(), word) != full.words.end())
    return ShortForm::given;
  return ShortForm::none;
}

}  // namespace onrecord
