// The part of Reading that names organisations, documents and people in numbers.
#include <algorithm>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

// "gov" of "the Labor Department": what the list of organisations says of the last of the tokens that it has.
std::string_view Reading::body_kind(const Clause& clause, Range tokens) const {
  std::string_view kind;
  for (std::size_t t = tokens.begin; t < tokens.end && clause.tokens[t].symbol != parts_.of; ++t)
    if (clause.tokens[t].symbol == parts_.organization)
      kind = parts_.lexer.value(clause.tokens[t].entry, parts_.organization_tag);
  return kind;
}

// "the Center for Fair Taxes" is more than its first phrase.
Range Reading::body_name(At at) const {
  const Clause& clause = clauses_[at.sentence];
  Range name = span(at).bytes;
  const auto is_body = [&](const Span& s) {
    return clause.tokens[s.tokens.end - 1].symbol == parts_.organization && s.symbol == parts_.body &&
           clause.tokens[s.tokens.begin].symbol != parts_.determiner;
  };
  // The first half of a name: no body, place or person by itself.
  const auto is_half = [&](const Span& s) {
    const Token& last = clause.tokens[s.tokens.end - 1];
    const std::size_t named = named_by(at);
    return last.symbol != parts_.organization && !parts_.lexer.has(last.entry, parts_.place) &&
           (named == nobody || !people_.people[named].known);
  };
  for (std::size_t i = at.span + 1; i + 1 < clause.spans.size() && name.end + 1 == clause.spans[i].bytes.begin;
       i += 2) {
    const std::string_view link = words(clause.spans[i].bytes);
    const Span& next = clause.spans[i + 1];
    const std::string_view more = words(next.bytes);
    const bool capital = !more.empty() && more[0] >= 'A' && more[0] <= 'Z';
    if (!capital || !has_name(words(name))) break;
    if (link == "and" && i == at.span + 1 && is_half(span(at)) &&
        (is_body(next) || more.ends_with(" Services"))) {  // "Citizenship and Tax Services"
      name.end = next.bytes.end;
      continue;
    }
    // "the Organization for Economic Cooperation and Development"
    const bool rest = link == "and" && i > at.span + 1 && !is_body(next) &&
                      clause.tokens[next.tokens.begin].symbol != parts_.determiner;
    if (link != "for" && link != "on" && !rest) break;
    if (!rest && (!parts_.alphabet.is(next.symbol, "NP") ||
                  parts_.lexer.has(clause.tokens[next.tokens.begin].entry, parts_.place)))
      break;
    const std::size_t named = named_by({at.sentence, i + 1});
    if (named != nobody && people_.people[named].known) break;
    name.end = next.bytes.end;
  }
  return name;
}

// "The start-up, Blue," and "Blue, a start-up," are no people, nor is who works "at Blue", if nothing else says so.
void Reading::find_named_bodies() {
  for (const Mention& m : people_.mentions()) {
    const std::size_t p = people_.of(static_cast<std::size_t>(&m - people_.mentions().data()));
    if (p == nobody || m.place != Mention::Place::head || people_.people[p].known || !people_.people[p].person)
      continue;
    const Clause& clause = clauses_[m.sentence];
    const auto is_body = [&](std::size_t i) {
      return i < clause.spans.size() && clause.symbols[i] == parts_.body && !has_name(words(clause.spans[i].bytes));
    };
    const auto comma = [&](std::size_t i) { return i < clause.symbols.size() && clause.symbols[i] == parts_.comma; };
    const bool before = m.span > 1 && comma(m.span - 1) && comma(m.span + 1) && is_body(m.span - 2);
    const bool after = comma(m.span + 1) && is_body(m.span + 2) &&
                       parts_.alphabet.is(clause.tokens[clause.spans[m.span + 2].tokens.begin].symbol, "DET");
    const bool at = m.span > 0 && words(clause.spans[m.span - 1].bytes) == "at" && !people_.people[p].name.full() &&
                    people_.people[p].gender == Gender::unknown;
    if (before || after || at) people_.people[p].person = false;
  }
}

