// Reading: one article as the Resolver sees it while it names the speakers. Internal to speaker.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "core/statement.h"
#include "extract/body.h"
#include "extract/people.h"
#include "extract/speaker.h"

namespace onrecord {

// Who a source is: one of the article's people, or a speaker in words of its own.
struct Named {
  std::size_t person = People::nobody;
  Speaker speaker;  // where it is none of them
};

// What a pronoun tells: "her" is a woman.
Gender gender_of(std::string_view pronoun);

// The names in the clauses, in order: those that only the whole article shows to be names among them.
std::vector<Mention> all_mentions(const Resolver::Parts& parts, std::string_view text,
                                  const std::vector<Sentence>& sentences, const std::vector<Clause>& clauses);

class Reading {
 public:
  Reading(const Resolver::Parts& parts, const Article& article, const std::vector<Sentence>& sentences,
          const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations);

  // Call in the order of the sources: pronouns lean on the speakers before.
  Named name(const Quotation& quotation);

  // Call in the same order: who spoke where.
  void spoke(const Named& named, std::size_t at);

  // Call when all are named: a description met late ("the Ohio senator") can be a role.
  Speaker speaker(const Named& named) const;

 private:
  // A place in the article: a span of a clause.
  struct At {
    std::size_t sentence, span;
  };

  // A title of several, "Sens.", and the span behind the last name that has it; 0: none.
  struct Shared {
    RoleSeen role;
    std::size_t span = 0;
  };
  void find_roles();
  bool joined(const Clause& clause, const Shared& shared, const Mention& mention) const;
  void give_role(std::size_t person, RoleSeen role);
  void find_genders();
  void find_signers();
  void find_interviewed();
  void find_captions();
  bool is_credit(const Paragraph& paragraph) const;
  bool ends_in_credit(std::size_t sentence) const;
  bool tells_a_picture(std::size_t sentence) const;
  void find_sections();
  bool stands_alone(std::size_t sentence) const;
  std::size_t signer_of(std::size_t byte) const;
  bool is_alone(std::size_t sentence, Range word) const;
  void find_named_bodies();
  void find_bodies();
  void find_full_names();
  void find_author();
  const Span& span(At at) const { return clauses_[at.sentence].spans[at.span]; }
  std::string_view words(Range bytes) const { return slice(text_, bytes); }
  std::size_t sentence_of(std::size_t byte) const;
  std::size_t first_mention(std::size_t byte) const;  // index of the first that begins there or later
  std::size_t named_by(At at) const;
  bool behind_preposition(At at, std::size_t byte) const;
  std::size_t owner_in(Range bytes) const;
  std::size_t described_before(At at) const;
  std::size_t role_holder(Range bytes) const;
  const Range* told(std::size_t byte) const;  // the piece that holds the byte; null if none does

  std::size_t namesake_before(At at, std::size_t named) const;
  Named by_head(At at, Range source);
  Named inside_phrase(At at, Range source);
  Named in_quotation(Range source);
  std::size_t one_with(At name) const;
  Named who(At at);
  Range told_as(Range pronoun, At at) const;
  bool are_several(At at) const;
  bool is_object(At at) const;
  Named subject_of_object(At at);
  bool tells_of_many(At who) const;
  Named many_before(At who) const;
  Named ends_in_someone(At who) const;
  char turn(const Paragraph& paragraph) const;
  std::size_t cited(std::size_t byte) const;
  Named first_person(std::size_t byte) const;
  Named they(At at);
  Named which(At at);
  Named it(At at) const;
  Named someone_nearer(Range at, Gender gender, std::size_t found) const;
  Named someone_since(Range at, Gender gender, std::size_t found) const;
  Named of_clause(Range at, Gender gender);
  Named pronoun(Range at);
  Named remember(Named unnamed, At at);
  std::size_t told_before_name(At at) const;
  bool in_office(At at, std::size_t last) const;
  bool tells_who(At at, std::size_t name) const;
  std::size_t named_last(At at, Range source) const;
  std::size_t head_of(std::size_t sentence, std::size_t span, Range source) const;
  Named author() const;
  bool many_alone(std::size_t person) const;
  std::size_t behind_dateline(std::size_t sentence) const;
  static Named organization(std::string name);
  Range body_name(At at) const;
  Named whoever(std::size_t person, Range source) const;
  Named in_words(Range source, SpeakerKind kind) const;
  Named body(At at, Range source);
  std::string_view body_kind(const Clause& clause, Range tokens) const;
  Named people(At at, Range source);
  std::size_t just_named_member(At at) const;
  bool owned(At at) const;
  Named thing(At at, Range source);
  Named paper(At at, Range source);
  Range issuer_in(At at) const;
  Named maker_before(At at) const;
  Named maker_of(At at) const;

