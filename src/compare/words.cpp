#include "compare/words.h"

#include <algorithm>
#include <cassert>

namespace onrecord {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool alnum(char c) { return digit(c) || upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// Signs of more than one byte that part words: “ ” ‘ – — … ― and the no-break space. The
// right single quotation mark is an apostrophe between letters.
constexpr std::string_view quotes[] = {"“", "”", "‘", "„", "«", "»", "\xC2\xA0"};
constexpr std::string_view dashes[] = {"–", "—", "―", "…"};
constexpr std::string_view apostrophe = "’";

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.compare(at, what.size(), what) == 0;
}

std::size_t any_of(std::string_view text, std::size_t at, const auto& signs) {
  for (const std::string_view s : signs)
    if (starts_with(text, at, s)) return s.size();
  return 0;
}

// Length of the apostrophe at `at` with a letter on both sides, 0 if there is none.
std::size_t inner_apostrophe(std::string_view text, std::size_t at) {
  const std::size_t n = text[at] == '\'' ? 1 : starts_with(text, at, apostrophe) ? apostrophe.size() : 0;
  return n > 0 && at + n < text.size() && alnum(text[at + n]) && !starts_with(text, at + n, apostrophe) ? n : 0;
}

// Whether the sign at `at` joins two parts of a number or an abbreviation: 1,200 · 4.5 · U.S.
bool joins(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (at + 1 >= text.size() || at == 0) return false;
  if (c == '.' || c == ',')
    return (digit(text[at - 1]) && digit(text[at + 1])) || (c == '.' && upper(text[at - 1]) && upper(text[at + 1]));
  return c == '-' && alnum(text[at + 1]);
}

// "Mr." of "Mr. Osei", "R." of "Anna R. Holt": a name follows.
bool leads_to_name(std::string_view text, std::size_t at) {
  const bool initial = at > 2 && upper(text[at - 1]) && text[at - 1] != 'I' && text[at - 2] == ' ' &&
                       alnum(text[at - 3]) && at + 2 < text.size() && text[at + 1] == ' ' && upper(text[at + 2]);
  if (initial) {
    const std::size_t word = text.rfind(' ', at - 3) + 1;  // 0 where there is none
    if (upper(text[word])) return true;
  }
  static constexpr std::string_view titles[] = {"Mr",  "Mrs", "Ms",   "Dr",  "Sen", "Rep", "Gov",
                                                "Gen", "Lt",  "Prof", "Col", "Rev", "Sgt"};
  return std::any_of(std::begin(titles), std::end(titles), [&](std::string_view title) {
    return at >= title.size() && text.substr(at - title.size(), title.size()) == title &&
           (at == title.size() || !alnum(text[at - title.size() - 1]));
  });
}

// Whether the full stop at `at` ends an abbreviation rather than a sentence: "U.S. troops", "Mr. Osei".
bool inside(std::string_view text, std::size_t at) {
  if (text[at] == '.' && leads_to_name(text, at)) return true;
  return text[at] == '.' && at + 2 < text.size() && text[at + 1] == ' ' && !upper(text[at + 2]) && alnum(text[at + 2]);
}

std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i < text.size()) {
    if (any_of(text, i, quotes) > 0 || any_of(text, i, dashes) > 0) break;
    if (const std::size_t n = inner_apostrophe(text, i); n > 0 && i > at)
      i += n;
    else if (starts_with(text, i, apostrophe))
      break;
    else if (alnum(text[i]) || (i > at && joins(text, i)))
      ++i;
    else
      break;
  }
  return i;
}

// The word in lower case and without apostrophes: what the lists of contractions hold.
std::string fold(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\'') continue;
    if (starts_with(word, i, apostrophe)) {
      i += apostrophe.size() - 1;
      continue;
    }
    out += upper(word[i]) ? static_cast<char>(word[i] + 32) : word[i];
  }
  return out;
}

Word sign(Shown::Where where, Range range, char symbol) {
  Word word;
  word.at = {where, range};
  word.symbol = symbol;
  return word;
}

}  // namespace

