#include "extract/clause.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "core/by_hash.h"
#include "core/text.h"

namespace onrecord {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || upper(c); }

// Whether most longer words of the sentence are written with a capital, as in a headline.
bool title_case(std::string_view sentence) {
  std::size_t words = 0, capitals = 0;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (letter(sentence[i]) && (i == 0 || sentence[i - 1] == ' ' ||
                                !(letter(sentence[i - 1]) || sentence[i - 1] == '\'' || (sentence[i - 1] & 0x80)))) {
      std::size_t end = i;
      while (end < sentence.size() && letter(sentence[end])) ++end;
      if (end - i >= 4) ++words, capitals += upper(sentence[i]);
      i = end;
      // Not even if all that follows were such words.
      const std::size_t most = (sentence.size() - std::min(i, sentence.size())) / 5 + 1;
      if ((capitals + most) * 10 < (words + most) * 8) return false;
    }
  }
  return words >= 3 && capitals * 10 >= words * 8;
}

// Whether the quoted words are the title of a work (“Meet the Press”): a few words, the long ones
// with capitals, no end of a sentence in them, and where a noun could stand.
bool title_of_work(std::string_view text, const Quoted& q, std::size_t sentence_begin) {
  if (!q.closed) return false;
  std::string_view inner = slice(text, q.inner);
  const bool ends = !inner.empty() && inner.back() == '.';
  if (ends || (!inner.empty() && inner.back() == ',')) inner.remove_suffix(1);
  std::size_t words = 0, capitals = 0, small = 0;
  for (std::size_t i = 0; i < inner.size();) {
    const std::size_t end = std::min(inner.find(' ', i), inner.size());
    const std::string_view word = inner.substr(i, end - i);
    if (word.empty() || word.back() == '.' || word.back() == '?' || word.back() == '!' || word.back() == ',')
      return false;
    ++words;
    if (upper(word[0]))
      ++capitals;
    else if (word.size() > 3)
      ++small;
    i = end + 1;
  }
  if (words == 0 || words > 7 || small > 0 || capitals == 0 || !upper(inner[0]) || (ends && words == 1)) return false;
  std::size_t i = q.range.begin;
  while (i > sentence_begin && text[i - 1] == ' ') --i;
  const auto follows = [&](std::string_view word) {
    return i >= sentence_begin + word.size() && text.compare(i - word.size(), word.size(), word) == 0;
  };
  for (const std::string_view word : {" book,", " memoir,", " novel,", " autobiography,"})
    if (follows(word)) return words > 1;
  const bool owned = follows("’s") || follows("'s") || follows("s’");
  for (const std::string_view word : {" on", " of", " in", " titled", " entitled", " called", " show", " film", " book",
                                      " movie", " series", " the", " program", " song", " from"})
    if (follows(word)) return words > 1 || word != " called";
  return owned;
}

// Whether the quoted words could stand as a clause of their own.
bool stands_alone(std::string_view text, const Quoted& q, std::size_t sentence_begin) {
  if (!q.closed) return true;
  const std::string_view inner = slice(text, q.inner);
  const auto spaces = std::count(inner.begin(), inner.end(), ' ');
  std::size_t first = 0;
  while (first < inner.size() && !letter(inner[first]) && !std::isdigit(static_cast<unsigned char>(inner[first])))
    ++first;
  const bool capital = first < inner.size() && (upper(inner[first]) || !letter(inner[first]));
  std::size_t last = inner.size();
  while (last > 0 && (inner[last - 1] == ' ' || inner[last - 1] == '\'')) --last;
  const bool ends = last > 0 && std::string_view(",.?!-").find(inner[last - 1]) != std::string_view::npos;
  if (capital && ends) return true;
  if (spaces >= 4 && capital) return true;
  if (!ends || spaces < 2) return ends && q.range.begin == sentence_begin;
  // Lower case after a comma or at the very beginning: “which is why,” she said.
  std::size_t i = q.range.begin;
  while (i > sentence_begin && text[i - 1] == ' ') --i;
  return i == sentence_begin || text[i - 1] == ',' || text[i - 1] == ':';
}

using Names = ByHash<bool>;

Names set_of(const std::vector<std::string_view>& words) {
  Names out(words.size());
  for (const std::string_view word : words) out.put(hash64(word), true);
  return out;
}

// The words that are names by their capitals in the sentences that are no headlines.
Names names_outside(std::string_view text, const std::vector<Sentence>& sentences, const std::vector<bool>& headline) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (headline[i]) continue;
    const std::size_t first = i;
    while (i + 1 < sentences.size() && !headline[i + 1]) ++i;
    const auto found = Lexer::names_in(slice(text, {sentences[first].range.begin, sentences[i].range.end}));
    names.insert(names.end(), found.begin(), found.end());
  }
  return set_of(names);
}

// Those of the names that stand in the headline, and that the text never writes small.
Names names_among(std::string_view text, Range headline, const Names& names) {
  std::vector<std::string_view> out;
  for (std::size_t at = headline.begin; at < headline.end;) {
    std::size_t end = at;
    while (end < headline.end && letter(text[end])) ++end;
    const std::string_view word = slice(text, {at, end});
    if (names.get(hash64(word))) {
      std::string small(word);
      small[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(small[0])));
      if (!has_word(text, small)) out.push_back(word);
    }
    at = end + 1;
  }
  return set_of(out);
}

}  // namespace

