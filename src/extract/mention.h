// Mentions: where an article names a person.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/range.h"
#include "extract/clause.h"
#include "extract/name.h"
#include "match/grammar.h"

namespace onrecord {

struct Mention {
  enum class Place {
    head,   // the phrase is the person: "Mayor Anna Holt"
    owner,  // Holt’s
    inside  // of another's phrase: "the Holt campaign"
  };
  PersonName name;
  Range bytes;    // the name alone: "Anna Holt"
  Range surname;  // "Karl" of "Karl and Anna Holt" is a Holt: where that stands; empty if it is among the name's bytes
  Range title;    // the word right before it: "Mayor", "Mrs."; empty if none
  std::size_t sentence = 0;
  std::size_t span = 0;  // index into the clause's spans
  Place place = Place::head;
  Gender gender = Gender::unknown;
  bool given = false;       // its first word is a given name
  bool titled = false;      // its first word may be a title: "Dean Holt"
  bool plain = false;       // its first word is a word of the language and no given name: "Blue Fence"
  bool plain_end = false;   // so is its last
  bool thing_end = false;   // its last ends names of things: "Fence Energy"
  bool determined = false;  // an article stands before it: "the Tax Center"
  bool honorific = false;   // the title is one: "Mr.", not "Sen."
  bool alias = false;       // its bytes are another name: "Fence", as Anna Holt is known
  bool many = false;        // a people: "his fellow Holts"
  bool headline = false;    // in a title, where every word has a capital
  bool label = false;       // a title's word before a colon: "Delegate Count:"
  bool object = false;      // of a verb that tells of no words: "hired Anna Holt", not "said Anna Holt"
};

class MentionFinder {
 public:
  explicit MentionFinder(const Grammar& grammar);

  struct Word {
    std::size_t sentence, token;
  };
  // Runs of name words in the clause, in order. Some name no person ("Blue
  // Fence"): who does is settled over the whole article (people.h). `others` are the words with a capital that are
  // another thing, and may be a surname: "Baker said", "London said".
  void find(std::string_view text, const Clause& clause, std::size_t sentence, bool headline, std::vector<Mention>& out,
            std::vector<Word>& others) const;

  // The mention that such a word is, if it is one of the `surnames`, which only the whole article tells.
  using Surnames = std::unordered_set<std::string_view>;
  void find_surname(std::string_view text, const Clause& clause, Word word, bool headline, const Surnames& surnames,
                    std::vector<Mention>& out) const;

  const Names& names() const { return names_; }
  // What a word tells of the one it names or describes: "Anna", "Mrs.", "spokeswoman".
  Gender gender(const Token& token) const;
  Gender given_gender(std::string_view word) const;  // "Anna"; unknown as well where it is no given name
  Gender role_gender(std::string_view role) const;   // "the chairwoman of the board"
  bool is_honorific(const Token& token) const;       // "Mrs."
  bool is_office(const Token& token) const;          // "Sen."

 private:
  bool may_name(std::string_view text, const Token& token) const;
  bool name_part(std::string_view text, const Clause& clause, std::size_t at) const;
  bool middle(std::string_view text, const Clause& clause, Range run) const;
  bool is_somebody(const Clause& clause, std::size_t at) const;
  bool can_be_called(const Clause& clause, std::size_t first, std::size_t last) const;
  bool initial(std::string_view text, const Clause& clause, std::size_t at) const;
  bool dateline(std::string_view text, const Clause& clause, std::size_t end) const;
  bool surname(std::string_view text, const Clause& clause, std::size_t at) const;
  void place(std::string_view text, const Clause& clause, Range tokens, std::size_t& span, Mention& mention) const;
  std::size_t run_begin(std::string_view text, const Clause& clause, Range run) const;
  bool named_like_place(std::string_view text, const Clause& clause, Range run) const;
  bool holds_office_of(std::string_view text, const Clause& clause, Range before) const;
  bool phrase_is_name(const Clause& clause, Range tokens) const;
  std::size_t run_end(std::string_view text, const Clause& clause, std::size_t at) const;

  const Lexer& lexer_;
  Names names_;
  Tag given_, title_, role_, month_, pointer_, ending_, member_, says_, nation_, fellow_;
  char given_name_, capital_, particle_, fragment_, possessive_, title_symbol_, person_, of_, determiner_, dash_,
      comma_, colon_, place_symbol_, bracket_, someone_, be_;
  std::string time_;                   // symbols of words before a month
  std::string finite_;                 // of verbs with a subject
  std::string objects_;                // of what a verb is about
  std::string verbs_;                  // of all verbs
  std::string doubtful_;               // symbols of words that are surnames behind a sure first name only
  std::array<bool, 256> ambiguous_{};  // by symbol: of words that may be surnames as well
};

}  // namespace onrecord
