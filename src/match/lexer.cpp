#include "match/lexer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>

#include "core/text.h"
#include "match/lexer_parts.h"

namespace onrecord {
namespace {

bool ascii(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

char32_t decode(std::string_view text, std::size_t at, std::size_t length) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (length == 1) return byte(0);
  if (length == 2) return (byte(0) & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
  if (length == 3) return (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  return (byte(0) & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
}

bool white(char32_t c) {
  return c == U' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000 || c == 0xFEFF ||
         c == 0x202F || c == 0;
}

// A letter or a digit; beyond ASCII everything that is not known punctuation.
bool letter(char32_t c) {
  if (c < 0x80) return std::isalnum(static_cast<int>(c)) != 0;
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x2190 && c <= 0x2BFF) &&
         !(c >= 0x3000 && c <= 0x303F) && c != 0xFEFF && c != 0xFFFD;
}

struct Point {
  char32_t code = 0;
  std::size_t length = 1;
};
Point point(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t length = std::min(utf8_length(static_cast<unsigned char>(text[at])), end - at);
  return {decode(text, at, length), length};
}

// What a byte of ASCII is, for the loops over all of a text.
enum : std::uint8_t { small_letter = 1, capital_letter = 2 };
constexpr std::array<std::uint8_t, 256> letter_kinds = [] {
  std::array<std::uint8_t, 256> out{};
  for (unsigned c = 'a'; c <= 'z'; ++c) out[c] = small_letter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) out[c] = capital_letter;
  return out;
}();
std::uint8_t letter_of(char c) { return letter_kinds[static_cast<unsigned char>(c)]; }

bool apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }

// Whether `c` joins the letters around it into one word.
bool joins(char32_t c, char before, char after) {
  if (c == U'-' || c == U'&' || c == 0x2011) return true;
  if (apostrophe(c)) return !digit(before) || lower(after);
  if (c == U'.') return !(lower(before) && upper(after)) || digit(after);
  if (c == U',') return digit(before) && digit(after);
  return c == U'_' || (c == U':' && digit(before) && digit(after)) || (c == U'/' && digit(before) && digit(after));
}

// Whether `c` is the second half of a letter that was read in the wrong encoding: "JosÃ©" is José, whether its Ã is one
// character or two.
bool misread(char32_t c, std::string_view before) {
  return c >= 0x80 && c <= 0xBF && (before.ends_with("\xC3\x83") || before.ends_with("A\xCC\x83"));
}

// What a word is made of.
struct Make {
  bool plain = false;     // letters of ASCII alone
  bool capitals = false;  // among others; ASCII's
};

// End of the word that starts at `at`; `at` where there is none.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end, Make& make) {
  std::size_t i = at;
  std::uint8_t met = 0;
  for (std::uint8_t here; i < end && (here = letter_of(text[i])) != 0; ++i) met |= here;  // most of most words
  make = {i > at, (met & capital_letter) != 0};
  if (make.plain && (i == end || text[i] == ' ')) return i;
  const bool letters = make.plain;
  if (!letters && ascii(text[i], "$#@") && i + 1 < end && std::isalnum(static_cast<unsigned char>(text[i + 1]))) ++i;
  if (const Point currency = point(text, i, end); !letters && (currency.code == 0xA3 || currency.code == 0x20AC) &&
                                                  i + currency.length < end && digit(text[i + currency.length]))
    i += currency.length;
  const std::size_t start = letters ? at : i;
  while (i < end) {
    if (const std::uint8_t here = letter_of(text[i]); here != 0) {
      make.capitals |= here == capital_letter;
      ++i;
      continue;
    }
    const Point p = point(text, i, end);
    if (letter(p.code) || misread(p.code, text.substr(start, i - start))) {
      i += p.length;
      make.plain = false;
      continue;
    }
    if (i == start) break;
    const std::size_t next = i + p.length;
    if (next >= end || !letter(point(text, next, end).code) || !joins(p.code, text[i - 1], text[next])) break;
    i = next;
    make.plain = false;
  }
  if (i == start) return at;
  if (i < end && text[i] == '%' && digit(text[i - 1])) ++i;
  return i;
}

// How many bytes of `word` a clitic at its end takes; 0 if none.
std::size_t clitic(std::string_view word, const std::vector<std::string>& clitics) {
  // An apostrophe, or the first byte of a curly one.
  if (std::none_of(word.begin(), word.end(), [](char c) { return c == '\'' || c == '\xE2'; })) return 0;
  for (const std::string& c : clitics) {
    if (word.size() <= c.size()) continue;
    const std::string_view tail = word.substr(word.size() - c.size());
    if (std::equal(tail.begin(), tail.end(), c.begin(),
                   [](char a, char b) { return a == b || std::tolower(static_cast<unsigned char>(a)) == b; }))
      return c.size();
  }
  return 0;
}

// Calls each(range, whether it has capitals of ASCII) for each word or sign of text[range].
template <typename Each>
void cut(std::string_view text, Range range, const Lexer::Parts& parts, const Each& each) {
  for (std::size_t i = range.begin; i < range.end;) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    Make make;
    std::size_t end = word_end(text, i, range.end, make);
    if (end == i) {
      const Point p = point(text, i, range.end);
      if (white(p.code)) {
        i += p.length;
        continue;
      }
      end = i + p.length;  // a sign; a run of the same one is one token
      while (end + p.length <= range.end && text.substr(end, p.length) == text.substr(i, p.length)) end += p.length;
      each(Range{i, end}, false);
      i = end;
      continue;
    }
    const std::size_t tail = make.plain ? 0 : clitic(text.substr(i, end - i), parts.clitics);
    each(Range{i, end - tail}, make.capitals);
    if (tail > 0) each(Range{end - tail, end}, make.capitals);
    i = end;
  }
}

