#include <re2/re2.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <span>

#include "core/by_hash.h"
#include "core/error.h"
#include "match/stage_parts.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_kept = 24;  // symbols, or bytes of text: longer stretches seldom come back

re2::StringPiece piece(std::string_view s) { return {s.data(), s.size()}; }

// Where `rule` matches inside symbols[from, to), but for its `where` tests: captures in the stage's order.
bool find_match(const CompiledRule& rule, std::size_t captures, std::string_view symbols, Range within,
                re2::RE2::Anchor anchor, Match& out) {
  constexpr int most = 17;
  re2::StringPiece groups[most];
  const re2::RE2& regex = **rule.regex;
  const int count = 1 + regex.NumberOfCapturingGroups();
  assert(count <= most);
  // Where it begins is given, RE2 would go right to the captures, with a backtracker that takes ten times as long
  // to say no as the DFA does; and most rules do not match.
  if (anchor != re2::RE2::UNANCHORED && count > 1) {
    re2::StringPiece hit;
    if (!regex.Match(piece(symbols), within.begin, within.end, anchor, &hit, 1)) return false;
    within.end = static_cast<std::size_t>(hit.data() - symbols.data()) + hit.size();
    anchor = re2::RE2::ANCHOR_BOTH;
  }
  if (!regex.Match(piece(symbols), within.begin, within.end, anchor, groups, count)) return false;
  const auto range = [&](const re2::StringPiece& g) {
    const auto begin = static_cast<std::size_t>(g.data() - symbols.data());
    return Range{begin, begin + g.size()};
  };
  out.rule = &rule.rule;
  out.whole = range(groups[0]);
  out.captures = Captures(captures);
  for (std::size_t i = 0; i < captures; ++i)
    for (const int group : rule.groups[i])
      if (groups[group].data() != nullptr) {
        out.captures.put(i, range(groups[group]));
        break;
      }
  return true;
}

// Whether a match stands the `where` tests of its rule.
bool holds(const CompiledRule& rule, const Match& match, const Stage::Words& words) {
  for (const auto& test : rule.where) {
    const auto& captured = test.capture < 0 ? std::optional<Range>(match.whole) : match.captures[test.capture];
    if (!captured || re2::RE2::PartialMatch(piece(words(*captured)), **test.regex) == test.negated) return false;
  }
  return true;
}

bool match_rule(const CompiledRule& rule, std::size_t captures, std::string_view symbols, Range within,
                re2::RE2::Anchor anchor, const Stage::Words& words, Match& out) {
  return find_match(rule, captures, symbols, within, anchor, out) && holds(rule, out, words);
}

std::size_t bit(char symbol) { return static_cast<unsigned char>(symbol) & 127; }

// The next place from `at` on where a match can begin; the end where there is none.
std::size_t opening(const Pass& pass, std::string_view symbols, std::size_t at) {
  std::size_t here = bit(symbols[at]);
  for (; at + 1 < symbols.size(); ++at) {
    const std::size_t next = bit(symbols[at + 1]);
    if ((pass.pairs[here][next] & Pass::opening) != 0) return at;
    here = next;
  }
  return (pass.pairs[here][0] & Pass::opening) != 0 ? at : symbols.size();
}

constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;

// As far as a match that begins at `at` can reach, by the symbols that may follow each other, or further than is kept.
struct Stretch {
  std::size_t size;
  std::uint64_t hash;  // of its symbols and whether it begins and ends the whole string; not 0
};
Stretch stretch_from(const Pass& pass, std::string_view symbols, std::size_t at) {
  std::size_t end = at, here = bit(symbols[at]);
  std::uint64_t hash = at == 0 ? 128 : 0;  // which is no symbol
  for (bool goes_on = true; goes_on;) {
    hash = (hash ^ here) * factor;
    if (++end == symbols.size() || end - at > longest_kept) break;
    const std::size_t next = bit(symbols[end]);
    goes_on = (pass.pairs[here][next] & Pass::following) != 0;
    here = next;
  }
  hash ^= hash >> 32 ^ (end == symbols.size());
  return {end - at, (hash * factor) | 1};
}

