// `compare --pairs`: pairs from JSON lines, judged one by one.
#include <cmath>

#include "cli/command.h"
#include "cli/comparison.h"
#include "cli/inputs.h"

namespace onrecord {
namespace {

std::string text_of(const Json& side, const char* key) {
  const auto found = side.find(key);
  if (found == side.end() || found->is_null()) return "";
  if (!found->is_string()) throw Error(std::string("“") + key + "” is not a string");
  return found->get<std::string>();
}

Side side_of(const Json& pair, const char* key) {
  const auto found = pair.find(key);
  if (found == pair.end() || !found->is_object()) throw Error(std::string("“") + key + "” is not an object");
  Side side{text_of(*found, "text"), text_of(*found, "cue"), text_of(*found, "speaker"), std::nullopt, ""};
  const std::string date = text_of(*found, "date");
  side.date = parse_iso(date);
  if (!date.empty() && !side.date) throw Error("“" + date + "” is not a day; write it as 2016-10-07");
  return side;
}

Row judged(const Json& pair, const Judge& judge) {
  if (!pair.is_object()) throw Error("not an object");
  const Comparison c = judge.judge(side_of(pair, "a"), side_of(pair, "b"));
  const Json id = pair.contains("id") ? pair["id"] : Json();
  const double score = std::round(c.score * 1000) / 1000;
  const std::string relation(name(c.relation));
  return {
      json_text(
          {{"id", id}, {"relation", relation}, {"type", c.type}, {"score", score}, {"why", c.why}, {"rule", c.rule}}),
      {id.is_string() ? id.get<std::string>() : id.dump(), relation, c.type, Json(score).dump(), c.why, c.rule},
      {id.is_string() ? id.get<std::string>() : id.dump(), relation, c.type, Json(score).dump(), c.why}};
}

}  // namespace

int judge_pairs(const std::string& file, const Grammar& grammar, Rows& rows) {
  const Judge judge(grammar);
  const std::string bytes = bytes_of({file, ""});
  std::size_t done = 0, failed = 0, number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string line = bytes.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      rows.add(judged(Json::parse(line), judge));
      ++done;
    } catch (const Json::exception&) {
      warn(file + ":" + std::to_string(number) + ": not JSON; give one object a line");
      ++failed;
    } catch (const Error& error) {
      warn(file + ":" + std::to_string(number) + ": " + error.what() + "; see `onrecord help compare`");
      ++failed;
    }
  }
  return exit_code(done, failed);
}

}  // namespace onrecord
