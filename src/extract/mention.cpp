#include "extract/mention.h"

#include <algorithm>

#include "core/text.h"

namespace onrecord {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

MentionFinder::MentionFinder(const Grammar& grammar)
    : lexer_(grammar.lexer()),
      names_(grammar),
      given_(lexer_.tag("given")),
      title_(lexer_.tag("title")),
      role_(lexer_.tag("role")),
      month_(lexer_.tag("month")),
      pointer_(lexer_.tag("pointer")),
      ending_(lexer_.tag("ending")),
      member_(lexer_.tag("member")),
      says_(lexer_.tag("says")),
      nation_(lexer_.tag("nationality")),
      fellow_(lexer_.tag("fellow")),
      given_name_(grammar.alphabet().symbol("GIVEN")),
      capital_(grammar.alphabet().symbol("CAP")),
      particle_(grammar.alphabet().symbol("PARTICLE")),
      fragment_(grammar.alphabet().symbol("FRAGMENT")),
      possessive_(grammar.alphabet().symbol("POSS")),
      title_symbol_(grammar.alphabet().symbol("TITLE")),
      person_(grammar.alphabet().symbol("PERSON")),
      of_(grammar.alphabet().symbol("OF")),
      determiner_(grammar.alphabet().symbol("DET")),
      dash_(grammar.alphabet().symbol("DASH")),
      comma_(grammar.alphabet().symbol("COMMA")),
      colon_(grammar.alphabet().symbol("COLON")),
      place_symbol_(grammar.alphabet().symbol("PLACE")),
      bracket_(grammar.alphabet().symbol("BRACKET")),
      someone_(grammar.alphabet().symbol("SOMEONE")),
      be_(grammar.alphabet().symbol("BE")),
      finite_(grammar.alphabet().members("FINITE")),
      objects_(std::string(grammar.alphabet().members("NP")) + grammar.alphabet().symbol("WH")),
      verbs_(finite_ + std::string(grammar.alphabet().members("VGER")) +
             std::string(grammar.alphabet().members("VINF"))) {
  for (const std::string_view name : {"ROLES", "VBASE", "VS", "VPAST", "DOC"})
    doubtful_ += grammar.alphabet().symbol(name);
  for (const std::string_view name : {"PLACE", "ROLE", "ROLES", "NATION", "TITLE", "ORG", "NOUN", "ADJ", "NBASE", "NS",
                                      "VBASE", "VS", "VPAST", "DOC"})
    ambiguous_[static_cast<unsigned char>(grammar.alphabet().symbol(name))] = true;
}

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

Gender MentionFinder::given_gender(std::string_view word) const {
  if (word.empty() || !upper(word[0])) return Gender::unknown;
  const std::uint32_t entry = lexer_.entry(word);
  const std::string_view value = entry == 0 ? std::string_view() : lexer_.value(entry, given_);
  return value.empty()     ? Gender::unknown
         : value[0] == 'm' ? Gender::man
         : value[0] == 'f' ? Gender::woman
                           : Gender::unknown;
}

Gender MentionFinder::role_gender(std::string_view role) const {
  role = role.substr(0, std::min({role.find(" of "), role.find(" for "), role.find(" to "), role.find(',')}));
  const std::string_view head = role.substr(role.rfind(' ') + 1);
  const std::uint32_t entry = lexer_.entry(head);
  if (entry == 0 || !lexer_.has(entry, role_)) return Gender::unknown;
  const std::string_view value = lexer_.value(entry, role_);
  return value == "m" ? Gender::man : value == "f" ? Gender::woman : Gender::unknown;
}

bool MentionFinder::is_office(const Token& token) const {
  return token.entry != 0 && lexer_.value(token.entry, title_).rfind("office", 0) == 0;
}

bool MentionFinder::is_honorific(const Token& token) const {
  return token.entry != 0 && lexer_.value(token.entry, title_).rfind("honorific", 0) == 0;
}

// Whether the word can be of a name at all: most are not, and nothing else is asked of them.
bool MentionFinder::may_name(std::string_view text, const Token& token) const {
  return upper(text[token.range.begin]) || token.symbol == capital_ || token.symbol == given_name_ ||
         (token.range.size() > 4 && text[token.range.begin + 2] == '-');  // "al-Hallowi"
}

bool MentionFinder::name_part(std::string_view text, const Clause& clause, std::size_t at) const {
  if (at >= clause.tokens.size()) return false;
  const char symbol = clause.tokens[at].symbol;
  const std::string_view word = slice(text, clause.tokens[at].range);
  if (symbol == given_name_) return word[0] != '#';
  if (symbol == capital_)
    return word[0] != '#' && (clause.tokens[at].entry == 0 || !lexer_.has(clause.tokens[at].entry, says_));
  // "al-Hallowi"
  return word.size() > 4 && word[2] == '-' && upper(word[3]) &&
         (word.substr(0, 2) == "al" || word.substr(0, 2) == "el") && at > 0;
}

// "F." and "G.K." between or before names.
bool MentionFinder::initial(std::string_view text, const Clause& clause, std::size_t at) const {
  const std::string_view word = slice(text, clause.tokens[at].range);
  return word.size() >= 2 && word.size() <= 4 && upper(word[0]) && word[1] == '.';
}

// A word of another kind that may be a surname by its capital: "Anna Baker", "Karl London".
bool MentionFinder::surname(std::string_view text, const Clause& clause, std::size_t at) const {
  const std::string_view word = slice(text, clause.tokens[at].range);
  return upper(word[0]) && word.size() > 2 && ambiguous_[static_cast<unsigned char>(clause.tokens[at].symbol)] &&
         first_of(word, " .") == word.size() && !lexer_.has(clause.tokens[at].entry, says_);
}

// Whether an apposition follows that is of a human being: ", a lawyer".
bool MentionFinder::is_somebody(const Clause& clause, std::size_t at) const {
  const std::vector<Token>& tokens = clause.tokens;
  if (at + 2 >= tokens.size() || tokens[at].symbol != comma_ || tokens[at + 1].symbol != determiner_) return false;
  const auto phrase = std::partition_point(clause.spans.begin(), clause.spans.end(),
                                           [&](const Span& s) { return s.tokens.end <= at + 1; });
  return phrase != clause.spans.end() && phrase->symbol == someone_;
}

// "Anna Deans", "Anna Price", but not "Young Presidents", "Gay Republicans" or "Will Want", nor the first words of
// "Anna Asked Why Taxes Rise", where the verb has what it is about.
bool MentionFinder::can_be_called(const Clause& clause, std::size_t first, std::size_t last) const {
  const auto phrase = std::partition_point(clause.spans.begin(), clause.spans.end(),
                                           [&](const Span& s) { return s.tokens.end <= last; });
  const bool verb = phrase + 1 < clause.spans.end() && phrase->tokens.begin == last &&
                    finite_.find(phrase->symbol) != std::string::npos &&
                    objects_.find((phrase + 1)->symbol) != std::string::npos;
  if (verb) return false;
  return !lexer_.value(clause.tokens[first].entry, given_).ends_with("weak") &&
         !lexer_.has(clause.tokens[last].entry, nation_);
}

// "Anna London Holt", "J. Dane Holt": a place or a people between a first name and a word that is no other.
bool MentionFinder::middle(std::string_view text, const Clause& clause, Range run) const {
  if (run.end > clause.tokens.size() || !name_part(text, clause, run.end - 1)) return false;
  const Token &word = clause.tokens[run.end - 2], &last = clause.tokens[run.end - 1];
  return (word.symbol == place_symbol_ || lexer_.has(word.entry, nation_)) && surname(text, clause, run.end - 2) &&
         last.entry == 0 && phrase_is_name(clause, run);
}

// Where the run of name words that starts at `at` ends: "Robert C. “Bobby” Marlow", "Ursula von der Hagen".
std::size_t MentionFinder::run_end(std::string_view text, const Clause& clause, std::size_t at) const {
  const std::vector<Token>& tokens = clause.tokens;
  const bool given = tokens[at].symbol == given_name_;
  std::size_t end = at + 1;
  while (end < tokens.size()) {
    std::size_t next = end;
    while (next < tokens.size() && (tokens[next].symbol == particle_ || initial(text, clause, next))) ++next;
    const bool nickname = next < tokens.size() &&
                          (tokens[next].symbol == fragment_ || tokens[next].symbol == bracket_) &&
                          tokens[next].range.size() < 24;
    if (nickname && (end == at + 1 || tokens[end - 1].symbol == given_name_)) ++next;
    if (end == at + 1 && next == end && (given || initial(text, clause, at)) && middle(text, clause, {at, next + 2})) {
      end = next + 2;
      continue;
    }
    // "Anna Weber White"
    const bool third = next < tokens.size() && next == at + 2 && end == next && given &&
                       lexer_.has(tokens[next].entry, nation_) && phrase_is_name(clause, {at, next + 1});
    if (third) return next + 1;
    const bool last = next < tokens.size() && end == at + 1 && (given || is_somebody(clause, next + 1)) &&
                      surname(text, clause, next) && !name_part(text, clause, next + 1) &&
                      (doubtful_.find(tokens[next].symbol) == std::string::npos || can_be_called(clause, at, next));
    if (!last && !name_part(text, clause, next)) break;
    end = next + 1;
  }
  return end;
}

// Where the name begins in a run of name words: behind a title, though some are called so ("Justice Ann Holt"), and
// behind what tells where somebody is from ("Westmark-born Ann Holt", "SEAL Karl Weber").
std::size_t MentionFinder::run_begin(std::string_view text, const Clause& clause, Range run) const {
  const std::vector<Token>& tokens = clause.tokens;
  std::size_t begin = run.begin;
  if (run.end > begin + 2 && is_office(tokens[begin]) &&
      (tokens[begin + 1].symbol == given_name_ || tokens[begin + 1].entry == 0) &&
      (begin == 0 || tokens[begin - 1].symbol != title_symbol_))
    return begin + 1;
  bool words = true;  // of the language, all so far
  for (std::size_t i = begin; i + 2 < run.end; ++i) {
    words &= tokens[i].entry != 0 && tokens[i].symbol != given_name_;
    const bool role = i == begin && lexer_.has(tokens[i].entry, role_);  // "Marine Karl Weber", but "Marine Weber"
    if ((tokens[i].symbol == given_name_ && !role) || tokens[i + 1].symbol != given_name_) continue;
    const std::string_view word = slice(text, tokens[i].range);
    const std::string_view next = slice(text, tokens[i + 1].range);
    const bool from = role || word.ends_with("-born") || word.ends_with("-based") || word.ends_with("-bred") ||
                      word.ends_with("-educated") || word.rfind("Co-", 0) == 0 ||
                      lexer_.has(tokens[i].entry, member_) ||
                      (words && !word.ends_with("."));  // "Telling Ann Holt", "for Public Affairs Ann Holt"
    const bool letters = word.size() > 2 && std::all_of(word.begin(), word.end(), upper);
    if (from || (letters && next.size() > 1 && next[1] >= 'a')) begin = i + 1;
  }
  return begin;
}

// "WESTMARK - The mayor …" begins with a place.
bool MentionFinder::dateline(std::string_view text, const Clause& clause, std::size_t end) const {
  if (end >= clause.tokens.size()) return false;
  const char next = clause.tokens[end].symbol;
  if (next != dash_ && next != comma_ && next != bracket_) return false;
  const std::string_view words =
      text.substr(clause.tokens[0].range.begin, clause.tokens[end - 1].range.end - clause.tokens[0].range.begin);
  return words.size() > 3 && std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Title, gender and place of a mention whose words are `tokens`.
void MentionFinder::place(std::string_view text, const Clause& clause, Range at, std::size_t& span, Mention& m) const {
  const std::vector<Token>& tokens = clause.tokens;
  while (!clause.spans[span].tokens.contains(at.begin)) ++span;
  const Span& phrase = clause.spans[span];
  m.bytes = {tokens[at.begin].range.begin, tokens[at.end - 1].range.end};
  m.name = names_.parse(slice(text, m.bytes));
  m.span = span;
  // "May" alone is a month, "May said" is not.
  const bool subject = span + 1 < clause.spans.size() && finite_.find(clause.spans[span + 1].symbol) < finite_.size();
  const bool weak = at.size() == 1 && !subject && lexer_.value(tokens[at.begin].entry, given_).ends_with("weak");
  m.given = tokens[at.begin].symbol == given_name_ && !weak;
  m.titled = is_office(tokens[at.begin]) && m.name.full();
  m.plain = tokens[at.begin].entry != 0 && tokens[at.begin].symbol != given_name_;
  m.plain_end = tokens[at.end - 1].entry != 0 && tokens[at.end - 1].symbol != given_name_;
  m.thing_end = lexer_.has(tokens[at.end - 1].entry, ending_);
  m.gender = weak ? Gender::unknown : gender(tokens[at.begin]);
  const bool titled = at.begin > 0 && (tokens[at.begin - 1].symbol == title_symbol_ ||
                                       (tokens[at.begin - 1].symbol == given_name_ && is_office(tokens[at.begin - 1])));
  // "Delegate Count:" is what a text is about.
  m.label =
      titled && at.begin == 1 && m.plain && !m.name.full() && at.end < tokens.size() && tokens[at.end].symbol == colon_;
  if (titled && !m.label) {
    const Token& title = tokens[at.begin - 1];
    m.title = title.range;
    m.honorific = is_honorific(title);
    const Gender told = gender(title);
    // "Dr. Karl" may be a woman, though Karl is a man's name.
    if (!m.name.full() || (m.honorific && told != Gender::unknown) || m.gender == Gender::unknown) m.gender = told;
  }
  m.determined = at.begin > 0 && lexer_.has(tokens[at.begin - 1].entry, pointer_);
  m.many = at.size() == 1 && at.begin > 0 && lexer_.has(tokens[at.begin - 1].entry, fellow_) &&
           slice(text, m.bytes).ends_with("s");
  // "police chief Karl London" looks like a place
  const bool whole = m.name.full() && m.given && at.end == phrase.tokens.end;
  bool of_another = phrase.symbol != person_ && at.begin > phrase.tokens.begin && m.title.empty() && !whole;
  if (!(whole && holds_office_of(text, clause, {phrase.tokens.begin, at.begin})))
    for (std::size_t i = phrase.tokens.begin; i < at.begin; ++i) of_another |= tokens[i].symbol == of_;
  const bool ends = at.end >= phrase.tokens.end || tokens[at.end].symbol == of_;
  // "Holt’s been told" is about Holt.
  const bool verb = span + 2 < clause.spans.size() && clause.spans[span + 1].symbol == possessive_ &&
                    finite_.find(clause.spans[span + 2].symbol) != std::string::npos &&
                    tokens[clause.spans[span + 2].tokens.begin].symbol == be_;
  if (at.end < tokens.size() && tokens[at.end].symbol == possessive_ && !verb)
    m.place = Mention::Place::owner;
  else if (!ends || of_another)
    m.place = Mention::Place::inside;
  if (span > 0 && verbs_.find(clause.spans[span - 1].symbol) != std::string::npos && m.place == Mention::Place::head)
    m.object = !lexer_.has(tokens[clause.spans[span - 1].tokens.end - 1].entry, says_);
  // "Young Holt supporters" begins with no name, if there is another Holt.
  m.plain |= m.place == Mention::Place::inside && at.begin == 0 && m.name.full() &&
             lexer_.value(tokens[at.begin].entry, given_).ends_with("weak");
}

// Whether the name behind those tokens is whoever holds that office: "Minister of Labor Jana Berg", but not "Secretary
// of Minister Jana Berg".
bool MentionFinder::holds_office_of(std::string_view text, const Clause& clause, Range before) const {
  const std::vector<Token>& tokens = clause.tokens;
  if (before.size() < 3 || !is_office(tokens[before.begin])) return false;
  std::size_t last = before.end - 1;
  while (last > before.begin && tokens[last].symbol == title_symbol_) --last;
  return upper(text[tokens[last].range.begin]) && tokens[last].symbol != of_ &&
         !lexer_.has(tokens[last].entry, role_) &&
         std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(before.begin),
                     tokens.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](const Token& token) { return token.symbol == of_; });
}

