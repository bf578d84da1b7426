#include "extract/reading.h"

#include <algorithm>

#include "core/text.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

// In order, those that overlap as one.
std::vector<Range> merged(std::vector<Range> pieces) {
  std::vector<Range> out;
  std::sort(pieces.begin(), pieces.end());
  for (const Range& piece : pieces)
    if (!out.empty() && piece.begin < out.back().end)
      out.back().end = std::max(out.back().end, piece.end);
    else
      out.push_back(piece);
  return out;
}

// What is said. "A remark that compared the two" tells what a thing is: nobody says that.
std::vector<Range> all_told(std::string_view text, const std::vector<Quotation>& quotations) {
  std::vector<Range> pieces;
  for (const Quotation& q : quotations) {
    const bool of_thing = q.source && one_of(slice(text, *q.source), {"that", "which"});
    if ((q.source && !of_thing) || q.speaker_of) pieces.insert(pieces.end(), q.content.begin(), q.content.end());
  }
  return merged(std::move(pieces));
}

std::vector<Range> all_sources(const std::vector<Quotation>& quotations) {
  std::vector<Range> sources;
  for (const Quotation& q : quotations)
    if (q.source) sources.push_back(*q.source);
  return merged(std::move(sources));
}

}  // namespace

Reading::Reading(const Resolver::Parts& parts, const Article& article, const std::vector<Sentence>& sentences,
                 const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations)
    : parts_(parts),
      article_(article),
      text_(article.text),
      sentences_(sentences),
      clauses_(clauses),
      told_(all_told(article.text, quotations)),
      sources_(all_sources(quotations)),
      people_(text_, parts.mentions.names(), all_mentions(parts, text_, sentences, clauses)),
      bodies_(text_) {
  for (const Mention& m : people_.mentions()) in_told_.push_back(told(m.bytes.begin) != nullptr);
  find_full_names();
  find_author();
  find_roles();
  find_genders();
  find_signers();
  find_named_bodies();
  find_bodies();
  find_interviewed();
  find_captions();
  find_sections();
}

// "By Anna Holt", on a line of its own at the head of the article.
void Reading::find_author() {
  constexpr std::size_t head = 6;  // paragraphs
  for (std::size_t i = 0; i < article_.paragraphs.size() && i < head; ++i) {
    std::string_view line = words(article_.paragraphs[i].range);
    if (line.rfind("By ", 0) != 0 && line.rfind("BY ", 0) != 0) continue;
    line = line.substr(3, line.find_first_of(",|\n", 3) - 3);
    const auto capital = [&](std::size_t at) { return line[at] >= 'A' && line[at] <= 'Z'; };
    bool name = !line.empty() && line.size() < 40 && line.find(' ') != std::string_view::npos;
    for (std::size_t at = 0; name && at < line.size(); at = std::min(line.find(' ', at), line.size() - 1) + 1)
      name = capital(at);
    if (!name) continue;
    author_ = line;
    return;
  }
}

const Range* Reading::told(std::size_t byte) const {
  const auto piece =
      std::upper_bound(told_.begin(), told_.end(), byte, [](std::size_t b, Range r) { return b < r.end; });
  return piece != told_.end() && piece->begin <= byte ? &*piece : nullptr;
}

std::size_t Reading::sentence_of(std::size_t byte) const {
  const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), byte,
                                      [](std::size_t b, const Sentence& s) { return b < s.range.begin; });
  return after == sentences_.begin() ? 0 : static_cast<std::size_t>(after - sentences_.begin()) - 1;
}

std::size_t Reading::first_mention(std::size_t byte) const {
  const std::vector<Mention>& mentions = people_.mentions();
  return static_cast<std::size_t>(std::lower_bound(mentions.begin(), mentions.end(), byte,
                                                   [](const Mention& m, std::size_t b) { return m.bytes.begin < b; }) -
                                  mentions.begin());
}

void Reading::spoke(const Named& named, std::size_t at) {
  last_ = named.person, last_at_ = at, last_said_ = now_;
  const bool body = named.speaker.kind == SpeakerKind::organization && !named.speaker.name.empty();
  if (named.person != nobody || body)
    if (const std::size_t here = sentence_of(at); speakers_.empty() || speakers_.back().first != here)
      speakers_.emplace_back(here, named);
  if (named.person == nobody && body) last_body_ = named.speaker.name, last_body_at_ = at;
}

