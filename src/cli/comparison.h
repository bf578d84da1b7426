// What one person, or two, said, by topic, and the pairs of it that conflict or agree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/rows.h"
#include "compare/compare.h"
#include "store/store.h"

namespace onrecord {

struct JudgedPair {
  std::size_t a, b;  // positions in Compared::records; a was said first, or by the first person
  Comparison comparison;
};

struct Compared {
  std::vector<PersonRow> people;                  // one or two
  std::vector<Record> records;                    // the first person's, then the second's, each by day
  std::size_t second = 0;                         // where the second person's begin; records.size() for one person
  std::vector<Topic> topics;                      // members are positions in `records`
  std::vector<JudgedPair> conflicts, agreements;  // surest first

  const PersonRow& person_of(std::size_t record) const { return people[record < second ? 0 : people.size() - 1]; }
};

// One person is compared with themselves over time, two with each other. Pairs
// that share no rare word are not judged.
Compared compare_people(const Store& store, std::vector<PersonRow> people, const Filter& filter,
                        const Grammar& grammar);

// The statement as a side of a pair.
Side side_of(const Record& record);

// The words of `text` (or of a cue) with what the comparison rests on set off: *so*.
std::string with_shown(const std::string& text, const std::vector<Shown>& shown, Shown::Where where,
                       const Terminal& terminal);

// Judges pairs given as JSON lines {"id", "a": {"text", "cue", "speaker", "date"}, "b": {…}}. Returns the exit code.
int judge_pairs(const std::string& file, const Grammar& grammar, Rows& rows);

}  // namespace onrecord
