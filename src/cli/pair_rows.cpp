#include "cli/pair_rows.h"

#include <cmath>

#include "cli/record.h"
#include "cli/reviews.h"
#include "cli/text_width.h"

namespace onrecord {
namespace {

std::string indented(const std::string& text, std::size_t indent, const Terminal& terminal) {
  std::string out;
  for (const std::string& line : wrap(text, terminal.width - indent)) out += std::string(indent, ' ') + line + "\n";
  return out;
}

// Who, in which role, when, where: above the words.
std::string who_line(const Record& record) {
  std::string out = one_line(record.statement.speaker.name);
  if (!record.statement.speaker.role.empty()) out += ", " + one_line(record.statement.speaker.role);
  const std::string day = day_in_line(record);
  if (!day.empty()) out += ", " + day;
  return out + ", " + one_line(place_of(record)) + " (" + short_id(record.statement.id) + ")";
}

std::string words_line(const Record& record, const std::vector<Shown>& shown, const Terminal& terminal) {
  const std::string text = with_shown(record.text, shown, Shown::Where::text, terminal);
  if (record.cue_text.empty()) return terminal.colour ? text : one_line(text);
  const std::string cue = with_shown(record.cue_text, shown, Shown::Where::cue, terminal);
  return terminal.colour ? cue + ": " + text : one_line(cue + ": " + text);
}

// "for-against over time, rule comparison.target, right in 78 of 100 (you said so in 3 of 4), score 0.62"
std::string reason_text(const JudgedPair& pair) {
  const Comparison& c = pair.comparison;
  if (c.rule.empty()) return c.type;
  std::string out = c.type + (c.over_time ? " over time" : "") + ", rule " + c.rule + ", right in " +
                    std::to_string(static_cast<int>(std::lround(100 * pair.rate.share))) + " of 100";
  if (pair.rate.reviewed > 0)
    out += " (reviewed: " + std::to_string(pair.rate.right) + " of " + std::to_string(pair.rate.reviewed) + ")";
  if (!pair.verdict) out += ", score " + Json(std::round(c.score * 100) / 100).dump();
  return out;
}

double rounded(double score) { return std::round(score * 1000) / 1000; }

}  // namespace

std::string verdict_text(const Verdict& verdict) {
  std::string out = "reviewed: " + std::string(name(verdict.ruling)) + ", by " +
                    one_line(verdict.by.who.empty() ? "somebody" : verdict.by.who) + " on " +
                    verdict.by.when.substr(0, verdict.by.when.find('T'));
  return verdict.note.empty() ? out : out + ": " + one_line(verdict.note);
}

Json verdict_json(const Verdict& verdict) {
  return {{"pair", pair_name(verdict.a, verdict.b)},
          {"a", verdict.a},
          {"b", verdict.b},
          {"verdict", name(verdict.ruling)},
          {"note", verdict.note},
          {"by", verdict.by.who},
          {"at", verdict.by.when}};
}

std::string day_in_line(const Record& record) {
  std::string day = day_of(record);
  if (const auto at = day.find('\n'); at != std::string::npos) day[at] = ' ';
  return day;
}

std::string pair_text(const std::vector<Record>& records, const JudgedPair& pair, std::size_t number,
                      const Terminal& terminal) {
  const Record &a = records[pair.a], &b = records[pair.b];
  std::string out = std::to_string(number) + ". " + one_line(pair.comparison.why) + "\n";
  out += indented(who_line(a), 3, terminal) + indented(words_line(a, pair.comparison.a, terminal), 6, terminal);
  out += indented(who_line(b), 3, terminal) + indented(words_line(b, pair.comparison.b, terminal), 6, terminal);
  if (pair.verdict) out += indented(verdict_text(*pair.verdict), 3, terminal);
  return out + indented(reason_text(pair) + "; pair " + pair_name(a.statement.id, b.statement.id), 3, terminal);
}

Json side_json(const Record& record, const std::vector<Shown>& shown) {
  const CodePoints text(record.text), cue(record.cue_text);
  Json ranges = Json::array();
  for (const Shown& part : shown) {
    const bool in_text = part.where == Shown::Where::text;
    const Range range = (in_text ? text : cue).of(part.range);
    ranges.push_back({{"in", in_text ? "text" : "cue"},
                      {"range", {range.begin, range.end}},
                      {"words", slice(in_text ? record.text : record.cue_text, part.range)}});
  }
  const Statement& s = record.statement;
  return Json{{"id", s.id},
              {"speaker", s.speaker.name},
              {"role", s.speaker.role},
              {"day", s.said             ? Json(iso(s.said->from))
                      : record.published ? Json(iso(*record.published))
                                         : Json()},
              {"file", record.file},
              {"outlet", record.outlet ? Json(*record.outlet) : Json()},
              {"cue", record.cue_text},
              {"text", record.text},
              {"shown", std::move(ranges)}};
}

Json pair_json(const std::vector<Record>& records, const JudgedPair& pair) {
  const Comparison& c = pair.comparison;
  return Json{
      {"relation", name(c.relation)},
      {"type", c.type},
      {"over_time", c.over_time},
      {"score", rounded(c.score)},
      {"why", c.why},
      {"rule", c.rule},
      {"pair", pair_name(records[pair.a].statement.id, records[pair.b].statement.id)},
      {"hit_rate", {{"share", rounded(pair.rate.share)}, {"right", pair.rate.right}, {"reviewed", pair.rate.reviewed}}},
      {"review", pair.verdict ? verdict_json(*pair.verdict) : Json()},
      {"a", side_json(records[pair.a], c.a)},
      {"b", side_json(records[pair.b], c.b)}};
}

Rows::Columns pair_columns(const std::string& none) {
  return {{"relation", "type", "score", "why", "rule", "a_id", "a_speaker", "a_day", "a_text", "b_id", "b_speaker",
           "b_day", "b_text", "pair", "hit_rate", "reviewed", "review"},
          {},
          false,
          none};
}

Row pair_row(const std::vector<Record>& records, const JudgedPair& pair) {
  const Record &a = records[pair.a], &b = records[pair.b];
  const Comparison& c = pair.comparison;
  const std::string relation(name(c.relation));
  return {json_text(pair_json(records, pair)),
          {relation, c.type, Json(rounded(c.score)).dump(), c.why, c.rule, a.statement.id, a.statement.speaker.name,
           day_of(a), a.text, b.statement.id, b.statement.speaker.name, day_of(b), b.text,
           pair_name(a.statement.id, b.statement.id), Json(rounded(pair.rate.share)).dump(),
           std::to_string(pair.rate.reviewed), pair.verdict ? std::string(name(pair.verdict->ruling)) : ""},
          {}};
}

}  // namespace onrecord
