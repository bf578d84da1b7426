#include "extract/body.h"

#include <algorithm>

namespace onrecord {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string lower_case(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (upper(c)) c = static_cast<char>(c + 32);
  return out;
}

// "Union" of "Tax Union", in small letters.
std::string last_word(std::string_view words) { return lower_case(words.substr(words.rfind(' ') + 1)); }

// The first letters of the words with a capital: "House of Commons" is "HC".
std::string initials(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (upper(words[i]) && (i == 0 || words[i - 1] == ' ' || words[i - 1] == '-')) out += words[i];
  return out;
}

// How far back, in bytes, "it" and "the report" may look for whose they are.
constexpr std::size_t reach = 2500;

constexpr std::string_view media = "media";

// The kind of bodies that can be of any other: a group, a team.
constexpr std::string_view any = "body";

// "Tax Union" of "the federal Tax Union".
std::string_view name_alone(std::string_view words) {
  std::string_view rest = without_article(words);
  for (const std::string_view owner : {"Its ", "His ", "Her ", "Their "})
    if (rest.rfind(owner, 0) == 0 && rest.size() > owner.size() && upper(rest[owner.size()]))
      rest.remove_prefix(owner.size());
  while (!rest.empty() && rest[0] >= 'a' && rest[0] <= 'z') {
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos || rest.substr(0, space).find("’") != std::string_view::npos ||
        rest.substr(0, space).find('\'') != std::string_view::npos)
      return without_article(words);
    rest.remove_prefix(space + 1);
  }
  return rest;
}

}  // namespace

std::string_view without_article(std::string_view words) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
    if (words.rfind(article, 0) == 0) return words.substr(article.size());
  return words;
}

bool acronym(std::string_view word) {
  return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) { return upper(c) || c == '.'; });
}

bool has_name(std::string_view words) {
  const std::string_view bare = without_article(words);
  const std::string_view first = bare.substr(0, bare.find(' '));
  if (acronym(first)) return true;
  for (std::size_t i = 1; i < words.size(); ++i)
    if (upper(words[i]) && words[i - 1] == ' ') return true;
  // At the start of a sentence a capital tells nothing of a word among others, unless it is an owner's.
  const bool owner = first.size() > 2 && (first.substr(first.size() - 2) == "'s" ||
                                          (first.size() > 4 && first.substr(first.size() - 4) == "’s"));
  return upper(words.empty() ? ' ' : words[0]) && bare.size() == words.size() && (owner || first.size() == bare.size());
}

Bodies::Bodies(std::string_view text) : text_(text) {
  for (std::size_t i = text.find('('); i != std::string_view::npos; i = text.find('(', i + 1)) {
    std::size_t end = i + 1;
    while (end < text.size() && (upper(text[end]) || text[end] == '.')) ++end;
    if (end < text.size() && text[end] == ')') brackets_.emplace(text.substr(i + 1, end - i - 1), i);
  }
}

void Bodies::add(Range bytes, bool place, std::string_view kind, bool certain) {
  seen_.push_back({bytes, name_alone(slice(text_, bytes)), place, kind, certain});
}

const std::vector<std::size_t>& Bodies::those(Index& index, const std::string& word,
                                              std::string (*word_of)(std::string_view)) const {
  for (; index.done < seen_.size(); ++index.done) index.by_word[word_of(seen_[index.done].words)].push_back(index.done);
  static const std::vector<std::size_t> none;
  const auto found = index.by_word.find(word);
  return found == index.by_word.end() ? none : found->second;
}

std::size_t Bodies::first(std::size_t at) const {
  const auto found =
      std::partition_point(seen_.begin(), seen_.end(), [&](const BodySeen& b) { return b.bytes.begin < at; });
  return static_cast<std::size_t>(found - seen_.begin());
}

// An acronym in full: a name with these initials, or the words before the acronym in brackets.
std::string Bodies::full(std::string_view name) const {
  if (!acronym(name)) return std::string(name);
  std::string letters(name);
  letters.erase(std::remove(letters.begin(), letters.end(), '.'), letters.end());
  for (const std::size_t i : those(by_initials_, letters, initials))
    if (seen_[i].words.size() > 3 * letters.size()) return std::string(seen_[i].words);
  const auto found = brackets_.find(name);
  if (found == brackets_.end()) return std::string(name);
  const std::size_t bracket = found->second;
  std::size_t begin = bracket;
  for (std::size_t words = 0; begin > 0 && words < 2 * letters.size() + 1; ++words) {
    while (begin > 0 && text_[begin - 1] == ' ') --begin;
    while (begin > 0 && text_[begin - 1] != ' ' && text_[begin - 1] != '\n') --begin;
    const std::string_view before = text_.substr(begin, bracket - begin);
    if (initials(before) == letters && upper(before[0]))
      return std::string(before.substr(0, before.find_last_not_of(' ') + 1));
  }
  return std::string(name);
}

std::string Bodies::before(std::size_t at, std::string_view kind, std::size_t from) const {
  for (const bool certain : {true, false})
    for (std::size_t i = first(at); i-- > 0;) {
      const BodySeen& b = seen_[i];
      if (at - b.bytes.begin > reach || b.bytes.begin < from) break;
      if (b.place || b.certain < certain) continue;
      if (kind.empty() || kind == any || b.kind.empty() || b.kind == any || b.kind == kind)
        return b.kind == media ? name(b.words, b.bytes.begin, media) : full(b.words);
    }
  return {};
}

std::string Bodies::known(std::string_view words, std::size_t at, std::string_view kind) const {
  const std::string head = last_word(words);
  const std::vector<std::size_t>& same = those(by_last_word_, head, last_word);
  auto i = std::lower_bound(same.begin(), same.end(), first(at));
  while (i != same.begin())
    if (const BodySeen& body = seen_[*--i]; body.words.size() > head.size() && (kind.empty() || body.kind == kind))
      return std::string(body.words);
  return {};
}

std::string Bodies::inside(Range range) const {
  for (std::size_t i = first(range.begin); i < seen_.size() && seen_[i].bytes.begin < range.end; ++i)
    if (!seen_[i].place) return full(seen_[i].words);
  return {};
}

std::string Bodies::name(std::string_view words, std::size_t at, std::string_view kind) const {
  if (has_name(words)) {
    // "the Post" is the Westmark Post of before, but "the House" may be any.
    const std::string_view own = name_alone(words);
    if (kind == media && !acronym(own) && own.find(' ') == std::string_view::npos)
      if (std::string same = known(own, at, media); !same.empty()) return same;
    return full(own);
  }
  const std::string_view bare = without_article(words);
  if (std::string same = known(bare, at); !same.empty()) return same;
  // "The country’s civil defence agency" says itself which; a campaign or a party is not just any.
  if (bare.find(' ') != std::string_view::npos || kind == "party") return std::string(bare);
  std::string last = before(at, kind);
  return last.empty() ? std::string(bare) : last;
}

}  // namespace onrecord
