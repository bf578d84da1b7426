// The part of Reading that names the speaker of a pronoun: he, I, they, who, it.
#include <algorithm>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

Gender gender_of(std::string_view pronoun) {
  const std::string word = fold_name(pronoun);
  if (word == "she" || word == "her" || word == "herself") return Gender::woman;
  if (word == "he" || word == "his" || word == "him" || word == "himself") return Gender::man;
  return Gender::unknown;
}

// Keeps a single speaker without a name, so that "she" can be the spokeswoman of the sentence before.
Named Reading::remember(Named unnamed, At at) {
  unnamed_.push_back(
      {span(at).bytes.begin, std::max(now_->source->end, span(at).bytes.end), gender_in(at), unnamed, asks(now_)});
  return unnamed;
}

Gender Reading::gender_in(At at) const {
  Gender gender = Gender::unknown;
  for (std::size_t t = span(at).tokens.begin; t < span(at).tokens.end; ++t) {
    const Token& token = clauses_[at.sentence].tokens[t];
    if (token.symbol == parts_.of) break;
    if (const Gender told = parts_.mentions.gender(token); told != Gender::unknown) gender = told;
  }
  return gender;
}

// "The Holts", where somebody is called Holt.
bool Reading::is_family(std::size_t person) const {
  const Person& p = people_.people[person];
  if (p.name.full() || p.written.size() < 4 || p.written.back() != 's') return false;
  return people_.find({{fold_name(std::string_view(p.written).substr(0, p.written.size() - 1))}, {}}) != nobody;
}

// "He seized the arm of a reporter as she": the words for someone without a name in whom the phrase ends, and whom a
// pronoun right behind tells of; empty where there is none.
Range Reading::told_as(Range pronoun, At at) const {
  const Clause& clause = clauses_[at.sentence];
  const Span& phrase = span(at);
  if (at.span + 2 >= clause.spans.size() || clause.spans[at.span + 2].bytes.begin != pronoun.begin) return {};
  const char joins = clause.symbols[at.span + 1];
  if ((joins != parts_.as && joins != parts_.until) || role_holder(phrase.bytes) != nobody) return {};
  if (phrase.symbol != parts_.thing && phrase.symbol != parts_.someone) return {};
  std::size_t first = phrase.tokens.begin;
  for (std::size_t t = first; phrase.symbol == parts_.thing && t + 1 < phrase.tokens.end; ++t)
    if (clause.tokens[t].symbol == parts_.of) first = t + 1;
  const Token& last = clause.tokens[phrase.tokens.end - 1];
  const bool one = one_of(fold_name(words(clause.tokens[first].range)), {"a", "an", "one", "another"});
  const Gender own = parts_.mentions.gender(last), sought = gender_of(words(pronoun));
  if (!one || !parts_.lexer.has(last.entry, parts_.role) || (own != Gender::unknown && own != sought)) return {};
  return {clause.tokens[first].range.begin, phrase.bytes.end};
}

// Someone without a name who stands nearer than the person found: "He lost his sister. She had"; "A voter rose. She
// asked". Nothing where there is none, or the person was named or spoke within two sentences.
Named Reading::someone_nearer(Range at, Gender gender, std::size_t found) const {
  const std::size_t here = sentence_of(at.begin);
  const bool sure = found != nobody && people_.people[found].gender == gender;
  if (found != nobody &&
      ((sure && sentences_since(found, at.begin) < 3) || is_named(found, sentences_[here].range.begin, at.begin)))
    return {};
  if (!spoke_.empty() && spoke_.back().person == found && sentence_of(spoke_.back().at) + 2 >= here) return {};
  for (std::size_t back = 0; back < 2 && back <= here; ++back) {
    const Clause& clause = clauses_[here - back];
    for (std::size_t i = clause.spans.size(); i-- > 0;) {
      const Span& phrase = clause.spans[i];
      if (const Range one = told_as(at, {here - back, i}); !one.empty()) return in_words(one, SpeakerKind::unnamed);
      const Token& first = clause.tokens[phrase.tokens.begin];
      const bool owned = first.symbol == parts_.my || first.symbol == parts_.her;
      const bool known = (owned && phrase.tokens.size() == 2) || parts_.lexer.has(first.entry, parts_.pointer);
      if (phrase.symbol != parts_.someone || phrase.bytes.begin >= at.begin || role_holder(phrase.bytes) != nobody ||
          told(phrase.bytes.begin) != nullptr || known || (i > 0 && parts_.alphabet.is(clause.symbols[i - 1], "AS")))
        continue;
      const Gender own = gender_in({here - back, i});
      const bool acts = i + 1 < clause.spans.size() && parts_.alphabet.is(clause.symbols[i + 1], "FINITE");
      const bool one = one_of(fold_name(words(first.range)), {"a", "an", "one", "another"});
      if (own == gender || (own == Gender::unknown && one && acts)) return in_words(phrase.bytes, SpeakerKind::unnamed);
    }
  }
  return {};
}