  // reading_descriptions.cpp: someone by what he is, not by name.
  std::size_t surname_of(At at) const;
  Named someone(At at, Range source);
  std::size_t described(std::string_view description, std::size_t at, bool indefinite) const;
  std::size_t described(std::string_view description, std::size_t at, bool indefinite,
                        const std::function<bool(std::size_t)>& among) const;
  std::size_t just_named(At at, Gender gender, bool of_any_role) const;
  std::size_t sentences_since(std::size_t person, std::size_t at) const;
  bool other_field(const std::vector<std::string>& description, const Person& person) const;
  bool presides(const Person& person, const std::string& office, bool of_body) const;
  bool taken_up(At at) const;
  std::string owner_of(std::string_view description) const;
  bool introduced(At at) const;
  const Token& head_token(At at) const;
  bool other_office(At at, const Person& person) const;
  bool one_phrase(At at, Range source) const;
  bool agrees(std::string_view description, const Person& person) const;
  bool contradicts(std::string_view description, const Person& person) const;
  bool beside(std::size_t person, At at) const;
  Gender gender_told(At at) const;
  static bool has_office(const Person& person);
  bool elsewhere(std::string_view description, std::size_t person) const;
  std::string place_in(std::string_view words) const;
  bool opens_paragraph(std::size_t person, std::size_t sentence) const;
  std::size_t soon_named(At at) const;
  std::size_t body_sentences_before(std::size_t sentence) const;

  // reading_layout.cpp: whom the section means in which a description stands.
  struct Section {
    std::size_t begin;  // the first sentence
    bool headed;        // numbered, with a heading
  };
  const Section* section_of(std::size_t sentence) const;  // null where the article has none
  bool in_section(std::size_t person, At at) const;
  bool can_be_topic(std::size_t mention, At at) const;
  std::size_t topic(At at) const;
  bool called_so_by_several(std::string_view head) const;
  std::size_t of_section(At at, std::size_t found) const;

  // reading_unnamed.cpp: somebody without a name.
  bool brings_in(At at) const;
  bool means_unnamed(At at, std::size_t found) const;
  bool told_off(std::size_t person, std::size_t before) const;
  Named opened(std::size_t before, Gender gender) const;
  bool told_on(std::size_t from, std::size_t before, Gender gender) const;
  bool only_heard(std::size_t person, std::size_t before) const;
  bool only_listed(std::size_t person, std::size_t before) const;

