#include "extract/edge_features.h"

#include <algorithm>
#include <optional>

namespace onrecord {
namespace {

constexpr std::string_view kind_names[] = {"cue.begin",    "cue.end",       "source.begin", "source.end",
                                           "inverted.end", "content.begin", "content.end",  "lead.begin"};
constexpr std::string_view feature_names[] = {"side",        "rule",       "at",       "next",   "next+next",  "word",
                                              "side+next",   "act",        "verbs",    "first",  "verbs+word", "length",
                                              "family",      "lemma+word", "lemma+at", "reach",  "gap",        "begins",
                                              "begins+word", "opening",    "distance", "passed", "crossed",    "noun"};
constexpr FeaturePart counts[] = {"0", "1", "2", "3", "4", "5", "6"};
constexpr FeaturePart side_names[] = {"here", "later", "sooner"};
constexpr std::size_t sides = 3, most_verbs = 2;
constexpr std::size_t furthest = 4;  // phrases that a cue or the beginning of a content moves
constexpr std::size_t far = 10;      // phrases that a source is extended to the left
// Log-odds by which a phrase more of content is worth more: cut short, a statement says something else. Of 0, .05, .1
// and .2 this found most without losing exact ends: indirect content .704 to .721, strict .600 to .601.
constexpr double later = 0.05;
// Log-odds by which the symbols at a place may be less likely than at the rule's own; what is less is not looked at
// any longer. Of 307,000 places 6 in 10 are; 1 in 200 statements changes an edge. At 2 it were 3 in 10, and 1 in 1700.
constexpr double hopeless = 1.5;

// A letter in a word as a feature holds it.
char small(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
  return c == ' ' || c == '\t' || c == '\n' ? '_' : c;
}

FeaturePart count(std::size_t n, std::size_t most) { return counts[std::min(n, most)]; }

}  // namespace

void EdgeFeatures::Setting::look_at(const Outline& o) {
  lemma = FeaturePart(o.lemma);
  act = FeaturePart(o.act);
  const std::string_view id = o.rule->id;
  rule = FeaturePart(id);
  const std::size_t stage = std::min<std::size_t>(4, id.size());  // without "att."
  family = FeaturePart(id.substr(stage, id.find('.', stage) - stage));
}

EdgeFeatures::EdgeFeatures(const Grammar& grammar, const Weights& weights) : weights_(weights) {
  const Alphabet& alphabet = grammar.alphabet();
  for (std::size_t k = 0; k < Edge::kinds; ++k)
    for (std::size_t n = 0; n < name_count; ++n) {
      texts_[k][n] = std::string(kind_names[k]) + ":" + std::string(feature_names[n]);
      parts_[k][n] = FeaturePart(texts_[k][n]);
    }
  for (int c = 0; c < 128; ++c)
    if (const std::string_view name = alphabet.name(static_cast<char>(c)); !name.empty()) {
      codes_[static_cast<std::size_t>(c)] = static_cast<std::uint8_t>(code_names_.size());
      code_names_.push_back(name);
    }
  start_ = code_names_.size();
  end_ = start_ + 1;
  for (const FeaturePart end : {FeaturePart("START"), FeaturePart("END")}) code_names_.push_back(end);
  marks_ = alphabet.set({"COMMA", "SEMICOLON", "COLON", "DASH", "STOP", "SIGN"});
  open_ = alphabet.set({"NP", "VERB", "QUOTED", "BRACKET", "NUMBER", "DAY", "GIVEN", "CAP"});  // no name is a feature
  finite_ = alphabet.set({"FINITE"});
  joint_ = alphabet.set({"AND", "BUT", "COMMA", "SEMICOLON", "DASH"});
  noun_phrase_ = alphabet.set({"NP"});
  no_end_ = alphabet.set({"COMMA", "SEMICOLON", "COLON",  "DASH", "STOP",  "SIGN", "AND", "BUT", "OF",  "TO",  "AS",
                          "BY",    "THAT",      "SUBORD", "WHO",  "WHICH", "WH",   "DET", "MY",  "NOT", "POSS"});
  adverb_ = alphabet.symbol("ADV");
  adverb_code_ = codes_[static_cast<std::size_t>(adverb_)];
  const std::size_t size = code_names_.size(), counts = most_verbs + 1;
  const KeptSums<3>::At counted = {counts, size, size};
  kept_ = {KeptSums<4>({Edge::kinds, sides, size, size}),
           KeptSums<3>({Edge::kinds, size, size}),
           KeptSums<3>(counted),
           KeptSums<3>(counted),
           KeptSums<3>({Edge::kinds, sides, size}),
           KeptSums<3>(counted)};
}

FeaturePart EdgeFeatures::Setting::word(std::ptrdiff_t span) const {
  return span < 0 || span >= static_cast<std::ptrdiff_t>(parts.size()) ? FeaturePart("END")
                                                                       : parts[static_cast<std::size_t>(span)];
}

EdgeFeatures::Setting EdgeFeatures::setting(std::string_view text, const Clause& clause,
                                            const std::string& symbols) const {
  Setting s{text, clause, symbols, {}, {}, {}, {0}, {}, {}, {}, {}, {}};
  const std::size_t size = symbols.size();
  s.codes.assign(size + 2 * Setting::margin, static_cast<std::uint8_t>(start_));
  s.verbs.reserve(size + 1);
  s.words.reserve(size);  // the parts look into them
  s.parts.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const char symbol = symbols[i];
    const std::uint8_t code = codes_[static_cast<unsigned char>(symbol) & 127];
    s.codes[i + Setting::margin] = code;
    s.verbs.push_back(s.verbs.back() + finite_.has(symbol));
    if (joint_.has(symbol)) s.joints.push_back(i);
    if (open_.has(symbol)) {
      s.parts.push_back(code_names_[code]);
      continue;
    }
    std::string_view word = slice(text, clause.tokens[clause.spans[i].tokens.begin].range);
    if (std::any_of(word.begin(), word.end(), [](char c) { return c != small(c); })) {
      std::string& mended = s.words.emplace_back(word);
      std::transform(mended.begin(), mended.end(), mended.begin(), small);
      word = mended;
    }
    s.parts.emplace_back(word);
  }
  std::fill_n(s.codes.end() - Setting::margin, Setting::margin, static_cast<std::uint8_t>(end_));
  return s;
}

