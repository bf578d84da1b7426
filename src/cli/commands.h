// The commands, each defined in the file of its name.
#pragma once

#include "cli/command.h"

namespace onrecord {

extern const Command command_log, command_read, command_extract, command_list, command_show, command_people,
    command_search, command_timeline, command_compare, command_conflicts, command_review, command_rules,
    command_explain, command_db, command_import, command_export, command_help;

}  // namespace onrecord
