#include "extract/edge.h"

#include <algorithm>
#include <initializer_list>

namespace onrecord {
namespace {

constexpr std::string_view kind_names[] = {"cue.begin",    "cue.end",       "source.begin", "source.end",
                                           "inverted.end", "content.begin", "content.end",  "lead.begin"};
constexpr std::string_view feature_names[] = {"side",        "rule",       "at",       "next",   "next+next",  "word",
                                              "side+next",   "act",        "verbs",    "first",  "verbs+word", "length",
                                              "family",      "lemma+word", "lemma+at", "reach",  "gap",        "begins",
                                              "begins+word", "opening",    "distance", "passed", "crossed",    "noun"};
constexpr FeaturePart counts[] = {"0", "1", "2", "3", "4", "5", "6"};
constexpr std::size_t furthest = 4;  // phrases that a cue or the beginning of a content moves
constexpr std::size_t far = 10;      // phrases that a source is extended to the left
// Log-odds by which a phrase more of content is worth more: cut short, a statement says something else. Of 0, .05, .1
// and .2 this found most without losing exact ends: indirect content .704 to .721, strict .600 to .601.
constexpr double later = 0.05;

FeaturePart count(std::size_t n, std::size_t most) { return counts[std::min(n, most)]; }

}  // namespace

// A clause as the edges look at it.
struct Edges::Setting {
  std::string_view text;
  const Clause& clause;
  const std::string& symbols;
  std::vector<std::string> words;  // of spans of closed classes; of others the symbol's name
  std::vector<FeaturePart> parts;  // of the words
  std::vector<std::size_t> sure;   // spans of cues that no content grows over
  // Of the outline that is looked at: its cue, its rule and what the rule begins with.
  FeaturePart lemma, act, rule, family;