// The noun that a noun phrase ends with ("interview"); nothing of a name or another span.
std::string_view EdgeFeatures::last_word(const Setting& s, std::size_t span) const {
  if (!noun_phrase_.has(s.symbols[span])) return {};
  const std::string_view word = slice(s.text, s.clause.tokens[s.clause.spans[span].tokens.end - 1].range);
  if (word.empty() || word[0] < 'a' || word[0] > 'z' || word.find(' ') != std::string_view::npos) return {};
  return word;
}

// What stands at a place that an edge could have, and beyond it.
struct EdgeFeatures::Place {
  std::ptrdiff_t at, step;   // spans; the step leads beyond
  std::size_t side;          // an index of side_names
  std::ptrdiff_t beyond[2];  // spans; adverbs after the first tell little
  Code own, codes[2];        // of the place, of what is beyond

  Place(const EdgeFeatures& edges, const Setting& s, const Edge& edge, std::size_t place)
      : at(static_cast<std::ptrdiff_t>(place)),
        step(edge.is_end() ? 1 : -1),
        side(place == edge.now  ? 0
             : place > edge.now ? 1
                                : 2),
        beyond{at + step, after(edges, s, at + step)},
        own(s.code(at)),
        codes{s.code(beyond[0]), s.code(beyond[1])} {}

  // The span behind one, adverbs left out.
  std::ptrdiff_t after(const EdgeFeatures& edges, const Setting& s, std::ptrdiff_t span) const {
    do span += step;
    while (s.code(span) == edges.adverb_code_);
    return span;
  }
};

