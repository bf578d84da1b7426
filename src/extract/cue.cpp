#include "extract/cue.h"

#include <algorithm>

namespace onrecord {
namespace {

// In small letters, in one piece: the parts of a feature hold no spaces.
std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == ' ') c = '_';
  }
  return out;
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
      nouns_(alphabet_.members("NP")),
      quote_(alphabet_.symbol("QUOTE")),
      base_(alphabet_.symbol("VBASE")),
      noun_base_(alphabet_.symbol("NBASE")),
      fragment_(alphabet_.symbol("FRAGMENT")) {
  for (int c = 0; c < 128; ++c) names_[c] = alphabet_.name(static_cast<char>(c));
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

// What a word does as a cue ("deny speech"), for words of one piece.
void CueFinder::read_acts(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    const std::string_view line = text.substr(i, end - i);
    i = end + 1;
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string_view::npos || line.find(' ') < tab) continue;
    acts_.emplace(line.substr(0, tab), lower(line.substr(tab + 1)));
  }
}

std::vector<CueCandidate> CueFinder::candidates(const Clause& clause) const {
  std::vector<CueCandidate> out;
  for (std::size_t i = 0; i < clause.spans.size(); ++i) {
    const Span& span = clause.spans[i];
    const char focus = focus_[static_cast<unsigned char>(span.symbol) & 127];
    if (focus == 0) continue;
    CueCandidate c{i, span.tokens.end - 1, focus, likely_[static_cast<unsigned char>(span.symbol) & 127], 0};
    for (std::size_t t = span.tokens.end; t-- > span.tokens.begin;)
      if (lexer_.has(clause.tokens[t].entry, verb_)) {
        c.head = t;
        break;
      }
    out.push_back(c);
  }
  return out;
}

template <typename Each>
void CueFinder::each_feature(std::string_view text, const Clause& clause, const CueCandidate& c,
                             const Each& each) const {
  const Span& span = clause.spans[c.span];
  const Token& head = clause.tokens[c.head];
  // A base form with a capital is more often a name than a command.
  const bool name = (head.symbol == base_ || head.symbol == noun_base_) && plain(slice(text, head.range)) == "NAME";
  const std::string word = name ? "NAME" : lower(slice(text, head.range));
  const std::string base = name ? "NAME" : this->lemma(text, head);
  const FeaturePart lemma(base);
  const std::string& s = clause.symbols;
  const auto around = [&](std::ptrdiff_t offset) -> FeaturePart {
    const auto at = static_cast<std::ptrdiff_t>(c.span) + offset;
    if (at < 0) return FeaturePart("START");
    if (at >= static_cast<std::ptrdiff_t>(s.size())) return FeaturePart("END");
    return names_[static_cast<unsigned char>(s[static_cast<std::size_t>(at)]) & 127];
  };
  const FeaturePart kind = names_[static_cast<unsigned char>(span.symbol) & 127], l1 = around(-1), r1 = around(1),
                    r2 = around(2), l2 = around(-2);
  each("bias", "", "", "");
  each("word", word, "", "");
  each("lemma", lemma, "", "");
  each("lemma+kind", lemma, kind, "");
  each("lemma+right", lemma, r1, "");
  each("lemma+left", lemma, l1, "");
  each("kind", kind, "", "");
  each("kind+left", kind, l1, "");
  each("kind+right", kind, r1, "");
  each("kind+right+right", kind, r1, r2);
  if (const auto act = acts_.find(base); act != acts_.end()) {
    each("act", act->second, "", "");
    each("act+kind", act->second, kind, "");
    each("act+right", act->second, r1, "");
    each("act+left", act->second, l1, "");
  } else {
    each("act", "none", "", "");
    each("act+kind", "none", kind, "");
  }
  each("left+right", l1, r1, kind);
  each("right+right+right", r1, r2, around(3));
  each("lemma+right+right", lemma, r1, r2);
  each("left+left+kind", l2, l1, kind);
  if (c.span + 1 < clause.spans.size()) {
    const std::string next = plain(slice(text, clause.tokens[clause.spans[c.span + 1].tokens.begin].range));
    if (next.size() < 9) each("lemma+next", lemma, next, "");
  }
  if (c.span + 1 < clause.spans.size() && nouns_.find(s[c.span + 1]) != std::string_view::npos) {
    const std::string object = plain(slice(text, clause.tokens[clause.spans[c.span + 1].tokens.end - 1].range));
    each("lemma+object", lemma, object, "");
    each("object", object, kind, "");
  }
  if (c.span > 0 && nouns_.find(s[c.span - 1]) != std::string_view::npos)
    each("subject", plain(slice(text, clause.tokens[clause.spans[c.span - 1].tokens.end - 1].range)), "", "");
  const std::string first = plain(slice(text, clause.tokens[span.tokens.begin].range));
  if (span.tokens.size() > 1) each("lemma+first", lemma, first, "");
  if (c.head + 1 < span.tokens.end)
    each("lemma+tail", lemma, plain(slice(text, clause.tokens[span.tokens.end - 1].range)), "");
  const bool quoted = s.find(quote_) != std::string::npos;
  const bool fragment = s.find(fragment_) != std::string::npos;
  if (quoted) each("lemma+quote", lemma, kind, "");
  if (quoted) each("quote+kind", kind, l1, "");
  if (fragment) each("lemma+fragment", lemma, "", "");
  if (fragment) each("fragment+kind", kind, r1, "");
}

std::vector<CueCandidate> CueFinder::find(std::string_view text, const Clause& clause, const Weights& weights) const {
  std::vector<CueCandidate> found = candidates(clause);
  for (CueCandidate& c : found) {
    double sum = 0;
    each_feature(text, clause, c,
                 [&](const FeaturePart& name, const FeaturePart& a, const FeaturePart& b, const FeaturePart& d) {
                   sum += weights.of(name, a, b, d);
                 });
    c.probability = weights.empty() ? 0 : logistic(sum);
  }
  return found;
}

std::string CueFinder::lemma(std::string_view text, const Token& head) const {
  const std::string_view value = lexer_.value(head.entry, verb_);
  return value.empty() ? lower(slice(text, head.range)) : std::string(value.substr(0, value.find(':')));
}

std::string_view CueFinder::act(std::string_view text, const Clause& clause, const CueCandidate& candidate) const {
  const auto act = acts_.find(lemma(text, clause.tokens[candidate.head]));
  return act == acts_.end() ? std::string_view{} : std::string_view(act->second);
}

std::vector<std::string> CueFinder::features(std::string_view text, const Clause& clause,
                                             const CueCandidate& candidate) const {
  std::vector<std::string> out;
  each_feature(text, clause, candidate,
               [&](const FeaturePart& name, const FeaturePart& a, const FeaturePart& b, const FeaturePart& d) {
                 std::string feature(name.text);
                 for (const FeaturePart& part : {a, b, d})
                   if (!part.text.empty()) feature += " " + std::string(part.text);
                 out.push_back(std::move(feature));
               });
  return out;
}

}  // namespace onrecord
