// The rules of rules/en keep what their examples promise, through the whole cascade.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "compare/examples.h"
#include "extract/examples.h"
#include "match/examples.h"
#include "match/grammar.h"

using namespace onrecord;

namespace {

const Grammar& grammar() {
  static const Grammar english(builtin_rules());
  return english;
}

std::string place(const Rule& rule) { return rule.file + ":" + std::to_string(rule.line) + ": " + rule.id; }

Cascade cascade_of(const std::string& stage) {
  Cascade cascade = extract_cascade(grammar(), stage);
  return cascade ? cascade : compare_cascade(grammar(), stage);
}

// The examples of the stage's rules that do not hold, a line each.
std::string broken(const Stage& stage) {
  const Cascade cascade = cascade_of(stage.name());
  REQUIRE(cascade);
  std::string out;
  for (const Rule& rule : stage.rules())
    for (const Failure& failure : check(rule, cascade))
      out += place(rule) + ": " + failure.what + "\n    in: " + failure.example + "\n";
  return out;
}

// The files of extraction, without one rule.
std::vector<RuleFile> without(const Rule& rule) {
  std::vector<RuleFile> files;
  for (RuleFile& file : builtin_rules()) {
    // What only comparison reads; leaving it out halves the time to load.
    if (file.name.find("/position") != std::string::npos || file.name.find("/comparison") != std::string::npos ||
        file.name.find("/topic") != std::string::npos)
      continue;
    if (file.name == rule.file) {
      std::size_t begin = 0;
      for (std::size_t line = 1; line < rule.line; ++line) begin = file.text.find('\n', begin) + 1;
      const std::size_t next = file.text.find("\n[[rule]]", begin);
      file.text.erase(begin, next == std::string::npos ? next : next + 1 - begin);
    }
    files.push_back(std::move(file));
  }
  return files;
}

// Whether some rule finds exactly what is marked in the example.
bool found_by_any(const Cascade& cascade, const Example& example) {
  for (Found& found : cascade(example.text)) {
    std::sort(found.marked.begin(), found.marked.end(),
              [](const Marked& a, const Marked& b) { return a.range < b.range; });
    if (found.marked == example.marked) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every rule has an example to win and one to leave alone") {
  std::string bare;
  for (const Stage* stage : grammar().stages())
    for (const Rule& rule : stage->rules())
      if (rule.yes.empty() || rule.no.empty()) bare += place(rule) + "\n";
  CHECK(bare == "");
}

TEST_CASE("the examples of every stage hold") {
  for (const Stage* stage : grammar().stages()) DYNAMIC_SECTION(stage->name()) {
      CHECK(broken(*stage) == "");
    }
}

TEST_CASE("every attribution rule finds what no other does") {
  std::string idle;
  for (const Rule& rule : grammar().stage("attribution").rules()) {
    const Grammar rest(without(rule));
    REQUIRE(rest.stage("attribution").rules().size() + 1 == grammar().stage("attribution").rules().size());
    const Cascade cascade = extract_cascade(rest, "attribution");
    const bool missed = std::any_of(rule.yes.begin(), rule.yes.end(), [&](const std::string& yes) {
      return !found_by_any(cascade, parse_example(yes, rule));
    });
    if (!missed) idle += place(rule) + ": the others find all its examples\n";
  }
  CHECK(idle == "");
}

// A rule that is taken out takes its examples with it; only the list remembers it. When a rule is added
// or retired on purpose, change tests/rules/ids.txt with it (`onrecord rules list --plain | cut -f1 | sort`).
TEST_CASE("the rules are those of the list") {
  std::set<std::string> loaded, listed;
  for (const Stage* stage : grammar().stages())
    for (const Rule& rule : stage->rules()) loaded.insert(rule.id);
  std::ifstream in(ONRECORD_SOURCE_DIR "/tests/rules/ids.txt");
  for (std::string id; std::getline(in, id);) listed.insert(id);
  const auto only_in = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    std::string out;
    for (const std::string& id : a)
      if (b.count(id) == 0) out += id + "\n";
    return out;
  };
  CHECK(only_in(listed, loaded) == "");
  CHECK(only_in(loaded, listed) == "");
}
