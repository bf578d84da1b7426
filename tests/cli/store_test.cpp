// Golden runs with a store: logging, asking, comparing.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/articles.h"
#include "cli/program.h"

using Catch::Matchers::Contains;
using Json = nlohmann::ordered_json;

namespace {

// A store with both articles in it.
struct Filled {
  Filled() {
    onrecord.folder.write("articles/a-bridge.txt", bridge);
    onrecord.folder.write("articles/b-tax.txt", tax);
    const Run run = onrecord({"log", "articles"});
    INFO(run.err);
    REQUIRE(run.code == 0);
  }
  Run operator()(const std::vector<std::string>& words) const { return onrecord(words); }

  Program onrecord;
};

// A run that must go well and say nothing besides its result.
std::string good(const Run& run) {
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  return run.out;
}

std::string failing(const Run& run, int code = 1) {
  CHECK(run.code == code);
  CHECK(run.out.empty());
  CHECK(lines(run.err) == 1);
  return run.err;
}

Json first_json(const std::string& jsonl) { return Json::parse(jsonl.substr(0, jsonl.find('\n'))); }

}  // namespace

TEST_CASE("log says what it logged, found and skipped; the second time nothing changes") {
  const Program onrecord;
  onrecord.folder.write("articles/a.txt", bridge);
  onrecord.folder.write("articles/b.txt", "“No,” Anna Keller said.\n");
  onrecord.folder.write("articles/notes.md", "x");
  const std::string first = good(onrecord({"log", "articles"}));
  CHECK_THAT(first, Contains("Logged 2 articles with ") && Contains(" into store.db\n"));
  CHECK_THAT(first, Contains("Passed over: 1 file not named *.txt\n"));
  CHECK_THAT(first, Contains("Without a publication date: 1 article;"));
  const std::string listed = good(onrecord({"list", "--all", "--jsonl"}));
  const std::string second = good(onrecord({"log", "articles"}));
  CHECK_THAT(second, Contains("Logged 0 articles with 0 statements"));
  CHECK_THAT(second, Contains("Known already, nothing changed: 2 articles\n"));
  CHECK(good(onrecord({"list", "--all", "--jsonl"})) == listed);
}

TEST_CASE("log prints a row an article where a format is asked for") {
  const Program onrecord;
  onrecord.folder.write("a.txt", bridge);
  const Json row = first_json(good(onrecord({"log", "--jsonl", "a.txt"})));
  CHECK(row["file"] == "a.txt");
  CHECK(row["status"] == "logged");
  CHECK(row["statements"].get<int>() > 0);
  CHECK(first_json(good(onrecord({"log", "--jsonl", "a.txt"})))["status"] == "known");
}

TEST_CASE("an input that fails stops no other from being logged") {
  const Program onrecord;
  onrecord.folder.write("a.txt", bridge);
  onrecord.folder.write("empty.txt", "");
  const Run run = onrecord({"log", "none.txt", "a.txt", "empty.txt"});
  CHECK(run.code == 3);
  CHECK(lines(run.err) == 2);
  CHECK_THAT(run.out, Contains("Logged 1 article") && Contains("Failed: 2 inputs"));
  CHECK(lines(good(onrecord({"list", "--all", "--jsonl"}))) > 0);
}

TEST_CASE("a listed record is the extracted one, with a person") {
  const Filled onrecord;
  std::string extracted = good(onrecord({"extract", "articles"}));
  Json listed = first_json(good(onrecord({"list", "--all", "--jsonl"})));
  Json record = first_json(extracted);
  CHECK_FALSE(listed["speaker"]["person"].is_null());
  listed["speaker"]["person"] = nullptr;
  CHECK(listed == record);
  CHECK(lines(good(onrecord({"list", "--all", "--jsonl"}))) == lines(extracted));
}

