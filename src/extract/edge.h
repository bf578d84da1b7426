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

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause.h"
#include "extract/cue.h"
#include "extract/edge_features.h"
#include "extract/logistic.h"
#include "match/grammar.h"

namespace onrecord {

class Edges {
 public:
  // `weights` must outlive the edges. Without weights no edge moves.
  Edges(const Grammar& grammar, const Weights& weights);

  // Moves the edges of outlines of a clause, each by itself. `symbols`: the clause's, likely cues as such (SAYS, …).
  // No content grows over a cue that is sure, by their spans in order.
  void move(std::string_view text, const Clause& clause, const std::string& symbols,
            const std::vector<std::size_t>& sure, const std::vector<Outline*>& outlines) const;

  // The places that an outline's edges could have, for learning; `gold` is how it should be. An edge of it that
  // is `nowhere`, and a range that it lacks, tell nothing.
  static constexpr std::size_t nowhere = static_cast<std::uint32_t>(-1) / 2;
  std::vector<Alternatives> choices(std::string_view text, const Clause& clause, const std::string& symbols,
                                    Outline outline, const Outline& gold) const;

 private:
  std::size_t verb_group(const EdgeFeatures::Setting& setting, std::size_t begin, std::size_t after) const;
  std::size_t timeless(const EdgeFeatures::Setting& setting, std::size_t end, std::size_t stop) const;
  std::size_t verb_behind_aside(const EdgeFeatures::Setting& setting, Range piece) const;
  std::size_t verbless_from(const EdgeFeatures::Setting& setting, Range piece) const;
  std::size_t verbless(const EdgeFeatures::Setting& setting, std::size_t begin, std::size_t stop) const;
  template <typename Each>
  void each_edge(const EdgeFeatures::Setting& setting, const std::vector<std::size_t>& sure, Outline& outline,
                 const Each& each) const;
  static std::optional<std::size_t> wanted(const Edge& edge, const Outline& gold);

  const Weights& weights_;
  EdgeFeatures features_;
  Symbols marks_, finite_, dependent_, loose_, relative_, subject_, quoted_;
  char adverb_, and_, but_, comma_, day_, quote_;
};

}  // namespace onrecord
