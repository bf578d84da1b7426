#include "extract/edge.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::size_t furthest = 4;  // phrases that a cue or the beginning of a content moves
constexpr std::size_t far = 10;      // phrases that a source is extended to the left

}  // namespace

Edges::Edges(const Grammar& grammar, const Weights& weights) : weights_(weights), features_(grammar, weights) {
  const Alphabet& alphabet = grammar.alphabet();
  marks_ = alphabet.set({"COMMA", "SEMICOLON", "COLON", "DASH", "STOP", "SIGN"});
  finite_ = alphabet.set({"FINITE"});
  dependent_ = alphabet.set({"VINF", "VGER", "VPP", "TOSAY", "SAYING"});
  loose_ = alphabet.set({"ADV", "NOT", "PREP"});
  relative_ = alphabet.set({"WHO", "WHICH", "WH", "THAT"});
  adverb_ = alphabet.symbol("ADV");
  subject_ = alphabet.set({"NP", "PRONOUN"});
  quoted_ = alphabet.set({"QUOTED"});
  comma_ = alphabet.symbol("COMMA");
  and_ = alphabet.symbol("AND");
  but_ = alphabet.symbol("BUT");
  day_ = alphabet.symbol("DAY");
  quote_ = alphabet.symbol("QUOTE");
}

// How far to the left a cue may reach: over verbs that lead to a form without a subject of its own (went on to
// say, has begun urging) and their adverbs, not before `after`.
std::size_t Edges::verb_group(const EdgeFeatures::Setting& s, std::size_t begin, std::size_t after) const {
  const std::size_t low = std::max(begin > furthest ? begin - furthest : 0, after);
  std::size_t out = begin;
  bool leads = dependent_.has(s.clause.symbols[begin]);
  for (std::size_t i = begin; i > low; --i) {
    const char c = s.clause.symbols[i - 1];
    const bool verb = finite_.has(c) || dependent_.has(c);
    if (verb ? !leads : !loose_.has(c)) break;
    if (verb) leads = dependent_.has(c);
    out = i - 1;
  }
  return out;
}

// Up to `stop`, but before the next time phrase: a source has none.
std::size_t Edges::timeless(const EdgeFeatures::Setting& s, std::size_t end, std::size_t stop) const {
  while (end < stop && s.symbols[end] != day_) ++end;
  return end;
}

// Up to `stop`, but before "and" with a verb that what stands before it, having none, cannot share ("praised [the plan]
// and left"), and before a comma with "and" and another's verb ("praised [the plan], but Holt left").
std::size_t Edges::verbless(const EdgeFeatures::Setting& s, std::size_t begin, std::size_t stop) const {
  bool quoted = false;  // where a verb may be unseen
  for (std::size_t i = begin; i < stop; ++i) {
    if (finite_.has(s.symbols[i])) return stop;
    quoted |= quoted_.has(s.symbols[i]);
    if (i == begin || (s.symbols[i] != and_ && s.symbols[i] != but_)) continue;
    std::size_t next = i + 1;
    while (next < stop && s.symbols[next] == adverb_) ++next;
    const bool another = s.symbols[i - 1] == comma_ && !quoted && s.parts[i].text != "or";
    if (another && next < stop && subject_.has(s.symbols[next])) ++next;
    if (next < stop && finite_.has(s.symbols[next])) return i;
  }
  return stop;
}

// The verb of what is said, where only an aside stands between it and its subject ("said [the levy, which is new,
// hurts] the poor"): no content ends before it. Where it begins otherwise.
std::size_t Edges::verb_behind_aside(const EdgeFeatures::Setting& s, Range piece) const {
  const auto comma = [&](std::size_t from) {
    std::size_t i = from;
    while (i < piece.end && s.symbols[i] != comma_ && !finite_.has(s.symbols[i])) ++i;
    return i < piece.end && s.symbols[i] == comma_ ? i : piece.end;
  };
  const std::size_t opens = comma(piece.begin);
  if (opens + 1 >= piece.end || !relative_.has(s.symbols[opens + 1])) return piece.begin;
  std::size_t next = opens + 1;
  while (next < piece.end && s.symbols[next] != comma_) ++next;
  do ++next;
  while (next < piece.end && s.symbols[next] == adverb_);
  return next < piece.end && finite_.has(s.symbols[next]) ? next : piece.begin;
}