class Scanner {
 public:
  Scanner(const Lexer::Parts& parts, std::string_view text, const Lexer::Casing& casing = {})
      : parts_(parts), text_(text), casing_(casing) {}

  // `hash`: the word's. `exact`: it is there as it is written, with a capital.
  WordFound look_up(std::string_view word, std::uint64_t hash, bool capitals, bool& exact) const {
    exact = false;
    if (!capitals) return parts_.folded.get(hash);
    if (const WordFound found = parts_.exact.get(hash); found.entry != 0) {
      exact = true;
      return found;
    }
    return parts_.folded.get(hash64(lower_case(word)));
  }
  WordFound look_up(std::string_view word) const {
    bool exact = false;
    return look_up(word, hash64(word), std::any_of(word.begin(), word.end(), upper), exact);
  }

  // Will be looked up soon.
  void fetch(std::uint64_t hash, bool capitals) const { (capitals ? parts_.exact : parts_.folded).fetch(hash); }

  char shape(std::string_view word) const { return shape(word, hash64(word)); }
  char shape(std::string_view word, std::uint64_t hash) const {
    if (parts_.shape == nullptr) return parts_.unknown;
    if (const auto known = parts_.known_shapes.find(hash)) return static_cast<char>(*known);
    hits_.clear();
    parts_.shape->Match(re2::StringPiece(word.data(), word.size()), &hits_);
    const auto first = std::min_element(hits_.begin(), hits_.end());
    const char found = first == hits_.end() ? parts_.unknown : parts_.shapes[static_cast<std::size_t>(*first)];
    parts_.known_shapes.keep(hash, static_cast<std::uint32_t>(found));
    return found;
  }

  // The token for the word at `range`. `starts`: it opens the sentence or what follows a colon.
  Token token(Range range, std::uint64_t hash, bool capitals, bool starts, bool& begins_phrase) const {
    const std::string_view word = slice(text_, range);
    bool exact = false;
    const WordFound found = look_up(word, hash, capitals, exact);
    begins_phrase = found.begins_phrase;
    Token t{range, static_cast<char>(found.symbol), found.entry};
    if (t.symbol == 0)
      t.symbol = shape(word, hash);
    else if (capitals && upper(word[0]) && parts_.capitalized != 0 && !found.keeps_capital && !exact &&
             name(word, starts))
      t.symbol = parts_.capitalized;
    return t;
  }