  void look_at(const Outline& o, const std::string& cue_lemma, std::string_view cue_act) {
    lemma = FeaturePart(cue_lemma);
    act = FeaturePart(cue_act);
    const std::string_view id = o.rule->id;
    rule = FeaturePart(id);
    const std::size_t stage = std::min<std::size_t>(4, id.size());  // without "att."
    family = FeaturePart(id.substr(stage, id.find('.', stage) - stage));
  }
};

Edges::Edges(const Grammar& grammar, const CueFinder& cues, const Weights& weights) : cues_(cues), weights_(weights) {
  const Alphabet& alphabet = grammar.alphabet();
  for (std::size_t k = 0; k < kinds; ++k)
    for (std::size_t n = 0; n < names; ++n) {
      texts_[k][n] = std::string(kind_names[k]) + ":" + std::string(feature_names[n]);
      parts_[k][n] = FeaturePart(texts_[k][n]);
    }
  for (int c = 0; c < 128; ++c) symbols_[c] = alphabet.name(static_cast<char>(c));
  const auto fill = [&](bool(&to)[128], std::initializer_list<std::string_view> of) {
    for (const std::string_view name : of)
      for (const char c : alphabet.members(name)) to[static_cast<unsigned char>(c) & 127] = true;
  };
  fill(marks_, {"COMMA", "SEMICOLON", "COLON", "DASH", "STOP", "SIGN"});
  fill(open_, {"NP", "VERB", "QUOTED", "BRACKET", "NUMBER", "DAY", "GIVEN", "CAP"});  // no name is a feature
  fill(finite_, {"FINITE"});
  fill(dependent_, {"VINF", "VGER", "VPP", "TOSAY", "SAYING"});
  fill(loose_, {"ADV", "NOT", "PREP"});
  fill(noun_phrase_, {"NP"});
  fill(leads_,
       {"AND", "BUT", "OF", "TO", "AS", "BY", "THAT", "SUBORD", "WHO", "WHICH", "WH", "DET", "MY", "NOT", "POSS"});
  fill(joint_, {"AND", "BUT", "COMMA", "SEMICOLON", "DASH"});
  adverb_ = alphabet.symbol("ADV");
  and_ = alphabet.symbol("AND");
  but_ = alphabet.symbol("BUT");
  day_ = alphabet.symbol("DAY");
  quote_ = alphabet.symbol("QUOTE");
}

// How far to the left a cue may reach: over verbs that lead to a form without a subject of its own (went on to
// say, has begun urging) and their adverbs, not before `after`.
std::size_t Edges::verb_group(const Setting& s, std::size_t begin, std::size_t after) const {
  const std::size_t low = std::max(begin > furthest ? begin - furthest : 0, after);
  std::size_t out = begin;
  bool leads = dependent_[static_cast<unsigned char>(s.clause.symbols[begin]) & 127];
  for (std::size_t i = begin; i > low; --i) {
    const unsigned c = static_cast<unsigned char>(s.clause.symbols[i - 1]) & 127;
    const bool verb = finite_[c] || dependent_[c];
    if (verb ? !leads : !loose_[c]) break;
    if (verb) leads = dependent_[c];
    out = i - 1;
  }
  return out;
}

// Up to `stop`, but before the next time phrase: a source has none.
std::size_t Edges::timeless(const Setting& s, std::size_t end, std::size_t stop) const {
  while (end < stop && s.symbols[end] != day_) ++end;
  return end;
}

// Up to `stop`, but before "and" with a verb that what stands before it, having none, cannot share: "praised [the
// plan] and left".
std::size_t Edges::verbless(const Setting& s, std::size_t begin, std::size_t stop) const {
  for (std::size_t i = begin; i < stop; ++i) {
    if (finite_[static_cast<unsigned char>(s.symbols[i]) & 127]) return stop;
    if (i == begin || (s.symbols[i] != and_ && s.symbols[i] != but_)) continue;
    std::size_t next = i + 1;
    while (next < stop && s.symbols[next] == adverb_) ++next;
    if (next < stop && finite_[static_cast<unsigned char>(s.symbols[next]) & 127]) return i;
  }
  return stop;
}

// Calls each(edge, value) for the edges of an outline in turn; `value` is where it is kept, and may be
// changed.
template <typename Each>
void Edges::each_edge(const Setting& s, Outline& o, const Each& each) const {
  const std::size_t focus = o.cue_word.span, size = s.symbols.size();
  const bool inverted = o.source && o.source->begin >= o.cue.end;
  const auto first_after = [&](std::size_t span) {
    std::size_t out = size;
    for (const Range& piece : o.content)
      if (piece.begin >= span) out = std::min(out, piece.begin);
    return out;
  };
  const auto last_before = [&](std::size_t span) {
    std::size_t out = 0;
    for (const Range& piece : o.content)
      if (piece.end <= span) out = std::max(out, piece.end);
    return out;
  };
  {
    const std::size_t after = std::max(o.source && !inverted ? o.source->end : 0, last_before(o.cue.begin + 1));
    Edge edge{cue_begin, o.cue.begin, {verb_group(s, o.cue.begin, after), focus + 1}, focus};
    each(edge, [&](std::size_t place) { o.cue.begin = place; });
  }
  {
    const std::size_t stop = inverted ? o.source->begin : size;
    Edge edge{cue_end, o.cue.end - 1, {focus, std::max(o.cue.end, std::min(o.cue.end + furthest, stop))}, focus};
    each(edge, [&](std::size_t place) {
      o.cue.end = place + 1;
      for (Range& piece : o.content)
        if (piece.begin < o.cue.end && piece.end > o.cue.end) piece.begin = o.cue.end;
    });
  }
  if (o.source && !inverted) {
    const std::size_t after = last_before(o.source->begin + 1);
    const std::size_t low = std::max(o.source->begin > far ? o.source->begin - far : 0, after);
    Edge begin{source_begin, o.source->begin, {std::min(low, o.source->begin), o.source->end}, o.source->end - 1};
    each(begin, [&](std::size_t place) { o.source->begin = place; });
    Edge end{
        source_end, o.source->end - 1, {o.source->begin, timeless(s, o.source->end, o.cue.begin)}, o.source->begin};
    each(end, [&](std::size_t place) { o.source->end = place + 1; });
  }
  if (inverted) {
    const std::size_t stop = std::max(o.source->end, first_after(o.source->begin));
    Edge edge{inverted_end, o.source->end - 1, {o.source->begin, timeless(s, o.source->end, stop)}, o.source->begin};
    each(edge, [&](std::size_t place) { o.source->end = place + 1; });
  }
  for (std::size_t i = 0; i < o.content.size(); ++i) {
    Range& piece = o.content[i];
    const bool quoted = s.symbols[piece.begin] == quote_;
    if (piece.end <= o.cue.begin) {
      if (quoted) continue;
      Edge edge{lead_begin, piece.begin, {std::size_t{0}, piece.end}, piece.end - 1};
      if (i == 0) each(edge, [&](std::size_t place) { piece.begin = place; });
      continue;
    }
    if (piece.begin < o.cue.end) continue;
    if (quoted && piece.size() == 1) continue;  // a whole quotation ends with its marks
    const std::size_t before = i > 0 ? o.content[i - 1].end : 0;
    std::size_t low = std::max({o.cue.end, inverted && o.source->end <= piece.begin ? o.source->end : 0, before});
    for (std::size_t k = low; k < piece.begin; ++k)
      if (mark(s.symbols[k])) low = k + 1;
    Edge begin{content_begin,
               piece.begin,
               {std::min(low, piece.begin), std::min(piece.end, piece.begin + furthest + 1)},
               piece.end - 1};
    each(begin, [&](std::size_t place) { piece.begin = place; });
    std::size_t stop = i + 1 < o.content.size() ? o.content[i + 1].begin : size;
    if (o.source && o.source->begin >= piece.end) stop = std::min(stop, o.source->begin);
    for (const std::size_t cue : s.sure)
      if (cue >= piece.end) stop = std::min(stop, cue);
    stop = std::max(piece.end, stop);
    if (s.act.text.substr(0, 3) != "say") stop = verbless(s, piece.begin, stop);  // what is said has a verb, if unseen
    while (stop > piece.begin + 1 && mark(s.symbols[stop - 1])) --stop;
    piece.end = std::min(piece.end, stop);
    Edge end{content_end, piece.end - 1, {piece.begin, stop}, piece.begin};
    each(end, [&](std::size_t place) { piece.end = place + 1; });
  }
}

// The noun that a noun phrase ends with ("interview"); nothing of a name or another span.
std::string Edges::last_word(const Setting& s, std::size_t span) const {
  if (!noun_phrase_[static_cast<unsigned char>(s.symbols[span]) & 127]) return {};
  const std::string_view word = slice(s.text, s.clause.tokens[s.clause.spans[span].tokens.end - 1].range);
  if (word.empty() || word[0] < 'a' || word[0] > 'z' || word.find(' ') != std::string_view::npos) return {};
  return std::string(word);
}

template <typename Each>
void Edges::each_feature(const Setting& s, const Outline& o, const Edge& edge, std::size_t place, Each&& each) const {
  const auto& name = parts_[edge.kind];
  const bool end =
      edge.kind == cue_end || edge.kind == source_end || edge.kind == inverted_end || edge.kind == content_end;
  const std::ptrdiff_t step = end ? 1 : -1;
  const auto size = static_cast<std::ptrdiff_t>(s.symbols.size());
  const auto symbol = [&](std::ptrdiff_t i) {
    return i < 0       ? FeaturePart("START")
           : i >= size ? FeaturePart("END")
                       : symbols_[static_cast<unsigned char>(s.symbols[static_cast<std::size_t>(i)]) & 127];
  };
  const auto here = static_cast<std::ptrdiff_t>(place);
  // What stands beyond the edge; adverbs after the first tell little.
  std::ptrdiff_t beyond[3];
  std::ptrdiff_t at = here + step;
  for (std::ptrdiff_t& b : beyond) {
    b = at;
    do at += step;
    while (at >= 0 && at < size && s.symbols[static_cast<std::size_t>(at)] == adverb_);
  }
  const auto word = [&](std::ptrdiff_t i) {
    return i < 0 || i >= size ? FeaturePart("END") : s.parts[static_cast<std::size_t>(i)];
  };
  const FeaturePart f0 = symbol(beyond[0]), f1 = symbol(beyond[1]), f2 = symbol(beyond[2]), own = symbol(here);
  const bool marked = beyond[0] >= 0 && beyond[0] < size && mark(s.symbols[static_cast<std::size_t>(beyond[0])]);
  const FeaturePart w = word(beyond[marked ? 1 : 0]);
  const std::size_t distance = place > edge.now ? place - edge.now : edge.now - place;
  const FeaturePart side = distance == 0      ? FeaturePart("here")
                           : place > edge.now ? FeaturePart("later")
                                              : FeaturePart("sooner");
  each(name[side_], side);
  each(name[rule_], s.rule, side);
  each(name[at_], own, f0);
  each(name[next_], f0, f1);
  each(name[next_next_], f0, f1, f2);
  each(name[word_], f0, w);
  each(name[side_next_], side, f0, f1);
  each(name[act_], s.act, f0);
  if (edge.kind == content_end) {
    std::size_t verbs = 0;
    for (std::size_t i = edge.start; i <= place; ++i) {
      const unsigned c = static_cast<unsigned char>(s.symbols[i]) & 127;
      verbs += finite_[c];
      // A joint that the content would run across: by what it goes on, after how many verbs.
      if (!joint_[c] || i == edge.start || i == place) continue;
      std::size_t next = i + 1;
      while (next < place && (s.symbols[next] == adverb_ || joint_[static_cast<unsigned char>(s.symbols[next]) & 127]))
        ++next;
      each(name[crossed_], symbols_[c], symbol(static_cast<std::ptrdiff_t>(next)), count(verbs, 2));
    }
    const FeaturePart finite = count(verbs, 2);
    each(name[verbs_], finite, f0, f1);
    each(name[first_], symbol(static_cast<std::ptrdiff_t>(edge.start)), finite, f0);
    each(name[verbs_word_], finite, f0, w);
    each(name[length_], count((place - edge.start) / 2, 6), f0);
    each(name[family_], s.family, finite, f0, f1);
  } else if (edge.kind == cue_end) {
    each(name[lemma_word_], s.lemma, w);
    each(name[lemma_at_], s.lemma, word(here), f0);
    each(name[reach_], s.lemma, count(place - o.cue.begin, 6));
  } else if (edge.kind == content_begin || edge.kind == lead_begin) {
    const std::size_t gap = place >= o.cue.end ? place - o.cue.end : 2;
    each(name[gap_], side, count(gap, 2));
    each(name[begins_], own, symbol(here + 1));
    each(name[lemma_word_], s.lemma, word(here));
    each(name[begins_word_], f0, word(here), symbol(here + 1));
    if (const std::string noun = last_word(s, place); !noun.empty()) each(name[noun_], noun, symbol(here + 1));
  } else {
    each(name[opening_], word(here));
  }
  if (distance == 0) return;
  each(name[distance_], side, count(distance, 5));
  std::uint64_t seen[2] = {};
  for (std::size_t i = std::min(place, edge.now) + end; i < std::max(place, edge.now) + end; ++i) {
    const unsigned c = static_cast<unsigned char>(s.symbols[i]) & 127;
    if (seen[c / 64] >> (c % 64) & 1) continue;
    seen[c / 64] |= std::uint64_t{1} << (c % 64);
    each(name[passed_], side, symbols_[c]);
  }
}

// Whether an edge can be at such a span: none is at a mark, and nothing ends with a word that leads on ("of", "and").
bool Edges::can_be(const Edge& edge, char symbol) const {
  const auto c = static_cast<unsigned char>(symbol) & 127;
  const bool end = edge.kind == source_end || edge.kind == inverted_end || edge.kind == content_end;
  return !marks_[c] && !(end && leads_[c]);
}

std::size_t Edges::best(const Setting& s, const Outline& o, const Edge& edge) const {
  const auto worth = [&](std::size_t place) {
    Sum sum(weights_);
    each_feature(s, o, edge, place, sum);
    return sum.value() + (edge.kind == content_end ? later * static_cast<double>(place) : 0);
  };
  std::size_t best = edge.now;
  double most = worth(best);
  for (std::size_t place = edge.allowed.begin; place < edge.allowed.end; ++place) {
    if (place == edge.now || !can_be(edge, s.symbols[place])) continue;
    if (const double value = worth(place); value > most) most = value, best = place;
  }
  return best;
}

void Edges::move(std::string_view text, const Clause& clause, const std::string& symbols,
                 const std::vector<std::size_t>& sure, const std::vector<Outline*>& outlines) const {
  if (weights_.empty()) return;
  Setting s{text, clause, symbols, {}, {}, {}, {}, {}, {}, {}};
  read(s);
  s.sure = sure;
  for (Outline* o : outlines) {
    if (o->exact) continue;
    const std::string lemma = cues_.lemma(text, clause.tokens[o->cue_word.head]);
    s.look_at(*o, lemma, cues_.act(text, clause, o->cue_word));
    each_edge(s, *o, [&](const Edge& edge, const auto& put) {
      if (edge.allowed.size() > 1) put(best(s, *o, edge));
    });
  }
}

// The words of the clause as features hold them.
void Edges::read(Setting& s) const {
  s.words.reserve(s.symbols.size());
  s.parts.reserve(s.symbols.size());
  for (std::size_t i = 0; i < s.symbols.size(); ++i) {
    const unsigned c = static_cast<unsigned char>(s.symbols[i]) & 127;
    if (open_[c]) {
      s.parts.push_back(symbols_[c]);
      s.words.emplace_back();
      continue;
    }
    std::string word(slice(s.text, s.clause.tokens[s.clause.spans[i].tokens.begin].range));
    for (char& letter : word) {
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
      if (letter == ' ' || letter == '\t' || letter == '\n') letter = '_';
    }
    s.words.push_back(std::move(word));
    s.parts.emplace_back();
  }
  for (std::size_t i = 0; i < s.words.size(); ++i)
    if (!s.words[i].empty()) s.parts[i] = FeaturePart(s.words[i]);
}

std::vector<Alternatives> Edges::choices(std::string_view text, const Clause& clause, const std::string& symbols,
                                         Outline o, const Outline& gold) const {
  std::vector<Alternatives> out;
  if (o.exact) return out;
  Setting s{text, clause, symbols, {}, {}, {}, {}, {}, {}, {}};
  read(s);
  const std::string lemma = cues_.lemma(text, clause.tokens[o.cue_word.head]);
  s.look_at(o, lemma, cues_.act(text, clause, o.cue_word));
  each_edge(s, o, [&](const Edge& edge, const auto& put) {
    const std::optional<std::size_t> right = wanted(edge, gold);
    if (!right || !edge.allowed.contains(*right)) return;
    Alternatives choice;
    for (std::size_t place = edge.allowed.begin; place < edge.allowed.end; ++place) {
      if (place != edge.now && place != *right && !can_be(edge, s.symbols[place])) continue;
      if (place == *right) choice.right = choice.places.size();
      Written written;
      each_feature(s, o, edge, place, written);
      choice.places.push_back(written.take());
    }
    if (choice.places.size() > 1) out.push_back(std::move(choice));
    put(*right);
  });
  return out;
}

// Where an edge is in the gold; none where that does not tell.
std::optional<std::size_t> Edges::wanted(const Edge& edge, const Outline& gold) {
  const Range now{std::min(edge.now, edge.start), std::max(edge.now, edge.start) + 1};
  const auto first = [&]() -> std::optional<std::size_t> {
    for (const Range& piece : gold.content)
      if (piece.overlaps(now)) return piece.begin;
    return std::nullopt;
  };
  const auto last = [&]() -> std::optional<std::size_t> {
    std::optional<std::size_t> out;
    for (const Range& piece : gold.content)
      if (piece.overlaps(now)) out = piece.end - 1;
    return out;
  };
  switch (edge.kind) {
    case cue_begin:
      return gold.cue.begin;
    case cue_end:
      return gold.cue.end - 1;
    case source_begin:
      return gold.source && gold.source->overlaps(now) ? std::optional(gold.source->begin) : std::nullopt;
    case source_end:
    case inverted_end:
      return gold.source && gold.source->overlaps(now) ? std::optional(gold.source->end - 1) : std::nullopt;
    case content_begin:
    case lead_begin:
      return first();
    case content_end:
      return last();
  }
  return std::nullopt;
}

}  // namespace onrecord
