#include <boost/program_options/value_semantic.hpp>
#include <cmath>

#include "cli/commands.h"
#include "cli/comparison.h"
#include "cli/options.h"
#include "cli/pair_rows.h"
#include "cli/record.h"
#include "cli/register.h"
#include "cli/reviews.h"
#include "cli/text_width.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

void review_options(OptionTable& table) {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  table.add_options()("undo", "take back the newest word on the pair; the one before it holds again")(
      "note", text("TEXT"), "why")("by", text("NAME"), "who says so; else $USER")(
      "reasons", "how often each reason was right, instead of the pairs");
  add_store_option(table);
  add_rules_option(table);
  add_format_options(table);
}

Signature signed_by(const Arguments& arguments) {
  Signature by = signature();
  if (const auto given = arguments.text("by")) by.who = *given;
  return by;
}

// "b58fd978-00273a7c" to the two statements, the one with the smaller id first.
std::pair<std::string, std::string> pair_of(const Store& store, const std::string& word) {
  const std::size_t dash = word.find('-');
  if (dash == std::string::npos)
    throw Error::misuse("“" + word + "” is not a pair; give it as `onrecord conflicts` prints it: ID-ID");
  const std::string a = statement_with_id(store, word.substr(0, dash)).statement.id;
  const std::string b = statement_with_id(store, word.substr(dash + 1)).statement.id;
  if (a == b) throw Error::misuse("“" + word + "” is one statement twice; give two");
  return std::minmax(a, b);
}

Ruling ruling_of(const std::string& word) {
  if (const auto ruling = parse_ruling(word)) return *ruling;
  throw Error::misuse("review: give conflict, agree, update or none, not “" + word + "”");
}

int list_verdicts(const Store& store, Format format, Output& out) {
  Rows rows(out, format,
            {{"pair", "verdict", "by", "at", "note", "a", "b"},
             {{"Pair", 17}, {"Verdict", 8}, {"By", 16}, {"Day", 10}, {"Note"}},
             false,
             "Nothing is reviewed yet; `onrecord conflicts` shows pairs to review."});
  for (const Verdict& v : store.verdicts()) {
    const std::string pair = pair_name(v.a, v.b), word(name(v.ruling));
    rows.add({json_text(verdict_json(v)),
              {pair, word, v.by.who, v.by.when, v.note, v.a, v.b},
              {pair, word, one_line(v.by.who), v.by.when.substr(0, v.by.when.find('T')), one_line(v.note)}});
  }
  rows.finish();
  return 0;
}

int list_reasons(const Store& store, const Grammar& grammar, Format format, Output& out) {
  Rows rows(out, format,
            {{"rule", "relation", "share", "right", "reviewed"},
             {{"Rule", 40}, {"Relation", 10}, {"Right in 100", 12, true}, {"Right", 6, true}, {"Reviewed", 8, true}},
             false,
             "There is no rule of comparison."});
  const Judge judge(grammar);
  const Reviews reviews(store, judge, grammar);
  for (const Rule& rule : grammar.stage("comparison").rules()) {
    const HitRate rate = reviews.rates().of(rule.id);
    const std::string& relation = rule.keys.at("relation");
    if (relation == name(Relation::none)) continue;
    const std::string right = std::to_string(rate.right), reviewed = std::to_string(rate.reviewed);
    const double share = std::round(rate.share * 1000) / 1000;
    rows.add({json_text({{"rule", rule.id},
                         {"relation", relation},
                         {"share", share},
                         {"right", rate.right},
                         {"reviewed", rate.reviewed}}),
              {rule.id, relation, Json(share).dump(), right, reviewed},
              {rule.id, relation, std::to_string(std::lround(100 * rate.share)), right, reviewed}});
  }
  rows.finish();
  return 0;
}

int run_review(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  const std::vector<std::string>& words = arguments.words();
  if (words.empty()) {
    if (arguments.has("undo")) throw Error::misuse("review: give the PAIR whose review to undo");
    const Store store(store_path(arguments), Store::Mode::read);
    if (arguments.has("reasons")) return list_reasons(store, *grammar_of(arguments), format, out);
    return list_verdicts(store, format, out);
  }
  const bool undo = arguments.has("undo");
  if (undo == (words.size() == 2))
    throw Error::misuse("review: give PAIR and conflict, agree, update or none; or PAIR and --undo");
  const Ruling ruling = undo ? Ruling::none : ruling_of(words[1]);
  Store store(store_path(arguments), Store::Mode::write);
  const auto [a, b] = pair_of(store, words[0]);
  Verdict verdict{a, b, ruling, arguments.text("note").value_or(""), signed_by(arguments)};
  if (undo) {
    const auto undone = store.undo_review(a, b, verdict.by);
    if (!undone) throw Error("nothing was said of pair " + words[0] + "; see `onrecord review`");
    verdict = *undone;
  } else {
    store.review(verdict);
  }
  if (format == Format::table) {
    out.write((undo ? "Taken back: " : "Kept: ") + pair_name(a, b) + " " + verdict_text(verdict) + "\n");
    return 0;
  }
  Rows rows(out, format, {{"pair", "verdict", "by", "at", "note", "a", "b", "undone"}, {}, false, ""});
  Json json = verdict_json(verdict);
  json["undone"] = undo;
  rows.add({json_text(json),
            {pair_name(a, b), std::string(name(verdict.ruling)), verdict.by.who, verdict.by.when, verdict.note, a, b,
             undo ? "yes" : "no"},
            {}});
  rows.finish();
  return 0;
}

}  // namespace

const Command command_review{
    "review",
    "Asking",
    "your word on a pair: it outranks ours",
    "[PAIR [conflict|agree|update|none]]",
    0,
    2,
    "onrecord review b58fd978-00273a7c none\ta PAIR as `onrecord conflicts` prints it\n"
    "onrecord review b58fd978-00273a7c update --note \"she says so\"\tand why\n"
    "onrecord review b58fd978-00273a7c --undo\tthe word before it holds again\n"
    "onrecord review\tall that was said so far\n"
    "onrecord review --reasons\thow often each reason was right",
    "conflict: they do not go together. agree: they say the same. update: the position changed, or what it is about\n"
    "did. none: they have nothing to do with each other. It holds for every repetition of the two claims, and\n"
    "counts for the reason that we gave: `conflicts` and `compare` show how often it was right, and go by it.",
    review_options,
    run_review};

}  // namespace onrecord
