// The part of Reading that finds out who is meant by a description.
#include <algorithm>
#include <cctype>

#include "core/by_hash.h"
#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

bool begins(std::string_view words, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return words.rfind(b, 0) == 0; });
}

// Parties that nobody is of both.
constexpr std::string_view rivals[][2]{{"democratic", "republican"}, {"labour", "conservative"}};

}  // namespace

// Whether the description cannot be the person's: it names him ("Holt’s spokesman"), or it is of another party or
// place than what he is called ("the Ohio senator", of a senator from Montana).
bool Reading::contradicts(std::string_view description, const Person& person) const {
  const std::string_view written = person.written;
  if (person.name.full() && has_word(description, written.substr(written.rfind(' ') + 1))) return true;
  std::vector<std::string> given;
  parts_.descriptions.add_words(description, given);
  const auto has = [](const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  for (const auto& [one, other] : rivals)
    if ((has(given, one) && has(person.role_words, other)) || (has(given, other) && has(person.role_words, one)))
      return true;
  const std::string place = place_in(description);
  if (place.empty()) return false;
  bool elsewhere = false;
  for (const RoleSeen& role : person.roles) {
    const std::string other = place_in(role.words);
    if (other == place) return false;
    elsewhere |= !other.empty();
  }
  return elsewhere;
}

// Whether the description tells of a place, and what is told of the person does not.
bool Reading::elsewhere(std::string_view description, std::size_t person) const {
  const std::string place = place_in(description);
  const std::vector<std::string>& told = people_.people[person].role_words;
  return !place.empty() && std::find(told.begin(), told.end(), place) == told.end();
}

// The first place in the words: "Ohio" of "the Ohio senator"; empty if there is none.
std::string Reading::place_in(std::string_view words) const {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = first_of(words, " ,()", at);
    std::string_view word = words.substr(at, end - at);
    at = end + 1;
    for (const std::string_view own : {"'s", "’s"})
      if (word.ends_with(own)) word.remove_suffix(own.size());
    if (word.empty() || word[0] < 'A' || word[0] > 'Z') continue;
    const std::uint32_t entry = parts_.lexer.entry(word);
    if (entry == 0 || !parts_.lexer.has(entry, parts_.place)) continue;
    std::vector<std::string> same;  // "Vt." is Vermont
    parts_.descriptions.add_words(word, same);
    if (!same.empty()) return same.front();
  }
  return {};
}

// Whether the sentence names the person beside the description, which is somebody else then: "Holt met the Mexican
// president." Who is named before a clause of its own can be meant in it: "… beat Holt, after the mayor had said …".
bool Reading::beside(std::size_t person, At at) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t here = span(at).bytes.begin;
  bool named = false, open = false;
  for (std::size_t i = first_mention(sentences_[at.sentence].range.begin);
       i < mentions.size() && mentions[i].sentence == at.sentence; ++i) {
    if (people_.of(i) != person) continue;
    named = true;
    if (mentions[i].bytes.begin > here) continue;
    const std::vector<Span>& spans = clauses_[at.sentence].spans;
    const auto opens = [&](std::size_t s) {
      return spans[s].symbol == parts_.until || parts_.alphabet.is(spans[s].symbol, "WH");
    };
    if (!is_subject(mentions[i]))
      for (std::size_t s = mentions[i].span + 1; s < at.span; ++s) open |= opens(s);
    // "Asked whether Holt knew, the mayor said": the name is in a clause that stands before.
    if (at.span > 0 && spans[at.span - 1].symbol == parts_.comma)
      for (std::size_t s = 0; s < mentions[i].span; ++s) open |= opens(s);
  }
  return named && !open;
}

// Whether more is told of the person than a party, and not only by how the article calls him later on.
bool Reading::has_office(const Person& person) {
  return std::any_of(person.roles.begin(), person.roles.end(),
                     [](const RoleSeen& r) { return !r.party && r.rank > 2; });
}

// The person whose role it is by the rules: "The mayor, Anna Holt, said".
std::size_t Reading::role_holder(Range bytes) const {
  const auto here = held_.find(sentence_of(bytes.begin));
  if (here == held_.end()) return nobody;
  std::size_t first = nobody;
  for (const Held& held : here->second)
    if (held.bytes.overlaps(bytes)) first = std::min(first, held.person);
  return first;
}

