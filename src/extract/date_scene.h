// A scene: what an article tells of days, as the choice of a statement's day sees it (date_choice.h).
//
// Its features are words that can be read: "tense past", "last-day this 2" (the speaker's last statement that has a
// day has this one, two or three sentences before).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/article.h"
#include "core/quotation.h"
#include "core/statement.h"
#include "extract/clause.h"
#include "extract/date.h"
#include "extract/date_features.h"
#include "extract/date_setting.h"
#include "extract/day_words.h"
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

class DayScene {
 public:
  // An interval that a sentence tells outside of marks and brackets; one counted from another day ("a day earlier") is
  // its own sentence's alone.
  struct Told {
    std::size_t sentence = 0;
    const TimeWords* words = nullptr;
    FeaturePart lead;       // the word that leads it: since, by, after
    Tense verb;             // of the verb that it stands with
    day::YesNo in_content;  // of a statement of that sentence
    day::YesNo appears;     // its sentence tells of somebody who speaks or appears
    day::YesNo heading;     // it is the hour over an entry of a live report
    day::Setting setting;   // how many sentences name the debate, the poll that its sentence names
    day::Length length;
    day::Main main{};       // it is the day told most often beside the debate, the poll that the article is of
    day::Portion share{};   // of the statements that their own sentences date, how many are of that day
    std::size_t first = 0;  // index of the first that tells the same day

    const Interval& day() const { return *words->interval; }
  };

  // All must outlive it.
  DayScene(const DayWords& words, const DayFeatures& features, const DayText& text,
           const std::vector<Statement>& statements);

  const std::vector<Told>& told() const { return told_; }
  const std::vector<std::size_t>& order() const { return order_; }  // of the statements, that of the text

  // The choice as it goes on, in the order of the text: the days of the statements, as far as they are decided; null:
  // none.
  struct Course {
    std::vector<const Interval*> days;

    // Counted when a statement is looked at: the ones before it in which somebody speaks, and their days.
    struct Count {
      const Interval* day;
      std::size_t statements;
    };
    std::vector<Count> so_far;
    std::size_t passed = 0;         // of the order
    std::size_t all = 0, open = 0;  // statements so far; those without a day
  };
  Course begin() const;

  // What a speaker said before, and the days of it.
  struct Prior {
    bool spoke = false;
    const Interval* nearest = nullptr;       // the day of what he said last; null: none yet
    const Interval* last = nullptr;          // his last day
    day::Far last_far;                       // how far before
    std::vector<const Interval*> days;       // his, before and after
    std::array<std::size_t, 2> sentences{};  // the last ones before this in which he speaks, counted from 1; 0: none
  };

  // What a statement says of itself, and what was said before it.
  struct Signs {
    std::size_t statement = 0;
    Tense tense;
    day::KindWord kind;
    day::MannerWord manner;
    day::YesNo pronoun, unnamed;
    day::YesNo time;     // its sentence has words of time that could be its own
    day::YesNo title;    // a headline
    day::YesNo undated;  // its sentence says "often", "earlier"
    day::Place place;
    day::Many many;        // how many statements of the article are its speaker's
    day::YesNo bystander;  // whether the article calls its speaker one
    // Of a person the last word of the name, of a body; empty: neither.
    std::string surname;
    // How that stands beside each interval, where it was looked up.
    std::vector<std::optional<day::Named>>* named = nullptr;
    Prior prior;
    const Course* course = nullptr;
  };
  // Nothing of a statement made at no one time, or at another than is told: "has said", "would say", "previously said".
  // `course` must outlive the signs, and not go on.
  std::optional<Signs> signs(std::size_t statement, Course& course) const;

  // Whether an interval can be the statement's at all: one that lies long back only near where it is told, or where its
  // speaker spoke on it.
  bool in_reach(const Signs& signs, const Told& told) const;

  // Of a statement in a headline, the first one under it by the same speaker that has a day; of others nothing.
  std::optional<std::size_t> taken_up(std::size_t statement, const Course& course) const;

  // Calls `sink` with each feature of a statement and an interval: what hangs on the statement alone, on the interval
  // alone, and on both.
  template <typename Sink>
  void features_of(const Signs& signs, Sink& sink) const;
  template <typename Sink>
  void features_of(const Told& told, Sink& sink) const;
  template <typename Sink>
  void features(const Signs& signs, const Told& told, Sink& sink) const;

 private:
  struct Between {  // a statement and an interval
    day::Count days, speaker;
  };
  struct Before {  // of the statements before one, and an interval
    day::Nearest nearest;
    day::Last last;
    day::Portion so_far;
    day::OfSpeaker of_speaker;
  };
  void tell();
  void find_bystanders();
  bool is_headline(std::size_t sentence) const;
  void pass(std::size_t statement, Course& course) const;
  Prior prior(std::size_t statement, const Course& course) const;
  Between between(const Signs& signs, const Told& told) const;
  Before before(const Signs& signs, const Told& told) const;
  day::Then said_then(const Signs& signs, const Told& told) const;
  day::Named named(const Signs& signs, const Told& told) const;
  day::Named find_name(const std::string& surname, std::size_t sentence) const;
  day::Portion share(const Told& told) const;
  day::Paragraphs paragraph(std::size_t told, std::size_t here) const;
  void find_main();
  template <typename Sink>
  void beside(const Signs& signs, const Told& told, Sink& sink) const;

  const DayWords& words_;
  const DayFeatures& of_;
  const DayText& text_;
  const std::vector<Statement>& statements_;
  Settings settings_;
  std::vector<Told> told_;
  std::vector<std::size_t> order_, places_;  // statements by place, and the place of each
  // Of each statement what is asked again and again; `who`: whose days are kept together.
  static constexpr std::uint32_t nobody = 0;
  struct Seen {
    std::size_t sentence, place;
    std::uint32_t who;
    bool speech, title;
  };
  std::vector<Seen> seen_;
  std::vector<std::vector<std::size_t>> by_who_;  // statements of each `who`, by place
  std::vector<std::size_t> by_sentence_;          // statements in the order of their sentences
  // For each sentence how many of by_sentence_, of told_ stand before it.
  std::vector<std::ptrdiff_t> first_statement_, first_told_;
  std::unordered_set<std::uint32_t> bystanders_;  // of them
  day::DaysTold days_told_;
  day::YesNo live_;  // a report whose entries stand under their hours
  // What was looked up: by name how it stands beside each interval.
  mutable std::unordered_map<std::string, std::vector<std::optional<day::Named>>> named_;
};

extern template void DayScene::features_of(const Signs&, Sum&) const;
extern template void DayScene::features_of(const Signs&, Written&) const;
extern template void DayScene::features_of(const Told&, Sum&) const;
extern template void DayScene::features_of(const Told&, Written&) const;
extern template void DayScene::features(const Signs&, const Told&, Sum&) const;
extern template void DayScene::features(const Signs&, const Told&, Written&) const;

}  // namespace onrecord
