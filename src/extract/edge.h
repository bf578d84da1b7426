// Edges: where the cue, the source and the content of a quotation begin and end, to the phrase.
//
// A rule of the stage "attribution" says roughly which phrases are which. Whether the content runs
// on past "because" or ", and", whether a preposition belongs to the cue, whether an apposition belongs to
// the source, hangs on words, verbs and lengths that would need thousands of rules. So each edge is
// chosen among the ends of the phrases nearby by readable weights (rules/en/weights.txt, a conditional
// logit, see logistic.h), counted by `onrecord rules weigh`; the rule's own edge is one of its features.
// On articles left out this raised the exact ends of contents from .82 to .84, of cues from .87 to .89, of sources
// after their cue from .70 to .88, of the beginnings of contents from .83 to .88. Of 20,000 annotated edges
// 1 in 100 lies inside a phrase.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause.h"
#include "extract/cue.h"
#include "extract/logistic.h"
#include "match/grammar.h"

namespace onrecord {

// A quotation as spans of its clause: indices into Clause::spans, none of the ranges empty.
struct Outline {
  const Rule* rule = nullptr;
  bool exact = false;  // its edges stay
  CueCandidate cue_word;
  Range cue;
  std::optional<Range> source;
  std::vector<Range> content;  // in order, not overlapping
};

class Edges {
 public:
  // `cues` and `weights` must outlive the edges. Without weights no edge moves.
  Edges(const Grammar& grammar, const CueFinder& cues, const Weights& weights);

  // Moves the edges of outlines of a clause, each by itself. `symbols`: the clause's, likely cues as such (SAYS, …).
  // No content grows over a cue that is sure, by their spans in order.
  void move(std::string_view text, const Clause& clause, const std::string& symbols,
            const std::vector<std::size_t>& sure, const std::vector<Outline*>& outlines) const;

  // The places that an outline's edges could have, for learning; `gold` is how it should be. An edge of it that
  // is `nowhere`, and a range that it lacks, tell nothing.
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1) / 2;
  std::vector<Alternatives> choices(std::string_view text, const Clause& clause, const std::string& symbols,
                                    Outline outline, const Outline& gold) const;

 private:
  enum Kind { cue_begin, cue_end, source_begin, source_end, inverted_end, content_begin, content_end, lead_begin };
  static constexpr std::size_t kinds = 8;
  enum Name {
    side_,
    rule_,
    at_,
    next_,
    next_next_,
    word_,
    side_next_,
    act_,
    verbs_,
    first_,
    verbs_word_,
    length_,
    family_,
    lemma_word_,
    lemma_at_,
    reach_,
    gap_,
    begins_,
    begins_word_,
    opening_,
    distance_,
    passed_,
    crossed_,
    noun_
  };
  static constexpr std::size_t names = 24;

  struct Setting;
  struct Edge {
    Kind kind;
    std::size_t now;    // the span that it includes
    Range allowed;      // spans
    std::size_t start;  // the other edge of the same range
  };
  std::size_t verb_group(const Setting& setting, std::size_t begin, std::size_t after) const;
  std::size_t timeless(const Setting& setting, std::size_t end, std::size_t stop) const;
  std::size_t verbless(const Setting& setting, std::size_t begin, std::size_t stop) const;
  template <typename Each>
  void each_edge(const Setting& setting, Outline& outline, const Each& each) const;
  std::string last_word(const Setting& setting, std::size_t span) const;
  template <typename Each>
  void each_feature(const Setting& setting, const Outline& outline, const Edge& edge, std::size_t place,
                    Each&& each) const;
  void read(Setting& setting) const;
  static std::optional<std::size_t> wanted(const Edge& edge, const Outline& gold);
  bool can_be(const Edge& edge, char symbol) const;
  std::size_t best(const Setting& setting, const Outline& outline, const Edge& edge) const;
  bool mark(char symbol) const { return marks_[static_cast<unsigned char>(symbol) & 127]; }

  const CueFinder& cues_;
  const Weights& weights_;
  std::array<std::array<std::string, names>, kinds> texts_;
  std::array<std::array<FeaturePart, names>, kinds> parts_;
  FeaturePart symbols_[128];
  bool marks_[128] = {}, open_[128] = {}, finite_[128] = {}, dependent_[128] = {}, loose_[128] = {}, joint_[128] = {},
       noun_phrase_[128] = {}, leads_[128] = {};
  char adverb_, and_, but_, day_, quote_;
};

}  // namespace onrecord