TEST_CASE("list asks by speaker, day, words and kind") {
  const Filled onrecord;
  const auto count = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"list", "--plain"});
    return lines(good(onrecord(words)));
  };
  CHECK(count({"--speaker", "Keller"}) >= 3);
  CHECK(count({"--speaker", "Osei"}) == 1);
  CHECK(count({"--speaker", "Nobody"}) == 0);
  CHECK(count({"--speaker", "Keller", "--since", "2017-01-01"}) == 1);
  CHECK(count({"--about", "fuel taxes"}) == 2);
  CHECK(count({"--kind", "direct", "--until", "2016-12-31"}) >= 1);
  CHECK(count({"--limit", "1"}) == 1);
  CHECK(good(onrecord({"list", "--speaker", "Nobody"})) ==
        "No statement fits; ask for less, or see `onrecord people`.\n");
  CHECK_THAT(good(onrecord({"list", "--speaker", "Osei"})), Contains("Peter Osei") && Contains("Evening News"));
  CHECK_THAT(failing(onrecord({"list", "--kind", "spoken"}), 2), Contains("direct, mixed or indirect"));
}

TEST_CASE("show marks one statement in its paragraph") {
  const Filled onrecord;
  const Json record = first_json(good(onrecord({"list", "--about", "fuel", "--until", "2016-12-31", "--jsonl"})));
  const std::string id = record["id"];
  const std::string shown = good(onrecord({"show", id.substr(0, 8)}));
  CHECK_THAT(shown, Contains("{content:“We will not raise the fuel tax,”}") && Contains("{cue:said}"));
  CHECK_THAT(shown, Contains("articles/a-bridge.txt, line 7, character "));
  CHECK_THAT(shown, Contains("Outlet     Holm Post\n") && Contains(id));
  CHECK(Json::parse(good(onrecord({"show", id, "--json"})))["context"]["text"].get<std::string>().find("“We will") ==
        0);
  CHECK_THAT(failing(onrecord({"show", "xyz"}), 2), Contains("is not an id"));
  CHECK_THAT(failing(onrecord({"show", "00000000"})), Contains("see `onrecord list`"));
}

TEST_CASE("people, and one of them day by day") {
  const Filled onrecord;
  CHECK_THAT(good(onrecord({"people", "--csv"})), Contains(",Peter Osei,person,1,"));
  CHECK_THAT(good(onrecord({"people", "Osei"})), Contains("Peter Osei"));
  const std::string days = good(onrecord({"timeline", "Osei"}));
  CHECK_THAT(days, Contains("Peter Osei, 1 statement\n") && Contains("denied: that the bridge was unsafe"));
  CHECK_THAT(failing(onrecord({"timeline", "Osey"})),
             Contains("nobody in the store is called “Osey”; the nearest: Peter Osei"));
}

TEST_CASE("people show tells since and until when somebody held a role, and what that rests on") {
  const Filled onrecord;
  const Program& run = onrecord.onrecord;
  run.folder.write("c.txt", "Published: 2018-05-06\n\nFormer mayor Anna Keller said that it was over.\n");
  good(onrecord({"log", "c.txt"}));
  const std::string text = good(onrecord({"people", "show", "Keller"}));
  CHECK_THAT(text, Contains("Anna Keller\n") && Contains("person, 4 statements, 2016-10-05 to 2018-05-06, id "));
  CHECK_THAT(text, Contains("seen 2016-10-07") && Contains("seen 2017-03-02") && Contains("former 2018-05-06"));
  const Json tenure = first_json(good(onrecord({"people", "show", "Keller", "--jsonl"})));
  CHECK(tenure["role"] == "Mayor");
  CHECK(tenure["since"] == "2016-10-07");
  CHECK(tenure["until"] == "2017-03-02");
  CHECK(tenure["former"] == "2018-05-06");
  CHECK(tenure["statements"].size() == 4);
  CHECK_THAT(good(onrecord({"show", tenure["statements"][0].get<std::string>()})), Contains("Anna Keller"));
}

