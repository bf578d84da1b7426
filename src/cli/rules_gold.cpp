#include "cli/rules_gold.h"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "cli/gold.h"
#include "cli/options.h"
#include "cli/score.h"
#include "cli/text_width.h"
#include "core/error.h"
#include "extract/extract.h"
#include "extract/fit.h"
#include "extract/weigh.h"

namespace onrecord {
namespace {

namespace po = boost::program_options;

std::string decimals(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

std::string percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? "" : std::to_string((100 * part + whole / 2) / whole) + " %";
}

std::string rules_table(const Score& score, const Terminal& terminal) {
  Table table{{{"Rule", 44},
               {"Statements", 10, true},
               {"Right", 6, true},
               {"", 6, true},
               {"Exact", 6, true},
               {"Spurious", 8, true}},
              {}};
  for (const auto& [id, rule] : score.rules())
    table.rows.push_back({id, std::to_string(rule.statements), std::to_string(rule.right),
                          percent(rule.right, rule.statements), std::to_string(rule.exact),
                          std::to_string(rule.spurious)});
  return layout(table, terminal);
}

std::string figures_table(const Score& score, const Terminal& terminal) {
  Table table{{{"ScoredFigure", 44}, {"Share", 6, true}}, {}};
  for (const ScoredFigure& figure : score.figures()) table.rows.push_back({figure.name, decimals(figure.value)});
  return layout(table, terminal);
}

std::string calibration_table(const Score& score, const Terminal& terminal) {
  Table table{{{"Confidence", 12}, {"Statements", 10, true}, {"Said", 6, true}, {"Right", 6, true}}, {}};
  for (std::size_t i = 0; i < score.calibration().size(); ++i) {
    const ConfidenceBin& bin = score.calibration()[i];
    if (bin.statements == 0) continue;
    const auto n = static_cast<double>(bin.statements);
    table.rows.push_back({"0." + std::to_string(i) + " to " + (i == 9 ? "1.0" : "0." + std::to_string(i + 1)),
                          std::to_string(bin.statements), decimals(bin.confidence / n),
                          decimals(static_cast<double>(bin.right) / n)});
  }
  return layout(table, terminal);
}

// At most `most` of the lines, evenly from all of them.
std::vector<std::string> some_of(const std::vector<std::string>& lines, std::size_t most) {
  std::vector<std::string> out;
  const std::size_t step = most == 0 ? 0 : std::max<std::size_t>(1, lines.size() / most);
  for (std::size_t i = 0; i < lines.size() && out.size() < most; i += step) out.push_back(lines[i]);
  return out;
}

Json json_of(const Score& score, std::size_t errors) {
  Json figures = Json::object(), rules = Json::object(), bins = Json::array();
  for (const ScoredFigure& figure : score.figures()) figures[figure.name] = figure.value;
  for (const auto& [id, rule] : score.rules())
    rules[id] = {
        {"statements", rule.statements}, {"right", rule.right}, {"exact", rule.exact}, {"spurious", rule.spurious}};
  for (const ConfidenceBin& bin : score.calibration())
    bins.push_back({{"statements", bin.statements}, {"right", bin.right}, {"confidence", bin.confidence}});
  Json all{{"statements", score.statements()},
           {"attributions", score.attributions()},
           {"figures", figures},
           {"rules", rules},
           {"calibration", bins},
           {"calibration_error", score.calibration_error()}};
  if (errors > 0) {
    all["missed"] = some_of(score.missed(), errors);
    all["spurious"] = some_of(score.spurious(), errors);
  }
  return all;
}

void print(const Score& score, std::size_t errors, Output& out) {
  const Terminal& terminal = out.terminal();
  out.write(rules_table(score, terminal) + "\n");
  out.write(std::to_string(score.statements()) + " statements, " + std::to_string(score.attributions()) +
            " annotated attributions\n\n" + figures_table(score, terminal) + "\n");
  out.write(calibration_table(score, terminal));
  out.write("Confidence is " + decimals(score.calibration_error()) +
            " from the share that is right, on the average.\n");
  for (const auto& [title, lines] : {std::pair{"Missed", &score.missed()}, std::pair{"Spurious", &score.spurious()}}) {
    if (errors == 0) break;
    out.write("\n" + std::string(title) + ", some of " + std::to_string(lines->size()) + "\n");
    for (const std::string& line : some_of(*lines, errors)) out.write("  " + line + "\n");
  }
}

// The names in a file, one a line, with or without ".txt".
std::set<std::string> names_in(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file + ": cannot be read; check the path");
  std::set<std::string> out;
  for (std::string line; std::getline(in, line);) {
    const std::filesystem::path path(line);
    if (!line.empty()) out.insert(path.extension() == ".txt" ? path.stem().string() : path.filename().string());
  }
  return out;
}

// One quotation for each piece of the cue: each of its words reports.
void add_quotations(const GoldAttribution& a, std::vector<Quotation>& to) {
  for (std::size_t i = 0; i < std::max<std::size_t>(1, a.cue.size()); ++i) {
    Quotation q;
    q.content = a.content;
    if (!a.cue.empty()) q.cue = a.cue[i];
    if (!a.source.empty()) q.source = a.source.front();
    to.push_back(std::move(q));
  }
}

// The text of a new weights-days.txt: what the table says of the folder's articles.
std::string day_weights(const Grammar& grammar, const std::string& folder, const GoldDays& days,
                        const std::set<std::string>& left_out) {
  constexpr std::size_t least_cases = 3;  // a feature seen less often is left out
  constexpr double ridge = 10;            // of 1 to 32 the most right days on articles left out, with 8 and 12
  const Extractor extractor(grammar);
  std::vector<Alternatives> choices;
  for (const auto& [name, rows] : days) {
    const std::filesystem::path file = std::filesystem::path(folder) / (name + ".txt");
    if (left_out.count(name) > 0 || !std::filesystem::exists(file)) continue;
    const GoldArticle gold = read_gold(file.string());
    const CodePoints points(gold.article.text);
    const auto known = [&, &rows = rows](const std::vector<Statement>& statements) {
      std::vector<std::optional<KnownDay>> out(statements.size());
      for (const GoldDay& row : rows)
        if (const Statement* s = row.found(statements, points))
          out[static_cast<std::size_t>(s - statements.data())] = KnownDay{row.day};
      return out;
    };
    for (Alternatives& choice : extractor.day_choices(gold.article, known)) choices.push_back(std::move(choice));
  }
  if (choices.empty()) throw Error(folder + ": none of the table's articles is there; give the folder that has them");
  return "# Which of the days that an article tells is that of a statement whose own sentence tells none: a feature, a "
         "tab,\n"
         "# a weight in log-odds, added up for each day and compared with none of them (0). The features are those of\n"
         "# src/extract/date_scene.h. Counted by `onrecord rules weigh GOLD_DIR --days TABLE`; may be edited by "
         "hand.\n" +
         fit(choices, least_cases, ridge);
}

}  // namespace

