// The part of Reading that finds out what the people are, and whether men or women.
#include <algorithm>
#include <tuple>

#include "core/by_hash.h"
#include "extract/body.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

}  // namespace

void Reading::give_role(std::size_t person, RoleSeen role) {
  Person& p = people_.people[person];
  held_[sentence_of(role.bytes.begin)].push_back({role.bytes, person});
  const bool again = std::any_of(p.roles.begin(), p.roles.end(), [&](const RoleSeen& seen) {
    return std::tie(seen.words, seen.rank, seen.title, seen.clause, seen.party) ==
           std::tie(role.words, role.rank, role.title, role.clause, role.party);
  });
  if (again) return;
  if (p.gender == Gender::unknown) p.gender = parts_.mentions.role_gender(role.words);
  const std::size_t last = p.role_words.empty() ? 0 : p.role_words.size() - 1;  // its last word may grow
  parts_.descriptions.add_words(role.words, p.role_words);
  for (std::size_t w = last; w < p.role_words.size(); ++w) called_[hash64(p.role_words[w])].push_back(person);
  p.roles.push_back(std::move(role));
}

// Whether the name follows the one that has the title in a list: no more than brackets, "of" phrases, commas and "and"
// stand between.
bool Reading::joined(const Clause& clause, const Shared& shared, const Mention& mention) const {
  if (shared.span == 0 || mention.span < shared.span + 1) return false;
  bool link = false;
  for (std::size_t i = shared.span; i < mention.span; ++i) {
    const char symbol = clause.spans[i].symbol;
    link |= symbol == parts_.conjunction || symbol == parts_.comma;
    if (symbol != parts_.conjunction && symbol != parts_.comma && symbol != parts_.bracket) return false;
  }
  return link;
}

void Reading::find_roles() {
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t i = 0; i < mentions.size();) {
    const std::size_t sentence = mentions[i].sentence;
    const Clause& clause = clauses_[sentence];
    std::vector<std::size_t> named;
    for (std::size_t k = i; k < mentions.size() && mentions[k].sentence == sentence; ++k)
      if (people_.of(k) != nobody && mentions[k].place == Mention::Place::head) named.push_back(mentions[k].span);
    const std::vector<RoleFound> found = parts_.roles.find(text_, clause, named);
    Shared shared;
    for (; i < mentions.size() && mentions[i].sentence == sentence; ++i) {
      if (people_.of(i) == nobody || mentions[i].place != Mention::Place::head) continue;
      Person& person = people_.people[people_.of(i)];
      if (person.many || mentions[i].label) continue;
      RoleSeen role = parts_.roles.before(text_, clause, mentions[i]);
      // "Sens. Anna Holt (D-Mont.) and Karl Weber (R-Ohio)": he is one as well.
      if (role.words.empty() && mentions[i].title.empty() && joined(clause, shared, mentions[i]))
        role = shared.role, role.words = std::string(shared.role.words), role.bytes = mentions[i].bytes;
      else
        shared = {};
      if (!role.words.empty()) {
        const bool many = !mentions[i].title.empty() && words(mentions[i].title).ends_with("s.");
        if (many || shared.span > 0) shared = {role, mentions[i].span + 1};
        give_role(people_.of(i), std::move(role));
      }
      for (const RoleFound& f : found)
        if (f.span == mentions[i].span) give_role(people_.of(i), parts_.roles.seen(text_, f));
      // "CNN’s Holt" may be anything of CNN's, "Holt Energy, an investor" no human being.
      const bool told =
          std::any_of(person.roles.begin(), person.roles.end(), [](const RoleSeen& r) { return r.rank > 1; });
      if (told ? !person.thing : !person.roles.empty() && (person.person || person.name.full()) && !person.thing)
        person.known = person.person = true;
    }
  }
}

// Whether a word is a phrase by itself: "her", not "her plan".
bool Reading::is_alone(std::size_t sentence, Range word) const {
  const std::vector<Span>& spans = clauses_[sentence].spans;
  return std::any_of(spans.begin(), spans.end(), [&](const Span& s) { return s.bytes == word; });
}

// The gender of someone by the words themselves or by the pronoun that follows: "The nominee attacked her rival".
Gender Reading::gender_told(At at) const {
  if (const Gender own = gender_in(at); own != Gender::unknown) return own;
  const Clause& clause = clauses_[at.sentence];
  // "After a nurse had left, the mayor spoke, though she": who is she?
  const bool others = clause.symbols.find(parts_.someone) < at.span;
  for (std::size_t t = span(at).tokens.end; t < clause.tokens.size(); ++t) {
    const Token& token = clause.tokens[t];
    if (token.symbol == parts_.him || (token.symbol == parts_.he && others)) continue;
    if (token.symbol == parts_.her && is_alone(at.sentence, token.range)) continue;  // "named her"
    if (const Gender told = gender_of(words(token.range)); told != Gender::unknown) return told;
    if (const std::size_t m = first_mention(token.range.begin);
        m < people_.mentions().size() && token.range.contains(people_.mentions()[m].bytes.begin) &&
        people_.of(m) != nobody && people_.people[people_.of(m)].known)
      break;
  }
  return Gender::unknown;
}

