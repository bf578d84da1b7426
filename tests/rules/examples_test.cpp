// The rules of rules/en keep what their examples promise, through the whole cascade.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "compare/examples.h"
#include "extract/examples.h"
#include "match/examples.h"
#include "match/grammar.h"
#include "match/lexer.h"
#include "match/lexer_parts.h"

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

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// The lines of a word list that may stand in the text: those of whose word it has the first four bytes.
std::string lines_for(const std::string& text, const std::string& list) {
  std::string out;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find('\n', at), list.size() - 1) + 1;
    const std::size_t word = std::min({list.find('\t', at), end - 1, at + 4}) - at;
    const std::string head = lower(list.substr(at, word));
    if (head.find('#') == 0 || text.find(head) != std::string::npos) out.append(list, at, end - at);
    at = end;
  }
  return out;
}

// The files that attribution reads, short enough to be loaded once a rule: without those that only
// comparison reads, and without the words that no example of attribution has.
std::vector<RuleFile> files_of_attribution() {
  std::string examples;
  for (const Rule& rule : grammar().stage("attribution").rules())
    for (const std::string& yes : rule.yes) examples += lower(yes) + "\n";
  std::vector<RuleFile> files;
  for (RuleFile& file : builtin_rules()) {
    if (file.name.find("/position") != std::string::npos || file.name.find("/comparison") != std::string::npos ||
        file.name.find("/topic") != std::string::npos)
      continue;
    if (file.name.find("/lexicon-") != std::string::npos) file.text = lines_for(examples, file.text);
    files.push_back(std::move(file));
  }
  return files;
}

std::vector<RuleFile> without(const Rule& rule, std::vector<RuleFile> files) {
  for (RuleFile& file : files) {
    if (file.name != rule.file) continue;
    std::size_t begin = 0;
    for (std::size_t line = 1; line < rule.line; ++line) begin = file.text.find('\n', begin) + 1;
    const std::size_t next = file.text.find("\n[[rule]]", begin);
    file.text.erase(begin, next == std::string::npos ? next : next + 1 - begin);
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

TEST_CASE("every expression of ours is one to RE2 before anybody asks for it") {
  std::vector<RuleFile> files = builtin_rules();
  for (RuleFile& file : files) file.ours = false;  // compiled at once, as a user's are
  CHECK_NOTHROW(Grammar(files));
}

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
  const std::vector<RuleFile> files = files_of_attribution();
  const Grammar all(files);
  const Cascade whole = extract_cascade(all, "attribution");
  std::string idle;
  for (const Rule& rule : all.stage("attribution").rules()) {
    const auto finds_all = [&](const Cascade& cascade) {
      return std::all_of(rule.yes.begin(), rule.yes.end(),
                         [&](const std::string& yes) { return found_by_any(cascade, parse_example(yes, rule)); });
    };
    INFO(place(rule));
    CHECK(finds_all(whole));
    const Grammar rest(without(rule, files));
    REQUIRE(rest.stage("attribution").rules().size() + 1 == all.stage("attribution").rules().size());
    if (finds_all(extract_cascade(rest, "attribution"))) idle += place(rule) + ": the others find all its examples\n";
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

// Weights are counted on articles; who is in the news there must not count elsewhere. "begins" and "ends" hold
// pieces of words.
TEST_CASE("no weight is of a given name") {
  std::set<std::string> names;
  std::istringstream given{std::string(grammar().file("lexicon-given-names.txt"))};
  for (std::string line; std::getline(given, line);)
    if (line[0] != '#' && line.find("weak") == std::string::npos) names.insert(fold(line.substr(0, line.find('\t'))));
  REQUIRE(names.count("aaron") > 0);
  REQUIRE(grammar().lexer().entry("aaron") == 0);
  std::string found;
  for (const char* file : {"weights.txt", "weights-days.txt"}) {
    std::istringstream weights{std::string(grammar().file(file))};
    for (std::string line; std::getline(weights, line);) {
      if (line[0] == '#' || line.rfind("begins ", 0) == 0 || line.rfind("ends ", 0) == 0) continue;
      std::istringstream parts(line.substr(0, line.find('\t')));
      for (std::string part; parts >> part;)
        if (names.count(part) > 0 && grammar().lexer().entry(part) == 0) found += line + "\n";  // not Sue, to sue
    }
  }
  CHECK(found == "");
}
