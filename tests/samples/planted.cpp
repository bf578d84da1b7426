// The whole way on our own articles: the conflicts of samples/planted.tsv are
// in the articles, are extracted with their speakers, and are judged conflicts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "extract/extract.h"
#include "match/grammar.h"
#include "read/read.h"

namespace {

using namespace onrecord;

const std::string samples = ONRECORD_SOURCE_DIR "/samples/";

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Said {
  std::string person, file, words;
};
struct Planted {
  Said a, b;
  std::string type;
};

std::vector<Planted> planted() {
  std::vector<Planted> all;
  std::istringstream lines(content_of(samples + "planted.tsv"));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::vector<std::string> cell(7);
    for (std::string& one : cell) std::getline(cells, one, '\t');
    all.push_back({{cell[0], cell[1], cell[2]}, {cell[3], cell[4], cell[5]}, cell[6]});
  }
  return all;
}

// The sample articles with their statements, each extracted once.
class Archive {
 public:
  Archive() : grammar_(builtin_rules()), extractor_(grammar_), judge_(grammar_) {}

  // The person's statement that holds most of the words.
  std::optional<Side> side(const Said& said) {
    const Entry& entry = entry_of(said.file);
    const std::size_t begin = entry.article.text.find(said.words);
    const Range words{begin, begin + said.words.size()};
    const Statement* best = nullptr;
    std::size_t most = words.size() / 2;
    for (const Statement& statement : entry.statements) {
      if (statement.speaker.name.find(said.person) == std::string::npos) continue;
      std::size_t shared = 0;
      for (const Range range : statement.content)
        if (range.overlaps(words)) shared += std::min(range.end, words.end) - std::max(range.begin, words.begin);
      if (shared > most) {
        most = shared;
        best = &statement;
      }
    }
    if (!best) return {};
    return Side{content_text(entry.article.text, *best),
                best->cue ? std::string(slice(entry.article.text, *best->cue)) : "", best->speaker.name,
                entry.article.published, entry.article.id};
  }

  Comparison judge(const Side& a, const Side& b) const { return judge_.judge(a, b); }

 private:
  struct Entry {
    Article article;
    std::vector<Statement> statements;
  };
  const Entry& entry_of(const std::string& file) {
    const auto known = entries_.find(file);
    if (known != entries_.end()) return known->second;
    Article article = read_text(content_of(samples + file), file, {});
    std::vector<Statement> statements = extractor_.extract(article);
    return entries_[file] = {std::move(article), std::move(statements)};
  }

  Grammar grammar_;
  Extractor extractor_;
  Judge judge_;
  std::map<std::string, Entry> entries_;
};

}  // namespace

TEST_CASE("the planted words stand in the sample articles") {
  REQUIRE(planted().size() >= 20);
  for (const Planted& conflict : planted()) {
    for (const Said& said : {conflict.a, conflict.b}) {
      INFO(said.file << ": " << said.words);
      CHECK(!said.words.empty());
      CHECK(content_of(samples + said.file).find(said.words) != std::string::npos);
    }
  }
}

TEST_CASE("the planted conflicts are found") {
  Archive archive;
  std::size_t sides = 0, conflicts = 0;
  std::string missed;
  for (const Planted& conflict : planted()) {
    const auto a = archive.side(conflict.a), b = archive.side(conflict.b);
    sides += a.has_value() + b.has_value();
    if (!a) missed += "no statement: " + conflict.a.person + ": " + conflict.a.words + "\n";
    if (!b) missed += "no statement: " + conflict.b.person + ": " + conflict.b.words + "\n";
    if (!a || !b) continue;
    const Comparison found = archive.judge(*a, *b);
    if (found.relation == Relation::contradict)
      ++conflicts;
    else
      missed += "no " + conflict.type + ": “" + a->text + "” | “" + b->text + "”\n";
  }
  INFO(missed);
  CHECK(sides >= 34);
  CHECK(conflicts >= 10);
}
