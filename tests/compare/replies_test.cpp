// Replies: which statements one that turns something down is paired with.
#include "compare/replies.h"

#include <catch2/catch.hpp>
#include <string>

using namespace onrecord;

namespace {

std::string pairs(const Replies& replies) {
  std::string out;
  for (const Pair& p : replies.pairs())
    out += (out.empty() ? "" : " ") + std::to_string(p.a) + "-" + std::to_string(p.b);
  return out;
}

}  // namespace

TEST_CASE("a reply is paired with what others said a little before it in its article") {
  Replies replies;
  replies.add("keller", "Ines Keller", "one", 100, Reply::none, "");
  replies.add("osei", "Tomas Osei", "one", 200, Reply::none, "");
  replies.add("osei", "Tomas Osei", "one", 300, Reply::bare, "the charges");
  replies.add("lund", "Mara Lund", "one", 400, Reply::none, "");   // after it
  replies.add("lund", "Mara Lund", "two", 250, Reply::none, "");   // elsewhere
  replies.add("lund", "Mara Lund", "one", 5000, Reply::none, "");  // far off
  CHECK(pairs(replies) == "0-2");
}

TEST_CASE("whom a reply names is looked for on both sides of it") {
  Replies replies;
  replies.add("osei", "Tomas Osei", "one", 100, Reply::spelled, "Keller's claim that the ferry was late");
  replies.add("keller", "Ines Keller", "one", 900, Reply::none, "");
  replies.add("lund", "Mara Lund", "one", 950, Reply::none, "");
  CHECK(pairs(replies) == "0-1");
}

TEST_CASE("a text mentions a name by one of its words, whole") {
  CHECK(mentions("Keller's claim", "the Keller campaign"));
  CHECK_FALSE(mentions("a claim by Kellerman", "Ines Keller"));
  CHECK_FALSE(mentions("the campaign", "the Keller campaign"));
}