Speaker Reading::speaker(const Named& named) const {
  if (named.person == nobody) return named.speaker;
  const Person& p = people_.people[named.person];
  // A word of which nothing tells that it is a name, no title, role, first name or pronoun: three of four are bodies.
  const bool bare = !p.known && !p.name.full() && p.gender == Gender::unknown;
  return {p.written, p.person && !bare ? SpeakerKind::person : SpeakerKind::organization, plain_spaces(role_of(p)), ""};
}

// A name that is a person's or, by all signs, a body's.
Named Reading::whoever(std::size_t person, Range source) const {
  if (people_.people[person].person) return {person, {}};
  if (many_alone(person)) return in_words(source, SpeakerKind::group);
  return organization(bodies_.name(people_.people[person].written, source.begin));
}

// "Mourners", "Netizens": a word that always begins a sentence and ends in s, of which nothing else is known.
bool Reading::many_alone(std::size_t person) const {
  const Person& p = people_.people[person];
  const auto fellows = [&](std::size_t i) { return people_.mentions()[i].many; };
  if (p.written.ends_with("-Americans") || (p.many && std::any_of(p.mentions.begin(), p.mentions.end(), fellows)))
    return true;
  if (p.known || p.name.full() || p.written.size() < 5 || !p.written.ends_with("s") || p.written.ends_with("ss"))
    return false;
  return std::all_of(p.mentions.begin(), p.mentions.end(), [&](std::size_t i) {
    const Mention& m = people_.mentions()[i];
    return m.bytes.begin == sentences_[m.sentence].range.begin && m.place == Mention::Place::head;
  });
}

Named Reading::organization(std::string name) {
  return {nobody, {std::string(without_article(plain_spaces(name))), SpeakerKind::organization, "", ""}};
}

// By the words of the source, without what is told of him behind a comma: "a senior aide, who asked not to be named".
Named Reading::in_words(Range source, SpeakerKind kind) const {
  const Clause& clause = clauses_[sentence_of(source.begin)];
  for (std::size_t i = 1; i + 1 < clause.spans.size() && clause.spans[i].bytes.end <= source.end; ++i) {
    const char next = clause.symbols[i + 1];
    if (clause.spans[i].bytes.begin <= source.begin || clause.symbols[i] != parts_.comma) continue;
    if (next != parts_.who && next != parts_.which && !parts_.alphabet.is(next, "VGER")) continue;
    source.end = clause.spans[i].bytes.begin;
  }
  return {nobody, {plain_spaces(without_article(plain_spaces(words(source)))), kind, "", ""}};
}

// Whether a preposition stands in the phrase before the byte.
bool Reading::behind_preposition(At at, std::size_t byte) const {
  const Clause& clause = clauses_[at.sentence];
  for (std::size_t t = span(at).tokens.begin; t < span(at).tokens.end && clause.tokens[t].range.begin < byte; ++t)
    if (parts_.alphabet.is(clause.tokens[t].symbol, "PREPS")) return true;
  return false;
}

// The person that the phrase is about: the last name in it that belongs to nobody else.
std::size_t Reading::named_by(At at) const {
  const std::vector<Mention>& mentions = people_.mentions();
  std::size_t i = first_mention(span(at).bytes.begin), found = nobody;
  const auto here = [&](std::size_t m) { return mentions[m].sentence == at.sentence && mentions[m].span == at.span; };
  while (i > 0 && here(i - 1)) --i;
  for (; i < mentions.size() && here(i); ++i) {
    if (people_.of(i) == nobody) continue;
    // "police chief Karl London" looks like a place; "an adviser to both Holts" is neither.
    const bool last = mentions[i].bytes.end == span(at).bytes.end && !behind_preposition(at, mentions[i].bytes.begin);
    if (mentions[i].place == Mention::Place::head || last) found = people_.of(i);
  }
  return found;
}

// The person whose something the phrase is: "Holt’s plan", "her plan".
std::size_t Reading::owner_in(Range bytes) const {
  for (std::size_t i = first_mention(bytes.begin);
       i < people_.mentions().size() && people_.mentions()[i].bytes.begin < bytes.end; ++i)
    if (people_.mentions()[i].place == Mention::Place::owner) return people_.of(i);
  const std::string_view first = words(bytes).substr(0, words(bytes).find(' '));
  return gender_of(first) == Gender::unknown ? nobody : antecedent(bytes.begin, gender_of(first));
}