void Reading::find_bodies() {
  const auto is_owner = [&](char symbol) { return symbol == parts_.my || symbol == parts_.her; };
  for (std::size_t s = 0; s < clauses_.size(); ++s)
    for (std::size_t i = 0; i < clauses_[s].spans.size(); ++i) {
      const Clause& clause = clauses_[s];
      const Span& phrase = clause.spans[i];
      for (std::size_t t = phrase.tokens.begin; t + 1 < phrase.tokens.end; ++t) {  // "the Holt campaign’s website"
        if (clause.tokens[t].symbol != parts_.organization || clause.tokens[t + 1].symbol != parts_.possessive)
          continue;
        const Range owner{phrase.bytes.begin, clause.tokens[t].range.end};
        if (has_name(words(owner))) bodies_.add(owner, false, body_kind(clause, {phrase.tokens.begin, t + 1}), true);
      }
      if (phrase.symbol != parts_.body && phrase.symbol != parts_.person) continue;
      const std::size_t named = named_by({s, i});
      const bool no_person = named != nobody && !people_.people[named].person;
      if (!no_person && (phrase.symbol == parts_.person || named != nobody)) continue;
      // "the Karl foundation": the given name is a phrase of its own
      if (i > 0 && clause.spans[i - 1].tokens.size() == 1 && parts_.alphabet.is(clause.symbols[i - 1], "GIVEN") &&
          phrase.symbol == parts_.body && clause.tokens[phrase.tokens.begin].symbol == parts_.organization) {
        bodies_.add({clause.spans[i - 1].bytes.begin, phrase.bytes.end}, false, body_kind(clause, phrase.tokens), true);
        continue;
      }
      if (!has_name(words(phrase.bytes))) continue;
      if (sentences_[s].title && is_owner(clause.tokens[phrase.tokens.begin].symbol)) continue;  // "Their Party"
      const bool place = parts_.lexer.has(clause.tokens[phrase.tokens.end - 1].entry, parts_.place);
      bodies_.add(body_name({s, i}), place, body_kind(clause, phrase.tokens), phrase.symbol == parts_.body);
    }
}

Named Reading::body(At at, Range source) {
  const Clause& clause = clauses_[at.sentence];
  const Token& last = clause.tokens[span(at).tokens.end - 1];
  if (parts_.lexer.has(last.entry, parts_.crowd)) return in_words(source, SpeakerKind::group);
  const char first = clause.tokens[span(at).tokens.begin].symbol;
  const std::string_view said = words(body_name(at));
  if ((first == parts_.my || first == parts_.her) && !has_name(said)) {  // "his campaign"
    const std::string same = bodies_.known(said, span(at).bytes.begin);
    return organization(same.empty() ? std::string(said) : same);
  }
  // "The government in Westmark" says itself which.
  const std::vector<Span>& spans = clause.spans;
  const std::size_t place = at.span + 2;
  if (!has_name(said) && place < spans.size() && words(spans[place - 1].bytes) == "in" &&
      has_name(words(spans[place].bytes)) && spans[place].bytes.end <= source.end)
    return organization(std::string(without_article(words({span(at).bytes.begin, spans[place].bytes.end}))));
  return organization(bodies_.name(said, span(at).bytes.begin, body_kind(clause, span(at).tokens)));
}

// "Officials in Westmark", "one of the lawyers".
Named Reading::people(At at, Range source) {
  if (const std::size_t holder = role_holder(span(at).bytes); holder != nobody) return {holder, {}};
  return in_words(source, SpeakerKind::group);
}

// Who is just named, of "the Republican", "the Texan", "the Ohio Republican": a word of where one belongs, and no word
// but a place's; nobody else.
std::size_t Reading::just_named_member(At at) const {
  const std::vector<Token>& tokens = clauses_[at.sentence].tokens;
  const Range& phrase = span(at).tokens;
  if (phrase.size() < 2 || sentences_[at.sentence].title ||
      !parts_.lexer.has(tokens[phrase.begin].entry, parts_.pointer) ||
      !parts_.lexer.has(tokens[phrase.end - 1].entry, parts_.member))
    return nobody;
  bool member = true;
  for (std::size_t t = phrase.begin + 1; t + 1 < phrase.end; ++t)
    member &= parts_.lexer.has(tokens[t].entry, parts_.place);
  return member ? just_named(at, Gender::unknown, true) : nobody;
}

// Whether the phrase is somebody’s: "his office", "Holt’s office".
bool Reading::owned(At at) const {
  const std::vector<Token>& tokens = clauses_[at.sentence].tokens;
  const Range& phrase = span(at).tokens;
  const char first = tokens[phrase.begin].symbol;
  return first == parts_.my || first == parts_.her ||
         std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(phrase.begin),
                     tokens.begin() + static_cast<std::ptrdiff_t>(phrase.end),
                     [&](const Token& t) { return t.symbol == parts_.possessive; });
}