// Whether the description names the field of an office that the person has for another: "the finance minister".
bool Reading::other_field(const std::vector<std::string>& description, const Person& person) const {
  const std::string& head = Describer::head(description);
  if (!parts_.lexer.has(parts_.lexer.entry(head), parts_.portfolio)) return false;
  return std::any_of(description.begin(), description.end(), [&](const std::string& word) {
    std::string name = word;
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    const std::uint32_t entry = parts_.lexer.entry(name);
    const bool place = entry != 0 && (parts_.lexer.has(entry, parts_.place) || parts_.lexer.has(entry, parts_.nation));
    return word != head && !Describer::ends_head(word) && !place &&
           std::find(person.role_words.begin(), person.role_words.end(), word) == person.role_words.end();
  });
}

// How many sentences ago the person was named, outside what is said; many where he was not.
std::size_t Reading::sentences_since(std::size_t person, std::size_t at) const {
  const std::vector<std::size_t>& of = people_.people[person].mentions;
  for (auto i = of.rbegin(); i != of.rend(); ++i) {
    const Mention& m = people_.mentions()[*i];
    if (m.bytes.begin < at && m.place == Mention::Place::head && !in_told_[*i]) return sentence_of(at) - m.sentence;
  }
  return sentences_.size();
}

// Whose somebody is, as it is compared with roles: "mokar" of "Mokar’s chief"; empty where it is nobody's.
std::string Reading::owner_of(std::string_view description) const {
  std::size_t at = std::min(description.find("'s "), description.find("’s "));
  if (at == std::string_view::npos || description.find(" of ") < at) return {};
  const std::string_view before = description.substr(0, at);
  std::vector<std::string> owner;
  parts_.descriptions.add_words(before.substr(before.rfind(' ') + 1), owner);
  return owner.empty() ? std::string() : owner.back();
}

// Whether the person is told to have an office by its name alone; with `of_body` only of a body, and never of a place
// or a people: "World Bank President Holt".
bool Reading::presides(const Person& person, const std::string& office, bool of_body) const {
  bool found = false;
  for (const RoleSeen& role : person.roles) {
    std::vector<std::string> told;
    parts_.descriptions.add_words(role.words, told);
    if (told.empty() || Describer::head(told) != office) continue;
    if (!of_body && told.size() == 1) return true;
    found = told.size() > 1 && std::none_of(told.begin(), told.end(), [&](std::string word) {
              word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
              const std::uint32_t entry = parts_.lexer.entry(word);
              return parts_.lexer.has(entry, parts_.place) || parts_.lexer.has(entry, parts_.nation);
            });
    if (!found) return false;
  }
  return of_body && found;
}

// The person whose roles fit the description best; of equals the one named first.
std::size_t Reading::described(std::string_view description, std::size_t at, bool indefinite) const {
  return described(description, at, indefinite, [](std::size_t) { return true; });
}

