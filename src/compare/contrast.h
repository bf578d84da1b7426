// Contrast: what two positions have in common and where they stand against each
// other, as a short string of findings.
//
// The string is written in the alphabet "pair" (declared in
// rules/en/comparison.toml): first five signs that always stand there — who
// speaks, how much is shared, how alike, whose names, which context — and then one sign a
// finding, always in the same order. The rules of comparison.toml read it.
#pragma once

#include <string>
#include <vector>

#include "compare/position.h"

namespace onrecord {

struct Finding {
  char symbol = 0;
  std::vector<std::size_t> a, b;  // words that show it: indices of Position::words
};

struct Contrast {
  std::string symbols;  // one a finding
  std::vector<Finding> findings;
  double coverage = 0;              // shared weight over that of the side with less: 0 to 1
  double overlap = 0;               // weighted Jaccard: 0 to 1
  std::vector<std::size_t> shared;  // words of side a that stand on both sides
  std::string target;               // that the two take opposite stands on; empty: none
};

// Thread-safe.
class Contraster {
 public:
  explicit Contraster(const Grammar& grammar);  // must outlive the contraster
  // Of the parts at those indices.
  Contrast contrast(const Position& a, std::size_t part_a, const Position& b, std::size_t part_b) const;

 private:
  struct Pairing;
  char symbol(std::string_view name) const;
  static bool is_known(const Pairing& pairing);
  void gates(const Pairing& pairing, Contrast& out) const;
  void doubts(const Pairing& pairing, Contrast& out) const;
  bool takes_sides(const Pairing& pairing, double coverage) const;
  void stands(const Pairing& pairing, Contrast& out) const;
  void replies(const Pairing& pairing, Contrast& out) const;
  void signs(const Pairing& pairing, Contrast& out) const;
  void cues(const Pairing& pairing, Contrast& out) const;
  void values(const Pairing& pairing, Contrast& out) const;
  void opposites(const Pairing& pairing, Contrast& out) const;
  void numbers(const Pairing& pairing, Contrast& out) const;

  const Alphabet& alphabet_;
};

}  // namespace onrecord
