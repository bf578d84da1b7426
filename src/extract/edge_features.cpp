#include "extract/edge_features.h"

#include <algorithm>
#include <atomic>

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
constexpr int unknown = 0;
constexpr std::size_t furthest = 4;  // phrases that a cue or the beginning of a content moves
constexpr std::size_t far = 10;      // phrases that a source is extended to the left
// Log-odds by which a phrase more of content is worth more: cut short, a statement says something else. Of 0, .05, .1
// and .2 this found most without losing exact ends: indirect content .704 to .721, strict .600 to .601.
constexpr double later = 0.05;
// Log-odds by which the symbols at a place may be less likely than at the rule's own; what is less is not looked at
// any longer. Of 307,000 places 6 in 10 are; 1 in 200 statements changes an edge. At 2 it were 3 in 10, and 1 in 1700.
constexpr double hopeless = 1.5;

FeaturePart count(std::size_t n, std::size_t most) { return counts[std::min(n, most)]; }

}  // namespace

// The weights of the features over symbols alone, of half of all features looked at: hundredths and 1; 0 where
// nobody asked yet. Threads that ask at the same time find the same.
struct EdgeFeatures::Tables {
  static constexpr std::size_t counts = most_verbs + 1;
  explicit Tables(std::size_t size)
      : beyond(Edge::kinds * sides * size * size),
        at(Edge::kinds * size * size),
        verbs(counts * size * size),
        opening(counts * size * size),
        passed(Edge::kinds * sides * size),
        crossed(counts * size * size) {}

  std::vector<std::atomic<std::int16_t>> beyond, at, verbs, opening, passed, crossed;
};

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
  leads_ = alphabet.set(
      {"AND", "BUT", "OF", "TO", "AS", "BY", "THAT", "SUBORD", "WHO", "WHICH", "WH", "DET", "MY", "NOT", "POSS"});
  adverb_ = alphabet.symbol("ADV");
  tables_ = std::make_unique<Tables>(code_names_.size());
}

EdgeFeatures::~EdgeFeatures() = default;

EdgeFeatures::Setting EdgeFeatures::setting(std::string_view text, const Clause& clause,
                                            const std::string& symbols) const {
  Setting s{text, clause, symbols, {}, {}, {}, {0}, {}, {}, {}, {}, {}};
  const std::size_t size = symbols.size();
  s.codes.reserve(size);
  s.verbs.reserve(size + 1);
  s.words.reserve(size);  // the parts look into them
  s.parts.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const char symbol = symbols[i];
    s.codes.push_back(codes_[static_cast<unsigned char>(symbol) & 127]);
    s.verbs.push_back(s.verbs.back() + finite_.has(symbol));
    if (joint_.has(symbol)) s.joints.push_back(i);
    if (open_.has(symbol)) {
      s.parts.push_back(code_names_[s.codes.back()]);
      continue;
    }
    std::string& word = s.words.emplace_back(slice(text, clause.tokens[clause.spans[i].tokens.begin].range));
    for (char& letter : word) {
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
      if (letter == ' ' || letter == '\t' || letter == '\n') letter = '_';
    }
    s.parts.emplace_back(std::string_view(word));
  }
  return s;
}

// The noun that a noun phrase ends with ("interview"); nothing of a name or another span.
std::string EdgeFeatures::last_word(const Setting& s, std::size_t span) const {
  if (!noun_phrase_.has(s.symbols[span])) return {};
  const std::string_view word = slice(s.text, s.clause.tokens[s.clause.spans[span].tokens.end - 1].range);
  if (word.empty() || word[0] < 'a' || word[0] > 'z' || word.find(' ') != std::string_view::npos) return {};
  return std::string(word);
}

template <typename Each>
void EdgeFeatures::each_beyond(std::size_t kind, std::size_t side, Code first, Code second, Each&& each) const {
  const auto& name = parts_[kind];
  each(name[side_], side_names[side]);
  each(name[next_], code_names_[first], code_names_[second]);
  each(name[side_next_], side_names[side], code_names_[first], code_names_[second]);
}

