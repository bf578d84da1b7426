#include "extract/people.h"

#include <algorithm>
#include <utility>

namespace onrecord {
namespace {

std::string last_word(const std::string& surname) { return surname.substr(surname.rfind(' ') + 1); }

bool fits(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

// "NAACP", "S.E.C."
bool acronym(std::string_view word) {
  return word.size() >= 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

// "PolitiFact", but not "McConnell" or "DeLay".
bool inner_capital(std::string_view word) {
  for (std::size_t i = 4; i < word.size(); ++i)
    if (word[i] >= 'A' && word[i] <= 'Z' && word[i - 1] >= 'a' && word[i - 1] <= 'z') return true;
  return false;
}

}  // namespace

People::People(std::string_view text, const Names& names, std::vector<Mention> mentions)
    : text_(text), names_(names), mentions_(std::move(mentions)), of_(mentions_.size(), nobody) {
  for (std::size_t i = 0; i < mentions_.size(); ++i)
    if (mentions_[i].name.full() && !mentions_[i].headline) add_full(i);
  // "Mr. Obama" before "Obama": in an article on Michelle Obama he is somebody else.
  for (const bool told : {true, false})
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& m = mentions_[i];
      if (!m.name.full() && !m.headline && told == (m.honorific && m.gender != Gender::unknown)) add_short(i);
    }
  for (std::size_t i = 0; i < mentions_.size(); ++i)
    if (mentions_[i].headline) mentions_[i].name.full() ? add_full(i) : add_short(i);
  for (Person& p : people) {
    std::sort(p.mentions.begin(), p.mentions.end());
    judge(p);
  }
}

// Whether it is a human being at all.
void People::judge(Person& person) const {
  bool common = false, determined = false;
  for (const std::size_t i : person.mentions) {
    const Mention& m = mentions_[i];
    person.known |= !m.title.empty() || (m.given && m.place != Mention::Place::inside);
    common |= m.common && m.name.full();
    determined |= m.determined && m.title.empty() && m.place == Mention::Place::head;
  }
  if (!person.known)
    person.person = !(common || determined || acronym(person.written) || inner_capital(person.written));
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
  if (const auto known = by_word_.find(last_word(m.name.surname())); known != by_word_.end())
    for (const std::size_t person : known->second) {
      const PersonName& other = people[person].name;
      if (names_.same(m.name, other) || names_.short_form(m.name, other) == ShortForm::surname ||
          (other.words.size() > 1 && names_.short_form(other, m.name) == ShortForm::surname))
        return join(mention, person);
    }
  if (m.place == Mention::Place::inside && !m.given) return;
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

void People::add_short(std::size_t mention) {
  const Mention& m = mentions_[mention];
  const std::size_t known = find(m.name, m.honorific ? m.gender : Gender::unknown);
  if (known != nobody) return join(mention, known);
  if (m.place != Mention::Place::inside || m.honorific) make(mention);
}

}  // namespace onrecord