  bool name(std::string_view word, bool starts) const {
    if (!starts && casing_.names) return true;
    return casing_.known != nullptr && casing_.known->count(word) > 0;
  }

  // How many of `tokens` from `at` on a phrase of the lexicon covers; its entry.
  std::pair<std::size_t, std::uint32_t> phrase(const std::vector<Token>& tokens, std::size_t at) const {
    if (at + 1 == tokens.size()) return {0, 0};
    const std::string_view first = slice(text_, tokens[at].range);
    const std::vector<Phrase>& begun = parts_.phrases[parts_.phrases_by_first.get(hash64(lower_case(first)))];
    const std::uint64_t second = hash64(lower_case(slice(text_, tokens[at + 1].range)));
    for (const Phrase& p : begun) {
      if (p.second != second) continue;
      if (at + p.rest.size() >= tokens.size() || (p.exact && first != p.first)) continue;
      bool same = true;
      for (std::size_t k = 0; same && k < p.rest.size(); ++k) {
        const std::string_view word = slice(text_, tokens[at + 1 + k].range);
        same = p.exact ? word == p.rest[k] : lower_case(word) == p.rest[k];
      }
      if (same) return {1 + p.rest.size(), p.entry};
    }
    return {0, 0};
  }

 private:
  std::string_view lower_case(std::string_view word) const {
    static constexpr std::size_t most = 64;
    if (word.size() > most) return word;
    std::transform(word.begin(), word.end(), buffer_.begin(),
                   [](char c) { return upper(c) ? static_cast<char>(c + 32) : c; });
    return {buffer_.data(), word.size()};
  }

  const Lexer::Parts& parts_;
  std::string_view text_;
  const Lexer::Casing casing_;
  mutable std::array<char, 64> buffer_{};
  mutable std::vector<int> hits_;
};

}  // namespace

std::string fold(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (upper(c)) c = static_cast<char>(c + 32);
  return out;
}

bool one_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return lower(c) || upper(c); });
}

std::vector<std::string_view> words_of(std::string_view text, const Lexer::Parts& parts) {
  if (std::find(parts.clitics.begin(), parts.clitics.end(), text) != parts.clitics.end()) return {text};
  std::vector<std::string_view> out;
  cut(text, {0, text.size()}, parts, [&](Range r, bool) { out.push_back(slice(text, r)); });
  // A full stop belongs to an abbreviation that is written in one piece: "Sen." is one word.
  if (out.size() == 2 && out[1] == "." && text.find(' ') == std::string_view::npos) return {text};
  return out;
}

