// The part of Reading that tells what a mention does in its sentence: whether it is the subject, speaks, acts.
#include <algorithm>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

// Whether the name hangs on the word ahead of it: "with Holt", "naming Holt"; not "As for Holt".
bool Reading::governed(const Mention& mention) const {
  const Clause& clause = clauses_[mention.sentence];
  const std::string& symbols = clause.symbols;
  const std::size_t at = mention.span;
  const auto pair = [&](std::size_t i) {  // of two neither, but where the sentence begins: "Holt and Weber"
    return i > 2 && i + 1 < symbols.size() && symbols[i - 1] == parts_.person && symbols[i] == parts_.conjunction &&
           symbols[i + 1] == parts_.person;
  };
  if (pair(at + 1) || (at > 1 && pair(at - 1))) return true;
  return at > 0 && parts_.governs.find(symbols[at - 1]) != std::string::npos && !(at < 3 && opens_topic(clause));
}

// Whether the name stands in a list of three or more: "songs by Holt, Weber and Orlov".
bool Reading::listed(const Mention& mention) const {
  const std::string& symbols = clauses_[mention.sentence].symbols;
  const auto joins = [&](std::size_t i) { return symbols[i] == parts_.comma || symbols[i] == parts_.conjunction; };
  // "and former soldiers Holt and Weber"
  const auto told = [&](std::size_t i) {
    return symbols[i] == parts_.group && i + 1 < symbols.size() && symbols[i + 1] == parts_.person && i > 0 &&
           joins(i - 1);
  };
  const auto in_list = [&](std::size_t i) { return joins(i) || told(i) || symbols[i] == parts_.person; };
  std::size_t first = mention.span, last = mention.span, names = 1;
  for (std::size_t i = first; i-- > 0 && in_list(i);)
    if (symbols[i] == parts_.person) first = i, ++names;
  for (std::size_t i = last + 1; i < symbols.size() && in_list(i); ++i)
    if (symbols[i] == parts_.person) last = i, ++names;
  const std::size_t conjunction = symbols.rfind(parts_.conjunction, last);
  return names > 2 && conjunction != std::string::npos && conjunction > first;
}

// Whether the mention stands before the first finite verb of its sentence, and hangs on no word ahead of it: not "with
// Holt", nor "naming Holt".
bool Reading::is_subject(const Mention& mention) const {
  const Clause& clause = clauses_[mention.sentence];
  if (governed(mention)) return false;
  const std::size_t verb = first_verb(clause);
  // "When Holt had spoken, Weber differed", "As proof that Holt had spoken, Weber smiled" are about Weber.
  const bool led_in = parts_.alphabet.is(clause.symbols[0], "PREPS") && verb < clause.symbols.find(parts_.comma);
  if (clause.symbols[0] != parts_.until && !led_in)
    return verb > mention.span && mention.span >= behind_participle(clause);
  for (std::size_t i = verb + 1; i + 2 < clause.spans.size(); ++i) {
    if (clause.symbols[i] != parts_.comma || !parts_.alphabet.is(clause.symbols[i + 1], "NP")) continue;
    std::size_t next = i + 2;
    while (next + 1 < clause.spans.size() && parts_.alphabet.is(clause.symbols[next], "ADV")) ++next;
    if (parts_.alphabet.is(clause.symbols[next], "FINITE")) return mention.span == i + 1;
    // ", her deputy, Ivan Weber, differed"
    const auto pause = [&](std::size_t p) {
      return clause.symbols[p] == parts_.comma || parts_.alphabet.is(clause.symbols[p], "DASH");
    };
    if (next + 3 < clause.spans.size() && pause(next) && clause.symbols[next + 1] == parts_.person && pause(next + 2) &&
        parts_.alphabet.is(clause.symbols[next + 3], "FINITE"))
      return mention.span == next + 1;
  }
  return verb > mention.span;
}

// Whether the sentence opens with what it is about: "For Holt, who", "As for Holt, he".
bool Reading::opens_topic(const Clause& clause) const {
  return one_of(fold_name(words(clause.spans[0].bytes)), {"for", "as for", "as to"}) ||
         (one_of(words(clause.spans[0].bytes), {"As"}) && clause.spans.size() > 1 &&
          one_of(words(clause.spans[1].bytes), {"for", "to"}));
}

// Whether the mention stands in a phrase that opens its sentence right before the byte: "Along with Holt and Weber, he"
// is neither.
bool Reading::led_in(const Mention& mention, std::size_t byte) const {
  const Clause& clause = clauses_[mention.sentence];
  const bool doing = parts_.alphabet.is(clause.symbols[0], "VGER");  // "Speaking to Holt, he"
  if (!doing && (!parts_.alphabet.is(clause.symbols[0], "PREPS") || opens_topic(clause))) return false;
  const std::size_t verb = first_verb(clause);
  for (std::size_t i = mention.span + 1; i + 1 < verb; ++i)
    if (clause.spans[i + 1].bytes.begin == byte) return clause.symbols[i] == parts_.comma;
  return false;
}

