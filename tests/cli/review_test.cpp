// Golden runs of `review`: the user's word on a pair.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/articles.h"
#include "cli/program.h"

using Catch::Matchers::Contains;
using Json = nlohmann::ordered_json;

namespace {

// A store in which Keller contradicts herself once.
struct Reviewed {
  Reviewed() {
    onrecord.folder.write("articles/a-bridge.txt", bridge);
    onrecord.folder.write("articles/b-tax.txt", tax);
    good({"log", "articles"});
    pair = Json::parse(good({"conflicts", "--json"}))[0]["pair"];
  }
  std::string good(const std::vector<std::string>& words) const {
    const Run run = onrecord(words);
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    return run.out;
  }
  Json conflicts() const { return Json::parse(good({"conflicts", "--json"})); }
  std::string failing(const std::vector<std::string>& words, int code) const {
    const Run run = onrecord(words);
    CHECK(run.code == code);
    CHECK(run.out.empty());
    CHECK(lines(run.err) == 1);
    return run.err;
  }

  Program onrecord;
  std::string pair;
};

}  // namespace

TEST_CASE("review keeps a word on a pair, which outranks the judge until it is undone") {
  const Reviewed store;
  CHECK(store.good({"review"}) == "Nothing is reviewed yet; `onrecord conflicts` shows pairs to review.\n");
  CHECK_THAT(store.good({"review", store.pair, "none", "--by", "kim", "--note", "two taxes"}),
             Contains("Kept: " + store.pair + " reviewed: none, by kim on 20") && Contains(": two taxes\n"));
  CHECK(store.conflicts().empty());
  CHECK_THAT(store.good({"compare", "Keller", "--about", "fuel tax"}), Contains("No conflict found"));
  CHECK_THAT(store.good({"review", "--plain"}), Contains(store.pair + "\tnone\tkim\t") && Contains("\ttwo taxes\t"));

  store.good({"review", store.pair, "conflict", "--by", "lee"});
  const Json again = store.conflicts();
  REQUIRE(again.size() == 1);
  CHECK(again[0]["review"]["verdict"] == "conflict");
  CHECK(again[0]["review"]["by"] == "lee");
  CHECK(again[0]["score"] == 1.0);

  store.good({"review", store.pair, "--undo"});
  CHECK(store.conflicts().empty());
  CHECK_THAT(store.good({"review", store.pair, "--undo", "--jsonl"}), Contains("\"undone\":true"));
  REQUIRE(store.conflicts().size() == 1);
  CHECK(store.conflicts()[0]["review"].is_null());
  CHECK_THAT(store.failing({"review", store.pair, "--undo"}, 1), Contains("nothing was said of pair " + store.pair));
}

TEST_CASE("a change of position is shown as one") {
  const Reviewed store;
  store.good({"review", store.pair, "update", "--by", "kim"});
  CHECK(store.conflicts().empty());
  const std::string text = store.good({"compare", "Keller", "--about", "fuel tax"});
  CHECK_THAT(text, Contains("UPDATED\n1. ") && Contains("reviewed: update, by kim on 20"));
  CHECK(Json::parse(store.good({"compare", "Keller", "--json"}))["updates"].size() == 1);
}

TEST_CASE("a review holds for every repetition of the two claims") {
  const Reviewed store;
  store.good({"review", store.pair, "none"});
  store.onrecord.folder.write("c-again.txt",
                              "Published: 2016-10-09\nOutlet: Copy\n\n" + bridge.substr(bridge.find("Mayor")));
  store.good({"log", "c-again.txt"});
  CHECK(store.conflicts().empty());
}

TEST_CASE("each review counts for the reason that was given") {
  const Reviewed store;
  const Json before = store.conflicts()[0];
  CHECK(before["hit_rate"]["reviewed"] == 0);
  store.good({"review", store.pair, "conflict"});
  const Json after = store.conflicts()[0];
  CHECK(after["hit_rate"]["right"] == 1);
  CHECK(after["hit_rate"]["reviewed"] == 1);
  CHECK(after["hit_rate"]["share"].get<double>() > before["hit_rate"]["share"].get<double>());
  CHECK_THAT(store.good({"conflicts"}), Contains("(reviewed: 1 of 1)"));
  const std::string rule = before["rule"];
  CHECK_THAT(store.good({"review", "--reasons", "--plain"}), Contains(rule + "\tcontradict\t"));
  store.good({"review", store.pair, "agree"});
  CHECK_THAT(store.good({"review", "--reasons", "--csv"}), Contains(rule + ",contradict,") && Contains(",0,1\r\n"));
}

TEST_CASE("review says what is wrong with its words") {
  const Reviewed store;
  CHECK_THAT(store.failing({"review", store.pair, "maybe"}, 2), Contains("conflict, agree, update or none"));
  CHECK_THAT(store.failing({"review", "abcd1234", "none"}, 2), Contains("is not a pair"));
  CHECK_THAT(store.failing({"review", store.pair}, 2), Contains("or PAIR and --undo"));
  CHECK_THAT(store.failing({"review", "--undo"}, 2), Contains("whose review to undo"));
  CHECK_THAT(store.failing({"review", "00000000-11111111", "none"}, 1), Contains("no statement has an id"));
  const std::string one = store.pair.substr(0, store.pair.find('-'));
  CHECK_THAT(store.failing({"review", one + "-" + one, "none"}, 2), Contains("one statement twice"));
}
