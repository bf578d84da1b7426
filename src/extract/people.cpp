#include "extract/people.h"

#include <algorithm>
#include <utility>

#include "core/nearest.h"
#include "extract/body.h"

namespace onrecord {
namespace {

std::string last_word(const std::string& surname) { return surname.substr(surname.rfind(' ') + 1); }

bool fits(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

// "PolitiFact", but not "McConnell" or "DeLay".
bool inner_capital(std::string_view word) {
  for (std::size_t i = 4; i < word.size(); ++i)
    if (word[i] >= 'A' && word[i] <= 'Z' && word[i - 1] >= 'a' && word[i - 1] <= 'z') return true;
  return false;
}

}  // namespace

People::People(std::string_view text, const Names& names, std::vector<Mention> mentions)
    : text_(text), names_(names), mentions_(std::move(mentions)), of_(mentions_.size(), nobody) {
  for (const bool headline : {false, true})
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      if (mentions_[i].name.full() && mentions_[i].headline == headline) add_full(i);
  // "Mr. Obama" before "Obama": in an article on Michelle Obama he is somebody else.
  const auto sure = [](const Mention& m) { return m.honorific && m.gender != Gender::unknown; };
  for (const int turn : {0, 1, 2})
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      if (const Mention& m = mentions_[i]; !m.name.full() && turn == (m.headline ? 2 : sure(m) ? 0 : 1)) add_short(i);
  for (Person& p : people) {
    std::sort(p.mentions.begin(), p.mentions.end());
    judge(p);
  }
}

// Whether it is a human being at all.
void People::judge(Person& person) const {
  bool plain = false, plain_end = false, inner = false, surname = false, the_full = false;
  std::size_t with_article = 0, without = 0;
  for (const std::size_t i : person.mentions) {
    const Mention& m = mentions_[i];
    const bool inside = m.place == Mention::Place::inside;
    person.known |= !m.title.empty() || (m.given && !inside);
    plain |= m.plain && m.name.full();
    plain_end |= m.plain_end && m.name.full();
    surname |= person.name.full() && !m.name.full() && !inside;
    inner |= inner_capital(slice(text_, m.bytes));
    if (m.place != Mention::Place::head) continue;
    the_full |= m.determined && m.name.full();
    (m.determined ? with_article : without) += 1;
  }
  person.known |= surname && !plain_end && !acronym(person.name.surname());
  if (the_full) person.known = false;  // nobody is called "the Anna Holt"
  if (!person.known) person.person = !(plain || the_full || with_article > without || inner || acronym(person.written));
}

void People::join(std::size_t mention, std::size_t person) {
  const Mention& m = mentions_[mention];
  Person& p = people[person];
  of_[mention] = person;
  p.mentions.push_back(mention);
  if (p.gender == Gender::unknown) p.gender = m.gender;
  if (m.name.full())
    p.weight += m.place == Mention::Place::head ? 2 : 1;
  else if (names_.short_form(m.name, p.name) == ShortForm::given)
    p.weight -= 1;
  const bool longer = m.name.words.size() > p.name.words.size() ||
                      (m.name.words.size() == p.name.words.size() && m.bytes.size() > p.written.size() && !m.headline);
  if (longer && (m.given || m.name.words.size() > 1)) {
    if (m.name.full() && p.name.words.size() == 1) by_word_[m.name.words.front()].push_back(person);
    p.name = m.name;
    p.written = slice(text_, m.bytes);
  }
}

std::size_t People::make(std::size_t mention) {
  const Mention& m = mentions_[mention];
  const std::size_t person = people.size();
  people.push_back({m.name, std::string(slice(text_, m.bytes)), Gender::unknown, false, true, {}, 0, {}});
  by_word_[last_word(m.name.surname())].push_back(person);
  if (m.name.full()) by_word_[m.name.words.front()].push_back(person);
  join(mention, person);
  return person;
}

void People::add_full(std::size_t mention) {
  const Mention& m = mentions_[mention];
  for (const std::string& word : {last_word(m.name.surname()), m.name.words.front()}) {
    const auto known = by_word_.find(word);
    if (known == by_word_.end()) continue;
    for (const std::size_t person : known->second) {
      const PersonName& other = people[person].name;
      if (!fits(m.gender, people[person].gender)) continue;
      if (names_.same(m.name, other) || names_.short_form(m.name, other) == ShortForm::surname ||
          (other.words.size() > 1 && names_.short_form(other, m.name) == ShortForm::surname))
        return join(mention, person);
    }
  }
  if (m.headline || (m.place == Mention::Place::inside && !m.given)) return add_short(mention);
  make(mention);
}

std::size_t People::find(const PersonName& name, Gender gender) const {
  const auto known = by_word_.find(last_word(name.surname()));
  if (known == by_word_.end()) return nobody;
  std::size_t best = nobody;
  int best_weight = 0;
  for (const std::size_t person : known->second) {
    const Person& p = people[person];
    int weight = 0;
    if (p.name.words == name.words || names_.same(name, p.name))
      weight = 10000;
    else if (const ShortForm form = names_.short_form(name, p.name); form == ShortForm::surname)
      weight = 1000;
    else if (form == ShortForm::given)
      weight = 100;
    else
      continue;
    if (!fits(gender, p.gender)) continue;
    weight += std::clamp(p.weight, -40, 40);
    if (best == nobody || weight > best_weight) best = person, best_weight = weight;
  }
  return best;
}

// Whose long surname it is but for one letter; nobody if no full name has such.
std::size_t People::misspelt(const PersonName& name) const {
  if (name.full() || name.surname().size() < 8) return nobody;
  for (std::size_t p = 0; p < people.size(); ++p)
    if (people[p].name.full() && people[p].name.surname()[0] == name.surname()[0] &&
        edit_distance(people[p].name.surname(), name.surname()) == 1)
      return p;
  return nobody;
}

void People::add_short(std::size_t mention) {
  const Mention& m = mentions_[mention];
  const std::size_t known = find(m.name, m.honorific ? m.gender : Gender::unknown);
  if (known != nobody) return join(mention, known);
  if (const std::size_t meant = misspelt(m.name); meant != nobody) return join(mention, meant);
  if (m.place != Mention::Place::inside || m.honorific || (m.headline && m.name.full() && m.given)) make(mention);
}

}  // namespace onrecord
