// What the parts of the reader (position.h) share: how far a mark reaches and what it turns round.
#pragma once

#include <cstddef>
#include <string_view>

#include "compare/position.h"

namespace onrecord {

constexpr std::size_t object_reach = 6;  // words; how far the object of a stance or a deed stands

// "left", "none", or empty: right.
inline std::string_view scope_of(const Rule& rule) {
  const auto key = rule.keys.find("scope");
  return key == rule.keys.end() ? std::string_view() : std::string_view(key->second);
}

// What a mark of this kind turns round by; 0: nothing.
inline unsigned turn_of(Effect effect) {
  switch (effect) {
    case Effect::negate:
    case Effect::none:
      return by_negation;
    case Effect::deny:
      return by_denial;
    case Effect::falsify:
      return by_falsity;
    case Effect::oppose:
      return by_opposition;
    case Effect::undo:
      return by_undoing;
    default:
      return 0;
  }
}

// Whether the word is an "and" of the text.
inline bool is_and(const Position& p, std::size_t i) {
  const Shown& at = p.words[i].at;
  return at.where == Shown::Where::text && slice(p.side.text, at.range) == "and";
}

// "called | the levy a disgrace".
inline bool labels(const Position& p) {
  const std::size_t bar = bar_of(p);
  return bar > 0 && p.words[bar - 1].is(Trait::labels);
}

}  // namespace onrecord
