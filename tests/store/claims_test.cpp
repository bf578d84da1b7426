// What the comparison asks for, batches, and what users say of pairs.
#include <catch2/catch.hpp>

#include "core/error.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

Extracted with_frames(const Sample& made, const std::vector<std::string>& frames) {
  return {made.article, made.statements, frames, {}};
}

Sample bridge() {
  return sample("A bridge for Holm", "2016-10-07",
                {{"Jana Holub", "We will build the bridge", "said", "", "2016-10-06"},
                 {"", "Nobody asked us", "complained", "", "", SpeakerKind::unknown}});
}

std::vector<ClaimRow> claims(const Store& store, const Filter& filter = {}) {
  std::vector<ClaimRow> all;
  store.claims(filter, [&](const ClaimRow& row) { all.push_back(row); });
  return all;
}

std::vector<std::string> two(const Sample& made) {
  std::vector<std::string> ids{made.statements[0].id, made.statements[1].id};
  std::sort(ids.begin(), ids.end());
  return ids;
}

Verdict verdict(const Sample& made, Ruling ruling, const std::string& note = "") {
  const auto ids = two(made);
  return {ids[0], ids[1], ruling, note, {"kim", "2016-10-08T09:00:00Z"}};
}

}  // namespace

TEST_CASE("claims come with their frames, row by row") {
  Store store(":memory:", Store::Mode::write);
  const Sample made = bridge();
  const std::string bytes("a\0b\xFF", 4);
  store.log({with_frames(made, {bytes, ""})}, by_rules);
  const auto all = claims(store);
  REQUIRE(all.size() == 2);
  CHECK(all[0].statement == made.statements[0].id);
  CHECK(all[0].article == made.article.id);
  CHECK(all[0].text == "We will build the bridge");
  CHECK(all[0].cue == "said");
  CHECK(all[0].speaker.name == "Jana Holub");
  CHECK(all[0].speaker.person.size() == 32);
  CHECK(all[0].place == made.statements[0].content.front());
  CHECK(all[0].day == parse_iso("2016-10-06"));
  CHECK(all[0].frame == bytes);
  CHECK(all[0].rules == by_rules.rules);
  CHECK(all[1].speaker.person.empty());
  CHECK(all[1].day == parse_iso("2016-10-07"));
  CHECK(all[1].frame.empty());
  CHECK(claims(store, {.about = "bridge"}).size() == 1);
  CHECK(claims(store, {.about = "…"}).empty());
  CHECK(store.record(all[1].key).text == "Nobody asked us");
}

TEST_CASE("frames are replaced with their statements") {
  Store store(":memory:", Store::Mode::write);
  const Sample made = bridge();
  store.log({with_frames(made, {"one", "two"})}, by_rules);
  store.log({with_frames(made, {"three", "four"})}, by_rules);  // known: nothing changes
  CHECK(claims(store)[0].frame == "one");
  store.log({with_frames(made, {"three", ""})}, {"0.1", "rules-2"});
  CHECK(claims(store)[0].frame == "three");
  CHECK(claims(store)[1].frame.empty());
  CHECK(store.faults().empty());
}

TEST_CASE("a batch is kept whole, each article as if by itself") {
  Store store(":memory:", Store::Mode::write);
  const Sample one = bridge(), other = sample("Rails", "2016-10-08", {{"Jana Holub", "Rails cost money"}});
  const auto logged = store.log({with_frames(one, {}), with_frames(other, {}), with_frames(one, {})}, by_rules);
  REQUIRE(logged.size() == 3);
  CHECK_FALSE(logged[0].known);
  CHECK(logged[0].statements == 2);
  CHECK(logged[1].statements == 1);
  CHECK(logged[2].known);
  CHECK(store.counts().articles == 2);
  CHECK(store.log(std::vector<Extracted>{}, by_rules).empty());
}

