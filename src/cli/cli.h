// The command line: one table of commands, one file a command.
#pragma once

namespace onrecord {

// Runs `argv[1]` with the rest as its arguments. Returns the exit code: 0 done,
// 1 the work failed, 2 misuse, 3 some inputs failed and the rest is done.
int run(int argc, char** argv);

}  // namespace onrecord
