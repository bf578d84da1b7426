// A scene: what an article tells of days, as the choice of a statement's day sees it (date_choice.h).
//
// Its features are words that can be read: "tense past", "last-day this 2" (the speaker's last statement that has a
// day has this one, two or three sentences before).
#pragma once

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
    FeaturePart verb;        // tense of the verb that it stands with
    FeaturePart lead;        // the word that leads it: since, by, after
    FeaturePart in_content;  // of a statement of that sentence
    FeaturePart appears;     // its sentence tells of somebody who speaks or appears
    FeaturePart heading;     // it is the hour over an entry of a live report
    FeaturePart setting;     // how many sentences name the debate, the poll that its sentence names
    FeaturePart main;        // it is the day told most often beside the debate, the poll that the article is of
    FeaturePart share;       // of the statements that their own sentences date, how many are of that day
    std::size_t first = 0;   // index of the first that tells the same day

    const Interval& day() const { return *words->interval; }
  };

  // All must outlive it.
  DayScene(const DayWords& words, const DayText& text, const std::vector<Statement>& statements);

  const std::vector<Told>& told() const { return told_; }
  const std::vector<std::size_t>& order() const { return order_; }  // of the statements, that of the text

  // The statements before one, and their days.
  struct Prior {
    struct Count {
      const Interval* day;
      std::size_t statements;
    };
    bool spoke = false;                 // the speaker, before
    const Interval* nearest = nullptr;  // the day of what he said last; null: none yet
    const Interval* last = nullptr;     // his last day
    FeaturePart last_far;               // how far before
    std::vector<Count> so_far, of_speaker;
    std::size_t all = 0, open = 0;  // statements so far; those without a day
  };

  // What a statement says of itself, and what was said before it.
  struct Signs {
    std::size_t statement = 0;
    FeaturePart tense, kind, manner, pronoun, unnamed;
    FeaturePart time;       // its sentence has words of time that could be its own
    FeaturePart title;      // a headline
    FeaturePart undated;    // its cue, or else its sentence, says "often", "earlier"
    FeaturePart place;      // in the headline, the lede or the body
    FeaturePart many;       // how many statements of the article are its speaker's
    FeaturePart bystander;  // whether the article calls its speaker one
    // Of a person the last word of the name, of a body; empty: neither.
    std::string surname;
    std::vector<FeaturePart>* named = nullptr;  // how that stands beside each interval, where it was looked up
    Prior prior;
  };
  // `days` are those of the statements so far, and must outlive the signs.
  Signs signs(std::size_t statement, const std::vector<std::optional<Interval>>& days) const;

  // Whether an interval can be the statement's at all: one that lies long back only near where it is told, or where its
  // speaker spoke on it.
  bool in_reach(const Signs& signs, const Told& told) const;

  // Of a statement in a headline, the first one under it by the same speaker that has a day; of others nothing.
  std::optional<std::size_t> taken_up(std::size_t statement, const std::vector<std::optional<Interval>>& days) const;

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
    FeaturePart days, speaker;
  };
  struct Before {  // of the statements before one, and an interval
    FeaturePart same, last, so_far, of_speaker;
  };
  void tell();
  void find_bystanders();
  bool is_headline(std::size_t sentence) const;
  Prior prior(std::size_t statement, const std::vector<std::optional<Interval>>& days) const;
  Between between(const Signs& signs, const Told& told) const;
  Before before(const Prior& prior, const Told& told) const;
  FeaturePart said_then(const Signs& signs, const Told& told) const;
  FeaturePart named(const Signs& signs, const Told& told) const;
  FeaturePart find_name(const std::string& surname, std::size_t sentence) const;
  FeaturePart share(const Told& told) const;
  FeaturePart paragraph(std::size_t told, std::size_t here) const;
  void find_main();
  template <typename Sink>
  void beside(const Signs& signs, const Told& told, Sink& sink) const;

  const DayWords& words_;
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
  std::vector<std::uint32_t> statements_of_;  // of each `who`, how many
  std::vector<std::size_t> by_sentence_;      // statements in the order of their sentences
  // For each sentence how many of by_sentence_, of told_ stand before it.
  std::vector<std::ptrdiff_t> first_statement_, first_told_;
  std::unordered_set<std::uint32_t> bystanders_;  // of them
  FeaturePart days_told_;
  FeaturePart live_ = "no";  // a report whose entries stand under their hours
  // What was looked up: by name how it stands beside each interval.
  mutable std::unordered_map<std::string, std::vector<FeaturePart>> named_;
};

extern template void DayScene::features_of(const Signs&, Sum&) const;
extern template void DayScene::features_of(const Signs&, Written&) const;
extern template void DayScene::features_of(const Told&, Sum&) const;
extern template void DayScene::features_of(const Told&, Written&) const;
extern template void DayScene::features(const Signs&, const Told&, Sum&) const;
extern template void DayScene::features(const Signs&, const Told&, Written&) const;

}  // namespace onrecord