Vocabulary::Vocabulary(const Grammar& grammar)
    : lexer_(grammar.lexer()),
      alphabet_(grammar.alphabet("claim")),
      light_(lexer_.tag("claim.light")),
      faint_(lexer_.tag("claim.faint")),
      contraction_(lexer_.tag("claim.contraction")),
      form_(lexer_.tag("claim.form")),
      axis_(lexer_.tag("claim.axis")),
      kind_(lexer_.tag("claim.kind")),
      number_(lexer_.tag("claim.value")),
      prefix_(lexer_.tag("claim.prefix")),
      finite_(lexer_.tag("claim.finite")),
      personal_(lexer_.tag("claim.personal")),
      word_(symbol("WORD")),
      name_(symbol("NAME")),
      figure_(symbol("NUMBER")),
      bar_(symbol("BAR")),
      break_(symbol("BREAK")),
      not_(symbol("NOT")),
      be_(symbol("BE")),
      judging_(alphabet_.members("JUDGING")) {
  static constexpr std::pair<std::string_view, Trait> traits[] = {
      {"claim.endorses", Trait::endorses}, {"claim.bid", Trait::bid},
      {"claim.matter", Trait::matter},     {"claim.preposition", Trait::preposition},
      {"claim.labels", Trait::labels},     {"claim.possessive", Trait::possessive},
      {"claim.term", Trait::term},         {"claim.charged", Trait::charge}};
  for (const auto& [name, trait] : traits)
    if (const Tag tag = lexer_.tag(std::string(name)); tag != 0) traits_.emplace_back(tag, trait);
  for (const std::string& name : alphabet_.names())
    if (const Tag tag = lexer_.tag("claim." + fold(name)); tag != 0 && alphabet_.symbol(name) != 0)
      classes_.emplace_back(tag, alphabet_.symbol(name));
}

std::uint32_t Vocabulary::lemma(std::uint32_t entry) const {
  const std::string_view form = lexer_.value(entry, form_);
  return form.empty() ? 0 : lexer_.entry(form.substr(0, form.find(':')));
}

void Vocabulary::classify(std::string_view key, Word& word) const {
  const auto take = [&](std::uint32_t entry) {
    if (entry == 0) return false;
    if (word.symbol == 0)
      for (const auto& [tag, symbol] : classes_)
        if (lexer_.has(entry, tag)) {
          word.symbol = symbol;
          break;
        }
    if (word.axes.empty()) word.axes = lexer_.value(entry, axis_);
    if (word.kinds.empty()) word.kinds = lexer_.value(entry, kind_);
    if (word.value.empty()) word.value = lexer_.value(entry, number_);
    word.light |= lexer_.has(entry, light_);
    word.faint |= lexer_.has(entry, faint_);
    for (const auto& [tag, trait] : traits_)
      if (lexer_.has(entry, tag)) word.traits |= static_cast<std::uint8_t>(trait);
    return word.symbol != 0 || !word.axes.empty() || word.light || word.faint;
  };
  const std::uint32_t entry = lexer_.entry(key);
  const bool known = take(entry);
  if ((word.symbol == 0 && take(lemma(entry))) || known) return;
  // Adverbs, plurals, degrees: what is left without the ending may be listed.
  static constexpr std::string_view endings[] = {"ly", "s", "er", "est", "r", "st"};
  for (const std::string_view ending : endings)
    if (key.size() > ending.size() + 2 && key.ends_with(ending) &&
        take(lexer_.entry(key.substr(0, key.size() - ending.size()))))
      return;
}

void Vocabulary::add(std::string_view text, Range range, Shown::Where where, bool starts, Stemmer& stemmer,
                     std::vector<Word>& out) const {
  const std::string_view written = slice(text, range);
  const std::string key = fold(written);
  if (key.empty()) return;
  Word word;
  word.at = {where, range};
  if (contraction_ != 0)
    if (const std::uint32_t entry = lexer_.entry(key); entry != 0 && lexer_.has(entry, contraction_)) {
      // "won't" is "will" and "not": both stand where it stands.
      const std::string_view verb = lexer_.value(entry, contraction_);
      classify(verb, word);
      word.light = word.finite = true;
      if (word.symbol == 0) word.symbol = word_;
      out.push_back(word);
      word.symbol = not_;
      word.stem = 0;
      out.push_back(word);
      return;
    }
  classify(key, word);
  const std::string_view form = lexer_.value(lexer_.entry(key), form_);
  word.inflected = !form.empty() && !form.ends_with(":base");
  word.finite = (word.inflected && !form.ends_with(":ing")) || lexer_.has(lexer_.entry(key), finite_);
  // "he'd", with either apostrophe.
  word.personal = lexer_.has(lexer_.entry(key.substr(0, key.find_first_of("'\xE2"))), personal_);
  word.proper = upper(written[0]) && !starts && !word.light;
  const bool number = digit(key[0]) || (!word.value.empty() && word.value[0] != '~');
  if (word.symbol == 0) word.symbol = number ? figure_ : word.proper ? name_ : word_;
  word.faint |= number;
  word.stem = stem_id(stemmer(key));
  for (std::size_t n = 2; n <= 3 && key.size() >= n + 4; ++n)
    if (prefix_ != 0 && lexer_.has(lexer_.entry(std::string_view(key).substr(0, n)), prefix_))
      word.unmade = stem_id(stemmer(std::string_view(key).substr(n)));
  out.push_back(word);
}

