#include "extract/day_words.h"

#include <algorithm>

#include "core/text.h"

namespace onrecord {
namespace {

bool is_year(std::string_view word) {
  if (word.size() == 5 && word[4] == 's') word.remove_suffix(1);  // the 1980s
  return word.size() == 4 && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20") && word[2] >= '0' &&
         word[2] <= '9' && word[3] >= '0' && word[3] <= '9';
}

}  // namespace

DayWords::DayWords(const Grammar& grammar)
    : lexer(grammar.lexer()),
      appears(lexer.tag("appears")),
      setting(lexer.tag("setting")),
      undated(lexer.tag("undated")),
      bystander(lexer.tag("bystander")),
      unchanged(lexer.tag("unchanged")),
      past(grammar.alphabet().symbol("VPAST")),
      infinitive(grammar.alphabet().symbol("VINF")) {
  const Alphabet& alphabet = grammar.alphabet();
  timely = alphabet.set({"DAY", "LAST"});
  shut = alphabet.set({"QUOTED", "BRACKET"});
  opens = alphabet.set({"WHO", "WHICH", "SUBORD", "THAT", "WH"});
  finite = alphabet.set({"FINITE"});
  subject = alphabet.set({"SUBJECT"});
  pronoun = alphabet.set({"PRONOUN"});
  leads = alphabet.set({"PREPS", "SUBORD", "DET", "COMMA"});
}

Tense DayWords::tense(std::string_view text, const Clause& clause, Range cue) const {
  if (slice(text, cue).substr(0, 9) == "according" || slice(text, cue).substr(0, 9) == "According") return "according";
  Tense out = "none";
  for (const Span& span : clause.spans) {
    if (span.bytes.begin >= cue.end) break;
    if (!finite.has(span.symbol)) continue;
    out = "present";
    for (std::size_t t = span.tokens.begin; t < span.tokens.end; ++t) {
      const std::string_view word = slice(text, clause.tokens[t].range);
      const bool refused =
          word == "would" && t + 1 < span.tokens.end && slice(text, clause.tokens[t + 1].range) == "not";
      Tense auxiliary = "none";
      if (one_of(word, {"has", "have", "’s", "'s", "’ve", "'ve"})) auxiliary = "has";
      if (word == "had") auxiliary = "had";
      if (!refused && one_of(word, {"will", "would", "could", "can", "may", "should"})) auxiliary = "modal";
      if (auxiliary != "none") {
        out = auxiliary;
        break;
      }
      const bool is_past = clause.tokens[t].symbol == past || lexer.has(clause.tokens[t].entry, unchanged);
      if (is_past || refused || one_of(word, {"was", "were", "did"})) out = "past";
    }
    if (span.bytes.end > cue.begin) break;
  }
  return out;
}

Tense DayWords::tense_at(std::string_view text, const Clause& clause, Range time) const {
  const Span* verb = nullptr;
  for (const Span& span : clause.spans) {
    if (!finite.has(span.symbol) && span.symbol != infinitive) continue;
    if (span.bytes.end <= time.begin) verb = &span;
    if (span.bytes.begin >= time.end && verb == nullptr && span.symbol != infinitive) verb = &span;
  }
  if (verb == nullptr) return "none";
  return verb->symbol == infinitive ? Tense("to") : tense(text, clause, verb->bytes);
}

FeaturePart DayWords::lead(std::string_view text, const Clause& clause, Range time) const {
  const auto first = first_from(clause.tokens, time.begin);
  const auto leads_it = [&](auto token) {
    return leads.has(token->symbol) && slice(text, token->range).find(' ') == std::string_view::npos;
  };
  if (first != clause.tokens.end() && leads_it(first)) return slice(text, first->range);
  if (first != clause.tokens.begin() && leads_it(first - 1)) return slice(text, (first - 1)->range);
  return "none";
}

bool DayWords::tells_time(std::string_view text, const Clause& clause, const Beside& where) const {
  return std::any_of(clause.spans.begin(), clause.spans.end(), [&](const Span& span) {
    if (shut.has(span.symbol) || !where.holds(span.bytes)) return false;
    return std::any_of(clause.tokens.begin() + static_cast<std::ptrdiff_t>(span.tokens.begin),
                       clause.tokens.begin() + static_cast<std::ptrdiff_t>(span.tokens.end), [&](const Token& t) {
                         const std::string_view word = slice(text, t.range);
                         return timely.has(t.symbol) || is_year(word) ||
                                one_of(word, {"subsequently", "previously", "recently", "later", "once"});
                       });
  });
}

bool DayWords::has(const Clause& clause, Tag tag) const {
  return std::any_of(clause.tokens.begin(), clause.tokens.end(),
                     [&](const Token& t) { return lexer.has(t.entry, tag); });
}

bool DayWords::has(const Clause& clause, Tag tag, const Beside& where) const {
  return std::any_of(clause.tokens.begin(), clause.tokens.end(),
                     [&](const Token& t) { return lexer.has(t.entry, tag) && where.holds(t.range); });
}

bool DayWords::has(const Clause& clause, Tag tag, Range within) const {
  for (auto t = first_from(clause.tokens, within.begin); t != clause.tokens.end() && t->range.begin < within.end; ++t)
    if (within.contains(t->range) && lexer.has(t->entry, tag)) return true;
  return false;
}

}  // namespace onrecord
