#include "match/pattern.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/nearest.h"

namespace onrecord {
namespace {

bool name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string escaped(char symbol) {
  return std::isalnum(static_cast<unsigned char>(symbol)) ? std::string(1, symbol) : std::string{'\\', symbol};
}

std::string one_of(std::string_view members, bool negated) {
  if (members.size() == 1 && !negated) return escaped(members[0]);
  std::string out = negated ? "[^" : "[";
  for (const char c : members) out += escaped(c);
  return out + "]";
}

template <typename T>
void add(std::vector<T>& to, const std::vector<T>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

// A recursive descent over alternatives, sequences and pieces.
class Translator {
 public:
  Translator(const Alphabet& alphabet, const Defines& defines, const Focus& focus, TranslatedDefines& known)
      : alphabet_(alphabet), defines_(defines), focus_(focus), known_(known) {}

  Translated run(std::string_view pattern, int depth) {
    if (depth > 20) throw PatternError("a define uses itself", 0);
    const std::string_view outer = pattern_;
    const std::size_t outer_at = at_;
    pattern_ = pattern;
    at_ = 0;
    Translated out = alternatives(depth);
    if (at_ < pattern_.size()) throw PatternError("')' closes nothing", at_);
    pattern_ = outer;
    at_ = outer_at;
    return out;
  }

 private:
  // What every alternative needs, the whole needs.
  Translated alternatives(int depth) {
    Translated out = sequence(depth);
    while (peek() == '|') {
      ++at_;
      const Translated next = sequence(depth);
      out.regex += "|" + next.regex;
      out.firsts |= next.firsts;
      out.lasts |= next.lasts;
      out.empty |= next.empty;
      add(out.joints, next.joints);
      add(out.starts, next.starts);
      out.singles |= next.singles;
      out.from_begin &= next.from_begin;
      out.to_end &= next.to_end;
      std::vector<SymbolSet> both;
      if (out.needs.size() == 1 && next.needs.size() == 1) {
        both.push_back(out.needs[0] | next.needs[0]);
      } else {
        auto from = next.needs.begin();  // what both need, in the same order
        for (const SymbolSet& need : out.needs)
          if (const auto found = std::find(from, next.needs.end(), need); found != next.needs.end()) {
            both.push_back(need);
            from = found + 1;
          }
      }
      out.needs = std::move(both);
    }
    return out;
  }

  Translated sequence(int depth) {
    Translated out;
    for (char c = peek(); c != 0 && c != '|' && c != ')'; c = peek()) {
      Translated part = piece(depth);
      const std::string times = quantifier();
      out.regex += part.regex + times;
      if (!times.empty() && times[0] != '?') {
        part.joints.push_back({part.lasts, part.firsts});
        part.starts.push_back({part.singles, part.firsts});
      }
      add(out.joints, part.joints);
      if (out.lasts.any()) out.joints.push_back({out.lasts, part.firsts});
      if (out.singles.any()) out.starts.push_back({out.singles, part.firsts});
      if (out.empty) add(out.starts, part.starts);
      if (out.empty) out.firsts |= part.firsts;
      const bool optional = part.empty || times[0] == '?' || times[0] == '*' || times.compare(0, 2, "{0") == 0;
      out.singles = (optional ? out.singles : SymbolSet()) | (out.empty ? part.singles : SymbolSet());
      out.lasts = optional ? out.lasts | part.lasts : part.lasts;
      out.empty &= optional;
      if (!times.empty() && times[0] != '+') continue;
      add(out.needs, part.needs);
      out.from_begin |= part.from_begin;
      out.to_end |= part.to_end;
    }
    return out;
  }

  Translated piece(int depth) {
    const char c = peek();
    if (std::isalpha(static_cast<unsigned char>(c))) return named(depth);
    if (c == '(') return group("(?:", depth);
    if (c == '[') return set();
    if (c == '^' || c == '$') {
      ++at_;
      Translated out;
      out.regex = c;
      (c == '^' ? out.from_begin : out.to_end) = true;
      return out;
    }
    if (c == '.') return one("", true, at_++);
    throw PatternError(std::string("'") + c + "' has no meaning here", at_);
  }

  Translated group(const std::string& open, int depth) {
    const std::size_t begin = at_++;
    Translated out = alternatives(depth);
    if (peek() != ')') throw PatternError("'(' is not closed", begin);
    ++at_;
    out.regex = open + out.regex + ")";
    return out;
  }

  Translated named(int depth) {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && name_char(pattern_[at_])) ++at_;
    const std::string name(pattern_.substr(begin, at_ - begin));
    if (pattern_.substr(at_, 2) == ":(") {
      ++at_;
      const int use = ++uses_[name];
      const bool outer = std::exchange(in_focus_, in_focus_ || name == focus_.capture);
      Translated out = group("(?P<" + name + (use > 1 ? "__" + std::to_string(use) : "") + ">", depth);
      in_focus_ = outer;
      return out;
    }
    if (const auto define = defines_.find(name); define != defines_.end()) {
      if (const auto known = known_.find(name); known != known_.end() && !in_focus_) return known->second;
      Translated out = run(define->second, depth + 1);
      out.regex = "(?:" + out.regex + ")";
      // Captures are numbered by use.
      if (out.regex.find("(?P<") == std::string::npos && !in_focus_) known_.emplace(name, out);
      return out;
    }
    return one(std::string(members(name, begin)), false, begin);
  }

  // One symbol out of `all`, or, negated, any other; that of the focus only in its capture.
  Translated one(std::string all, bool negated, std::size_t begin) {
    if (!in_focus_ && negated) all += focus_.symbols;
    if (!in_focus_ && !negated)
      std::erase_if(all, [&](char symbol) { return focus_.symbols.find(symbol) != std::string::npos; });
    if (all.empty() && !negated) throw PatternError("this may only stand in " + focus_.capture + ":(…)", begin);
    const SymbolSet symbols = negated ? ~symbols_of(all) : symbols_of(all);
    return {all.empty() ? "." : one_of(all, negated), {symbols}, symbols, symbols, false, {}, {}, symbols};
  }

  Translated set() {
    const std::size_t begin = at_++;
    const bool negated = peek() == '^';
    if (negated) ++at_;
    std::string all;
    for (char c = peek(); c != ']'; c = peek()) {
      if (c == 0) throw PatternError("'[' is not closed", begin);
      const std::size_t from = at_;
      while (at_ < pattern_.size() && name_char(pattern_[at_])) ++at_;
      if (at_ == from) throw PatternError("only names may stand between '[' and ']'", at_);
      all += members(pattern_.substr(from, at_ - from), from);
    }
    ++at_;
    if (all.empty()) throw PatternError("'[…]' is empty", begin);
    return one(std::move(all), negated, begin);
  }

  std::string quantifier() {
    const char c = peek();
    std::string out;
    if (c == '{') {
      const std::size_t close = pattern_.find('}', at_);
      if (close == std::string_view::npos) throw PatternError("'{' is not closed", at_);
      out = pattern_.substr(at_, close - at_ + 1);
      at_ = close + 1;
    } else if (c == '?' || c == '*' || c == '+') {
      out = c;
      ++at_;
    } else {
      return out;
    }
    while (peek() == '?') out += '?', ++at_;
    return out;
  }

  // The next sign that is no white space; 0 at the end.
  char peek() {
    while (at_ < pattern_.size() && std::isspace(static_cast<unsigned char>(pattern_[at_]))) ++at_;
    return at_ < pattern_.size() ? pattern_[at_] : '\0';
  }

  std::string_view members(std::string_view name, std::size_t at) {
    const std::string_view found = alphabet_.members(name);
    if (found.empty()) {
      std::vector<std::string> known = alphabet_.names();
      for (const auto& [define, text] : defines_) known.push_back(define);
      throw PatternError("no symbol, class or define is named " + std::string(name) + did_you_mean(name, known), at);
    }
    return found;
  }

  const Alphabet& alphabet_;
  const Defines& defines_;
  const Focus& focus_;
  bool in_focus_ = false;
  TranslatedDefines& known_;
  std::map<std::string, int> uses_;
  std::string_view pattern_;
  std::size_t at_ = 0;
};

}  // namespace

SymbolSet symbols_of(std::string_view symbols) {
  SymbolSet out;
  for (const char c : symbols) out.set(static_cast<unsigned char>(c) & 127);
  return out;
}

Followers followers(const std::vector<Translated::Joint>& joints) {
  Followers out;
  for (const Translated::Joint& joint : joints)
    for (std::size_t i = joint.left._Find_first(); i < joint.left.size(); i = joint.left._Find_next(i))
      out[i] |= joint.right;
  return out;
}

Translated translate(std::string_view pattern, const Alphabet& alphabet, const Defines& defines, const Focus& focus,
                     TranslatedDefines& known) {
  return Translator(alphabet, defines, focus, known).run(pattern, 0);
}

std::string expand(std::string_view text, const Defines& defines, std::string_view open) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '<' && !(i > 0 && (text[i - 1] == 'P' || text[i - 1] == '\\'))) {
      const std::size_t close = text.find('>', i);
      const std::string_view name = close == std::string_view::npos ? "" : text.substr(i + 1, close - i - 1);
      if (!name.empty() && std::all_of(name.begin(), name.end(), name_char)) {
        const auto define = defines.find(name);
        if (define == defines.end()) {
          std::vector<std::string> known;
          for (const auto& [key, value] : defines) known.push_back(key);
          throw PatternError("no define is named " + std::string(name) + did_you_mean(name, known), i);
        }
        out += open;
        out += expand(define->second, defines, open);
        if (!open.empty()) out += ')';
        i = close + 1;
        continue;
      }
    }
    out += text[i++];
  }
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& words) {
  const std::vector<std::string> near = nearest(word, words, 1);
  return near.empty() ? "" : "; did you mean " + near.front() + "?";
}

}  // namespace onrecord
