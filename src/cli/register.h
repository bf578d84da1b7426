// The parts of the command `people` that show one of them and change who is who.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/rows.h"
#include "core/register_words.h"
#include "store/store.h"

namespace onrecord {

// The words of rules/en that the register needs; a rule set is not built for them.
RegisterWords register_words();

// Who runs the program ($USER), and now.
Signature signature();

// A person with roles, since and until, and what they rest on.
void show_person(const Store& store, const PersonRow& person, Format format, Output& out);

// `people alias NAME AS` and the others; `words` begin with what is to be done. Returns the exit code, nothing
// where the first word is none of them. Throws Error (misuse) for too few or too many words.
std::optional<int> change_register(const std::vector<std::string>& words, const std::string& store_path, Output& out);

// Who may be one person and was not made one.
void list_proposals(const Store& store, Format format, Output& out);

// What was changed by hand, newest first.
void list_changes(const Store& store, Format format, Output& out);

}  // namespace onrecord