// How far to the left what stands before a cue may reach: what has no verb, not over one.
std::size_t Edges::verbless_from(const EdgeFeatures::Setting& s, Range piece) const {
  const auto verb = [&](std::size_t i) { return finite_.has(s.symbols[i]); };
  for (std::size_t i = piece.begin; i < piece.end; ++i)
    if (verb(i)) return 0;
  std::size_t out = piece.begin;
  while (out > 0 && !verb(out - 1)) --out;
  return out;
}

// Calls each(edge, value) for the edges of an outline in turn; `value` is where it is kept, and may be
// changed. No content grows over a cue that is sure.
template <typename Each>
void Edges::each_edge(const EdgeFeatures::Setting& s, const std::vector<std::size_t>& sure, Outline& o,
                      const Each& each) const {
  const std::size_t focus = o.cue_word.span, size = s.symbols.size();
  const bool inverted = o.source && o.source->begin >= o.cue.end;
  const auto first_after = [&](std::size_t span) {
    std::size_t out = size;
    for (const Range& piece : o.content)
      if (piece.begin >= span) out = std::min<std::size_t>(out, piece.begin);
    return out;
  };
  const auto last_before = [&](std::size_t span) {
    std::size_t out = 0;
    for (const Range& piece : o.content)
      if (piece.end <= span) out = std::max<std::size_t>(out, piece.end);
    return out;
  };
  {
    const std::size_t after =
        std::max<std::size_t>(o.source && !inverted ? o.source->end : 0, last_before(o.cue.begin + 1));
    Edge edge{Edge::cue_begin, o.cue.begin, {verb_group(s, o.cue.begin, after), focus + 1}, focus};
    each(edge, [&](std::size_t place) { o.cue.begin = place; });
  }
  {
    const std::size_t stop = inverted ? o.source->begin : size;
    Edge edge{Edge::cue_end,
              o.cue.end - 1,
              {focus, std::max<std::size_t>(o.cue.end, std::min<std::size_t>(o.cue.end + furthest, stop))},
              focus};
    each(edge, [&](std::size_t place) {
      o.cue.end = place + 1;
      for (Range& piece : o.content)
        if (piece.begin < o.cue.end && piece.end > o.cue.end) {
          piece.begin = o.cue.end;
          while (piece.size() > 1 && marks_.has(s.symbols[piece.begin])) ++piece.begin;
        }
    });
  }
  if (o.source && !inverted) {
    const std::size_t after = last_before(o.source->begin + 1);
    const std::size_t low = std::max(o.source->begin > far ? o.source->begin - far : 0, after);
    Edge begin{Edge::source_begin,
               o.source->begin,
               {std::min<std::size_t>(low, o.source->begin), o.source->end},
               o.source->end - 1};
    each(begin, [&](std::size_t place) { o.source->begin = place; });
    Edge end{Edge::source_end,
             o.source->end - 1,
             {o.source->begin, timeless(s, o.source->end, o.cue.begin)},
             o.source->begin};
    each(end, [&](std::size_t place) { o.source->end = place + 1; });
  }
  if (inverted) {
    const std::size_t stop = std::max<std::size_t>(o.source->end, first_after(o.source->begin));
    Edge edge{
        Edge::inverted_end, o.source->end - 1, {o.source->begin, timeless(s, o.source->end, stop)}, o.source->begin};
    each(edge, [&](std::size_t place) { o.source->end = place + 1; });
  }
  for (std::size_t i = 0; i < o.content.size(); ++i) {
    Range& piece = o.content[i];
    const bool quoted = s.symbols[piece.begin] == quote_;
    if (piece.end <= o.cue.begin) {
      if (quoted || (piece.size() == 1 && relative_.has(s.symbols[piece.begin]))) continue;
      Edge edge{Edge::lead_begin, piece.begin, {verbless_from(s, piece), piece.end}, piece.end - 1};
      if (i == 0) each(edge, [&](std::size_t place) { piece.begin = place; });
      continue;
    }
    if (piece.begin < o.cue.end) continue;
    if (quoted && piece.size() == 1) continue;  // a whole quotation ends with its marks
    const std::size_t before = i > 0 ? o.content[i - 1].end : 0;
    std::size_t low =
        std::max<std::size_t>({o.cue.end, inverted && o.source->end <= piece.begin ? o.source->end : 0, before});
    for (std::size_t k = low; k < piece.begin; ++k)
      if (marks_.has(s.symbols[k])) low = k + 1;
    Edge begin{Edge::content_begin,
               piece.begin,
               {std::min<std::size_t>(low, piece.begin), std::min<std::size_t>(piece.end, piece.begin + furthest + 1)},
               piece.end - 1};
    each(begin, [&](std::size_t place) { piece.begin = place; });
    std::size_t stop = i + 1 < o.content.size() ? o.content[i + 1].begin : size;
    if (o.source && o.source->begin >= piece.end) stop = std::min<std::size_t>(stop, o.source->begin);
    for (const std::size_t cue : sure)
      if (cue >= piece.end) stop = std::min(stop, cue);
    stop = std::max<std::size_t>(piece.end, stop);
    const bool said = s.act.text.substr(0, 3) == "say";  // what is said has a verb, if unseen
    if (!said) stop = verbless(s, piece.begin, stop);
    while (stop > piece.begin + 1 && marks_.has(s.symbols[stop - 1])) --stop;
    piece.end = std::min<std::size_t>(piece.end, stop);
    const std::size_t least = said ? verb_behind_aside(s, piece) : piece.begin;
    Edge end{Edge::content_end, piece.end - 1, {least, stop}, piece.begin};
    each(end, [&](std::size_t place) { piece.end = place + 1; });
  }
}