// Of the bytes of a stretch, whether it begins and ends the whole text, and what stands beside it; not 0.
std::uint64_t hash_of(std::string_view text, Range stretch, std::uint64_t beside) {
  const bool begins = stretch.begin == 0, ends = stretch.end == text.size();
  const std::uint64_t hash = hash64(slice(text, stretch)) ^ (beside << 2 | begins << 1 | ends);
  return (hash * factor) | 1;
}

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

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

// How far from the symbol at `focus` the rules of a block can reach, all at once: a step to either side leaves those in
// which the two symbols may follow each other.
class Reach {
 public:
  Reach(const RuleBlock& block, std::string_view symbols, std::size_t focus)
      : size_(symbols.size()), first_(focus), last_(focus), at_(2 * size_) {
    const auto symbol = [&](std::size_t i) { return bit(symbols[i]); };
    const std::uint64_t all = block.holding[symbol(focus)];
    std::uint64_t may_begin = 0, may_end = 0;
    std::uint64_t alive = all;
    for (std::size_t i = focus; alive != 0; alive &= block.follow(symbol(i - 1), symbol(i)), --i) {
      may_begin |= at_[i] = alive & block.beginning[symbol(i)] & (i == 0 ? all : ~block.from_begin);
      first_ = i;
      if (i == 0) break;
    }
    alive = all & may_begin;
    for (std::size_t i = focus; alive != 0;) {
      may_end |= at_[size_ + i] = alive & block.ending[symbol(i)] & (i + 1 == size_ ? all : ~block.to_end);
      last_ = i;
      if (++i == size_) break;
      alive &= block.follow(symbol(i - 1), symbol(i));
    }
    rules_ = may_begin & may_end;
  }

  // Those that can begin and end somewhere.
  std::uint64_t rules() const { return rules_; }
  bool begins(std::size_t at, std::uint64_t rule) const { return (at_[at] & rule) != 0; }
  // As far as one of them, by its bit, can reach.
  Range of(std::uint64_t rule) const {
    Range out{first_, last_};
    while ((at_[out.begin] & rule) == 0) ++out.begin;
    while ((at_[size_ + out.end] & rule) == 0) --out.end;
    return {out.begin, out.end + 1};
  }

 private:
  std::size_t size_, first_, last_;
  std::uint64_t rules_ = 0;
  std::vector<std::uint64_t> at_;  // what can begin at each symbol, then what can end there
};

}  // namespace

re2::RE2::Options rule_options(bool over_text, bool longest) {
  re2::RE2::Options o(re2::RE2::Quiet);
  o.set_encoding(over_text ? re2::RE2::Options::EncodingUTF8 : re2::RE2::Options::EncodingLatin1);
  o.set_dot_nl(true);
  o.set_longest_match(longest);
  o.set_max_mem(64 << 20);
  return o;
}

const re2::RE2& Expression::compile() const {
  auto fresh = std::make_unique<const re2::RE2>(pattern_, options_);
  if (!fresh->ok()) throw Error(pattern_.substr(0, 200) + ": " + fresh->error());
  const re2::RE2* known = nullptr;  // another thread may have been faster
  return compiled_.compare_exchange_strong(known, fresh.get()) ? *fresh.release() : *known;
}

std::vector<std::string> names_of_groups(std::string_view expression) {
  std::vector<std::string> out;
  bool in_class = false;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const char c = expression[at];
    if (c == '\\') {
      ++at;
    } else if (in_class && expression.substr(at, 2) == "[:") {
      at = std::min(expression.find(":]", at), expression.size() - 2) + 1;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
      if (at + 1 < expression.size() && expression[at + 1] == '^') ++at;
      if (at + 1 < expression.size() && expression[at + 1] == ']') ++at;  // stands for itself there
    } else if (c == '(') {
      const std::string_view rest = expression.substr(at + 1);
      if (rest.substr(0, 3) == "?P<")
        out.emplace_back(rest.substr(3, rest.find('>') - 3));
      else if (rest.substr(0, 1) != "?")
        out.emplace_back();
    }
  }
  return out;
}