// "They removed the mayor of Westmark after he left": someone without a name whom the clause before is about; nothing
// where the one found is named there.
Named Reading::someone_since(Range at, Gender gender, std::size_t found) const {
  const std::size_t here = sentence_of(at.begin);
  const Clause& clause = clauses_[here];
  std::size_t he = 0;
  while (he < clause.spans.size() && clause.spans[he].bytes.begin < at.begin) ++he;
  if (he < 2 || clause.symbols[he - 1] != parts_.until || told(at.begin) != nullptr ||
      (found != nobody && is_named(found, sentences_[here].range.begin, at.begin)))
    return {};
  for (std::size_t i = he; i-- > 0;) {
    const Span& phrase = clause.spans[i];
    if (phrase.symbol == parts_.person) return {};
    if (phrase.symbol != parts_.someone) continue;
    const bool of = std::any_of(clause.tokens.begin() + static_cast<std::ptrdiff_t>(phrase.tokens.begin),
                                clause.tokens.begin() + static_cast<std::ptrdiff_t>(phrase.tokens.end),
                                [&](const Token& t) { return t.symbol == parts_.of; });
    const Gender own = gender_in({here, i});
    if (!of || role_holder(phrase.bytes) != nobody || (own != Gender::unknown && own != gender) ||
        described(words(phrase.bytes), phrase.bytes.begin, false) != nobody)
      return {};
    return in_words(phrase.bytes, SpeakerKind::unnamed);
  }
  return {};
}

// "The mayor, who left when he": whom a clause is about that tells more of him, and that the pronoun stands in; nothing
// where another can be meant.
Named Reading::of_clause(Range at, Gender gender) {
  const std::size_t here = sentence_of(at.begin);
  const Clause& clause = clauses_[here];
  const std::string& symbols = clause.symbols;
  std::size_t he = 0;
  while (he < clause.spans.size() && clause.spans[he].bytes.begin < at.begin) ++he;
  if (he == clause.spans.size() || he < 4 || symbols[he] != parts_.he) return {};
  const char opens = symbols[he - 1];
  if (opens != parts_.until && opens != parts_.that && !parts_.alphabet.is(opens, "WH")) return {};
  const std::size_t who = symbols.rfind(parts_.who, he);
  if (who == std::string::npos || who < 2 || !parts_.alphabet.is(symbols[who + 1], "FINITE")) return {};
  bool comma = false;
  for (std::size_t i = who + 1; i < he; ++i) {
    if (symbols[i] == parts_.person || symbols[i] == parts_.someone || symbols[i] == parts_.he) return {};
    if (comma && parts_.alphabet.is(symbols[i], "FINITE")) return {};  // ", who left, said that he"
    comma = symbols[i] == parts_.comma;
  }
  const std::size_t head = who - (symbols[who - 1] == parts_.comma ? 2 : 1);
  const Range phrase = clause.spans[head].bytes;
  if (symbols[head] == parts_.person) {
    const std::size_t named = named_by({here, head});
    return named != nobody && fits(named, gender) && people_.people[named].person ? Named{named, {}} : Named{};
  }
  const Gender own = gender_in({here, head});
  if (symbols[head] != parts_.someone || (own != Gender::unknown && own != gender)) return {};
  Named found = by_head({here, head}, phrase);
  return found.person == nobody || fits(found.person, gender) ? found : Named{};
}

