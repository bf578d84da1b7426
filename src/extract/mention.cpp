#include "extract/mention.h"

namespace onrecord {

MentionFinder::MentionFinder(const Grammar& grammar)
    : lexer_(grammar.lexer()),
      names_(grammar),
      given_(lexer_.tag("given")),
      title_(lexer_.tag("title")),
      role_(lexer_.tag("role")),
      given_name_(grammar.alphabet().symbol("GIVEN")),
      capital_(grammar.alphabet().symbol("CAP")),
      particle_(grammar.alphabet().symbol("PARTICLE")),
      fragment_(grammar.alphabet().symbol("FRAGMENT")),
      possessive_(grammar.alphabet().symbol("POSS")),
      title_symbol_(grammar.alphabet().symbol("TITLE")),
      person_(grammar.alphabet().symbol("PERSON")),
      of_(grammar.alphabet().symbol("OF")) {}

Gender MentionFinder::gender(const Token& token) const {
  const auto of = [](char c) { return c == 'm' ? Gender::man : c == 'f' ? Gender::woman : Gender::unknown; };
  if (token.entry == 0) return Gender::unknown;
  if (lexer_.has(token.entry, title_)) {
    const std::string_view value = lexer_.value(token.entry, title_);
    return value.size() > 2 && value[value.size() - 2] == ' ' ? of(value.back()) : Gender::unknown;
  }
  if (lexer_.has(token.entry, role_)) {
    const std::string_view value = lexer_.value(token.entry, role_);
    return value.empty() ? Gender::unknown : of(value[0]);
  }
  const std::string_view value = lexer_.value(token.entry, given_);
  return value.empty() ? Gender::unknown : of(value[0]);
}

bool MentionFinder::is_honorific(const Token& token) const {
  return token.entry != 0 && lexer_.value(token.entry, title_).rfind("honorific", 0) == 0;
}

bool MentionFinder::name_part(std::string_view text, const Clause& clause, std::size_t at) const {
  if (at >= clause.tokens.size()) return false;
  const char symbol = clause.tokens[at].symbol;
  return symbol == given_name_ || (symbol == capital_ && text[clause.tokens[at].range.begin] != '#');
}

// Where the run of name words that starts at `at` ends: "Robert C. “Bobby” Scott", "Ursula von der Leyen".
std::size_t MentionFinder::run_end(std::string_view text, const Clause& clause, std::size_t at) const {
  std::size_t end = at + 1;
  while (end < clause.tokens.size()) {
    std::size_t next = end;
    while (next < clause.tokens.size() && clause.tokens[next].symbol == particle_) ++next;
    if (next == end && clause.tokens[end].symbol == fragment_ && clause.tokens[end].range.size() < 24 && end == at + 1)
      ++next;
    if (!name_part(text, clause, next)) break;
    end = next + 1;
  }
  return end;
}

void MentionFinder::find(std::string_view text, const Clause& clause, std::size_t sentence, bool headline,
                         std::vector<Mention>& out) const {
  const std::vector<Token>& tokens = clause.tokens;
  std::size_t span = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!name_part(text, clause, at)) continue;
    const std::size_t end = run_end(text, clause, at);
    while (!clause.spans[span].tokens.contains(at)) ++span;
    const std::size_t whole = clause.spans[span].tokens.end;
    Mention m;
    m.bytes = {tokens[at].range.begin, tokens[end - 1].range.end};
    m.name = names_.parse(slice(text, m.bytes));
    if (m.name.words.empty()) continue;
    m.sentence = sentence;
    m.span = span;
    m.headline = headline;
    m.given = tokens[at].symbol == given_name_;
    m.gender = gender(tokens[at]);
    if (at > 0 && tokens[at - 1].symbol == title_symbol_) {
      m.title = tokens[at - 1].range;
      m.honorific = is_honorific(tokens[at - 1]);
      if (const Gender g = gender(tokens[at - 1]); g != Gender::unknown && (m.honorific || m.gender == Gender::unknown))
        m.gender = g;
    }
    if (end < tokens.size() && tokens[end].symbol == possessive_)
      m.place = Mention::Place::owner;
    else if (clause.spans[span].symbol != person_ || (end < whole && tokens[end].symbol != of_))
      m.place = Mention::Place::inside;
    out.push_back(std::move(m));
    at = end - 1;
  }
}

}  // namespace onrecord