TEST_CASE("people are merged, split and renamed by hand, and undone") {
  const Filled onrecord;
  const std::string before = good(onrecord({"people", "--jsonl"}));
  CHECK(good(onrecord({"people", "alias", "Keller", "The Bridge Mayor"})) ==
        "Anna Keller is found as The Bridge Mayor, too.\n");
  CHECK(good(onrecord({"people", "rename", "Bridge Mayor", "Anna Keller-Holt"})) ==
        "Anna Keller is shown as Anna Keller-Holt.\n");
  CHECK(good(onrecord({"people", "merge", "Keller", "Osei"})) == "Peter Osei is Anna Keller-Holt now.\n");
  CHECK_THAT(good(onrecord({"timeline", "Osei"})), Contains("Anna Keller-Holt, 4 statements"));
  CHECK_THAT(good(onrecord({"people", "split", "Keller", "Peter Osei"})), Contains("is not Anna Keller-Holt any more"));
  CHECK(lines(good(onrecord({"people", "--plain"}))) == 2);
  CHECK_THAT(good(onrecord({"people", "changes"})), Contains("split: Peter Osei is not Anna Keller-Holt"));
  CHECK(lines(good(onrecord({"people", "changes", "--plain"}))) == 4);
  good(onrecord({"log", "articles"}));
  for (int i = 0; i < 4; ++i) CHECK_THAT(good(onrecord({"people", "undo"})), Contains("Undone: "));
  CHECK(good(onrecord({"people", "undo"})) == "There is nothing to undo.\n");
  CHECK(good(onrecord({"people", "--jsonl"})) == before);
  CHECK_THAT(failing(onrecord({"people", "merge", "Keller"}), 2), Contains("people merge NAME OTHER"));
  CHECK_THAT(failing(onrecord({"people", "Anna", "Keller"}), 2), Contains("quotation marks"));
  CHECK_THAT(failing(onrecord({"people", "--kind", "dog"}), 2), Contains("organization"));
}

TEST_CASE("known officials are imported, and found by a surname with their office on that day") {
  const Program onrecord;
  onrecord.folder.write("senate.csv",
                        "name,wikidata,role,area,since,until\nRuth Aldane,Q1,Senator,HO,2013-01-03,2019-01-03\n"
                        "Tom Aldane,Q2,Senator,HO,2001-01-03,2007-01-03\nIda Holm,Q3,Mayor,HO,soon,\n");
  const Run first = onrecord({"import", "senate.csv"});
  CHECK(first.code == 3);
  CHECK_THAT(first.err, Contains("senate.csv:4: since: “soon” is no day"));
  CHECK(first.out ==
        "senate.csv: 2 new people, 0 with something new, 0 known already; 2 terms kept; 1 record left out, as said "
        "above\n");
  onrecord.folder.write("a.txt", "Published: 2016-05-06\n\nSen. Aldane said that the road would be built.\n");
  onrecord.folder.write("b.txt", "Published: 2016-05-07\n\n“No,” Ruth Aldane said.\n");
  good(onrecord({"log", "a.txt", "b.txt"}));
  CHECK(lines(good(onrecord({"list", "--speaker", "Ruth Aldane", "--plain"}))) == 2);
  CHECK_THAT(good(onrecord({"people", "show", "Ruth Aldane"})),
             Contains("wikidata Q1") && Contains("import of senate.csv"));
  const std::string senators = good(onrecord({"list", "--role", "senator", "--since", "2016-01-01", "--jsonl"}));
  CHECK(lines(senators) == 2);
  CHECK(first_json(senators)["held"]["since"] == "2013-01-03");
  CHECK_THAT(good(onrecord({"list", "--role", "senator"})), Contains("senate.csv)"));
  CHECK(lines(good(onrecord({"list", "--role", "mayor", "--plain"}))) == 0);
}

TEST_CASE("importing twice, or what was exported, changes nothing") {
  const Filled onrecord;
  const Program& run = onrecord.onrecord;
  run.folder.write(
      "council.json",
      "{\"persons\": [{\"id\": \"k\", \"name\": \"Anna M. Keller\", \"other_names\": [{\"name\": \"A. Keller\"}], "
      "\"identifiers\": [{\"scheme\": \"wikidata\", \"identifier\": \"Q9\"}], "
      "\"memberships\": [{\"role\": \"Mayor\", \"start_date\": \"2014-05\"}]}]}");
  CHECK_THAT(good(onrecord({"import", "council.json"})), Contains("1 new person, "));
  CHECK_THAT(good(onrecord({"people", "show", "Anna Keller"})), Contains("Anna M. Keller") && Contains("2014-05"));
  CHECK_THAT(good(onrecord({"import", "council.json"})),
             Contains("0 new people, 0 with something new, 1 known already"));
  const std::string exported = good(onrecord({"export", "people"}));
  run.folder.write("all.json", exported);
  CHECK_THAT(good(onrecord({"import", "all.json"})),
             Contains("0 new people, 0 with something new, 2 known already; 0 terms"));
  CHECK(good(onrecord({"export", "people"})) == exported);
  CHECK_THAT(good(run.shell("\"$ONRECORD\" import --store new.db all.json")), Contains("2 new people"));
  CHECK_THAT(good(onrecord({"people", "show", "Keller", "--store", "new.db"})), Contains("import of all.json"));
  CHECK_THAT(failing(onrecord({"export", "articles"}), 2), Contains("give people"));
}