Named Reading::pronoun(Range at) {
  const Gender gender = gender_of(words(at));
  if (Named one = of_clause(at, gender); one.person != nobody || one.speaker.kind == SpeakerKind::unnamed) {
    if (one.person != nobody) spoke_.push_back({at.begin, one.person, false});
    return one;
  }
  if (const std::size_t answers = asked(at); answers != nobody && fits(answers, gender)) return {answers, {}};
  for (const std::size_t meant : {subject_behind(at, gender), asked_about(at, gender)})
    if (meant != nobody) {
      spoke_.push_back({at.begin, meant, false});
      return {meant, {}};
    }
  const std::size_t found = antecedent(at.begin, gender);
  if (!unnamed_.empty()) {
    const Unnamed& last = unnamed_.back();
    const bool near = last.at < at.begin && (sentence_of(last.at) + 2 >= sentence_of(at.begin) ||
                                             (last.gender == gender && told_on(last.end, at.begin, gender)));
    // "She campaigned with a governor who had endorsed her. Later, she"
    const std::size_t said = sentence_of(last.at);
    const bool beside = said < sentence_of(at.begin) && last.gender == Gender::unknown && !last.asks &&
                        opening_pronoun(said, last.at, gender) < last.at;
    const bool can = !beside && (last.gender == Gender::unknown || last.gender == gender);
    if (near && can && (found == nobody || (!last.asks && !is_named(found, last.end, at.begin)))) return last.who;
  }
  if (Named one = opened(at.begin, gender); one.speaker.kind == SpeakerKind::unnamed) return one;
  if (Named one = someone_since(at, gender, found); one.speaker.kind == SpeakerKind::unnamed) return one;
  if (Named one = someone_nearer(at, gender, found); one.speaker.kind == SpeakerKind::unnamed) return one;
  if (found == nobody || told_off(found, at.begin) || only_heard(found, at.begin))
    return {nobody, {"", SpeakerKind::person, "", ""}};
  if (people_.people[found].gender == Gender::unknown) people_.people[found].gender = gender;
  spoke_.push_back({at.begin, found, false});
  return {found, {}};
}

Named Reading::author() const { return {nobody, {author_, SpeakerKind::author, "", ""}}; }

// "The man with close ties to Holt who left": a name needs no clause to tell who it is, so that without a comma the one
// is meant of whom the phrase ahead is. Behind all spans where there is none.
std::size_t Reading::one_with(At name) const {
  const Clause& clause = clauses_[name.sentence];
  if (name.span == 0 || !parts_.alphabet.is(clause.symbols[name.span - 1], "PREPS")) return clause.spans.size();
  for (std::size_t i = name.span; i-- > 0;) {
    const char symbol = clause.symbols[i];
    if (symbol == parts_.someone || symbol == parts_.group) return i;
    if (symbol != parts_.thing && !parts_.alphabet.is(symbol, "PREPS")) break;
  }
  return clause.spans.size();
}

// Whether what "who" stands for are many, and no two whom the text joins right before: "who all", "who have".
bool Reading::tells_of_many(At who) const {
  const Clause& clause = clauses_[who.sentence];
  const std::string& symbols = clause.symbols;
  const bool of_whom = who.span > 0 && symbols[who.span - 1] == parts_.of;
  if (who.span + 1 >= symbols.size() || of_whom) return false;
  const Token& next = clause.tokens[clause.spans[who.span + 1].tokens.begin];
  if (!parts_.lexer.has(next.entry, parts_.of_many)) return false;
  std::size_t last = who.span;
  while (last > 0 && (symbols[last - 1] == parts_.comma || symbols[last - 1] == parts_.bracket)) --last;
  if (last == 0) return false;
  const auto joined = std::min(symbols.rfind(parts_.conjunction, last), symbols.size());
  return joined == symbols.size() || joined + 3 < last;
}

