// The part of Reading that finds out who is meant by a pronoun.
#include <algorithm>

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

bool Reading::fits(std::size_t person, Gender gender) const {
  if (person == nobody || !people_.people[person].person) return false;
  const Gender own = people_.people[person].gender;
  return gender == Gender::unknown || own == Gender::unknown || own == gender;
}

// Where the person's surname stands in the bytes, as a name of his own: not in "Holt Tower", nor in "Anna Holt" of
// John Holt; text_.size() where it does not.
std::size_t Reading::named_in(std::size_t person, Range bytes) const {
  const Person& p = people_.people[person];
  const std::string_view surname = std::string_view(p.written).substr(p.written.rfind(' ') + 1), said = words(bytes);
  const auto letter = [&](std::size_t i) {
    return i < said.size() && std::isalpha(static_cast<unsigned char>(said[i]));
  };
  const auto capital = [&](std::size_t i) { return i < said.size() && said[i] >= 'A' && said[i] <= 'Z'; };
  for (std::size_t at = said.find(surname); at != std::string_view::npos; at = said.find(surname, at + 1)) {
    const std::size_t end = at + surname.size();
    if (letter(end) || (at > 0 && (letter(at - 1) || said[at - 1] == '.'))) continue;
    if (said[std::min(end, said.size() - 1)] == ' ' && capital(end + 1)) continue;
    std::size_t first = at;
    if (at > 1 && said[at - 1] == ' ')
      for (--first; first > 0 && letter(first - 1);) --first;
    const std::string_view before = said.substr(first, at - first - (first < at));
    const std::vector<std::string>& own = p.name.words;
    if (parts_.mentions.given_gender(before) == Gender::unknown ||
        std::find(own.begin(), own.end(), fold_name(before)) != own.end())
      return bytes.begin + at;
  }
  return text_.size();
}

// Whether what is being said names the person: “Holt is our best,” he said, and is not Holt; nor is he in "he told Holt
// that" and "he praised Holt for".
bool Reading::is_told(std::size_t person) const {
  if (now_ == nullptr) return false;
  for (const Range& piece : now_->content) {
    if (quoted_at(piece.begin)) {
      if (named_in(person, piece) < text_.size()) return true;
      continue;
    }
    // Without marks it may be himself in what stands before ("Holt was warned early, he said") or further on.
    // Nor is that said where the name follows: "Although he tried, Holt".
    if (!now_->source || piece.begin < now_->source->end || opens_ahead(now_->source->begin)) continue;
    const std::size_t at = named_in(person, {now_->source->end, piece.end});
    if (at == text_.size()) continue;
    if (at < piece.begin) {
      if (words({now_->source->end, at}).find(',') == std::string_view::npos) return true;
      continue;
    }
    const std::string_view ahead = slice(text_, {piece.begin, at});
    if (std::none_of(ahead.begin(), ahead.end(), [](char c) { return c == ' '; }) ||
        ahead.find(". ") + 2 == ahead.size())
      return true;
  }
  return false;
}

// Whether the byte is in a clause that opens its sentence: "If he wins, …".
bool Reading::opens_ahead(std::size_t byte) const {
  const std::vector<Span>& spans = clauses_[sentence_of(byte)].spans;
  for (std::size_t i = 0; i < spans.size() && i < 3 && spans[i].bytes.begin < byte; ++i)
    if (spans[i].symbol == parts_.until) return true;
  return false;
}

// Whom "Holt, whom he praised" is about, who is not he; nobody where the pronoun opens no such clause.
std::size_t Reading::told_of(std::size_t before) const {
  const std::size_t sentence = sentence_of(before);
  const std::vector<Span>& spans = clauses_[sentence].spans;
  const auto at =
      std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.bytes.end <= before; });
  std::size_t i = static_cast<std::size_t>(at - spans.begin());
  if (i < 2 || spans[i - 1].symbol != parts_.who) return nobody;
  i -= spans[i - 2].symbol == parts_.comma && i > 2 ? 3 : 2;
  return spans[i].symbol == parts_.person ? named_by({sentence, i}) : nobody;
}

// Whether a quotation in marks begins there.
bool Reading::quoted_at(std::size_t byte) const {
  const std::vector<Quoted>& quoted = sentences_[sentence_of(byte)].quoted;
  return std::any_of(quoted.begin(), quoted.end(), [&](const Quoted& q) { return q.range.contains(byte); });
}

