// Comparing what two statements claim.
//
//   const Judge judge(grammar);
//   judge.judge({.text = "We will not raise the fuel tax"}, {.text = "The fuel tax will be raised"})
//     -> contradict, "will-wont", why: “will not raise … fuel tax” against “fuel tax will … raised”: one side says it
//     will, …
//
// A pair goes three steps. Each side becomes a position (position.h): its words
// with the reach of every negation, denial and stance, by the rules of
// rules/en/position.toml. Two positions become a short string of findings
// (contrast.h): who speaks, how much is shared, what is opposed. The rules of
// rules/en/comparison.toml read that string, and the first that fits names the
// relation. So nothing is called a conflict without a named reason.
#pragma once

#include <cstdint>
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
  std::string context;  // what it was said in: the article's id. Two sides of one context may share fewer words, two of
                        // different ones must share more. Empty: whoever asks vouches that the pair is on one topic.
  std::string person = {};  // who speaks, as the register knows them, under whatever name; empty: nobody it knows
};

// One person of the register is one speaker under all names, and two are two under one name; who is not known there is
// told by the name. False where a side has neither.
bool is_same_speaker(const Side& a, const Side& b);

// A stretch of Side::text (or of Side::cue) that shows the relation.
struct Shown {
  enum class Where { text, cue } where = Where::text;
  Range range;  // bytes

  friend bool operator==(const Shown&, const Shown&) = default;
};

struct Comparison {
  Relation relation = Relation::none;
  std::string type;         // "denied-confirmed", "affirmed-negated", "for-against", "will-wont", "all-none",
                            // "figure-differs", "date-differs", "same-claim", …; empty for none
  double score = 0;         // 0 to 1: how sure
  bool over_time = false;   // of a contradiction: by one speaker, on two days, so that it may be a change of mind
  std::string rule;         // id of the rule that decided; empty for none
  std::string why;          // one sentence for the reader, naming the words on either side; empty for none
  std::vector<Shown> a, b;  // the words that show it, in order, not overlapping
  // What both speak of, in order: the stems of the words they share, or one id where both take a stand on one topic.
  // Conflicts of the same two speakers about the same are one conflict.
  std::vector<std::uint64_t> about;
};

// What a judge makes of one side. Worth keeping where a side is judged more than once.
struct Position;

// Judges pairs. Thread-safe, keeps nothing between calls. judge(a, b) and
// judge(b, a) give the same relation, type, score and rule, with a and b changed over.
class Judge {
 public:
  // Throws Error where the grammar lacks the stages "position" and "comparison".
  explicit Judge(const Grammar& grammar);  // must outlive the judge and its positions
  ~Judge();

  std::shared_ptr<const Position> position(const Side& side) const;
  // What the side claims, as bytes to be kept with it, and the same position made of them twenty times as fast. They
  // hold for this grammar (Grammar::hash) and this program; others are passed over, and the side is read anew.
  std::string frame(const Side& side) const;
  std::shared_ptr<const Position> position(const Side& side, std::string_view frame) const;
  Comparison judge(const Position& a, const Position& b) const;
  Comparison judge(const Side& a, const Side& b) const { return judge(*position(a), *position(b)); }

  struct Parts;

 private:
  std::unique_ptr<const Parts> parts_;
};

// A group of sides that speak of one thing.
struct Topic {
  std::string name;                  // as most of its statements word it: "carbon tax"
  std::vector<std::size_t> members;  // positions in `sides`, in order; two or more
};
// The topics of the sides: those that the rules of rules/en/topic.toml name, and of the other sides the
// phrases and words they share. A side is in one topic at most; one that shares nothing is in none.
// Largest first. Near-linear in the number of words.
std::vector<Topic> topics(const std::vector<Side>& sides, const Grammar& grammar);

struct Pair {
  std::uint32_t a, b;  // positions in `sides`, a < b
  float overlap;       // 0 to 1
};
// How much two sides must overlap to be worth judging: shared weight over all weight, a word weighing the
// more the fewer sides have it. Each above 0, at most 1. Measured on news: below these nearly all pairs are about
// different things.
struct LeastOverlap {
  double across = 0.25;    // two speakers, two articles
  double own = 0.10;       // one speaker
  double together = 0.05;  // one context
};
// The pairs worth judging, in order of a, then b; see candidates.h for how they are found.
std::vector<Pair> candidates(const std::vector<Side>& sides, const LeastOverlap& least, const Grammar& grammar);
// The same least overlap for all, half of it within one context.
std::vector<Pair> candidates(const std::vector<Side>& sides, double least_overlap, const Grammar& grammar);

}  // namespace onrecord
