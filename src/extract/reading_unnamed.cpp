// The part of Reading that follows somebody whom the article brings in without a name.
#include <algorithm>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

// Whether the phrase brings in somebody without a name who does something: "an official said", "one voter who left",
// not "Holt became an official", "Holt, an official,".
bool Reading::brings_in(At at) const {
  const Clause& clause = clauses_[at.sentence];
  const Span& phrase = span(at);
  if (phrase.symbol != parts_.someone) return false;
  const std::string first = fold_name(words(clause.tokens[phrase.tokens.begin].range));
  if (!one_of(first, {"a", "an", "one", "another"}) || role_holder(phrase.bytes) != nobody ||
      told(phrase.bytes.begin) != nullptr || at.span + 1 >= clause.spans.size())
    return false;
  if (at.span > 0) {
    const char ahead = clause.symbols[at.span - 1];
    const bool aside = ahead == parts_.comma && at.span > 1 && clause.symbols[at.span - 2] == parts_.person;
    if (aside || ahead == parts_.as || ahead == parts_.of || parts_.alphabet.is(ahead, "PREPS") ||
        parts_.alphabet.is(ahead, "FINITE"))
      return false;
  }
  const char next = clause.symbols[at.span + 1];
  return next == parts_.who || parts_.alphabet.is(next, "FINITE");
}

// "An official spoke. The aide declined": whether the description means one who was brought in without a name in this
// sentence or the one before, rather than the person found, who is not named since.
bool Reading::means_unnamed(At at, std::size_t found) const {
  const auto head = [&](At phrase) {  // "city official" is one word of the lexicon
    const std::string_view word = words(head_token(phrase).range);
    return word.substr(word.rfind(' ') + 1);
  };
  const auto passing = [&](At phrase) { return parts_.lexer.has(parts_.lexer.entry(head(phrase)), parts_.passing); };
  for (std::size_t back = 0; back < 2 && back <= at.sentence; ++back) {
    const Clause& clause = clauses_[at.sentence - back];
    for (std::size_t i = back == 0 ? at.span : clause.spans.size(); i-- > 0;) {
      const Span& phrase = clause.spans[i];
      const At other{at.sentence - back, i};
      if (!brings_in(other) || is_named(found, phrase.bytes.end, span(at).bytes.begin)) continue;
      if ((passing(at) && passing(other)) || head(at) == head(other)) return true;
    }
  }
  return false;
}

// Whether the article has only listed the person so far, beside two others or more.
bool Reading::only_listed(std::size_t person, std::size_t before) const {
  bool listed_once = false;
  for (const std::size_t i : people_.people[person].mentions) {
    const Mention& m = people_.mentions()[i];
    if (m.bytes.begin >= before) break;
    if (m.headline || !listed(m)) return false;
    listed_once = true;
  }
  return listed_once;
}

// Whether all that the article has told of the person so far, in earlier paragraphs, is that somebody told him
// something: nothing says that he is a man or a woman.
bool Reading::only_heard(std::size_t person, std::size_t before) const {
  if (people_.people[person].gender != Gender::unknown) return false;
  const std::size_t opens = first_of_paragraph(sentence_of(before));
  bool heard = false;
  for (const std::size_t i : people_.people[person].mentions) {
    const Mention& m = people_.mentions()[i];
    if (m.bytes.begin >= before) break;
    const Clause& clause = clauses_[m.sentence];
    if (m.headline || m.sentence >= opens || m.span == 0) return false;
    const Token& verb = clause.tokens[clause.spans[m.span - 1].tokens.end - 1];
    if (!parts_.alphabet.is(clause.symbols[m.span - 1], "FINITE") || !parts_.lexer.has(verb.entry, parts_.says) ||
        speaks(m))
      return false;
    heard = true;
  }
  return heard && std::none_of(spoke_.begin(), spoke_.end(), [&](const Spoke& s) { return s.person == person; });
}

// Who opens this sentence or the one before as its subject, without a name and of that gender, where nobody the pronoun
// can mean is named since: "One woman came. She". Nothing where there is none.
Named Reading::opened(std::size_t before, Gender gender) const {
  const std::size_t here = sentence_of(before);
  for (std::size_t back = 0; back < 2 && back <= here; ++back) {
    const std::size_t s = here - back;
    const std::vector<Span>& spans = clauses_[s].spans;
    const std::size_t verb = first_verb(clauses_[s]);
    for (std::size_t i = 0; i < spans.size() && spans[i].bytes.end < before && i <= verb; ++i)
      if (brings_in({s, i}) && gender_in({s, i}) == gender && told_on(spans[i].bytes.end, before, gender))
        return in_words(spans[i].bytes, SpeakerKind::unnamed);
  }
  return {};
}

// Whether a pronoun can mean one without a name of some sentences ago: "One woman came. It rained. She met with Weber.
// It rained. She": each sentence or the next tells of her by a pronoun, and no one is named whom it can mean.
bool Reading::told_on(std::size_t from, std::size_t before, Gender gender) const {
  constexpr std::size_t far = 10;  // sentences
  const std::size_t said = sentence_of(from), here = sentence_of(before);
  if (said + far < here) return false;
  for (std::size_t i = first_mention(from); i < people_.mentions().size(); ++i) {
    const Mention& m = people_.mentions()[i];
    if (m.bytes.begin >= before) break;
    if (fits(people_.of(i), gender) && people_.people[people_.of(i)].known && !in_marks(i)) return false;
  }
  std::size_t last = said;
  for (std::size_t s = said + 1; s <= here; ++s) {
    if (s > last + 2) return false;
    for (const Token& token : clauses_[s].tokens)
      if (gender_of(words(token.range)) == gender && told(token.range.begin) == told(before)) last = s;
  }
  return true;
}

// Whether the person was last meant far above, and a paragraph since then tells what another does: a pronoun does not
// reach so far back.
bool Reading::told_off(std::size_t person, std::size_t before) const {
  constexpr std::size_t far = 5;  // sentences
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t here = sentence_of(before), opens = first_of_paragraph(here);
  bool another = false;
  for (std::size_t i = first_mention(before); i-- > 0;) {
    const Mention& m = mentions[i];
    const std::size_t p = people_.of(i);
    if (p == person) {
      const auto since = [&](const Spoke& s) { return s.person == person && s.at > m.bytes.begin; };
      return another && m.sentence + far <= here && std::none_of(spoke_.begin(), spoke_.end(), since);
    }
    another |= m.sentence < opens && p != nobody && people_.people[p].known && people_.people[p].person &&
               is_subject(m) && acts(m);
  }
  return false;
}

}  // namespace onrecord