// Whether the mention stands before the first finite verb of its sentence.
bool Reading::is_subject(const Mention& mention) const {
  const Clause& clause = clauses_[mention.sentence];
  const std::size_t verb = first_verb(clause);
  if (clause.symbols[0] != parts_.until) return verb > mention.span;
  // "When Holt had spoken, Weber differed" is about Weber.
  for (std::size_t i = verb + 1; i + 2 < clause.spans.size(); ++i) {
    if (clause.symbols[i] != parts_.comma || !parts_.alphabet.is(clause.symbols[i + 1], "NP")) continue;
    std::size_t next = i + 2;
    while (next + 1 < clause.spans.size() && parts_.alphabet.is(clause.symbols[next], "ADV")) ++next;
    if (parts_.alphabet.is(clause.symbols[next], "FINITE")) return mention.span == i + 1;
  }
  return verb > mention.span;
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

// Whether a verb follows at once: "Weber left".
bool Reading::acts(const Mention& mention) const {
  const std::string& symbols = clauses_[mention.sentence].symbols;
  return mention.span + 1 < symbols.size() && parts_.alphabet.is(symbols[mention.span + 1], "FINITE");
}

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
      written.find(' ') != std::string::npos || !is_subject(mention))
    return false;
  if (mention.span > 0 && parts_.alphabet.is(symbols[mention.span - 1], "PREPS")) return false;
  return acts(mention) || (symbols[next] == parts_.comma && symbols[next + 1] == parts_.who);
}

// "Asked whom she backs, Anna Holt smiled": whom a pronoun in such an opening means; nobody where it is none.
std::size_t Reading::asked(Range at) const {
  const std::size_t sentence = sentence_of(at.begin);
  const Clause& clause = clauses_[sentence];
  if (clause.spans.size() < 4) return nobody;
  const std::size_t verb = clause.spans[0].symbol == parts_.until ? 1 : 0;
  const std::string word = fold_name(words(clause.spans[verb].bytes));
  if (word != "asked" && word != "pressed") return nobody;
  for (std::size_t i = verb + 1; i + 1 < clause.spans.size(); ++i) {
    if (clause.spans[i].symbol != parts_.comma || clause.spans[i].bytes.begin < at.begin) continue;
    return clause.spans[i + 1].symbol == parts_.person ? named_by({sentence, i + 1}) : nobody;
  }
  return nobody;
}

// Where the pronoun of that gender stands that is the subject of the sentence; `before` where there is none ahead of
// it.
std::size_t Reading::opening_pronoun(std::size_t sentence, std::size_t before, Gender gender) const {
  const Clause& clause = clauses_[sentence];
  const std::size_t verb = first_verb(clause);
  bool fronted = false;
  for (std::size_t i = 0; i < verb && i < 3; ++i) {
    fronted |= clause.symbols[i] == parts_.until || clause.symbols[i] == parts_.that;
    if (clause.symbols[i] != parts_.he || gender_of(words(clause.spans[i].bytes)) != gender) continue;
    // "Given that he is weak, Holt wants": he may be Holt.
    const bool named = clause.symbols.find(std::string{parts_.comma, parts_.person}, i) != std::string::npos;
    return fronted && named ? before : std::min(clause.spans[i].bytes.begin, before);
  }
  return before;
}

// Whom a pronoun means. First who is certainly a person of that gender; then whoever may be. Who spoke in the sentence
// before is as good as certain.
std::size_t Reading::antecedent(std::size_t before, Gender gender) const {
  const std::size_t any = antecedent(before, gender, true);
  if (any == nobody || !is_told(any)) return any;
  const std::size_t other = antecedent(before, gender, false);
  if (other == nobody) return any;
  // Nobody far away is meant because of that: some speak of themselves by name.
  const std::vector<std::size_t>& of = people_.people[other].mentions;
  const std::size_t here = sentence_of(before);
  const bool near = std::any_of(of.begin(), of.end(), [&](std::size_t i) {
    const Mention& m = people_.mentions()[i];
    return m.bytes.begin < before && m.sentence + 2 >= here && !in_told_[i] && m.place == Mention::Place::head;
  });
  const bool spoke = !spoke_.empty() && spoke_.back().person == other && sentence_of(spoke_.back().at) + 2 >= here;
  return near || spoke ? other : any;
}

