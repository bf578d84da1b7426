#include "extract/cue.h"

#include <algorithm>
#include <bit>

#include "core/list.h"

namespace onrecord {
namespace {

// Of log-odds and of counts, from -4 to 5.
constexpr FeaturePart steps[] = {"-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5"};
constexpr std::size_t odds_steps = 9, most_verbs = 5, kinds = 8;

// The whole number below, as an index of steps.
std::size_t step(double odds) { return static_cast<std::size_t>(std::clamp(odds, -4.0, 4.0) + 4); }

constexpr double certain = 0.98;

// A letter as the parts of a feature hold it: small, and no space.
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == ' ' ? '_' : c; }

// A word with such letters; in `room` where it is written otherwise.
std::string_view lower(std::string_view s, std::string& room) {
  if (std::all_of(s.begin(), s.end(), [](char c) { return c == small(c); })) return s;
  room = s;
  std::transform(room.begin(), room.end(), room.begin(), small);
  return room;
}

// Parts of features beside the symbols; `none` is no part.
enum Word { start, end, touching, none, that, that_clause, clause_follows, noun, noun_that, noun_to, noun_as };
constexpr FeaturePart word_names[] = {"START",  "END",  "touching",  "",        "that",   "that+clause",
                                      "clause", "noun", "noun+that", "noun+to", "noun+as"};

// Of two words that are looked up together.
std::uint64_t pair_hash(const FeaturePart& first, const FeaturePart& second) {
  return (first.hash ^ second.hash) * 0x9E3779B97F4A7C15ULL + 1;
}

// A word with a capital is a name, and names tell nothing that holds elsewhere.
bool is_name(std::string_view s) {
  return !s.empty() && ((s[0] >= 'A' && s[0] <= 'Z') || (s[0] & 0x80) != 0 || s[0] == '@' || s[0] == '#');
}

// A word beside the cue as a feature holds it.
FeaturePart plain(std::string_view s, std::string& room) {
  return is_name(s) ? FeaturePart("NAME") : FeaturePart(lower(s, room));
}

}  // namespace

CueFinder::CueFinder(const Grammar& grammar, const Weights& weights)
    : weights_(weights),
      lexer_(grammar.lexer()),
      alphabet_(grammar.alphabet()),
      verb_(lexer_.tag("verb")),
      quote_(alphabet_.symbol("QUOTE")),
      base_(alphabet_.symbol("VBASE")),
      noun_base_(alphabet_.symbol("NBASE")),
      fragment_(alphabet_.symbol("FRAGMENT")),
      comma_(alphabet_.symbol("COMMA")),
      stop_(alphabet_.symbol("STOP")),
      colon_(alphabet_.symbol("COLON")),
      sign_(alphabet_.symbol("SIGN")),
      person_(alphabet_.symbol("PERSON")),
      that_(alphabet_.symbol("THAT")),
      as_(alphabet_.symbol("AS")),
      infinitive_(alphabet_.symbol("VINF")) {
  noun_ = alphabet_.set({"NP"});
  subject_ = alphabet_.set({"SUBJECT", "WHICH"});
  finite_ = alphabet_.set({"VFIN", "VPASS"});
  loose_ = alphabet_.set({"ADV", "DAY", "BRACKET"});
  nominal_ = alphabet_.set({"NP", "PRONOUN", "HIM"});
  linking_ = alphabet_.set({"PREP", "OF", "TO"});
  for (int c = 0; c < 128; ++c)
    if (const std::string_view name = alphabet_.name(static_cast<char>(c)); !name.empty()) {
      codes_[c] = static_cast<std::uint8_t>(names_.size());
      names_.push_back(name);
    }
  words_ = names_.size();
  names_.insert(names_.end(), std::begin(word_names), std::end(word_names));
  const std::string_view links[] = {"AND", "COMMA", "THAT", "WHO"};
  for (std::size_t i = 0; const std::string_view link : links) {
    links_[static_cast<std::size_t>(alphabet_.symbol(link))] = static_cast<std::uint8_t>(1 << i++);
    link_names_.push_back(link);
  }
  links_[static_cast<std::size_t>(alphabet_.symbol("WHICH"))] = 1 << 3;  // as WHO
  link_names_.push_back("none");
  std::uint8_t kind = 0;
  const auto set = [&](std::string_view symbol, std::string_view focus, std::string_view likely) {
    const auto i = static_cast<std::size_t>(alphabet_.symbol(symbol));
    focus_[i] = alphabet_.symbol(focus);
    likely_[i] = alphabet_.symbol(likely);
    kinds_[i] = kind++;
  };
  set("VFIN", "CUE", "SAYS");
  set("VGER", "CUEING", "SAYING");
  set("VINF", "TOCUE", "TOSAY");
  set("VPASS", "CUEPASS", "ISSAID");
  set("VPP", "CUEPP", "ISSAID");
  set("ACCORDING", "CUEPREP", "ACCORDING");
  set("COLON", "CUEMARK", "COLON");
  set("DASH", "CUEMARK", "DASH");
  read_acts(grammar.file("acts.txt"));
  kept_ = keep();
}

