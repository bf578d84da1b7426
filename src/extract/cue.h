// Cues: how likely a verb group, a colon, an "according to" reports what somebody said.
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
#include "extract/logistic.h"
#include "match/grammar.h"

namespace onrecord {

struct CueCandidate {
  std::size_t span = 0;  // index into Clause::spans
  std::size_t head = 0;  // index into Clause::tokens: the word that may report
  char focus = 0;        // its symbol when it is looked at (CUE, CUEING, …)
  char likely = 0;       // its symbol when another is looked at and it is likely (SAYS, …)
  double probability = 0;
};

class CueFinder {
 public:
  // Takes what words do as cues from the grammar's file "acts.txt".
  explicit CueFinder(const Grammar& grammar);

  // In order of their place.
  std::vector<CueCandidate> find(std::string_view text, const Clause& clause, const Weights& weights) const;

  // The features of a candidate, for learning.
  std::vector<std::string> features(std::string_view text, const Clause& clause, const CueCandidate& candidate) const;

  // The base form of a verb; of any other word itself, in small letters.
  std::string lemma(std::string_view text, const Token& head) const;

  // What the candidate's head does as a cue ("deny speech"); empty if unknown.
  std::string_view act(std::string_view text, const Clause& clause, const CueCandidate& candidate) const;

 private:
  void read_acts(std::string_view text);
  std::vector<CueCandidate> candidates(const Clause& clause) const;
  template <typename Each>
  void each_feature(std::string_view text, const Clause& clause, const CueCandidate& candidate, const Each& each) const;

  const Lexer& lexer_;
  const Alphabet& alphabet_;
  Tag verb_;
  std::string_view nouns_;  // symbols of noun phrases
  char quote_, base_, noun_base_, fragment_;
  FeaturePart names_[128];  // of symbols
  char focus_[128] = {}, likely_[128] = {};
  std::unordered_map<std::string, std::string> acts_;  // by lemma
};

}  // namespace onrecord