std::size_t Reading::described(std::string_view description, std::size_t at, bool indefinite,
                               const std::function<bool(std::size_t)>& among) const {
  std::vector<std::string> given;
  parts_.descriptions.add_words(description, given);
  if (given.empty()) return nobody;
  if (indefinite) {  // "a 2008 Holt veteran": of a word that tells nothing
    std::vector<std::string> head;
    parts_.descriptions.add_words(description.substr(description.rfind(' ') + 1), head);
    if (head.empty()) return nobody;
  }
  const auto called = called_.find(hash64(Describer::head(given)));
  if (called == called_.end()) return nobody;
  const auto has_word = [](const std::vector<std::string>& all, const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  };
  std::string owner = owner_of(description);  // "Mokar" of "Mokar’s chief": of those who are told to be of Mokar
  const std::string whose = owner;
  const bool abroad = !owner.empty() && owner == place_in(description);  // "Germany’s president"
  if (std::none_of(people_.people.begin(), people_.people.end(),
                   [&](const Person& p) { return has_word(p.role_words, owner); }))
    owner.clear();
  // "The president" is President Holt, not World Bank President Weber.
  const bool bare = given.size() == 1 && parts_.lexer.has(parts_.lexer.entry(given.front()), parts_.leads) &&
                    std::any_of(called->second.begin(), called->second.end(),
                                [&](std::size_t p) { return presides(people_.people[p], given.front(), false); });
  constexpr std::size_t ahead = 6;  // sentences
  std::size_t best = nobody;
  double best_fit = 0;
  for (const std::size_t p : called->second) {
    const Person& person = people_.people[p];
    if (!person.person || contradicts(description, person) || (bare && presides(person, given.front(), true)) ||
        !among(p))
      continue;
    double fit = Describer::fit(given, person.role_words);
    if (fit < (indefinite ? 0.99 : 0.5) || other_field(given, person)) continue;
    if (!owner.empty() && !has_word(person.role_words, owner)) continue;
    // "Weber’s spokeswoman" is not whom the text calls Holt’s.
    if (!whose.empty() && !has_word(person.role_words, whose) &&
        std::any_of(person.roles.begin(), person.roles.end(), [&](const RoleSeen& r) {
          const std::string other = owner_of(r.words);
          return !other.empty() && other != whose && place_in(other).empty();
        }))
      continue;
    if (abroad && elsewhere(description, p)) continue;
    if (!indefinite && given.size() == 1 && only_listed(p, at)) continue;  // "the senator" is none of many
    const Mention& first = people_.mentions()[person.mentions.front()];
    const bool before = first.bytes.begin < at;
    if (first.sentence > sentence_of(at) + ahead) continue;  // whom the reader does not know yet
    const std::size_t ago = sentences_since(p, at);
    fit += 0.2 * before + 0.001 * std::min(person.weight, 50) + (ago <= 1 ? 0.3 : ago <= 3 ? 0.15 : 0);
    if (fit > best_fit || (fit == best_fit && p < best)) best = p, best_fit = fit;
  }
  return best;
}

// Whether the description names the office that the person has: "the independent Ohio senator", of Sen. Holt.
bool Reading::agrees(std::string_view description, const Person& person) const {
  std::vector<std::string> given;
  parts_.descriptions.add_words(description.substr(0, description.find(" and ")), given);
  return !given.empty() && std::find(person.role_words.begin(), person.role_words.end(), Describer::head(given)) !=
                               person.role_words.end();
}

// The head of a description: "minister" of "the finance minister of Westmark".
const Token& Reading::head_token(At at) const {
  const Clause& clause = clauses_[at.sentence];
  std::size_t end = span(at).tokens.begin + 1;
  while (end < span(at).tokens.end && clause.tokens[end].symbol != parts_.of) ++end;
  return clause.tokens[end - 1];
}

// Whether the description is of an office and the person has another: "the prime minister" is not President Holt. Of a
// nation’s leader, and of a former one, nobody can be meant who is not told to have it.
bool Reading::other_office(At at, const Person& person) const {
  const std::string_view description = words(span(at).bytes), head = words(head_token(at).range);
  const auto has = [&](std::string_view word, Tag tag) {
    word = word.substr(0, word.find(" of "));  // "secretary of state" is one word of the lexicon
    return parts_.lexer.has(parts_.lexer.entry(word.substr(word.find_last_of(" +") + 1)), tag);
  };
  const bool leader = has(head, parts_.leads), exclusive = has(head, parts_.exclusive);
  if ((!exclusive && !leader) || agrees(description, person)) return false;
  const bool former = description.find(" former ") != std::string_view::npos ||
                      description.rfind("former ", 0) != std::string_view::npos;
  bool nation = false;
  const Clause& clause = clauses_[at.sentence];
  for (std::size_t t = span(at).tokens.begin; t < span(at).tokens.end; ++t)
    nation |= parts_.lexer.has(clause.tokens[t].entry, parts_.nation);
  bool office = false;
  for (const RoleSeen& role : person.roles) {
    std::vector<std::string> told;
    parts_.descriptions.add_words(role.words, told);
    if (told.empty()) continue;
    if (leader && has(Describer::head(told), parts_.leads)) return false;
    office |= has(Describer::head(told), parts_.exclusive);
  }
  // "Holt got in on the game. “No,” the former president said."
  const bool acted =
      former && !nation && at.span > 0 && taken_up(at) &&
      std::any_of(person.mentions.begin(), person.mentions.end(), [&](std::size_t i) {
        const Mention& m = people_.mentions()[i];
        return m.sentence + 1 == at.sentence && m.place == Mention::Place::head && is_subject(m) && acts(m);
      });
  const bool aged = description.find("-year-old") != std::string_view::npos;
  return (office && !aged) || (leader && (nation || (former && !acted)));
}

