#include "extract/reading.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

std::vector<Mention> all_mentions(const Resolver::Parts& parts, std::string_view text,
                                  const std::vector<Sentence>& sentences, const std::vector<Clause>& clauses) {
  std::vector<Mention> out;
  for (std::size_t i = 0; i < clauses.size(); ++i) parts.mentions.find(text, clauses[i], i, sentences[i].title, out);
  return out;
}

// What the quotations say, in order, without what lies in another.
std::vector<Range> told(const std::vector<Quotation>& quotations) {
  std::vector<Range> pieces, out;
  for (const Quotation& q : quotations) pieces.insert(pieces.end(), q.content.begin(), q.content.end());
  std::sort(pieces.begin(), pieces.end());
  for (const Range& piece : pieces)
    if (!out.empty() && piece.begin < out.back().end)
      out.back().end = std::max(out.back().end, piece.end);
    else
      out.push_back(piece);
  return out;
}

std::string_view trimmed(std::string_view words) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
    if (words.rfind(article, 0) == 0) return words.substr(article.size());
  return words;
}

}  // namespace

Reading::Reading(const Resolver::Parts& parts, const Article& article, const std::vector<Sentence>& sentences,
                 const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations)
    : parts_(parts),
      article_(article),
      text_(article.text),
      sentences_(sentences),
      clauses_(clauses),
      people_(text_, parts.mentions.names(), all_mentions(parts, text_, sentences, clauses)) {
  const std::vector<Range> pieces = told(quotations);
  auto piece = pieces.begin();
  for (const Mention& m : people_.mentions()) {
    while (piece != pieces.end() && piece->end <= m.bytes.begin) ++piece;
    told_.push_back(piece != pieces.end() && piece->begin <= m.bytes.begin);
  }
  find_roles();
}

void Reading::find_roles() {
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = 0; i < mentions.size();) {
    const std::size_t sentence = mentions[i].sentence;
    const Clause& clause = clauses_[sentence];
    const std::vector<RoleFound> found = parts_.roles.find(text_, clause);
    for (; i < mentions.size() && mentions[i].sentence == sentence; ++i) {
      if (people_.of(i) == nobody || mentions[i].place != Mention::Place::head) continue;
      Person& person = people_.people[people_.of(i)];
      if (RoleSeen role = parts_.roles.before(text_, clause, mentions[i]); !role.words.empty())
        person.roles.push_back(std::move(role));
      for (const RoleFound& f : found)
        if (f.span == mentions[i].span) person.roles.push_back(parts_.roles.seen(text_, f));
    }
  }
}

std::size_t Reading::sentence_of(std::size_t byte) const {
  const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), byte,
                                      [](std::size_t b, const Sentence& s) { return b < s.range.begin; });
  return after == sentences_.begin() ? 0 : static_cast<std::size_t>(after - sentences_.begin()) - 1;
}

Speaker Reading::person(std::size_t person) const {
  if (person == nobody) return {"", SpeakerKind::person, "", ""};
  const Person& p = people_.people[person];
  return {p.written, p.person ? SpeakerKind::person : SpeakerKind::organization, role_of(p), ""};
}

Speaker Reading::words(Range source, SpeakerKind kind) const {
  return {std::string(trimmed(slice(text_, source))), kind, "", ""};
}

// The person that the span names; nobody if it names none.
std::size_t Reading::named_by(At at) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const Range bytes = clauses_[at.sentence].spans[at.span].bytes;
  auto m = std::lower_bound(mentions.begin(), mentions.end(), bytes.begin,
                            [](const Mention& a, std::size_t b) { return a.bytes.begin < b; });
  std::size_t found = nobody;
  for (; m != mentions.end() && m->bytes.begin < bytes.end; ++m)
    if (m->place == Mention::Place::head) found = people_.of(static_cast<std::size_t>(m - mentions.begin()));
  return found;
}

