// Inputs read and extracted together.
#include <catch2/catch.hpp>

#include "cli/reading.h"
#include "extract/marked_sentence.h"
#include "folder.h"

using namespace onrecord;
using Catch::Matchers::Contains;

namespace {

// How many inputs each batch has.
std::vector<std::size_t> sizes(const std::vector<std::string>& files, unsigned jobs) {
  Inputs inputs(files);
  Batches batches(inputs, jobs);
  std::vector<std::size_t> out;
  while (const auto batch = batches.next()) out.push_back(batch->size());
  return out;
}

}  // namespace

TEST_CASE("short files are taken together, a long one ends its batch") {
  const Folder folder;
  const std::string text = folder.write("a.txt", "x");
  CHECK(sizes(std::vector<std::string>(40, text), 1) == std::vector<std::size_t>{16, 16, 8});
  const std::string tome = folder.write("b.txt", std::string(2 << 20, 'x'));
  CHECK(sizes({text, tome, text, folder / "none", text}, 1) == std::vector<std::size_t>{2, 2, 1});
  CHECK(sizes({}, 1).empty());
}

TEST_CASE("with several jobs batches begin small, so that each has something to do") {
  const Folder folder;
  const std::vector<std::size_t> of_two = sizes(std::vector<std::string>(300, folder.write("a.txt", "x")), 2);
  CHECK(std::vector<std::size_t>(of_two.begin(), of_two.begin() + 9) ==
        std::vector<std::size_t>{1, 1, 1, 1, 1, 1, 1, 1, 2});
  CHECK(of_two[of_two.size() - 2] == 16);
}

TEST_CASE("articles together say what each says alone, and a bad one stops no other") {
  const std::string samples = std::string(ONRECORD_SOURCE_DIR) + "/samples/articles";
  const Extractor extractor(english());
  Inputs inputs({samples, "none.txt", samples});
  std::vector<Input> all;
  while (auto input = inputs.next()) all.push_back(std::move(*input));
  const std::vector<Outcome> together = read_and_extract(all, {}, extractor);
  REQUIRE(together.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(all[i].path);
    if (all[i].path == "none.txt") {
      CHECK_FALSE(together[i].article);
      CHECK_THAT(together[i].problem, Contains("no such file"));
      continue;
    }
    const Outcome alone = std::move(read_and_extract({all[i]}, {}, extractor).front());
    REQUIRE(together[i].article);
    CHECK(together[i].article->id == alone.article->id);
    REQUIRE(together[i].statements.size() == alone.statements.size());
    for (std::size_t k = 0; k < alone.statements.size(); ++k) {
      CHECK(together[i].statements[k].id == alone.statements[k].id);
      CHECK(together[i].statements[k].speaker.name == alone.statements[k].speaker.name);
      CHECK(together[i].statements[k].said.has_value() == alone.statements[k].said.has_value());
    }
  }
}
