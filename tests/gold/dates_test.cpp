// The days on which things were said, against dates.tsv and dates_carried.tsv: by article, content and cue (code
// points), read by us in the whole article. "unknown": the article does not tell. The weights of days are counted on
// the parts "open", "fresh", "later", "learn" and "whole" (every annotated statement of 625 articles). Held out:
// "unseen", articles of another folder, labelled before there were weights; "sampled", up to three statements, drawn at
// random, of each other article of that folder; "carried", statements of ours whose own sentences tell no day,
// annotated or not. All but "carried" were read twice, by readers who did not see each other's days. Where they differ
// the row is left out: of "whole" 3 in 100, of the others those of which the second reader was not sure.
#include "cli/gold.h"
#include "core/text.h"
#include "extract/extract.h"
#include "gold/floors.h"

using namespace onrecord;

namespace {

struct Counts {
  double dated = 0, missed = 0, exact = 0, wrong = 0, unknown = 0, undated = 0, trapped = 0;

  std::vector<ScoredFigure> figures(const std::string& part) const {
    return {{part + ".exact", exact / dated},
            {part + ".wrong", wrong / dated},
            {part + ".unknown", unknown / dated},
            {part + ".trapped", trapped / undated}};
  }
};

}  // namespace

TEST_CASE("the days on which things were said") {
  const std::filesystem::path train = shared / "polnear" / "train", dev = shared / "polnear" / "dev";
  if (!is_there(train) || !is_there(dev)) return;
  const Grammar grammar(builtin_rules());
  const Extractor extractor(grammar);
  std::map<std::string, Counts> parts;
  GoldDays days = read_gold_days(ONRECORD_SOURCE_DIR "/tests/gold/dates.tsv");
  for (auto& [name, rows] : read_gold_days(ONRECORD_SOURCE_DIR "/tests/gold/dates_carried.tsv"))
    days[name].insert(days[name].end(), rows.begin(), rows.end());
  for (const auto& [name, rows] : days) {
    const std::string file = name + ".txt";
    const GoldArticle gold = read_gold((std::filesystem::exists(train / file) ? train / file : dev / file).string());
    const std::vector<Statement> statements = extractor.extract(gold.article);
    const CodePoints points(gold.article.text);
    for (const GoldDay& row : rows) {
      const Statement* s = row.found(statements, points);
      Counts& c = parts[row.part];
      if (s == nullptr) {
        c.missed += row.day.has_value();
      } else if (!row.day) {
        c.undated += 1;
        c.trapped += s->said.has_value();
      } else {
        c.dated += 1;
        const bool exact = s->said && s->said->from == row.day->from && s->said->to == row.day->to;
        c.exact += exact;
        c.unknown += !s->said;
        c.wrong += s->said && !exact;
      }
    }
  }
  std::vector<ScoredFigure> figures;
  for (const auto& [part, counts] : parts) {
    std::printf("dates %s: %.0f dated, %.0f of them found\n", part.c_str(), counts.dated + counts.missed, counts.dated);
    for (const ScoredFigure& f : counts.figures(part)) figures.push_back(f);
  }
  hold_floors("dates", figures);
}