// Where the text begins behind "WESTMARK, Aug 31 (Reuters) -" at the head of a sentence; 0 if no such thing is there.
std::size_t Reading::behind_dateline(std::size_t sentence) const {
  const std::vector<Span>& spans = clauses_[sentence].spans;
  const std::string_view name = words(spans.front().bytes);
  if (name.size() < 4 || std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return 0;
  for (std::size_t i = 1; i < spans.size() && i < 7; ++i) {
    if (parts_.alphabet.is(spans[i].symbol, "DASH")) return i + 1;
    if (spans[i].symbol == parts_.bracket &&
        (i + 1 == spans.size() || !parts_.alphabet.is(spans[i + 1].symbol, "DASH")))
      return i + 1;
    if (parts_.alphabet.is(spans[i].symbol, "FINITE")) break;
  }
  return 0;
}

// What the paragraph opens with, of questions and answers: 'Q', 'A' or neither.
char Reading::turn(const Paragraph& paragraph) const {
  const std::string_view said = words(paragraph.range);
  return said.size() > 2 && (said[0] == 'Q' || said[0] == 'A') && (said[1] == ':' || said[1] == '.') && said[2] == ' '
             ? said[0]
             : '\0';
}

// Where an interview asks and answers, and whom it is with, who answers as "A:": of those named before the first
// question, or else at all, the one named most.
void Reading::find_interviewed() {
  for (const Paragraph& p : article_.paragraphs)
    if (const char now = turn(p); now != 0) turns_.push_back({p.range.begin, now});
  if (turns_.empty()) return;
  const auto question = std::find_if(turns_.begin(), turns_.end(), [](const Turn& t) { return t.opens == 'Q'; });
  const std::size_t first = question == turns_.end() ? text_.size() : question->begin;
  std::size_t most = 0;
  for (const bool ahead : {true, false})
    for (std::size_t i = 0; i < people_.people.size() && (ahead || interviewed_ == nobody); ++i) {
      const Person& p = people_.people[i];
      if (!p.person || p.written.size() < 2 || p.written == author_) continue;
      const auto named =
          static_cast<std::size_t>(std::count_if(p.mentions.begin(), p.mentions.end(), [&](std::size_t m) {
            return !ahead || people_.mentions()[m].bytes.begin < first;
          }));
      if (named > most) interviewed_ = i, most = named;
    }
}

// Who wrote what stands in the paragraphs behind "Holt wrote:"; nobody where no such line stands right before.
std::size_t Reading::cited(std::size_t byte) const {
  const auto after = std::partition_point(article_.paragraphs.begin(), article_.paragraphs.end(),
                                          [&](const Paragraph& p) { return p.range.begin <= byte; });
  if (after - article_.paragraphs.begin() < 2) return nobody;
  const Paragraph& line = *(after - 2);
  if (line.kind != Paragraph::Kind::body || !words(line.range).ends_with(":")) return nobody;
  const std::size_t sentence = sentence_of(line.range.end - 1);
  for (std::size_t i = first_mention(line.range.end); i-- > 0 && people_.mentions()[i].sentence == sentence;) {
    const Mention& m = people_.mentions()[i];
    if (people_.of(i) != nobody && people_.people[people_.of(i)].person && m.place == Mention::Place::head && acts(m))
      return people_.of(i);
  }
  return nobody;
}

// "I" and "we": who answers in an interview, is cited or signs a letter, else who writes.
Named Reading::first_person(std::size_t byte) const {
  const auto next =
      std::upper_bound(turns_.begin(), turns_.end(), byte, [](std::size_t at, const Turn& t) { return at < t.begin; });
  if (next != turns_.begin() && std::prev(next)->opens == 'A' && interviewed_ != nobody) return {interviewed_, {}};
  if (const std::size_t writes = cited(byte); writes != nobody) return {writes, {}};
  if (const std::size_t signs = signer_of(byte); signs != nobody) return {signs, {}};
  return author();
}

// Who spoke in the sentences right before, named in full, if he has the bare surname that the phrase is; nobody where
// the one whom that surname means elsewhere has been named since.
std::size_t Reading::namesake_before(At at, std::size_t named) const {
  if (last_ == nobody || last_ == named || sentence_of(last_at_) + 2 < at.sentence || last_asks()) return nobody;
  const Person &last = people_.people[last_], &other = people_.people[named];
  if (!last.name.full() || !other.name.full() || last.name.surname() != other.name.surname()) return nobody;
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t i = first_mention(span(at).bytes.begin);
  if (i >= mentions.size() || people_.of(i) != named || mentions[i].name.full() ||
      mentions[i].name.surname() != last.name.surname() ||
      (mentions[i].honorific && !fits(last_, mentions[i].gender)) || is_named(named, last_at_, span(at).bytes.begin))
    return nobody;
  const bool in_full = std::any_of(last.mentions.begin(), last.mentions.end(), [&](std::size_t m) {
    return mentions[m].name.full() && mentions[m].sentence == sentence_of(last_at_);
  });
  // "The former mayor told a crowd so. Holt also praised his brother."
  const bool described = std::any_of(spoke_.begin(), spoke_.end(), [&](const Spoke& spoke) {
    return spoke.described && spoke.person == last_ && spoke.at == last_at_;
  });
  return in_full || described ? last_ : nobody;
}

// The speaker by the first noun phrase or pronoun of the source.
Named Reading::by_head(At at, Range source) {
  const char symbol = span(at).symbol;
  if (at.span == 0 && words(source) == "A" && clauses_[at.sentence].symbols.find(parts_.colon) == 1 &&
      interviewed_ != nobody)
    return {interviewed_, {}};
  if (symbol == parts_.body || symbol == parts_.thing || symbol == parts_.person)
    if (const std::size_t before = described_before(at); before != nobody) return {before, {}};
  if (parts_.alphabet.is(symbol, "NP")) {
    if (const std::size_t named = named_by(at); named != nobody) {
      if (is_family(named) || many_alone(named)) return in_words(source, SpeakerKind::group);
      if (people_.people[named].written.size() == 1) return in_words(source, SpeakerKind::unnamed);  // "Q."
      if (!people_.people[named].person) return body(at, source);
      const std::size_t namesake = namesake_before(at, named);
      if (namesake != nobody) spoke_.push_back({span(at).bytes.begin, namesake, false});
      return {namesake == nobody ? named : namesake, {}};
    }
  }
  // "who in 2010 said": the year is not who speaks.
  if (symbol == parts_.thing && at.span > 1 && clauses_[at.sentence].spans[at.span - 2].symbol == parts_.who &&
      parts_.alphabet.is(clauses_[at.sentence].spans[at.span - 1].symbol, "PREPS"))
    return who({at.sentence, at.span - 2});
  if (symbol == parts_.person && at.span == 0 && behind_dateline(at.sentence) > 0) return {};
  if (symbol == parts_.person) {
    const Token& last = clauses_[at.sentence].tokens[span(at).tokens.end - 1];  // "the Anna Holt Foundation"
    const bool role = span(at).tokens.size() == 1 && parts_.lexer.has(last.entry, parts_.role);
    if (role || parts_.is_rank(words(span(at).bytes)))
      return words(source) == words(span(at).bytes) ? someone(at, source) : body(at, source);  // "Justice and Trade"
    if (last.symbol == parts_.organization || parts_.lexer.has(last.entry, parts_.ending)) return body(at, source);
    return in_words(span(at).bytes, SpeakerKind::person);
  }
  if (symbol == parts_.he || symbol == parts_.her || symbol == parts_.my || symbol == parts_.him)
    return pronoun(span(at).bytes);
  if (symbol == parts_.i) {
    const std::string who = fold_name(words(span(at).bytes));
    return who == "you" ? Named{} : first_person(span(at).bytes.begin);  // "you": anybody
  }
  if (symbol == parts_.they)
    return fold_name(words(span(at).bytes)) == "we" ? first_person(span(at).bytes.begin) : they(at);
  if (symbol == parts_.who) return who(at);
  if (symbol == parts_.that)  // "a report that found"
    return at.span > 0 ? by_head({at.sentence, at.span - 1}, clauses_[at.sentence].spans[at.span - 1].bytes) : Named{};
  if (symbol == parts_.which) return which(at);
  if (symbol == parts_.it) return it(at);
  if (symbol == parts_.body) return body(at, source);
  if (symbol == parts_.paper) return paper(at, source);
  if (symbol == parts_.group) return people(at, source);
  if (symbol == parts_.someone) return someone(at, source);
  return thing(at, source);
}

// The source is a part of a phrase: "Holt" of "Holt’s plan", "his" of "his claim", "many" of "many of them".
Named Reading::inside_phrase(At at, Range source) {
  const Clause& clause = clauses_[at.sentence];
  const Token* last = nullptr;
  for (std::size_t t = span(at).tokens.begin; t < span(at).tokens.end; ++t) {
    const Token& token = clause.tokens[t];
    if (!token.range.overlaps(source) || token.symbol == parts_.possessive) continue;
    if (token.symbol == parts_.of && last != nullptr) break;
    if (gender_of(words(token.range)) != Gender::unknown) return pronoun(token.range);
    last = &token;
  }
  if (last == nullptr) return by_head(at, source);
  const std::string_view said = words({source.begin, last->range.end});
  if (last->symbol == parts_.organization || last->symbol == parts_.place_symbol)
    return organization(bodies_.name(said, source.begin));
  for (std::size_t i = first_mention(source.begin);
       i < people_.mentions().size() && people_.mentions()[i].bytes.begin < source.end; ++i)
    if (people_.of(i) != nobody && people_.mentions()[i].bytes.end >= last->range.end)
      return whoever(people_.of(i), source);
  if (last->symbol == parts_.roles_symbol || last->symbol == parts_.determiner || last->symbol == parts_.number ||
      parts_.lexer.has(last->entry, parts_.crowd))
    return in_words(source, SpeakerKind::group);
  return by_head(at, source);
}

// The source stands in quotation marks or brackets, where no phrases are known.
Named Reading::in_quotation(Range source) {
  const std::string_view said = words(source);
  const PersonName name = parts_.mentions.names().parse(said);
  if (!name.words.empty())
    if (const std::size_t found = people_.find(name); found != nobody) return whoever(found, source);
  if (gender_of(said) != Gender::unknown) return pronoun(source);
  if (said == "I" || said == "we" || said == "We") return author();
  return in_words(source, SpeakerKind::unnamed);
}

Named Reading::name(const Quotation& quotation) {
  if (!quotation.source) return {};
  now_ = &quotation;
  const Range source = *quotation.source;
  const std::size_t sentence = sentence_of(source.begin);
  const Clause& clause = clauses_[sentence];
  const std::size_t behind = clause.spans.empty() ? 0 : behind_dateline(sentence);
  const std::size_t text_begin =
      behind < clause.spans.size() && clause.spans[behind].bytes.end <= source.end ? behind : 0;
  for (std::size_t i = 0; i < clause.spans.size(); ++i) {
    const Span& here = clause.spans[i];
    if (!here.bytes.overlaps(source) || i < text_begin) continue;
    if (parts_.alphabet.is(here.symbol, "QUOTED") || here.symbol == parts_.bracket) {
      if (here.bytes.contains(source)) return in_quotation(source);
      continue;
    }
    // "the Karl Weber campaign": the given name is a phrase of its own
    const std::size_t given =
        here.tokens.size() == 1 && clause.tokens[here.tokens.begin].symbol == parts_.determiner ? i + 1 : i;
    if (given + 1 < clause.spans.size() && clause.spans[given + 1].symbol == parts_.body &&
        clause.spans[given + 1].bytes.end == source.end && clause.spans[given].tokens.size() == 1 &&
        parts_.alphabet.is(clause.tokens[clause.spans[given].tokens.begin].symbol, "GIVEN"))
      return organization(bodies_.name(words({clause.spans[given].bytes.begin, source.end}), here.bytes.begin));
    const std::string alone = here.tokens.size() == 1 ? fold_name(words(here.bytes)) : std::string();
    if (alone == "the" && i + 1 < clause.spans.size() && here.bytes.end < source.end) continue;
    if (one_of(alone, {"those", "everyone", "everybody"})) return in_words(source, SpeakerKind::group);
    if (one_of(alone, {"anyone", "anybody", "someone", "somebody", "nobody"}))
      return in_words(source, SpeakerKind::unnamed);
    const bool can = parts_.alphabet.is(here.symbol, "SUBJECT") || here.symbol == parts_.which ||
                     here.symbol == parts_.my || here.symbol == parts_.her || here.symbol == parts_.him;
    if (!can && !(here.bytes == source)) continue;
    const bool part = here.bytes.begin + 4 < source.begin || source.end + 2 < here.bytes.end;
    if (part) return inside_phrase({sentence, i}, source);
    if (is_object({sentence, i})) return subject_of_object({sentence, i});
    const At head{sentence, head_of(sentence, i, source)};
    const Named found = by_head(head, source);
    if (head.span != i && found.person != nobody) spoke_.push_back({span(head).bytes.begin, found.person, false});
    return found;
  }
  return in_quotation(source);
}

}  // namespace onrecord