Parser::Parser(const Grammar& grammar)
    : lexer_(grammar.lexer()),
      phrases_(grammar.stage("phrase")),
      phrase_(phrases_.capture("phrase")),
      quote_(grammar.alphabet().symbol("QUOTE")),
      fragment_(grammar.alphabet().symbol("FRAGMENT")),
      bracket_(grammar.alphabet().symbol("BRACKET")),
      noun_(grammar.alphabet().symbol("NOUN")),
      comma_(grammar.alphabet().symbol("COMMA")) {}

std::vector<Lexer::Opaque> Parser::opaque(std::string_view text, const Sentence& sentence) const {
  std::vector<Lexer::Opaque> out;
  auto quote = sentence.quoted.begin();
  for (std::size_t i = sentence.range.begin; i < sentence.range.end;) {
    const bool quoted = quote != sentence.quoted.end() && quote->range.begin >= i;
    const std::size_t stop = quoted ? std::min(quote->range.begin, sentence.range.end) : sentence.range.end;
    if (i < stop) {
      const std::string_view ahead = slice(text, {i, stop});
      i += std::min({ahead.find('('), ahead.find('['), ahead.size()});
    }
    if (i == sentence.range.end) break;
    if (quote != sentence.quoted.end() && i == quote->range.begin) {
      const Range range{i, std::min(quote->range.end, sentence.range.end)};
      const char symbol = title_of_work(text, *quote, sentence.range.begin)  ? noun_
                          : stands_alone(text, *quote, sentence.range.begin) ? quote_
                                                                             : fragment_;
      // The comma of “a disaster,” divides the clause: it is a token of its own, with the mark.
      if (symbol != quote_ && quote->closed && text[quote->inner.end - 1] == ',' && range.end == quote->range.end) {
        out.push_back({{i, quote->inner.end - 1}, symbol});
        out.push_back({{quote->inner.end - 1, range.end}, comma_});
      } else {
        out.push_back({range, symbol});
      }
      i = range.end;
      ++quote;
      continue;
    }
    if (text[i] == '(' || text[i] == '[') {
      const std::size_t close = text.find(text[i] == '(' ? ')' : ']', i);
      if (close != std::string_view::npos && close < sentence.range.end) {
        out.push_back({{i, close + 1}, bracket_});
        while (quote != sentence.quoted.end() && quote->range.begin < close + 1) ++quote;
        i = close + 1;
        continue;
      }
    }
    ++i;
  }
  return out;
}

Clause Parser::cut(std::string_view text, const Sentence& sentence, const Lexer::Casing& casing) const {
  Clause clause;
  clause.title = sentence.title;
  clause.tokens = lexer_.tokens(text, sentence.range, opaque(text, sentence), casing);
  clause.spans.reserve(clause.tokens.size());
  clause.symbols.reserve(clause.tokens.size());
  for (std::size_t i = 0; i < clause.tokens.size(); ++i) {
    clause.spans.push_back({clause.tokens[i].symbol, {i, i + 1}, clause.tokens[i].range, nullptr});
    clause.symbols += clause.tokens[i].symbol;
  }
  return clause;
}

void Parser::reduce(std::string_view text, int pass, Clause& clause, std::vector<Reduction>* trace) const {
  const auto words = [&](Range spans) { return slice(text, clause.bytes(spans)); };
  const std::vector<Match> matches = phrases_.all(clause.symbols, words, pass);
  if (matches.empty()) return;
  // In place: what is reduced only becomes shorter.
  std::size_t from = 0, to = 0;
  const auto keep_until = [&](std::size_t end) {
    if (from == to) from = to = end;
    for (; from < end; ++from, ++to) {
      clause.spans[to] = clause.spans[from];
      clause.symbols[to] = clause.symbols[from];
    }
  };
  for (const Match& match : matches) {
    const Range whole = match.captures[phrase_].value_or(match.whole);
    keep_until(whole.begin);
    const Range tokens{clause.spans[whole.begin].tokens.begin, clause.spans[whole.end - 1].tokens.end};
    const Range bytes = clause.bytes(whole);
    clause.spans[to] = {match.rule->symbol, tokens, bytes, match.rule};
    clause.symbols[to++] = match.rule->symbol;
    if (trace != nullptr) trace->push_back({match.rule, bytes});
    from = whole.end;
  }
  keep_until(clause.spans.size());
  clause.spans.resize(to);
  clause.symbols.resize(to);
}

std::vector<std::vector<Clause>> Parser::parse(const std::vector<Split>& articles,
                                               std::vector<Reduction>* trace) const {
  std::vector<std::vector<Clause>> out;
  for (const auto& [text, sentences] : articles) {
    std::vector<bool> headline;
    for (const Sentence& sentence : sentences) headline.push_back(title_case(slice(text, sentence.range)));
    const Names names = names_outside(text, sentences, headline);
    std::vector<Clause>& clauses = out.emplace_back();
    clauses.reserve(sentences.size());
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const Names own = headline[s] ? names_among(text, sentences[s].range, names) : Names();
      clauses.push_back(cut(text, sentences[s], {!headline[s], headline[s] ? &own : &names}));
    }
  }
  for (int pass = 1; pass <= phrases_.passes(); ++pass)
    for (std::size_t i = 0; i < articles.size(); ++i)
      for (Clause& clause : out[i]) reduce(articles[i].text, pass, clause, trace);
  return out;
}

std::vector<Clause> Parser::parse(std::string_view text, const std::vector<Sentence>& sentences,
                                  std::vector<Reduction>* trace) const {
  return std::move(parse({{text, sentences}}, trace).front());
}

}  // namespace onrecord
