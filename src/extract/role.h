// Roles: what an article says a person is, as worded, beside the name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause.h"
#include "extract/mention.h"
#include "extract/people.h"
#include "match/grammar.h"

namespace onrecord {

// What a rule of the stage "person" found; ranges are bytes.
struct RoleFound {
  const Rule* rule;  // none: the words before the name in its own phrase
  std::size_t span;  // the name's, in the clause
  Range role;
  std::optional<Range> verb;
  bool supposed = false;  // "maybe Holt is the next mayor": he is somebody, but not that
};

class RoleFinder {
 public:
  RoleFinder(const Grammar& grammar, const Names& names);  // which must outlive it

  // Roles that the clause gives to the persons whom the phrases `named` name.
  std::vector<RoleFound> find(std::string_view text, const Clause& clause, const std::vector<std::size_t>& named) const;
  // "Foreign Ministry spokesman" of "Foreign Ministry spokesman Ivan Orlov"; empty where nothing before the name says
  // what he is.
  RoleSeen before(std::string_view text, const Clause& clause, const Mention& mention) const;

  // A role as found, ready to be kept: without article and commas at its ends.
  RoleSeen seen(std::string_view text, const RoleFound& found) const;
  // The same of a description that was understood: "the Ohio senator".
  RoleSeen described(std::string_view words, Range bytes) const;

 private:
  std::size_t office_begin(std::string_view text, const std::vector<Token>& tokens, std::size_t begin,
                           std::size_t end) const;
  std::string_view own(std::string_view words) const;
  std::string single(std::string words) const;
  bool speaks_next(std::string_view text, const Clause& clause, const std::string& symbols, Range person,
                   Range role) const;
  bool relative(std::string_view text, const Clause& clause, std::size_t span) const;
  bool only_age(std::string_view text, const Clause& clause, Range person, Range role) const;
  bool governs_next(std::string_view text, const std::vector<Token>& tokens, std::size_t verb) const;
  Range whole(std::string_view text, const Clause& clause, Range role) const;
  std::string_view head(std::string_view words) const;
  std::string plain(std::string_view words) const;
  void judge(RoleSeen& role) const;
  bool is_title(std::string_view text, const Token& token) const;

  const Names& names_;
  const Stage& stage_;
  const Lexer& lexer_;
  std::size_t person_capture_, role_capture_, verb_capture_;
  Tag title_, role_, roles_, realm_, weak_, none_, bare_, opinion_, seeker_, place_;
  char given_, title_symbol_, until_, thing_, fragment_, quote_;
  std::string nouns_;  // symbols of nouns that are words of their own
  std::string verbs_;  // of what a verb stands behind: would, to, he
  char possessive_, person_, of_, determiner_, base_, adverb_, comma_, and_, someone_, dash_, organization_, body_,
      paper_;
  std::string finite_;
  std::string governs_;  // what an object stands behind
};

// The best of the roles seen of a person, in words: a title and a party are joined ("Sen. (R-Ariz.)"),
// a bare title yields to more words. Empty: none.
std::string role_of(const Person& person);

}  // namespace onrecord
