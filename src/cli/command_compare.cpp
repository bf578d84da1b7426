#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <iterator>

#include "cli/camps.h"
#include "cli/commands.h"
#include "cli/comparison.h"
#include "cli/options.h"
#include "cli/pair_rows.h"
#include "cli/person.h"
#include "cli/record.h"
#include "cli/reviews.h"
#include "cli/text_width.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

constexpr std::size_t topics_shown = 20;
constexpr std::size_t others_shown = 20;  // statements in no topic; of more, their number

void compare_options(OptionTable& table) {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  table.add_options()("about", text("WORDS"), "only statements with all these words, in any form, or words like them")(
      "since", text("DAY"), "said on that day or later")("until", text("DAY"), "said on that day or before")(
      "pairs", text("FILE"), "judge the pairs in FILE instead of people");
  add_store_option(table);
  add_rules_option(table);
  add_format_options(table);
}

std::string pairs_text(const Compared& compared, const std::vector<JudgedPair>& pairs, const std::string& heading,
                       Style style, const Terminal& terminal) {
  if (pairs.empty()) return "";
  std::string out = styled(heading, style, terminal) + "\n";
  for (std::size_t i = 0; i < pairs.size(); ++i) out += pair_text(compared.records, pairs[i], i + 1, terminal) + "\n";
  return out;
}

// Those that may be a change of mind, or the others.
std::vector<JudgedPair> conflicts_of(const Compared& compared, bool over_time) {
  std::vector<JudgedPair> out;
  for (const JudgedPair& pair : compared.conflicts)
    if (pair.comparison.over_time == over_time) out.push_back(pair);
  return out;
}

std::string cue_and_words(const Record& record) {
  return one_line(record.cue_text.empty() ? record.text : record.cue_text + ": " + record.text);
}

// One person day by day; two side by side, the k-th statements of both in a row.
Table topic_table(const Compared& compared, const Topic& topic) {
  Table table;
  table.spaced = true;
  if (compared.people.size() == 1) {
    table.columns = {{"Day", 13}, {"Statement"}, {"Source", 18}, {"Id", 8}};
    for (const std::size_t member : topic.members) {
      const Record& record = compared.records[member];
      table.rows.push_back(
          {day_of(record), cue_and_words(record), one_line(place_of(record)), short_id(record.statement.id)});
    }
    return table;
  }
  std::vector<std::string> left, right;
  for (const std::size_t member : topic.members) {
    const Record& record = compared.records[member];
    const std::string day = day_in_line(record);
    (member < compared.second ? left : right)
        .push_back((day.empty() ? "" : day + "  ") + cue_and_words(record) + " (" + short_id(record.statement.id) +
                   ")");
  }
  for (const PersonRow& person : compared.people) table.columns.push_back({one_line(person.name)});
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i)
    table.rows.push_back({i < left.size() ? left[i] : "", i < right.size() ? right[i] : ""});
  return table;
}

// What one person's statements of a topic did over time.
struct Change {
  std::string first, last;               // days; empty: none is known
  std::vector<const JudgedPair*> pairs;  // conflicts and updates within the topic
};

Change change_of(const Compared& compared, const Topic& topic) {
  Change change;
  for (const std::size_t member : topic.members) {
    const std::string days = day_of(compared.records[member]), day = days.substr(0, days.find('\n'));
    if (day.empty()) continue;
    if (change.first.empty() || day < change.first) change.first = day;
    if (day > change.last) change.last = day;
  }
  const auto within = [&](std::size_t record) {
    return std::find(topic.members.begin(), topic.members.end(), record) != topic.members.end();
  };
  for (const auto* pairs : {&compared.conflicts, &compared.updates})
    for (const JudgedPair& pair : *pairs)
      if (within(pair.a) && within(pair.b)) change.pairs.push_back(&pair);
  return change;
}

// "No change found from … to …", or when it changed and which pair shows it. A line each.
std::string change_text(const Compared& compared, const Topic& topic) {
  const Change change = change_of(compared, topic);
  const auto day = [&](std::size_t record) {
    const std::string days = day_in_line(compared.records[record]);
    return days.empty() ? "an unknown day" : days;
  };
  std::string out;
  for (const JudgedPair* pair : change.pairs)
    out += (day(pair->a) == day(pair->b) ? "Conflicting on " + day(pair->a)
                                         : "Changed between " + day(pair->a) + " and " + day(pair->b)) +
           ": pair " + pair_name(compared.records[pair->a].statement.id, compared.records[pair->b].statement.id) + "\n";
  if (!out.empty()) return out;
  if (change.first.empty() || change.first == change.last) return "";  // no time for a change
  return "No change found from " + change.first + " to " + change.last + ".\n";
}

