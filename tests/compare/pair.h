// Pairs for the tests of compare, on the rules that the program carries.
#pragma once

#include <string>

#include "compare/compare.h"
#include "match/grammar.h"

namespace onrecord {

inline const Grammar& builtin_grammar() {
  static const Grammar grammar(builtin_rules());
  return grammar;
}

inline Side said(const std::string& speaker, const std::string& text, const std::string& cue = "said",
                 const std::string& context = "") {
  return {text, cue, speaker, {}, context};
}

// "contradict denied-confirmed", "agree same-claim", "none".
inline std::string relation(const Side& a, const Side& b) {
  static const Judge judge(builtin_grammar());
  const Comparison c = judge.judge(a, b);
  return std::string(name(c.relation)) + (c.type.empty() ? "" : " " + c.type);
}

inline std::string relation(const std::string& a, const std::string& b) {
  return relation(said("Ines Keller", a), said("Tomas Osei", b));
}

}  // namespace onrecord