std::size_t Reading::antecedent(std::size_t before, Gender gender) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const auto fits = [&](std::size_t person) {
    return person != nobody && people_.people[person].person &&
           (gender == Gender::unknown || people_.people[person].gender == Gender::unknown ||
            people_.people[person].gender == gender);
  };
  std::size_t end =
      static_cast<std::size_t>(std::lower_bound(mentions.begin(), mentions.end(), before,
                                                [](const Mention& a, std::size_t b) { return a.bytes.begin < b; }) -
                               mentions.begin());
  std::size_t named = nobody, at = 0;
  for (std::size_t i = end; i-- > 0;)
    if (!told_[i] && mentions[i].place == Mention::Place::head && fits(people_.of(i))) {
      named = people_.of(i), at = mentions[i].bytes.begin;
      break;
    }
  for (std::size_t k = spoke_.size(); k-- > 0 && (named == nobody || spoke_[k].at > at);)
    if (fits(spoke_[k].person)) return spoke_[k].person;
  if (named != nobody) return named;
  for (std::size_t i = end; i-- > 0;)
    if (fits(people_.of(i))) return people_.of(i);
  for (std::size_t i = end; i < mentions.size(); ++i)
    if (!told_[i] && mentions[i].place == Mention::Place::head && fits(people_.of(i))) return people_.of(i);
  return nobody;
}

Speaker Reading::pronoun(Range at, std::string_view word) {
  const std::string folded = fold_name(word);
  const Gender gender = folded == "she" || folded == "her" || folded == "herself" || folded == "hers" ? Gender::woman
                        : folded == "he" || folded == "his" || folded == "him" || folded == "himself" ? Gender::man
                                                                                                      : Gender::unknown;
  const std::size_t found = antecedent(at.begin, gender);
  if (found != nobody) {
    if (people_.people[found].gender == Gender::unknown) people_.people[found].gender = gender;
    spoke_.push_back({at.begin, found});
  }
  return person(found);
}

Speaker Reading::author() const {
  if (author_ != nobody) return {people_.people[author_].written, SpeakerKind::author, "", ""};
  return {"", SpeakerKind::author, "", ""};
}

// "who": the nearest person, people or someone before.
Speaker Reading::who(At at) {
  const Clause& clause = clauses_[at.sentence];
  for (std::size_t i = at.span; i-- > 0;) {
    const char symbol = clause.spans[i].symbol;
    if (symbol == parts_.person || symbol == parts_.someone || symbol == parts_.group)
      return by_head({at.sentence, i}, clause.spans[i].bytes);
  }
  for (std::size_t i = at.span; i-- > 0;)
    if (clause.spans[i].symbol == parts_.thing) return words(clause.spans[i].bytes, SpeakerKind::group);
  return {};
}

// "they": the nearest people before.
Speaker Reading::they(At at) {
  for (std::size_t back = 0; back <= 5 && back <= at.sentence; ++back) {
    const Clause& clause = clauses_[at.sentence - back];
    const std::size_t end = back == 0 ? at.span : clause.spans.size();
    for (std::size_t i = 0; i < end; ++i)
      if (clause.spans[i].symbol == parts_.group) return words(clause.spans[i].bytes, SpeakerKind::group);
  }
  return {"", SpeakerKind::group, "", ""};
}

Speaker Reading::someone(At at, Range source) {
  const Clause& clause = clauses_[at.sentence];
  const Span& span = clause.spans[at.span];
  const std::vector<Mention>& mentions = people_.mentions();
  // "The mayor, Anna Holt, said"
  for (std::size_t i = at.span + 1; i + 1 < clause.spans.size() && i <= at.span + 8; ++i)
    if (clause.spans[i].symbol == parts_.comma && clause.spans[i + 1].symbol == parts_.person) {
      if (i + 1 < clause.spans.size() && source.contains(clause.spans[i + 1].bytes))
        if (const std::size_t named = named_by({at.sentence, i + 1}); named != nobody) return person(named);
      break;
    }
  for (const Person& p : people_.people)
    for (const RoleSeen& role : p.roles)
      if (role.bytes.overlaps(span.bytes)) return person(static_cast<std::size_t>(&p - people_.people.data()));
  const std::string_view description = slice(text_, span.bytes);
  const bool indefinite = description.rfind("a ", 0) == 0 || description.rfind("an ", 0) == 0 ||
                          description.rfind("A ", 0) == 0 || description.rfind("An ", 0) == 0 ||
                          description.rfind("one ", 0) == 0;
  std::size_t best = nobody;
  double best_fit = 0;
  for (std::size_t p = 0; p < people_.people.size(); ++p) {
    double fit = parts_.descriptions.fit(description, people_.people[p]);
    if (fit == 0) continue;
    bool before = false;
    for (const std::size_t m : people_.people[p].mentions) before |= mentions[m].bytes.begin < source.begin;
    fit += 0.1 * before + 0.001 * people_.people[p].weight;
    if (fit > best_fit) best = p, best_fit = fit;
  }
  if (best != nobody && best_fit >= (indefinite ? 0.99 : 0.5)) return person(best);
  return words(source, SpeakerKind::unnamed);
}

