
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/rules_gold.h"
#include "cli/text_width.h"
#include "compare/examples.h"
#include "extract/examples.h"
#include "match/examples.h"

namespace onrecord {
namespace {

// How the examples of a stage are run: through all that runs before and beside a
// rule in real use. The one place that knows which layer runs which stage; an
// empty function for a stage that none does.
Cascade cascade_of(const Grammar& grammar, const std::string& stage) {
  Cascade cascade = extract_cascade(grammar, stage);
  return cascade ? cascade : compare_cascade(grammar, stage);
}

void rules_options(OptionTable& table) {
  add_rules_option(table);
  add_gold_options(table);
  add_format_options(table);
}

int list_rules(const Grammar& grammar, Format format, Output& out) {
  Rows rows(out, format,
            {{"id", "stage", "file", "line", "yes", "no", "cost", "pattern"},
             {{"Rule", 44}, {"Stage", 12}, {"Where"}, {"Examples", 8, true}},
             false,
             "There are no rules."});
  for (const Stage* stage : grammar.stages())
    for (std::size_t i = 0; const Rule& rule : stage->rules()) {
      const std::size_t cost = stage->cost(i++);
      const std::string line = std::to_string(rule.line), yes = std::to_string(rule.yes.size()),
                        no = std::to_string(rule.no.size());
      rows.add({json_text({{"id", rule.id},
                           {"stage", rule.stage},
                           {"file", rule.file},
                           {"line", rule.line},
                           {"yes", rule.yes.size()},
                           {"no", rule.no.size()},
                           {"cost", cost},
                           {"pattern", rule.pattern}}),
                {rule.id, rule.stage, rule.file, line, yes, no, std::to_string(cost), rule.pattern},
                {rule.id, rule.stage, rule.file + ":" + line, yes + " + " + no}});
    }
  rows.finish();
  return 0;
}

std::string where(const Rule& rule) { return rule.file + ":" + std::to_string(rule.line) + ": " + rule.id; }

// What fails in one rule, a line each.
std::vector<std::string> faults_of(const Rule& rule, const Cascade& cascade) {
  std::vector<std::string> faults;
  if (rule.yes.empty()) faults.push_back(where(rule) + ": has no `yes` example; add a sentence that it must win");
  if (rule.no.empty())
    faults.push_back(where(rule) + ": has no `no` example; add a near miss that it must leave alone");
  for (const Failure& failure : check(rule, cascade))
    faults.push_back(where(rule) + ": " + failure.what + "\n    in: " + failure.example);
  return faults;
}

int check_rules(const Grammar& grammar, Output& out) {
  std::size_t rules = 0, examples = 0, faults = 0;
  for (const Stage* stage : grammar.stages()) {
    const Cascade cascade = cascade_of(grammar, stage->name());
    if (!cascade) {
      warn("the stage “" + stage->name() + "” is none of this program's; its rules are never run");
      faults += stage->rules().size();
      continue;
    }
    for (const Rule& rule : stage->rules()) {
      ++rules;
      examples += rule.yes.size() + rule.no.size();
      for (const std::string& fault : faults_of(rule, cascade)) {
        out.write(fault + "\n");
        ++faults;
      }
    }
  }
  out.write(std::to_string(rules) + " rules, " + std::to_string(examples) + " examples, " +
            (faults == 0 ? "all hold" : std::to_string(faults) + " do not hold") + "\n");
  return faults == 0 ? 0 : 1;
}

int run_rules(const Arguments& arguments, Output& out) {
  const auto& words = arguments.words();
  const Format format = format_of(arguments);
  if (words.front() == "list" && words.size() == 1) return list_rules(*grammar_of(arguments), format, out);
  if (words.front() == "check") {
    if (words.size() == 2 && arguments.has("rules"))
      throw Error::misuse("rules check: give the folder once, as a word or with --rules");
    if (words.size() == 1) return check_rules(*grammar_of(arguments), out);
    return check_rules(*grammar_with(words.back()), out);
  }
  if (words.size() == 2 && words.front() == "score")
    return score_rules(*grammar_of(arguments), words.back(), arguments, out);
  if (words.size() == 2 && words.front() == "weigh")
    return weigh_rules(*grammar_of(arguments), words.back(), arguments, out);
  throw Error::misuse("rules: give list, check [DIR], score GOLD_DIR or weigh GOLD_DIR, not “" + words.back() +
                      "”; see `onrecord help rules`");
}

}  // namespace

const Command command_rules{
    "rules",
    "Rules",
    "the rules that find and judge statements; check their examples",
    "list|check [DIR]|score|weigh GOLD_DIR",
    1,
    2,
    "onrecord rules list\tid, stage, place, number of examples\n"
    "onrecord rules check\tevery example of every rule, through the whole cascade\n"
    "onrecord rules check my-rules/\tours and those of a folder of your own\n"
    "onrecord rules score gold/\thow good they are on annotated articles\n"
    "onrecord rules weigh gold/ > weights.txt\tnew weights of cues, for --rules\n"
    "onrecord rules weigh gold/ --days days.tsv\tnew weights of days",
    "`check` prints what does not hold and returns 1 where anything does not. An annotated article is\n"
    "NAME.txt with NAME.ann beside it, brat's standoff with the events Source, Cue, Content.",
    rules_options,
    run_rules};

}  // namespace onrecord
