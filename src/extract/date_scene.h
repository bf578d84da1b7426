// A scene: what an article tells of days, as the choice of a statement's day sees it (date_choice.h).
//
// Its features are words that can be read: "tense past", "last-day this 2" (the speaker's last statement that has a
// day has this one, two or three sentences before).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "core/statement.h"
#include "extract/clause.h"
#include "extract/date.h"
#include "extract/logistic.h"
#include "extract/sentence.h"
#include "match/grammar.h"

namespace onrecord {

// What was found in an article.
struct DayText {
  const Article& article;
  const std::vector<Sentence>& sentences;
  const std::vector<Clause>& clauses;
  ArticleTimes& times;
  const std::vector<Quotation>& quotations;
};

// What of a language the features ask for.
class DayWords {
 public:
  explicit DayWords(const Grammar& grammar);

  // "past", "present", "has", "had", "modal" ("will say"), "none": of the verb of a cue, or of the last one before it.
  FeaturePart tense(std::string_view text, const Clause& clause, Range cue) const;
  // The tense of the verb with which words of time stand: of the last before them, else of the next; "to": infinitive.
  FeaturePart tense_at(std::string_view text, const Clause& clause, Range time) const;
  // Whether words of time stand in the sentence outside these pieces.
  bool tells_time(std::string_view text, const Clause& clause, const std::vector<Range>& but) const;
  // "interview", "statement", "email", "tweet": by what the sentence says outside these pieces that it was said.
  FeaturePart means(std::string_view text, const Clause& clause, const std::vector<Range>& but) const;
  bool has(const Clause& clause, Tag tag) const;

  const Lexer& lexer;
  Tag occasion;  // an interview, a rally
  Tag appears;   // spoke, addressed, met
  char past, infinitive;
  std::string timely, finite, subject, pronoun, opens, shut;
};

class DayScene {
 public:
  // An interval that a sentence tells outside of marks and brackets.
  struct Told {
    std::size_t sentence = 0;
    const TimeWords* words = nullptr;
    FeaturePart verb;        // tense of the verb that it stands with
    FeaturePart in_content;  // of a statement of that sentence
    FeaturePart occasion;    // its sentence tells of an occasion to speak
    FeaturePart appears;     // or of somebody who speaks or appears

    const Interval& day() const { return *words->interval; }
  };

  // All must outlive it.
  DayScene(const DayWords& words, const DayText& text, const std::vector<Statement>& statements);

  const std::vector<Told>& told() const { return told_; }
  const std::vector<std::size_t>& order() const { return order_; }  // of the statements, that of the text

  // What a statement says of itself.
  struct Signs {
    std::size_t statement = 0;
    FeaturePart tense, kind, manner, means, pronoun, unnamed;
    FeaturePart time;     // its sentence has words of time that could be its own
    FeaturePart days;     // how many days its sentence tells
    FeaturePart title;    // a headline
    FeaturePart met;      // whether its speaker was named before
    std::string surname;  // of a person, the last word of a body; empty: neither
  };
  Signs signs(std::size_t statement) const;

  // Calls `sink` with each feature of a statement and an interval; `days` are those of the statements so far.
  template <typename Sink>
  void features(const Signs& signs, const Told& told, const std::vector<std::optional<Interval>>& days,
                Sink& sink) const;

 private:
  struct Between {  // a statement and an interval
    FeaturePart days, speaker, others;
  };
  struct Before {  // the statements before one, and their days
    FeaturePart same, last, so_far, of_speaker;
    FeaturePart last_far;
  };
  void tell();
  Between between(const Signs& signs, const Told& told) const;
  Before before(const Signs& signs, const Told& told, const std::vector<std::optional<Interval>>& days) const;
  FeaturePart said_then(const Signs& signs, const Told& told) const;
  FeaturePart named(const Signs& signs, std::size_t sentence) const;
  FeaturePart share(const Told& told) const;
  template <typename Sink>
  void beside(const Signs& signs, const Told& told, Sink& sink) const;

  const DayWords& words_;
  const DayText& text_;
  const std::vector<Statement>& statements_;
  std::vector<Told> told_;
  std::vector<std::size_t> order_, places_;  // statements by place, and the place of each
  std::vector<std::string> who_;             // of each statement, whose days are kept together
  FeaturePart days_told_;
};

extern template void DayScene::features(const Signs&, const Told&, const std::vector<std::optional<Interval>>&,
                                        Sum&) const;
extern template void DayScene::features(const Signs&, const Told&, const std::vector<std::optional<Interval>>&,
                                        Written&) const;

}  // namespace onrecord