TEST_CASE("the newest word on a pair holds, and is undone first") {
  Store store(":memory:", Store::Mode::write);
  const Sample made = bridge();
  log(store, made);
  CHECK(store.verdicts().empty());
  store.review(verdict(made, Ruling::conflict));
  store.review(verdict(made, Ruling::update, "says so “herself”\n"));
  REQUIRE(store.verdicts().size() == 1);
  const Verdict newest = store.verdicts().front();
  CHECK(newest.ruling == Ruling::update);
  CHECK(newest.note == "says so “herself”\n");
  CHECK(newest.by.who == "kim");
  CHECK(newest.by.when == "2016-10-08T09:00:00Z");
  CHECK(newest.a == two(made)[0]);
  CHECK(newest.b == two(made)[1]);
  const auto undone = store.undo_review(newest.a, newest.b, {"kim", "2016-10-09T09:00:00Z"});
  REQUIRE(undone);
  CHECK(undone->ruling == Ruling::update);
  CHECK(store.verdicts().front().ruling == Ruling::conflict);
  CHECK(store.undo_review(newest.a, newest.b, {"kim", "2016-10-09T09:00:00Z"}));
  CHECK(store.verdicts().empty());
  CHECK_FALSE(store.undo_review(newest.a, newest.b, {"kim", "2016-10-09T09:00:00Z"}));
}

TEST_CASE("a verdict outlives the extraction of its article anew, and needs statements that are there") {
  Store store(":memory:", Store::Mode::write);
  const Sample made = bridge();
  log(store, made);
  store.review(verdict(made, Ruling::none));
  log(store, made, {"0.1", "rules-2"});
  CHECK(store.verdicts().size() == 1);
  Verdict unknown = verdict(made, Ruling::none);
  unknown.b = std::string(32, 'f');
  CHECK_THROWS_WITH(store.review(unknown), Catch::Matchers::Contains("no statement has the id ffff"));
}

TEST_CASE("rulings have names") {
  for (const Ruling ruling : {Ruling::conflict, Ruling::agree, Ruling::update, Ruling::none})
    CHECK(parse_ruling(name(ruling)) == ruling);
  CHECK_FALSE(parse_ruling("maybe"));
}

TEST_CASE("statements are found by a word, by stem, unless too many have it") {
  Store store(":memory:", Store::Mode::write);
  const Sample made = bridge(), other = sample("More", "2016-10-08", {{"Ines Keller", "Two bridges will be built"}});
  log(store, made);
  log(store, other);
  const auto keys = store.with_word("Bridge", 2);
  REQUIRE(keys);
  REQUIRE(keys->size() == 2);
  CHECK(store.claim(keys->front()).text == "We will build the bridge");
  CHECK(store.claim(keys->back()).statement == other.statements[0].id);
  CHECK_FALSE(store.with_word("bridge", 1));
  CHECK(store.with_word("zebra", 1)->empty());
  CHECK(store.with_word("…", 1)->empty());
  CHECK(store.articles(made.article.file) == std::vector<std::string>{made.article.id});
  CHECK(store.articles(made.article.id) == std::vector<std::string>{made.article.id});
  CHECK(store.articles("none").empty());
  CHECK(claims(store, {.article = other.article.id}).size() == 1);
}

TEST_CASE("pairs that were looked at are kept, each once") {
  Store store(":memory:", Store::Mode::write);
  CHECK(store.seen().empty());
  store.see({"a-b", "a-c"});
  store.see({"a-b"});
  CHECK(store.seen() == std::set<std::string>{"a-b", "a-c"});
}

TEST_CASE("statements are found by the stand they take, the newest first") {
  Store store(":memory:", Store::Mode::write);
  const Sample made = bridge(), other = sample("More", "2016-10-08", {{"Ines Keller", "Two bridges will be built"}});
  store.log({{made.article, made.statements, {}, {{"+bridge", "+bridge"}, {}}},
             {other.article, other.statements, {}, {{"+bridge"}}}},
            by_rules);
  const auto keys = store.with_stand("+bridge", 5);
  REQUIRE(keys.size() == 2);
  CHECK(store.claim(keys[0]).statement == other.statements[0].id);
  CHECK(store.with_stand("+bridge", 1).size() == 1);
  CHECK(store.with_stand("-bridge", 5).empty());
  store.log({{other.article, other.statements, {}, {{"-bridge"}}}}, {"0.1", "rules-2"});
  CHECK(store.with_stand("+bridge", 5).size() == 1);
  CHECK(store.with_stand("-bridge", 5).size() == 1);
  CHECK(store.faults().empty());
}
