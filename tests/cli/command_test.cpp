// The table of commands: every one has help, and misuse is found before any work.
#include <catch2/catch.hpp>
#include <set>

#include "cli/command.h"
#include "cli/text_width.h"

using namespace onrecord;
using Catch::Matchers::Contains;

namespace {

std::string misuse(const std::string& command, const std::vector<std::string>& words) {
  try {
    parse(command_named(command), words);
    return "none";
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::misuse);
    return error.what();
  }
}

}  // namespace

TEST_CASE("every command has a name of its own, a line of help and examples") {
  std::set<std::string_view> names;
  for (const Command* command : commands()) {
    INFO(command->name);
    CHECK(names.insert(command->name).second);
    CHECK(&command_named(std::string(command->name)) == command);
    CHECK_FALSE(command->about.empty());
    CHECK(command->about.back() != '.');
    CHECK_FALSE(command->group.empty());
    CHECK(command->least <= command->most);
    CHECK((command->most == 0) == command->words.empty());
    const std::string help = help_of(*command);
    CHECK(help.find("Examples\n  onrecord " + std::string(command->name)) < help.find("Usage\n"));
    CHECK_THAT(help_of_all(), Contains("  " + std::string(command->name) + " "));
  }
}

TEST_CASE("every option has a line of help, and no help line is wider than the page") {
  for (const Command* command : commands()) {
    OptionTable table;
    command->options(table);
    for (const auto& option : table.options()) CHECK_FALSE(option->description().empty());
    const std::string help = help_of(*command);
    for (std::size_t at = 0; at < help.size();) {
      const std::size_t end = help.find('\n', at);
      INFO(help.substr(at, end - at));
      CHECK(columns_of(std::string_view(help).substr(at, end - at)) <= 110);
      at = end + 1;
    }
  }
}

TEST_CASE("an unknown command or option gets the nearest") {
  CHECK_THROWS_WITH(command_named("lsit"), "lsit: no such command; did you mean `onrecord list`?");
  CHECK_THROWS_WITH(command_named("frobnicate"), Contains("see `onrecord help`"));
  CHECK_THAT(misuse("list", {"--speakr", "Keller"}), Contains("did you mean --speaker?"));
  CHECK_THAT(misuse("list", {"--zzz"}), Contains("see `onrecord help list`"));
}

TEST_CASE("options are not guessed from their beginning") {
  CHECK_THAT(misuse("list", {"--speak", "Keller"}), Contains("did you mean --speaker?"));
  CHECK(misuse("list", {"--speaker", "Keller"}) == "none");
  CHECK(misuse("list", {"--speaker=Keller"}) == "none");
}

TEST_CASE("too few words, too many, a missing value") {
  CHECK_THAT(misuse("log", {}), Contains("give FILE|FOLDER|-..."));
  CHECK_THAT(misuse("list", {"Keller"}), Contains("“Keller” is one word too many"));
  CHECK_THAT(misuse("timeline", {"Anna", "Keller"}), Contains("quotation marks"));
  CHECK_THAT(misuse("list", {"--speaker"}), Contains("--speaker"));
}

TEST_CASE("a hyphen by itself is a word, and after two of them everything is") {
  const auto arguments = parse(command_named("extract"), {"--jsonl", "-", "--", "--odd.txt"});
  REQUIRE(arguments);
  CHECK(arguments->words() == std::vector<std::string>{"-", "--odd.txt"});
  CHECK(arguments->has("jsonl"));
  CHECK_FALSE(arguments->has("json"));
}

TEST_CASE("asking for help is no misuse") {
  CHECK_FALSE(parse(command_named("log"), {"--help"}));
  CHECK_FALSE(parse(command_named("timeline"), {"-h"}));
}

TEST_CASE("values are checked where they are read") {
  const auto arguments =
      parse(command_named("list"), {"--since", "2016-02-30", "--limit", "-3", "--until", "2016-03-01"});
  REQUIRE(arguments);
  CHECK_THROWS_WITH(arguments->day("since"), Contains("--since") && Contains("2016-02-30") && Contains("is not a day"));
  CHECK_THROWS_WITH(arguments->number("limit", 0), Contains("--limit") && Contains("is not a number"));
  CHECK(iso(*arguments->day("until")) == "2016-03-01");
  CHECK_FALSE(arguments->text("speaker"));
}

TEST_CASE("exit codes: all done, none, some") {
  CHECK(exit_code(3, 0) == 0);
  CHECK(exit_code(0, 0) == 0);
  CHECK(exit_code(0, 3) == 1);
  CHECK(exit_code(1, 3) == 3);
}
