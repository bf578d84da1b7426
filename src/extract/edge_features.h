// What tells where an edge is: features of the places that the edges of a quotation could have, and their weights.
//
// A place is a span of the clause. What counts are the symbols at the place and beyond it, words of closed
// classes, the rule, the verb and the act of the cue, how far the rule's own place is, and what would be taken in or
// left out. Weights are those of rules/en/weights.txt whose names begin with the kind of the edge ("content.end:").
#pragma once

#include <array>
#include <cstdint>
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
  std::string lemma;     // of the cue's word
  std::string_view act;  // what it does as a cue; empty if unknown
  Range cue;
  std::optional<Range> source;
  std::vector<Range> content;  // in order, not overlapping
};

struct Edge {
  enum Kind { cue_begin, cue_end, source_begin, source_end, inverted_end, content_begin, content_end, lead_begin };
  static constexpr std::size_t kinds = 8;
  Kind kind;
  std::size_t now;    // the span that it includes
  Range allowed;      // spans
  std::size_t start;  // the other edge of the same range

  // Whether it is the last span of its range.
  bool is_end() const { return kind == cue_end || kind == source_end || kind == inverted_end || kind == content_end; }
};

class EdgeFeatures {
 public:
  using Code = std::size_t;  // a symbol's number

  // A clause as its edges are looked at, with the outline whose turn it is.
  struct Setting {
    std::string_view text;
    const Clause& clause;
    const std::string& symbols;       // of the clause, likely cues as such (SAYS, …)
    std::vector<std::uint8_t> codes;  // of the symbols, between START and END, each of them `margin` times
    std::vector<std::string> words;   // of spans of closed classes that are not written in small letters, in such
    std::vector<FeaturePart> parts;   // of each span its word, of an open class the symbol's name
    std::vector<std::size_t> verbs;   // how many finite verbs stand before each span, and before the end
    std::vector<std::size_t> joints;
    // Of the outline: its cue, its rule and what the rule begins with.
    FeaturePart lemma, act, rule, family;

    void look_at(const Outline& outline);  // which must outlive it

    static constexpr std::ptrdiff_t margin = 3;
    Code code(std::ptrdiff_t span) const { return codes[static_cast<std::size_t>(span + margin)]; }
    FeaturePart word(std::ptrdiff_t span) const;  // END before and behind the clause
  };

  // `weights` must outlive it.
  EdgeFeatures(const Grammar& grammar, const Weights& weights);

  // `symbols` must outlive the setting.
  Setting setting(std::string_view text, const Clause& clause, const std::string& symbols) const;

  // The likeliest of the allowed places.
  std::size_t best(const Setting& setting, const Outline& outline, const Edge& edge) const;

  // Whether an edge can be at a span with such a symbol: none is at a mark, and nothing ends with a word that leads on
  // ("of", "and").
  bool can_be(const Edge& edge, char symbol) const;

  // The features of a place by name, for learning.
  std::vector<std::string> names(const Setting& setting, const Outline& outline, const Edge& edge,
                                 std::size_t place) const;

 private:
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
  static constexpr std::size_t name_count = 24;

  struct Place;
  template <typename Each>
  void at_sight(const Edge& edge, const Place& place, Each& each) const;
  template <typename Each>
  void at_length(const Setting& setting, const Outline& outline, const Edge& edge, const Place& place,
                 Each& each) const;
  template <typename Each>
  void at_content_end(const Setting& setting, const Edge& edge, const Place& place, const FeaturePart& word,
                      Each& each) const;
  // Symbols that were met on the way from the rule's own place to another.
  struct Passed {
    std::size_t to;  // the last place
    std::uint64_t codes[2] = {};
  };
  template <typename Each>
  void each_passed(const Setting& setting, const Edge& edge, std::size_t place, Passed& passed, Each& each) const;
  std::string_view last_word(const Setting& setting, std::size_t span) const;

  const Weights& weights_;
  std::array<std::array<std::string, name_count>, Edge::kinds> texts_;
  std::array<std::array<FeaturePart, name_count>, Edge::kinds> parts_;
  // The symbols of the alphabet by number, then the ends of a clause.
  std::array<std::uint8_t, 128> codes_{};
  std::vector<FeaturePart> code_names_;
  Code start_ = 0, end_ = 0;
  // Of the features over symbols alone, half of all looked at.
  struct Kept {
    KeptSums<4> sight;
    KeptSums<3> own, verbs, opening, passed, crossed;
  };
  Kept kept_;
  Symbols marks_, open_, finite_, joint_, noun_phrase_, no_end_;
  char adverb_;
  Code adverb_code_;
};

}  // namespace onrecord
