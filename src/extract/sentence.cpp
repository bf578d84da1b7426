#include "extract/sentence.h"

#include <algorithm>
#include <cctype>

#include "core/byte_set.h"

namespace onrecord {
namespace {

// No sentence is longer than this many bytes, but for a quotation in it: what follows takes time that
// grows faster than the sentence.
constexpr std::size_t longest = 6000;

bool space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool stop(char c) { return c == '.' || c == '?' || c == '!'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
// Whether a sentence can end with a sign that begins so: ".", "?", "!", "…".
constexpr ByteSet stopping([](unsigned char c) { return c == '.' || c == '?' || c == '!' || c == 0xE2; });
bool word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || (c & 0x80); }

std::size_t skip_space(std::string_view text, std::size_t i, std::size_t end) {
  while (i < end && (space(text[i]) || text.compare(i, 2, "\u00A0") == 0)) i += space(text[i]) ? 1 : 2;
  return i;
}

// The stop that ends the quoted words ("…" counts as "."); 0 where they do not end as a sentence does.
char last_stop(std::string_view text, Range inner) {
  std::size_t i = inner.end;
  const auto before = [&](std::string_view mark) {
    return i >= inner.begin + mark.size() && text.compare(i - mark.size(), mark.size(), mark) == 0;
  };
  while (i > inner.begin && (space(text[i - 1]) || text[i - 1] == '\'' || text[i - 1] == '"' || text[i - 1] == ')'))
    --i;
  if (before("’")) i -= 3;
  if (before("…")) return '.';
  return i > inner.begin && stop(text[i - 1]) ? text[i - 1] : '\0';
}

// Without a bracket that holds the whole sentence, or begins or ends it with others: "(“It is over,” she said.)"
Range without_bracket(std::string_view text, Range sentence) {
  const std::string_view words = slice(text, sentence);
  const bool opens = words.front() == '(', closes = words.back() == ')';
  if (!opens && !closes) return sentence;
  const std::string_view inside = words.substr(opens, words.size() - opens - closes);
  const bool ends = !inside.empty() && (stop(inside.back()) || inside.back() == '"' || inside.ends_with("”"));
  if (inside.find_first_not_of(' ') == std::string_view::npos || (closes && !ends)) return sentence;  // "(CNN)"
  std::ptrdiff_t depth = 0;
  for (const char c : inside) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) return sentence;  // "(Later,) she said"
  }
  if (depth != 0) return sentence;  // "she said (twice.)"
  const std::size_t begin = opens ? skip_space(text, sentence.begin + 1, sentence.end) : sentence.begin;
  return {begin, sentence.end - closes};
}

}  // namespace

Splitter::Splitter(const Grammar& grammar)
    : lexer_(grammar.lexer()),
      stage_(grammar.stage("sentence")),
      opening_(grammar.alphabet().set(
          {"DET", "MY", "HER", "THAT", "PREP", "AS", "AND", "BUT", "SUBORD", "WH", "HE", "THEY", "IT", "ADV"})),
      abbreviation_(lexer_.tag("abbreviation")) {}

std::vector<Sentence> Splitter::split(const Article& article) const {
  std::vector<Sentence> out;
  for (std::size_t p = 0; p < article.paragraphs.size(); ++p) split(article, p, out);
  return out;
}

