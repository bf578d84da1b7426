// Comparing what two statements claim.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/range.h"

namespace onrecord {

class Grammar;

enum class Relation { contradict, agree, none };
std::string_view name(Relation);  // "contradict", "agree", "none"

// One side of a pair: the content, and what decides how to take it.
struct Side {
  std::string text;     // the content's words
  std::string cue;      // "denied", "called for"; empty: none
  std::string speaker;  // name; empty: unknown
  std::optional<Date> date;
};

// A stretch of Side::text (or of Side::cue) that shows the relation.
struct Shown {
  enum class Where { text, cue } where = Where::text;
  Range range;  // bytes
};

struct Comparison {
  Relation relation = Relation::none;
  std::string type;    // "denied-confirmed", "affirmed-negated", "for-against", "will-wont", "all-none",
                       // "figure-differs", "date-differs", "same-claim", …; empty for none
  double score = 0;    // 0 to 1: how sure
  std::string rule;    // id of the rule that decided
  std::string why;     // one sentence for the reader, naming the words on either side
  std::vector<Shown> a, b;  // the words that show it
};

// Judges pairs. Thread-safe, keeps nothing between calls.
class Judge {
 public:
  explicit Judge(const Grammar& grammar);  // must outlive the judge
  ~Judge();
  Comparison judge(const Side& a, const Side& b) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

// Groups sides by topic and finds the pairs worth judging, without comparing all pairs
// (inverted index over rare stems). Indices are positions in `sides`.
struct Topic {
  std::string name;  // the words most of its statements share
  std::vector<std::size_t> members;
};
struct Pair {
  std::size_t a, b;
  double overlap;  // weighted Jaccard, 0 to 1
};
std::vector<Topic> topics(const std::vector<Side>& sides);
std::vector<Pair> candidates(const std::vector<Side>& sides, double least_overlap);

}  // namespace onrecord
