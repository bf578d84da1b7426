#include "cli/pair_rows.h"

#include <cmath>

#include "cli/record.h"
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

double rounded(double score) { return std::round(score * 1000) / 1000; }

}  // namespace

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
  return out + indented(pair.comparison.type + ", rule " + pair.comparison.rule + ", score " +
                            Json(std::round(pair.comparison.score * 100) / 100).dump(),
                        3, terminal);
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
  return Json{{"relation", name(c.relation)},
              {"type", c.type},
              {"score", rounded(c.score)},
              {"why", c.why},
              {"rule", c.rule},
              {"a", side_json(records[pair.a], c.a)},
              {"b", side_json(records[pair.b], c.b)}};
}

Rows::Columns pair_columns(const std::string& none) {
  return {{"relation", "type", "score", "why", "rule", "a_id", "a_speaker", "a_day", "a_text", "b_id", "b_speaker",
           "b_day", "b_text"},
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
           day_of(a), a.text, b.statement.id, b.statement.speaker.name, day_of(b), b.text},
          {}};
}

}  // namespace onrecord
