// Occasions: the day of a statement whose own sentence names none, from the sentences before it.
//
// "On Tuesday, Hallow met the press. “It is over,” he said." What a person said in the past tense, within a few
// sentences of something that he said or did on a day, was said on that day, unless words of time stand between; so
// was what somebody replied right after another's words, or who was asked on a day, or what was said "in the interview"
// of which the day was told.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "core/statement.h"
#include "extract/clause.h"
#include "extract/date.h"
#include "extract/sentence.h"
#include "match/grammar.h"

namespace onrecord {

class Occasions {
 public:
  // `dater` must outlive it.
  Occasions(const Grammar& grammar, const Dater& dater);

  // Gives a day to statements that have none. `statements` are those of `quotations`, in the same order;
  // `clauses` those of `sentences`, `times` those of the article.
  void date(const Article& article, const std::vector<Sentence>& sentences, const std::vector<Clause>& clauses,
            ArticleTimes& times, const std::vector<Quotation>& quotations, std::vector<Statement>& statements) const;

 private:
  struct Last {  // the last statement of somebody
    std::size_t sentence = 0;
    std::optional<Interval> day;
    bool various = false;  // has spoken on two days
  };
  struct Text {
    const Article& article;
    const std::vector<Sentence>& sentences;
    const std::vector<Clause>& clauses;
    ArticleTimes& times;
  };
  std::optional<Interval> earlier(const Text& all, const Statement& statement, std::size_t here, const std::string& who,
                                  const Last& before) const;
  std::optional<Interval> answered(const Text& all, const Statement& statement, std::size_t here,
                                   const Last& any) const;
  std::optional<Interval> beside(const Text& all, std::size_t here, const Last& before) const;
  bool new_occasion(const Text& all, const Statement& statement, std::size_t here) const;
  std::optional<Interval> told_of(const Text& all, const Statement& statement, std::size_t here) const;
  bool is_past(std::string_view text, const Clause& clause, Range cue) const;
  bool by_pronoun(const Clause& clause, Range source) const;
  bool exchanged(const Clause& clause, Range cue, bool quoted) const;
  bool tells_time(std::string_view text, const Clause& clause, const std::vector<Range>& but) const;
  std::optional<Interval> deed(const Article& article, const Clause& clause, const std::vector<TimeWords>& times,
                               const Statement& statement, const std::string& who) const;
  std::optional<Interval> scene(const Article& article, const Clause& clause, const std::vector<TimeWords>& times,
                                const std::string& who) const;

  const Dater& dater_;
  const Lexer& lexer_;
  Tag exchange_;  // asked, answered
  Tag occasion_;  // an interview, a rally
  const Alphabet& alphabet_;
  char past_;
  std::string timely_, finite_, subject_, pronoun_, who_, shut_;
};

}  // namespace onrecord