Json change_json(const Compared& compared, const Topic& topic) {
  const Change change = change_of(compared, topic);
  const auto or_null = [](const std::string& day) { return day.empty() ? Json() : Json(day); };
  Json pairs = Json::array();
  for (const JudgedPair* pair : change.pairs)
    pairs.push_back(pair_name(compared.records[pair->a].statement.id, compared.records[pair->b].statement.id));
  return {{"from", or_null(change.first)}, {"to", or_null(change.last)}, {"changes", std::move(pairs)}};
}

std::string topic_text(const Compared& compared, const Topic& topic, const Terminal& terminal) {
  const std::string change = compared.people.size() == 1 ? change_text(compared, topic) : "";
  return styled("Topic: " + one_line(topic.name), Style::bold, terminal) + "\n" +
         layout(topic_table(compared, topic), terminal) + change + "\n";
}

// Both people in it, or two statements of the one.
bool is_shared(const Compared& compared, const Topic& topic) {
  const auto first = static_cast<std::size_t>(std::count_if(
      topic.members.begin(), topic.members.end(), [&](std::size_t member) { return member < compared.second; }));
  return compared.people.size() == 1 ? first > 1 : first > 0 && first < topic.members.size();
}

std::vector<Topic> shared_topics(const Compared& compared) {
  std::vector<Topic> out;
  std::copy_if(compared.topics.begin(), compared.topics.end(), std::back_inserter(out),
               [&](const Topic& topic) { return is_shared(compared, topic); });
  return out;
}

// The statements that are in none of the topics.
Topic others_of(const Compared& compared, const std::vector<Topic>& topics) {
  std::vector<bool> grouped(compared.records.size(), false);
  for (const Topic& topic : topics)
    for (const std::size_t member : topic.members) grouped[member] = true;
  Topic out{"Other statements", {}};
  for (std::size_t i = 0; i < grouped.size(); ++i)
    if (!grouped[i]) out.members.push_back(i);
  return out;
}

std::string others_text(const Compared& compared, const Topic& others, const Terminal& terminal) {
  if (others.members.empty()) return "";
  if (others.members.size() > others_shown)
    return std::to_string(others.members.size()) + " more statements share no topic; narrow them with --about WORDS.\n";
  return styled(others.name, Style::bold, terminal) + "\n" + layout(topic_table(compared, others), terminal) + "\n";
}

std::string report(const Compared& compared, const Terminal& terminal) {
  std::string out;
  for (const PersonRow& person : compared.people) {
    const bool first = &person == &compared.people.front();
    const std::size_t count = first ? compared.second : compared.records.size() - compared.second;
    out += styled(one_line(person.name), Style::bold, terminal) + ", " + std::to_string(count) +
           (count == 1 ? " statement" : " statements") + (&person == &compared.people.back() ? "\n\n" : "; ");
  }
  if (compared.conflicts.empty()) out += "No conflict found among these statements.\n\n";
  out += pairs_text(compared, conflicts_of(compared, true), "CHANGED OVER TIME", Style::red, terminal);
  out += pairs_text(compared, conflicts_of(compared, false), "CONFLICTS", Style::red, terminal);
  out += pairs_text(compared, compared.updates, "UPDATED", Style::yellow, terminal);
  out += pairs_text(compared, compared.agreements, "AGREEMENT", Style::green, terminal);
  const std::vector<Topic> shared = shared_topics(compared);
  for (std::size_t i = 0; i < std::min(shared.size(), topics_shown); ++i)
    out += topic_text(compared, shared[i], terminal);
  if (shared.empty()) out += "They have no topic in common that is named by the same words.\n\n";
  if (shared.size() > topics_shown)
    out += std::to_string(shared.size() - topics_shown) + " more topics; narrow them with --about WORDS.\n";
  return out + others_text(compared, others_of(compared, shared), terminal);
}

