// A judged pair as it is printed: both statements, the words that show it, the reason.
#pragma once

#include <string>
#include <vector>

#include "cli/comparison.h"
#include "cli/rows.h"

namespace onrecord {

// The day on one line; "" where it is not known.
std::string day_in_line(const Record& record);

// On the screen: the reason, then each side's speaker, role, day, outlet, id and words.
// `number` is what stands before it.
std::string pair_text(const std::vector<Record>& records, const JudgedPair& pair, std::size_t number,
                      const Terminal& terminal);

// "reviewed: update, by kim on 2016-10-07: she says so herself", and as JSON.
std::string verdict_text(const Verdict& verdict);
Json verdict_json(const Verdict& verdict);

Json side_json(const Record& record, const std::vector<Shown>& shown);
Json pair_json(const std::vector<Record>& records, const JudgedPair& pair);

// For json and jsonl the object, for csv and plain the cells under these names.
Rows::Columns pair_columns(const std::string& none);
Row pair_row(const std::vector<Record>& records, const JudgedPair& pair);

}  // namespace onrecord