TEST_CASE("people who may be one are proposed") {
  const Program onrecord;
  onrecord.folder.write("a.txt", "“No,” Tom Holm said.\n\nLater Ruth Holm said that she agreed.\n");
  onrecord.folder.write("b.txt", "“Yes,” Mr. Holm said.\n");
  good(onrecord({"log", "a.txt", "b.txt"}));
  CHECK_THAT(good(onrecord({"people", "proposals", "--plain"})), Contains("Ruth Holm") && Contains("Tom Holm"));
}

TEST_CASE("search finds words in any form") {
  const Filled onrecord;
  CHECK(lines(good(onrecord({"search", "raising", "fuel", "--jsonl"}))) == 2);
  CHECK(good(onrecord({"search", "zebra"})) == "No statement has these words; try fewer, or another form.\n");
}

TEST_CASE("a word is found by what it may be said by as well") {
  const Filled onrecord;
  const auto found = [&](const std::string& about) { return good(onrecord({"list", "--about", about, "--jsonl"})); };
  CHECK(lines(found("fuel tax")) > 0);
  CHECK(found("fuel duties") == found("fuel tax"));
  CHECK(found("\"fuel duty\"") != found("fuel tax"));  // a phrase is what it says
  CHECK(found("fuel zebra").empty());
}

TEST_CASE("compare shows what somebody said otherwise, with the reason") {
  const Filled onrecord;
  const std::string text = good(onrecord({"compare", "Keller", "--about", "fuel tax"}));
  CHECK_THAT(text, Contains("CHANGED OVER TIME\n1. "));
  CHECK(text.find("2016-10-05") < text.find("2017-03-02"));
  const Json pair = first_json(good(onrecord({"compare", "Keller", "--jsonl"})));
  CHECK(pair["relation"] == "contradict");
  CHECK_FALSE(pair["why"].get<std::string>().empty());
  CHECK_FALSE(pair["a"]["shown"].empty());
  CHECK(Json::parse(good(onrecord({"compare", "Keller", "Osei", "--json"})))["people"].size() == 2);
  CHECK_THAT(failing(onrecord({"compare", "Keller", "--about", "zebras"})), Contains("nothing to compare"));
  CHECK_THAT(failing(onrecord({"compare"}), 2), Contains("give one PERSON or two"));
}

TEST_CASE("conflicts shows each pair that conflicts once, the surest first, with the reason") {
  const Filled onrecord;
  const std::string text = good(onrecord({"conflicts"}));
  CHECK(text.starts_with("1. "));
  CHECK_THAT(text, Contains("Anna Keller, Mayor, 2016-10-05, Holm Post") && Contains("*will not raise*"));
  const Json pair = first_json(good(onrecord({"conflicts", "--jsonl"})));
  CHECK(pair["type"] == "will-wont");
  CHECK(pair["a"]["id"] != pair["b"]["id"]);
  // The same words in another outlet are the same claim.
  onrecord.onrecord.folder.write("c-again.txt",
                                 "Published: 2016-10-09\nOutlet: Copy\n\n" + bridge.substr(bridge.find("Mayor")));
  good(onrecord({"log", "c-again.txt"}));
  CHECK(lines(good(onrecord({"conflicts", "--jsonl"}))) == 1);
}