// Whether the mention is (part of) the source of a quotation.
bool Reading::speaks(const Mention& mention) const {
  const auto source = std::upper_bound(sources_.begin(), sources_.end(), mention.bytes.begin,
                                       [](std::size_t b, Range r) { return b < r.end; });
  return source != sources_.end() && source->begin <= mention.bytes.begin;
}

// Whether the name stands in what is told of somebody else: "Anna Holt, an adviser to Karl Weber".
bool Reading::in_role(const Mention& mention, std::size_t person) const {
  // "said Anna Holt, who worked under Karl Weber"
  const auto source = std::upper_bound(sources_.begin(), sources_.end(), mention.bytes.begin,
                                       [](std::size_t b, Range r) { return b < r.end; });
  if (source != sources_.end() && source->begin <= mention.bytes.begin) {
    const std::size_t first = first_mention(source->begin);
    const Mention& head = people_.mentions()[first];
    const bool joined = text_.substr(head.bytes.end, 5) == " and ";
    if (head.place == Mention::Place::head && !joined && people_.of(first) != nobody && people_.of(first) != person &&
        head.bytes.begin < mention.bytes.begin && people_.people[people_.of(first)].known)
      return true;
  }
  const auto here = held_.find(mention.sentence);
  return here != held_.end() && std::any_of(here->second.begin(), here->second.end(), [&](const Held& held) {
           return held.person != person && held.bytes.contains(mention.bytes);
         });
}

// The finite verb that follows at once ("Weber left") or behind what is told of him ("Weber (D-Mont.), a lawyer,
// left"); behind all spans where there is none.
std::size_t Reading::verb_of(const Mention& mention) const {
  constexpr std::size_t longest = 14;  // spans
  const std::string& symbols = clauses_[mention.sentence].symbols;
  const auto finite = [&](std::size_t i) { return i < symbols.size() && parts_.alphabet.is(symbols[i], "FINITE"); };
  std::size_t next = mention.span + 1;
  if (next < symbols.size() && (symbols[next] == parts_.bracket || symbols[next] == parts_.possessive)) ++next;
  if (finite(next)) return next;
  if (next + 1 >= symbols.size() || symbols[next] != parts_.comma || symbols[next + 1] == parts_.person)
    return symbols.size();
  bool relative = false;
  for (std::size_t i = next + 1; i < symbols.size() && i < next + longest; ++i) {
    relative |= symbols[i] == parts_.who || symbols[i] == parts_.that || symbols[i] == parts_.which;
    if (symbols[i] == parts_.comma && finite(i + 1)) return i + 1;
    if (finite(i) && !relative) break;  // "Weber, she said, would"
  }
  return symbols.size();
}

bool Reading::acts(const Mention& mention) const { return verb_of(mention) < clauses_[mention.sentence].spans.size(); }

// "Holt died", "Holt was dead": he says no more, if another can be meant.
bool Reading::dies(const Mention& mention) const {
  const std::vector<Span>& spans = clauses_[mention.sentence].spans;
  for (std::size_t i = mention.span + 1; i < spans.size() && i < mention.span + 3; ++i) {
    const std::string_view said = words(spans[i].bytes);
    if (parts_.lexer.has(parts_.lexer.entry(said.substr(said.rfind(' ') + 1)), parts_.dead)) return true;
    if (!parts_.alphabet.is(spans[i].symbol, "FINITE")) return false;
  }
  return false;
}

// "Weber left the room.": of a word that is nothing else in the language and does something.
bool Reading::may_be_surname(const Mention& mention, std::size_t person) const {
  const std::string& written = people_.people[person].written;
  const std::string& symbols = clauses_[mention.sentence].symbols;
  const std::size_t next = mention.span + 1;
  if (mention.plain || mention.headline || mention.determined || next + 1 >= symbols.size() || acronym(written) ||
      std::count(written.begin(), written.end(), ' ') > 1 || !is_subject(mention))
    return false;
  if (mention.span > 0 && parts_.alphabet.is(symbols[mention.span - 1], "PREPS")) return false;
  return acts(mention) || (symbols[next] == parts_.comma && symbols[next + 1] == parts_.who);
}

// Whether the name stands in quotation marks.
bool Reading::in_marks(std::size_t mention) const {
  const Mention& m = people_.mentions()[mention];
  const std::vector<Quoted>& quoted = sentences_[m.sentence].quoted;
  return std::any_of(quoted.begin(), quoted.end(), [&](const Quoted& q) { return q.range.contains(m.bytes); });
}

// Whether the name ends a phrase that tells what is another's: Weber in "Holt’s view of Weber".
bool Reading::done_to(std::size_t mention) const {
  const std::vector<Mention>& mentions = people_.mentions();
  if (mention == 0 || mention >= mentions.size() || mentions[mention].place != Mention::Place::inside) return false;
  const Mention &m = mentions[mention], &owner = mentions[mention - 1];
  return owner.place == Mention::Place::owner && owner.sentence == m.sentence && owner.span == m.span &&
         m.bytes.end == clauses_[m.sentence].spans[m.span].bytes.end;
}