void Splitter::split(const Article& article, std::size_t paragraph, std::vector<Sentence>& out) const {
  const std::string_view text = article.text;
  const Paragraph& p = article.paragraphs[paragraph];
  const std::vector<Quoted> quotes = quoted(text, p.range);
  const std::size_t end = p.range.end;
  Sentence now;
  const auto close = [&](std::size_t at) {
    std::size_t last = at;
    while (last > now.range.begin && space(text[last - 1])) --last;
    if (last > now.range.begin) {
      now.range = without_bracket(text, {now.range.begin, last});
      for (Quoted& q : now.quoted) q.range.end = std::min(q.range.end, now.range.end);
      now.paragraph = paragraph;
      now.title = p.kind == Paragraph::Kind::title;
      out.push_back(std::move(now));
    }
    now = Sentence{};
  };
  auto quote = quotes.begin();
  now.range.begin = skip_space(text, p.range.begin, end);
  for (std::size_t i = now.range.begin; i < end;) {
    const std::size_t plain =
        std::min({end, quote == quotes.end() ? end : quote->range.begin, now.range.begin + longest});
    i = stopping.next(text.substr(0, plain), i);
    if (i == end) break;
    if (quote != quotes.end() && i == quote->range.begin) {
      now.quoted.push_back(*quote);
      i = quote->range.end;
      const std::size_t next = skip_space(text, i, end);
      if (const char sign = last_stop(text, quote->inner);
          sign != 0 && next > i && opens(text, next, end) && !goes_on(text, next, end, sign)) {
        close(i);
        now.range.begin = next;
        i = next;
      }
      ++quote;
      continue;
    }
    if (space(text[i]) && i - now.range.begin > longest) {
      close(i);
      now.range.begin = i = skip_space(text, i, end);
      continue;
    }
    const bool dots = text.compare(i, 3, "…") == 0;
    if (!stop(text[i]) && !dots) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    while (i < end && (stop(text[i]) || text.compare(i, 3, "…") == 0)) i += stop(text[i]) ? 1 : 3;
    while (i < end && (text[i] == ')' || text[i] == ']' || text[i] == '"' || text[i] == '\'')) ++i;
    const std::size_t next = skip_space(text, i, end);
    if (next > i && opens(text, next, end) && (i - first > 1 || ends(text, first, next, end))) {
      close(i);
      now.range.begin = next;
      i = next;
    }
  }
  close(end);
}

bool Splitter::opens(std::string_view text, std::size_t next, std::size_t end) const {
  if (next >= end) return true;
  const char c = text[next];
  if (std::isalpha(static_cast<unsigned char>(c))) return upper(c);
  for (const std::string_view dash : {"-", "–", "—", "―"})
    if (text.compare(next, dash.size(), dash) == 0) return false;  // “It is over.” — Anna Holt
  return true;                                                     // a digit, a mark, a letter beyond ASCII
}

bool Splitter::ends(std::string_view text, std::size_t at, std::size_t next, std::size_t end) const {
  if (text[at] != '.') return true;
  std::size_t begin = at;
  while (begin > 0 && word(text[begin - 1])) --begin;
  const std::string_view abbreviation = text.substr(begin, at + 1 - begin);
  const std::uint32_t entry = lexer_.entry(abbreviation);
  bool initial = abbreviation.size() >= 2;  // "J.", "G.K."
  for (std::size_t i = 0; i < abbreviation.size(); ++i)
    initial &= i % 2 == 0 ? upper(abbreviation[i]) : abbreviation[i] == '.';
  const bool known = entry != 0 && lexer_.has(entry, abbreviation_);
  if (!known && !initial) return true;
  if (known && lexer_.value(entry, abbreviation_) != "final") return false;
  // "in the U.S. The minister" ends, "the U.S. Senate" does not: a sentence opens with a word of grammar.
  for (const std::string_view mark : {"“", "„", "«", "‘", "\"", "''"})
    if (text.compare(next, mark.size(), mark) == 0)  // “in the U.S. “We rest.””, but not “the U.S. “clearly” won”
      return known && next + mark.size() < end &&
             std::islower(static_cast<unsigned char>(text[next + mark.size()])) == 0;
  std::size_t stop_at = next;
  while (stop_at < end && word(text[stop_at]) && text[stop_at] != '.') ++stop_at;
  if (stop_at == next) return known;
  const std::vector<Token> following = lexer_.tokens(text, {next, stop_at});
  return !following.empty() && text[next] != '(' && opening_.has(following[0].symbol);
}

bool Splitter::goes_on(std::string_view text, std::size_t next, std::size_t end, char after) const {
  if (next >= end) return false;
  const std::string_view rest = text.substr(next, std::min<std::size_t>(end - next, 120));
  const auto words = [&](Range r) { return slice(rest, r); };
  return static_cast<bool>(stage_.first(rest, words, [&](const Match& m) {
    const auto stops = m.rule->keys.find("after");
    return (stops == m.rule->keys.end() ? std::string_view("?!") : std::string_view(stops->second)).find(after) !=
           std::string_view::npos;
  }));
}

}  // namespace onrecord
