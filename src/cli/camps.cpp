#include "cli/camps.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/command.h"
#include "cli/comparison.h"
#include "cli/options.h"
#include "cli/pair_rows.h"
#include "cli/record.h"
#include "cli/text_width.h"
#include "compare/position.h"

namespace onrecord {
namespace {

constexpr std::size_t open_shown = 3;  // of a person, on the screen

// What is asked about: the words, and the topics of topic.toml that they name.
struct Matter {
  std::set<std::uint64_t> stems;
  std::set<std::string> topics;  // ids of rules
};

Matter matter_of(const std::string& about, const Grammar& grammar) {
  Matter matter;
  std::string words = about;
  for (const auto& [word, others] : synonyms_of(about, grammar))
    for (const std::string& other : others) words += " " + other;
  for (const Word& w : Vocabulary(grammar).content({words, "", "", {}, ""})) matter.stems.insert(w.stem);
  const auto in_about = [&](Range r) { return slice(about, r); };
  for (const Match& match : grammar.stage("topic").each(about, in_about)) matter.topics.insert(match.rule->id);
  return matter;
}

// What the speaker backs or opposes, where it is the matter.
Camp camp_of(const Position& position, const Matter& matter) {
  int sum = 0;
  for (const Stand& stand : position.stands)
    if (!stand.somebody && matter.topics.contains(stand.target)) sum += stand.sign;
  if (sum == 0)
    for (const Content& c : position.parts.front().content)
      if (c.backed && matter.stems.contains(c.stem)) sum += c.sign;
  return sum > 0 ? Camp::for_it : sum < 0 ? Camp::against_it : Camp::open;
}

// "2024-03-05 told: I oppose … (b58fd978)", a line each.
std::string cell(const Standing& standing, Camp camp, std::size_t most) {
  std::string out;
  std::size_t shown = 0, more = 0;
  for (std::size_t i = 0; i < standing.statements.size(); ++i) {
    if (standing.camps[i] != camp) continue;
    if (shown == most) {
      ++more;
      continue;
    }
    const Record& r = standing.statements[i];
    const std::string day = day_in_line(r), cue = r.cue_text.empty() ? "" : r.cue_text + ": ";
    out += (shown++ > 0 ? "\n" : "") + (day.empty() ? "" : day + " ") + one_line(cue + r.text) + " (" +
           short_id(r.statement.id) + ")";
  }
  return more == 0 ? out : out + "\nand " + std::to_string(more) + " more";
}

Json standing_json(const Standing& standing) {
  Json out{{"person", standing.person}, {"name", standing.name}};
  for (const Camp camp : {Camp::for_it, Camp::against_it, Camp::open}) {
    Json statements = Json::array();
    for (std::size_t i = 0; i < standing.statements.size(); ++i)
      if (standing.camps[i] == camp) statements.push_back(side_json(standing.statements[i], {}));
    out[std::string(name(camp))] = std::move(statements);
  }
  return out;
}

}  // namespace

std::string_view name(Camp camp) {
  switch (camp) {
    case Camp::for_it:
      return "for";
    case Camp::against_it:
      return "against";
    case Camp::open:
      break;
  }
  return "open";
}

std::vector<Standing> find_camps(const Store& store, const Filter& filter, const Grammar& grammar) {
  const Judge judge(grammar);
  const Matter matter = matter_of(filter.about.value_or(""), grammar);
  std::map<std::string, Standing> by_person;
  std::map<std::string, std::set<std::string>> said;  // one claim once
  for (Record& record : declared_records(store, filter, false)) {
    const Speaker& speaker = record.statement.speaker;
    if (speaker.person.empty()) continue;
    if (!said[speaker.person].insert(record.cue_text + "\n" + record.text).second) continue;
    Standing& standing = by_person[speaker.person];
    if (standing.name.size() < speaker.name.size()) standing.name = speaker.name;
    standing.person = speaker.person;
    standing.camps.push_back(camp_of(*judge.position(side_of(record)), matter));
    standing.statements.push_back(std::move(record));
  }
  std::vector<Standing> all;
  for (auto& [person, standing] : by_person) all.push_back(std::move(standing));
  const auto taken = [](const Standing& s) {
    return s.camps.size() - static_cast<std::size_t>(std::count(s.camps.begin(), s.camps.end(), Camp::open));
  };
  std::stable_sort(all.begin(), all.end(), [&](const Standing& a, const Standing& b) {
    return std::pair(taken(a), a.camps.size()) > std::pair(taken(b), b.camps.size());
  });
  return all;
}

void show_camps(const std::vector<Standing>& all, const std::string& about, Format format, Output& out) {
  if (all.empty())
    throw Error("nothing to compare: nobody with a name speaks of “" + about +
                "” in the store; try fewer or other words, or see `onrecord search`");
  Rows rows(out, format,
            {{"person", "name", "stand", "day", "cue", "text", "id"},
             {{"Person", 18}, {"For"}, {"Against"}, {"Speaks of it"}},
             true,
             ""});
  std::map<Camp, std::size_t> people;
  for (const Standing& standing : all) {
    for (const Camp camp : {Camp::for_it, Camp::against_it, Camp::open})
      people[camp] += std::find(standing.camps.begin(), standing.camps.end(), camp) != standing.camps.end();
    if (format == Format::csv || format == Format::plain) {
      for (std::size_t i = 0; i < standing.statements.size(); ++i) {
        const Record& r = standing.statements[i];
        rows.add({{},
                  {standing.person, standing.name, std::string(name(standing.camps[i])), day_of(r), r.cue_text, r.text,
                   r.statement.id},
                  {}});
      }
      continue;
    }
    rows.add({json_text(standing_json(standing)),
              {},
              {one_line(standing.name), cell(standing, Camp::for_it, any_number),
               cell(standing, Camp::against_it, any_number), cell(standing, Camp::open, open_shown)}});
  }
  rows.finish();
  if (format != Format::table) return;
  out.write("\n" + std::to_string(people[Camp::for_it]) + " for it, " + std::to_string(people[Camp::against_it]) +
            " against it, of " + std::to_string(all.size()) + (all.size() == 1 ? " who speaks" : " who speak") +
            " of it. `onrecord show ID` opens a statement, `onrecord conflicts --about` shows who contradicts whom.\n");
}

}  // namespace onrecord