// What a word does as a cue ("deny speech"), by itself or with the word after it ("vote against").
void CueFinder::read_acts(std::string_view text) {
  acts_ = ByHash<std::uint16_t>(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  act_names_.emplace_back();  // 0: none
  each_row(text, [&](const ListRow& row) {
    const std::size_t space = row.entry.find(' ');
    const bool pair = space != std::string_view::npos && row.entry.find(' ', space + 1) == std::string_view::npos;
    const std::uint64_t hash =
        pair ? pair_hash(row.entry.substr(0, space), row.entry.substr(space + 1)) : hash64(row.entry);
    if (!row.has_value || acts_.get(hash) != 0) return;
    std::string room;
    const std::string_view name = lower(row.value, room);
    const auto known = std::find(act_names_.begin() + 1, act_names_.end(), name);
    acts_.put(hash, static_cast<std::uint16_t>(known - act_names_.begin()));
    if (known == act_names_.end()) act_names_.emplace_back(name);
  });
  act_parts_.assign(act_names_.begin(), act_names_.end());
  act_parts_[0] = "none";
}

CueFinder::Kept CueFinder::keep() const {
  const std::size_t symbols = names_.size(), acts = act_names_.size(), sides = 2, links = link_names_.size();
  Kept out;
  out.alone = KeptSums<4>({kinds, 2, 2, most_verbs + 1});
  out.subject = KeptSums<4>({2, kinds, symbols, symbols});
  out.left = KeptSums<3>({kinds, symbols, symbols});
  out.right = KeptSums<3>({kinds, symbols, symbols});
  out.takes = KeptSums<3>({acts, symbols, kinds});
  out.quote = KeptSums<2>({kinds, symbols});
  out.fragment = KeptSums<2>({kinds, symbols});
  out.no_subject = KeptSums<2>({kinds, symbols});
  out.before = KeptSums<2>({acts, symbols});
  out.own = KeptSums<3>({odds_steps, 2, 2});
  out.left_before = KeptSums<3>({odds_steps, kinds, symbols});
  out.likeliest = KeptSums<4>({sides, odds_steps, odds_steps, links});
  out.kinds = KeptSums<4>({sides, odds_steps, kinds, kinds});
  out.nearest = KeptSums<4>({sides, odds_steps, symbols, symbols});
  return out;
}

std::vector<CueCandidate> CueFinder::candidates(const Clause& clause) const {
  std::vector<CueCandidate> out;
  out.reserve(6);
  for (std::size_t i = 0; i < clause.spans.size(); ++i) {
    const Span& span = clause.spans[i];
    const char focus = focus_[static_cast<unsigned char>(span.symbol) & 127];
    if (focus == 0) continue;
    CueCandidate c{i, span.tokens.end - 1, focus, likely_[static_cast<unsigned char>(span.symbol) & 127]};
    for (std::size_t t = span.tokens.end; t-- > span.tokens.begin;)
      if (lexer_.has(clause.tokens[t].entry, verb_)) {
        c.head = t;
        break;
      }
    out.push_back(c);
  }
  return out;
}

CueFinder::Code CueFinder::code_at(const Clause& clause, std::ptrdiff_t span) const {
  if (span < 0) return words_ + start;
  if (span >= static_cast<std::ptrdiff_t>(clause.symbols.size())) return words_ + end;
  return codes_[static_cast<unsigned char>(clause.symbols[static_cast<std::size_t>(span)]) & 127];
}

// The span where the subject should stand, to the left across adverbs, times and an aside between commas;
// -1 at the start.
std::ptrdiff_t CueFinder::subject(const Clause& clause, std::size_t span, bool& aside) const {
  const std::string& s = clause.symbols;
  const auto at = [&](std::ptrdiff_t i) { return s[static_cast<std::size_t>(i)]; };
  std::ptrdiff_t j = static_cast<std::ptrdiff_t>(span) - 1;
  while (j >= 0 && loose_.has(at(j))) --j;
  if (j < 0 || at(j) != comma_) return j;
  std::ptrdiff_t q = j - 1;
  while (q >= 0 && at(q) != comma_ && at(q) != stop_ && at(q) != quote_) --q;
  aside = q > 0 && at(q) == comma_ && subject_.has(at(q - 1));
  return aside ? q - 1 : j;
}

// What the verb takes: a clause, a noun phrase and an infinitive, …, or the symbol that follows.
CueFinder::Code CueFinder::complement(const Clause& clause, std::size_t span) const {
  const std::string& s = clause.symbols;
  std::size_t j = span + 1;
  while (j < s.size() && loose_.has(s[j])) ++j;
  if (j >= s.size()) return words_ + end;
  if (s[j] == that_) {
    const std::size_t near = std::min(j + 7, s.size());
    const bool clausal =
        std::any_of(s.begin() + static_cast<std::ptrdiff_t>(j) + 1, s.begin() + static_cast<std::ptrdiff_t>(near),
                    [&](char c) { return finite_.has(c); });
    return words_ + (clausal ? that_clause : that);
  }
  if (!nominal_.has(s[j])) return codes_[static_cast<unsigned char>(s[j]) & 127];
  std::size_t m = j + 1;
  while (m < s.size() && (noun_.has(s[m]) || linking_.has(s[m]))) ++m;
  while (m < s.size() && loose_.has(s[m])) ++m;
  if (m >= s.size()) return words_ + noun;
  if (finite_.has(s[m])) return words_ + clause_follows;
  if (s[m] == that_) return words_ + noun_that;
  if (s[m] == infinitive_) return words_ + noun_to;
  if (s[m] == as_) return words_ + noun_as;
  return words_ + noun;
}

// The words of and around the cue.
template <typename Each>
void CueFinder::each_word(std::string_view text, const Clause& clause, const CueCandidate& c, const FeaturePart& lemma,
                          const FeaturePart& act, Each&& each) const {
  const Span& span = clause.spans[c.span];
  const FeaturePart& kind = names_[code_at(clause, static_cast<std::ptrdiff_t>(c.span))];
  std::string room;  // of one word at a time
  const auto written = [&](std::size_t token) { return slice(text, clause.tokens[token].range); };
  const auto word = [&](std::size_t token) { return plain(written(token), room); };
  if (c.span + 1 < clause.spans.size()) {
    const Span& next = clause.spans[c.span + 1];
    if (const std::string_view first = written(next.tokens.begin); first.size() < 9 || is_name(first)) {
      const FeaturePart part = plain(first, room);
      each("lemma+next", lemma, part);
      if (const std::uint16_t pair = acts_.get(pair_hash(lemma, part)); pair != 0)
        each("act+next", act_parts_[pair], kind);
    }
    if (noun_.has(next.symbol)) {
      const FeaturePart object = word(next.tokens.end - 1);
      each("object", object, kind);
      each("lemma+object", lemma, object);
    }
  }
  if (c.span > 0 && noun_.has(clause.symbols[c.span - 1]))
    each("subject", word(clause.spans[c.span - 1].tokens.end - 1));
  if (span.tokens.size() > 1) each("lemma+first", lemma, word(span.tokens.begin));
  if (c.head + 1 < span.tokens.end) each("lemma+tail", lemma, word(span.tokens.end - 1));
  for (std::size_t t = span.tokens.begin; t + 1 < span.tokens.end; ++t) each("auxiliary", word(t), act);
}

// Whether the colon follows a speaker's label at the start ("HOLT: We lost."): a name in capitals. Few annotated
// articles are transcripts, so this is not weighed.
bool CueFinder::labels(std::string_view text, const Clause& clause, std::size_t span) const {
  if (clause.title || clause.symbols[span] != colon_ || span == 0 || span > 2) return false;
  if (span == 2 && clause.symbols[0] != sign_) return false;
  const std::string_view label = slice(text, clause.spans[span - 1].bytes);
  if (clause.symbols[span - 1] != person_ && label != "Q" && label != "A") return false;
  return std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::any_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

CueFinder::Around CueFinder::around(const Clause& clause) const {
  const std::string& s = clause.symbols;
  const auto verbs = std::count_if(s.begin(), s.end(), [&](char v) { return finite_.has(v); });
  return {static_cast<std::size_t>(std::min<std::ptrdiff_t>(verbs, most_verbs)), s.find(quote_) != std::string::npos,
          s.find(fragment_) != std::string::npos};
}

// The symbols around the cue, and what it does.
template <typename Each>
void CueFinder::each_symbol(const Clause& clause, const Around& around, const CueCandidate& c, std::size_t act,
                            Each&& each) const {
  const auto k = static_cast<std::ptrdiff_t>(c.span);
  const std::size_t kind = kind_of(clause, c.span);
  const Code own = code_at(clause, k), l1 = code_at(clause, k - 1), l2 = code_at(clause, k - 2),
             r1 = code_at(clause, k + 1), r2 = code_at(clause, k + 2);
  const FeaturePart &name = names_[own], &does = act_parts_[act];
  const bool opening = c.span < 2;
  each(kept_.alone, {kind, clause.title, opening, around.verbs}, [&](auto& of) {
    of("bias");
    if (clause.title) of("title", name);
    if (opening) of("opening", name);
    of("verbs", steps[around.verbs + 4]);
  });
  each(kept_.left, {kind, l1, l2}, [&](auto& of) {
    of("kind+left", name, names_[l1]);
    of("kind+left+left", name, names_[l1], names_[l2]);
  });
  each(kept_.right, {kind, r1, r2}, [&](auto& of) {
    of("kind+right", name, names_[r1]);
    of("kind+right+right", name, names_[r1], names_[r2]);
  });
  each("right+right+right", names_[r1], names_[r2], names_[code_at(clause, k + 3)]);
  if (around.quote) each(kept_.quote, {kind, l1}, [&](auto& of) { of("quote+kind", name, names_[l1]); });
  if (around.fragment) each(kept_.fragment, {kind, r1}, [&](auto& of) { of("fragment+kind", name, names_[r1]); });
  bool aside = false;
  const std::ptrdiff_t at = subject(clause, c.span, aside);
  const Code who = code_at(clause, at);
  if (at < 0 || !subject_.has(clause.symbols[static_cast<std::size_t>(at)])) {
    each(kept_.no_subject, {kind, who}, [&](auto& of) { of("no+subject", names_[who], name); });
    return;
  }
  const Code before = code_at(clause, at - 1);
  each(kept_.subject, {aside, kind, who, before}, [&](auto& of) {
    of("before+subject", names_[before], names_[who], name);
    if (aside) of("aside", name);
  });
  each("before+before", names_[code_at(clause, at - 2)], names_[before], name);
  each(kept_.before, {act, before}, [&](auto& of) { of("act+before", does, names_[before]); });
}

template <typename Each>
void CueFinder::each_feature(std::string_view text, const Clause& clause, const Around& around, const CueCandidate& c,
                             Each&& each) const {
  const Token& head = clause.tokens[c.head];
  std::string word_room, lemma_room;
  // A base form with a capital is more often a name than a command.
  const bool name = (head.symbol == base_ || head.symbol == noun_base_) && is_name(slice(text, head.range));
  const FeaturePart word = name ? FeaturePart("NAME") : FeaturePart(lower(slice(text, head.range), word_room));
  const FeaturePart lemma = name ? word : FeaturePart(this->lemma(text, head, lemma_room));
  const std::uint16_t act = acts_.get(lemma.hash);
  const auto k = static_cast<std::ptrdiff_t>(c.span);
  const Code takes = complement(clause, c.span);
  const FeaturePart &kind = names_[code_at(clause, k)], &does = act_parts_[act];
  each("word", word);
  each("lemma", lemma);
  each("lemma+kind", lemma, kind);
  each("lemma+right", lemma, names_[code_at(clause, k + 1)]);
  each("lemma+takes", lemma, names_[takes]);
  each(kept_.takes, {act, takes, kind_of(clause, c.span)},
       [&](auto& of) { of("act+takes", does, names_[takes], kind); });
  if (around.quote) each("lemma+quote", lemma, kind);
  if (around.fragment) each("lemma+fragment", lemma);
  each_symbol(clause, around, c, act, each);
  each_word(text, clause, c, lemma, does, each);
  const std::string_view letters = lemma.text;
  each("begins", letters.substr(0, 4));
  each("ends", letters.substr(letters.size() - std::min<std::size_t>(letters.size(), 4)));
}

// The strongest link between two cues, an index of link_names_.
std::size_t CueFinder::between(const Clause& clause, Range spans) const {
  unsigned stand = 1U << (link_names_.size() - 1);  // none
  for (const char c : slice(clause.symbols, spans)) stand |= links_[static_cast<unsigned char>(c) & 127];
  return static_cast<std::size_t>(std::countr_zero(stand));
}

struct CueFinder::Side {
  std::size_t number;
  std::ptrdiff_t step;
  FeaturePart likeliest, kinds, own, nearest;
};

// What the likeliest candidate to one side of a cue tells, and the nearest.
template <typename Each>
void CueFinder::each_beside(const Clause& clause, const Side& side, const CueCandidate& cue, const CueCandidate& best,
                            const CueCandidate& next, Each&& each) const {
  const auto here = static_cast<std::ptrdiff_t>(cue.span), there = static_cast<std::ptrdiff_t>(best.span);
  const std::size_t own = step(cue.odds), its = step(best.odds), nexts = step(next.odds),
                    link = between(clause, {std::min(cue.span, best.span) + 1, std::max(cue.span, best.span)});
  const FeaturePart &kind = names_[code_at(clause, here)], &symbol = names_[code_at(clause, there)];
  each(kept_.likeliest, {side.number, its, own, link}, [&](auto& of) {
    of("again", side.likeliest, steps[its], link_names_[link]);
    of("again", side.own, steps[its], steps[own]);
  });
  each(kept_.kinds, {side.number, its, kind_of(clause, best.span), kind_of(clause, cue.span)},
       [&](auto& of) { of("again", side.kinds, steps[its], symbol, kind); });
  const std::ptrdiff_t away = (static_cast<std::ptrdiff_t>(next.span) - here) * side.step;
  const Code first = away == 1 ? words_ + touching : code_at(clause, here + side.step),
             second = away <= 2 ? words_ + none : code_at(clause, here + 2 * side.step);
  each(kept_.nearest, {side.number, nexts, first, second},
       [&](auto& of) { of("again", side.nearest, steps[nexts], names_[first], names_[second]); });
  if (side.step > 0) return;
  const Code before = code_at(clause, here - 1);
  each(kept_.left_before, {its, kind_of(clause, best.span), before},
       [&](auto& of) { of("again", "left+before", steps[its], symbol, names_[before]); });
}

// What the other candidates of the clause tell of the k-th.
template <typename Each>
void CueFinder::each_again(const Clause& clause, const std::vector<CueCandidate>& all, std::size_t k,
                           Each&& each) const {
  static constexpr Side left{0, -1, "left", "left+kind", "left+own", "near+left"},
      right{1, 1, "right", "right+kind", "right+own", "near+right"};
  const auto likelier = [](const CueCandidate& a, const CueCandidate& b) { return a.odds < b.odds; };
  const auto here = all.begin() + static_cast<std::ptrdiff_t>(k);
  const bool first = k == 0, last = k + 1 == all.size();
  const std::size_t own = step(all[k].odds);
  each(kept_.own, {own, first, last}, [&](auto& of) {
    of("again", "own", steps[own]);
    if (first) of("again", "left", "none");
    if (last) of("again", "right", "none");
  });
  if (!first) each_beside(clause, left, all[k], *std::max_element(all.begin(), here, likelier), all[k - 1], each);
  if (!last) each_beside(clause, right, all[k], *std::max_element(here + 1, all.end(), likelier), all[k + 1], each);
}

std::vector<CueCandidate> CueFinder::find(std::string_view text, const Clause& clause) const {
  std::vector<CueCandidate> found = candidates(clause);
  const Around around = found.empty() ? Around() : this->around(clause);
  for (CueCandidate& c : found) {
    Sum sum(weights_);
    each_feature(text, clause, around, c, sum);
    c.odds = sum.value();
  }
  for (std::size_t k = 0; k < found.size(); ++k) {
    Sum sum(weights_);
    each_again(clause, found, k, sum);
    found[k].probability = labels(text, clause, found[k].span) ? certain : logistic(found[k].odds + sum.value());
  }
  return found;
}

std::string_view CueFinder::lemma(std::string_view text, const Token& head, std::string& room) const {
  const std::string_view value = lexer_.value(head.entry, verb_);
  return value.empty() ? lower(slice(text, head.range), room) : value.substr(0, value.find(':'));
}

std::string CueFinder::lemma(std::string_view text, const Token& head) const {
  std::string room;
  return std::string(lemma(text, head, room));
}

std::string_view CueFinder::act(std::string_view lemma) const { return act_names_[acts_.get(hash64(lemma))]; }

std::vector<std::string> CueFinder::features(std::string_view text, const Clause& clause,
                                             const CueCandidate& candidate) const {
  Written written;
  each_feature(text, clause, around(clause), candidate, written);
  return written.take();
}

std::vector<std::string> CueFinder::features_again(const Clause& clause, const std::vector<CueCandidate>& all,
                                                   std::size_t k) const {
  Written written;
  each_again(clause, all, k, written);
  return written.take();
}

}  // namespace onrecord
