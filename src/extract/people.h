// People: who is who in one article, each under the fullest name it gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/mention.h"

namespace onrecord {

// A role as worded, and where: several may be given for one person.
struct RoleSeen {
  std::string words;
  int rank = 0;         // higher: rather this one
  bool title = false;   // one word before the name: "Rep."
  bool clause = false;  // "who heads the union": said beside another
  bool party = false;   // "(D-Mont.)": said beside a title
  Range bytes;
};

struct Person {
  PersonName name;
  std::string written;  // the fullest form, as written: "Robert C. Marlow"
  Gender gender = Gender::unknown;
  bool known = false;                   // a given name, title, role or pronoun says that it is a human being
  bool person = true;                   // false: by all signs it is none ("Blue Fence")
  bool many = false;                    // a people: nobody by himself
  bool thing = false;                   // its name ends as those of bodies do, whatever is told of it
  std::vector<std::size_t> mentions;    // in order
  int weight = 0;                       // how much the article is about them, by full names
  std::vector<RoleSeen> roles;          // in order, each once
  std::vector<std::string> role_words;  // of all the roles, as descriptions are compared with them
};

class People {
 public:
  // Puts the mentions, which must be in order, together. Full names first, then short forms, then headlines,
  // whose capitals hide names. Of several people with one surname a bare surname means the one of the
  // title's gender; else who was named in full right before, who was named first, or whom the article names most: right
  // 8 or 9 times of 10, and worth a correction by hand.
  People(std::string_view text, const Names& names, std::vector<Mention> mentions);

  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

  const std::vector<Mention>& mentions() const { return mentions_; }
  std::size_t of(std::size_t mention) const { return of_[mention]; }
  std::vector<Person> people;

  // The one a name that stands elsewhere (in a quotation) means; nobody if it is new.
  // `near` is preferred among those of one surname.
  std::size_t find(const PersonName& name, Gender gender = Gender::unknown, std::size_t near = nobody) const;

 private:
  std::string written(const Mention& mention) const;
  bool add_known(std::size_t mention);
  void add_full(std::size_t mention);
  void add_headline(std::size_t mention);
  void add_short(std::size_t mention);
  std::size_t just_named(std::size_t mention) const;
  std::size_t called_last(std::size_t mention) const;
  std::size_t of_title(std::size_t mention, std::size_t found) const;
  std::size_t named_again(std::size_t mention) const;
  std::size_t goes_on(std::size_t mention, std::size_t found) const;
  Gender told_after(std::size_t mention) const;
  std::size_t meant_by_pronoun(std::size_t mention, std::size_t found, std::size_t just) const;
  std::size_t namesake_of_more(std::size_t mention, std::size_t found) const;
  std::size_t misspelt(const PersonName& name) const;
  bool initials(const Mention& mention) const;
  void judge(Person& person) const;
  void refer(std::size_t mention, std::size_t person);
  void join(std::size_t mention, std::size_t person);
  std::size_t make(std::size_t mention);
  void keep_ends(std::size_t person);

  std::string_view text_;
  const Names& names_;
  std::vector<Mention> mentions_;
  std::vector<std::size_t> of_;
  // By the hash of each word of a name, and of how the long surname of a full name begins and ends: whose it is.
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_word_, by_ends_;
};

}  // namespace onrecord
