// The part of Reading that finds out who is meant by a description.
#include <algorithm>

#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

bool begins(std::string_view words, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return words.rfind(b, 0) == 0; });
}

}  // namespace

// The person whose role it is by the rules: "The mayor, Anna Holt, said".
std::size_t Reading::role_holder(Range bytes) const {
  const auto here = held_.find(sentence_of(bytes.begin));
  if (here == held_.end()) return nobody;
  std::size_t first = nobody;
  for (const Held& held : here->second)
    if (held.bytes.overlaps(bytes)) first = std::min(first, held.person);
  return first;
}

// The person whose roles fit the description best; of equals the one named first.
std::size_t Reading::described(std::string_view description, std::size_t at, bool indefinite) const {
  std::vector<std::string> given;
  parts_.descriptions.add_words(description, given);
  if (given.empty()) return nobody;
  const auto called = called_.find(Describer::head(given));
  if (called == called_.end()) return nobody;
  std::size_t best = nobody;
  double best_fit = 0;
  for (const std::size_t p : called->second) {
    const Person& person = people_.people[p];
    if (!person.person) continue;
    double fit = Describer::fit(given, person.role_words);
    if (fit < (indefinite ? 0.99 : 0.5)) continue;
    const bool before = people_.mentions()[person.mentions.front()].bytes.begin < at;
    fit += 0.2 * before + 0.001 * std::min(person.weight, 50);
    if (fit > best_fit || (fit == best_fit && p < best)) best = p, best_fit = fit;
  }
  return best;
}

// Whom the last sentence that names such a person is about, its first: of those who have no role of another kind.
// Newspapers call by a new word whom they have just named.
// An age tells nothing of a role: "the 43-year-old" may have one.
std::size_t Reading::just_named(std::size_t before, Gender gender, bool of_any_role) const {
  const std::vector<Mention>& mentions = people_.mentions();
  const std::size_t here = sentence_of(before);
  std::size_t found = nobody, sentence = 0;
  for (std::size_t i = first_mention(before); i-- > 0 && mentions[i].sentence + 3 >= here;) {
    if (found != nobody && mentions[i].sentence != sentence) break;
    const std::size_t p = people_.of(i);
    if (in_told_[i] || mentions[i].place != Mention::Place::head || !fits(p, gender)) continue;
    if (people_.people[p].known && (of_any_role || role_of(people_.people[p]).empty()))
      found = p, sentence = mentions[i].sentence;
  }
  return found;
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
    if (role_of(person).empty()) return p;
  }
  return nobody;
}

Named Reading::someone(At at, Range source) {
  const Span& here = span(at);
  const Token& head = clauses_[at.sentence].tokens[here.tokens.end - 1];
  if (head.symbol == parts_.title && text_[head.range.end - 1] == 's')
    return in_words(source, SpeakerKind::group);  // "Senators"
  if (const std::size_t holder = role_holder(here.bytes); holder != nobody) return {holder, {}};
  const std::string_view description = words(here.bytes);
  const bool indefinite = begins(description, {"a ", "an ", "A ", "An ", "one ", "One ", "another ", "Another "});
  const bool owned =
      begins(description, {"his ", "her ", "their ", "its ", "my ", "our ", "His ", "Her ", "Their ", "My ", "Our "});
  const bool single = description.find(' ') == description.rfind(' ');
  std::size_t found = owned || (indefinite && single) ? nobody : described(description, here.bytes.begin, indefinite);
  if (found == nobody && !single && (indefinite || sentences_[at.sentence].title)) found = soon_named(at);
  const bool of_name =
      description.find("'s ") != std::string_view::npos || description.find("’s ") != std::string_view::npos;
  // "Hallow’s former strategist" is new to the reader, but in the first sentences, where two names are all there is.
  const bool definite =
      of_name ? !owned && !indefinite && body_sentences_before(at.sentence) < 3 : begins(description, {"the ", "The "});
  // Who has a name is seldom called so: "the official" after a name is somebody else.
  const bool passing = parts_.lexer.has(head.entry, parts_.passing);
  if (found == nobody && definite && !passing)
    found = just_named(here.bytes.begin, gender_in(at), description.find("-year-old") != std::string_view::npos);
  if (found == nobody) {
    const Named unnamed = in_words(source, SpeakerKind::unnamed);
    // The writer's mother has a name that the reader learns.
    return begins(description, {"my ", "My ", "our ", "Our "}) ? unnamed : remember(unnamed, at);
  }
  // "the mayor and former judge" says more than its first phrase
  const bool more = source.begin == here.bytes.begin && source.size() > here.bytes.size() && source.size() < 120;
  give_role(found, parts_.roles.described(words(more ? source : here.bytes), here.bytes));
  return {found, {}};
}

}  // namespace onrecord
