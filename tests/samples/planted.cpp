// The whole way on our own articles: the conflicts of samples/planted.tsv are in the articles, and `onrecord conflicts`
// finds them and no others.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/program.h"

namespace {

using Json = nlohmann::json;

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

// The words of `of` that `text` has, too, 0 to 1; signs and capital letters do not count.
double share(const std::string& of, const std::string& text) {
  const auto words = [](const std::string& s) {
    std::set<std::string> out;
    std::string word;
    for (const char c : s + " ")
      if (std::isalnum(static_cast<unsigned char>(c)))
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      else if (!word.empty())
        out.insert(std::exchange(word, ""));
    return out;
  };
  const std::set<std::string> wanted = words(of), there = words(text);
  const auto found = std::count_if(wanted.begin(), wanted.end(), [&](const auto& w) { return there.contains(w); });
  return static_cast<double>(found) / static_cast<double>(wanted.size());
}

// Whether the statement of that file holds the planted words.
bool holds(const Json& statement, const Said& said) {
  const auto name = [](const std::string& file) { return std::filesystem::path(file).filename(); };
  return name(statement["file"].get<std::string>()) == name(said.file) &&
         share(said.words, statement["text"].get<std::string>()) >= 0.6;
}

std::vector<Json> json_lines(const std::string& text) {
  std::vector<Json> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) out.push_back(Json::parse(line));
  return out;
}

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

TEST_CASE("every planted conflict is found, and nothing else is called one") {
  const Program program;
  REQUIRE(program({"log", samples + "articles"}).code == 0);
  const std::vector<Json> statements = json_lines(program({"list", "--jsonl"}).out);
  const std::vector<Json> rows = json_lines(program({"conflicts", "--jsonl"}).out);
  const auto is = [](const Json& row, const Planted& p) {
    return (holds(row["a"], p.a) && holds(row["b"], p.b)) || (holds(row["a"], p.b) && holds(row["b"], p.a));
  };
  const auto extracted = [&](const Said& said) {
    return std::any_of(statements.begin(), statements.end(), [&](const Json& s) { return holds(s, said); });
  };
  const std::vector<Planted> all = planted();
  std::size_t unsaid = 0;
  for (const Planted& p : all) {
    if (std::any_of(rows.begin(), rows.end(), [&](const Json& row) { return is(row, p); })) continue;
    // A statement that is not extracted cannot be compared.
    if (!extracted(p.a) || !extracted(p.b)) {
      ++unsaid;
      continue;
    }
    FAIL_CHECK("not found, " << p.type << ": " << p.a.words << " | " << p.b.words);
  }
  CHECK(unsaid == 0);
  for (const Json& row : rows)
    if (std::none_of(all.begin(), all.end(), [&](const Planted& p) { return is(row, p); }))
      FAIL_CHECK("not planted: " << row["a"]["text"] << " | " << row["b"]["text"] << " (" << row["rule"] << ")");
}