void Vocabulary::cut(std::string_view text, Shown::Where where, bool starts, Stemmer& stemmer,
                     std::vector<Word>& out) const {
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t n = any_of(text, i, quotes)) {
      i += n;
      continue;
    }
    if (const std::size_t n = any_of(text, i, dashes)) {
      out.push_back(sign(where, {i, i + n}, break_));
      i += n;
      continue;
    }
    const std::size_t end = word_end(text, i);
    if (end == i) {
      if (std::string_view(".,;:!?()[]").find(text[i]) != std::string_view::npos) {
        if (!inside(text, i) && (out.empty() || out.back().symbol != break_))
          out.push_back(sign(where, {i, i + 1}, break_));
        starts = (text[i] == '.' && !leads_to_name(text, i)) || text[i] == '!' || text[i] == '?' || text[i] == ':';
      }
      i += starts_with(text, i, apostrophe) ? apostrophe.size() : 1;
      continue;
    }
    const std::string_view whole = text.substr(i, end - i);
    const std::size_t inner = std::min(whole.find('\''), whole.find(apostrophe));
    const std::size_t hyphen = whole.find('-');
    const std::uint32_t entry = inner == hyphen ? 0 : lexer_.entry(fold(whole));
    const bool known = entry != 0 && (lexer_.has(entry, contraction_) ||
                                      std::any_of(classes_.begin(), classes_.end(),
                                                  [&](const auto& c) { return lexer_.has(entry, c.first); }));
    if (!known && (hyphen != std::string_view::npos || inner != std::string_view::npos)) {
      // In parts: "two-man", "country's".
      std::size_t from = 0;
      for (std::size_t k = 0; k <= whole.size(); ++k) {
        const std::size_t sign = k == whole.size()                     ? 1
                                 : whole[k] == '-' || whole[k] == '\'' ? 1
                                 : starts_with(whole, k, apostrophe)   ? apostrophe.size()
                                                                       : 0;
        if (sign == 0) continue;
        if (k > from) {
          add(text, {i + from, i + k}, where, starts, stemmer, out);
          const char part = out.back().symbol;  // the "re" of "re-election" is no verb
          if (hyphen != std::string_view::npos && (part == be_ || judging_.find(part) != std::string_view::npos))
            out.back().symbol = word_;
        }
        starts = false;
        from = k + sign;
        k += sign - 1;
      }
    } else {
      add(text, {i, end}, where, starts, stemmer, out);
      starts = false;
    }
    i = end;
  }
}

// In a text that is not all in capitals a capital tells a name.
void Vocabulary::name(std::vector<Word>& words) const {
  std::size_t proper = 0, all = 0;
  for (const Word& w : words) {
    proper += w.proper;
    all += w.stem != 0 && !w.light;
  }
  if (all > 4 && proper * 2 > all) return;
  for (Word& w : words)
    if (w.proper && judging_.find(w.symbol) != std::string_view::npos) w.symbol = name_;
}

std::vector<Word> Vocabulary::words(const Side& side) const {
  std::vector<Word> out;
  out.reserve((side.cue.size() + side.text.size()) / 5 + 4);
  Stemmer stemmer;
  cut(side.cue, Shown::Where::cue, true, stemmer, out);
  out.push_back(sign(Shown::Where::text, {0, 0}, bar_));
  // "endorsed | Keller": what follows a verb opens no sentence.
  const bool follows = !side.cue.empty() && side.cue.back() >= 'a' && side.cue.back() <= 'z';
  cut(side.text, Shown::Where::text, !follows, stemmer, out);
  name(out);
  return out;
}

std::vector<Word> Vocabulary::content(const Side& side) const {
  std::vector<Word> out = words(side);
  std::erase_if(out, [&](const Word& w) { return !is_content(w); });
  return out;
}

bool Vocabulary::is_content(const Word& w) const {
  return w.stem != 0 && !w.light && w.symbol != break_ && w.at.where == Shown::Where::text;
}

}  // namespace onrecord
