#include <re2/re2.h>

#include <algorithm>
#include <cassert>

#include "match/stage_parts.h"

namespace onrecord {
namespace {

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

// Where `rule` matches inside symbols[from, to): captures in the stage's order.
bool match_rule(const CompiledRule& rule, std::size_t captures, std::string_view symbols, Range within, bool whole,
                const Stage::Words& words, Match& out) {
  constexpr int most = 17;
  re2::StringPiece groups[most];
  const int count = 1 + rule.regex->NumberOfCapturingGroups();
  assert(count <= most);
  if (!rule.regex->Match(piece(symbols), within.begin, within.end, whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED,
                         groups, count))
    return false;
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

// Whether the symbols lack what the rule needs, in the order it needs them.
bool ruled_out(const CompiledRule& rule, std::string_view symbols) {
  std::size_t at = 0;
  for (const SymbolSet& need : rule.translated.needs) {
    while (at < symbols.size() && !need.test(static_cast<unsigned char>(symbols[at]) & 127)) ++at;
    if (at++ >= symbols.size()) return true;
  }
  return false;
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

std::vector<Match> Stage::all(std::string_view symbols, const Words& words, int pass) const {
  std::vector<Match> found;
  const Pass& p = *parts_->passes[static_cast<std::size_t>(pass - 1)];
  if (p.alternatives.empty()) return found;
  const re2::RE2& any = p.any();
  // Over symbols, anchored wherever a match can begin: one DFA pass, where an unanchored search
  // needs a second one backwards. Over text few places begin a match: there it is searched for.
  const auto anchor = p.over_text ? re2::RE2::UNANCHORED : re2::RE2::ANCHOR_START;
  for (std::size_t at = 0; at < symbols.size(); ++at) {
    if (!p.over_text && !p.firsts.test(static_cast<unsigned char>(symbols[at]) & 127)) continue;
    re2::StringPiece hit;
    if (!any.Match(piece(symbols), at, symbols.size(), anchor, &hit, 1)) {
      if (p.over_text) break;
      continue;
    }
    if (hit.empty()) continue;
    const auto begin = static_cast<std::size_t>(hit.data() - symbols.data());
    const Range extent{begin, begin + hit.size()};
    if (Match match = winner(p, symbols, extent, words)) {
      found.push_back(std::move(match));
      at = extent.end - 1;
    } else {
      at = extent.begin;
    }
  }
  return found;
}

// The first rule of the pass in file order that matches just `extent`.
Match Stage::winner(const Pass& pass, std::string_view symbols, Range extent, const Words& words) const {
  const auto bit = [](char symbol) { return static_cast<unsigned char>(symbol) & 127; };
  std::vector<const CompiledRule*> left;
  for (const std::size_t i : pass.rules) {
    const CompiledRule& rule = *parts_->compiled[i];
    const Translated& t = rule.translated;
    if (!rule.rule.over_text &&
        (!t.firsts.test(bit(symbols[extent.begin])) || !t.lasts.test(bit(symbols[extent.end - 1])) ||
         ruled_out(rule, slice(symbols, extent))))
      continue;
    left.push_back(&rule);
  }
  for (const CompiledRule* rule : left) {
    Match match;
    if (left.size() == 1 && rule->plain) {  // it must be this one
      match.rule = &rule->rule;
      match.whole = extent;
      match.captures.assign(parts_->captures.size(), std::nullopt);
      return match;
    }
    if (match_rule(*rule, parts_->captures.size(), symbols, extent, true, words, match)) return match;
  }
  return {};
}

Match Stage::first(std::string_view symbols, const Words& words, const Accept& accept, const Admits& admits) const {
  for (const auto& rule : parts_->compiled) {
    if (ruled_out(*rule, symbols) || (admits && !admits(rule->rule))) continue;
    Match match;
    if (match_rule(*rule, parts_->captures.size(), symbols, {0, symbols.size()}, false, words, match) &&
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
