#include "cli/options.h"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <sstream>
#include <thread>

#include "match/lexer_parts.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

auto text_named(const char* name) { return po::value<std::string>()->value_name(name); }

}  // namespace

void add_store_option(OptionTable& table) {
  table.add_options()("store", text_named("FILE"), "the store; else $ONRECORD_STORE, else one in your data folder");
}

std::string store_path(const Arguments& arguments) {
  const auto given = arguments.text("store");
  return given ? *given : default_store_path();
}

void add_format_options(OptionTable& table) {
  table.add_options()("json", "one JSON value")("jsonl", "one JSON object a line")(
      "csv", "comma-separated, with a heading")("plain", "tab-separated, without a heading");
}

Format format_of(const Arguments& arguments, Format otherwise) {
  constexpr std::pair<const char*, Format> formats[] = {
      {"json", Format::json}, {"jsonl", Format::jsonl}, {"csv", Format::csv}, {"plain", Format::plain}};
  Format format = otherwise;
  std::string first;
  for (const auto& [option, value] : formats) {
    if (!arguments.has(option)) continue;
    if (!first.empty())
      throw Error::misuse("--" + first + " and --" + option + " exclude each other; give one of them");
    first = option;
    format = value;
  }
  return format;
}

void add_metadata_options(OptionTable& table) {
  table.add_options()("published", text_named("DAY"), "day of publication, as 2016-10-07")(
      "outlet", text_named("NAME"), "who published it")("url", text_named("URL"), "where it stands (one article)")(
      "title", text_named("TITLE"), "its title (one article)");
}

Metadata metadata_of(const Arguments& arguments) {
  Metadata given;
  given.published = arguments.day("published");
  given.outlet = arguments.text("outlet");
  given.url = arguments.text("url");
  given.title = arguments.text("title");
  const auto& words = arguments.words();
  std::error_code ignored;
  if ((given.url || given.title) && (words.size() != 1 || std::filesystem::is_directory(words.front(), ignored)))
    throw Error::misuse("--url and --title hold for one article; give one file, or write them at the top of each");
  return given;
}

void add_rules_option(OptionTable& table) {
  table.add_options()("rules", text_named("DIR"), "a folder of rules of your own, added to ours");
}

std::unique_ptr<const Grammar> grammar_of(const Arguments& arguments) {
  const auto folder = arguments.text("rules");
  return folder ? grammar_with(*folder) : std::make_unique<const Grammar>(builtin_rules());
}

std::unique_ptr<const Grammar> grammar_with(const std::string& folder) {
  std::vector<RuleFile> files = builtin_rules();
  std::vector<RuleFile> own = read_rules(folder);
  std::move(own.begin(), own.end(), std::back_inserter(files));
  return std::make_unique<const Grammar>(files);
}

void add_jobs_option(OptionTable& table) {
  table.add_options()("jobs", text_named("N"), "threads (default: as many as the machine has)");
}

unsigned jobs_of(const Arguments& arguments) {
  const std::size_t given = arguments.number("jobs", 0);
  const std::size_t jobs = given > 0 ? given : std::thread::hardware_concurrency();
  return static_cast<unsigned>(std::clamp<std::size_t>(jobs, 1, 256));
}

void add_choice_options(OptionTable& table) {
  table.add_options()("since", text_named("DAY"), "said on that day or later")("until", text_named("DAY"),
                                                                               "said on that day or before")(
      "about", text_named("WORDS"), "with all these words, in any form")("all", "what people thought and wanted, too")(
      "limit", text_named("N"), "no more than so many rows");
}

Filter choice_of(const Arguments& arguments) {
  Filter filter;
  filter.since = arguments.day("since");
  filter.until = arguments.day("until");
  if (filter.since && filter.until && *filter.until < *filter.since)
    throw Error::misuse("--since is after --until; give the earlier day to --since");
  filter.about = arguments.text("about");
  if (filter.about) filter.synonyms = synonyms_of(*filter.about, Grammar(builtin_rules()));
  filter.limit = arguments.number("limit", 0);
  return filter;
}

std::map<std::string, std::vector<std::string>> synonyms_of(const std::string& about, const Grammar& grammar) {
  std::map<std::string, std::vector<std::string>> out;
  const Lexer& lexer = grammar.lexer();
  const Tag tag = lexer.tag("about.synonym");
  if (tag == 0) return out;
  const auto listed = [&](const std::string& word) {
    const std::uint32_t entry = lexer.entry(word);
    return entry != 0 && lexer.has(entry, tag) ? std::string(lexer.value(entry, tag)) : std::string();
  };
  std::istringstream words(fold(about));
  for (std::string word; words >> word;) {
    std::string others = listed(word);
    if (others.empty() && word.ends_with("ies")) others = listed(word.substr(0, word.size() - 3) + "y");
    if (others.empty() && word.ends_with("s")) others = listed(word.substr(0, word.size() - 1));
    std::istringstream each(others);
    for (std::string other; each >> other;) out[word].push_back(other);
  }
  return out;
}

Provenance provenance_of(const Grammar& grammar) { return {ONRECORD_VERSION, grammar.hash()}; }

}  // namespace onrecord
