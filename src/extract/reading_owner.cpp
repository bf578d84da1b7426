// The part of Reading that finds whom a pronoun can mean by a description or by what is somebody’s.
#include <algorithm>

#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

// "There is doubt about Holt’s view since he left": whose something the clause before is about; nobody where the
// sentence names somebody else, or has a pronoun ahead.
std::size_t Reading::owner_since(const Sought& sought, const Near& near) const {
  if (near.person != nobody && near.sentence == sought.here) return nobody;
  const Clause& clause = clauses_[sought.here];
  std::size_t he = 0;
  while (he < clause.spans.size() && clause.symbols[he] != parts_.he) ++he;
  if (he < 2 || he == clause.spans.size() || clause.symbols[he - 1] != parts_.until ||
      clause.spans[he].bytes.begin > sought.before || gender_of(words(clause.spans[he].bytes)) != sought.gender)
    return nobody;
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = first_mention(clause.spans[he].bytes.begin); i-- > 0 && mentions[i].sentence == sought.here;)
    if (mentions[i].place == Mention::Place::owner && !in_marks(i) && may_mean(sought, people_.of(i)) &&
        people_.people[people_.of(i)].known)
      return people_.of(i);
  return nobody;
}

// "The admiral chuckled. He": whom the last subject before the pronoun is, there or in the sentence before, if somebody
// is told to be that; nobody where one is named later.
std::size_t Reading::subject_described(const Sought& sought, const Near& near) const {
  for (std::size_t back = 0; back < 2 && back <= sought.here; ++back) {
    const Clause& clause = clauses_[sought.here - back];
    for (std::size_t i = clause.spans.size(); i-- > 0;) {
      const Range phrase = clause.spans[i].bytes;
      if (near.person != nobody && near.at > phrase.begin) return nobody;
      if (!spoke_.empty() && spoke_.back().at > phrase.begin) return nobody;
      if (clause.symbols[i] != parts_.someone) continue;
      std::size_t verb = i + 1;  // "the mayor on Tuesday left"
      while (verb < clause.spans.size() &&
             (parts_.alphabet.is(clause.symbols[verb], "ADV") || parts_.alphabet.is(clause.symbols[verb], "DAY")))
        ++verb;
      const bool acts = phrase.begin < sought.before && verb < clause.spans.size() &&
                        parts_.alphabet.is(clause.symbols[verb], "FINITE") &&
                        parts_.lexer.has(clause.tokens[clause.spans[i].tokens.begin].entry, parts_.pointer);
      if (!acts || told(phrase.begin) != told(sought.before)) continue;
      const std::size_t found = described(words(phrase), phrase.begin, false);
      return found != nobody && may_mean(sought, found) ? found : nobody;
    }
  }
  return nobody;
}

// "Holt’s attempt did not last. He": whose something the sentence before tells of, or what stands before the pronoun;
// nobody where somebody is named or spoke there.
std::size_t Reading::owner_before(const Sought& sought, const Near& near) const {
  // "Holt’s beef was with Weber, who he said": the sentence begins with what is his.
  if (near.person != nobody && near.sentence + 1 == sought.here && near.sentence < sought.here) {
    const std::size_t first = first_mention(sentences_[sought.here].range.begin);
    const std::vector<Mention>& mentions = people_.mentions();
    if (first < mentions.size() && mentions[first].sentence == sought.here && mentions[first].span == 0 &&
        mentions[first].bytes.begin < sought.before && mentions[first].place == Mention::Place::owner &&
        last_owner(sought, sought.here) == people_.of(first))
      return people_.of(first);
  }
  const auto recent = [&](std::size_t sentence) { return sentence + 1 >= sought.here; };
  if (near.person != nobody && recent(near.sentence)) return nobody;
  if (!spoke_.empty() && recent(sentence_of(spoke_.back().at)) && may_mean(sought, spoke_.back().person)) return nobody;
  return last_owner(sought, sought.here > 0 ? sought.here - 1 : 0);
}

// The last one before the pronoun whose something a sentence tells of, from the given sentence on.
std::size_t Reading::last_owner(const Sought& sought, std::size_t from) const {
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = first_mention(sought.before); i-- > 0 && mentions[i].sentence >= from;) {
    const std::size_t p = people_.of(i);
    if (mentions[i].place == Mention::Place::owner && !in_marks(i) && may_mean(sought, p) && people_.people[p].known &&
        people_.people[p].gender == sought.gender && !(done_to(i + 1) && may_mean(sought, people_.of(i + 1))))
      return p;
  }
  return nobody;
}

// "The nominee’s support is new. While he": whose something the sentence before begins with, by what he is; nobody
// where one is named there or here.
std::size_t Reading::owner_described(const Sought& sought, const Near& near) const {
  if (sought.here == 0 || (near.person != nobody && near.sentence + 1 >= sought.here)) return nobody;
  const Clause& clause = clauses_[sought.here - 1];
  const std::size_t verb = std::min<std::size_t>(first_verb(clause), 5);
  for (std::size_t i = 0; i < verb; ++i) {
    const Span& phrase = clause.spans[i];
    if (!parts_.alphabet.is(phrase.symbol, "NP")) continue;
    for (std::size_t t = phrase.tokens.begin + 1; t < phrase.tokens.end; ++t)
      if (clause.tokens[t].symbol == parts_.possessive && parts_.lexer.has(clause.tokens[t - 1].entry, parts_.role)) {
        const Range owner{phrase.bytes.begin, clause.tokens[t].range.begin};
        const std::size_t found = described(words(owner), owner.begin, false);
        return found != nobody && may_mean(sought, found) ? found : nobody;
      }
  }
  return nobody;
}

}  // namespace onrecord