Json whole_json(const Compared& compared) {
  Json out{{"people", Json::array()},     {"conflicts", Json::array()}, {"updates", Json::array()},
           {"agreements", Json::array()}, {"topics", Json::array()},    {"others", Json::array()}};
  for (const PersonRow& person : compared.people) out["people"].push_back({{"id", person.id}, {"name", person.name}});
  for (const JudgedPair& pair : compared.conflicts) out["conflicts"].push_back(pair_json(compared.records, pair));
  for (const JudgedPair& pair : compared.updates) out["updates"].push_back(pair_json(compared.records, pair));
  for (const JudgedPair& pair : compared.agreements) out["agreements"].push_back(pair_json(compared.records, pair));
  for (const Topic& topic : compared.topics) {
    Json members = Json::array();
    for (const std::size_t member : topic.members) members.push_back(side_json(compared.records[member], {}));
    out["topics"].push_back(
        {{"name", topic.name}, {"over_time", change_json(compared, topic)}, {"statements", std::move(members)}});
  }
  for (const std::size_t other : others_of(compared, compared.topics).members)
    out["others"].push_back(side_json(compared.records[other], {}));
  return out;
}

void check_enough(const Compared& compared, const Filter& filter) {
  const std::string about = filter.about ? " about “" + *filter.about + "”" : "";
  for (const PersonRow& person : compared.people) {
    const bool first = &person == &compared.people.front();
    const std::size_t count = first ? compared.second : compared.records.size() - compared.second;
    const std::size_t needed = compared.people.size() == 1 ? 2 : 1;
    if (count < needed)
      throw Error("nothing to compare: the store has " +
                  std::string(count == 0 ? "no statement" : "only one statement") + " of " + person.name + about +
                  "; " + (filter.about ? "try other words" : "log more articles, or see `onrecord people`"));
  }
}

int compare_pairs(const Arguments& arguments, Output& out) {
  if (!arguments.words().empty()) throw Error::misuse("--pairs judges the pairs of a file; leave the names out");
  Rows rows(out, format_of(arguments),
            {{"id", "relation", "type", "score", "why", "rule"},
             {{"Id", 16}, {"Relation", 10}, {"Type", 18}, {"Score", 5, true}, {"Why"}},
             false,
             "There is no pair in it."});
  const int code = judge_pairs(*arguments.text("pairs"), *grammar_of(arguments), rows);
  rows.finish();
  return code;
}

int run_compare(const Arguments& arguments, Output& out) {
  if (arguments.has("pairs")) return compare_pairs(arguments, out);
  if (arguments.words().empty() && !arguments.has("about"))
    throw Error::misuse("compare: give one PERSON or two, --about WORDS, or --pairs FILE; see `onrecord help compare`");
  const Format format = format_of(arguments);
  Filter filter;
  filter.about = arguments.text("about");
  filter.since = arguments.day("since");
  filter.until = arguments.day("until");
  const auto grammar = grammar_of(arguments);
  if (filter.about) filter.synonyms = synonyms_of(*filter.about, *grammar);
  const Store store(store_path(arguments), Store::Mode::read);
  if (arguments.words().empty()) {
    show_camps(find_camps(store, filter, *grammar), *filter.about, format, out);
    return 0;
  }
  std::vector<PersonRow> people;
  for (const std::string& word : arguments.words()) people.push_back(person_named(store, word));
  if (people.size() == 2 && people[0].id == people[1].id) people.pop_back();
  const Compared compared = compare_people(store, std::move(people), filter, *grammar);
  check_enough(compared, filter);

  if (format == Format::table) {
    out.write(report(compared, out.terminal()));
  } else if (format == Format::json) {
    out.write(json_line(whole_json(compared)));
  } else {
    Rows rows(out, format, pair_columns(""));
    for (const auto* pairs : {&compared.conflicts, &compared.updates, &compared.agreements})
      for (const JudgedPair& pair : *pairs) rows.add(pair_row(compared.records, pair));
    rows.finish();
  }
  return 0;
}

}  // namespace

const Command command_compare{
    "compare",
    "Asking",
    "what two people said, one over time, or all on a matter",
    "PERSON [PERSON]",
    0,
    2,
    "onrecord compare Keller Osei\tside by side by topic, conflicts first\n"
    "onrecord compare Keller --about \"fuel tax\"\tdid Keller ever say otherwise?\n"
    "onrecord compare --about \"fuel tax\"\tall who spoke of it: for, against\n"
    "onrecord compare --pairs pairs.jsonl --jsonl\tjudge pairs of your own",
    "Of one person each topic says from when to when no change was found, or between which days there was one.\n"
    "Each conflict comes with its reason, the words it rests on (set off as *so*) and the rule that found it.\n"
    "A line of --pairs is {\"id\", \"a\": {\"text\", \"cue\", \"speaker\", \"date\"}, \"b\": {…}}; all but text may be "
    "null.",
    compare_options,
    run_compare};

}  // namespace onrecord
