#include "extract/tone.h"

#include <catch2/catch.hpp>

#include "core/error.h"
#include "extract/marked_sentence.h"

using namespace onrecord;

namespace {

std::string tone(const std::string& marked, Kind kind = Kind::indirect) {
  const MarkedSentence s(marked);
  const auto [act, manner] = Tone(english()).of(s.article.text, s.clause, s.quotation, kind);
  return std::string(name(act)) + " " + std::string(name(manner));
}

}  // namespace

TEST_CASE("what a cue does") {
  CHECK(tone("{source:Hallow} {cue:said} {content:that it was over}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:has denied} {content:that it was over}.") == "deny speech");
  CHECK(tone("{source:Hallow} {cue:acknowledged} {content:that it was over}.") == "confirm speech");
  CHECK(tone("{source:Hallow} {cue:vowed} {content:to end it}.") == "promise speech");
  CHECK(tone("{source:Hallow} {cue:called for} {content:an end to it}.") == "demand speech");
  CHECK(tone("{source:Hallow} {cue:called} {content:it a disgrace}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:endorsed} {content:the plan}.") == "support speech");
  CHECK(tone("{source:Hallow} {cue:blasted} {content:the plan}.") == "oppose speech");
  CHECK(tone("{source:Hallow} {cue:asked} {content:whether it was over}.") == "question speech");
  CHECK(tone("{source:Hallow} {cue:predicted} {content:that it would end}.") == "predict speech");
  CHECK(tone("{source:Hallow} {cue:accused} {content:them of fraud}.") == "accuse speech");
  CHECK(tone("{source:Hallow} {cue:applauded} {content:the plan}.") == "praise speech");
}

TEST_CASE("speech and attitude apart") {
  CHECK(tone("{source:Hallow} {cue:believes} {content:that it is over}.") == "believe attitude");
  CHECK(tone("{source:Hallow} {cue:wants} {content:to end it}.") == "want attitude");
  CHECK(tone("{source:Hallow} {cue:supports} {content:the plan}.") == "support attitude");
  CHECK(tone("{content:Hallow} {cue:is expected} {content:to end it}.") == "predict attitude");
  CHECK(tone("{source:Hallow} {cue:is opposed to} {content:the plan}.") == "oppose attitude");
  CHECK(tone("{source:Hallow} {cue:testified} {content:that it was over}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:made it clear} {content:that it was over}.") == "say speech");
}

TEST_CASE("a direct quotation is always speech") {
  CHECK(tone("{content:“It is over,”} {source:Hallow} {cue:believes}.", Kind::direct) == "believe speech");
}

TEST_CASE("a negation turns what follows") {
  CHECK(tone("{source:Hallow} {cue:did not support} {content:the plan}.") == "oppose attitude");
  CHECK(tone("{source:Hallow} {cue:refused to endorse} {content:the plan}.") == "oppose speech");
  CHECK(tone("{source:Hallow} {cue:declined to say} {content:why}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:declined} {content:to comment}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:has refused} {content:to go}.") == "oppose speech");
  CHECK(tone("{source:Hallow} {cue:would not say} {content:why}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:never said} {content:that it was over}.") == "deny speech");
  CHECK(tone("{source:Hallow} {cue:doesn’t think} {content:that it is over}.") == "deny attitude");
  CHECK(tone("{source:Hallow} {cue:did not deny} {content:it}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:could not refuse to support} {content:it}.") == "support attitude");
}

TEST_CASE("nouns, signs and words that no list knows") {
  CHECK(tone("{source:Hallow}’s {cue:criticisms of} {content:the plan} were heard.") == "oppose speech");
  CHECK(tone("{source:Hallow}{cue::} {content:It is over}.") == "say speech");
  CHECK(tone("{content:It is over}, {cue:according to} {source:Hallow}.") == "say speech");
  CHECK(tone("{source:Hallow} {cue:polished} {content:the plan}.") == "say attitude");
  CHECK(tone("{content:It is over}.") == "say speech");
}

TEST_CASE("a line of the list that names no act is an error with its place") {
  std::vector<RuleFile> files = builtin_rules();
  files.push_back({"mine/acts.txt", "# mine\nurge\tdemnad speech\n"});
  const Grammar grammar(files);
  CHECK_THROWS_WITH(Tone(grammar), Catch::Contains("acts.txt:2") && Catch::Contains("no act"));
}
