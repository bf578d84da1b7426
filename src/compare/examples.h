// The stages of comparison as the rules' examples see them (match/examples.h).
#pragma once

#include "match/examples.h"
#include "match/grammar.h"

namespace onrecord {

// Stage "position". The text is a statement, "cue | text" or only the text; found are the words each rule marks.
Cascade position_cascade(const Grammar& grammar);  // must outlive the cascade

// Stage "comparison". The text is a pair, "side ||| side"; a side is "text", "cue | text" or
// "cue | speaker | text". A third field says whether they are of one article: "… ||| together" or "… ||| apart". Found
// is the rule that decides, with the words it shows as `a` and `b`. A text without ||| is no pair, and nothing is
// found.
Cascade comparison_cascade(const Grammar& grammar);

// Stage "topic". Found is every topic named in the text, with the words that name it.
Cascade topic_cascade(const Grammar& grammar);

// The cascade of a stage of comparison; an empty function for any other stage.
Cascade compare_cascade(const Grammar& grammar, const std::string& stage);

}  // namespace onrecord
