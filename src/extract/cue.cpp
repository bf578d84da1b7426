#include "extract/cue.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/list.h"

namespace onrecord {
namespace {

// Of log-odds and of counts, from -4 to 5.
constexpr FeaturePart steps[] = {"-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5"};

constexpr double certain = 0.98;

// In small letters, in one piece: the parts of a feature hold no spaces.
std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == ' ') c = '_';
  }
  return out;
}

// Of two words that are looked up together.
std::uint64_t pair_hash(const FeaturePart& first, const FeaturePart& second) {
  return (first.hash ^ second.hash) * 0x9E3779B97F4A7C15ULL + 1;
}

// A word beside the cue as a feature holds it; a word with a capital is a name, and names tell nothing
// that holds elsewhere.
std::string plain(std::string_view s) {
  const bool capital = !s.empty() && ((s[0] >= 'A' && s[0] <= 'Z') || (s[0] & 0x80) != 0 || s[0] == '@' || s[0] == '#');
  return capital ? "NAME" : lower(s);
}

}  // namespace

CueFinder::CueFinder(const Grammar& grammar)
    : lexer_(grammar.lexer()),
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
  for (int c = 0; c < 128; ++c) names_[c] = alphabet_.name(static_cast<char>(c));
  const std::string_view links[] = {"AND", "COMMA", "THAT", "WHO"};
  for (std::size_t i = 0; const std::string_view link : links) {
    links_[static_cast<std::size_t>(alphabet_.symbol(link))] = static_cast<std::uint8_t>(1 << i++);
    link_names_.push_back(link);
  }
  links_[static_cast<std::size_t>(alphabet_.symbol("WHICH"))] = 1 << 3;  // as WHO
  link_names_.push_back("none");
  const auto set = [&](std::string_view symbol, std::string_view focus, std::string_view likely) {
    const auto i = static_cast<std::size_t>(alphabet_.symbol(symbol));
    focus_[i] = alphabet_.symbol(focus);
    likely_[i] = alphabet_.symbol(likely);
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
    acts_.put(hash, static_cast<std::uint16_t>(act_names_.size()));
    act_names_.push_back(lower(row.value));
  });
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

FeaturePart CueFinder::name_at(const Clause& clause, std::ptrdiff_t span) const {
  if (span < 0) return FeaturePart("START");
  if (span >= static_cast<std::ptrdiff_t>(clause.symbols.size())) return FeaturePart("END");
  return names_[static_cast<unsigned char>(clause.symbols[static_cast<std::size_t>(span)]) & 127];
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
FeaturePart CueFinder::complement(const Clause& clause, std::size_t span) const {
  const std::string& s = clause.symbols;
  std::size_t j = span + 1;
  while (j < s.size() && loose_.has(s[j])) ++j;
  if (j >= s.size()) return FeaturePart("END");
  if (s[j] == that_) {
    const std::size_t end = std::min(j + 7, s.size());
    const bool clausal =
        std::any_of(s.begin() + static_cast<std::ptrdiff_t>(j) + 1, s.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](char c) { return finite_.has(c); });
    return clausal ? FeaturePart("that+clause") : FeaturePart("that");
  }
  if (!nominal_.has(s[j])) return names_[static_cast<unsigned char>(s[j]) & 127];
  std::size_t m = j + 1;
  while (m < s.size() && (noun_.has(s[m]) || linking_.has(s[m]))) ++m;
  while (m < s.size() && loose_.has(s[m])) ++m;
  if (m >= s.size()) return FeaturePart("noun");
  if (finite_.has(s[m])) return FeaturePart("clause");
  if (s[m] == that_) return FeaturePart("noun+that");
  if (s[m] == infinitive_) return FeaturePart("noun+to");
  if (s[m] == as_) return FeaturePart("noun+as");
  return FeaturePart("noun");
}

