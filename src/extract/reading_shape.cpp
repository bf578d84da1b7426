// The part of Reading that finds whom a pronoun means by the shape of the sentences around it, whoever was named
// before.
#include <algorithm>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

// Whether the sentence begins with what somebody was asked: "Asked about Holt, she said".
bool Reading::opens_asking(std::size_t sentence) const {
  const Clause& clause = clauses_[sentence];
  if (clause.spans.size() < 4) return false;
  const std::string word = fold_name(words(clause.spans[clause.spans[0].symbol == parts_.until ? 1 : 0].bytes));
  return word == "asked" || word == "pressed";
}

// "Asked whom she backs, Anna Holt smiled": whom a pronoun in such an opening means; nobody where it is none.
std::size_t Reading::asked(Range at) const {
  const std::size_t sentence = sentence_of(at.begin);
  const Clause& clause = clauses_[sentence];
  if (!opens_asking(sentence)) return nobody;
  const std::size_t verb = clause.spans[0].symbol == parts_.until ? 1 : 0;
  for (std::size_t i = verb + 1; i + 1 < clause.spans.size(); ++i) {
    if (clause.spans[i].symbol != parts_.comma || clause.spans[i].bytes.begin < at.begin) continue;
    return clause.spans[i + 1].symbol == parts_.person ? named_by({sentence, i + 1}) : nobody;
  }
  return nobody;
}

// "In what he called a rant, Holt took": the subject whom a phrase at the head of the sentence speaks of already;
// nobody where somebody else is named before.
std::size_t Reading::subject_ahead(std::size_t byte) const {
  const std::size_t sentence = sentence_of(byte);
  const Clause& clause = clauses_[sentence];
  if (clause.spans.size() < 5 || !parts_.alphabet.is(clause.symbols[0], "PREPS")) return nobody;
  for (std::size_t i = 1; i + 2 < clause.spans.size(); ++i) {
    if (clause.symbols[i] == parts_.person) return nobody;
    if (clause.symbols[i] != parts_.comma || clause.spans[i].bytes.begin < byte) continue;
    if (clause.symbols[i + 1] != parts_.person || !parts_.alphabet.is(clause.symbols[i + 2], "FINITE")) return nobody;
    return named_by({sentence, i + 1});
  }
  return nobody;
}

// "While he refused to speak, Holt left", and "When he left, Holt" where the sentence before is about nobody of that
// gender: the subject of the main clause; nobody where the pronoun does not open such a sentence, or where another can
// be meant.
std::size_t Reading::subject_behind(Range at, Gender gender) const {
  const std::size_t sentence = sentence_of(at.begin);
  const Clause& clause = clauses_[sentence];
  const std::string& symbols = clause.symbols;
  const auto led = [&](std::size_t i) { return symbols[i] == parts_.until || symbols[i] == parts_.as; };
  const auto adverb = [&](std::size_t i) { return parts_.alphabet.is(symbols[i], "ADV"); };
  std::size_t opens = 0;
  while (opens < 2 && opens < symbols.size() && !led(opens)) ++opens;  // "But even as"
  std::size_t he = opens + 1;
  while (he < symbols.size() && adverb(he)) ++he;
  if (opens == 2 || he + 4 >= symbols.size() || clause.spans[he].bytes.begin != at.begin) return nobody;
  const bool sure = parts_.lexer.has(clause.tokens[clause.spans[opens].tokens.begin].entry, parts_.while_);
  if (!sure && sentence > 0 && has_subject(sentence - 1, gender)) return nobody;
  std::size_t main = he + 1;
  while (main < symbols.size() && !(symbols[main - 1] == parts_.comma && symbols[main] == parts_.person)) {
    if (symbols[main] == parts_.person) return nobody;
    ++main;
  }
  std::size_t verb = main + 1;
  while (verb < symbols.size() && adverb(verb)) ++verb;
  if (verb >= symbols.size() || !parts_.alphabet.is(symbols[verb], "FINITE")) return nobody;
  for (std::size_t i = verb; i < symbols.size(); ++i)
    if (gender_of(words(clause.spans[i].bytes)) == gender) return nobody;
  const std::size_t named = named_by({sentence, main});
  return named != nobody && fits(named, gender) && people_.people[named].known ? named : nobody;
}

