// Cues: how likely a verb group, a noun, a colon reports what somebody said.
//
// Whether "found" or "plans" reports depends on the word and on what stands
// around it. A logistic model says so with readable weights (rules/en/cues.txt,
// a feature and a weight in log-odds a line), counted on a corpus by
// `onrecord rules weigh` and open to be edited by hand. Measured elsewhere: with
// the right cues given the rules gain 9 points, more than by anything else.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/clause.h"
#include "match/grammar.h"

namespace onrecord {

struct CueCandidate {
  std::size_t span = 0;     // index into Clause::spans
  std::size_t head = 0;     // index into Clause::tokens: the word that may report
  char focus = 0;           // its symbol when it is looked at (CUE, CUEING, …)
  char likely = 0;          // its symbol when another is looked at and it is likely (SAYS, …)
  double probability = 0;
};

// A candidate as the learner sees it: what is known of it, and whether it is a cue.
struct CueCase {
  std::vector<std::string> features;
  bool cue = false;
};

class CueFinder {
 public:
  // Reads the weights from the grammar's file "cues.txt".
  explicit CueFinder(const Grammar& grammar);

  // In order of their place. `probability` is 0 for all where the weights are missing.
  std::vector<CueCandidate> find(std::string_view text, const Clause& clause) const;

  // The features of a candidate, for learning and for `explain`.
  std::vector<std::string> features(std::string_view text, const Clause& clause, const CueCandidate& candidate) const;

 private:
  std::vector<CueCandidate> candidates(std::string_view text, const Clause& clause) const;
  template <typename Each>
  void each_feature(std::string_view text, const Clause& clause, const CueCandidate& candidate, const Each& each) const;

  const Lexer& lexer_;
  const Alphabet& alphabet_;
  Tag verb_;
  std::string_view nouns_;  // symbols of noun phrases
  char focus_[128] = {}, likely_[128] = {};
  std::unordered_map<std::uint64_t, double> weights_;  // by hash of the feature
};

// Weights in the form of cues.txt, from cases: logistic regression, L2, AdaGrad, in the order
// given, features seen at least `least` times. The same cases give the same text.
std::string learn_cues(const std::vector<CueCase>& cases, std::size_t least = 5);

}  // namespace onrecord
