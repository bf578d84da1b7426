#include "extract/role.h"

#include <algorithm>
#include <cstdlib>

namespace onrecord {
namespace {

constexpr int rank_office = 6, rank_before = 5, rank_title = 3, rank_described = 2;

std::size_t words_in(std::string_view words) {
  return 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

// Without the article and what stands around it: "an adviser to the board," is "adviser to the board".
std::string trimmed(std::string_view words) {
  while (!words.empty() && (words.back() == ' ' || words.back() == ',' || words.back() == '\n')) words.remove_suffix(1);
  for (const std::string_view article : {"a ", "an ", "the ", "both ", "A ", "An ", "The ", "Both "})
    if (words.rfind(article, 0) == 0) {
      words.remove_prefix(article.size());
      break;
    }
  return std::string(words);
}

}  // namespace

RoleFinder::RoleFinder(const Grammar& grammar, const Names& names)
    : names_(names),
      stage_(grammar.stage("person")),
      lexer_(grammar.lexer()),
      person_capture_(stage_.capture("person")),
      role_capture_(stage_.capture("role")),
      verb_capture_(stage_.capture("verb")),
      title_(lexer_.tag("title")),
      role_(lexer_.tag("role")),
      roles_(lexer_.tag("roles")),
      realm_(lexer_.tag("realm")),
      possessive_(grammar.alphabet().symbol("POSS")),
      person_(grammar.alphabet().symbol("PERSON")),
      of_(grammar.alphabet().symbol("OF")),
      determiner_(grammar.alphabet().symbol("DET")) {
  for (const std::string_view name : {"NOUN", "NBASE", "NS", "NING"}) nouns_ += grammar.alphabet().symbol(name);
}

std::vector<RoleFound> RoleFinder::find(std::string_view text, const Clause& clause,
                                        const std::vector<std::size_t>& named) const {
  std::vector<RoleFound> out;
  if (named.empty()) return out;
  std::string symbols = clause.symbols;  // "Karl London" looks like a place, and is none
  for (const std::size_t span : named) symbols[span] = person_;
  const auto words = [&](Range spans) { return std::string(slice(text, clause.bytes(spans))); };
  for (int pass = 1; pass <= stage_.passes(); ++pass)
    for (const Match& match : stage_.all(symbols, words, pass)) {
      const auto& person = match.captures[person_capture_];
      const auto& role = match.captures[role_capture_];
      if (!person || !role) continue;
      RoleFound found{match.rule, person->begin, clause.bytes(*role), std::nullopt};
      if (const auto& verb = match.captures[verb_capture_]) found.verb = clause.bytes(*verb);
      out.push_back(found);
    }
  return out;
}

RoleSeen RoleFinder::seen(std::string_view text, const RoleFound& found) const {
  RoleSeen role;
  role.words = trimmed(slice(text, found.role));
  const auto rank = found.rule->keys.find("rank");
  role.rank = rank == found.rule->keys.end() ? 1 : std::atoi(rank->second.c_str());
  const auto way = found.rule->keys.find("way");
  role.party = way != found.rule->keys.end() && way->second == "party";
  role.clause = way != found.rule->keys.end() && way->second == "clause";
  role.bytes = found.role;
  return role;
}

RoleSeen RoleFinder::described(std::string_view words, Range bytes) const {
  RoleSeen role;
  role.words = trimmed(words);
  role.rank = rank_described;
  role.bytes = bytes;
  return role;
}

RoleSeen RoleFinder::before(std::string_view text, const Clause& clause, const Mention& mention) const {
  const Span& span = clause.spans[mention.span];
  const std::vector<Token>& tokens = clause.tokens;
  RoleSeen role;
  const std::size_t begin = span.tokens.begin;
  std::size_t end = begin;
  while (end < span.tokens.end && tokens[end].range.begin < mention.bytes.begin) ++end;
  // Mr. says nothing of what a man is.
  while (end > begin && names_.is_address(slice(text, tokens[end - 1].range))) --end;
  if (begin == end) return role;
  // "the judge Holt had criticised", not "the late Sen. Holt".
  const bool titled =
      std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                  tokens.begin() + static_cast<std::ptrdiff_t>(end), [&](const Token& t) { return is_title(text, t); });
  if (tokens[begin].symbol == determiner_ && !mention.name.full() && !titled) return role;
  bool office = false, title = false;
  for (std::size_t i = begin; i < end; ++i) {
    title |= lexer_.has(tokens[i].entry, title_);
    const bool lower = text[tokens[i].range.begin] >= 'a';
    office |= title || lexer_.has(tokens[i].entry, role_) || (lower && lexer_.has(tokens[i].entry, roles_));
  }
  const bool owned = tokens[end - 1].symbol == possessive_;  // "the Post’s Anna Holt"
  if (!office && !owned) return role;
  role.bytes = {tokens[office_begin(text, tokens, begin, end)].range.begin, tokens[end - 1].range.end};
  role.words = trimmed(slice(text, role.bytes));
  role.title = words_in(role.words) == 1;
  role.rank = !office ? 1 : role.title ? rank_title : title ? rank_office : rank_before;
  // "Rep. Anna Holt of Montana"
  for (std::size_t i = end; i < span.tokens.end; ++i)
    if (tokens[i].symbol == of_ && tokens[i].range.begin >= mention.bytes.end) {
      role.words += " " + std::string(slice(text, {tokens[i].range.begin, span.bytes.end}));
      break;
    }
  return role;
}

// Where the words of an office begin that stand before a name: "whatever action President Holt takes" is not about
// an action president. Small nouns that stand right before a title with a capital are not of it.
std::size_t RoleFinder::office_begin(std::string_view text, const std::vector<Token>& tokens, std::size_t begin,
                                     std::size_t end) const {
  std::size_t title = end;
  while (title > begin && !is_title(text, tokens[title - 1])) --title;
  if (title == begin) return begin;
  for (std::size_t i = title - 1; i > begin; --i) {
    const Token& word = tokens[i - 1];
    if (lexer_.has(word.entry, role_) || lexer_.has(word.entry, title_)) return begin;
    const std::string_view letters = slice(text, word.range);
    const bool small = std::none_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (small && nouns_.find(word.symbol) != std::string::npos && !lexer_.has(word.entry, realm_)) return i;
  }
  return begin;
}

bool RoleFinder::is_title(std::string_view text, const Token& token) const {
  return lexer_.has(token.entry, title_) && text[token.range.begin] < 'a';
}

std::string role_of(const Person& person) {
  const RoleSeen *best = nullptr, *party = nullptr, *title = nullptr, *clause = nullptr;
  const auto first = [](const RoleSeen*& kept, const RoleSeen& role) {
    if (kept == nullptr) kept = &role;
  };
  for (const RoleSeen& role : person.roles) {
    if (role.words.empty()) continue;
    if (role.party) {
      first(party, role);
      continue;
    }
    if (role.title) first(title, role);
    if (role.clause) first(clause, role);
    if (best == nullptr || role.rank > best->rank ||
        (role.rank == best->rank && words_in(role.words) > words_in(best->words)))
      best = &role;
  }
  std::string words;
  if (best == clause && clause != nullptr) {
    words = clause->words.substr(clause->words.find(' ') + 1);
  } else if (best != nullptr) {
    words = best->words;
    if (clause != nullptr && words.find(" who ") == std::string::npos) words += " " + clause->words;
  }
  if (party == nullptr || words.find(party->words) != std::string::npos) return words;
  const std::string mark = (party->words[0] == '(' || words.empty() ? " " : ", ") + party->words;
  if (title != nullptr && best != title) return title->words + mark + ", " + words;
  return words.empty() ? party->words : words + mark;
}

}  // namespace onrecord
