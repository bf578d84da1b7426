// Who backs and who opposes one thing, in whatever words.
#include "compare/stands.h"

#include <catch2/catch.hpp>

#include "compare/frame.h"
#include "compare/pair.h"

using namespace onrecord;

namespace {

// "+topic.death-penalty", "-Keller": the stands of a statement.
std::string stands(const std::string& cue, const std::string& text) {
  static const Reader reader(builtin_grammar());
  std::string out;
  for (const Stand& s : reader.read(said("Tomas Osei", text, cue)).stands)
    out += (out.empty() ? "" : " ") + std::string(s.sign > 0 ? "+" : "-") + s.target;
  return out;
}

}  // namespace

TEST_CASE("a stand is what the speaker backs or opposes") {
  CHECK(stands("opposes", "the death penalty") == "-topic.death-penalty");
  CHECK(stands("said", "he would bring back capital punishment") == "+topic.death-penalty");
  CHECK(stands("called for", "the abolition of the death penalty") == "-topic.death-penalty");
  CHECK(stands("said", "that he is against the death penalty") == "-topic.death-penalty");
  CHECK(stands("called", "the death penalty a disgrace") == "-topic.death-penalty");
  CHECK(stands("refused", "to endorse Ines Keller") == "-Keller");
  SECTION("not what is only spoken of") {
    CHECK(stands("said", "the death penalty was on the agenda") == "");
    CHECK(stands("praised", "her speech on the death penalty") == "");
    CHECK(stands("supports", "Keller's levy") == "");
  }
}

TEST_CASE("opposite stands are paired without a word in common") {
  const Judge judge(builtin_grammar());
  OpposedStands all;
  const auto add = [&](const std::string& speaker, const std::string& cue, const std::string& text) {
    all.add(stands_of_frame(judge.frame(said(speaker, text, cue))), speaker);
  };
  add("Ines Keller", "opposes", "the death penalty");
  add("Tomas Osei", "backed", "capital punishment");
  add("Mara Lund", "opposes", "the new bridge");
  add("Ines Keller", "endorsed", "Mara Lund");
  add("Tomas Osei", "refused", "to endorse Mara Lund");
  const std::vector<Pair> pairs = all.pairs();
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].a == 0);
  CHECK(pairs[0].b == 1);
  CHECK(relation(said("Ines Keller", "the death penalty", "opposes", "one"),
                 said("Tomas Osei", "capital punishment", "backed", "two")) == "contradict for-against");
}
