// What the parts of the contraster (contrast.h) share: the two sides as they are compared.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/contrast.h"

namespace onrecord {

// A part with the position it is of.
struct Seen {
  const Position& position;
  const Part& part;

  const Word& word(const Content& c) const { return position.words[c.word]; }
  const Mark* find(Effect effect) const {
    for (const std::size_t i : part.marks)
      if (position.marks[i].effect == effect) return &position.marks[i];
    return nullptr;
  }
  // The words of all marks with one of these effects.
  std::vector<std::size_t> shown(std::initializer_list<Effect> effects) const {
    std::vector<std::size_t> out;
    for (const std::size_t i : part.marks) {
      const Mark& m = position.marks[i];
      // "is no hoax" calls nothing false.
      const bool undone = m.sign < 0 && (m.effect == Effect::deny || m.effect == Effect::falsify);
      if (!undone && std::find(effects.begin(), effects.end(), m.effect) != effects.end())
        out.insert(out.end(), m.words.begin(), m.words.end());
    }
    return out;
  }
};

// The two, and which of their content words they share.
struct Contraster::Pairing {
  Seen a, b;
  std::vector<std::pair<const Content*, const Content*>> shared;
  std::vector<const Content*> only_a, only_b;
};

inline void add(Contrast& out, char symbol, std::vector<std::size_t> a = {}, std::vector<std::size_t> b = {}) {
  out.symbols += symbol;
  out.findings.push_back({symbol, std::move(a), std::move(b)});
}

// Whether the text names the speaker, by the last word of the name at least.
inline bool names(std::string_view text, std::string_view speaker) {
  return text.find(speaker.substr(speaker.rfind(' ') + 1)) != std::string_view::npos;
}

// How many telling words the statements share as a whole.
inline std::size_t share_telling(const Position& a, const Position& b) {
  const auto &x = a.parts[0].content, &y = b.parts[0].content;
  std::size_t count = 0;
  for (std::size_t i = 0, k = 0; i < x.size() && k < y.size();) {
    if (x[i].stem != y[k].stem) {
      ++(x[i].stem < y[k].stem ? i : k);
      continue;
    }
    const Word &w = a.words[x[i++].word], &v = b.words[y[k++].word];
    count += !w.faint && !w.proper && !v.proper;
  }
  return count;
}

}  // namespace onrecord
