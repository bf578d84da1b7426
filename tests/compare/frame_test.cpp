// Frames: what is kept of a position gives the same judgements as reading anew.
#include "compare/frame.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "compare/hit_rate.h"
#include "compare/pair.h"

using namespace onrecord;

namespace {

// A whole example of comparison.toml as two sides, marks taken out: "cue | speaker | {a:text} ||| …".
std::vector<Side> sides_of(const std::string& example) {
  std::string plain;
  for (std::size_t i = 0; i < example.size(); ++i) {
    if (example[i] == '{')
      i = std::min(example.find(':', i), example.size() - 1);
    else if (example[i] != '}')
      plain += example[i];
  }
  std::vector<Side> out;
  for (std::size_t at = 0; out.size() < 2 && at <= plain.size();) {
    const std::size_t end = std::min(plain.find("|||", at), plain.size());
    const std::string side = plain.substr(at, end - at);
    const std::size_t first = side.find('|'), last = side.rfind('|');
    out.push_back(said("Ines Keller", first == std::string::npos ? side : side.substr(last + 1),
                       first == std::string::npos ? "" : side.substr(0, first), std::to_string(out.size())));
    at = end + 3;
  }
  return out;
}

std::string shown(const std::vector<Shown>& all) {
  std::string out;
  for (const Shown& s : all)
    out += (s.where == Shown::Where::cue ? " cue " : " text ") + std::to_string(s.range.begin) + "-" +
           std::to_string(s.range.end);
  return out;
}

std::string text(const Comparison& c) {
  return std::string(name(c.relation)) + " " + c.type + " " + c.rule + " " + std::to_string(c.score) + " " + c.why +
         shown(c.a) + " |" + shown(c.b);
}

}  // namespace

TEST_CASE("positions made of frames are judged as those that are read") {
  const Judge judge(builtin_grammar());
  std::size_t judged = 0, found = 0;
  for (const Rule& rule : builtin_grammar().stage("comparison").rules())
    for (const auto* examples : {&rule.yes, &rule.no})
      for (const std::string& example : *examples) {
        const std::vector<Side> pair = sides_of(example);
        if (pair.size() < 2) continue;
        const auto restored = [&](const Side& side) { return judge.position(side, judge.frame(side)); };
        const Comparison anew = judge.judge(pair[0], pair[1]);
        INFO(example);
        CHECK(text(judge.judge(*restored(pair[0]), *restored(pair[1]))) == text(anew));
        ++judged;
        found += anew.relation != Relation::none;
      }
  CHECK(judged > 40);
  CHECK(found > 20);
}

TEST_CASE("a frame that cannot be read is passed over") {
  const Judge judge(builtin_grammar());
  const Side a = said("Ines Keller", "We will not raise the “fuel tax” by 12 percent; it isn't fair"),
             b = said("Ines Keller", "The fuel tax will be raised");
  const std::string frame = judge.frame(a), anew = text(judge.judge(a, b));
  REQUIRE(anew.starts_with("contradict"));
  for (std::size_t size = 0; size < frame.size(); ++size) {
    INFO(size);
    CHECK(text(judge.judge(*judge.position(a, frame.substr(0, size)), *judge.position(b))) == anew);
    std::string damaged = frame;
    damaged[size] = '\xFF';
    CHECK(text(judge.judge(*judge.position(a, damaged), *judge.position(b))) == anew);
  }
  const Side shorter = said("Ines Keller", "No");  // the frame speaks of words that are not there
  CHECK(text(judge.judge(*judge.position(shorter, frame), *judge.position(b))) == text(judge.judge(shorter, b)));
}

TEST_CASE("the stems of a frame are those of the content words, each once and in order") {
  const Judge judge(builtin_grammar());
  const Vocabulary vocabulary(builtin_grammar());
  const Side side = said("Ines Keller", "The carbon tax, she said, is a tax on the bread of the poor", "denied");
  std::vector<std::uint64_t> expected;
  for (const Word& w : vocabulary.content(side)) expected.push_back(w.stem);
  std::sort(expected.begin(), expected.end());
  expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
  CHECK(stems_of_frame(judge.frame(side)) == expected);
  CHECK(stems_of_frame("").empty());
  CHECK(stems_of_frame("nonsense").empty());
}

TEST_CASE("reviews move the hit rate of a reason, and with it the score") {
  HitRates rates(builtin_grammar());
  const std::string rule = "comparison.cue-denied";
  const HitRate measured = rates.of(rule);
  CHECK(measured.share > 0.5);
  CHECK(measured.reviewed == 0);
  Comparison c;
  c.rule = rule;
  c.score = measured.share;
  rates.rescore(c);
  CHECK(c.score == measured.share);
  for (int i = 0; i < 3; ++i) rates.count(rule, false);
  rates.count(rule, true);
  const HitRate now = rates.of(rule);
  CHECK(now.right == 1);
  CHECK(now.reviewed == 4);
  CHECK(now.share == Approx((10 * measured.share + 1) / 14));
  rates.rescore(c);
  CHECK(c.score == Approx(now.share));
  rates.count("comparison.none-such", true);
  CHECK(rates.of("comparison.none-such").reviewed == 0);
}
