#include "extract/people.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/by_hash.h"
#include "core/nearest.h"
#include "core/text.h"
#include "extract/body.h"

namespace onrecord {
namespace {

std::string_view last_word(std::string_view surname) { return surname.substr(surname.rfind(' ') + 1); }

constexpr std::size_t long_surname = 7;

// One letter more, less or other leaves one of the two ends of a long surname as it is.
std::array<std::uint64_t, 2> ends(std::string_view surname) {
  return {hash64(surname.substr(0, 3)), ~hash64(surname.substr(surname.size() - 3))};
}

bool fits(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "Q", "MS804", "NEWS-TV", "example.com": nobody is called so.
bool no_name(std::string_view word) {
  const std::size_t dash = word.rfind('-');
  return has_digit(word) || word.find(".com") != std::string_view::npos ||
         (word.size() > 3 && word[1] == '-' && word[2] >= 'A' && word[2] <= 'Z') ||  // "R-NY"
         (dash != std::string_view::npos && acronym(word.substr(dash + 1))) ||       // "NEWS-TV"
         (word.rfind("The", 0) == 0 && word.size() > 3 && word[3] >= 'A' && word[3] <= 'Z');
}

// "PollWatch", but not "McHallow" or "DeHolt".
bool inner_capital(std::string_view word) {
  for (std::size_t i = 4; i < word.size(); ++i)
    if (word[i] >= 'A' && word[i] <= 'Z' && word[i - 1] >= 'a' && word[i - 1] <= 'z') return true;
  return false;
}

}  // namespace

People::People(std::string_view text, const Names& names, std::vector<Mention> mentions)
    : text_(text), names_(names), mentions_(std::move(mentions)), of_(mentions_.size(), nobody) {
  const auto each = [&](const auto& chosen, const auto& add) {
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      if (of_[i] == nobody && chosen(mentions_[i])) add(i);
  };
  each([](const Mention& m) { return m.name.full() && !m.headline && m.given && !m.titled && !m.plain; },
       [&](std::size_t i) { add_full(i); });
  each([](const Mention& m) { return m.name.full() && !m.headline; }, [&](std::size_t i) { add_full(i); });
  each([](const Mention& m) { return m.name.full() && m.headline; }, [&](std::size_t i) { add_known(i); });
  // "Mr. Holt" before "Holt": in an article on Anna Holt he is somebody else.
  each([](const Mention& m) { return !m.name.full() && !m.headline && m.honorific && m.gender != Gender::unknown; },
       [&](std::size_t i) { add_short(i); });
  each([](const Mention& m) { return !m.name.full() && !m.headline; }, [&](std::size_t i) { add_short(i); });
  each([](const Mention& m) { return m.headline; }, [&](std::size_t i) { add_headline(i); });
  for (Person& p : people) {
    std::sort(p.mentions.begin(), p.mentions.end());
    judge(p);
  }
}

// "J.M. Holt", but not "U.S. Steel".
bool People::initials(const Mention& mention) const {
  const std::string_view written = slice(text_, mention.bytes);
  return mention.name.full() && written.size() > 5 && written[1] == '.' && !mention.plain && !mention.plain_end &&
         !mention.thing_end;
}

// Whether it is a human being at all.
void People::judge(Person& person) const {
  bool plain = false, plain_end = false, thing = false, inner = false, surname = false, plain_alone = false;
  std::size_t with_article = 0, without = 0;
  // "Holt Train" is a thing of Holt's.
  const std::string& first = person.name.words.front();
  const auto owner = person.name.full() ? by_word_.find(hash64(first)) : by_word_.end();
  const bool owned =
      owner != by_word_.end() && std::any_of(owner->second.begin(), owner->second.end(), [&](std::size_t other) {
        return &people[other] != &person && people[other].name.surname() == first;
      });
  for (const std::size_t i : person.mentions) {
    const Mention& m = mentions_[i];
    const bool inside = m.place == Mention::Place::inside;
    const bool of_body = m.thing_end && (m.name.words.size() > 2 || owned);  // "Anna Holt Foundation"
    person.known |= !m.title.empty() || (m.given && !inside && !of_body) || (initials(m) && !inside);
    plain |= m.plain && m.name.full();
    person.many |= m.many && !person.name.full();
    plain_end |= m.plain_end && m.name.full();
    thing |= m.thing_end && (!m.given || of_body) && m.name.full();
    plain_alone |= m.plain && !person.name.full();
    surname |= person.name.full() && !m.name.full() && !inside;
    inner |= inner_capital(slice(text_, m.bytes));
    if (m.place != Mention::Place::head) continue;
    (m.determined ? with_article : without) += 1;
  }
  // "Anna" alone is a woman; "Karl" is no man where a full name shows that it is a surname.
  if (person.gender == Gender::unknown && !person.name.full())
    person.gender = mentions_[person.mentions.front()].gender;
  person.known |= surname && !plain_end && !thing && !acronym(person.name.surname());
  if (with_article > without && person.name.full()) person.known = false;  // nobody is called "the Anna Holt"
  if (has_digit(person.written)) person.known = false, thing = true;
  // "the Holts", too
  person.many |= !person.known && !person.name.full() && without == 0 && with_article > 0 &&
                 person.written.ends_with("s") && !person.written.ends_with("ss");
  if (person.many) person.known = person.person = false;
  if (person.known || person.many) return;
  const std::string& written = person.written;
  const std::string last = written.substr(written.rfind(' ') + 1);
  person.thing = thing;
  const bool of_another = owned && plain_end;
  person.person = !(plain || plain_alone || with_article > without || inner || acronym(last) || no_name(last) ||
                    no_name(written) || of_another || thing);
}

// A mention whose words are not all a name: it says who, not how they are called.
void People::refer(std::size_t mention, std::size_t person) {
  of_[mention] = person;
  people[person].mentions.push_back(mention);
}

void People::join(std::size_t mention, std::size_t person) {
  const Mention& m = mentions_[mention];
  Person& p = people[person];
  of_[mention] = person;
  p.mentions.push_back(mention);
  // "Karl" and "Kelly" can be surnames, and tell no gender then.
  if (p.gender == Gender::unknown && (m.name.full() || m.honorific)) p.gender = m.gender;
  if (m.name.full())
    p.weight += m.place == Mention::Place::head ? 2 : 1;
  else if (names_.short_form(m.name, p.name) == ShortForm::given)
    p.weight -= 1;
  const bool longer =
      !m.alias && ((m.name.words.size() > p.name.words.size() && !(m.plain && p.name.full())) ||  // "Telling Anna Holt"
                   (m.name.words.size() == p.name.words.size() && m.bytes.size() > p.written.size() && !m.headline));
  if (longer &&
      (m.headline ? m.given && !p.name.full() && m.name.surname() == p.name.surname() : m.given || m.name.full())) {
    for (std::size_t w = 0; w + 1 < m.name.words.size(); ++w) by_word_[hash64(m.name.words[w])].push_back(person);
    p.name = m.name;
    p.written = written(m);
    keep_ends(person);
  }
}

std::string People::written(const Mention& mention) const {
  std::string out = plain_spaces(slice(text_, mention.bytes));
  if (!mention.surname.empty()) out.append(" ").append(slice(text_, mention.surname));
  return out;
}

void People::keep_ends(std::size_t person) {
  const PersonName& name = people[person].name;
  if (!name.full() || name.surname().size() + 1 < long_surname) return;
  for (const std::uint64_t end : ends(name.surname())) by_ends_[end].push_back(person);
}

std::size_t People::make(std::size_t mention) {
  const Mention& m = mentions_[mention];
  const std::size_t person = people.size();
  people.push_back({m.name, written(m), Gender::unknown, false, true, false, false, {}, 0, {}, {}});
  by_word_[hash64(last_word(m.name.surname()))].push_back(person);
  for (std::size_t w = 0; w + 1 < m.name.words.size(); ++w) by_word_[hash64(m.name.words[w])].push_back(person);
  keep_ends(person);
  join(mention, person);
  return person;
}

// Joins a full name to a person of that name; false if there is none.
bool People::add_known(std::size_t mention) {
  const Mention& m = mentions_[mention];
  for (const std::string_view word : {last_word(m.name.surname()), std::string_view(m.name.words.front())}) {
    const auto known = by_word_.find(hash64(word));
    if (known == by_word_.end()) continue;
    for (const std::size_t person : known->second) {
      const PersonName& other = people[person].name;
      if (!fits(m.gender, people[person].gender)) continue;
      // "Anna Holt Center" is not Anna Holt.
      const Mention& first = mentions_[people[person].mentions.front()];
      if (m.thing_end != first.thing_end && m.given && first.given && m.name.words.size() != other.words.size() &&
          m.name.surname() != other.surname())
        continue;
      if (names_.reversed(m.name, other)) {
        for (const std::string& part : m.name.words) by_word_[hash64(part)].push_back(person);
        refer(mention, person);
        return true;
      }
      if (names_.same(m.name, other) || names_.short_form(m.name, other) == ShortForm::surname ||
          (other.words.size() > 1 && names_.short_form(other, m.name) == ShortForm::surname)) {
        join(mention, person);
        return true;
      }
    }
  }
  return false;
}

void People::add_full(std::size_t mention) {
  const Mention& m = mentions_[mention];
  if (add_known(mention)) return;
  // "Dean Holt", "AG Holt" are whom the article calls Holt by a full name.
  if (m.titled || m.plain || acronym(m.name.words.front()) ||
      acronym(slice(text_, m.bytes).substr(0, slice(text_, m.bytes).find(' ')))) {
    const std::size_t person = find({{m.name.surname()}, m.name.suffix}, m.honorific ? m.gender : Gender::unknown);
    if (person != nobody && people[person].name.full() && people[person].name.surname() == m.name.surname())
      return refer(mention, person);
  }
  if (m.place == Mention::Place::inside && !m.given && m.title.empty())
    add_short(mention);
  else
    make(mention);
}

// "Holt Says" is Holt; "Anna Holt", where the text says Holt alone, is her full name.
void People::add_headline(std::size_t mention) {
  const Mention& m = mentions_[mention];
  if (!m.name.full()) return add_short(mention);
  if (const auto known = by_word_.find(hash64(last_word(m.name.surname()))); known != by_word_.end() && m.given)
    for (const std::size_t person : known->second)
      if (!people[person].name.full() && fits(m.gender, people[person].gender)) return join(mention, person);
  for (const std::string& word : m.name.words)
    if (const std::size_t person = find({{word}, {}}); person != nobody) return refer(mention, person);
  if (m.given) make(mention);
}

std::size_t People::find(const PersonName& name, Gender gender, std::size_t near) const {
  const auto known = by_word_.find(hash64(last_word(name.surname())));
  if (known == by_word_.end()) return nobody;
  constexpr int first_named = 20, just_named = 100;
  std::size_t best = nobody;
  int best_weight = 0;
  for (const std::size_t person : known->second) {
    const Person& p = people[person];
    int weight = 0;
    if (p.name.words == name.words || names_.same(name, p.name))
      weight = 10000;
    else if (const ShortForm form = names_.short_form(name, p.name); form == ShortForm::surname)
      weight = 1000;
    else if (const Mention& first = mentions_[p.mentions.front()];
             form == ShortForm::given && (first.given || !first.thing_end))  // "Holt" is not "Holt Energy"
      weight = 100;
    else
      continue;
    // "Ms. Lin" of "Lin Mei": the surname comes first, and its gender is none.
    if (weight >= 1000 && !fits(gender, p.gender)) continue;
    weight += std::clamp(p.weight, -40, 40) + (best == nobody ? first_named : 0) + (person == near ? just_named : 0);
    if (best == nobody || weight > best_weight) best = person, best_weight = weight;
  }
  return best;
}

// Whose long surname it is but for one letter; nobody if no full name has such.
std::size_t People::misspelt(const PersonName& name) const {
  if (name.full() || name.surname().size() < long_surname) return nobody;
  std::size_t first = nobody;
  for (const std::uint64_t end : ends(name.surname()))
    if (const auto alike = by_ends_.find(end); alike != by_ends_.end())
      for (const std::size_t p : alike->second)
        if (p < first && people[p].name.surname()[0] == name.surname()[0] &&
            name.surname() != people[p].name.surname() + "s" &&  // "the Holts"
            edit_distance(people[p].name.surname(), name.surname()) == 1)
          first = p;
  return first;
}

// Whom the bare surname meant when it last stood for somebody, a few sentences ago; nobody if it did not.
std::size_t People::called_last(std::size_t mention) const {
  constexpr std::size_t near = 10;  // sentences
  const Mention& m = mentions_[mention];
  for (std::size_t i = mention; i-- > 0 && mentions_[i].sentence + near >= m.sentence;)
    if (const Mention& before = mentions_[i]; !before.name.full() && !before.headline && !before.honorific &&
                                              before.place != Mention::Place::inside && of_[i] != nobody &&
                                              before.name.surname() == m.name.surname())
      return of_[i];
  return nobody;
}

// Whom the bare surname goes on to mean, as before, where the one found was only ever named in full: "Holt said", in an
// article that has named Karl Holt, her son. Nobody where a namesake has been named since.
std::size_t People::goes_on(std::size_t mention, std::size_t found) const {
  const Mention& m = mentions_[mention];
  const std::size_t last = m.name.full() || m.honorific ? nobody : called_last(mention);
  if (last == nobody || last == found || !people[last].name.full() || !people[found].name.full()) return nobody;
  for (const std::size_t i : people[found].mentions)
    if (i < mention && !mentions_[i].name.full() && !mentions_[i].headline) return nobody;
  for (std::size_t i = mention; i-- > 0 && of_[i] != last;)
    if (of_[i] == found && !mentions_[i].object) return nobody;
  return last;
}

// Who was named in full, with that surname, first of all in the sentence or in the one before; nobody if none was.
std::size_t People::just_named(std::size_t mention) const {
  const Mention& m = mentions_[mention];
  for (std::size_t i = mention; i-- > 0 && mentions_[i].sentence + 1 >= m.sentence;) {
    const Mention& before = mentions_[i];
    if (before.name.full() && before.place == Mention::Place::head && !before.headline && of_[i] != nobody &&
        before.name.surname() == m.name.surname() && (i == 0 || mentions_[i - 1].sentence != before.sentence))
      return of_[i];
  }
  return nobody;
}

// What the pronoun right behind a name tells: "Holt came, where he", "Holt had no training. He"; unknown where another
// name or a quotation stands between, or somebody’s words, which may be of another.
Gender People::told_after(std::size_t mention) const {
  constexpr std::size_t far = 200;
  const std::size_t begin = mentions_[mention].bytes.end;
  const std::size_t next = mention + 1 < mentions_.size() ? mentions_[mention + 1].bytes.begin : text_.size();
  const std::string_view after = slice(text_, {begin, std::min(next, std::min(begin + far, text_.size()))});
  bool ended = false;
  for (std::size_t at = 0; at < after.size();) {
    const std::size_t end = first_of(after, " \n", at);
    const std::string_view word = after.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (word[0] == '"' || word[0] == '\'' || word.rfind("“", 0) == 0) break;
    const std::string folded = fold_name(word);
    if (folded == "he" || folded == "she") return folded == "he" ? Gender::man : Gender::woman;
    const std::string_view rest = after.substr(std::min(at, after.size()));
    const bool goes_on = rest.rfind("as ", 0) == 0 || rest.rfind("when ", 0) == 0;  // "Holt said as he"
    if (ended || folded == "that" || ((folded == "said" || folded == "says") && !goes_on)) break;
    ended = word.ends_with(".") && word.size() > 3;
  }
  return Gender::unknown;
}

// Which namesake of the one found the pronoun behind the name means: who was named in full a moment ago, or is about
// whom the article is, where the one found was only just named; nobody where no pronoun tells.
std::size_t People::meant_by_pronoun(std::size_t mention, std::size_t found, std::size_t just) const {
  const Mention& m = mentions_[mention];
  const Gender told = told_after(mention);
  if (fits(told, people[found].gender)) return nobody;
  const std::size_t other = find(m.name, told);
  if (other == nobody || found == just) return other;
  const std::vector<std::size_t>& of = people[other].mentions;
  const bool recent = std::any_of(of.begin(), of.end(), [&](std::size_t i) {
    return i < mention && mentions_[i].name.full() && mentions_[i].sentence + 5 >= m.sentence;
  });
  return recent ? other : nobody;
}

// Whom a bare surname means where the one found has no first name ("Mr. Holt"): Anna Holt, if the article names her
// more often; nobody if it names no such person.
std::size_t People::namesake_of_more(std::size_t mention, std::size_t found) const {
  const Mention& m = mentions_[mention];
  if (people[found].name.full() || m.name.full() || !m.title.empty()) return nobody;
  std::size_t best = nobody, most = people[found].mentions.size();
  for (const std::size_t p : by_word_.find(hash64(last_word(m.name.surname())))->second)
    if (people[p].name.full() && people[p].name.surname() == m.name.surname() && people[p].mentions.size() > most)
      best = p, most = people[p].mentions.size();
  return best;
}

// Whom "President Holt" means: of the people of that surname the only one who has that title before the full name,
// where the one found never has it; nobody else.
std::size_t People::of_title(std::size_t mention, std::size_t found) const {
  const Mention& m = mentions_[mention];
  if (m.title.empty() || m.honorific || m.name.full()) return nobody;
  const auto has = [&](std::size_t person) {
    const std::vector<std::size_t>& of = people[person].mentions;
    return std::any_of(of.begin(), of.end(), [&](std::size_t i) {
      return mentions_[i].name.full() && slice(text_, mentions_[i].title) == slice(text_, m.title);
    });
  };
  if (has(found)) return nobody;
  std::size_t only = nobody;
  for (const std::size_t p : by_word_.find(hash64(last_word(m.name.surname())))->second) {
    if (p == only || people[p].name.surname() != m.name.surname() || !has(p)) continue;
    if (only != nobody) return nobody;
    only = p;
  }
  return only;
}

// Whom the same and the paragraph before name twice or more by that surname, each time with more than it ("President
// Karl Holt … President Holt … Holt testified"), and nobody else of it; nobody where there is none.
std::size_t People::named_again(std::size_t mention) const {
  const Mention& m = mentions_[mention];
  if (m.name.full() || !m.title.empty() || m.headline) return nobody;
  constexpr std::size_t far = 20;  // sentences
  const std::string_view surname = last_word(m.name.surname());
  std::size_t times = 0, found = nobody, paragraphs = 0, from = m.bytes.begin;
  for (std::size_t i = mention; i-- > 0;) {
    const Mention& before = mentions_[i];
    const std::string_view between = slice(text_, {before.bytes.end, from});
    for (std::size_t at = between.find('\n'); at != std::string_view::npos; at = between.find('\n', at))
      ++paragraphs, at = std::min(between.find_first_not_of("\n ", at), between.size());
    from = before.bytes.begin;
    if (paragraphs > 1 || before.headline || before.sentence + far < m.sentence) break;
    if (last_word(before.name.surname()) != surname) continue;
    if (of_[i] == nobody || (found != nobody && of_[i] != found)) return nobody;
    if (!before.name.full() && before.title.empty()) continue;
    found = of_[i], ++times;
  }
  return times > 1 ? found : nobody;
}

void People::add_short(std::size_t mention) {
  const Mention& m = mentions_[mention];
  const std::size_t just = just_named(mention);
  std::size_t known = find(m.name, m.honorific ? m.gender : Gender::unknown, just);
  if (known != nobody && !m.headline && people[known].gender != Gender::unknown &&
      by_word_.find(hash64(last_word(m.name.surname())))->second.size() > 1)
    if (const std::size_t other = meant_by_pronoun(mention, known, just); other != nobody) known = other;
  if (known != nobody)
    if (const std::size_t other = goes_on(mention, known); other != nobody) known = other;
  if (known != nobody)
    if (const std::size_t other = namesake_of_more(mention, known); other != nobody) known = other;
  if (known != nobody)
    if (const std::size_t other = of_title(mention, known); other != nobody) known = other;
  if (known != nobody && known != just)
    if (const std::size_t other = named_again(mention); other != nobody) known = other;
  if (known != nobody) return join(mention, known);
  if (const std::size_t meant = misspelt(m.name); meant != nobody) return join(mention, meant);
  if (m.place != Mention::Place::inside || m.honorific) make(mention);
}

}  // namespace onrecord
