#include <algorithm>
#include <boost/program_options/value_semantic.hpp>

#include "cli/commands.h"
#include "cli/comparison.h"
#include "cli/options.h"
#include "cli/pair_rows.h"
#include "cli/person.h"
#include "cli/reviews.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

void conflict_options(OptionTable& table) {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  table.add_options()("speaker", text("PERSON"), "only where this person is on one side or both")(
      "about", text("WORDS"), "only statements with all these words, in any form, or words like them")(
      "since", text("DAY"), "said on that day or later")("until", text("DAY"), "said on that day or before")(
      "limit", text("N"), "no more than N pairs")("new", "only what --new has not shown before")(
      "article", text("FILE|ID"), "only what this article, as it was logged, conflicts with");
  add_store_option(table);
  add_rules_option(table);
  add_format_options(table);
}

// The id of the article that was logged from that file, or has that id.
std::string article_named(const Store& store, const std::string& word) {
  const std::vector<std::string> ids = store.articles(word);
  if (ids.empty())
    throw Error("no article in the store is “" + word + "”; give the file as it was logged, or the article's id");
  if (ids.size() > 1) throw Error(std::to_string(ids.size()) + " articles are “" + word + "”; give the id of one");
  return ids.front();
}

int run_conflicts(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  Choice choice;
  choice.filter.about = arguments.text("about");
  choice.filter.since = arguments.day("since");
  choice.filter.until = arguments.day("until");
  choice.limit = arguments.number("limit", 0);
  choice.only_new = arguments.has("new");
  const auto grammar = grammar_of(arguments);
  if (choice.filter.about) choice.filter.synonyms = synonyms_of(*choice.filter.about, *grammar);
  Store store(store_path(arguments), choice.only_new ? Store::Mode::write : Store::Mode::read);
  if (const auto article = arguments.text("article")) {
    if (choice.filter.about || choice.filter.since || choice.filter.until)
      throw Error::misuse("--article asks for all of an article; leave --about, --since and --until out");
    choice.article = article_named(store, *article);
  }
  if (const auto name = arguments.text("speaker")) choice.person = person_named(store, *name).id;
  const Conflicts found = find_conflicts(store, choice, *grammar);
  if (choice.only_new) {
    std::vector<std::string> shown;
    for (const JudgedPair& pair : found.pairs)
      shown.push_back(pair_id(found.records[pair.a].statement.id, found.records[pair.b].statement.id));
    store.see(shown);
  }

  if (format == Format::table) {
    const std::string none = choice.only_new ? "No new conflict found among " : "No conflict found among ";
    if (found.pairs.empty())
      out.write(none + std::to_string(found.statements) + " statements (" + std::to_string(found.judged) +
                " pairs of them judged).\n");
    for (std::size_t i = 0; i < found.pairs.size(); ++i)
      out.write((i > 0 ? "\n" : "") + pair_text(found.records, found.pairs[i], i + 1, out.terminal()));
    if (found.more > 0) out.write("\n" + std::to_string(found.more) + " more; ask for them with a higher --limit.\n");
    return 0;
  }
  Rows rows(out, format, pair_columns(""));
  for (const JudgedPair& pair : found.pairs) rows.add(pair_row(found.records, pair));
  rows.finish();
  return 0;
}

}  // namespace

const Command command_conflicts{
    "conflicts",
    "Asking",
    "all that conflicts in the store, the surest first",
    "",
    0,
    0,
    "onrecord conflicts --limit 20\tthe twenty surest, each with its reason\n"
    "onrecord conflicts --new\twhat came up since the last --new\n"
    "onrecord conflicts --article today.txt\twhat one article conflicts with, at once\n"
    "onrecord conflicts --speaker Keller\twith Keller on one side or both\n"
    "onrecord conflicts --about \"fuel tax\" --since 2016-01-01 --csv\ton one matter, for a spreadsheet",
    "One person at two times, or two people; each claim once, however many articles repeat it. The words a conflict\n"
    "rests on are set off as *so*. Who has no name of their own (“officials”, “he”, “a spokesman”) is left out;\n"
    "`compare` shows those, too.",
    conflict_options,
    run_conflicts};

}  // namespace onrecord