std::size_t Reading::antecedent(std::size_t before, Gender gender, bool of_any) const {
  const std::size_t other = told_of(before);
  const auto fits = [&](std::size_t p, Gender g) { return this->fits(p, g) && p != other && (of_any || !is_told(p)); };
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t end = first_mention(before);
  const std::size_t here = sentence_of(before);
  const Range* piece = told(before);  // what "he" said of himself there is open to "he"
  std::size_t last = nobody, at = 0, found = 0;
  bool subject = false, sure = false;
  for (std::size_t i = end; i-- > 0;) {
    const Mention& m = mentions[i];
    const std::size_t p = people_.of(i);
    // Who speaks within what is told is as good as named outside: "They note that Holt said no. He …".
    const bool hidden = in_told_[i] && !speaks(m) && !(piece != nullptr && piece->contains(m.bytes.begin));
    if (hidden || m.place != Mention::Place::head || !fits(p, gender)) continue;
    if (!people_.people[p].known && !(m.sentence + 1 >= here && !asks(m) && may_be_surname(m, p))) continue;
    if (in_role(m, p) || dies(m) || (m.sentence < here && asks(m) && questions(m))) continue;
    const bool first = is_subject(m);
    const bool certain = people_.people[p].gender == gender || m.sentence == here ||
                         (m.sentence + 1 == here && first && (speaks(m) || acts(m)));
    if (last != nobody && m.sentence + 3 < here) break;
    if (sure && (m.sentence != found || found == here)) break;
    if (last == nobody || (certain && (!sure || first)))
      last = p, at = m.bytes.begin, found = m.sentence, subject = first, sure = certain;
  }
  // "He served with Holt. His biography": what is told of him goes on, not of whom the sentence names beside.
  if (last != nobody && !subject && depth_ < 8)
    if (const std::size_t opens = opening_pronoun(found, before, gender); opens < before) {
      ++depth_;
      const std::size_t him = antecedent(opens, gender, of_any);
      --depth_;
      if (him != nobody && fits(him, gender)) return him;
    }
  for (std::size_t k = spoke_.size(); k-- > 0;) {
    const bool later = last == nobody || spoke_[k].at > at;
    if (!later && (subject || sentence_of(spoke_[k].at) != found)) break;
    if (spoke_[k].described && sentence_of(spoke_[k].at) + 3 < here) break;
    if (fits(spoke_[k].person, gender)) return spoke_[k].person;
  }
  // Of the sentence's own, a hidden one that is certain is better than an open one that may be.
  if (last != nobody && people_.people[last].gender == Gender::unknown)
    for (std::size_t i = end; i-- > 0 && mentions[i].sentence == here;)
      if (fits(people_.of(i), gender) && people_.people[people_.of(i)].gender == gender &&
          mentions[i].place == Mention::Place::head)
        return people_.of(i);
  // Somebody named two sentences ago in what was said is better than somebody of long ago.
  if (last != nobody && found + 3 < here)
    for (std::size_t i = end; i-- > 0 && mentions[i].sentence + 3 >= here;)
      if (mentions[i].place == Mention::Place::head && fits(people_.of(i), gender) &&
          people_.people[people_.of(i)].known && !in_marks(i))
        return people_.of(i);
  // So is whose something it is that the sentence tells of: "If we hear Holt’s strategy right when he says".
  if (last != nobody && found + 1 < here)
    for (std::size_t i = end; i-- > 0 && mentions[i].sentence == here;)
      if (mentions[i].place == Mention::Place::owner && !in_marks(i) && fits(people_.of(i), gender) &&
          people_.people[people_.of(i)].known)
        return people_.of(i);
  if (last != nobody) return last;
  for (const bool known : {true, false}) {
    for (const bool marks : {false, true})
      for (std::size_t i = end; i-- > 0;)
        if (fits(people_.of(i), gender) && people_.people[people_.of(i)].known >= known && in_marks(i) == marks)
          return people_.of(i);
    for (std::size_t i = end; i < mentions.size(); ++i)
      if (!in_told_[i] && mentions[i].place == Mention::Place::head && fits(people_.of(i), gender) &&
          people_.people[people_.of(i)].known >= known)
        return people_.of(i);
  }
  return nobody;
}

// Whether the name stands in quotation marks.
bool Reading::in_marks(std::size_t mention) const {
  const Mention& m = people_.mentions()[mention];
  const std::vector<Quoted>& quoted = sentences_[m.sentence].quoted;
  return std::any_of(quoted.begin(), quoted.end(), [&](const Quoted& q) { return q.range.contains(m.bytes); });
}

