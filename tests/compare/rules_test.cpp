// The examples of the rules of comparison, and that each decides something.
#include <catch2/catch.hpp>
#include <set>

#include "compare/examples.h"
#include "compare/pair.h"

using namespace onrecord;

TEST_CASE("the examples of position, comparison and topic hold") {
  for (const char* stage : {"position", "comparison", "topic"}) {
    const Cascade cascade = compare_cascade(builtin_grammar(), stage);
    REQUIRE(cascade);
    for (const Rule& rule : builtin_grammar().stage(stage).rules()) {
      INFO(rule.id);
      CHECK_FALSE(rule.yes.empty());
      CHECK_FALSE(rule.no.empty());
      for (const Failure& failure : check(rule, cascade)) FAIL_CHECK(failure.what << " in " << failure.example);
    }
  }
  CHECK_FALSE(compare_cascade(builtin_grammar(), "attribution"));
}
