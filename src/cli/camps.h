// Where people stand on one matter: who is for it, who is against it, and what else is said of it.
//
// A statement stands for or against the matter where its speaker backs or opposes what the words name ("I oppose the
// port levy"), as position.toml reads it; all else only speaks of it. So a side is never guessed from the tone.
#pragma once

#include <string>
#include <vector>

#include "cli/rows.h"
#include "match/grammar.h"
#include "store/store.h"

namespace onrecord {

enum class Camp { for_it, against_it, open };
std::string_view name(Camp);  // "for", "against", "open"

struct Standing {
  std::string person, name;        // id and name; who has no id is known by the name alone
  std::vector<Record> statements;  // by day
  std::vector<Camp> camps;         // one a statement
};

// All who spoke about it and have a name, most statements first; of one claim in many articles the first is taken.
std::vector<Standing> find_camps(const Store& store, const Filter& filter, const Grammar& grammar);

// The person × side table, or rows of statements with their stand. Throws Error where nobody spoke about it.
void show_camps(const std::vector<Standing>& all, const std::string& about, Format format, Output& out);

}  // namespace onrecord
