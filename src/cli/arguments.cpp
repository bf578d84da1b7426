#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <charconv>

#include "cli/command.h"
#include "core/nearest.h"

namespace onrecord {

namespace po = boost::program_options;

namespace {

std::string see_help(const Command& command) { return "see `onrecord help " + std::string(command.name) + "`"; }

[[noreturn]] void refuse_option(const Command& command, const po::unknown_option& error, const OptionTable& table) {
  std::string name = error.get_option_name();
  name.erase(0, name.find_first_not_of('-'));
  std::vector<std::string> known;
  for (const auto& option : table.options()) known.push_back(option->long_name());
  const auto near = nearest(name, known, 1);
  throw Error::misuse(error.get_option_name() + ": no such option of `" + std::string(command.name) + "`; " +
                      (near.empty() ? see_help(command) : "did you mean --" + near.front() + "?"));
}

void check_number_of_words(const Command& command, const std::vector<std::string>& words) {
  const std::string name(command.name);
  if (words.size() < command.least)
    throw Error::misuse(name + ": give " + std::string(command.words) + "; " + see_help(command));
  if (words.size() > command.most)
    throw Error::misuse("“" + words[command.most] + "” is one word too many for `" + name + "`; " +
                        (command.most > 0 ? "put what belongs together in quotation marks, or " : "") +
                        see_help(command));
}

}  // namespace

std::optional<Arguments> parse(const Command& command, const std::vector<std::string>& words) {
  OptionTable table;
  command.options(table);
  table.add_options()("help,h", "show this help");
  try {
    using namespace po::command_line_style;
    const auto parsed =
        po::basic_command_line_parser<char>(words).options(table).style(unix_style & ~allow_guessing).run();
    po::variables_map given;
    po::store(parsed, given);
    if (given.count("help") > 0) return std::nullopt;
    std::vector<std::string> rest;
    for (const auto& option : parsed.options)
      if (option.position_key >= 0) rest.insert(rest.end(), option.value.begin(), option.value.end());
    check_number_of_words(command, rest);
    return Arguments(std::move(given), std::move(rest));
  } catch (const po::unknown_option& error) {
    refuse_option(command, error, table);
  } catch (const po::error& error) {
    throw Error::misuse(std::string(error.what()) + "; " + see_help(command));
  }
}

std::optional<std::string> Arguments::text(const char* option) const {
  if (!has(option)) return std::nullopt;
  return given_[option].as<std::string>();
}

std::optional<Date> Arguments::day(const char* option) const {
  const auto words = text(option);
  if (!words) return std::nullopt;
  const auto day = parse_iso(*words);
  if (!day) throw Error::misuse("--" + std::string(option) + ": “" + *words + "” is not a day; write it as 2016-10-07");
  return day;
}

std::size_t Arguments::number(const char* option, std::size_t otherwise) const {
  const auto words = text(option);
  if (!words) return otherwise;
  std::size_t number = 0;
  const auto result = std::from_chars(words->data(), words->data() + words->size(), number);
  if (result.ec != std::errc{} || result.ptr != words->data() + words->size())
    throw Error::misuse("--" + std::string(option) + ": “" + *words + "” is not a number; give one like 20");
  return number;
}

}  // namespace onrecord