Speaker Reading::thing(At, Range source) {
  const std::string_view said = slice(text_, source);
  const bool number = !said.empty() && (said[0] >= '0' && said[0] <= '9');
  if (number || said.find("percent") != std::string_view::npos || (!said.empty() && said.back() == 's'))
    return words(source, SpeakerKind::group);
  return words(source, SpeakerKind::unnamed);
}

// The speaker by the first noun phrase or pronoun of the source.
Speaker Reading::by_head(At at, Range source) {
  const Span& span = clauses_[at.sentence].spans[at.span];
  const char symbol = span.symbol;
  if (symbol == parts_.person) {
    if (const std::size_t named = named_by(at); named != nobody) return person(named);
    return words(span.bytes, SpeakerKind::person);
  }
  if (symbol == parts_.he || symbol == parts_.her || symbol == parts_.my || symbol == parts_.him)
    return pronoun(span.bytes, slice(text_, span.bytes));
  if (symbol == parts_.i) return author();
  if (symbol == parts_.they) return fold_name(slice(text_, span.bytes)) == "we" ? author() : they(at);
  if (symbol == parts_.who) return who(at);
  if (symbol == parts_.it || symbol == parts_.which)
    return {parts_.bodies.before(text_, clauses_, at.sentence, at.span), SpeakerKind::organization, "", ""};
  if (symbol == parts_.body)
    return {parts_.bodies.name(text_, clauses_, at.sentence, at.span), SpeakerKind::organization, "", ""};
  if (symbol == parts_.paper)
    return {parts_.bodies.issuer(text_, clauses_, at.sentence, at.span), SpeakerKind::organization, "", ""};
  if (symbol == parts_.group) return words(source, SpeakerKind::group);
  if (symbol == parts_.someone) return someone(at, source);
  return thing(at, source);
}

// The source is a part of a phrase: "Trump" of "Trump’s plan", "his" of "his claim".
Speaker Reading::inside_phrase(At at, Range source) {
  const Clause& clause = clauses_[at.sentence];
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = mentions.size(); i-- > 0;)
    if (source.contains(mentions[i].bytes.begin) && people_.of(i) != nobody) return person(people_.of(i));
  const Span& span = clause.spans[at.span];
  for (std::size_t t = span.tokens.begin; t < span.tokens.end; ++t) {
    const Token& token = clause.tokens[t];
    if (!token.range.overlaps(source)) continue;
    if (token.symbol == parts_.my || token.symbol == parts_.her || token.symbol == parts_.he ||
        token.symbol == parts_.him)
      return pronoun(token.range, slice(text_, token.range));
  }
  return by_head(at, source);
}

Speaker Reading::in_quotation(Range source) {
  const std::string_view said = slice(text_, source);
  const PersonName name = parts_.mentions.names().parse(said);
  if (!name.words.empty())
    if (const std::size_t found = people_.find(name); found != nobody) return person(found);
  const std::string folded = fold_name(said);
  if (folded == "he" || folded == "she" || folded == "his" || folded == "her") return pronoun(source, said);
  if (folded == "i") return author();
  return words(source, SpeakerKind::unnamed);
}

Speaker Reading::speaker(const Quotation& quotation) {
  if (!quotation.source) return {};
  const Range source = *quotation.source;
  const std::size_t sentence = sentence_of(source.begin);
  const Clause& clause = clauses_[sentence];
  for (std::size_t i = 0; i < clause.spans.size(); ++i) {
    const Span& span = clause.spans[i];
    if (!span.bytes.overlaps(source)) continue;
    const char symbol = span.symbol;
    if (parts_.alphabet.is(symbol, "QUOTED") || symbol == parts_.alphabet.symbol("BRACKET")) {
      if (span.bytes.contains(source)) return in_quotation(source);
      continue;
    }
    if (!parts_.alphabet.is(symbol, "SUBJECT") && symbol != parts_.which && symbol != parts_.my &&
        symbol != parts_.her && symbol != parts_.him && !(span.bytes == source))
      continue;
    if (span.bytes.begin + 4 < source.begin || source.end + 2 < span.bytes.end)
      return inside_phrase({sentence, i}, source);
    return by_head({sentence, i}, source);
  }
  return in_quotation(source);
}

}  // namespace onrecord
