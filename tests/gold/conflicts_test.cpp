// How well pairs are judged, held to the floors of floors.txt, and how many of the first fifty conflicts of a whole
// year of news are worth a reporter's look. Where the tables and articles do not stand beside this project there is
// nothing to hold.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "cli/program.h"
#include "gold/floors.h"

using namespace onrecord;

namespace {

// What `pairs.py score` prints: contradict.P, agree.R, half (precision of the surer half), alarms.wrong …
std::vector<ScoredFigure> figures(const std::string& printed) {
  std::vector<ScoredFigure> out;
  static const std::regex prf("(contradict|agree) P ([0-9.]+)  R ([0-9.]+)  F ([0-9.]+)");
  for (std::sregex_iterator i(printed.begin(), printed.end(), prf), end; i != end; ++i)
    for (std::size_t k = 0; k < 3; ++k) out.push_back({(*i)[1].str() + "." + "PRF"[k], std::stod((*i)[k + 2])});
  std::smatch found;
  if (std::regex_search(printed, found, std::regex("confident half ([0-9.]+)")))
    out.push_back({"half", std::stod(found[1])});
  if (std::regex_search(printed, found, std::regex("false alarms .* = ([0-9.]+)")))
    out.push_back({"alarms.wrong", std::stod(found[1])});
  return out;
}

void hold(const std::string& name, const std::filesystem::path& table) {
  if (!is_there(table)) return;
  const Program program;
  const std::string pairs = "python3 '" + (shared / "eval" / "pairs.py").string() + "' ";
  const std::string file = "'" + table.string() + "'";
  std::string news;
  for (const char* part : {"dev", "train"}) news += " '" + (shared / "polnear" / part).string() + "'";
  const Run run =
      program.shell(pairs + "make " + file + news +
                    " > pairs.jsonl && \"$ONRECORD\" compare --pairs pairs.jsonl --jsonl > judged.jsonl && " + pairs +
                    "score " + file + " judged.jsonl");
  REQUIRE(run.code == 0);
  hold_floors(name, figures(run.out));
}

}  // namespace

TEST_CASE("pairs of political statements") { hold("positions", shared / "positions" / "dev.tsv"); }

TEST_CASE("pairs of headlines and of plain sentences") {
  for (const std::string name : {"emergent_pairs", "emergent", "climate_fever_falsealarm", "sick", "rte3", "cue_suite"})
    hold(name, shared / "contradiction" / (name + ".tsv"));
}

// Read by hand: two speakers are at odds over whether what was struck was military; all else goes together.
TEST_CASE("the one conflict of an article that people annotated") {
  const auto seeds = shared / "seeds";
  if (!is_there(seeds)) return;
  const Program program;
  REQUIRE(program({"log", seeds.string()}).code == 0);
  const Run run = program({"conflicts", "--jsonl"});
  REQUIRE(run.code == 0);
  REQUIRE(std::count(run.out.begin(), run.out.end(), '\n') == 1);
  const auto row = nlohmann::json::parse(run.out);
  CHECK(row["type"] == "affirmed-negated");
  CHECK(row["why"].get<std::string>().find("“no military”") != std::string::npos);
}

TEST_CASE("the first fifty conflicts of a year of news") {
  const auto news = shared / "polnear";
  if (!is_there(news)) return;
  const Program program;
  // The day of an article stands in its name, behind the paper's: "paper_2016-01-31_title".
  for (const char* part : {"train", "dev"})
    for (const auto& file : std::filesystem::directory_iterator(news / part))
      if (file.path().extension() == ".txt") {
        std::filesystem::create_directories(program.folder.path / "news");
        std::filesystem::create_symlink(std::filesystem::canonical(file.path()),
                                        program.folder.path / "news" / file.path().filename());
      }
  REQUIRE(program({"log", "news"}).code == 0);
  const Run run = program({"conflicts", "--limit", "50", "--jsonl"});
  REQUIRE(run.code == 0);

  std::map<std::set<std::string>, bool> read;
  std::ifstream verdicts(ONRECORD_SOURCE_DIR "/tests/gold/conflicts.tsv");
  for (std::string line; std::getline(verdicts, line);) {
    std::istringstream cells(line);
    std::string a, b, rule, worth;
    if (!line.starts_with("#") && cells >> a >> b >> rule >> worth) read[{a, b}] = worth == "yes";
  }
  std::size_t yes = 0, no = 0, unread = 0;
  std::istringstream rows(run.out);
  for (std::string line; std::getline(rows, line);) {
    const auto row = nlohmann::json::parse(line);
    const auto verdict = read.find({row["a"]["id"].get<std::string>(), row["b"]["id"].get<std::string>()});
    if (verdict == read.end()) std::printf("unread: %s\n", row["why"].get<std::string>().c_str());
    (verdict == read.end() ? unread : verdict->second ? yes : no) += 1;
  }
  std::printf("conflicts worth a look: %zu of the %zu that were read, %zu unread\n", yes, yes + no, unread);
  CHECK(10 * yes >= 8 * (yes + no));
}