// "The government declared that Holt was a spy": whether the person is the subject of what no human being says, and the
// sentence names nobody else.
bool Reading::told_by_body(std::size_t mention) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const Mention& m = mentions[mention];
  const std::string& symbols = clauses_[m.sentence].symbols;
  std::size_t cue = m.span;
  if (cue > 0 && symbols[cue - 1] == parts_.that) --cue;
  if (cue < 2 || !parts_.alphabet.is(symbols[cue - 1], "FINITE") || !acts(m) || in_marks(mention)) return false;
  const char says = symbols[cue - 2];
  if (says != parts_.body && says != parts_.group && says != parts_.paper) return false;
  for (const bool ahead : {true, false})
    for (std::size_t i = mention; ahead ? i-- > 0 : ++i < mentions.size();) {
      if (mentions[i].sentence != m.sentence) break;
      if (people_.of(i) != nobody && people_.of(i) != people_.of(mention) && people_.people[people_.of(i)].person)
        return false;
    }
  return true;
}

// Whether a name that hangs on what is told may be meant next: none of a list, nor in a phrase that opens the sentence,
// nor what this very statement is about.
bool Reading::told_aside(std::size_t mention) const {
  const Mention& m = people_.mentions()[mention];
  const Clause& clause = clauses_[m.sentence];
  const bool led_in = parts_.alphabet.is(clause.symbols[0], "PREPS") && m.span < first_verb(clause);
  const bool about = now_ != nullptr && std::any_of(now_->content.begin(), now_->content.end(),
                                                    [&](const Range& piece) { return piece.contains(m.bytes); });
  return !listed(m) && !led_in && !about;
}

// The first sentence of the paragraph that the sentence stands in.
std::size_t Reading::first_of_paragraph(std::size_t sentence) const {
  const std::size_t paragraph = sentences_[sentence].paragraph;
  const auto first =
      std::partition_point(sentences_.begin(), sentences_.begin() + static_cast<std::ptrdiff_t>(sentence),
                           [&](const Sentence& s) { return s.paragraph < paragraph; });
  return static_cast<std::size_t>(first - sentences_.begin());
}

// Whom the pronoun means to whom the subject does something, and who is not the subject: "The senator thanked her";
// nobody where there is none.
std::size_t Reading::object_of(At subject) const {
  const Clause& clause = clauses_[subject.sentence];
  std::size_t i = subject.span + 1;
  while (i < clause.spans.size() && parts_.alphabet.is(clause.symbols[i], "ADV")) ++i;
  if (i + 1 >= clause.spans.size() || !parts_.alphabet.is(clause.symbols[i], "FINITE")) return nobody;
  const Range object = clause.spans[i + 1].bytes;
  const Gender gender = gender_of(words(object));  // unknown where it is no pronoun alone
  if (gender == Gender::unknown || clause.symbols[i + 1] == parts_.he || words(object).ends_with("self")) return nobody;
  return antecedent(object.begin, gender, true);
}

// Whether the sentence is a paragraph of its own that opens with such a pronoun.
bool Reading::is_heading(std::size_t sentence, Gender gender) const {
  const auto other = [&](std::size_t s) { return sentences_[s].paragraph != sentences_[sentence].paragraph; };
  const std::vector<Token>& tokens = clauses_[sentence].tokens;
  return (sentence == 0 || other(sentence - 1)) && (sentence + 1 == sentences_.size() || other(sentence + 1)) &&
         !tokens.empty() && tokens[0].symbol == parts_.he && gender_of(words(tokens[0].range)) == gender;
}

// "Holt asked": somebody else answers.
bool Reading::asks(const Mention& mention) const {
  const std::vector<Span>& spans = clauses_[mention.sentence].spans;
  const std::size_t at = verb_of(mention);
  if (at >= spans.size()) return false;
  const std::string_view verb = words(spans[at].bytes);
  return parts_.lexer.has(parts_.lexer.entry(verb.substr(verb.rfind(' ') + 1)), parts_.asks);
}

// Whether what the sentence asks for is an answer of somebody whom it names and whom the pronoun may mean: "asked Weber
// what he meant", not "to leave".
bool Reading::questions(const Mention& mention, const Sought& sought) const {
  const std::vector<Span>& spans = clauses_[mention.sentence].spans;
  const std::size_t next = verb_of(mention) + 1;
  if (next + 1 >= spans.size() || spans[next].symbol != parts_.person) return false;
  const std::size_t answers = named_by({mention.sentence, next});
  if (answers != nobody && !fits(answers, sought.gender)) return false;
  for (std::size_t i = next + 1; i < spans.size() && i < next + 3; ++i)
    if (spans[i].symbol == parts_.until || parts_.alphabet.is(spans[i].symbol, "WH") ||
        parts_.alphabet.is(spans[i].symbol, "PREPS"))
      return true;
  return false;
}

}  // namespace onrecord