// What the symbols at a place alone tell of it.
template <typename Each>
void EdgeFeatures::at_sight(const Edge& edge, const Place& p, Each& each) const {
  const auto& name = parts_[edge.kind];
  const FeaturePart &side = side_names[p.side], &f0 = code_names_[p.codes[0]], &f1 = code_names_[p.codes[1]];
  each(kept_.sight, {edge.kind, p.side, p.codes[0], p.codes[1]}, [&](auto& of) {
    of(name[side_], side);
    of(name[next_], f0, f1);
    of(name[side_next_], side, f0, f1);
  });
  each(kept_.own, {edge.kind, p.own, p.codes[0]}, [&](auto& of) { of(name[at_], code_names_[p.own], f0); });
}

// What lies between the last place and this one, which is further away from the rule's own, and was not met before.
template <typename Each>
void EdgeFeatures::each_passed(const Setting& s, const Edge& edge, std::size_t place, Passed& passed,
                               Each& each) const {
  const std::size_t side = place > edge.now ? 1 : 2, beyond = edge.is_end();
  const std::size_t stop = std::max(place, passed.to) + beyond;
  for (std::size_t i = std::min(place, passed.to) + beyond; i < stop; ++i) {
    const Code c = s.code(static_cast<std::ptrdiff_t>(i));
    std::uint64_t& met = passed.codes[c / 64];
    if (met >> (c % 64) & 1) continue;
    met |= std::uint64_t{1} << (c % 64);
    each(kept_.passed, {edge.kind, side, c},
         [&](auto& of) { of(parts_[edge.kind][passed_], side_names[side], code_names_[c]); });
  }
  passed.to = place;
}

// The other features, but for what is passed.
template <typename Each>
void EdgeFeatures::at_length(const Setting& s, const Outline& o, const Edge& edge, const Place& p, Each& each) const {
  const auto& name = parts_[edge.kind];
  const auto place = static_cast<std::size_t>(p.at);
  const FeaturePart &side = side_names[p.side], &f0 = code_names_[p.codes[0]], &f1 = code_names_[p.codes[1]],
                    &next = code_names_[s.code(p.at + 1)];
  const bool marked = p.beyond[0] >= 0 && p.beyond[0] < static_cast<std::ptrdiff_t>(s.symbols.size()) &&
                      marks_.has(s.symbols[static_cast<std::size_t>(p.beyond[0])]);
  const FeaturePart w = s.word(p.beyond[marked ? 1 : 0]), here = s.word(p.at);
  each(name[rule_], s.rule, side);
  each(name[next_next_], f0, f1, code_names_[s.code(p.after(*this, s, p.beyond[1]))]);
  each(name[word_], f0, w);
  each(name[act_], s.act, f0);
  if (edge.kind == Edge::content_end) {
    at_content_end(s, edge, p, w, each);
  } else if (edge.kind == Edge::cue_end) {
    each(name[lemma_word_], s.lemma, w);
    each(name[lemma_at_], s.lemma, here, f0);
    each(name[reach_], s.lemma, count(place - o.cue.begin, 6));
  } else if (edge.kind == Edge::content_begin || edge.kind == Edge::lead_begin) {
    const std::size_t gap = place >= o.cue.end ? place - o.cue.end : 2;
    each(name[gap_], side, count(gap, 2));
    each(name[begins_], code_names_[p.own], next);
    each(name[lemma_word_], s.lemma, here);
    each(name[begins_word_], f0, here, next);
    if (const std::string_view noun = last_word(s, place); !noun.empty()) each(name[noun_], noun, next);
  } else {
    each(name[opening_], here);
  }
  if (p.side != 0) each(name[distance_], side, count(place > edge.now ? place - edge.now : edge.now - place, 5));
}