// Whom the last sentence that names such a person is about, its first: of those who have no role of another kind.
// Newspapers call by a new word whom they have just named.
// An age tells nothing of a role: "the 43-year-old" may have one.
std::size_t Reading::just_named(At at, Gender gender, bool of_any_role) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t before = span(at).bytes.begin, here = at.sentence, other = object_of(at);
  const auto can = [&](std::size_t p) {
    return p != nobody && p != other && fits(p, gender) && !beside(p, at) &&
           !contradicts(words(span(at).bytes), people_.people[p]) && people_.people[p].known &&
           !other_office(at, people_.people[p]) && !only_listed(p, before);
  };
  std::size_t found = nobody, sentence = 0, only = nobody, near = nobody;
  for (std::size_t i = first_mention(before); i-- > 0 && mentions[i].sentence + 3 >= here;) {
    if (found != nobody && mentions[i].sentence != sentence) break;
    const std::size_t p = people_.of(i);
    // One who was brought in without a name since then is meant rather.
    if (found == nobody && !unnamed_.empty() && !unnamed_.back().asks && unnamed_.back().at > mentions[i].bytes.begin &&
        (gender == Gender::unknown || unnamed_.back().gender == Gender::unknown || unnamed_.back().gender == gender))
      return nobody;
    // "…, according to Holt." tells of something else.
    const Clause& clause = clauses_[mentions[i].sentence];
    const bool by_the_way = mentions[i].sentence + 1 < here && mentions[i].span > 0 &&
                            parts_.alphabet.is(clause.symbols[mentions[i].span - 1], "ACCORDING");
    if (in_told_[i] || mentions[i].headline || mentions[i].place != Mention::Place::head || asks(mentions[i]) ||
        by_the_way || (mentions[i].sentence == here && led_in(mentions[i], before)) || !can(p))
      continue;
    if (near == nobody || mentions[i].sentence == near) {
      only = near == nobody || only == p ? p : nobody;
      near = mentions[i].sentence;
    }
    // Who spoke in the sentence before is taken up at once, whomever it names besides.
    const bool had_spoken =
        found == nobody && taken_up(at) && mentions[i].sentence + 1 == here && speaks(mentions[i]) && acts(mentions[i]);
    if (of_any_role || !has_office(people_.people[p]) || agrees(words(span(at).bytes), people_.people[p]) ||
        had_spoken || (found != nobody && is_subject(mentions[i])))
      found = p, sentence = mentions[i].sentence;
    if (had_spoken) break;
  }
  if (last_ != nobody && last_ != found && !last_asks() && last_at_ < before && sentence_of(last_at_) + 1 >= here &&
      (found == nobody || sentence_of(last_at_) > sentence) && can(last_) &&
      (taken_up(at) || !has_office(people_.people[last_]) || agrees(words(span(at).bytes), people_.people[last_])))
    return last_;
  if (found != nobody || near + 1 < here) return found;
  // Of another role, but the only one of whom the sentence before tells, and taken up at once.
  return taken_up(at) ? only : nobody;
}

// Whether the sentence, or what follows a quotation, begins with the phrase: “…,” the mayor said.
bool Reading::taken_up(At at) const {
  if (at.span == 0) return true;
  const char ahead = clauses_[at.sentence].spans[at.span - 1].symbol;
  return ahead == parts_.comma || parts_.alphabet.is(ahead, "QUOTED");
}

std::size_t Reading::body_sentences_before(std::size_t sentence) const {
  std::size_t count = 0;
  for (std::size_t s = 0; s < sentence && count < 10; ++s) count += !sentences_[s].title;
  return count;
}

// Who a lede means that names nobody yet: the first person after it, within a few sentences, who has no role.
std::size_t Reading::soon_named(At at) const {
  if (body_sentences_before(at.sentence) > 1) return nobody;
  for (std::size_t i = first_mention(span(at).bytes.end); i < people_.mentions().size(); ++i) {
    const Mention& m = people_.mentions()[i];
    if (m.sentence > at.sentence + 4) break;
    const std::size_t p = people_.of(i);
    if (p == nobody || m.place != Mention::Place::head || !people_.people[p].known) continue;
    const Person& person = people_.people[p];
    if (people_.mentions()[person.mentions.front()].bytes.begin < span(at).bytes.begin &&
        !people_.mentions()[person.mentions.front()].headline)
      continue;
    if (role_of(person).empty() && !beside(p, at) && fits(p, gender_told(at))) return p;
  }
  return nobody;
}

