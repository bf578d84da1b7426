// Options that several commands share: each group is added and read in one place.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/rows.h"
#include "match/grammar.h"
#include "read/read.h"
#include "store/store.h"

namespace onrecord {

// --store FILE
void add_store_option(OptionTable& table);
std::string store_path(const Arguments& arguments);

// --json --jsonl --csv --plain; two of them are misuse.
void add_format_options(OptionTable& table);
Format format_of(const Arguments& arguments, Format otherwise = Format::table);

// --published --outlet --url --title
void add_metadata_options(OptionTable& table);
Metadata metadata_of(const Arguments& arguments);

// --rules DIR: a user's own rules are added to ours.
void add_rules_option(OptionTable& table);
std::unique_ptr<const Grammar> grammar_of(const Arguments& arguments);
std::unique_ptr<const Grammar> grammar_with(const std::string& folder);  // ours and those of the folder

// --jobs N: threads; 0, the default, is as many as the machine has.
void add_jobs_option(OptionTable& table);
unsigned jobs_of(const Arguments& arguments);

// --since --until --about --all --limit
void add_choice_options(OptionTable& table);
Filter choice_of(const Arguments& arguments);

// What the words may be said by as well (topic-synonyms.txt), for Filter::synonyms.
std::map<std::string, std::vector<std::string>> synonyms_of(const std::string& about, const Grammar& grammar);

Provenance provenance_of(const Grammar& grammar);

}  // namespace onrecord
