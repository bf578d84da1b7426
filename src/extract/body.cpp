#include "extract/body.h"

#include <algorithm>

namespace onrecord {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }

// Without the article: "the Tax Union" is "Tax Union".
std::string bare(std::string_view words) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
    if (words.rfind(article, 0) == 0) return std::string(words.substr(article.size()));
  return std::string(words);
}

std::string last_word(const std::string& words) { return words.substr(words.rfind(' ') + 1); }

// "NAACP", "S.E.C.": capitals and full stops only.
bool acronym(std::string_view word) {
  return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) { return upper(c) || c == '.'; });
}

// The first letters of the words with a capital: "House of Commons" is "HC".
std::string initials(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (upper(words[i]) && (i == 0 || words[i - 1] == ' ' || words[i - 1] == '-')) out += words[i];
  return out;
}

constexpr std::size_t near = 6, anywhere = 100000;

}  // namespace

BodyFinder::BodyFinder(const Grammar& grammar)
    : lexer_(grammar.lexer()),
      place_(lexer_.tag("place")),
      body_(grammar.alphabet().symbol("BODY")),
      person_(grammar.alphabet().symbol("PERSON")) {}

// Whether it is a name and no mere word: "the Tax Union", not "the union".
bool BodyFinder::proper(std::string_view text, const Clause& clause, const Span& span) const {
  for (std::size_t t = span.tokens.begin; t < span.tokens.end; ++t) {
    const std::string_view word = slice(text, clause.tokens[t].range);
    if (upper(word[0]) && (t > 0 || span.tokens.size() > 1 || acronym(word)) && word != "The" && word != "A" &&
        word != "An")
      return true;
  }
  return false;
}

bool BodyFinder::place(const Clause& clause, const Span& span) const {
  return lexer_.has(clause.tokens[span.tokens.end - 1].entry, place_);
}

// The nearest body before the span, in the sentence or one of the `sentences` before it, that is accepted.
template <typename Accept>
std::string BodyFinder::last(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                             std::size_t span, std::size_t sentences, const Accept& accept) const {
  for (std::size_t back = 0; back <= sentences && back <= sentence; ++back) {
    const Clause& clause = clauses[sentence - back];
    for (std::size_t i = back == 0 ? span : clause.spans.size(); i-- > 0;)
      if (accept(clause, clause.spans[i])) return bare(slice(text, clause.spans[i].bytes));
  }
  return {};
}

std::string BodyFinder::name(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                             std::size_t span) const {
  const Span& here = clauses[sentence].spans[span];
  const std::string words = bare(slice(text, here.bytes));
  if (acronym(words)) {
    std::string letters = words;
    letters.erase(std::remove(letters.begin(), letters.end(), '.'), letters.end());
    const std::string full = last(text, clauses, sentence, span, anywhere, [&](const Clause&, const Span& s) {
      return (s.symbol == body_ || s.symbol == person_) && initials(slice(text, s.bytes)) == letters &&
             s.bytes.size() > letters.size() * 3;
    });
    return full.empty() ? words : full;
  }
  if (proper(text, clauses[sentence], here)) return words;
  const std::string same = known(text, clauses, sentence, span);
  if (!same.empty()) return same;
  const std::string other = before(text, clauses, sentence, span);
  return other.empty() ? words : other;
}

std::string BodyFinder::known(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                              std::size_t span) const {
  const auto lower = [](std::string word) {
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return upper(c) ? static_cast<char>(c + 32) : c; });
    return word;
  };
  const std::string head = lower(last_word(bare(slice(text, clauses[sentence].spans[span].bytes))));
  return last(text, clauses, sentence, span, anywhere, [&](const Clause& clause, const Span& s) {
    return s.symbol == body_ && proper(text, clause, s) && lower(last_word(bare(slice(text, s.bytes)))) == head;
  });
}

std::string BodyFinder::issuer(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                               std::size_t span) const {
  const Span& here = clauses[sentence].spans[span];
  const std::string words = bare(slice(text, here.bytes));
  if (proper(text, clauses[sentence], here)) return words;
  const std::string whose = before(text, clauses, sentence, span);
  return whose.empty() ? words : whose;
}

std::string BodyFinder::before(std::string_view text, const std::vector<Clause>& clauses, std::size_t sentence,
                               std::size_t span) const {
  return last(text, clauses, sentence, span, near, [&](const Clause& clause, const Span& s) {
    return s.symbol == body_ && proper(text, clause, s) && !place(clause, s);
  });
}

}  // namespace onrecord
