#include "extract/tone.h"

#include <algorithm>
#include <cctype>

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
    entries_[std::string(words)] = entry;
  });
}

std::vector<std::string> Tone::base_forms(std::string_view text, const Clause& clause, Range cue, bool& verb) const {
  std::vector<std::string> out;
  for (const Token& token : clause.tokens) {
    if (!cue.overlaps(token.range)) continue;
    const std::string_view value = lexer_.value(token.entry, verb_);
    verb |= !value.empty();
    std::string word = value.empty() ? lower(slice(text, token.range)) : std::string(value.substr(0, value.find(':')));
    const bool plural = value.empty() && word.size() > 3 && word.back() == 's' && entries_.count(word) == 0;
    if (plural && entries_.count(word.substr(0, word.size() - 1)) > 0) word.pop_back();
    // A token may be several words: "according to".
    for (std::size_t i = 0; i < word.size();) {
      const std::size_t end = std::min(word.find(' ', i), word.size());
      out.push_back(word.substr(i, end - i));
      i = end + 1;
    }
  }
  return out;
}

// The longest entry that begins at words[at]; moves `at` behind it, or by one where there is none.
const Tone::Entry* Tone::longest(const std::vector<std::string>& words, std::size_t& at) const {
  for (std::size_t count = std::min(most_words_, words.size() - at); count > 0; --count) {
    std::string key = words[at];
    for (std::size_t k = 1; k < count; ++k) key += " " + words[at + k];
    if (const auto found = entries_.find(key); found != entries_.end()) {
      at += count;
      return &found->second;
    }
  }
  ++at;
  return nullptr;
}

std::pair<Act, Manner> Tone::of(std::string_view text, const Clause& clause, const Quotation& quotation,
                                Kind kind) const {
  if (!quotation.cue) return {Act::say, Manner::speech};
  bool verb = false, negated = false, never = false;
  const Entry* turning = nullptr;  // the last that has an act of its own
  const std::vector<std::string> words = base_forms(text, clause, *quotation.cue, verb);
  for (std::size_t at = 0; at < words.size();) {
    const std::string& word = words[at];
    const Entry* entry = longest(words, at);
    if (entry == nullptr) continue;
    if (entry->turns) {
      negated = !negated;
      never |= word == "never";
      if (entry->alone) turning = entry;
      continue;
    }
    return {negated ? turned(entry->act, never) : entry->act, kind == Kind::direct ? Manner::speech : entry->manner};
  }
  if (turning != nullptr) return {turning->act, kind == Kind::direct ? Manner::speech : turning->manner};
  return {Act::say, verb && kind == Kind::indirect ? Manner::attitude : Manner::speech};
}

}  // namespace onrecord