// Whether the name tells where somebody is from: ", of Westmark,".
bool Reading::is_home(const Mention& mention) const {
  const std::string& symbols = clauses_[mention.sentence].symbols;
  return mention.span > 1 && mention.span + 1 < symbols.size() && symbols[mention.span + 1] == parts_.comma &&
         symbols[mention.span - 2] == parts_.comma && parts_.alphabet.is(symbols[mention.span - 1], "PREPS") &&
         !mention.name.full();
}

// "With Holt by her side": hers is somebody else’s.
bool Reading::beside_another(const Mention& mention) const {
  const std::string& symbols = clauses_[mention.sentence].symbols;
  const auto hangs = [&](std::size_t i) { return parts_.alphabet.is(symbols[i], "PREPS"); };
  return mention.span > 0 && hangs(mention.span - 1) && mention.span + 1 < symbols.size() && hangs(mention.span + 1);
}

// Persons whose names do not tell: by the pronouns that follow their names in the sentence.
void Reading::find_genders() {
  const std::vector<Mention>& mentions = people_.mentions();
  for (std::size_t p = 0; p < people_.people.size(); ++p) {
    Person& person = people_.people[p];
    if (person.many || (person.gender != Gender::unknown && person.known)) continue;
    int man = 0, woman = 0, thing = 0;
    for (const std::size_t i : person.mentions) {
      if (mentions[i].place != Mention::Place::head) continue;
      const bool aside = person.known && beside_another(mentions[i]);
      std::size_t next = i + 1;  // past "of Westmark" in "Anna Holt, 29, of Westmark, says her …"
      while (next < mentions.size() && mentions[next].sentence == mentions[i].sentence && is_home(mentions[next]))
        ++next;
      const std::size_t stop = next < mentions.size() ? mentions[next].bytes.begin : text_.size();
      const std::vector<Token>& tokens = clauses_[mentions[i].sentence].tokens;
      auto at = std::partition_point(tokens.begin(), tokens.end(),
                                     [&](const Token& t) { return t.range.begin < mentions[i].bytes.end; });
      for (; at != tokens.end() && at->range.begin < stop; ++at) {
        const Token& t = *at;
        if (t.symbol != parts_.he && t.symbol != parts_.my && t.symbol != parts_.her) continue;
        if (t.symbol == parts_.her && is_alone(mentions[i].sentence, t.range)) continue;  // "Holt backed her"
        const Gender gender = gender_of(words(t.range));
        thing += acts(mentions[i]) && fold_name(words(t.range)) == "its";
        man += gender == Gender::man && !aside;
        woman += gender == Gender::woman && !aside;
      }
    }
    // "Mokar says its business has grown": no human being, if nothing else says so.
    if (thing > 0 && man + woman == 0 && !person.known && !person.name.full()) person.person = false;
    if (man == woman) continue;
    // "Bishop said he": no mere word, as it can be at the head of a sentence.
    const bool within = std::any_of(person.mentions.begin(), person.mentions.end(), [&](std::size_t i) {
      return mentions[i].bytes.begin > sentences_[mentions[i].sentence].range.begin;
    });
    if (!person.name.full()) person.person |= !acronym(person.written) && within;
    person.known |= person.person && person.name.full();
    if (person.gender == Gender::unknown) person.gender = man > woman ? Gender::man : Gender::woman;
  }
}

// Whether the sentence is a paragraph of its own and no more than a name: "Anna Holt.", "@holt."
bool Reading::stands_alone(std::size_t sentence) const {
  const auto other = [&](std::size_t s) { return sentences_[s].paragraph != sentences_[sentence].paragraph; };
  const std::string& symbols = clauses_[sentence].symbols;
  const bool name = !symbols.empty() && (symbols[0] == parts_.person || text_[sentences_[sentence].range.begin] == '@');
  return name && (symbols.size() == 1 || (symbols.size() == 2 && parts_.alphabet.is(symbols[1], "STOP"))) &&
         !sentences_[sentence].title && sentence > 0 && other(sentence - 1) &&
         (sentence + 1 == sentences_.size() || other(sentence + 1));
}

// Who signs the letters of a page of them: several, one of a known first name, whom no sentence names but such a line.
void Reading::find_signers() {
  std::vector<bool> signs;
  std::size_t several = 0, known = 0;
  for (const Person& p : people_.people) {
    signs.push_back(p.person && p.name.full() && std::all_of(p.mentions.begin(), p.mentions.end(), [&](std::size_t i) {
                      return stands_alone(people_.mentions()[i].sentence);
                    }));
    several += signs.back(), known += signs.back() && p.known;
  }
  if (several < 2 || known == 0) return;
  signs_ = std::move(signs);
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    if (stands_alone(s)) alone_.push_back(s);
  }
}

// Who signs what stands at the byte; nobody where that is no letter, or signed by no name.
std::size_t Reading::signer_of(std::size_t byte) const {
  if (alone_.empty()) return nobody;
  const auto line = std::upper_bound(alone_.begin(), alone_.end(), sentence_of(byte));
  if (line == alone_.end()) return nobody;
  const std::size_t i = first_mention(sentences_[*line].range.begin);
  const bool named =
      i < people_.mentions().size() && people_.mentions()[i].sentence == *line && people_.of(i) != nobody;
  return named && signs_[people_.of(i)] ? people_.of(i) : nobody;
}

}  // namespace onrecord