// Whether the person is named or meant between two places, outside what is said.
bool Reading::is_named(std::size_t person, std::size_t from, std::size_t to) const {
  for (std::size_t i = first_mention(from); i < people_.mentions().size(); ++i) {
    const Mention& m = people_.mentions()[i];
    if (m.bytes.begin >= to) break;
    if (people_.of(i) == person && !in_told_[i] && m.place == Mention::Place::head) return true;
  }
  for (auto spoke = spoke_.rbegin(); spoke != spoke_.rend() && spoke->at > from; ++spoke)
    if (spoke->person == person && spoke->at < to) return true;
  return false;
}

// Whether what is being named put a question.
bool Reading::asks() const {
  if (now_ == nullptr || !now_->cue) return false;
  const std::string_view cue = words(*now_->cue);  // "then asked"
  return parts_.lexer.has(parts_.lexer.entry(cue.substr(cue.rfind(' ') + 1)), parts_.asks);
}

// "Holt asked": somebody else answers.
bool Reading::asks(const Mention& mention) const {
  const std::vector<Span>& spans = clauses_[mention.sentence].spans;
  if (!acts(mention)) return false;
  const std::string_view verb = words(spans[mention.span + 1].bytes);
  return parts_.lexer.has(parts_.lexer.entry(verb.substr(verb.rfind(' ') + 1)), parts_.asks);
}

// Whether what the sentence asks for is an answer of somebody whom it names: "asked Weber what he meant", not "to
// leave".
bool Reading::questions(const Mention& mention) const {
  const std::vector<Span>& spans = clauses_[mention.sentence].spans;
  const std::size_t next = mention.span + 2;
  if (next + 1 >= spans.size() || spans[next].symbol != parts_.person) return false;
  for (std::size_t i = next + 1; i < spans.size() && i < next + 3; ++i)
    if (spans[i].symbol == parts_.until || parts_.alphabet.is(spans[i].symbol, "WH") ||
        parts_.alphabet.is(spans[i].symbol, "PREPS"))
      return true;
  return false;
}

// Keeps a single speaker without a name, so that "she" can be the spokeswoman of the sentence before.
Named Reading::remember(Named unnamed, At at) {
  unnamed_.push_back({span(at).bytes.begin, gender_in(at), unnamed, asks()});
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

Named Reading::pronoun(Range at) {
  const Gender gender = gender_of(words(at));
  if (const std::size_t answers = asked(at); answers != nobody && fits(answers, gender)) return {answers, {}};
  const std::size_t found = antecedent(at.begin, gender);
  if (!unnamed_.empty()) {
    const Unnamed& last = unnamed_.back();
    const bool near = last.at < at.begin && sentence_of(last.at) + 2 >= sentence_of(at.begin);
    const bool can = last.gender == Gender::unknown || last.gender == gender;
    if (near && can && (found == nobody || (!last.asks && !is_named(found, last.at, at.begin)))) return last.who;
  }
  if (found == nobody) return {nobody, {"", SpeakerKind::person, "", ""}};
  if (people_.people[found].gender == Gender::unknown) people_.people[found].gender = gender;
  spoke_.push_back({at.begin, found, false});
  return {found, {}};
}

Named Reading::author() const { return {nobody, {author_, SpeakerKind::author, "", ""}}; }

// "who": the nearest person, people or someone before.
Named Reading::who(At at) {
  const Clause& clause = clauses_[at.sentence];
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
    return by_head({at.sentence, i}, clause.spans[i].bytes);
  }
  for (std::size_t i = at.span; i-- > 0;)
    if (clause.spans[i].symbol == parts_.thing) return in_words(clause.spans[i].bytes, SpeakerKind::group);
  return {};
}

// Where the first finite verb of a clause stands; behind all where there is none.
std::size_t Reading::first_verb(const Clause& clause) const {
  return std::min(clause.symbols.find_first_of(parts_.alphabet.members("FINITE")), clause.symbols.size());
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
    if (next + 1 < end && spans[next].symbol == parts_.conjunction && spans[next + 1].symbol == parts_.person)
      if (const std::size_t first = named_by({sentence, i}); first != nobody && people_.people[first].person)
        return first;
  }
  return nobody;
}

// "they": people or two persons that a sentence before is about, else the nearest people.
Named Reading::they(At at) {
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

// "56, who has served" and "Md., who watched" belong to the name before: "Anna Holt, 59, of Ashton, Md., who".
std::size_t Reading::described_before(At at) const {
  const Clause& clause = clauses_[at.sentence];
  const auto aside = [&](std::size_t i) {
    const Token& last = clause.tokens[clause.spans[i].tokens.end - 1];
    return last.symbol == parts_.number || parts_.lexer.has(last.entry, parts_.place);
  };
  if (!aside(at.span)) return nobody;
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
