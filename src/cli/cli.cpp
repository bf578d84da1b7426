#include "cli/cli.h"

#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"

namespace onrecord {
namespace {

int dispatch(const std::vector<std::string>& words, Output& out) {
  const std::string first = words.empty() ? "--help" : words.front();
  if (first == "--version") {
    out.write("onrecord " ONRECORD_VERSION "\n");
    return 0;
  }
  if (first == "--help" || first == "-h") {
    out.write(help_of_all());
    return 0;
  }
  const Command& command = command_named(first);
  const auto arguments = parse(command, {words.begin() + 1, words.end()});
  if (arguments) return command.run(*arguments, out);
  out.write(help_of(command));
  return 0;
}

}  // namespace

int exit_code(std::size_t done, std::size_t failed) { return failed == 0 ? 0 : done == 0 ? 1 : 3; }

int run(int argc, char** argv) {
  try {
    Output out(stdout);
    const int code = dispatch({argv + 1, argv + argc}, out);
    out.finish();
    return code;
  } catch (const Error& error) {
    warn(error.what());
    return error.kind() == Error::Kind::misuse ? 2 : 1;
  } catch (const std::bad_alloc&) {
    warn("out of memory; try fewer --jobs, or split the largest file");
    return 1;
  } catch (const std::exception& error) {
    warn(std::string("this is a mistake of ours, please report it: ") + error.what());
    return 1;
  }
}

}  // namespace onrecord