// The people before whom "who" stands for: some who are called people, else the nearest phrase that is no one’s name.
Named Reading::many_before(At who) const {
  const Clause& clause = clauses_[who.sentence];
  std::size_t things = who.span;
  for (std::size_t i = who.span; i-- > 0;) {
    const Span& phrase = clause.spans[i];
    bool many = phrase.symbol == parts_.group;
    for (std::size_t t = phrase.tokens.begin; phrase.symbol == parts_.thing && t < phrase.tokens.end; ++t)
      many |= clause.tokens[t].symbol == parts_.number || parts_.lexer.has(clause.tokens[t].entry, parts_.crowd);
    if (many) return in_words(phrase.bytes, SpeakerKind::group);
    if (phrase.symbol == parts_.thing && things == who.span) things = i;
  }
  return things == who.span ? Named{nobody, {"", SpeakerKind::group, "", ""}}
                            : in_words(clause.spans[things].bytes, SpeakerKind::group);
}

// "The support of a retired general who", "met a firebrand who": whom the phrase right before ends in without a name,
// where its head is a thing; nobody where it tells what one with a name is ("Holt is a firebrand who").
Named Reading::ends_in_someone(At who) const {
  const Clause& clause = clauses_[who.sentence];
  std::size_t at = who.span;
  while (at > 0 && clause.symbols[at - 1] == parts_.comma) --at;
  if (at == 0 || clause.symbols[at - 1] != parts_.thing || sentences_[who.sentence].title) return {};
  const bool comma = at < who.span;
  const Span& phrase = clause.spans[--at];
  const auto in_words_from = [&](std::size_t t, std::size_t end) {
    const Range part{clause.tokens[t].range.begin, clause.tokens[end - 1].range.end};
    const bool one = one_of(fold_name(words(clause.tokens[t].range)), {"a", "an", "one", "another"});
    const std::size_t known = one ? nobody : described(words(part), part.begin, false);
    return known == nobody ? in_words(part, SpeakerKind::unnamed) : Named{known, {}};
  };
  std::size_t end = phrase.tokens.end;
  for (std::size_t t = end - 1; t-- > phrase.tokens.begin + 1;) {
    if (clause.tokens[t].symbol != parts_.of) continue;
    const Token &first = clause.tokens[t + 1], &last = clause.tokens[end - 1];
    const bool led = parts_.lexer.has(first.entry, parts_.pointer) || first.symbol == parts_.determiner;
    if (led && parts_.lexer.has(last.entry, parts_.role)) return in_words_from(t + 1, end);
    if (comma) return {};
    end = t;
  }
  const bool one = one_of(fold_name(words(clause.tokens[phrase.tokens.begin].range)), {"a", "an", "another"});
  if (comma || !one || at == 0 || end < phrase.tokens.end) return {};
  const Span& verb = clause.spans[at - 1];
  const char ahead = verb.symbol;
  if (ahead == parts_.as || !(parts_.alphabet.is(ahead, "FINITE") || parts_.governs.find(ahead) != std::string::npos))
    return {};
  // "a man with a friend who", "became a firebrand who"
  const bool of_one = at > 1 && (clause.symbols[at - 2] == parts_.someone || clause.symbols[at - 2] == parts_.group);
  if (parts_.lexer.has(clause.tokens[verb.tokens.end - 1].entry, parts_.becomes) || of_one) return {};
  return in_words(phrase.bytes, SpeakerKind::unnamed);
}