TEST_CASE("conflicts --new shows what it has not shown before, in whatever outlet") {
  const Filled onrecord;
  CHECK(lines(good(onrecord({"conflicts", "--new", "--jsonl"}))) == 1);
  CHECK(good(onrecord({"conflicts", "--new", "--jsonl"})).empty());
  CHECK_THAT(good(onrecord({"conflicts", "--new"})), Contains("No new conflict found among "));
  onrecord.onrecord.folder.write("c-again.txt",
                                 "Published: 2016-10-09\nOutlet: Copy\n\n" + bridge.substr(bridge.find("Mayor")));
  good(onrecord({"log", "c-again.txt"}));
  CHECK(good(onrecord({"conflicts", "--new", "--jsonl"})).empty());
  CHECK(lines(good(onrecord({"conflicts", "--jsonl"}))) == 1);
}

TEST_CASE("conflicts --article finds what one article conflicts with") {
  const Filled onrecord;
  const std::string all = good(onrecord({"conflicts", "--jsonl"}));
  const std::string one = good(onrecord({"conflicts", "--article", "articles/b-tax.txt", "--jsonl"}));
  CHECK(first_json(one)["pair"] == first_json(all)["pair"]);
  CHECK(lines(one) == 1);
  CHECK_THAT(failing(onrecord({"conflicts", "--article", "none.txt"})),
             Contains("no article in the store is “none.txt”"));
  CHECK_THAT(failing(onrecord({"conflicts", "--article", "none.txt", "--about", "fuel"}), 2),
             Contains("leave --about"));
}

TEST_CASE("compare --about shows all who spoke of it, for and against") {
  const Program onrecord;
  onrecord.folder.write("a.txt",
                        "Title: Levy\nPublished: 2016-10-07\n\n“I oppose the port levy,” Mayor Anna Keller said.\n\n"
                        "“I support the port levy,” said Transport Minister Peter Osei.\n\n"
                        "Harbor master Ruth Holm said the port levy is twelve crowns.\n");
  good(onrecord({"log", "a.txt"}));
  const Json stands = Json::parse(good(onrecord({"compare", "--about", "port levy", "--json"})));
  std::string found;
  for (const Json& row : stands)
    for (const char* stand : {"for", "against", "open"})
      if (!row[stand].empty()) found += row["name"].get<std::string>() + " " + stand + "; ";
  CHECK_THAT(found, Contains("Anna Keller against; ") && Contains("Peter Osei for; ") && Contains("Ruth Holm open; "));
  CHECK_THAT(good(onrecord({"compare", "--about", "levies", "--plain"})), Contains("\tagainst\t2016-10-07\tsaid\t"));
  CHECK_THAT(good(onrecord({"compare", "--about", "port levy"})),
             Contains("1 for it, 1 against it, of 3 who speak of it"));
  CHECK_THAT(failing(onrecord({"compare", "--about", "zebras"})), Contains("nobody with a name speaks of “zebras”"));
}

TEST_CASE("compare says of one person when a topic changed, and when it did not") {
  const Filled onrecord;
  const Json topic = Json::parse(good(onrecord({"compare", "Keller", "--about", "fuel tax", "--json"})))["topics"][0];
  CHECK(topic["over_time"]["from"] == "2016-10-05");
  CHECK(topic["over_time"]["to"] == "2017-03-02");
  CHECK(topic["over_time"]["changes"].size() == 1);
  CHECK_THAT(good(onrecord({"compare", "Keller", "--about", "fuel tax"})),
             Contains("Changed between 2016-10-05 and 2017-03-02: pair "));
  onrecord.onrecord.folder.write("later.txt",
                                 "Published: 2018-01-05\n\n“We will raise the fuel tax,” Mayor Anna Keller said.\n");
  good(onrecord({"log", "later.txt"}));
  CHECK_THAT(good(onrecord({"compare", "Keller", "--about", "fuel tax", "--since", "2017-01-01"})),
             Contains("No change found from 2017-03-02 to 2018-01-05."));
}