// Those of the end of a content.
template <typename Each>
void EdgeFeatures::at_content_end(const Setting& s, const Edge& edge, const Place& p, const FeaturePart& w,
                                  Each& each) const {
  const auto& name = parts_[Edge::content_end];
  const auto place = static_cast<std::size_t>(p.at);
  const auto verbs_up_to = [&](std::size_t i) { return std::min(s.verbs[i + 1] - s.verbs[edge.start], most_verbs); };
  // Joints that the content would run across: by what it goes on, after how many verbs.
  for (auto i = std::upper_bound(s.joints.begin(), s.joints.end(), edge.start); i != s.joints.end() && *i < place;
       ++i) {
    std::size_t on = *i + 1;
    while (on < place && (s.symbols[on] == adverb_ || joint_.has(s.symbols[on]))) ++on;
    const std::size_t verbs = verbs_up_to(*i);
    const Code joint = s.code(static_cast<std::ptrdiff_t>(*i)), next = s.code(static_cast<std::ptrdiff_t>(on));
    each(kept_.crossed, {verbs, joint, next},
         [&](auto& of) { of(name[crossed_], code_names_[joint], code_names_[next], counts[verbs]); });
  }
  const std::size_t verbs = verbs_up_to(place);
  const Code start = s.code(static_cast<std::ptrdiff_t>(edge.start));
  const FeaturePart &f0 = code_names_[p.codes[0]], &f1 = code_names_[p.codes[1]];
  each(kept_.verbs, {verbs, p.codes[0], p.codes[1]}, [&](auto& of) { of(name[verbs_], counts[verbs], f0, f1); });
  each(kept_.opening, {verbs, start, p.codes[0]},
       [&](auto& of) { of(name[first_], code_names_[start], counts[verbs], f0); });
  each(name[verbs_word_], counts[verbs], f0, w);
  each(name[length_], count((place - edge.start) / 2, 6), f0);
  each(name[family_], s.family, counts[verbs], f0, f1);
}

// Whether an edge can be at such a span: none is at a mark, and nothing ends with a word that leads on ("of", "and").
bool EdgeFeatures::can_be(const Edge& edge, char symbol) const {
  return !(edge.is_end() && edge.kind != Edge::cue_end ? no_end_ : marks_).has(symbol);
}

std::size_t EdgeFeatures::best(const Setting& s, const Outline& o, const Edge& edge) const {
  const auto sight = [&](const Place& place) {
    Sum sum(weights_);
    at_sight(edge, place, sum);
    return sum.hundredths();
  };
  const auto worth = [&](const Place& place, int others) {
    Sum sum(weights_);
    at_length(s, o, edge, place, sum);
    return (others + sum.hundredths()) / 100.0 +
           (edge.kind == Edge::content_end ? later * static_cast<double>(place.at) : 0);
  };
  const Place now(*this, s, edge, edge.now);
  const int now_at_sight = sight(now);
  const double least = now_at_sight / 100.0 - hopeless;
  std::size_t best = edge.now;
  std::optional<double> most;  // of the best; not asked for while nothing is compared with it
  const auto look = [&](std::size_t at, Passed& passed, Sum& of_passed) {
    if (!can_be(edge, s.symbols[at])) return;
    const Place place(*this, s, edge, at);
    const int at_sight = sight(place);
    if (at_sight / 100.0 < least) return;
    if (!most) most = worth(now, now_at_sight);
    each_passed(s, edge, at, passed, of_passed);
    const double its = worth(place, at_sight + of_passed.hundredths());
    // Of equal ones the rule's own, then the first.
    if (its > *most || (its == *most && at < best && best != edge.now)) best = at, most = its;
  };
  Passed before{edge.now}, behind{edge.now};
  Sum of_before(weights_), of_behind(weights_);
  for (std::size_t at = std::min<std::size_t>(edge.now, edge.allowed.end); at-- > edge.allowed.begin;)
    look(at, before, of_before);
  for (std::size_t at = std::max<std::size_t>(edge.now + 1, edge.allowed.begin); at < edge.allowed.end; ++at)
    look(at, behind, of_behind);
  return best;
}

std::vector<std::string> EdgeFeatures::names(const Setting& s, const Outline& o, const Edge& edge,
                                             std::size_t at) const {
  const Place place(*this, s, edge, at);
  Written written;
  at_sight(edge, place, written);
  at_length(s, o, edge, place, written);
  Passed passed{edge.now};
  if (at != edge.now) each_passed(s, edge, at, passed, written);
  return written.take();
}

}  // namespace onrecord
