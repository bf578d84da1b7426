#include "match/tag_table.h"

#include <catch2/catch.hpp>

#include <string_view>
#include <utility>
#include <vector>

using namespace onrecord;

TEST_CASE("tag table: each entry's tags and their values, in the order in which they were added") {
  TagTable table;
  table.add({}, {});
  table.add(TagTable::Set().set(1).set(2), std::vector<std::pair<Tag, std::string_view>>{{1, "past"}, {2, ""}});
  table.add(TagTable::Set().set(2), std::vector<std::pair<Tag, std::string_view>>{{2, "title"}});
  CHECK_FALSE(table.has(0, 1));
  CHECK(table.has(1, 1));
  CHECK(table.has(1, 2));
  CHECK_FALSE(table.has(1, 0));
  CHECK(table.value(1, 1) == "past");
  CHECK(table.value(1, 2) == "");
  CHECK(table.value(2, 1) == "");
  CHECK(table.value(2, 2) == "title");
}