// Whether those tokens are the name of a person by the rules.
bool MentionFinder::phrase_is_name(const Clause& clause, Range tokens) const {
  return std::any_of(clause.spans.begin(), clause.spans.end(), [&](const Span& s) {
    return s.symbol == person_ && s.tokens.contains(tokens.begin) && s.tokens.end == tokens.end;
  });
}

// "Actress London Holt": a first name that is a place, between what she is and a surname.
bool MentionFinder::named_like_place(std::string_view text, const Clause& clause, Range run) const {
  const std::vector<Token>& tokens = clause.tokens;
  if (run.size() != 1 || run.begin < 2 || tokens[run.begin].symbol != capital_ || tokens[run.begin].entry != 0)
    return false;
  const Token &first = tokens[run.begin - 1], &role = tokens[run.begin - 2];
  return first.symbol == place_symbol_ && slice(text, first.range).find(' ') == std::string_view::npos &&
         (lexer_.has(role.entry, role_) || is_office(role)) && !lexer_.has(role.entry, ending_);
}

void MentionFinder::find(std::string_view text, const Clause& clause, std::size_t sentence, bool headline,
                         std::vector<Mention>& out, std::vector<Word>& others) const {
  std::size_t span = 0, behind = 0;  // the last name
  for (std::size_t at = 0; at < clause.tokens.size(); ++at) {
    if (!may_name(text, clause.tokens[at])) continue;
    const bool other = surname(text, clause, at);
    if (other) others.push_back({sentence, at});
    if (at < behind) continue;
    const bool named = name_part(text, clause, at);
    // "Ms. White", "Mr. Baker"
    const bool addressed =
        !named && other && at > 0 && is_honorific(clause.tokens[at - 1]) && phrase_is_name(clause, {at - 1, at + 1});
    if (!addressed && !named) continue;
    const std::size_t end = named ? run_end(text, clause, at) : at + 1;
    behind = end;
    const bool month = end == at + 1 && at > 0 && lexer_.has(clause.tokens[at].entry, month_) &&
                       time_.find(clause.tokens[at - 1].symbol) != std::string::npos;
    if (month || (at == 0 && dateline(text, clause, end))) continue;
    std::size_t begin = run_begin(text, clause, {at, end});
    const bool placed = named_like_place(text, clause, {begin, end});
    begin -= placed;
    while (begin > 0 && clause.tokens[begin - 1].symbol == particle_) --begin;  // "van der Berg said"
    Mention m;
    m.sentence = sentence;
    m.headline = headline;
    place(text, clause, {begin, end}, span, m);
    if (placed) m.given = true, m.plain = false;
    if (!m.name.words.empty()) out.push_back(std::move(m));
  }
}

void MentionFinder::find_surname(std::string_view text, const Clause& clause, Word word, bool headline,
                                 const Surnames& surnames, std::vector<Mention>& out) const {
  const std::size_t at = word.token;
  if (surnames.count(slice(text, clause.tokens[at].range)) == 0) return;
  const bool part =
      name_part(text, clause, at + 1) || (at > 0 && (name_part(text, clause, at - 1) || initial(text, clause, at - 1) ||
                                                     clause.tokens[at - 1].symbol == determiner_));
  if (part) return;
  Mention m;
  m.sentence = word.sentence;
  m.headline = headline;
  std::size_t span = 0;
  place(text, clause, {at, at + 1}, span, m);
  m.given = m.plain = m.plain_end = false;
  out.push_back(std::move(m));
}

}  // namespace onrecord
