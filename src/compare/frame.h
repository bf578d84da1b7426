// Frame: what a statement claims, in a few hundred bytes, to be kept with it.
//
// Of making a position (position.h) finding the words, their stems, the marks and the stands takes nearly all the
// time, so these are what a frame holds; where negations and stances reach is worked out again, in a tenth of it. A
// frame is read only with the rules and the program that made it: keep the grammar's hash beside it.
//
//   const std::string kept = reader.frame(side);             // 13 bytes a word
//   reader.restore(side, kept)                                // the position that reader.read(side) gives
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/position.h"

namespace onrecord {

// The words, marks and stands of a position. Rules are kept by their place in `rules`.
std::string frame_of(const Position& position, const std::vector<Rule>& rules, const Vocabulary& vocabulary);

// Puts them back into `position`, whose words look into the frame from then on: it must outlive them. False where
// the frame is empty, of another version of the program, or damaged; then the position is not to be used.
bool restore_frame(std::string_view frame, const std::vector<Rule>& rules, Position& position);

// The stands; empty where the frame cannot be read.
std::vector<Stand> stands_of_frame(std::string_view frame);

// Position::reply; none where the frame cannot be read.
Reply reply_of_frame(std::string_view frame);

// The stems of the content words, as Vocabulary::content gives them, each once and in order; empty where the
// frame cannot be read.
std::vector<std::uint64_t> stems_of_frame(std::string_view frame);

}  // namespace onrecord
