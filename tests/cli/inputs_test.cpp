// The articles a command line names, and work on them in order.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "folder.h"
#include "cli/in_order.h"
#include "cli/inputs.h"
#include "core/error.h"

using namespace onrecord;
using Catch::Matchers::Contains;

namespace {

// "a.txt b/c.txt !problem": the inputs, by name under the folder.
std::string listed(Inputs& inputs, const Folder& folder) {
  std::string out;
  while (const auto input = inputs.next()) {
    const std::string name = std::filesystem::path(input->path).lexically_relative(folder.path).string();
    out += (out.empty() ? "" : " ") + std::string(input->problem.empty() ? "" : "!") + name;
  }
  return out;
}

}  // namespace

TEST_CASE("of a folder every text file is read, in the order of names") {
  const Folder folder;
  for (const char* name : {"b.txt", "a.txt", "c/z.txt", "c/y.txt", "d.pdf", ".hidden.txt", "c/.git/x.txt", "c/n.ann"})
    folder.write(name, "x");
  Inputs inputs({folder.path.string()});
  CHECK(listed(inputs, folder) == "a.txt b.txt c/y.txt c/z.txt");
  CHECK(inputs.passed_over() == 2);
}

TEST_CASE("a file is read whatever its name, in the order given") {
  const Folder folder;
  const auto b = folder.write("b.md", "x"), a = folder.write("a.txt", "x");
  Inputs inputs({b, a});
  CHECK(listed(inputs, folder) == "b.md a.txt");
}

TEST_CASE("a folder without articles is an input with a problem, and stops nothing") {
  const Folder folder;
  folder.write("empty/readme.md", "x");
  folder.write("full/a.txt", "x");
  Inputs inputs({folder / "empty", folder / "full"});
  CHECK(listed(inputs, folder) == "!empty full/a.txt");
}

TEST_CASE("a link to a folder is not followed, so there are no circles") {
  const Folder folder;
  folder.write("a.txt", "x");
  std::filesystem::create_directory_symlink(folder.path, folder.path / "again");
  Inputs inputs({folder.path.string()});
  CHECK(listed(inputs, folder) == "a.txt");
}

TEST_CASE("bytes of a file, or why there are none") {
  const Folder folder;
  CHECK(bytes_of({folder.write("a", std::string(300000, 'x')), ""}).size() == 300000);
  CHECK_THROWS_WITH(bytes_of({folder / "none", ""}), Contains("none") && Contains("no such file"));
  CHECK_THROWS_WITH(bytes_of({folder.write("empty", ""), ""}), Contains("empty"));
  CHECK_THROWS_WITH(bytes_of({"a", "a: said before"}), "a: said before");
}

TEST_CASE("results come in the order of the items, however long each takes") {
  for (const unsigned jobs : {1u, 2u, 7u}) {
    int next = 0;
    std::vector<int> out;
    in_order(
        jobs, [&] { return next < 100 ? std::optional(next++) : std::nullopt; },
        [](int item) {
          std::this_thread::sleep_for(std::chrono::microseconds(item * 37 % 11 * 50));
          return item * 2;
        },
        [&](int result) { out.push_back(result); });
    REQUIRE(out.size() == 100);
    for (int i = 0; i < 100; ++i) CHECK(out[static_cast<std::size_t>(i)] == 2 * i);
  }
}

TEST_CASE("never more items are under way than the window holds") {
  std::atomic<int> taken = 0, given = 0, most = 0;
  in_order(
      4, [&] { return taken < 200 ? std::optional<int>(taken++) : std::nullopt; },
      [&](int item) {
        most = std::max<int>(most, taken - given);
        return item;
      },
      [&](int) {
        std::this_thread::sleep_for(std::chrono::microseconds(50));
        ++given;
      });
  CHECK(given == 200);
  CHECK(most <= 9);
}

TEST_CASE("what is thrown anywhere ends the run and is thrown again") {
  struct Stop : std::runtime_error {
    using std::runtime_error::runtime_error;
  };
  for (const unsigned jobs : {1u, 3u})
    for (const std::string place : {"next", "work", "done"}) {
      int next = 0;
      const auto stop_at = [&](const char* here, int item) {
        if (place == here && item == 5) throw Stop(here);
        return item;
      };
      CHECK_THROWS_AS(in_order(
                          jobs, [&]() -> std::optional<int> { return stop_at("next", next++); },
                          [&](int item) { return stop_at("work", item); }, [&](int item) { stop_at("done", item); }),
                      Stop);
    }
}