// Whether a phrase that "who" follows at once are several: "the 30 percent who", and "the groups who" where the phrase
// hangs on none ahead of it ("a man of many talents who") and is told of none ("Holt, the brains").
bool Reading::are_several(At at) const {
  const Clause& clause = clauses_[at.sentence];
  const Span& phrase = span(at);
  if (phrase.symbol != parts_.thing) return false;
  const Token &first = clause.tokens[phrase.tokens.begin], &last = clause.tokens[phrase.tokens.end - 1];
  if (last.symbol == parts_.number || parts_.lexer.has(last.entry, parts_.crowd)) return true;
  const std::string_view word = words(last.range);
  const bool plural = word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us");
  if (!plural || !parts_.lexer.has(first.entry, parts_.pointer) || named_by(at) != nobody) return false;
  if (at.span == 0) return true;
  const char ahead = clause.symbols[at.span - 1];
  if (ahead == parts_.comma) return at.span < 2 || clause.symbols[at.span - 2] != parts_.person;
  return !parts_.alphabet.is(ahead, "PREPS");
}

// "who": the nearest person, people or someone before.
Named Reading::who(At at) {
  const Clause& clause = clauses_[at.sentence];
  // "voters who marched against Holt and who"
  if (at.span > 1 && clause.spans[at.span - 1].symbol == parts_.conjunction)
    if (const std::size_t first = clause.symbols.rfind(parts_.who, at.span - 1); first != std::string::npos)
      return who({at.sentence, first});
  // "reach out to those who"
  if (at.span > 0 && clause.spans[at.span - 1].tokens.size() == 1 &&
      fold_name(words(clause.spans[at.span - 1].bytes)) == "those")
    return in_words(clause.spans[at.span - 1].bytes, SpeakerKind::group);
  if (at.span > 0 && are_several({at.sentence, at.span - 1}))
    return in_words(clause.spans[at.span - 1].bytes, SpeakerKind::group);
  if (tells_of_many(at)) return many_before(at);
  if (Named one = ends_in_someone(at); one.person != nobody || one.speaker.kind == SpeakerKind::unnamed) return one;
  // "the tone of Holt, who"
  std::size_t ahead = at.span;
  while (ahead > 0 && clause.spans[ahead - 1].symbol == parts_.comma) --ahead;
  if (ahead > 0 && clause.spans[ahead - 1].symbol == parts_.thing)
    for (std::size_t i = first_mention(clause.spans[ahead - 1].bytes.begin);
         i < people_.mentions().size() && people_.mentions()[i].bytes.begin < clause.spans[ahead - 1].bytes.end; ++i)
      if (const std::size_t p = people_.of(i); p != nobody && people_.people[p].person &&
                                               (people_.people[p].known || people_.mentions()[i].given) &&
                                               people_.mentions()[i].bytes.end == clause.spans[ahead - 1].bytes.end)
        return {p, {}};
  for (std::size_t i = at.span; i-- > 0;) {
    const char symbol = clause.spans[i].symbol;
    if (symbol != parts_.person && symbol != parts_.someone && symbol != parts_.group) continue;
    // "Anna Holt, an adviser to Karl Weber who"
    if (const std::size_t holder = role_holder(clause.spans[i].bytes); symbol == parts_.person && holder != nobody)
      return {holder, {}};
    const std::size_t beside = one_with({at.sentence, i});
    if (symbol == parts_.person && i + 1 == at.span && beside < i) {
      const Range one = clause.spans[beside].bytes;
      const Named found = by_head({at.sentence, beside}, one);
      const bool himself = found.person != nobody && found.person == named_by({at.sentence, i});
      return himself ? in_words(one, SpeakerKind::unnamed) : found;
    }
    return by_head({at.sentence, i}, clause.spans[i].bytes);
  }
  for (std::size_t i = at.span; i-- > 0;)
    if (clause.spans[i].symbol == parts_.thing) return in_words(clause.spans[i].bytes, SpeakerKind::group);
  return {};
}

// Whether the phrase is "her" alone behind a preposition, and what is said has its verb behind it: “wrote to her say”.
bool Reading::is_object(At at) const {
  const Span& phrase = span(at);
  return at.span > 0 && phrase.tokens.size() == 1 &&
         clauses_[at.sentence].tokens[phrase.tokens.begin].symbol == parts_.her &&
         parts_.alphabet.is(clauses_[at.sentence].symbols[at.span - 1], "PREPS") && now_ != nullptr && now_->cue &&
         now_->cue->begin > phrase.bytes.begin;
}

