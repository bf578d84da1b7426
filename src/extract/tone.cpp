#include "extract/tone.h"

namespace onrecord {

Tone::Tone(const Grammar& grammar) : lexer_(grammar.lexer()) {}

std::pair<Act, Manner> Tone::of(std::string_view, const Clause&, const Quotation&, Kind) const {
  return {Act::say, Manner::speech};
}

}  // namespace onrecord
