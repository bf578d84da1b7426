#include "extract/cue.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/error.h"

namespace onrecord {
namespace {

std::uint64_t fnv(std::string_view s, std::uint64_t h = 0xcbf29ce484222325ULL) {
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h;
}

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

CueFinder::CueFinder(const Grammar& grammar)
    : lexer_(grammar.lexer()), alphabet_(grammar.alphabet()), verb_(lexer_.tag("verb")), nouns_(alphabet_.members("NP")) {
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
  const std::string_view text = grammar.file("cues.txt");
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    const std::string_view line = text.substr(i, end - i);
    i = end + 1;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    double weight = 0;
    if (tab == std::string_view::npos ||
        std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight).ec != std::errc{})
      throw Error("cues.txt: \"" + std::string(line) + "\" is not a feature, a tab and a weight");
    weights_[fnv(line.substr(0, tab))] = weight;
  }
}

std::vector<CueCandidate> CueFinder::candidates(std::string_view, const Clause& clause) const {
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
void CueFinder::each_feature(std::string_view text, const Clause& clause, const CueCandidate& c, const Each& each) const {
  const Span& span = clause.spans[c.span];
  const Token& head = clause.tokens[c.head];
  const std::string word = lower(slice(text, head.range));
  const std::string_view value = lexer_.value(head.entry, verb_);
  const std::string lemma = value.empty() ? word : std::string(value.substr(0, value.find(':')));
  const std::string& s = clause.symbols;
  const auto around = [&](std::ptrdiff_t offset) -> std::string {
    const auto at = static_cast<std::ptrdiff_t>(c.span) + offset;
    if (at < 0) return "START";
    if (at >= static_cast<std::ptrdiff_t>(s.size())) return "END";
    return std::string(alphabet_.name(s[static_cast<std::size_t>(at)]));
  };
  const std::string kind(alphabet_.name(span.symbol)), l1 = around(-1), r1 = around(1), r2 = around(2), l2 = around(-2);
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
  each("kind+left+left", kind, l2, l1);
  each("left+right", l1, r1, kind);
  if (c.span + 1 < clause.spans.size()) {
    const std::string next = lower(slice(text, clause.tokens[clause.spans[c.span + 1].tokens.begin].range));
    if (next.size() < 9) each("lemma+next", lemma, next, "");
  }
  if (c.span + 1 < clause.spans.size() && nouns_.find(s[c.span + 1]) != std::string_view::npos) {
    const std::string object = lower(slice(text, clause.tokens[clause.spans[c.span + 1].tokens.end - 1].range));
    each("lemma+object", lemma, object, "");
    each("object", object, kind, "");
  }
  if (c.span > 0 && nouns_.find(s[c.span - 1]) != std::string_view::npos)
    each("subject", lower(slice(text, clause.tokens[clause.spans[c.span - 1].tokens.end - 1].range)), "", "");
  const std::string first = lower(slice(text, clause.tokens[span.tokens.begin].range));
  if (span.tokens.size() > 1) each("lemma+first", lemma, first, "");
  if (c.head + 1 < span.tokens.end) each("lemma+tail", lemma, lower(slice(text, clause.tokens[span.tokens.end - 1].range)), "");
  const bool quoted = s.find(alphabet_.symbol("QUOTE")) != std::string::npos;
  const bool fragment = s.find(alphabet_.symbol("FRAGMENT")) != std::string::npos;
  if (quoted) each("lemma+quote", lemma, kind, "");
  if (quoted) each("quote+kind", kind, l1, "");
  if (fragment) each("lemma+fragment", lemma, "", "");
  if (fragment) each("fragment+kind", kind, r1, "");
}

std::vector<CueCandidate> CueFinder::find(std::string_view text, const Clause& clause) const {
  std::vector<CueCandidate> found = candidates(text, clause);
  for (CueCandidate& c : found) {
    double sum = 0;
    bool any = false;
    each_feature(text, clause, c, [&](std::string_view name, std::string_view a, std::string_view b, std::string_view d) {
      std::uint64_t h = fnv(name);
      for (const std::string_view part : {a, b, d})
        if (!part.empty()) h = fnv(part, fnv(" ", h));
      const auto weight = weights_.find(h);
      if (weight != weights_.end()) sum += weight->second, any = true;
    });
    c.probability = any ? logistic(sum) : 0;
  }
  return found;
}

std::vector<std::string> CueFinder::features(std::string_view text, const Clause& clause, const CueCandidate& candidate) const {
  std::vector<std::string> out;
  each_feature(text, clause, candidate, [&](std::string_view name, std::string_view a, std::string_view b, std::string_view d) {
    std::string feature(name);
    for (const std::string_view part : {a, b, d})
      if (!part.empty()) feature += " " + std::string(part);
    out.push_back(std::move(feature));
  });
  return out;
}

std::string learn_cues(const std::vector<CueCase>& cases, std::size_t least) {
  constexpr double ridge = 3.0;  // found by cross-validation
  std::map<std::string, std::size_t> seen;
  for (const CueCase& c : cases)
    for (const std::string& f : c.features) ++seen[f];
  std::map<std::string, std::size_t> index;
  std::vector<const std::string*> names;
  std::vector<double> decay;  // of a feature each time it is seen: L2, shared out over its count
  for (const auto& [feature, count] : seen)
    if (count >= least) {
      names.push_back(&index.emplace(feature, names.size()).first->first);
      decay.push_back(ridge / static_cast<double>(count));
    }
  std::vector<std::vector<std::size_t>> rows;
  for (const CueCase& c : cases) {
    auto& row = rows.emplace_back();
    for (const std::string& f : c.features)
      if (const auto i = index.find(f); i != index.end()) row.push_back(i->second);
  }
  std::vector<double> weight(names.size(), 0), squares(names.size(), 1e-8);
  constexpr double rate = 0.15;
  for (int epoch = 0; epoch < 12; ++epoch)
    for (std::size_t k = 0; k < rows.size(); ++k) {
      // A fixed stride visits the cases in another order than they were written.
      const std::size_t i = k * 7919 % rows.size();
      double sum = 0;
      for (const std::size_t f : rows[i]) sum += weight[f];
      const double error = (cases[i].cue ? 1 : 0) - logistic(sum);
      for (const std::size_t f : rows[i]) {
        const double gradient = error - decay[f] * weight[f];
        squares[f] += gradient * gradient;
        weight[f] += rate * gradient / std::sqrt(squares[f]);
      }
    }
  std::string out =
      "# How likely a word in its place reports speech or stance: a feature, a tab, a weight in log-odds.\n"
      "# Counted by `onrecord rules weigh`; may be edited by hand.\n";
  char line[64];
  for (std::size_t f = 0; f < names.size(); ++f) {
    if (std::fabs(weight[f]) < 0.05) continue;
    std::snprintf(line, sizeof line, "\t%.2f\n", weight[f]);
    out += *names[f] + line;
  }
  return out;
}

}  // namespace onrecord