Lexer::Lexer(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Lexer::~Lexer() = default;

std::vector<Token> Lexer::tokens(std::string_view text, Range range) const { return tokens(text, range, {}, {}); }

std::vector<Token> Lexer::tokens(std::string_view text, Range range, const std::vector<Opaque>& opaque,
                                 const Casing& casing) const {
  const Scanner scanner(*parts_, text, casing);
  std::vector<Token> words;
  words.reserve(range.size() / 5 + 4);
  std::vector<std::size_t> beginnings;  // the words that may begin a phrase
  beginnings.reserve(16);
  bool starts = true;
  std::size_t sealed = 0;  // words that take no full stop
  struct Cut {
    Range range;
    bool capitals = false;
    std::uint64_t hash = 0;
  };
  const auto take = [&](const Cut& c) {
    const Range r = c.range;
    if (r.size() == 1 && text[r.begin] == '.' && words.size() > sealed && words.back().range.end == r.begin) {
      // "Sen." and the initial "J." are one token with their full stop.
      const Range whole{words.back().range.begin, r.end};
      const std::string_view word = slice(text, whole);
      const std::string_view stem = word.substr(0, word.size() - 1);
      const bool initial = (word.size() == 2 && upper(word[0])) || stem.find('.') != std::string_view::npos;
      if (const WordFound found = scanner.look_up(word); found.entry != 0 || initial) {
        words.back() = {whole, found.symbol != 0 ? static_cast<char>(found.symbol) : scanner.shape(word), found.entry};
        if (!beginnings.empty() && beginnings.back() == words.size() - 1) beginnings.pop_back();
        if (found.begins_phrase) beginnings.push_back(words.size() - 1);
        return;
      }
    }
    bool begins_phrase = false;
    words.push_back(scanner.token(r, c.hash, c.capitals, starts, begins_phrase));
    if (begins_phrase) beginnings.push_back(words.size() - 1);
    starts = r.size() == 1 && text[r.begin] == ':';
  };
  std::array<Cut, 16> ahead;  // words are looked up some words later: memory has time to bring their entries
  const auto add = [&](Range stretch) {
    std::size_t count = 0;
    const auto take_all = [&] {
      std::for_each(ahead.begin(), ahead.begin() + count, take);
      count = 0;
    };
    cut(text, stretch, *parts_, [&](Range word, bool capitals) {
      const std::uint64_t hash = hash64(slice(text, word));
      scanner.fetch(hash, capitals);
      ahead[count++] = {word, capitals, hash};
      if (count == ahead.size()) take_all();
    });
    take_all();
  };
  std::size_t at = range.begin;
  for (const Opaque& o : opaque) {
    add({at, o.range.begin});
    words.push_back({o.range, o.symbol, 0});
    sealed = words.size();
    starts = false;
    at = o.range.end;
  }
  add({at, range.end});

  // In place: what a phrase takes together only becomes shorter.
  std::size_t from = 0, to = 0;
  const auto keep_until = [&](std::size_t end) {
    if (from == to) from = to = end;
    while (from < end) words[to++] = words[from++];
  };
  for (const std::size_t first : beginnings) {
    if (first < from) continue;
    const auto [count, entry] = scanner.phrase(words, first);
    if (count == 0) continue;
    keep_until(first);
    const Entry& e = parts_->entries[entry];
    words[to++] = {{words[first].range.begin, words[first + count - 1].range.end},
                   e.symbol != 0 ? e.symbol : words[first].symbol,
                   entry};
    from = first + count;
  }
  keep_until(words.size());
  words.resize(to);
  return words;
}

std::unordered_set<std::string_view> Lexer::names_in(std::string_view text) {
  std::unordered_set<std::string_view> out;
  for (std::size_t i = 2; i < text.size(); ++i) {
    if (!upper(text[i]) || text[i - 1] != ' ' || !(lower(text[i - 2]) || text[i - 2] == ',')) continue;
    std::size_t end = i + 1;
    while (end < text.size() && (lower(text[end]) || upper(text[end]) || text[end] == '-' ||
                                 (text[end] & 0x80 && text.compare(end, 3, "’") != 0)))
      ++end;
    if (end - i > 2) out.insert(text.substr(i, end - i));
    i = end;
  }
  return out;
}

Tag Lexer::tag(std::string_view name) const {
  const auto found = parts_->tags.find(name);
  return found == parts_->tags.end() ? 0 : found->second;
}

bool Lexer::has(std::uint32_t entry, Tag tag) const { return tag != 0 && parts_->tags_of.has(entry, tag); }

std::string_view Lexer::value(std::uint32_t entry, Tag tag) const { return parts_->tags_of.value(entry, tag); }

void TagTable::add(const Entry& entry) {
  const auto [known, fresh] = by_set_.emplace(entry.has_tag, static_cast<std::uint16_t>(sets_.size()));
  if (fresh) sets_.push_back(entry.has_tag);
  set_of_.push_back(known->second);
  for (const auto& [tag, value] : entry.tags) {
    if (value.empty()) continue;
    values_.push_back({tag, static_cast<std::uint16_t>(value.size()), static_cast<std::uint32_t>(text_.size())});
    text_ += value;
  }
  first_.push_back(static_cast<std::uint32_t>(values_.size()));
}

std::string_view TagTable::value(std::uint32_t entry, Tag tag) const {
  if (!has(entry, tag)) return {};  // as most have not: the sets are in the nearest cache
  for (std::uint32_t i = first_[entry]; i < first_[entry + 1]; ++i)
    if (values_[i].tag == tag) return std::string_view(text_).substr(values_[i].begin, values_[i].length);
  return {};
}

std::uint32_t Lexer::entry(std::string_view word) const { return Scanner(*parts_, word).look_up(word).entry; }

}  // namespace onrecord