// "Holt asked Weber about statements he had made, when he claimed": who is asked, of what he himself did; nobody where
// the pronoun stands elsewhere, or another verb can have it ("asked Weber about it and said he").
std::size_t Reading::asked_about(Range at, Gender gender) const {
  const std::size_t sentence = sentence_of(at.begin);
  const Clause& clause = clauses_[sentence];
  const std::string& symbols = clause.symbols;
  std::size_t he = 0;
  while (he < clause.spans.size() && clause.spans[he].bytes.begin < at.begin) ++he;
  // Before it stand at least the verb, who is asked, and "about".
  if (he < 3 || he >= symbols.size() || symbols[he] != parts_.he) return nobody;
  const auto pronoun_at = [&](std::size_t i) {
    return symbols[i] == parts_.he && gender_of(words(clause.spans[i].bytes)) == gender;
  };
  bool told = false;  // of him already
  std::size_t last = he;
  while (last-- > 2) {
    const char symbol = symbols[last];
    const Token& first = clause.tokens[clause.spans[last].tokens.begin];
    if (parts_.alphabet.is(symbol, "PREPS") && parts_.lexer.has(first.entry, parts_.matter)) break;  // not "on Monday"
    const bool verb = parts_.alphabet.is(symbol, "FINITE");
    told |= pronoun_at(last);
    if (verb ? !pronoun_at(last - 1) : !can_stand_in_matter(symbol)) return nobody;
  }
  const bool opens = symbols[he - 1] == parts_.until || symbols[he - 1] == parts_.comma;
  if (last < 2 || last >= he || (opens && !told) || symbols[last - 1] != parts_.person) return nobody;
  const Token& verb = clause.tokens[clause.spans[last - 2].tokens.end - 1];
  if (!parts_.lexer.has(verb.entry, parts_.asks) && !parts_.lexer.has(verb.entry, parts_.quizzes)) return nobody;
  const std::size_t named = named_by({sentence, last - 1});
  return named != nobody && fits(named, gender) && people_.people[named].known ? named : nobody;
}

// Whether a phrase of that symbol can belong to what somebody is asked about, and brings in nobody else.
bool Reading::can_stand_in_matter(char symbol) const {
  return symbol == parts_.thing || symbol == parts_.paper || symbol == parts_.body || symbol == parts_.of ||
         symbol == parts_.he || symbol == parts_.comma || symbol == parts_.until || parts_.alphabet.is(symbol, "WH") ||
         parts_.alphabet.is(symbol, "DAY") || parts_.alphabet.is(symbol, "ADV") || parts_.alphabet.is(symbol, "PREPS");
}

// Whether somebody of that gender is the subject of the sentence, by name or pronoun.
bool Reading::has_subject(std::size_t sentence, Gender gender) const {
  const std::size_t end = sentences_[sentence].range.end;
  if (opening_pronoun(sentence, end, gender) < end) return true;
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = first_mention(sentences_[sentence].range.begin);
       i < mentions.size() && mentions[i].sentence == sentence; ++i)
    if (fits(people_.of(i), gender) && (speaks(mentions[i]) || is_subject(mentions[i]))) return true;
  return std::any_of(spoke_.begin(), spoke_.end(),
                     [&](const Spoke& s) { return sentence_of(s.at) == sentence && fits(s.person, gender); });
}

// "Weber spoke. What if Holt wins? “…,” he said.": who spoke last, where only questions of the writer's own stand
// between, which name whomever they like; nobody where something else stands there.
std::size_t Reading::answers_writer(const Sought& sought) const {
  const bool own = now_ != nullptr && now_->source && now_->source->begin == sought.before && !now_->content.empty();
  if (!own || !quoted_at(now_->content[0].begin)) return nobody;
  std::size_t since = sought.here;
  while (since > 0 && words(sentences_[since - 1].range).ends_with("?") && !sentences_[since - 1].title) --since;
  if (since == sought.here || since == 0 || (sentence_of(last_at_) + 1 == since && last_asks())) return nobody;
  const auto spoke = std::find_if(speakers_.rbegin(), speakers_.rend(),
                                  [&](const std::pair<std::size_t, Named>& s) { return s.first < since; });
  if (spoke == speakers_.rend() || sentences_[spoke->first].paragraph != sentences_[since - 1].paragraph) return nobody;
  // "Was Holt content? “Yes,” he said."
  for (std::size_t i = first_mention(sentences_[since].range.begin); i < first_mention(sought.before); ++i) {
    const Mention& m = people_.mentions()[i];
    if (m.place == Mention::Place::head && !governed(m) && may_mean(sought, people_.of(i))) return nobody;
  }
  return spoke->second.person;
}

}  // namespace onrecord
