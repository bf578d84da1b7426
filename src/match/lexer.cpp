#include "match/lexer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>

#include "core/byte_set.h"
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
enum : std::uint8_t { small_letter = 1, capital_letter = 2, any_letter = 3, sign = 4 };
constexpr std::array<std::uint8_t, 256> kinds = [] {
  std::array<std::uint8_t, 256> out{};
  for (unsigned c = 0; c < 0x80; ++c)
    if (c < '0' || c > '9') out[c] = sign;
  for (unsigned c = 'a'; c <= 'z'; ++c) out[c] = small_letter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) out[c] = capital_letter;
  return out;
}();
std::uint8_t kind_of(char c) { return kinds[static_cast<unsigned char>(c)]; }

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

// End of the word that starts at `at` and has letters of ASCII up to `i`; `at` where there is none.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t i, std::size_t end, Make& make) {
  const bool letters = make.plain;
  if (!letters && ascii(text[i], "$#@") && i + 1 < end && std::isalnum(static_cast<unsigned char>(text[i + 1]))) ++i;
  if (const Point currency = point(text, i, end); !letters && (currency.code == 0xA3 || currency.code == 0x20AC) &&
                                                  i + currency.length < end && digit(text[i + currency.length]))
    i += currency.length;
  const std::size_t start = letters ? at : i;
  while (i < end) {
    if (const std::uint8_t here = kind_of(text[i]) & any_letter; here != 0) {
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

// The same, for what most words are: letters of ASCII before a space, or before a sign and a space.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end, Make& make) {
  std::size_t i = at;
  std::uint8_t met = 0;
  for (std::uint8_t here; i < end && (here = kind_of(text[i]) & any_letter) != 0; ++i) met |= here;
  make = {i > at, (met & capital_letter) != 0};
  if (make.plain && (i == end || (kind_of(text[i]) == sign && (i + 1 == end || text[i + 1] == ' ' || text[i] == ' '))))
    return i;
  return word_end(text, at, i, end, make);
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

// A word or a sign, and its hashes, by which the lexicon is asked.
struct Word {
  Range range;
  bool capitals;         // of ASCII
  std::uint64_t hash;    // as it is written
  std::uint64_t folded;  // in small letters
};

class Scanner {
 public:
  Scanner(const Lexer::Parts& parts, std::string_view text, const Lexer::Casing& casing = {})
      : parts_(parts), text_(text), casing_(casing) {}

  // `exact`: it is there as it is written, with a capital.
  WordFound look_up(const Word& word, bool& exact) const {
    exact = false;
    if (!word.capitals) return parts_.folded.get(word.hash);
    if (const WordFound found = parts_.exact.get(word.hash); found.entry != 0) {
      exact = true;
      return found;
    }
    return parts_.folded.get(word.folded);
  }

  WordFound look_up(const Word& word) const {
    bool exact = false;
    return look_up(word, exact);
  }

  // The word at `range`, of which the lexicon will be asked soon.
  Word word(Range range, bool capitals) const {
    const std::string_view written = slice(text_, range);
    const std::uint64_t hash = hash64(written);
    (capitals ? parts_.exact : parts_.folded).fetch(hash);
    return {range, capitals, hash, capitals ? hash64(lower_case(written)) : hash};
  }
  Word word(Range range) const {
    const std::string_view written = slice(text_, range);
    return word(range, std::any_of(written.begin(), written.end(), upper));
  }

  char shape(const Word& word) const {
    if (parts_.shape == nullptr) return parts_.unknown;
    if (const auto known = parts_.known_shapes.find(word.hash)) return static_cast<char>(*known);
    hits_.clear();
    const std::string_view written = slice(text_, word.range);
    parts_.shape->Match(re2::StringPiece(written.data(), written.size()), &hits_);
    const auto first = std::min_element(hits_.begin(), hits_.end());
    const char found = first == hits_.end() ? parts_.unknown : parts_.shapes[static_cast<std::size_t>(*first)];
    parts_.known_shapes.keep(word.hash, static_cast<std::uint32_t>(found));
    return found;
  }

  // The token for the word. `starts`: it opens the sentence or what follows a colon.
  Token token(const Word& word, bool starts, bool& begins_phrase) const {
    bool exact = false;
    const WordFound found = look_up(word, exact);
    begins_phrase = found.begins_phrase;
    Token t{word.range, static_cast<char>(found.symbol), found.entry};
    if (t.symbol == 0)
      t.symbol = shape(word);
    else if (word.capitals && upper(text_[word.range.begin]) && parts_.capitalized != 0 && !found.keeps_capital &&
             !exact && name(word, starts))
      t.symbol = parts_.capitalized;
    return t;
  }

  bool name(const Word& word, bool starts) const {
    if (!starts && casing_.names) return true;
    return casing_.known != nullptr && casing_.known->get(word.hash);
  }

  // How many of `tokens` from `at` on a phrase of the lexicon covers; its entry. `folded`: the tokens' hashes.
  std::pair<std::size_t, std::uint32_t> phrase(const std::vector<Token>& tokens,
                                               const std::vector<std::uint64_t>& folded, std::size_t at) const {
    if (at + 1 == tokens.size()) return {0, 0};
    for (const Phrase& p : parts_.phrases[parts_.phrases_by_two.get(hash_of_two(folded[at], folded[at + 1]))]) {
      if (at + p.rest.size() >= tokens.size() || (p.exact && slice(text_, tokens[at].range) != p.first)) continue;
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

// The tokens of a sentence, from left to right.
class Reader {
 public:
  Reader(const Lexer::Parts& parts, std::string_view text, Range range, const Lexer::Casing& casing)
      : parts_(parts), text_(text), scanner_(parts, text, casing) {
    const std::size_t expected = range.size() / 5 + 4;
    tokens_.reserve(expected);
    folded_.reserve(expected);
    beginnings_.reserve(16);
  }

  void add(Range stretch) {
    std::array<Word, 16> ahead;  // words are looked up some words later: memory has time to bring their entries
    std::size_t count = 0;
    const auto take_all = [&] {
      for (std::size_t i = 0; i < count; ++i) take(ahead[i]);
      count = 0;
    };
    cut(text_, stretch, parts_, [&](Range range, bool capitals) {
      if (count == ahead.size()) take_all();
      ahead[count++] = scanner_.word(range, capitals);
    });
    take_all();
  }

  void add(const Lexer::Opaque& opaque) {
    tokens_.push_back({opaque.range, opaque.symbol, 0});
    folded_.push_back(0);
    sealed_ = tokens_.size();
    starts_ = false;
  }

  std::vector<Token> with_phrases() {
    // In place: what a phrase takes together only becomes shorter.
    std::size_t from = 0, to = 0;
    const auto keep_until = [&](std::size_t end) {
      if (from == to) from = to = end;
      while (from < end) tokens_[to++] = tokens_[from++];
    };
    for (const std::size_t first : beginnings_) {
      if (first < from) continue;
      const auto [count, entry] = scanner_.phrase(tokens_, folded_, first);
      if (count == 0) continue;
      keep_until(first);
      const Entry& e = parts_.entries[entry];
      tokens_[to++] = {{tokens_[first].range.begin, tokens_[first + count - 1].range.end},
                       e.symbol != 0 ? e.symbol : tokens_[first].symbol,
                       entry};
      from = first + count;
    }
    keep_until(tokens_.size());
    tokens_.resize(to);
    return std::move(tokens_);
  }

 private:
  void take(const Word& word) {
    const Range r = word.range;
    if (r.size() == 1 && text_[r.begin] == '.' && abbreviates(r)) return;
    bool begins_phrase = false;
    tokens_.push_back(scanner_.token(word, starts_, begins_phrase));
    folded_.push_back(word.folded);
    if (begins_phrase) beginnings_.push_back(tokens_.size() - 1);
    starts_ = r.size() == 1 && text_[r.begin] == ':';
  }

  // Whether the stop belongs to the word before it: "Sen." and the initial "J." are one token with their full stop.
  bool abbreviates(Range stop) {
    if (tokens_.size() == sealed_ || tokens_.back().range.end != stop.begin) return false;
    const std::string_view stem = slice(text_, tokens_.back().range);
    const bool initial = (stem.size() == 1 && upper(stem[0])) || stem.find('.') != std::string_view::npos;
    const Word whole = scanner_.word({tokens_.back().range.begin, stop.end});
    const WordFound found = scanner_.look_up(whole);
    if (found.entry == 0 && !initial) return false;
    const std::size_t last = tokens_.size() - 1;
    tokens_[last] = {whole.range, found.symbol != 0 ? static_cast<char>(found.symbol) : scanner_.shape(whole),
                     found.entry};
    folded_[last] = whole.folded;
    if (!beginnings_.empty() && beginnings_.back() == last) beginnings_.pop_back();
    if (found.begins_phrase) beginnings_.push_back(last);
    return true;
  }

  const Lexer::Parts& parts_;
  std::string_view text_;
  Scanner scanner_;
  std::vector<Token> tokens_;
  std::vector<std::uint64_t> folded_;    // hashes of the tokens in small letters; 0: opaque
  std::vector<std::size_t> beginnings_;  // the tokens that may begin a phrase
  std::size_t sealed_ = 0;               // tokens that take no full stop
  bool starts_ = true;                   // the next token
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

Lexer::Lexer(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)), tags_of_(parts_->tags_of) {}
Lexer::~Lexer() = default;

std::vector<Token> Lexer::tokens(std::string_view text, Range range) const { return tokens(text, range, {}, {}); }

std::vector<Token> Lexer::tokens(std::string_view text, Range range, const std::vector<Opaque>& opaque,
                                 const Casing& casing) const {
  Reader reader(*parts_, text, range, casing);
  std::size_t at = range.begin;
  for (const Opaque& o : opaque) {
    reader.add({at, o.range.begin});
    reader.add(o);
    at = o.range.end;
  }
  reader.add({at, range.end});
  return reader.with_phrases();
}

std::vector<std::string_view> Lexer::names_in(std::string_view text) {
  std::vector<std::string_view> out;
  static constexpr ByteSet capitals([](unsigned char c) { return c >= 'A' && c <= 'Z'; });
  for (std::size_t i = 2; (i = capitals.next(text, i)) < text.size(); ++i) {
    if (text[i - 1] != ' ' || !(lower(text[i - 2]) || text[i - 2] == ',')) continue;
    std::size_t end = i + 1;
    while (end < text.size() && ((kind_of(text[end]) & any_letter) != 0 || text[end] == '-' ||
                                 (text[end] & 0x80 && text.compare(end, 3, "’") != 0)))
      ++end;
    if (end - i > 2) out.push_back(text.substr(i, end - i));
    i = end;
  }
  return out;
}

Tag Lexer::tag(std::string_view name) const {
  const auto found = parts_->tags.find(name);
  return found == parts_->tags.end() ? 0 : found->second;
}

std::uint32_t Lexer::entry(std::string_view word) const {
  const Scanner scanner(*parts_, word);
  return scanner.look_up(scanner.word({0, word.size()})).entry;
}

}  // namespace onrecord