template <typename Each>
void EdgeFeatures::each_at(std::size_t kind, Code own, Code beyond, Each&& each) const {
  each(parts_[kind][at_], code_names_[own], code_names_[beyond]);
}

template <typename Each>
void EdgeFeatures::each_verbs(std::size_t verbs, Code first, Code second, Each&& each) const {
  each(parts_[Edge::content_end][verbs_], counts[verbs], code_names_[first], code_names_[second]);
}

template <typename Each>
void EdgeFeatures::each_opening(Code first, std::size_t verbs, Code beyond, Each&& each) const {
  each(parts_[Edge::content_end][first_], code_names_[first], counts[verbs], code_names_[beyond]);
}

template <typename Each>
void EdgeFeatures::each_passed(std::size_t kind, std::size_t side, Code symbol, Each&& each) const {
  each(parts_[kind][passed_], side_names[side], code_names_[symbol]);
}

template <typename Each>
void EdgeFeatures::each_crossed(Code joint, Code next, std::size_t verbs, Each&& each) const {
  each(parts_[Edge::content_end][crossed_], code_names_[joint], code_names_[next], counts[verbs]);
}

// Adds up the weights of the features. What is over symbols alone is looked up once, and then in a table.
class EdgeFeatures::Scored {
 public:
  Scored(const EdgeFeatures& edges, std::size_t kind)
      : edges_(edges), tables_(*edges.tables_), size_(edges.code_names_.size()), kind_(kind), sum_(edges.weights_) {}
  void beyond(std::size_t side, Code a, Code b) {
    add(tables_.beyond, ((kind_ * sides + side) * size_ + a) * size_ + b,
        [&](Sum& sum) { edges_.each_beyond(kind_, side, a, b, sum); });
  }
  void at(Code a, Code b) {
    add(tables_.at, (kind_ * size_ + a) * size_ + b, [&](Sum& sum) { edges_.each_at(kind_, a, b, sum); });
  }
  void verbs(std::size_t verbs, Code a, Code b) {
    add(tables_.verbs, (verbs * size_ + a) * size_ + b, [&](Sum& sum) { edges_.each_verbs(verbs, a, b, sum); });
  }
  void opening(Code a, std::size_t verbs, Code b) {
    add(tables_.opening, (verbs * size_ + a) * size_ + b, [&](Sum& sum) { edges_.each_opening(a, verbs, b, sum); });
  }
  void passed(std::size_t side, Code a) {
    add(tables_.passed, (kind_ * sides + side) * size_ + a, [&](Sum& sum) { edges_.each_passed(kind_, side, a, sum); });
  }
  void crossed(Code a, Code b, std::size_t verbs) {
    add(tables_.crossed, (verbs * size_ + a) * size_ + b, [&](Sum& sum) { edges_.each_crossed(a, b, verbs, sum); });
  }
  template <typename... Parts>
  void other(const FeaturePart& name, const Parts&... parts) {
    sum_(name, parts...);
  }
  double value() { return (sum_.hundredths() + of_tables_) / 100.0; }

 private:
  template <typename Feature>
  void add(std::vector<std::atomic<std::int16_t>>& table, std::size_t i, const Feature& feature) {
    int value = table[i].load(std::memory_order_relaxed);
    if (value == unknown) {
      Sum sum(edges_.weights_);
      feature(sum);
      value = sum.hundredths() + 1;  // a sum of -0.01 is looked up anew each time
      table[i].store(static_cast<std::int16_t>(value), std::memory_order_relaxed);
    }
    of_tables_ += value - 1;
  }

  const EdgeFeatures& edges_;
  Tables& tables_;
  std::size_t size_, kind_;
  Sum sum_;
  int of_tables_ = 0;
};

