#include "cli/commands.h"

#include <algorithm>
#include <sstream>

#include "core/nearest.h"

namespace onrecord {
namespace {

constexpr std::size_t help_width = 100;

// Lines of "command<TAB>what it does", indented and aligned.
std::string aligned(std::string_view lines) {
  std::size_t widest = 0;
  std::vector<std::pair<std::string, std::string>> rows;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const std::size_t tab = line.find('\t');
    rows.emplace_back(line.substr(0, tab), tab == std::string_view::npos ? "" : line.substr(tab + 1));
    widest = std::max(widest, rows.back().first.size());
  }
  std::string out;
  for (const auto& [left, right] : rows) {
    std::string line = "  " + left;
    if (!right.empty()) line += std::string(widest - left.size() + 3, ' ') + right;
    out += line + "\n";
  }
  return out;
}

}  // namespace

const std::vector<const Command*>& commands() {
  static const std::vector<const Command*> table{
      &command_log,     &command_import, &command_export,   &command_db,      &command_list,      &command_show,
      &command_people,  &command_search, &command_timeline, &command_compare, &command_conflicts, &command_review,
      &command_extract, &command_read,   &command_rules,    &command_explain, &command_help};
  return table;
}

const Command& command_named(const std::string& name) {
  std::vector<std::string> names;
  for (const Command* command : commands()) {
    if (command->name == name) return *command;
    names.emplace_back(command->name);
  }
  const auto near = nearest(name, names, 1);
  throw Error::misuse(name + ": no such command; " +
                      (near.empty() ? "see `onrecord help`" : "did you mean `onrecord " + near.front() + "`?"));
}

std::string help_of(const Command& command) {
  const std::string name(command.name);
  std::string out =
      "onrecord " + name + ": " + std::string(command.about) + "\n\nExamples\n" + aligned(command.examples);
  OptionTable table("Options", help_width, help_width / 2);
  command.options(table);
  out += "\nUsage\n  onrecord " + name + (table.options().empty() ? "" : " [OPTIONS]") +
         (command.words.empty() ? "" : " " + std::string(command.words)) + "\n";
  if (!table.options().empty()) {
    std::ostringstream options;
    options << table;
    std::string text = options.str();
    text.erase(text.find("Options:") + 7, 1);
    out += "\n" + text;
  }
  if (!command.more.empty()) out += "\n" + std::string(command.more) + "\n";
  return out;
}

std::string help_of_all() {
  std::string out =
      "onrecord: who said what, in which role, on what date, and did they ever say otherwise?\n\nExamples\n" +
      aligned(
          "onrecord log articles/\tread a folder of articles and keep what people said\n"
          "onrecord list --speaker Keller\twhat Keller said, by day\n"
          "onrecord compare Keller Osei\tside by side, conflicts on top\n"
          "onrecord extract article.txt\tonly print what is said in it; keeps nothing");
  std::string group, lines;
  const auto close_group = [&] {
    if (!lines.empty()) out += "\n" + group + "\n" + aligned(lines);
    lines.clear();
  };
  for (const Command* command : commands()) {
    if (command->group != group) close_group();
    group = command->group;
    lines += std::string(command->name) + "\t" + std::string(command->about) + "\n";
  }
  close_group();
  return out +
         "\nonrecord help COMMAND says more of one; so does onrecord help exit-codes, and onrecord help environment.\n";
}

}  // namespace onrecord
