// What one person, or two, said, by topic, and the pairs of it that conflict or agree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/rows.h"
#include "compare/compare.h"
#include "compare/hit_rate.h"
#include "store/store.h"

namespace onrecord {

struct JudgedPair {
  std::size_t a, b;  // positions in the records; a was said first, or by the first of two people asked for
  Comparison comparison;
  HitRate rate;                    // of the reason
  std::optional<Verdict> verdict;  // what a user said of the pair: it outranks the comparison
  double lift = 0;                 // what it goes up the list by, beside its score
};

struct Compared {
  std::vector<PersonRow> people;                  // one or two
  std::vector<Record> records;                    // the first person's, then the second's, each by day
  std::size_t second = 0;                         // where the second person's begin; records.size() for one person
  std::vector<Topic> topics;                      // members are positions in `records`
  std::vector<JudgedPair> conflicts, agreements;  // surest first
  std::vector<JudgedPair> updates;                // what a user called a change of position

  const PersonRow& person_of(std::size_t record) const { return people[record < second ? 0 : people.size() - 1]; }
};

// One person is compared with themselves over time, two with each other. Pairs
// that share no rare word are not judged.
Compared compare_people(const Store& store, std::vector<PersonRow> people, const Filter& filter,
                        const Grammar& grammar);

struct Choice {
  Filter filter;                       // of the statements
  std::optional<std::string> person;   // id: one side at least is by this person
  std::optional<std::string> article;  // id: one side at least is in this article; then the filter is not looked at
  bool only_new = false;               // not those that Store::see was told of
  std::size_t limit = 0;               // pairs; 0: all
};
struct Conflicts {
  std::vector<Record> records;             // of the pairs
  std::vector<JudgedPair> pairs;           // surest first
  std::size_t more = 0;                    // pairs left out by the limit
  std::size_t statements = 0, judged = 0;  // statements that fit; pairs of them that were judged
};
// Every pair of statements that fit and conflict, of one person or of two. Only who has a name is heard. Of pairs that
// repeat one conflict, as several outlets do, the surest is kept. What a user said of a pair holds for all of them:
// what they called a conflict comes first, what they called something else is left out.
Conflicts find_conflicts(const Store& store, const Choice& choice, const Grammar& grammar);

// Whether both are words of one passage: statements of one article that overlap, or one inside another.
bool is_one_passage(const Record& a, const Record& b);

// What a user called a conflict first, then by score and lift; of equals the first stays first.
void sort_surest_first(std::vector<JudgedPair>& pairs);

// Puts the user's word in the place of the judge's; its reason stays, where it had one.
void overrule(JudgedPair& pair, const Verdict& verdict);

// The statement as a side of a pair.
Side side_of(const Record& record);

// The words of `text` (or of a cue) with what the comparison rests on set off: *so*.
std::string with_shown(const std::string& text, const std::vector<Shown>& shown, Shown::Where where,
                       const Terminal& terminal);

// Judges pairs given as JSON lines {"id", "a": {"text", "cue", "speaker", "date"}, "b": {…}}. Returns the exit code.
int judge_pairs(const std::string& file, const Grammar& grammar, Rows& rows);

}  // namespace onrecord