// Other noun phrases: numbers of people, a family, somebody’s deed, a word for a body.
Named Reading::thing(At at, Range source) {
  const Clause& clause = clauses_[at.sentence];
  const Span& here = span(at);
  const Token& last = clause.tokens[here.tokens.end - 1];
  if (parts_.lexer.has(last.entry, parts_.crowd)) return in_words(source, SpeakerKind::group);
  if (const std::size_t member = just_named_member(at); member != nobody) {
    spoke_.push_back({here.bytes.begin, member, true});
    return {member, {}};
  }
  if (const std::size_t holder = role_holder(here.bytes); holder != nobody) return {holder, {}};
  if (parts_.lexer.has(last.entry, parts_.desk) && owned(at)) return body(at, source);
  if (const std::size_t owner = owner_in(here.bytes); owner != nobody) return {owner, {}};
  for (std::size_t t = here.tokens.begin + 1; t < here.tokens.end; ++t)  // "the former mayor’s approach"
    if (clause.tokens[t].symbol == parts_.possessive && parts_.lexer.has(clause.tokens[t - 1].entry, parts_.role)) {
      const std::string_view owner = words({here.bytes.begin, clause.tokens[t].range.begin});
      if (owner.find(' ') == owner.rfind(' ')) continue;  // "the president’s victory" is anybody’s
      if (const std::size_t found = described(owner, here.bytes.begin, false); found != nobody) return {found, {}};
    }
  const std::string full = bodies_.known(words(here.bytes), here.bytes.begin);
  if (!full.empty()) return organization(full);
  const std::string_view said = words(source);
  const Token& first = clause.tokens[here.tokens.begin];
  if (here.tokens.size() == 1 && first.symbol == parts_.determiner && parts_.lexer.has(first.entry, parts_.pointer))
    return {};  // "this"
  const bool one = here.tokens.size() > 1 && fold_name(words(first.range)) == "one" && here.bytes == source &&
                   said.find(" of ") == std::string_view::npos && words(last.range).back() != 's';
  if (one) return in_words(source, SpeakerKind::unnamed);  // "one senior Democrat"
  const bool plural = first.symbol == parts_.number || last.symbol == parts_.determiner ||
                      said.find("percent") != std::string_view::npos || said.back() == 's';
  return in_words(source, plural ? SpeakerKind::group : SpeakerKind::unnamed);
}

// "AMOS" of "an AMOS report", "Holt campaign" of "the Holt campaign memo"; empty where a document has no such name.
Range Reading::issuer_in(At at) const {
  const Clause& clause = clauses_[at.sentence];
  std::size_t begin = span(at).tokens.begin, end = begin;
  const auto is_name = [&](const Token& token) {
    const char first = text_[token.range.begin];
    if (token.symbol == parts_.organization) return true;
    if (token.symbol == parts_.determiner || parts_.alphabet.is(token.symbol, "DAY")) return false;  // "a June poll"
    return first >= 'A' && first <= 'Z' &&
           !(token.range.begin == sentences_[at.sentence].range.begin && token.entry != 0);
  };
  while (begin < span(at).tokens.end && !is_name(clause.tokens[begin]) && clause.tokens[begin].symbol != parts_.of)
    ++begin;
  for (end = begin; end < span(at).tokens.end && is_name(clause.tokens[end]); ++end) {
  }
  if (begin == end || end == span(at).tokens.end) return {};
  bool nation = true;  // "a Democratic ad"
  for (std::size_t t = begin; t < end; ++t) nation &= parts_.lexer.has(clause.tokens[t].entry, parts_.nation);
  if (nation) return {};
  const std::size_t m = first_mention(clause.tokens[begin].range.begin);
  const bool person = m < people_.mentions().size() &&
                      people_.mentions()[m].bytes.begin < clause.tokens[end].range.begin && people_.of(m) != nobody &&
                      people_.people[people_.of(m)].known;
  if (person && clause.tokens[end - 1].symbol != parts_.organization) return {};  // "a Holt ad"
  return {clause.tokens[begin].range.begin, clause.tokens[end - 1].range.end};
}

// Who made the document that a phrase before brings in by the same word: "an AMOS report", "a report by AMOS", "AMOS
// released a report", "AMOS said in a report", "Holt’s report"; nothing where none tells.
Named Reading::maker_before(At at) const {
  constexpr std::size_t far = 40;  // sentences
  const auto last_word = [&](const Span& s, std::size_t sentence) {
    std::size_t end = s.tokens.begin + 1;
    while (end < s.tokens.end && clauses_[sentence].tokens[end].symbol != parts_.of) ++end;
    return words(clauses_[sentence].tokens[end - 1].range);
  };
  const std::string head = fold_name(last_word(span(at), at.sentence));
  const auto is_head = [&](std::string_view word) {
    return word.size() == head.size() && (word[0] | 0x20) == head[0] && fold_name(word) == head;
  };
  for (std::size_t back = 0; back <= far && back <= at.sentence; ++back) {
    const std::size_t s = at.sentence - back;
    const std::vector<Span>& spans = clauses_[s].spans;
    for (std::size_t i = back == 0 ? at.span : spans.size(); i-- > 0;)
      if (parts_.alphabet.is(spans[i].symbol, "NP") &&
          (is_head(last_word(spans[i], s)) || is_head(words(clauses_[s].tokens[spans[i].tokens.end - 1].range))))
        if (Named maker = maker_of({s, i}); maker.speaker.kind != SpeakerKind::unknown || maker.person != nobody)
          return maker;
  }
  return {};
}

