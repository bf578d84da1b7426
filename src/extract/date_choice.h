// The day of a statement that its own sentence does not tell by a rule: chosen among the days told in the article.
//
// "On Tuesday, Hallow met the press. … “It is over,” she said." Every interval that the article tells is a place of
// the choice, and so is none of them. Weights that can be read (rules/en/weights-days.txt, a conditional logit) choose
// by what the statement says of itself (tense, means, words of time), by what stands at the place (who spoke then, who
// is named, an occasion to speak), and by what stands between: other days, other speakers, the days already given.
// Statements are decided in the order of the text.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "extract/date_scene.h"

namespace onrecord {

// What a person found by reading: the day on which a statement was made, or that the article does not tell.
struct KnownDay {
  std::optional<Interval> day;
};

// Of each statement, in the order given; nothing for those that nobody read.
using KnownDays = std::function<std::vector<std::optional<KnownDay>>(const std::vector<Statement>&)>;

class DayChooser {
 public:
  // Reads the weights of the grammar's file "weights-days.txt"; without any, no day is chosen.
  explicit DayChooser(const Grammar& grammar);

  // Gives a day to statements that have none; they are those of the text's quotations, in the same order.
  void date(const DayText& text, std::vector<Statement>& statements) const;

  // The choices that `date` meets, and what is right, for learning: of statements that have no day and were read.
  std::vector<Alternatives> choices(const DayText& text, const std::vector<Statement>& statements,
                                    const std::vector<std::optional<KnownDay>>& known) const;

 private:
  DayWords words_;
  DayFeatures features_;
};

}  // namespace onrecord