  std::size_t antecedent(std::size_t before, Gender gender) const;
  std::size_t antecedent(std::size_t before, Gender gender, bool of_any) const;
  // Whom a pronoun looks for.
  struct Sought {
    std::size_t before, here;  // the byte and the sentence it stands at
    Gender gender;
    std::size_t other;  // who it is not
    bool of_any;        // whom its own statement names as well
  };
  // Who was found, and where.
  struct Near {
    std::size_t person = People::nobody, at = 0, sentence = 0;
    bool subject = false, governed = false;
  };
  bool tells_of_another(Gender gender) const;
  bool told_by_pronoun(std::size_t person, std::size_t before, Gender gender) const;
  bool is_heading(std::size_t sentence, Gender gender) const;
  std::size_t topic_of_list(std::size_t before, Gender gender) const;
  std::size_t subject_ahead(std::size_t byte) const;
  bool may_mean(const Sought& sought, std::size_t person) const;
  bool behind_semicolon(const Sought& sought) const;
  Near named_before(const Sought& sought) const;
  std::size_t owner_since(const Sought& sought, const Near& near) const;
  std::size_t last_owner(const Sought& sought, std::size_t from) const;
  std::size_t owner_before(const Sought& sought, const Near& near) const;
  std::size_t subject_described(const Sought& sought, const Near& near) const;
  std::size_t owner_described(const Sought& sought, const Near& near) const;
  std::size_t of_paragraph(const Sought& sought, const Near& near) const;
  std::size_t hidden_nearer(const Sought& sought, const Near& near) const;
  bool done_to(std::size_t mention) const;
  bool told_by_body(std::size_t mention) const;
  std::size_t object_of(At subject) const;
  bool told_aside(std::size_t mention) const;
  std::size_t first_of_paragraph(std::size_t sentence) const;
  std::size_t ends_phrase(const Sought& sought) const;
  std::size_t anybody(const Sought& sought) const;
  bool in_role(const Mention& mention, std::size_t person) const;
  bool is_named(std::size_t person, std::size_t from, std::size_t to) const;
  Gender gender_in(At at) const;
  bool is_family(std::size_t person) const;
  bool in_marks(std::size_t mention) const;
  bool governed(const Mention& mention) const;
  bool listed(const Mention& mention) const;
  bool is_subject(const Mention& mention) const;
  std::size_t behind_participle(const Clause& clause) const;
  std::size_t first_verb(const Clause& clause) const;
  std::size_t pair_in(std::size_t sentence, std::size_t end) const;
  bool opens_topic(const Clause& clause) const;
  bool led_in(const Mention& mention, std::size_t byte) const;
  bool speaks(const Mention& mention) const;
  bool fits(std::size_t person, Gender gender) const;
  std::size_t named_in(std::size_t person, Range bytes) const;
  bool is_told(std::size_t person) const;
  bool opens_ahead(std::size_t byte) const;
  std::size_t opening_pronoun(std::size_t sentence, std::size_t before, Gender gender) const;
  std::size_t told_of(std::size_t before) const;
  bool asks(const Quotation* quotation) const;
  bool last_asks() const { return asks(last_said_); }
  bool asks(const Mention& mention) const;
  bool questions(const Mention& mention, const Sought& sought) const;
  bool beside_another(const Mention& mention) const;
  bool is_home(const Mention& mention) const;
  bool dies(const Mention& mention) const;
  std::size_t verb_of(const Mention& mention) const;
  bool acts(const Mention& mention) const;
  bool quoted_at(std::size_t byte) const;
  bool may_be_surname(const Mention& mention, std::size_t person) const;
  bool opens_asking(std::size_t sentence) const;
  std::size_t asked(Range at) const;
  std::size_t answers_writer(const Sought& sought) const;
  std::size_t subject_behind(Range at, Gender gender) const;
  bool can_stand_in_matter(char symbol) const;
  std::size_t asked_about(Range at, Gender gender) const;
  bool has_subject(std::size_t sentence, Gender gender) const;

  const Resolver::Parts& parts_;
  const Article& article_;
  std::string_view text_;
  const std::vector<Sentence>& sentences_;
  const std::vector<Clause>& clauses_;
  std::vector<Range> told_;     // what is said, in order, without what lies in another
  std::vector<Range> sources_;  // of the quotations, in order
  People people_;
  Bodies bodies_;
  std::vector<bool> in_told_;       // of each mention
  std::vector<bool> signs_;         // of each person: named only below a letter; empty where there are no letters
  std::vector<std::size_t> alone_;  // the sentences that are such lines below letters, ascending
  std::vector<bool> pictured_;      // of each person: named only below a picture; empty where there are none
  std::vector<Section> sections_;   // in order; empty where there are less than three
  std::string author_;              // by the byline; empty: not known
  struct Turn {
    std::size_t begin;  // byte
    char opens;         // 'Q' or 'A'
  };
  std::vector<Turn> turns_;                   // of an interview, in order
  std::size_t interviewed_ = People::nobody;  // whom it is with
  struct Held {
    Range bytes;
    std::size_t person;
  };
  std::unordered_map<std::size_t, std::vector<Held>> held_;  // by sentence: the roles in it
  std::unordered_map<std::uint64_t, std::vector<std::size_t>>
      called_;  // by the hash of a word of roles: whose, some twice
  struct Spoke {
    std::size_t at, person;
    bool described;
  };
  std::vector<Spoke> spoke_;  // pronouns and descriptions that were settled, in order
  struct Unnamed {
    std::size_t at, end;  // where the source begins and ends
    Gender gender;
    Named who;
    bool asks;
  };
  std::size_t last_ = People::nobody, last_at_ = 0;      // who spoke last, and where
  const Quotation* last_said_ = nullptr;                 // what
  std::vector<std::pair<std::size_t, Named>> speakers_;  // by sentence, in order: the first who speaks there by name
  std::string last_body_;                                // which body spoke last, and where
  std::size_t last_body_at_ = 0;
  mutable int depth_ = 0;           // of antecedent, which asks itself
  const Quotation* now_ = nullptr;  // whose source is being named
  std::vector<Unnamed> unnamed_;    // "a spokeswoman", who may be "she" next; in order
};

}  // namespace onrecord