// Who made the document, by its phrase and what stands right beside it; nothing where that does not tell.
Named Reading::maker_of(At at) const {
  const std::vector<Span>& spans = clauses_[at.sentence].spans;
  const Span& here = span(at);
  if (const std::size_t owner = owner_in(here.bytes); owner != nobody) return {owner, {}};
  const auto is_maker = [&](std::size_t i) {
    return i < spans.size() && (spans[i].symbol == parts_.body || spans[i].symbol == parts_.person) &&
           has_name(words(spans[i].bytes));
  };
  const auto maker = [&](std::size_t i) -> Named {
    const std::size_t person = named_by({at.sentence, i});
    if (person != nobody && people_.people[person].person && people_.people[person].known) return {person, {}};
    return organization(bodies_.name(words(body_name({at.sentence, i})), spans[i].bytes.begin));
  };
  if (has_name(words(here.bytes))) {
    const std::string own = bodies_.inside(here.bytes);
    if (!own.empty() && words(here.bytes).find(own) != std::string_view::npos && !here.bytes.empty() &&
        fold_name(own).find(fold_name(words(here.bytes).substr(words(here.bytes).rfind(' ') + 1))) == std::string::npos)
      return organization(own);
    if (const Range made = issuer_in(at); !made.empty())
      return organization(bodies_.name(words(made), here.bytes.begin));
  }
  for (std::size_t i = at.span + 1; i < spans.size() && i < at.span + 4; ++i) {
    const std::string_view link = words(spans[i].bytes);
    if ((link == "by" || link == "from") && is_maker(i + 1)) return maker(i + 1);
    const bool verb = parts_.alphabet.is(spans[i].symbol, "FINITE") &&  // "a report released by AMOS"
                      !parts_.lexer.has(parts_.lexer.entry(link), parts_.issues);
    if (verb || spans[i].symbol == parts_.comma || parts_.alphabet.is(spans[i].symbol, "WH")) break;
  }
  if (at.span >= 2 && is_maker(at.span - 2)) {
    const std::string_view verb = words(spans[at.span - 1].bytes);
    if (parts_.lexer.has(parts_.lexer.entry(verb.substr(verb.rfind(' ') + 1)), parts_.issues))
      return maker(at.span - 2);
  }
  // "AMOS said in a report"
  const bool in_it = at.span > 0 && one_of(words(spans[at.span - 1].bytes), {"in", "In"}) &&
                     one_of(words(clauses_[at.sentence].tokens[here.tokens.begin].range), {"a", "an"});
  if (!in_it) return {};
  const auto speaker = std::partition_point(speakers_.begin(), speakers_.end(),
                                            [&](const auto& spoke) { return spoke.first < at.sentence; });
  return speaker != speakers_.end() && speaker->first == at.sentence ? speaker->second : Named{};
}

// A document speaks for whoever made it: the body in its name or beside it, else the last one before.
Named Reading::paper(At at, Range source) {
  const Span& here = span(at);
  if (const std::size_t owner = owner_in(here.bytes); owner != nobody) return {owner, {}};
  const Clause& clause = clauses_[at.sentence];
  for (std::size_t t = here.tokens.begin + 1; t < here.tokens.end; ++t)
    if (clause.tokens[t].symbol == parts_.possessive)
      return organization(bodies_.name(words({here.bytes.begin, clause.tokens[t].range.begin}), here.bytes.begin));
  std::string issuer = bodies_.inside(source);
  const auto capital = [&](const Token& token) {
    const char first = text_[token.range.begin];
    return first >= 'A' && first <= 'Z' && token.symbol != parts_.determiner &&
           !parts_.alphabet.is(token.symbol, "DAY");
  };
  const auto* const tokens = clause.tokens.data();
  if (issuer.empty() && has_name(words(here.bytes)) &&
      std::any_of(tokens + here.tokens.begin, tokens + here.tokens.end, capital)) {
    const Range name = issuer_in(at);
    issuer =
        name.empty() ? std::string(without_article(words(here.bytes))) : bodies_.name(words(name), here.bytes.begin);
  }
  const bool pointer = parts_.lexer.has(clause.tokens[here.tokens.begin].entry, parts_.pointer);
  if (issuer.empty())
    if (Named maker = pointer ? maker_before(at) : maker_of(at);
        maker.person != nobody || maker.speaker.kind != SpeakerKind::unknown)
      return maker;
  if (issuer.empty() && pointer) {
    constexpr std::size_t near = 2;  // sentences
    issuer = bodies_.before(here.bytes.begin, {}, sentences_[at.sentence - std::min(at.sentence, near)].range.begin);
  }
  return organization(issuer.empty() ? std::string(without_article(words(here.bytes))) : issuer);
}

}  // namespace onrecord
