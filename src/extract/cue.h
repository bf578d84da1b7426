// Cues: how likely a verb group, a colon, an "according to" reports what somebody said.
//
// Whether "found" or "plans" reports depends on the word and on what stands
// around it. A logistic model says so with readable weights (rules/en/weights.txt,
// a feature and a weight in log-odds a line), counted on a corpus by
// `onrecord rules weigh` and open to be edited by hand. Measured elsewhere: with
// the right cues given the rules gain 9 points, more than by anything else.
//
// It looks twice. The first look knows the word and its surroundings; the second ("again")
// adds what the first found elsewhere in the sentence, for a cue seldom stands inside what another
// reports. On articles left out the second look raised average precision from .883 to .891.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/by_hash.h"
#include "extract/clause.h"
#include "extract/logistic.h"
#include "match/grammar.h"

namespace onrecord {

struct CueCandidate {
  std::size_t span = 0;  // index into Clause::spans
  std::size_t head = 0;  // index into Clause::tokens: the word that may report
  char focus = 0;        // its symbol when it is looked at (CUE, CUEING, …)
  char likely = 0;       // its symbol when another is looked at and it is likely (SAYS, …)
  double odds = 0;       // log-odds after the first look
  double probability = 0;
};

class CueFinder {
 public:
  // Takes what words do as cues from the grammar's file "acts.txt". `weights` must outlive it.
  CueFinder(const Grammar& grammar, const Weights& weights);

  // In order of their place.
  std::vector<CueCandidate> find(std::string_view text, const Clause& clause) const;

  // The candidates of a clause, with neither odds nor probability, and their features at the first look; for
  // learning. Those at the second look need the odds after the first, of all candidates.
  std::vector<CueCandidate> candidates(const Clause& clause) const;
  std::vector<std::string> features(std::string_view text, const Clause& clause, const CueCandidate& candidate) const;
  std::vector<std::string> features_again(const Clause& clause, const std::vector<CueCandidate>& all,
                                          std::size_t k) const;

  // The base form of a verb; of any other word itself, in small letters.
  std::string lemma(std::string_view text, const Token& head) const;

  // What a word does as a cue ("deny speech"), by its base form; empty if unknown.
  std::string_view act(std::string_view lemma) const;

 private:
  using Code = std::size_t;  // of a symbol or another closed part of a feature

  // Of the features over symbols, steps of odds and acts.
  struct Kept {
    KeptSums<4> alone, subject;
    KeptSums<3> left, right, takes;
    KeptSums<2> quote, fragment, no_subject, before;
    // At the second look.
    KeptSums<3> own, left_before;
    KeptSums<4> likeliest, kinds, nearest;
  };

  void read_acts(std::string_view text);
  Kept keep() const;
  Code code_at(const Clause& clause, std::ptrdiff_t span) const;
  std::size_t kind_of(const Clause& clause, std::size_t span) const {
    return kinds_[static_cast<unsigned char>(clause.symbols[span]) & 127];
  }
  std::string_view lemma(std::string_view text, const Token& head, std::string& room) const;
  std::ptrdiff_t subject(const Clause& clause, std::size_t span, bool& aside) const;
  bool labels(std::string_view text, const Clause& clause, std::size_t span) const;
  Code complement(const Clause& clause, std::size_t span) const;
  std::size_t between(const Clause& clause, Range spans) const;
  struct Around {  // of a clause, for all of its candidates
    std::size_t verbs = 0;
    bool quote = false, fragment = false;
  };
  Around around(const Clause& clause) const;
  template <typename Each>
  void each_word(std::string_view text, const Clause& clause, const CueCandidate& candidate, const FeaturePart& lemma,
                 const FeaturePart& act, Each&& each) const;
  template <typename Each>
  void each_symbol(const Clause& clause, const Around& around, const CueCandidate& candidate, std::size_t act,
                   Each&& each) const;
  template <typename Each>
  void each_feature(std::string_view text, const Clause& clause, const Around& around, const CueCandidate& candidate,
                    Each&& each) const;
  template <typename Each>
  void each_again(const Clause& clause, const std::vector<CueCandidate>& all, std::size_t k, Each&& each) const;
  struct Side;  // left or right
  template <typename Each>
  void each_beside(const Clause& clause, const Side& side, const CueCandidate& own, const CueCandidate& best,
                   const CueCandidate& next, Each&& each) const;

  const Weights& weights_;
  const Lexer& lexer_;
  const Alphabet& alphabet_;
  Tag verb_;
  char quote_, base_, noun_base_, fragment_, comma_, stop_, colon_, sign_, person_, that_, as_, infinitive_;
  Symbols noun_, subject_, finite_, loose_, nominal_, linking_;
  std::uint8_t codes_[128] = {}, kinds_[128] = {};  // of symbols; kinds: of those that may report
  std::vector<FeaturePart> names_;                  // by code
  Code words_ = 0;                                  // the code of the first of the other parts
  std::uint8_t links_[128] = {};  // of a symbol between two cues the bit that stands for its name, the strongest first
  std::vector<FeaturePart> link_names_;
  char focus_[128] = {}, likely_[128] = {};
  ByHash<std::uint16_t> acts_;  // by lemma, or by two words: which of the acts
  std::vector<std::string> act_names_;
  std::vector<FeaturePart> act_parts_;
  Kept kept_;
};

}  // namespace onrecord
