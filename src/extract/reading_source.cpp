// The part of Reading that finds the phrase that a source is about, where it is not the first.
#include <algorithm>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

// In how many words the phrase says first what somebody is: "corporate speaker Anna Holt"; 0 where it does not.
std::size_t Reading::told_before_name(At at) const {
  const std::vector<Token>& tokens = clauses_[at.sentence].tokens;
  const std::size_t i = first_mention(span(at).bytes.begin);
  if (i >= people_.mentions().size() || people_.mentions()[i].bytes.end != span(at).bytes.end) return 0;
  std::size_t name = span(at).tokens.begin;
  while (name < span(at).tokens.end && tokens[name].range.begin < people_.mentions()[i].bytes.begin) ++name;
  if (name == span(at).tokens.begin || !parts_.lexer.has(tokens[name - 1].entry, parts_.role)) return 0;
  const std::string_view told = words({span(at).bytes.begin, tokens[name - 1].range.end});
  return 1 + static_cast<std::size_t>(std::count(told.begin(), told.end(), ' '));
}

// Whether a phrase without an article and a preposition ahead of the name are the office: "Undersecretary for Public
// Affairs Anna Holt", not "Aide to Mayor Anna Holt".
bool Reading::in_office(At at, std::size_t last) const {
  const Clause& clause = clauses_[at.sentence];
  const Span &office = span(at), &name = clause.spans[last];
  if (last != at.span + 2 || office.symbol != parts_.someone || clause.symbols[at.span + 1] == parts_.comma ||
      clause.tokens[office.tokens.begin].symbol == parts_.determiner)
    return false;
  const std::size_t begin = people_.mentions()[first_mention(name.bytes.begin)].bytes.begin;
  std::size_t behind = name.tokens.begin;
  while (behind < name.tokens.end && clause.tokens[behind].range.begin < begin) ++behind;
  if (behind == name.tokens.begin) return false;
  const Token& field = clause.tokens[behind - 1];
  const char capital = text_[field.range.begin];
  return field.entry != 0 && capital >= 'A' && capital <= 'Z' && field.symbol != parts_.title &&
         !parts_.lexer.has(field.entry, parts_.role) && !parts_.lexer.has(field.entry, parts_.member) &&
         !parts_.lexer.has(field.entry, parts_.nation) && !parts_.lexer.has(field.entry, parts_.place);
}

// "One pastor backing Weber, Anna Holt of Westmark": whether the name tells who the one is that the source begins with.
bool Reading::tells_who(At at, std::size_t name) const {
  const Clause& clause = clauses_[at.sentence];
  if (span(at).symbol != parts_.someone || name < at.span + 3 || clause.symbols[name - 1] != parts_.comma) return false;
  for (std::size_t i = at.span + 1; i + 1 < name; ++i)
    if (clause.symbols[i] == parts_.comma || clause.symbols[i] == parts_.conjunction) return false;
  return true;
}

// The span of the name that the source ends with, if all that stands before only tells who it is: "Westmark Republicans
// president Anna Holt", "state policy planning director Anna Holt", "his wife, longtime Weber aide Anna Holt"; else the
// span itself.
std::size_t Reading::named_last(At at, Range source) const {
  const std::vector<Span>& spans = clauses_[at.sentence].spans;
  std::size_t last = at.span;
  while (last + 1 < spans.size() && spans[last + 1].bytes.end <= source.end) ++last;
  while (last > at.span + 3 && parts_.alphabet.is(spans[last - 1].symbol, "PREPS")) last -= 2;  // "in Westmark"
  const bool ends = spans[last].bytes.end == source.end, who = tells_who(at, last);
  if (last == at.span || spans[last].symbol != parts_.person || (!ends && !who)) return at.span;
  const std::size_t named = named_by({at.sentence, last});
  const std::size_t written = first_mention(spans[last].bytes.begin);
  if (named == nobody || (!people_.people[named].known && !who) || !people_.mentions()[written].name.full())
    return at.span;
  const bool adjacent = last == at.span + 1 && spans[at.span].bytes.end + 1 == spans[last].bytes.begin;
  if (adjacent &&
      (spans[at.span].symbol == parts_.group ? told_before_name({at.sentence, last}) > 0 : named_by(at) == nobody))
    return last;
  const bool planning = last == at.span + 2 && spans[at.span].symbol != parts_.group &&
                        parts_.alphabet.is(spans[at.span + 1].symbol, "VGER") &&
                        told_before_name({at.sentence, last}) > 0;
  bool apposed = spans[at.span].symbol == parts_.someone && spans[at.span + 1].symbol == parts_.comma;
  // "Weber’s introducer, actress Anna Holt"
  apposed |= spans[at.span].symbol == parts_.thing && spans[at.span + 1].symbol == parts_.comma && owned(at) &&
             last == at.span + 2 && told_before_name({at.sentence, last}) > 0;
  for (std::size_t i = at.span + 2; i < last; ++i)
    apposed &= parts_.alphabet.is(spans[i].symbol, "ADJ") || parts_.alphabet.is(spans[i].symbol, "GIVEN");
  // "One of the authors of that report, Anna Holt"
  const bool one = spans[at.span].symbol == parts_.group && spans[last - 1].symbol == parts_.comma &&
                   fold_name(words(spans[at.span].bytes).substr(0, 7)) == "one of ";
  return planning || apposed || one || in_office(at, last) || who ? last : at.span;
}

// The span that the source is about: "In a statement, Anna Holt" is about what follows the comma.
std::size_t Reading::head_of(std::size_t sentence, std::size_t at, Range source) const {
  const std::vector<Span>& spans = clauses_[sentence].spans;
  // "Popular liberal and corporate speaker Anna Holt": one, of whom two things are told.
  const bool double_role = at + 2 < spans.size() && spans[at + 1].symbol == parts_.conjunction &&
                           (spans[at].symbol == parts_.thing || spans[at].symbol == parts_.someone) &&
                           clauses_[sentence].tokens[spans[at].tokens.begin].symbol != parts_.determiner &&
                           spans[at + 2].symbol == parts_.person && spans[at + 2].bytes.end == source.end &&
                           told_before_name({sentence, at + 2}) > 1 && named_by({sentence, at}) == nobody;
  if (double_role) return at + 2;
  if (const std::size_t named = named_last({sentence, at}, source); named != at) return named;
  const bool led_in = at > 0 && at + 2 < spans.size() &&
                      (parts_.alphabet.is(spans[at - 1].symbol, "PREPS") || spans[at - 1].symbol == parts_.until) &&
                      spans[at + 1].symbol == parts_.comma && spans[at + 2].bytes.end <= source.end;
  if (!led_in || named_by({sentence, at}) != nobody) return at;
  const char next = spans[at + 2].symbol;
  const bool someone =
      next == parts_.person || (next == parts_.group && at + 4 < spans.size() && spans[at + 3].symbol == parts_.comma &&
                                spans[at + 4].symbol == parts_.person);
  return someone ? at + 2 : at;
}

}  // namespace onrecord