Stage::Stage(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Stage::Stage(Stage&&) noexcept = default;
Stage::~Stage() = default;

const std::string& Stage::name() const { return parts_->name; }
const std::vector<Rule>& Stage::rules() const { return parts_->rules; }
const std::vector<std::string>& Stage::captures() const { return parts_->captures; }
int Stage::passes() const { return static_cast<int>(parts_->passes.size()); }
std::size_t Stage::cost(std::size_t rule) const {
  return static_cast<std::size_t>((*parts_->compiled[rule]->regex)->ProgramSize());
}

std::size_t Stage::capture(std::string_view name) const {
  const auto found = std::find(parts_->captures.begin(), parts_->captures.end(), name);
  assert(found != parts_->captures.end());
  return static_cast<std::size_t>(found - parts_->captures.begin());
}

void Pass::Known::keep(std::uint64_t hash, const Fits& fits) {
  std::string content = std::to_string(fits.length);
  const auto add = [&](Range range) { content += ' ' + std::to_string(range.begin) + '-' + std::to_string(range.end); };
  for (const Fits::Fit& fit : fits.rules) {
    content += '\n' + fit.rule->rule.id;
    add(fit.match.whole);
    for (std::size_t i = 0; i < fit.match.captures.size(); ++i) add(fit.match.captures[i].value_or(Range{1, 0}));
  }
  const std::lock_guard lock(mutex_);
  if (fits_.size() == most) return;
  const auto [number, fresh] = by_content_.emplace(std::move(content), static_cast<std::uint32_t>(fits_.size()));
  if (fresh) fits_.push_back(fits);
  numbers_.keep(hash, number->second);
}

// Calls each(rule, match) for the rules of the pass that match just `extent`, in file order, until it is true.
template <typename Each>
void Stage::each_fit(const Pass& pass, std::string_view symbols, Range extent, const Each& each) const {
  const std::string_view matched = slice(symbols, extent);
  const auto possible = [&](std::size_t i) {
    const CompiledRule& rule = *parts_->compiled[i];
    const Translated& t = rule.translated;
    return rule.rule.over_text || (t.firsts.test(bit(matched.front())) && t.lasts.test(bit(matched.back())) &&
                                   may_follow(rule, matched) && !lack(matched, t.needs));
  };
  for (const std::size_t i : pass.rules) {
    Match match;
    const CompiledRule& rule = *parts_->compiled[i];
    if (possible(i) && find_match(rule, parts_->captures.size(), symbols, extent, re2::RE2::ANCHOR_BOTH, match) &&
        each(rule, match))
      return;
  }
}

// What the rules of a pass can make of just that extent.
Fits Stage::fits(const Pass& pass, std::string_view symbols, Range extent) const {
  Fits out{extent.size(), {}};
  each_fit(pass, symbols, extent, [&](const CompiledRule& rule, Match& match) {
    match.move(0 - extent.begin);
    out.rules.push_back({&rule, match});
    return rule.where.empty();
  });
  return out;
}

// How far the longest match from `at` on reaches; `at` where there is none.
std::size_t Stage::longest(const Pass& pass, std::string_view symbols, std::size_t at) const {
  re2::StringPiece hit;
  return (*pass.any)->Match(piece(symbols), at, symbols.size(), re2::RE2::ANCHOR_START, &hit, 1) ? at + hit.size() : at;
}

// Adds the first of the fits that stands the `where` tests; whether there is one.
bool Stage::standing(const Fits& fits, std::size_t at, const Words& words, std::vector<Match>& found) const {
  for (const Fits::Fit& fit : fits.rules) {
    Match& match = found.emplace_back(fit.match);
    match.move(at);
    if (fit.rule->where.empty() || holds(*fit.rule, match, words)) return true;
    found.pop_back();
  }
  return false;
}

std::vector<Match> Stage::all(std::string_view symbols, const Words& words, int pass, std::size_t last) const {
  const Pass& p = *parts_->passes[static_cast<std::size_t>(pass - 1)];
  if (p.any == nullptr) return {};
  return p.over_text ? all_in_text(p, symbols, words, last) : all_in_symbols(p, symbols, words);
}

// Anchored wherever a match can begin: one DFA pass, where an unanchored search needs a second one backwards, and
// hardly any states, where a search grows new ones on every other text. What the rules make of words hangs on these and
// the bytes beside them: a word may have to begin or end there.
std::vector<Match> Stage::all_in_text(const Pass& pass, std::string_view text, const Words& words,
                                      std::size_t last) const {
  std::vector<Match> found;
  for (std::size_t at = 0; at < text.size() && at <= last; ++at) {
    if (!word_char(text[at]) || (at > 0 && word_char(text[at - 1]))) continue;
    const Range extent{at, longest(pass, text, at)};
    if (extent.empty()) continue;
    const auto beside = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const bool kept = extent.size() <= longest_kept;
    const std::uint64_t hash = kept ? hash_of(text, extent, beside(at - 1) << 8 | beside(extent.end)) : 0;
    const Fits* known = kept ? pass.known->find(hash) : nullptr;
    Fits fresh;
    if (known == nullptr) {
      fresh = fits(pass, text, extent);
      known = &fresh;
      if (kept) pass.known->keep(hash, fresh);
    }
    if (standing(*known, at, words, found)) at = extent.end - 1;
  }
  return found;
}

std::vector<Match> Stage::all_in_symbols(const Pass& pass, std::string_view symbols, const Words& words) const {
  std::vector<Match> found;
  Fits fresh;
  for (std::size_t at = 0; at < symbols.size(); ++at) {
    at = opening(pass, symbols, at);
    if (at == symbols.size()) break;
    const auto [size, hash] = stretch_from(pass, symbols, at);
    const bool kept = size <= longest_kept;
    const Fits* known = kept ? pass.known->find(hash) : nullptr;
    if (known == nullptr || known->length > size) {
      const Range extent{at, longest(pass, symbols, at)};
      fresh = extent.empty() ? Fits() : fits(pass, symbols, extent);
      known = &fresh;
      if (kept) pass.known->keep(hash, fresh);
    }
    if (known->rules.empty()) continue;
    if (found.empty()) found.reserve(8);
    if (standing(*known, at, words, found)) at += known->length - 1;
  }
  return found;
}

Match Stage::around(std::size_t focus, std::string_view symbols, const Words& words, const Accept& accept,
                    const Admits& admits) const {
  const std::size_t looked_at = bit(symbols[focus]);
  Match match;
  for (std::size_t first = 0; const RuleBlock& block : parts_->blocks) {
    const Reach reach(block, symbols, focus);
    for (std::uint64_t left = reach.rules(); left != 0; left &= left - 1) {
      const CompiledRule& rule = *parts_->compiled[first + static_cast<std::size_t>(std::countr_zero(left))];
      if (admits && !admits(rule.rule)) continue;
      const std::uint64_t own_bit = left & (0 - left);
      const Range window = reach.of(own_bit);
      const Needs needs = rule.translated.needs;
      const auto own = std::find_if(needs.begin(), needs.end(), [&](const SymbolSet& s) { return s.test(looked_at); });
      // Without a need of its own for the focus, nothing is known of what stands on which side.
      const Needs before = own == needs.end() ? Needs() : Needs(needs.begin(), own), rest(own, needs.end());
      if (lack(slice(symbols, {focus, window.end}), rest)) continue;
      for (std::size_t at = window.begin; at <= focus && !lack(slice(symbols, {at, focus}), before); ++at)
        if (reach.begins(at, own_bit) && match_rule(rule, parts_->captures.size(), symbols, {at, window.end},
                                                    re2::RE2::ANCHOR_START, words, match)) {
          if (!accept || accept(match)) return match;
          break;
        }
    }
    first += RuleBlock::most;
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