// Whether the sentences before tell of such a one who has no name: "the client" behind "a client of the firm".
bool Reading::introduced(At at) const {
  const std::string_view head = words(clauses_[at.sentence].tokens[span(at).tokens.end - 1].range);
  for (std::size_t s = at.sentence < 4 ? 0 : at.sentence - 4; s <= at.sentence; ++s) {
    const Clause& clause = clauses_[s];
    for (std::size_t i = 0; i < clause.spans.size() && (s < at.sentence || i < at.span); ++i) {
      const Span& phrase = clause.spans[i];
      if (clause.tokens[phrase.tokens.begin].symbol != parts_.determiner ||
          !begins(words(phrase.bytes), {"a ", "an ", "A ", "An "}) || role_holder(phrase.bytes) != nobody)
        continue;
      for (std::size_t k = phrase.tokens.begin; k < phrase.tokens.end; ++k)
        if (words(clause.tokens[k].range) == head) return true;
    }
  }
  return false;
}

// Whether no verb stands in the source behind its first phrase: not "the candidate could be".
bool Reading::one_phrase(At at, Range source) const {
  const std::vector<Span>& spans = clauses_[at.sentence].spans;
  for (std::size_t i = at.span + 1; i < spans.size() && spans[i].bytes.begin < source.end; ++i) {
    if (spans[i].symbol == parts_.who) return true;
    if (parts_.alphabet.is(spans[i].symbol, "FINITE")) return false;
  }
  return true;
}

// Whose surname the phrase is, though it is a word for people as well: "said Baker"; nobody where a sentence begins
// with it, or where it is no one’s.
std::size_t Reading::surname_of(At at) const {
  const std::string_view word = words(span(at).bytes);
  if (span(at).tokens.size() != 1 || word[0] < 'A' || word[0] > 'Z' || sentences_[at.sentence].title ||
      span(at).bytes.begin == sentences_[at.sentence].range.begin)
    return nobody;
  const std::size_t found = people_.find({{fold_name(word)}, {}});
  return found != nobody && people_.people[found].name.full() && people_.people[found].known &&
                 people_.people[found].name.surname() == fold_name(word)
             ? found
             : nobody;
}

// Whether the paragraph has told of the person first, and only in the sentence before.
bool Reading::opens_paragraph(std::size_t person, std::size_t sentence) const {
  const std::size_t first = first_of_paragraph(sentence);
  return first + 1 == sentence && sentences_since(person, sentences_[sentence].range.begin) == 1;
}

