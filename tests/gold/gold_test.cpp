// How good the statements are on annotated articles, held to the floors of floors.txt. The articles are
// not ours to give away: where they do not stand beside this project there is nothing to hold.
#include "extract/extract.h"
#include "gold/floors.h"

using namespace onrecord;

namespace {

void hold(const std::string& table, const std::filesystem::path& folder, const std::filesystem::path& speakers) {
  if (!is_there(folder)) return;
  const Grammar grammar(builtin_rules());
  const Extractor extractor(grammar);
  Score score(grammar, read_gold_speakers(speakers.string()));
  for (const std::string& file : gold_files(folder.string())) {
    const GoldArticle gold = read_gold(file);
    score.add(gold, extractor.extract(gold.article));
  }
  std::vector<ScoredFigure> figures = score.figures();
  figures.push_back({"calibration.wrong", score.calibration_error()});
  hold_floors(table, figures);
}

}  // namespace

TEST_CASE("news that people annotated") {
  hold("dev", shared / "polnear" / "dev", shared / "polnear" / "speakers-dev.tsv");
}

TEST_CASE("an article that people annotated with names and roles") {
  hold("seed", shared / "seeds", shared / "seeds" / "abu-dhabi-talks.speakers.tsv");
}