// Writes the features out, for learning.
class EdgeFeatures::Spelt {
 public:
  Spelt(const EdgeFeatures& edges, std::size_t kind) : edges_(edges), kind_(kind) {}
  void beyond(std::size_t side, Code a, Code b) { edges_.each_beyond(kind_, side, a, b, written_); }
  void at(Code a, Code b) { edges_.each_at(kind_, a, b, written_); }
  void verbs(std::size_t verbs, Code a, Code b) { edges_.each_verbs(verbs, a, b, written_); }
  void opening(Code a, std::size_t verbs, Code b) { edges_.each_opening(a, verbs, b, written_); }
  void passed(std::size_t side, Code a) { edges_.each_passed(kind_, side, a, written_); }
  void crossed(Code a, Code b, std::size_t verbs) { edges_.each_crossed(a, b, verbs, written_); }
  template <typename... Parts>
  void other(const FeaturePart& name, const Parts&... parts) {
    written_(name, parts...);
  }
  std::vector<std::string> take() { return written_.take(); }

 private:
  const EdgeFeatures& edges_;
  std::size_t kind_;
  Written written_;
};

// What stands at a place that an edge could have, and beyond it.
struct EdgeFeatures::Place {
  std::size_t at = 0, distance = 0, side = 0;  // spans; side: an index of side_names
  std::ptrdiff_t beyond[3] = {};               // spans; adverbs after the first tell little
  Code own = 0, codes[3] = {};                 // of the place, of what is beyond

  Place(const EdgeFeatures& edges, const Setting& s, const Edge& edge, std::size_t place)
      : at(place),
        distance(place > edge.now ? place - edge.now : edge.now - place),
        side(distance == 0      ? 0
             : place > edge.now ? 1
                                : 2),
        own(s.codes[place]) {
    const bool end = edge.kind == Edge::cue_end || edge.kind == Edge::source_end || edge.kind == Edge::inverted_end ||
                     edge.kind == Edge::content_end;
    const std::ptrdiff_t step = end ? 1 : -1, size = static_cast<std::ptrdiff_t>(s.codes.size());
    std::ptrdiff_t i = static_cast<std::ptrdiff_t>(place) + step;
    for (std::size_t k = 0; k < 3; ++k) {
      beyond[k] = i;
      codes[k] = i < 0 ? edges.start_ : i >= size ? edges.end_ : s.codes[static_cast<std::size_t>(i)];
      do i += step;
      while (i >= 0 && i < size && s.symbols[static_cast<std::size_t>(i)] == edges.adverb_);
    }
  }
};

// What the symbols at a place alone tell of it.
template <typename Each>
void EdgeFeatures::at_sight(const Place& place, Each& each) const {
  each.beyond(place.side, place.codes[0], place.codes[1]);
  each.at(place.own, place.codes[0]);
}

