// Speakers: who "he", "the senator" and "Holt" are, and in which role they speak.
//
// A pronoun means the last person before it of its gender whose name is no part of
// what somebody said, and no owner's ("Holt’s aide"): right in 91 of 100 in the news it was
// measured on; recency and gender alone in 65. Weighing more signs against one another
// gained nothing.
#pragma once

#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "core/statement.h"
#include "extract/clause.h"
#include "extract/description.h"
#include "extract/mention.h"
#include "extract/role.h"
#include "extract/sentence.h"
#include "match/grammar.h"

namespace onrecord {

class Resolver {
 public:
  explicit Resolver(const Grammar& grammar);  // which must outlive it
  Resolver(const Resolver&) = delete;

  // The speaker of each quotation, in the same order; SpeakerKind::unknown where the
  // article does not tell. `clauses` are the sentences' clauses, in the same order.
  std::vector<Speaker> resolve(const Article& article, const std::vector<Sentence>& sentences,
                               const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations) const;

  // What the stages before know, by which one article is read.
  struct Parts {
    explicit Parts(const Grammar& grammar);
    bool is_rank(std::string_view word) const;  // "Justice", "Senator"
    const Alphabet& alphabet;
    const Lexer& lexer;
    MentionFinder mentions;
    RoleFinder roles;
    Describer descriptions;
    char person, body, group, someone, paper, thing, he, they, i, it, him, my, her, who, which, that, as, colon,
        bracket, comma, number, possessive, until, conjunction, determiner, organization, title, of, place_symbol,
        roles_symbol, past;
    std::string governs;  // symbols that a name behind them hangs on: with, naming, to name
    Tag place, organization_tag;
    Tag pointer;    // the, this, those
    Tag crowd;      // people as one: police, family
    Tag passing;    // who is passed by without a name: an official, a source
    Tag nation;     // German, Democratic
    Tag title_tag;  // Senator, Mr.
    Tag role;       // mayor, spokeswoman
    Tag given;      // Anna; weak: Star, seldom one
    Tag kin;        // husband, daughter: of one surname
    Tag called;     // known as: another name follows
    Tag desk;       // office: speaks for its owner
    Tag asks;       // asked: somebody else answers
    Tag quizzes;    // pressed: asks as well, though not in the words of a question
    Tag matter;     // about: what is asked follows
    Tag says;       // told: a name behind it is of one who hears
    Tag dead;       // died: somebody else speaks next
    Tag exclusive;  // senator: nobody who is governor
    Tag portfolio;  // minister: one of many
    Tag leads;      // leader, president: who can be a nation's leader
    Tag member;     // Republican, Texan: who is called so by where he belongs
    Tag ending;     // foundation: ends the name of a body or a thing
    Tag expletive;  // seems: "it" before it is nobody
    Tag of_many;    // have, both: "who" before it are several
    Tag while_;     // while, although: whoever the main clause is about is meant in such a clause before it
    Tag becomes;    // is, became: tells what its subject is
    Tag contender;  // candidate: one of several
    Tag credit;     // Reuters: whose picture it is
    Tag issues;     // released: whoever does so made the report
  };

 private:
  Parts parts_;
};

}  // namespace onrecord