// "The groups who wrote to her say": those of whom the clause tells that the object stands in; nobody where none does.
Named Reading::subject_of_object(At at) {
  const std::size_t opens = clauses_[at.sentence].symbols.rfind(parts_.who, at.span);
  return opens == std::string::npos || opens == 0 ? Named{} : who({at.sentence, opens});
}

// Where the main clause begins behind a participle that opens the sentence: "Divided by faith, the leaders talked"; 0
// where none does.
std::size_t Reading::behind_participle(const Clause& clause) const {
  const std::string& symbols = clause.symbols;
  const auto finite = [&](std::size_t i) { return parts_.alphabet.is(symbols[i], "FINITE"); };
  if (symbols.empty() || !finite(0) || clause.tokens[clause.spans[0].tokens.begin].symbol != parts_.past) return 0;
  std::size_t first = 0;
  for (std::size_t i = 1; i + 1 < symbols.size(); ++i) {
    if (symbols[i] != parts_.comma || !parts_.alphabet.is(symbols[i + 1], "NP")) continue;
    if (first == 0) first = i + 1;
    for (std::size_t next = i + 1; next < symbols.size() && symbols[next] != parts_.comma; ++next) {
      if (symbols[next] == parts_.who || symbols[next] == parts_.which || symbols[next] == parts_.until) break;
      if (finite(next)) return i + 1;
    }
  }
  return first;
}

// Where the first finite verb of a clause stands; behind all where there is none.
std::size_t Reading::first_verb(const Clause& clause) const {
  std::size_t at = behind_participle(clause);
  while (at < clause.symbols.size() && !parts_.alphabet.is(clause.symbols[at], "FINITE")) ++at;
  return at;
}

// The first of two persons who begin a sentence: "Anna Holt, the mayor, and Karl Weber".
std::size_t Reading::pair_in(std::size_t sentence, std::size_t end) const {
  const std::vector<Span>& spans = clauses_[sentence].spans;
  for (std::size_t i = 0; i < end; ++i) {
    if (spans[i].symbol != parts_.person) continue;
    std::size_t next = i + 1;
    while (next < end &&
           (spans[next].symbol == parts_.comma || parts_.alphabet.is(spans[next].symbol, "NP") ||
            parts_.alphabet.is(spans[next].symbol, "PREPS")) &&
           spans[next].symbol != parts_.person)
      ++next;
    if (next + 1 < end && spans[next].symbol == parts_.conjunction && spans[next + 1].symbol == parts_.person) {
      std::size_t head = i;  // of three
      while (head > 1 && spans[head - 1].symbol == parts_.comma && spans[head - 2].symbol == parts_.person) head -= 2;
      const std::size_t first = named_by({sentence, head});
      if (first != nobody && people_.people[first].person && (head == i || people_.people[first].known)) return first;
    }
  }
  return nobody;
}

// "they": people or two persons that a sentence before is about, else the nearest people.
Named Reading::they(At at) {
  // "A study they wrote with Holt shows, they said": the same again.
  for (std::size_t i = 0; i + 1 < at.span; ++i)
    if (clauses_[at.sentence].symbols[i] == parts_.they &&
        fold_name(words(clauses_[at.sentence].spans[i].bytes)) != "we")
      return they({at.sentence, i});
  const auto group_in = [&](std::size_t sentence, std::size_t end) -> const Span* {
    const std::vector<Span>& spans = clauses_[sentence].spans;
    for (std::size_t i = 0; i < end; ++i)
      if (spans[i].symbol == parts_.group) return &spans[i];
    return nullptr;
  };
  for (const bool subject : {true, false})
    for (std::size_t back = 0; back <= 5 && back <= at.sentence; ++back) {
      const std::size_t sentence = at.sentence - back;
      const Clause& clause = clauses_[sentence];
      std::size_t end = back == 0 ? at.span : clause.spans.size();
      if (subject) end = std::min(end, first_verb(clause));
      if (const Span* group = group_in(sentence, end)) return in_words(group->bytes, SpeakerKind::group);
      if (const std::size_t first = pair_in(sentence, end); first != nobody) return {first, {}};
    }
  return {nobody, {"", SpeakerKind::group, "", ""}};
}

