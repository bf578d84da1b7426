// bench_rules [FOLDER]: what twice the attribution rules cost, on one core.
//
//   build/release/tests/bench/bench_rules             the sample articles, again and again
//   build/release/tests/bench/bench_rules FOLDER      the *.txt files under FOLDER
//
// Right behind every rule of attribution stands the same once more under another id. What the first does not match, the
// second does not match either, so the statements are the same (or it fails), and each rule that is tried in vain is
// tried in vain twice. `attribution` is that stage alone; `extract` all of it. The two are measured by turns, each for
// two seconds of the processor. Fails (exit code 1) where extraction with twice the rules has less than nine tenths of
// the speed.
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/error.h"
#include "extract/attribute.h"
#include "extract/clause.h"
#include "extract/extract.h"
#include "extract/sentence.h"
#include "match/grammar.h"
#include "read/read.h"

namespace {

namespace fs = std::filesystem;
using namespace onrecord;

constexpr double least_seconds = 2;
constexpr double most_cost = 0.1;

double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<Article> articles(const fs::path& folder) {
  std::vector<Article> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.push_back(read_text(std::string(std::istreambuf_iterator<char>(in), {}), entry.path().filename(), {}));
  }
  if (all.empty()) throw Error(folder.string() + ": no *.txt files; name a folder of articles");
  return all;
}

// The text of a rule file with every rule written twice.
std::string doubled(const std::string& text) {
  const std::string opens = "\n[[rule]]\nid = \"";
  std::string out = text.substr(0, text.find(opens));
  for (std::size_t at = text.find(opens); at != std::string::npos;) {
    const std::size_t next = text.find(opens, at + 1);
    const std::string rule = text.substr(at, next - at);
    out += rule + "\n" + opens + "again." + rule.substr(opens.size());
    at = next;
  }
  return out;
}

Grammar twice_the_rules() {
  std::vector<RuleFile> files = builtin_rules();
  for (RuleFile& file : files)
    if (file.text.find("[stage]\nname = \"attribution\"") != std::string::npos) file.text = doubled(file.text);
  return Grammar(files);
}

// The stages that are measured, by one set of rules.
struct Measured {
  explicit Measured(const Grammar& grammar)
      : extractor(grammar), attributor(grammar), rules(grammar.stage("attribution").rules().size()) {}

  Extractor extractor;
  Attributor attributor;
  std::size_t rules;
};

struct Parsed {
  const Article& article;
  std::vector<Clause> clauses;
};

std::vector<Parsed> parsed(const std::vector<Article>& all, const Grammar& grammar) {
  const Splitter splitter(grammar);
  const Parser parser(grammar);
  std::vector<Parsed> out;
  for (const Article& article : all) out.push_back({article, parser.parse(article.text, splitter.split(article))});
  return out;
}

// MB/s of the two by turns; `work` returns how many statements it found.
double compare(const char* stage, double megabytes, const Measured& once, const Measured& twice,
               const std::function<std::size_t(const Measured&)>& work) {
  double seconds[2] = {0, 0};
  double rounds = 0;
  for (; seconds[0] < least_seconds || seconds[1] < least_seconds; ++rounds) {
    std::size_t found[2];
    for (const int k : {0, 1}) {
      const double start = now();
      found[k] = work(k == 0 ? once : twice);
      if (rounds > 0) seconds[k] += now() - start;  // the first round warms up
    }
    if (found[0] != found[1]) throw Error(std::string(stage) + ": twice the rules find other statements");
  }
  const double speed[2] = {megabytes * (rounds - 1) / seconds[0], megabytes * (rounds - 1) / seconds[1]};
  std::printf("%-12s %4zu rules %7.2f MB/s   %4zu rules %7.2f MB/s   %.1f %% of the speed\n", stage, once.rules,
              speed[0], twice.rules, speed[1], 100 * speed[1] / speed[0]);
  return speed[1] / speed[0];
}

void bench(const fs::path& folder) {
  const std::vector<Article> all = articles(folder);
  double megabytes = 0;
  for (const Article& article : all) megabytes += static_cast<double>(article.text.size()) / 1e6;
  const Grammar grammar(builtin_rules()), more = twice_the_rules();
  const Measured once(grammar), twice(more);
  if (twice.rules != 2 * once.rules) throw Error("the rules of attribution are not written as expected; see doubled");
  const std::vector<Parsed> clauses = parsed(all, grammar);
  compare("attribution", megabytes, once, twice, [&](const Measured& stages) {
    std::size_t found = 0;
    for (const Parsed& p : clauses) found += stages.attributor.attribute(p.article.text, p.clauses).size();
    return found;
  });
  const double kept = compare("extract", megabytes, once, twice, [&](const Measured& stages) {
    std::size_t found = 0;
    for (const Article& article : all) found += stages.extractor.extract(article).size();
    return found;
  });
  if (kept < 1 - most_cost) throw Error("twice the rules cost more than a tenth of the speed");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    bench(argc > 1 ? fs::path(argv[1]) : fs::path(ONRECORD_SOURCE_DIR) / "samples" / "articles");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_rules: %s\n", error.what());
    return 1;
  }
}
