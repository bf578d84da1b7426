// What the program finds out by itself about who is who: reads names, roles and officials for linking.h.
#include <algorithm>

#include "store/columns.h"
#include "store/linking.h"
#include "store/register.h"

namespace onrecord {
namespace {

// "José A. Díaz-Ruiz" is {jose, a, diazruiz}; a nickname in quotation marks or brackets is left out.
std::vector<std::string> name_parts(const std::string& name, const Words& words) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string part = name.substr(at, end - at);
    std::string folded;
    if (part[0] != '"' && part[0] != '(' && !part.starts_with("“"))
      for (const std::string& word : words.of(part)) folded += word;
    if (!folded.empty()) parts.push_back(folded);
    at = end + 1;
  }
  return parts;
}

std::vector<OfficialSeen> officials_in(const SQLite::Database& db, const Words& words) {
  std::vector<OfficialSeen> officials;
  std::map<std::int64_t, std::size_t> places;
  SQLite::Statement row(db,
                        "SELECT o.key, o.identity, n.name, n.words, o.kind FROM official o JOIN official_name n "
                        "ON n.official = o.key WHERE o.kind = 'person' ORDER BY o.id, n.name");
  while (row.executeStep()) {
    const auto [place, is_new] = places.emplace(row.getColumn(0).getInt64(), officials.size());
    if (is_new) officials.push_back({row.getColumn(1).getString(), {}, {}, {}});
    officials[place->second].names.push_back(name_parts(row.getColumn(2).getString(), words));
    officials[place->second].name_identities.push_back(identity_of(SpeakerKind::person, row.getColumn(3).getString()));
  }
  SQLite::Statement term(db, "SELECT official, role, since, until FROM term ORDER BY key");
  while (term.executeStep()) {
    const auto place = places.find(term.getColumn(0).getInt64());
    if (place == places.end()) continue;
    officials[place->second].terms.push_back({term.getColumn(1).getString(),
                                              "",
                                              "",
                                              "",
                                              term.getColumn(2).getString(),
                                              term.getColumn(3).getString(),
                                              "",
                                              {}});
  }
  return officials;
}

}  // namespace

void Register::link(const RegisterWords& known) {
  reload();
  {  // who is called as no other official is has the identity of the name
    SQLite::Statement row(db_,
                          "SELECT o.key, o.kind, n.words FROM official o JOIN official_name n ON n.official = "
                          "o.key AND n.name = o.name");
    SQLite::Statement lead(
        db_, "UPDATE official SET identity = iif(?2, id, ?3) WHERE key = ?1 AND identity <> iif(?2, id, ?3)");
    while (row.executeStep()) {
      const SpeakerKind kind = parse_speaker_kind(row.getColumn(1).getString()).value_or(SpeakerKind::person);
      const std::string name = identity_of(kind, row.getColumn(2).getString());
      with(lead, row.getColumn(0).getInt64(), std::int64_t{ambiguous_.contains(name)}, name).exec();
    }
  }
  settle_mentions();

  std::map<std::string, NameSeen> names;          // by "N"
  std::map<std::string, NameInArticle> mentions;  // by "N@A"
  SQLite::Statement row(db_,
                        "SELECT p.identity, p.name, s.role, count(*), a.published FROM statement s "
                        "JOIN speaker p ON p.key = s.speaker JOIN article a ON a.key = s.article "
                        "WHERE p.kind = 'person' AND p.identity <> '' "
                        "GROUP BY p.key, s.role, iif(instr(p.identity, '@'), a.key, 0) ORDER BY 1, 2, 3");
  while (row.executeStep()) {
    const std::string identity = row.getColumn(0).getString(), name = row.getColumn(1).getString(),
                      role = row.getColumn(2).getString();
    const std::size_t at = identity.find('@');
    NameSeen& seen = names[identity.substr(0, at)];
    seen.identity = identity.substr(0, at);
    if (seen.words.empty()) seen.words = name_parts(name, words_);
    seen.statements += count_of(row.getColumn(3));
    if (!role.empty()) seen.roles.push_back(role);
    const bool single = is_single_name(name);
    if (!single && !ambiguous_.contains(seen.identity)) continue;
    if (at == std::string::npos) continue;
    NameInArticle& mention = mentions[identity];
    mention.identity = identity;
    mention.words = seen.words;
    if (single && !mention.words.empty()) mention.words = {mention.words.back()};
    if (!role.empty()) mention.roles.push_back(role);
    mention.day = date_of(row.getColumn(4));
  }
  std::vector<NameSeen> all_names;
  for (auto& [identity, seen] : names)
    if (seen.words.size() > 1) all_names.push_back(std::move(seen));
  std::vector<NameInArticle> all_mentions;
  for (auto& [identity, mention] : mentions) all_mentions.push_back(std::move(mention));
  const Linked linked = link_names(all_names, all_mentions, officials_in(db_, words_), known);

  db_.exec("DELETE FROM link; DELETE FROM proposal");
  SQLite::Statement add(db_, "INSERT INTO link (identity, leads_to) VALUES (?, ?)");
  for (const auto& [identity, leads_to] : linked.links) with(add, identity, leads_to).exec();
  SQLite::Statement propose(db_, "INSERT OR IGNORE INTO proposal (identity, leads_to, why) VALUES (?, ?, ?)");
  for (const Proposal& proposal : linked.proposals)
    with(propose, proposal.identity, proposal.leads_to, proposal.why).exec();
  settle();
}

}  // namespace onrecord