// "which": the phrase right before, if that can speak.
Named Reading::which(At at) {
  const std::vector<Span>& spans = clauses_[at.sentence].spans;
  for (std::size_t i = at.span; i-- > 0;) {
    if (!parts_.alphabet.is(spans[i].symbol, "NP")) continue;
    if (spans[i].symbol == parts_.body || spans[i].symbol == parts_.paper || spans[i].symbol == parts_.group)
      return by_head({at.sentence, i}, spans[i].bytes);
    if (parts_.lexer.has(clauses_[at.sentence].tokens[spans[i].tokens.end - 1].entry, parts_.crowd))
      return in_words(spans[i].bytes, SpeakerKind::group);
    const std::size_t named = named_by({at.sentence, i});
    if (named != nobody && !people_.people[named].person) return whoever(named, spans[i].bytes);
    // "AMOS, the biggest union of all, which"
    if (i < 2 || spans[i - 1].symbol != parts_.comma || spans[i - 2].symbol != parts_.body) return {};
    return by_head({at.sentence, i - 2}, spans[i - 2].bytes);
  }
  return {};
}

// "it": a body of the sentences before, or the last that spoke. Nobody of "it is hard to say", "it seems".
Named Reading::it(At at) const {
  constexpr std::size_t near = 2, far = 8;  // sentences
  const Clause& clause = clauses_[at.sentence];
  if (at.span + 1 < clause.spans.size()) {
    const Range& verb = clause.spans[at.span + 1].tokens;
    if (parts_.lexer.has(clause.tokens[verb.begin].entry, parts_.expletive) &&
        !words(clause.tokens[verb.end - 1].range).ends_with("ing"))  // "it is denying"
      return {};
  }
  const auto ago = [&](std::size_t count) {
    return sentences_[at.sentence - std::min(at.sentence, count)].range.begin;
  };
  // Whoever spoke in the sentence before goes on; a body that was only told of there does not.
  if (!last_body_.empty() && last_body_at_ >= ago(1) && last_body_at_ < span(at).bytes.begin)
    return organization(last_body_);
  std::string name = bodies_.before(span(at).bytes.begin, {}, ago(near));
  return organization(name.empty() && last_body_at_ > ago(far) ? last_body_ : name);
}

// "56, who has served" and "Md., who watched" belong to the name before: "Anna Holt, 59, of Ashton, Md., who".
std::size_t Reading::described_before(At at) const {
  const Clause& clause = clauses_[at.sentence];
  const auto aside = [&](std::size_t i) {
    const Token& last = clause.tokens[clause.spans[i].tokens.end - 1];
    return last.symbol == parts_.number || parts_.lexer.has(last.entry, parts_.place);
  };
  if (!aside(at.span)) return nobody;
  // "Karl Weber, Anna Holt of Ohio": she has a name of her own.
  if (const std::size_t own = named_by(at); own != nobody && people_.people[own].known) return nobody;
  // "Some back Holt, 39 back Weber": 39 is no age.
  const bool number = clause.tokens[span(at).tokens.end - 1].symbol == parts_.number;
  if (number && at.span + 1 < clause.spans.size() && parts_.alphabet.is(clause.symbols[at.span + 1], "FINITE"))
    return nobody;
  for (std::size_t i = at.span; i-- > 0 && i + 9 > at.span;) {
    const char symbol = clause.spans[i].symbol;
    if (symbol == parts_.person && i > 0 && parts_.alphabet.is(clause.spans[i - 1].symbol, "PREPS"))
      continue;  // "of Ashton"
    if (symbol == parts_.person)
      return clause.spans[i + 1].symbol == parts_.comma ? named_by({at.sentence, i}) : nobody;
    if (symbol != parts_.comma && !parts_.alphabet.is(symbol, "PREPS") && !aside(i)) return nobody;
  }
  return nobody;
}

}  // namespace onrecord
