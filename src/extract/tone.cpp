#include "extract/tone.h"

#include <algorithm>
#include <cctype>

#include "core/by_hash.h"
#include "core/error.h"
#include "core/list.h"

namespace onrecord {
namespace {

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
  return out;
}

// What is left of an act that did not happen.
Act turned(Act act, bool never) {
  switch (act) {
    case Act::support:
    case Act::want:
      return Act::oppose;
    case Act::believe:
    case Act::predict:
      return Act::deny;
    case Act::say:
      return never ? Act::deny : Act::say;
    default:
      return Act::say;
  }
}

}  // namespace

Tone::Tone(const Grammar& grammar) : lexer_(grammar.lexer()), verb_(lexer_.tag("verb")) {
  each_row(grammar.file("acts.txt"), [&](const ListRow& row) {
    const std::string_view value = row.value, words = row.entry;
    // "not", or "not" and the act of a cue in which nothing follows.
    const bool turns = value.substr(0, 4) == "not " || value == "not";
    const std::string_view own = turns ? value.substr(std::min<std::size_t>(4, value.size())) : value;
    const std::size_t space = std::min(own.find(' '), own.size());
    const auto act = parse_act(own.substr(0, space));
    const auto manner = parse_manner(own.substr(std::min(space + 1, own.size())));
    if ((!act || !manner) && !(turns && own.empty()))
      throw Error("acts.txt:" + std::to_string(row.line) + ": “" + std::string(row.text) +
                  "” is no act; write words, a tab, an act and a manner, as in “urge<TAB>demand speech”");
    const Entry entry{act.value_or(Act::say), manner.value_or(Manner::attitude), turns, act.has_value()};
    most_words_ = std::max(most_words_, static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1);
    entries_[hash64(words)] = entry;
  });
}

// The base forms of the cue's words, a space between two.
std::string Tone::base_forms(std::string_view text, const Clause& clause, Range cue, bool& verb) const {
  std::string out;
  auto token = std::partition_point(clause.tokens.begin(), clause.tokens.end(),
                                    [&](const Token& t) { return t.range.end <= cue.begin; });
  for (; token != clause.tokens.end() && token->range.begin < cue.end; ++token) {
    const std::string_view value = lexer_.value(token->entry, verb_);
    verb |= !value.empty();
    std::string word = value.empty() ? lower(slice(text, token->range)) : std::string(value.substr(0, value.find(':')));
    const bool plural = value.empty() && word.size() > 3 && word.back() == 's' && entry(word) == nullptr;
    if (plural && entry(std::string_view(word).substr(0, word.size() - 1)) != nullptr) word.pop_back();
    if (!out.empty() && !word.empty()) out += ' ';
    out += word;
  }
  return out;
}

const Tone::Entry* Tone::entry(std::string_view words) const {
  const auto found = entries_.find(hash64(words));
  return found == entries_.end() ? nullptr : &found->second;
}

// The longest entry that begins with the word at `at`; moves `at` to the word behind it, or to the next where there is
// none.
const Tone::Entry* Tone::longest(std::string_view words, std::size_t& at) const {
  const auto end_of = [&](std::size_t word) { return std::min(words.find(' ', word), words.size()); };
  const std::size_t one = end_of(at);  // the end of the first word
  std::size_t end = one;
  for (std::size_t more = 1; more < most_words_ && end < words.size(); ++more) end = end_of(end + 1);
  const Entry* found = entry(slice(words, {at, end}));
  while (found == nullptr && end > one) {
    end = words.rfind(' ', end - 1);
    found = entry(slice(words, {at, end}));
  }
  at = end + 1;
  return found;
}

std::pair<Act, Manner> Tone::of(std::string_view text, const Clause& clause, const Quotation& quotation,
                                Kind kind) const {
  if (!quotation.cue) return {Act::say, Manner::speech};
  bool verb = false, negated = false, never = false;
  const Entry* turning = nullptr;  // the last that has an act of its own
  const std::string words = base_forms(text, clause, *quotation.cue, verb);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const Entry* entry = longest(words, at);
    if (entry == nullptr) continue;
    if (entry->turns) {
      negated = !negated;
      never |= words.substr(begin, words.find(' ', begin) - begin) == "never";
      if (entry->alone) turning = entry;
      continue;
    }
    return {negated ? turned(entry->act, never) : entry->act, kind == Kind::direct ? Manner::speech : entry->manner};
  }
  if (turning != nullptr) return {turning->act, kind == Kind::direct ? Manner::speech : turning->manner};
  return {Act::say, verb && kind == Kind::indirect ? Manner::attitude : Manner::speech};
}

}  // namespace onrecord