TEST_CASE("compare shows every statement that it counts, or says how many it leaves out") {
  const Program onrecord;
  onrecord.folder.write("a.txt",
                        "Title: Levy\nPublished: 2016-10-07\n\n“I oppose the port levy,” Mayor Anna Keller said.\n\n"
                        "“I want no port levy,” Keller said.\n\n“The levy is ten crowns,” Keller said.\n");
  good(onrecord({"log", "a.txt"}));
  CHECK_THAT(good(onrecord({"compare", "Keller"})), Contains("Anna Keller, 3 statements\n") &&
                                                        Contains("\nOther statements\n") &&
                                                        Contains("“The levy is ten crowns,”"));
  const Json whole = Json::parse(good(onrecord({"compare", "Keller", "--json"})));
  CHECK(whole["topics"].size() == 1);
  CHECK(whole["others"].size() == 1);
  std::string likes = "“I like zebras,” Mayor Anna Keller said.\n";
  for (const char* thing :
       {"apples", "boats", "clocks", "doors", "eggs",  "fields", "gates",  "horses", "inns",  "jars",
        "kites",  "lamps", "maps",   "nets",  "ovens", "pears",  "quills", "roofs",  "ships", "tents"})
    likes += "\n“I like " + std::string(thing) + ",” Keller said.\n";
  onrecord.folder.write("b.txt", likes);
  good(onrecord({"log", "b.txt"}));
  CHECK_THAT(good(onrecord({"compare", "Keller"})),
             Contains("\n22 more statements share no topic; narrow them with --about WORDS.\n"));
}

TEST_CASE("conflicts are narrowed by person, words, days and number") {
  const Filled onrecord;
  CHECK(lines(good(onrecord({"conflicts", "--speaker", "Keller", "--about", "fuel", "--limit", "1", "--jsonl"}))) == 1);
  CHECK_THAT(good(onrecord({"conflicts", "--speaker", "Osei"})), Contains("No conflict found among "));
  CHECK(good(onrecord({"conflicts", "--since", "2017-01-01", "--jsonl"})).empty());
  CHECK(good(onrecord({"conflicts", "--until", "2017-01-01", "--json"})) == "[]\n");
  CHECK_THAT(failing(onrecord({"conflicts", "--speaker", "Nobody"})), Contains("Nobody"));
}

TEST_CASE("compare judges pairs of a file, and names a bad line") {
  const Program onrecord;
  onrecord.folder.write(
      "pairs.jsonl",
      "{\"id\": 1, \"a\": {\"text\": \"We will raise the fuel tax\", \"cue\": null}, "
      "\"b\": {\"text\": \"We will not raise the fuel tax\"}}\n"
      "nonsense\n"
      "{\"id\": 2, \"a\": {\"text\": \"x\"}}\n"
      "{\"id\": 3, \"a\": {\"text\": \"The bridge is old\"}, \"b\": {\"text\": \"Ann sold a boat\"}}\n");
  const Run run = onrecord({"compare", "--pairs", "pairs.jsonl", "--jsonl"});
  CHECK(run.code == 3);
  CHECK(lines(run.err) == 2);
  CHECK_THAT(run.err, Contains("pairs.jsonl:2: not JSON") && Contains("pairs.jsonl:3: “b” is not an object"));
  CHECK(lines(run.out) == 2);
  const Json judged = first_json(run.out);
  std::string keys;
  for (const auto& [key, value] : judged.items()) keys += key + " ";
  CHECK(keys == "id relation type score why rule ");
  CHECK(judged["id"] == 1);
  CHECK(judged["relation"] == "contradict");
  CHECK_THAT(run.out, Contains("{\"id\":3,\"relation\":\"none\""));
}

TEST_CASE("db says where the store is and what is in it") {
  const Filled onrecord;
  const Json info = Json::parse(good(onrecord({"db", "info", "--json"})));
  CHECK(info["store"] == "store.db");
  CHECK(info["articles"] == 2);
  CHECK(good(onrecord({"db", "check"})) == "store.db: sound\n");
}

TEST_CASE("db check finds damage") {
  const Filled onrecord;
  std::string bytes = onrecord.onrecord.read("store.db");
  REQUIRE(bytes.size() > 40000);
  for (std::size_t page = 4 * 4096; page < bytes.size(); page += 3 * 4096) bytes.replace(page, 64, 64, '\x7F');
  onrecord.onrecord.folder.write("damaged.db", bytes);
  const Run run = onrecord({"db", "check", "--store", "damaged.db"});
  CHECK(run.code == 1);
  CHECK(lines(run.err) == 1);
  CHECK_THAT(run.err, Contains("damaged.db: damaged; restore a copy"));
}

