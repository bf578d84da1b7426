// Rules' own examples: marked sentences that a rule must win, and near misses
// that it must leave alone.
//
//   "{content:“It is over,”} {cue:said} {source:Jones}."   named captures
//   "{Prime Minister Jones} spoke."                        the whole match
//
// A capture in several pieces is marked several times. `\{` is a brace.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/range.h"
#include "match/grammar.h"

namespace onrecord {

struct Marked {
  std::string name;  // empty: the whole match
  Range range;       // bytes of the example without its marks

  friend bool operator==(const Marked&, const Marked&) = default;
  friend auto operator<=>(const Marked&, const Marked&) = default;
};

struct Example {
  std::string text;            // without marks
  std::vector<Marked> marked;  // in order
};
// Throws Error naming the rule's file and line for a mark that is not closed.
Example parse_example(const std::string& marked, const Rule& rule);
// The text with marks, for messages; the inverse of parse_example.
std::string mark(const std::string& text, const std::vector<Marked>& marks);

// What a stage's cascade found in a text: which rule, and what it captured.
struct Found {
  std::string rule;
  std::vector<Marked> marked;
};
using Cascade = std::function<std::vector<Found>(const std::string& text)>;

struct Failure {
  const Rule* rule;
  std::string example;
  std::string what;  // "no match", "won by att.x", "captured …"
};
// Runs the examples of one rule. A `yes` holds when the rule is found with
// exactly the marks; a `no` when the rule is not found at all.
std::vector<Failure> check(const Rule& rule, const Cascade& cascade);

}  // namespace onrecord
