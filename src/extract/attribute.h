// Attribution: the quotations of one sentence, by the rules of the stage
// "attribution".
//
// Every likely cue is looked at by itself: its symbol becomes CUE (CUEING, TOCUE,
// …), other likely cues become SAYS, and the first rule in file order that matches
// says which words are the source and which the content. Then quotations that
// cannot stand together (a cue inside another's content: 0 of 19,832 in the corpus
// the rules were measured on) are settled for the surer cue.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/quotation.h"
#include "extract/clause.h"
#include "extract/cue.h"
#include "extract/edge.h"
#include "match/grammar.h"

namespace onrecord {

// How a quotation came about, for `explain`.
struct Attempt {
  CueCandidate cue;
  std::string symbols;             // with the cue looked at
  std::vector<const Rule*> rules;  // that match, in file order: the first wins
};

class Attributor {
 public:
  // Reads the weights of the grammar's file "weights.txt".
  explicit Attributor(const Grammar& grammar);
  // With other weights than the grammar's.
  Attributor(const Grammar& grammar, Weights weights);

  // The quotations of each article's sentences, in the order of their cues. One without content only leads to what
  // follows ("Jones continued:"); see Carrier. As in Parser, each step is taken for all sentences before the next.
  struct Parsed {
    std::string_view text;
    const std::vector<Clause>& clauses;
  };
  std::vector<std::vector<Quotation>> attribute(const std::vector<Parsed>& articles) const;
  // Of one article.
  std::vector<Quotation> attribute(std::string_view text, const std::vector<Clause>& clauses) const;
  std::vector<Attempt> explain(std::string_view text, const Clause& clause) const;

  // Every quotation that a rule makes of a likely cue, before they are settled, each with
  // what is known of it, for learning how far to trust it.
  struct Proposal {
    Outline outline;
    Quotation quotation;
    std::vector<std::string> features;
  };
  std::vector<Proposal> propose(std::string_view text, const Clause& clause) const;

  // The places that the edges of a proposal could have; see Edges::choices.
  std::vector<Alternatives> edges(std::string_view text, const Clause& clause, const Outline& outline,
                                  const Outline& gold) const;

  const CueFinder& cues() const { return cues_; }

  // The spans of a clause that a stretch of bytes covers, without marks at its ends; an end inside a span is
  // Edges::nowhere. Nothing where it covers none.
  std::optional<Range> spans_of(const Clause& clause, Range bytes) const;

 private:
  // A rule: whether it only leads to what follows, and whether its edges stay as they are.
  struct Terms {
    FeaturePart id;
    bool lead = false, exact = false;
  };
  using RuleSet = std::vector<bool>;  // in their order
  void read_verbs();
  const RuleSet& admitted(const std::string& lemma) const;
  std::size_t index(const Rule& rule) const { return static_cast<std::size_t>(&rule - stage_.rules().data()); }
  double least_for(const Clause& clause, const Outline& outline) const;
  bool says_something(const Clause& clause, Range spans) const;
  Range trimmed(const Clause& clause, Range spans) const;
  Outline outline(const Clause& clause, const CueCandidate& cue, std::string lemma, const Match& match) const;
  Quotation quotation(const Clause& clause, const Outline& outline) const;
  template <typename Each>
  void each_feature(std::string_view text, const Clause& clause, const Outline& outline, Each&& each) const;
  // A clause with its cues, likely ones also as symbols (SAYS, …).
  struct Heard {
    std::string_view text;
    const Clause& clause;
    std::vector<CueCandidate> cues;
    std::string symbols;
  };
  Heard hear(std::string_view text, const Clause& clause) const;
  std::vector<Outline> outlines(const Heard& heard) const;
  // An outline and how likely it is right.
  struct Candidate {
    double confidence;
    double rank;  // higher goes first
    Outline outline;
  };
  std::vector<Candidate> candidates(const Heard& heard, std::vector<Outline> outlines) const;
  std::size_t begin_of_aged(const Clause& clause, std::size_t place) const;
  void move_edges(const Heard& heard, std::vector<Candidate>& candidates) const;
  double rank(const Clause& clause, const Outline& outline) const;
  bool share_quotation(const Clause& clause, const Outline& a, const Outline& b) const;
  void settle(const Clause& clause, std::vector<Candidate>& candidates) const;

  // Of the features of a quotation over its rule, symbols, steps of odds and sizes.
  struct Kept {
    KeptSums<2> odds, content, source, size, behind, before;
    KeptSums<3> rule;
  };

  const Stage& stage_;
  Weights weights_;
  CueFinder cues_;
  std::vector<Terms> terms_;  // of the stage's rules, in their order
  // The rules that a cue's verb admits, by its base form, where a rule names it, and those that any other admits.
  std::unordered_map<std::string, RuleSet> admitted_;
  RuleSet admitted_else_;
  Kept kept_;
  Edges edges_;
  std::size_t source_, cue_, content_, more_;
  Symbols substance_;  // what says something
  Symbols marks_;      // commas, colons, dashes and stops
  char quote_, fragment_, person_, comma_, number_;
  std::string_view prepositions_;
};

}  // namespace onrecord
