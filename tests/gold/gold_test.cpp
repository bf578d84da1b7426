// How good the statements are on annotated articles, held to the floors of floors.txt. The articles are
// not ours to give away: where they do not stand beside this project there is nothing to hold.
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "cli/score.h"
#include "extract/extract.h"

using namespace onrecord;

namespace {

const std::filesystem::path shared = std::filesystem::path(ONRECORD_SOURCE_DIR) / ".." / "shared";

// Lines "table name value"; '#' begins a comment.
std::map<std::string, double> floors(const std::string& table) {
  std::ifstream in(ONRECORD_SOURCE_DIR "/tests/gold/floors.txt");
  std::map<std::string, double> out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string of, name;
    double value = 0;
    if (line.starts_with("#") || !(cells >> of >> name >> value)) continue;
    if (of == table) out[name] = value;
  }
  return out;
}

void hold(const std::string& table, const std::filesystem::path& folder, const std::filesystem::path& speakers) {
  if (!std::filesystem::exists(folder)) {
    std::printf("skipped: %s is not there\n", folder.c_str());
    return;
  }
  const Grammar grammar(builtin_rules());
  const Extractor extractor(grammar);
  Score score(grammar, read_gold_speakers(speakers.string()));
  for (const std::string& file : gold_files(folder.string())) {
    const GoldArticle gold = read_gold(file);
    score.add(gold, extractor.extract(gold.article));
  }
  std::map<std::string, double> left = floors(table);
  CHECK_FALSE(left.empty());
  for (const ScoredFigure& figure : score.figures()) {
    std::printf("%s %s %.3f\n", table.c_str(), figure.name.c_str(), figure.value);
    const auto floor = left.find(figure.name);
    if (floor == left.end()) continue;
    INFO(table << " " << figure.name);
    // The less that is spurious or unknown, the better.
    if (figure.name.ends_with("spurious") || figure.name.ends_with("unknown"))
      CHECK(figure.value <= floor->second);
    else
      CHECK(figure.value >= floor->second);
    left.erase(floor);
  }
  for (const auto& [name, value] : left)
    FAIL_CHECK("floors.txt names a figure that there is not: " << table << " " << name);
}

}  // namespace

TEST_CASE("news that people annotated") {
  hold("dev", shared / "polnear" / "dev", shared / "polnear" / "speakers-dev.tsv");
}

TEST_CASE("an article that people annotated with names and roles") {
  hold("seed", shared / "seeds", shared / "seeds" / "abu-dhabi-talks.speakers.tsv");
}
