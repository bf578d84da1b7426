#include "extract/date_choice.h"

#include <algorithm>
#include <cmath>

namespace onrecord {
namespace {

// How sure a day must be: its share of all places, and how many times that of the next. In articles left out of
// learning (eight folds), of single statements that have a day (382) .853 are dated right and .047 otherwise; of those
// of articles read whole (4,899) .668 and .057, and of 6,037 whose day is not told .119 get one. A share of .42 and a
// lead of 3 would date .848 and .645 of them right, .042 and .052 otherwise and .109 of those without.
constexpr double least_share = 0.39, least_lead = 2.5;

bool same(const Interval& a, const Interval& b) { return a.from == b.from && a.to == b.to; }

// The interval that has the greatest share of all places; nothing where it is too small, or another one is near it.
const Interval* best(const std::vector<DayScene::Told>& told, const std::vector<double>& weights) {
  double all = 1;  // none of them
  for (const double w : weights) all += w;
  const Interval* out = nullptr;
  double most = 0, second = 0;
  std::vector<double> shares(told.size());
  for (std::size_t i = 0; i < told.size(); ++i) shares[told[i].first] += weights[i];
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (shares[i] > most)
      second = most, most = shares[i], out = &told[i].day();
    else
      second = std::max(second, shares[i]);
  }
  return most >= least_share * all && most >= least_lead * second ? out : nullptr;
}

}  // namespace

DayChooser::DayChooser(const Grammar& grammar)
    : words_(grammar), features_{Weights::parse(grammar.file("weights-days.txt"), "weights-days.txt")} {}

void DayChooser::date(const DayText& text, std::vector<Statement>& statements) const {
  if (features_.weights.empty()) return;
  const DayScene scene(words_, features_, text, statements);
  if (scene.told().empty()) return;
  std::vector<double> odds(scene.told().size()), alone(scene.told().size());
  for (std::size_t k = 0; k < alone.size(); ++k) {
    Sum sum(features_.weights);
    scene.features_of(scene.told()[k], sum);
    alone[k] = sum.value();
  }
  DayScene::Course course = scene.begin();
  for (const std::size_t i : scene.order()) {
    const Interval*& day = course.days[i];
    if (day != nullptr) continue;
    if (const auto& of = text.quotations[i].speaker_of) {  // a quotation carried on
      day = course.days[*of];
      continue;
    }
    const auto signs = scene.signs(i, course);
    if (!signs) continue;
    Sum own(features_.weights);
    scene.features_of(*signs, own);
    for (std::size_t k = 0; k < odds.size(); ++k) {
      odds[k] = 0;
      if (!scene.in_reach(*signs, scene.told()[k])) continue;
      Sum both(features_.weights);
      scene.features(*signs, scene.told()[k], both);
      odds[k] = std::exp(own.value() + alone[k] + both.value());
    }
    day = best(scene.told(), odds);
  }
  for (const std::size_t i : scene.order())
    if (const auto below = course.days[i] != nullptr ? std::nullopt : scene.taken_up(i, course))
      course.days[i] = course.days[*below];
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const auto& of = text.quotations[i].speaker_of;
    const Interval* day = of && course.days[i] == nullptr ? course.days[*of] : course.days[i];
    if (day != nullptr && !statements[i].said) statements[i].said = *day;
  }
}

std::vector<Alternatives> DayChooser::choices(const DayText& text, const std::vector<Statement>& statements,
                                              const std::vector<std::optional<KnownDay>>& known) const {
  const DayScene scene(words_, features_, text, statements);
  DayScene::Course course = scene.begin();
  std::vector<Alternatives> out;
  for (const std::size_t i : scene.order()) {
    if (statements[i].said || !known[i]) continue;
    const auto signs = text.quotations[i].speaker_of ? std::nullopt : scene.signs(i, course);
    course.days[i] = known[i]->day ? &*known[i]->day : nullptr;
    if (!signs) continue;
    Alternatives choice;
    std::vector<std::size_t> right;
    for (const DayScene::Told& told : scene.told()) {
      if (!scene.in_reach(*signs, told)) continue;
      if (known[i]->day && same(*known[i]->day, told.day())) right.push_back(choice.places.size());
      Written written;
      scene.features_of(*signs, written);
      scene.features_of(told, written);
      scene.features(*signs, told, written);
      choice.places.push_back(written.take());
    }
    if (!known[i]->day) right.push_back(choice.places.size());
    choice.places.emplace_back();  // none of them
    if (right.empty()) continue;   // the article tells it in no words of time
    choice.right = right.front();
    choice.also.assign(right.begin() + 1, right.end());
    if (choice.places.size() > 1) out.push_back(std::move(choice));
  }
  return out;
}

}  // namespace onrecord