Named Reading::someone(At at, Range source) {
  const Span& here = span(at);
  const Token& head = clauses_[at.sentence].tokens[here.tokens.end - 1];
  if (head.symbol == parts_.title && text_[head.range.end - 1] == 's')
    return in_words(source, SpeakerKind::group);  // "Senators"
  if (const std::size_t holder = role_holder(here.bytes); holder != nobody) {
    if (now_->source->begin == here.bytes.begin) spoke_.push_back({here.bytes.begin, holder, true});
    return {holder, {}};
  }
  if (const std::size_t surname = surname_of(at); surname != nobody) return {surname, {}};
  const std::string_view description = words(here.bytes);
  bool capital = true;
  for (std::size_t i = here.tokens.begin; i < here.tokens.end; ++i) {
    const Token& token = clauses_[at.sentence].tokens[i];
    const std::string_view word = words(token.range).substr(words(token.range).rfind(' ') + 1);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    capital &= token.symbol == parts_.determiner || (is_capital(word[0]) && is_capital(text_[token.range.begin]));
  }
  if (capital && here.tokens.size() > 1 && head.symbol != parts_.title && !sentences_[at.sentence].title &&
      !parts_.lexer.has(head.entry, parts_.title_tag) && !parts_.lexer.has(head.entry, parts_.nation))
    return organization(bodies_.name(description, here.bytes.begin));  // "The Union Leader" is a newspaper
  const bool indefinite = begins(description, {"a ", "an ", "A ", "An ", "one ", "One ", "another ", "Another "});
  const bool owned =
      begins(description, {"his ", "her ", "their ", "its ", "my ", "our ", "His ", "Her ", "Their ", "My ", "Our "});
  const bool single = description.find(' ') == description.rfind(' ');
  // "a longtime adviser to both Holts" is more than its first phrase: all of it must be told of somebody.
  const std::string_view whole =
      source.begin == here.bytes.begin ? words(source).substr(0, words(source).find(',')) : description;
  std::size_t found = owned || (indefinite && single)
                          ? nobody
                          : described(indefinite ? whole : description, here.bytes.begin, indefinite);
  if (!owned && !indefinite)
    if (const std::size_t topic = of_section(at, found); topic != nobody) found = topic;
  if (found == nobody && !single && !owned && (indefinite || sentences_[at.sentence].title)) found = soon_named(at);
  const bool of_name =
      description.find("'s ") != std::string_view::npos || description.find("’s ") != std::string_view::npos;
  // "Hallow’s former strategist" is new to the reader, but in the first sentences, where two names are all there is.
  const bool definite =
      of_name ? !owned && !indefinite && body_sentences_before(at.sentence) < 3 : begins(description, {"the ", "The "});
  // Who has a name is seldom called so: "the official" after a name is somebody else.
  const bool passing = parts_.lexer.has(head.entry, parts_.passing);
  if (found != nobody && definite && !parts_.lexer.has(head.entry, parts_.leads) &&
      body_sentences_before(at.sentence) > 2 &&
      people_.mentions()[people_.people[found].mentions.front()].bytes.begin > here.bytes.begin)
    found = nobody;
  // Of those who are told to have the office the nearest; but no one far away where another is just named.
  if (found != nobody && definite && means_unnamed(at, found))
    return remember(in_words(source, SpeakerKind::unnamed), at);
  const std::size_t ago = found == nobody ? 0 : sentences_since(found, here.bytes.begin);
  const bool spoke = last_ != nobody && last_ != found && sentence_of(last_at_) + 1 == at.sentence;
  // Whom only a headline has named so far.
  const std::vector<Mention>& mentions = people_.mentions();
  const bool later =
      found != nobody &&
      std::none_of(people_.people[found].mentions.begin(), people_.people[found].mentions.end(),
                   [&](std::size_t i) { return mentions[i].bytes.begin < here.bytes.begin && !mentions[i].headline; });
  constexpr std::size_t long_ago = 15;  // sentences
  const bool far = ago > 4 || (ago > 1 && spoke && single);
  if ((found == nobody || far || later) && definite && !passing && !introduced(at)) {
    const std::size_t near = just_named(at, gender_told(at), description.find("-year-old") != std::string_view::npos);
    if (found == nobody ||
        (near != nobody &&
         (later || !has_office(people_.people[near]) || elsewhere(description, found) ||
          (((spoke && near == last_ && ago > long_ago) || opens_paragraph(near, at.sentence)) &&
           !parts_.lexer.has(head.entry, parts_.leads) && !parts_.lexer.has(head.entry, parts_.exclusive)))))
      found = near;
  }
  // "the governor", by one word, is nobody of long ago, nor who is told only later to be so; there is one president.
  if (found != nobody && definite && !parts_.lexer.has(head.entry, parts_.leads) &&
      body_sentences_before(at.sentence) > 2 && single && sentences_since(found, here.bytes.begin) > long_ago)
    found = nobody;
  if (found == nobody) {
    const Named unnamed = in_words(source, SpeakerKind::unnamed);
    // The writer's mother has a name that the reader learns.
    return begins(description, {"my ", "My ", "our ", "Our "}) ? unnamed : remember(unnamed, at);
  }
  // "the mayor and former judge" says more than its first phrase
  const bool more = source.begin == here.bytes.begin && source.size() > here.bytes.size() && source.size() < 120 &&
                    one_phrase(at, source) && !contradicts(words(source), people_.people[found]);
  give_role(found, parts_.roles.described(words(more ? source : here.bytes), here.bytes));
  spoke_.push_back({here.bytes.begin, found, true});
  return {found, {}};
}

}  // namespace onrecord
