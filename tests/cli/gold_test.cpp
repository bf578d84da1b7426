// `rules score` and `rules weigh` on an annotated article of our own.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "cli/score.h"

using namespace onrecord;
using Catch::Matchers::Contains;

namespace {

void write_gold(const Program& onrecord) {
  onrecord.folder.write("gold/harbor.txt", "“It is over,” said Mayor Anna Holt.\n\nThe harbor was quiet.\n");
  onrecord.folder.write("gold/harbor.ann",
                        "T1\tContent 0 13\t“It is over,”\nT2\tCue 14 18\tsaid\nT3\tSource 19 34\tMayor Anna Holt\n"
                        "T4\tAttribution 14 18\tsaid\nE1\tAttribution:T4 Source:T3 Cue:T2 Content:T1\n");
  onrecord.folder.write("who.tsv", "harbor\tE1\tperson\tAnna Holt\tMayor\n");
}

}  // namespace

TEST_CASE("rules score counts what is found, rule by rule") {
  const Program onrecord;
  write_gold(onrecord);
  const Run run = onrecord({"rules", "score", "gold", "--speakers", "who.tsv", "--json"});
  CHECK(run.err == "");
  REQUIRE(run.code == 0);
  const auto score = nlohmann::json::parse(run.out);
  CHECK(score["statements"] == 1);
  CHECK(score["attributions"] == 1);
  CHECK(score["figures"]["content.strict.F"] == 1.0);
  CHECK(score["figures"]["found.direct"] == 1.0);
  CHECK(score["figures"]["source.strict"] == 1.0);
  CHECK(score["figures"]["speaker.person.end_to_end"] == 1.0);
  CHECK(score["figures"]["role"] == 1.0);
  CHECK(score["rules"]["att.quote.verb.speaker"]["exact"] == 1);
  CHECK_THAT(onrecord({"rules", "score", "gold"}).out, Contains("1 statements, 1 annotated attributions"));
}

TEST_CASE("rules weigh prints weights, and says when nothing is left to learn from") {
  const Program onrecord;
  write_gold(onrecord);
  CHECK_THAT(onrecord({"rules", "weigh", "gold"}).out, Catch::Matchers::StartsWith("# "));
  onrecord.folder.write("out.txt", "harbor\n");
  const Run run = onrecord({"rules", "weigh", "gold", "--leave-out", "out.txt"});
  CHECK(run.code == 1);
  CHECK(run.err == "onrecord: gold: every article is left out; leave out fewer with --leave-out\n");
}

TEST_CASE("names are compared without titles, initials and accents") {
  CHECK(same_person_name("Dr. Anna B. Holt", "Anna Holt"));
  CHECK(same_person_name("José Marsh", "Jose Marsh"));
  CHECK_FALSE(same_person_name("Anna Holt", "Holt"));
  CHECK_FALSE(same_person_name("Anna Holt", ""));
}

TEST_CASE("a mark inside a word is no end of it") {
  CHECK(score_words("Holt’s well-known U.S. “plan” – 1,2").size() == 6);
}
