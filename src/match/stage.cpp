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
  if (!rule.regex->Match(piece(symbols), within.begin, within.end,
                         whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED, groups, count))
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

bool ruled_out(const CompiledRule& rule, const SymbolSet& present) {
  return std::any_of(rule.needs.begin(), rule.needs.end(), [&](const SymbolSet& need) { return (need & present).none(); });
}

}  // namespace

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
  const Pass& p = parts_->passes[static_cast<std::size_t>(pass - 1)];
  if (!p.any) return found;
  for (std::size_t at = 0; at < symbols.size();) {
    re2::StringPiece hit;
    if (!p.any->Match(piece(symbols), at, symbols.size(), re2::RE2::UNANCHORED, &hit, 1)) break;
    const auto begin = static_cast<std::size_t>(hit.data() - symbols.data());
    const Range extent{begin, begin + hit.size()};
    at = extent.begin + 1;
    if (extent.empty()) continue;
    const SymbolSet present = symbols_of(slice(symbols, extent));
    for (const std::size_t i : p.rules) {
      const CompiledRule& rule = *parts_->compiled[i];
      Match match;
      if (!ruled_out(rule, present) && match_rule(rule, parts_->captures.size(), symbols, extent, true, words, match)) {
        found.push_back(std::move(match));
        at = extent.end;
        break;
      }
    }
  }
  return found;
}

Match Stage::first(std::string_view symbols, const Words& words, const Accept& accept, const Admits& admits) const {
  const SymbolSet present = symbols_of(symbols);
  for (const auto& rule : parts_->compiled) {
    if (ruled_out(*rule, present) || (admits && !admits(rule->rule))) continue;
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
