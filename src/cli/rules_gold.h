// The two parts of the command `rules` that need annotated articles.
#pragma once

#include "cli/command.h"
#include "match/grammar.h"

namespace onrecord {

// --errors --speakers --leave-out --days
void add_gold_options(OptionTable& table);

// `rules score GOLD_DIR`: how good the statements are, rule by rule and in all. Exit code 0.
int score_rules(const Grammar& grammar, const std::string& folder, const Arguments& arguments, Output& out);

// `rules weigh GOLD_DIR`: prints the text of a new weights.txt; with --days of a new weights-days.txt. Exit code 0.
int weigh_rules(const Grammar& grammar, const std::string& folder, const Arguments& arguments, Output& out);

}  // namespace onrecord