TEST_CASE("a surname means who said far more than the others of that name, and a line says so") {
  const Program onrecord;
  std::string text = "Title: The mayor’s year\nPublished: 2018-02-02\n\n";
  for (int i = 0; i < 12; ++i) text += "Mayor Anna Keller said that bridge " + std::to_string(i) + " was safe.\n\n";
  onrecord.folder.write("a.txt", text + "Ruth Keller said that she was not a relative.\n");
  onrecord.folder.write("b.txt", "“No,” said Ruth Holm.\n\nLater Tom Holm said that he agreed.\n");
  good(onrecord({"log", "a.txt", "b.txt"}));
  const Run keller = onrecord({"timeline", "Keller"});
  CHECK(keller.code == 0);
  CHECK_THAT(keller.out, Contains("Anna Keller, 12 statements"));
  CHECK_THAT(keller.err, Contains("“Keller” is taken for Anna Keller, and not for Ruth Keller ("));
  CHECK_THAT(failing(onrecord({"timeline", "Holm"})),
             Contains("“Holm” fits several: Ruth Holm (") && Contains("Tom Holm ("));
  CHECK_THAT(good(onrecord({"timeline", "Ruth Keller"})), Contains("Ruth Keller, 1 statement\n"));
}

TEST_CASE("a store that cannot be used is named, with the next step") {
  const Filled onrecord;
  const Program& run = onrecord.onrecord;
  CHECK_THAT(failing(onrecord({"list", "--store", "none.db"})), Contains("none.db: ") && Contains("onrecord log"));
  run.folder.write("text.db", std::string(2000, 'x'));
  CHECK_THAT(failing(onrecord({"list", "--store", "text.db"})), Contains("text.db: not a store"));
  CHECK_THAT(failing(onrecord({"log", "--store", "text.db", "articles"})), Contains("text.db: not a store"));
  CHECK_THAT(failing(onrecord({"log", "--store", "/proc/none/s.db", "articles"})), Contains("/proc/none/s.db: "));

  std::string newer = run.read("store.db");
  newer[60] = 1;  // PRAGMA user_version, the schema, is here
  run.folder.write("newer.db", newer);
  for (const char* command : {"list", "log"}) {
    std::vector<std::string> words{command, "--store", "newer.db"};
    if (words[0] == "log") words.push_back("articles");
    CHECK_THAT(failing(onrecord(words)), Contains("newer.db: ") && Contains("newer onrecord"));
  }
}

TEST_CASE("a store on a full disk keeps what was reported as logged") {
  const Filled onrecord;
  const Program& run = onrecord.onrecord;
  for (int i = 0; i < 300; ++i) {
    std::string text = tax;
    for (int n = 0; n < 20; ++n) text += "“Bridge " + std::to_string(i * 100 + n) + " is safe,” Peter Osei said.\n\n";
    run.folder.write("many/" + std::to_string(i) + ".txt", text);
  }
  const Run full = run.shell("trap '' XFSZ; ulimit -f 2000; \"$ONRECORD\" log --plain many");
  CHECK(full.code == 1);
  CHECK(lines(full.err) == 1);
  CHECK_THAT(full.err, Contains("store.db: ") && Contains("what was reported as logged is kept"));
  const Json info = Json::parse(good(onrecord({"db", "info", "--json"})));
  CHECK(info["articles"].get<std::size_t>() >= 2 + lines(full.out));
  const Run again = run.shell("trap '' XFSZ; ulimit -f 2000; \"$ONRECORD\" log many");
  CHECK(again.code == 1);
  CHECK_THAT(again.out, Contains("Logged ") && Contains("Known already, nothing changed: "));
  const Run json = run.shell("trap '' XFSZ; ulimit -f 2000; \"$ONRECORD\" log --json many");
  CHECK(json.code == 1);
  CHECK(Json::parse(json.out).is_array());
}
