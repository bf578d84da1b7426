// The stages of extraction as the rules' examples see them (match/examples.h).
#pragma once

#include <string>

#include "match/examples.h"
#include "match/grammar.h"

namespace onrecord {

// What the stage's rules find in a text, through every stage before it. Stages: "sentence",
// "phrase", "attribution", "discourse", "person", "date", "dating". An empty function for any other. `grammar` must
// outlive it.
Cascade extract_cascade(const Grammar& grammar, const std::string& stage);

// The sentences of a text as rules see them, for `onrecord explain`: symbols, phrases,
// cues with their likelihood, the rule that won, the rules that nearly did.
std::string explain(const Grammar& grammar, const std::string& text);

}  // namespace onrecord