// The other features.
template <typename Each>
void EdgeFeatures::at_length(const Setting& s, const Outline& o, const Edge& edge, const Place& p, Each& each) const {
  const auto& name = parts_[edge.kind];
  const auto size = static_cast<std::ptrdiff_t>(s.codes.size());
  const std::size_t place = p.at, side = p.side;
  const auto here = static_cast<std::ptrdiff_t>(place);
  const auto word = [&](std::ptrdiff_t i) {
    return i < 0 || i >= size ? FeaturePart("END") : s.parts[static_cast<std::size_t>(i)];
  };
  const auto [c0, c1, c2] = p.codes;
  const FeaturePart &f0 = code_names_[c0], &f1 = code_names_[c1],
                    &next = code_names_[here + 1 < size ? s.codes[place + 1] : end_];
  const bool marked =
      p.beyond[0] >= 0 && p.beyond[0] < size && marks_.has(s.symbols[static_cast<std::size_t>(p.beyond[0])]);
  const FeaturePart w = word(p.beyond[marked ? 1 : 0]);
  each.other(name[rule_], s.rule, side_names[side]);
  each.other(name[next_next_], f0, f1, code_names_[c2]);
  each.other(name[word_], f0, w);
  each.other(name[act_], s.act, f0);
  if (edge.kind == Edge::content_end) {
    const auto verbs_up_to = [&](std::size_t i) { return std::min(s.verbs[i + 1] - s.verbs[edge.start], most_verbs); };
    // Joints that the content would run across: by what it goes on, after how many verbs.
    for (auto i = std::upper_bound(s.joints.begin(), s.joints.end(), edge.start); i != s.joints.end() && *i < place;
         ++i) {
      std::size_t on = *i + 1;
      while (on < place && (s.symbols[on] == adverb_ || joint_.has(s.symbols[on]))) ++on;
      each.crossed(s.codes[*i], s.codes[on], verbs_up_to(*i));
    }
    const std::size_t verbs = verbs_up_to(place);
    each.verbs(verbs, c0, c1);
    each.opening(s.codes[edge.start], verbs, c0);
    each.other(name[verbs_word_], counts[verbs], f0, w);
    each.other(name[length_], count((place - edge.start) / 2, 6), f0);
    each.other(name[family_], s.family, counts[verbs], f0, f1);
  } else if (edge.kind == Edge::cue_end) {
    each.other(name[lemma_word_], s.lemma, w);
    each.other(name[lemma_at_], s.lemma, word(here), f0);
    each.other(name[reach_], s.lemma, count(place - o.cue.begin, 6));
  } else if (edge.kind == Edge::content_begin || edge.kind == Edge::lead_begin) {
    const std::size_t gap = place >= o.cue.end ? place - o.cue.end : 2;
    each.other(name[gap_], side_names[side], count(gap, 2));
    each.other(name[begins_], code_names_[p.own], next);
    each.other(name[lemma_word_], s.lemma, word(here));
    each.other(name[begins_word_], f0, word(here), next);
    if (const std::string noun = last_word(s, place); !noun.empty()) each.other(name[noun_], FeaturePart(noun), next);
  } else {
    each.other(name[opening_], word(here));
  }
  if (p.distance == 0) return;
  const bool end = p.beyond[0] > here;
  each.other(name[distance_], side_names[side], count(p.distance, 5));
  std::uint64_t seen[2] = {};
  for (std::size_t i = std::min(place, edge.now) + end; i < std::max(place, edge.now) + end; ++i) {
    const Code c = s.codes[i];
    if (seen[c / 64] >> (c % 64) & 1) continue;
    seen[c / 64] |= std::uint64_t{1} << (c % 64);
    each.passed(side, c);
  }
}

// Whether an edge can be at such a span: none is at a mark, and nothing ends with a word that leads on ("of", "and").
bool EdgeFeatures::can_be(const Edge& edge, char symbol) const {
  const bool end = edge.kind == Edge::source_end || edge.kind == Edge::inverted_end || edge.kind == Edge::content_end;
  return !marks_.has(symbol) && !(end && leads_.has(symbol));
}

std::size_t EdgeFeatures::best(const Setting& s, const Outline& o, const Edge& edge) const {
  std::size_t best = edge.now;
  double least = 0, most = 0;  // at sight; of all features, of the best
  const auto look = [&](std::size_t at) {
    const Place place(*this, s, edge, at);
    Scored scored(*this, edge.kind);
    at_sight(place, scored);
    if (at == edge.now)
      least = scored.value() - hopeless;
    else if (scored.value() < least)
      return;
    at_length(s, o, edge, place, scored);
    const double worth = scored.value() + (edge.kind == Edge::content_end ? later * static_cast<double>(at) : 0);
    if (at == edge.now || worth > most) best = at, most = worth;
  };
  look(edge.now);
  for (std::size_t at = edge.allowed.begin; at < edge.allowed.end; ++at)
    if (at != edge.now && can_be(edge, s.symbols[at])) look(at);
  return best;
}

std::vector<std::string> EdgeFeatures::names(const Setting& s, const Outline& o, const Edge& edge,
                                             std::size_t at) const {
  const Place place(*this, s, edge, at);
  Spelt spelt(*this, edge.kind);
  at_sight(place, spelt);
  at_length(s, o, edge, place, spelt);
  return spelt.take();
}

}  // namespace onrecord