void Edges::move(std::string_view text, const Clause& clause, const std::string& symbols,
                 const std::vector<std::size_t>& sure, const std::vector<Outline*>& outlines) const {
  if (weights_.empty()) return;
  EdgeFeatures::Setting s = features_.setting(text, clause, symbols);
  for (Outline* o : outlines) {
    if (o->exact) continue;
    s.look_at(*o);
    each_edge(s, sure, *o, [&](const Edge& edge, const auto& put) {
      if (edge.allowed.size() > 1) put(features_.best(s, *o, edge));
    });
  }
}

std::vector<Alternatives> Edges::choices(std::string_view text, const Clause& clause, const std::string& symbols,
                                         Outline o, const Outline& gold) const {
  std::vector<Alternatives> out;
  if (o.exact) return out;
  EdgeFeatures::Setting s = features_.setting(text, clause, symbols);
  s.look_at(o);
  each_edge(s, {}, o, [&](const Edge& edge, const auto& put) {
    const std::optional<std::size_t> right = wanted(edge, gold);
    if (!right || !edge.allowed.contains(*right)) return;
    Alternatives choice;
    for (std::size_t place = edge.allowed.begin; place < edge.allowed.end; ++place) {
      if (place != edge.now && place != *right && !features_.can_be(edge, s.symbols[place])) continue;
      if (place == *right) choice.right = choice.places.size();
      choice.places.push_back(features_.names(s, o, edge, place));
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
    case Edge::cue_begin:
      return gold.cue.begin;
    case Edge::cue_end:
      return gold.cue.end - 1;
    case Edge::source_begin:
      return gold.source && gold.source->overlaps(now) ? std::optional(gold.source->begin) : std::nullopt;
    case Edge::source_end:
    case Edge::inverted_end:
      return gold.source && gold.source->overlaps(now) ? std::optional(gold.source->end - 1) : std::nullopt;
    case Edge::content_begin:
    case Edge::lead_begin:
      return first();
    case Edge::content_end:
      return last();
  }
  return std::nullopt;
}

}  // namespace onrecord
