// Linking: which names the program makes one by itself, and which it only proposes.
#include "store/linking.h"

#include <catch2/catch.hpp>

using namespace onrecord;

namespace {

RegisterWords words() {
  RegisterWords words;
  read_register_words(
      "former\tpast\nof\tend\nSen.\toffice senator\nSenator\toffice senator\nMayor\toffice mayor\nJr.\tsuffix\n"
      "Joe\tfor Joseph\n",
      words);
  return words;
}

std::vector<std::string> split(const std::string& name) { return folded_words(name); }

NameSeen seen(const std::string& name, std::size_t statements, std::vector<std::string> roles = {}) {
  return {name, split(name), statements, std::move(roles)};
}

NameInArticle in_article(const std::string& name, std::vector<std::string> roles = {},
                         const std::string& day = "2016-05-06") {
  return {name + "@1", split(name), std::move(roles), parse_iso(day)};
}

OfficialSeen official(const std::string& identity, const std::vector<std::string>& names, const std::string& role,
                      const std::string& since, const std::string& until) {
  OfficialSeen out{identity, {}, names, {{role, "", "", "", since, until, "", {}}}};
  for (const std::string& name : names) out.names.push_back(split(name));
  return out;
}

// "Tom B. Holm>Tom Holm, …", then what is only proposed: "Holm@1?Ruth Holm".
std::string shown(const std::vector<NameSeen>& names, const std::vector<NameInArticle>& mentions = {},
                  const std::vector<OfficialSeen>& officials = {}) {
  const Linked linked = link_names(names, mentions, officials, words());
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  for (const auto& [identity, leads_to] : linked.links) add(identity + ">" + leads_to);
  for (const Proposal& proposal : linked.proposals) add(proposal.identity + "?" + proposal.leads_to);
  return out;
}

}  // namespace

TEST_CASE("a name with and without the middle is one, unless there is another middle") {
  CHECK(shown({seen("Tom Holm", 3), seen("Tom B. Holm", 2)}) == "Tom B. Holm>Tom Holm");
  CHECK(shown({seen("Tom Holm", 3), seen("Tom B. Holm", 2), seen("Tom Bert Holm", 1)}) ==
        "Tom B. Holm>Tom Holm, Tom Bert Holm>Tom Holm");
  CHECK(shown({seen("Tom Holm", 3), seen("Tom B. Holm", 2), seen("Tom C. Holm", 1)}) ==
        "Tom Holm?Tom B. Holm, Tom Holm?Tom C. Holm");
  CHECK(shown({seen("Tom Holm", 3), seen("Tim Holm", 2), seen("Tom Holt", 2)}).empty());
}

TEST_CASE("short forms need a role in common, and father and son are never one") {
  CHECK(shown({seen("Joe Holm", 3, {"Mayor"}), seen("Joseph R. Holm Jr.", 2, {"mayor of Aldane"})}) ==
        "Joseph R. Holm Jr.>Joe Holm");
  CHECK(shown({seen("Joe Holm", 3, {"coach"}), seen("Joseph Holm", 2, {"coach"})}) == "Joe Holm?Joseph Holm");
  CHECK(shown({seen("Joe Holm", 3, {"Mayor"}), seen("Joe Holm Jr.", 2, {"Mayor"})}) == "Joe Holm?Joe Holm Jr.");
  CHECK(shown({seen("Joe Holm", 3), seen("Anna Holm", 2)}).empty());
}

TEST_CASE("a surname is led by the role, or by who is quoted far more than the others") {
  const std::vector<NameSeen> holms{seen("Tom Holm", 12, {"Mayor"}), seen("Ruth Holm", 8, {"Sen. (R)"})};
  CHECK(shown(holms, {in_article("Holm", {"senator"})}) == "Holm@1>Ruth Holm");
  CHECK(shown(holms, {in_article("Holm")}) == "Holm@1?Ruth Holm, Holm@1?Tom Holm");
  CHECK(shown(holms, {in_article("Holm", {"coach"})}) == "Holm@1?Ruth Holm, Holm@1?Tom Holm");
  CHECK(shown({seen("Tom Holm", 30), seen("Ruth Holm", 3)}, {in_article("Holm")}) == "Holm@1>Tom Holm");
  CHECK(shown({seen("Tom Holm", 9)}, {in_article("Holm")}) == "Holm@1?Tom Holm");
}

TEST_CASE("officials are found by any of their names, and by a term on the day") {
  const OfficialSeen ruth = official("Ruth Holm", {"Ruth Holm", "R. A. Holm"}, "Senator", "2013", "2019"),
                     tom = official("Tom Holm", {"Tom Holm"}, "Senator", "2001", "2007");
  CHECK(shown({seen("R. A. Holm", 1)}, {in_article("Holm", {"Sen."})}, {ruth, tom}) ==
        "Holm@1>Ruth Holm, R. A. Holm>Ruth Holm");
  CHECK(shown({}, {in_article("Holm", {"Sen."}, "2005-01-01")}, {ruth, tom}) ==
        "Holm@1>Tom Holm, R. A. Holm>Ruth Holm");
}

TEST_CASE("a name of two officials is the one who held the role that day, else a proposal") {
  const OfficialSeen one = official("1", {"Ruth Holm"}, "Senator", "2013", "2019"),
                     two = official("2", {"Ruth Holm"}, "Mayor", "2013", "2019");
  CHECK(shown({seen("Ruth Holm", 4)}, {in_article("Ruth Holm", {"Mayor"})}, {one, two}) == "Ruth Holm@1>2");
  CHECK(shown({seen("Ruth Holm", 4)}, {in_article("Ruth Holm")}, {one, two}) == "Ruth Holm@1?1, Ruth Holm@1?2");
  CHECK(shown({seen("Ruth Holm", 4)}, {in_article("Ruth Holm", {"Mayor"}, "2021-01-01")}, {one, two}) ==
        "Ruth Holm@1?1, Ruth Holm@1?2");
}