// The words of and around the cue.
template <typename Each>
void CueFinder::each_word(std::string_view text, const Clause& clause, const CueCandidate& c, const FeaturePart& lemma,
                          const FeaturePart& act, Each&& each) const {
  const Span& span = clause.spans[c.span];
  const auto word = [&](std::size_t token) { return plain(slice(text, clause.tokens[token].range)); };
  if (c.span + 1 < clause.spans.size()) {
    const Span& next = clause.spans[c.span + 1];
    if (const std::string first = word(next.tokens.begin); first.size() < 9) {
      each("lemma+next", lemma, first);
      if (const std::uint16_t pair = acts_.get(pair_hash(lemma, first)); pair != 0)
        each("act+next", act_names_[pair], names_[static_cast<unsigned char>(span.symbol) & 127]);
    }
    if (noun_.has(next.symbol)) {
      const std::string object = word(next.tokens.end - 1);
      each("object", object, names_[static_cast<unsigned char>(span.symbol) & 127]);
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
  return {static_cast<std::size_t>(std::min<std::ptrdiff_t>(verbs, 5)), s.find(quote_) != std::string::npos,
          s.find(fragment_) != std::string::npos};
}

template <typename Each>
void CueFinder::each_feature(std::string_view text, const Clause& clause, const Around& around, const CueCandidate& c,
                             Each&& each) const {
  const Token& head = clause.tokens[c.head];
  // A base form with a capital is more often a name than a command.
  const bool name = (head.symbol == base_ || head.symbol == noun_base_) && plain(slice(text, head.range)) == "NAME";
  const std::string word = name ? "NAME" : lower(slice(text, head.range));
  const std::string base = name ? "NAME" : this->lemma(text, head);
  const FeaturePart lemma(base);
  const std::uint16_t known = acts_.get(lemma.hash);
  const FeaturePart act = known == 0 ? FeaturePart("none") : FeaturePart(act_names_[known]);
  const std::string& s = clause.symbols;
  const auto k = static_cast<std::ptrdiff_t>(c.span);
  const FeaturePart kind = name_at(clause, k), l1 = name_at(clause, k - 1), l2 = name_at(clause, k - 2),
                    r1 = name_at(clause, k + 1), r2 = name_at(clause, k + 2), takes = complement(clause, c.span);
  each("bias");
  each("word", word);
  each("lemma", lemma);
  each("lemma+kind", lemma, kind);
  each("lemma+right", lemma, r1);
  each("lemma+takes", lemma, takes);
  each("act+takes", act, takes, kind);
  each("kind+left", kind, l1);
  each("kind+left+left", kind, l1, l2);
  each("kind+right", kind, r1);
  each("kind+right+right", kind, r1, r2);
  each("right+right+right", r1, r2, name_at(clause, k + 3));
  bool aside = false;
  const std::ptrdiff_t at = subject(clause, c.span, aside);
  const FeaturePart who = name_at(clause, at);
  if (at >= 0 && subject_.has(s[static_cast<std::size_t>(at)])) {
    const FeaturePart before = name_at(clause, at - 1);
    each("before+subject", before, who, kind);
    each("before+before", name_at(clause, at - 2), before, kind);
    each("act+before", act, before);
    if (aside) each("aside", kind);
  } else {
    each("no+subject", who, kind);
  }
  if (clause.title) each("title", kind);
  if (c.span < 2) each("opening", kind);
  each("verbs", steps[around.verbs + 4]);
  if (around.quote) {
    each("lemma+quote", lemma, kind);
    each("quote+kind", kind, l1);
  }
  if (around.fragment) {
    each("lemma+fragment", lemma);
    each("fragment+kind", kind, r1);
  }
  each_word(text, clause, c, lemma, act, each);
  const std::string_view letters = lemma.text;
  each("begins", letters.substr(0, 4));
  each("ends", letters.substr(letters.size() - std::min<std::size_t>(letters.size(), 4)));
}

// The strongest link between two cues.
FeaturePart CueFinder::between(const Clause& clause, Range spans) const {
  unsigned stand = 1U << (link_names_.size() - 1);  // none
  for (const char c : slice(clause.symbols, spans)) stand |= links_[static_cast<unsigned char>(c) & 127];
  return link_names_[static_cast<std::size_t>(std::countr_zero(stand))];
}

// What the other candidates of the clause tell of the k-th: the likeliest to either side, and the next.
template <typename Each>
void CueFinder::each_again(const Clause& clause, const std::vector<CueCandidate>& all, std::size_t k,
                           Each&& each) const {
  const auto step = [&](const CueCandidate& c) {
    return steps[static_cast<std::ptrdiff_t>(std::floor(std::clamp(c.odds, -4.0, 4.0))) + 4];
  };
  const auto likelier = [](const CueCandidate& a, const CueCandidate& b) { return a.odds < b.odds; };
  const auto here = static_cast<std::ptrdiff_t>(all[k].span);
  const FeaturePart own = step(all[k]), kind = name_at(clause, here);
  each("again", "own", own);
  if (k == 0) {
    each("again", "left", "none");
  } else {
    const CueCandidate& best = *std::max_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), likelier);
    const CueCandidate& next = all[k - 1];
    const FeaturePart its = step(best), symbol = name_at(clause, static_cast<std::ptrdiff_t>(best.span));
    each("again", "left", its, between(clause, {best.span + 1, all[k].span}));
    each("again", "left+kind", its, symbol, kind);
    each("again", "left+own", its, own);
    each("again", "left+before", its, symbol, name_at(clause, here - 1));
    const bool near = next.span + 1 == all[k].span;
    each("again", "near+left", step(next), near ? FeaturePart("touching") : name_at(clause, here - 1),
         near || next.span + 2 == all[k].span ? FeaturePart("") : name_at(clause, here - 2));
  }
  if (k + 1 == all.size()) {
    each("again", "right", "none");
  } else {
    const CueCandidate& best = *std::max_element(all.begin() + static_cast<std::ptrdiff_t>(k) + 1, all.end(), likelier);
    const CueCandidate& next = all[k + 1];
    const FeaturePart its = step(best), symbol = name_at(clause, static_cast<std::ptrdiff_t>(best.span));
    each("again", "right", its, between(clause, {all[k].span + 1, best.span}));
    each("again", "right+kind", its, symbol, kind);
    each("again", "right+own", its, own);
    const bool near = next.span == all[k].span + 1;
    each("again", "near+right", step(next), near ? FeaturePart("touching") : name_at(clause, here + 1),
         near || next.span == all[k].span + 2 ? FeaturePart("") : name_at(clause, here + 2));
  }
}

std::vector<CueCandidate> CueFinder::find(std::string_view text, const Clause& clause, const Weights& weights) const {
  std::vector<CueCandidate> found = candidates(clause);
  const Around around = found.empty() ? Around() : this->around(clause);
  for (CueCandidate& c : found) {
    Sum sum(weights);
    each_feature(text, clause, around, c, sum);
    c.odds = sum.value();
  }
  for (std::size_t k = 0; k < found.size(); ++k) {
    Sum sum(weights);
    each_again(clause, found, k, sum);
    found[k].probability = labels(text, clause, found[k].span) ? certain : logistic(found[k].odds + sum.value());
  }
  return found;
}

std::string CueFinder::lemma(std::string_view text, const Token& head) const {
  const std::string_view value = lexer_.value(head.entry, verb_);
  return value.empty() ? lower(slice(text, head.range)) : std::string(value.substr(0, value.find(':')));
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