void add_gold_options(OptionTable& table) {
  const auto text_named = [](const char* name) { return po::value<std::string>()->value_name(name); };
  table.add_options()("errors", text_named("N"), "score: N of the missed and N of the spurious, too")(
      "speakers", text_named("FILE"), "score: a table of who said it, for figures of speakers")(
      "leave-out", text_named("FILE"), "weigh: names of articles not to learn from, one a line")(
      "days", text_named("FILE"), "weigh: a table of the days on which it was said, for weights of days");
}

int score_rules(const Grammar& grammar, const std::string& folder, const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  if (format != Format::table && format != Format::json)
    throw Error::misuse("rules score prints tables or --json; give no other format");
  const std::size_t errors = arguments.number("errors", 0);
  const auto speakers = arguments.text("speakers");
  Score score(grammar, speakers ? read_gold_speakers(*speakers) : GoldSpeakers{});
  const Extractor extractor(grammar);
  for (const std::string& file : gold_files(folder)) {
    const GoldArticle gold = read_gold(file);
    score.add(gold, extractor.extract(gold.article));
  }
  if (format == Format::json)
    out.write(json_line(json_of(score, errors)) + "\n");
  else
    print(score, errors, out);
  return 0;
}

int weigh_rules(const Grammar& grammar, const std::string& folder, const Arguments& arguments, Output& out) {
  std::set<std::string> left_out;
  if (const auto file = arguments.text("leave-out")) left_out = names_in(*file);
  if (const auto table = arguments.text("days")) {
    out.write(day_weights(grammar, folder, read_gold_days(*table), left_out));
    return 0;
  }
  std::vector<Annotated> articles;
  for (const std::string& file : gold_files(folder)) {
    GoldArticle gold = read_gold(file);
    if (left_out.count(gold.name) > 0) continue;
    Annotated annotated{std::move(gold.article), {}};
    for (const GoldAttribution& a : gold.attributions) add_quotations(a, annotated.gold);
    articles.push_back(std::move(annotated));
  }
  if (articles.empty()) throw Error(folder + ": every article is left out; leave out fewer with --leave-out");
  out.write(weigh(grammar, articles));
  return 0;
}

}  // namespace onrecord
