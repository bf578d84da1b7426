#include <re2/re2.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <span>

#include "match/stage_parts.h"

namespace onrecord {
namespace {

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

// Where `rule` matches inside symbols[from, to): captures in the stage's order.
bool match_rule(const CompiledRule& rule, std::size_t captures, std::string_view symbols, Range within,
                re2::RE2::Anchor anchor, const Stage::Words& words, Match& out) {
  constexpr int most = 17;
  re2::StringPiece groups[most];
  const int count = 1 + rule.regex->NumberOfCapturingGroups();
  assert(count <= most);
  if (!rule.regex->Match(piece(symbols), within.begin, within.end, anchor, groups, count)) return false;
  const auto range = [&](const re2::StringPiece& g) {
    const auto begin = static_cast<std::size_t>(g.data() - symbols.data());
    return Range{begin, begin + g.size()};
  };
  out.rule = &rule.rule;
  out.whole = range(groups[0]);
  out.captures.assign(captures, std::nullopt);
  for (std::size_t i = 0; i < captures; ++i)
    for (const int group : rule.groups[i])
      if (groups[group].data() != nullptr) {
        out.captures[i] = range(groups[group]);
        break;
      }
  for (const auto& test : rule.where) {
    const auto& captured = test.capture < 0 ? std::optional<Range>(out.whole) : out.captures[test.capture];
    if (!captured || re2::RE2::PartialMatch(words(*captured), *test.regex) == test.negated) return false;
  }
  return true;
}

bool word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::size_t bit(char symbol) { return static_cast<unsigned char>(symbol) & 127; }

using Needs = std::span<const SymbolSet>;

// Whether the symbols lack what is needed, in the order in which it is needed.
bool lack(std::string_view symbols, Needs needs) {
  std::size_t at = 0;
  for (const SymbolSet& need : needs) {
    while (at < symbols.size() && !need.test(bit(symbols[at]))) ++at;
    if (at++ >= symbols.size()) return true;
  }
  return false;
}

// Whether each symbol may follow the one before it.
bool may_follow(const CompiledRule& rule, std::string_view symbols) {
  for (std::size_t i = 1; i < symbols.size(); ++i)
    if (!rule.followers[bit(symbols[i - 1])].test(bit(symbols[i]))) return false;
  return true;
}

// As far as a match of the rule around `focus` can reach; empty where there can be none.
Range reach(const CompiledRule& rule, std::string_view symbols, std::size_t focus) {
  Range out{focus, focus};
  while (out.begin > 0 && rule.followers[bit(symbols[out.begin - 1])].test(bit(symbols[out.begin]))) --out.begin;
  while (out.begin <= focus && !rule.translated.firsts.test(bit(symbols[out.begin]))) ++out.begin;
  if (out.begin > focus) return {};
  while (out.end + 1 < symbols.size() && rule.followers[bit(symbols[out.end])].test(bit(symbols[out.end + 1])))
    ++out.end;
  while (out.end > focus && !rule.translated.lasts.test(bit(symbols[out.end]))) --out.end;
  if (!rule.translated.lasts.test(bit(symbols[out.end]))) return {};
  return {out.begin, out.end + 1};
}

}  // namespace

re2::RE2::Options rule_options(bool over_text, bool longest) {
  re2::RE2::Options o(re2::RE2::Quiet);
  o.set_encoding(over_text ? re2::RE2::Options::EncodingUTF8 : re2::RE2::Options::EncodingLatin1);
  o.set_dot_nl(true);
  o.set_longest_match(longest);
  o.set_max_mem(64 << 20);
  return o;
}

const re2::RE2& Pass::any() const {
  std::call_once(once_, [this] { any_ = std::make_unique<re2::RE2>(alternatives, rule_options(over_text, true)); });
  return *any_;
}

Stage::Stage(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Stage::Stage(Stage&&) noexcept = default;
Stage::~Stage() = default;

const std::string& Stage::name() const { return parts_->name; }
const std::vector<Rule>& Stage::rules() const { return parts_->rules; }
const std::vector<std::string>& Stage::captures() const { return parts_->captures; }
int Stage::passes() const { return static_cast<int>(parts_->passes.size()); }

std::size_t Stage::capture(std::string_view name) const {
  const auto found = std::find(parts_->captures.begin(), parts_->captures.end(), name);
  assert(found != parts_->captures.end());
  return static_cast<std::size_t>(found - parts_->captures.begin());
}

// Whether a match of the pass may begin at `at`: a symbol that one of its rules begins with and another that may
// follow it; in a text the beginning of a word.
bool Pass::begins(std::string_view symbols, std::size_t at) const {
  if (over_text) return word_char(symbols[at]) && (at == 0 || !word_char(symbols[at - 1]));
  const std::size_t first = bit(symbols[at]);
  return firsts.test(first) &&
         (alone.test(first) || (at + 1 < symbols.size() && followers[first].test(bit(symbols[at + 1]))));
}

std::vector<Match> Stage::all(std::string_view symbols, const Words& words, int pass) const {
  std::vector<Match> found;
  const Pass& p = *parts_->passes[static_cast<std::size_t>(pass - 1)];
  if (p.alternatives.empty()) return found;
  const re2::RE2& any = p.any();
  // Anchored wherever a match can begin: one DFA pass, where an unanchored search needs a second one backwards, and
  // hardly any states, where a search grows new ones on every other text.
  for (std::size_t at = 0; at < symbols.size(); ++at) {
    re2::StringPiece hit;
    if (!p.begins(symbols, at) || !any.Match(piece(symbols), at, symbols.size(), re2::RE2::ANCHOR_START, &hit, 1) ||
        hit.empty())
      continue;
    const Range extent{at, at + hit.size()};
    if (Match match = winner(p, symbols, extent, words)) {
      found.push_back(std::move(match));
      at = extent.end - 1;
    }
  }
  return found;
}

// The first rule of the pass in file order that matches just `extent`.
Match Stage::winner(const Pass& pass, std::string_view symbols, Range extent, const Words& words) const {
  const std::string_view matched = slice(symbols, extent);
  const auto possible = [&](std::size_t i) {
    const CompiledRule& rule = *parts_->compiled[i];
    const Translated& t = rule.translated;
    return rule.rule.over_text || (t.firsts.test(bit(matched.front())) && t.lasts.test(bit(matched.back())) &&
                                   may_follow(rule, matched) && !lack(matched, t.needs));
  };
  const auto first = std::find_if(pass.rules.begin(), pass.rules.end(), possible);
  for (auto it = first; it != pass.rules.end();) {
    const CompiledRule& rule = *parts_->compiled[*it];
    const auto next = std::find_if(it + 1, pass.rules.end(), possible);
    Match match;
    if (it == first && next == pass.rules.end() && rule.plain) {  // it must be this one
      match.rule = &rule.rule;
      match.whole = extent;
      match.captures.assign(parts_->captures.size(), std::nullopt);
      return match;
    }
    if (match_rule(rule, parts_->captures.size(), symbols, extent, re2::RE2::ANCHOR_BOTH, words, match)) return match;
    it = next;
  }
  return {};
}

Match Stage::around(std::size_t focus, std::string_view symbols, const Words& words, const Accept& accept,
                    const Admits& admits) const {
  const std::size_t looked_at = bit(symbols[focus]);
  Match match;
  for (const std::size_t i : parts_->having[looked_at]) {
    const CompiledRule& rule = *parts_->compiled[i];
    const Range window = reach(rule, symbols, focus);
    if (window.empty()) continue;
    const Needs needs = rule.translated.needs;
    const auto own = std::find_if(needs.begin(), needs.end(), [&](const SymbolSet& s) { return s.test(looked_at); });
    // Without a need of its own for the focus, nothing is known of what stands on which side.
    const Needs before = own == needs.end() ? Needs() : Needs(needs.begin(), own), rest(own, needs.end());
    if (lack(slice(symbols, {focus, window.end}), rest) || (admits && !admits(rule.rule))) continue;
    for (std::size_t at = window.begin; at <= focus && !lack(slice(symbols, {at, focus}), before); ++at)
      if (rule.translated.firsts.test(bit(symbols[at])) &&
          match_rule(rule, parts_->captures.size(), symbols, {at, window.end}, re2::RE2::ANCHOR_START, words, match)) {
        if (!accept || accept(match)) return match;
        break;
      }
  }
  return {};
}

Match Stage::first(std::string_view symbols, const Words& words, const Accept& accept, const Admits& admits) const {
  for (const auto& rule : parts_->compiled) {
    if (lack(symbols, rule->translated.needs) || (admits && !admits(rule->rule))) continue;
    Match match;
    if (match_rule(*rule, parts_->captures.size(), symbols, {0, symbols.size()}, re2::RE2::UNANCHORED, words, match) &&
        (!accept || accept(match)))
      return match;
  }
  return {};
}

std::vector<Match> Stage::each(std::string_view symbols, const Words& words, const Admits& admits) const {
  std::vector<Match> found;
  first(
      symbols, words,
      [&](const Match& match) {
        found.push_back(match);
        return false;
      },
      admits);
  return found;
}

}  // namespace onrecord
