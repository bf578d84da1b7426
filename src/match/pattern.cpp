#include "match/pattern.h"

#include <algorithm>
#include <cctype>
#include <numeric>

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

class Translator {
 public:
  Translator(const Alphabet& alphabet, const Defines& defines) : alphabet_(alphabet), defines_(defines) {}

  std::string run(std::string_view p, int depth) {
    if (depth > 20) throw PatternError("a define uses itself", 0);
    std::string out;
    for (std::size_t i = 0; i < p.size();) {
      const char c = p[i];
      if (std::isspace(static_cast<unsigned char>(c))) {
        ++i;
      } else if (std::isalpha(static_cast<unsigned char>(c))) {
        std::size_t end = i;
        while (end < p.size() && name_char(p[end])) ++end;
        const std::string_view name = p.substr(i, end - i);
        if (end + 1 < p.size() && p[end] == ':' && p[end + 1] == '(') {
          out += "(?P<" + std::string(name) + ">";
          i = end + 2;
        } else {
          out += named(name, i, depth);
          i = end;
        }
      } else if (c == '(') {
        out += "(?:";
        ++i;
      } else if (c == '[') {
        const std::size_t close = p.find(']', i);
        if (close == std::string_view::npos) throw PatternError("'[' is not closed", i);
        out += set(p, i, close);
        i = close + 1;
      } else if (c == '{') {
        const std::size_t close = p.find('}', i);
        if (close == std::string_view::npos) throw PatternError("'{' is not closed", i);
        out += p.substr(i, close - i + 1);
        i = close + 1;
      } else if (std::string_view(")|?*+.^$").find(c) != std::string_view::npos) {
        out += c;
        ++i;
      } else {
        throw PatternError(std::string("'") + c + "' has no meaning in a pattern", i);
      }
    }
    return out;
  }

 private:
  std::string named(std::string_view name, std::size_t at, int depth) {
    if (const auto define = defines_.find(name); define != defines_.end())
      return "(?:" + run(define->second, depth + 1) + ")";
    return one_of(members(name, at), false);
  }

  std::string set(std::string_view p, std::size_t open, std::size_t close) {
    std::size_t i = open + 1;
    const bool negated = i < close && p[i] == '^';
    if (negated) ++i;
    std::string all;
    while (i < close) {
      if (std::isspace(static_cast<unsigned char>(p[i]))) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < close && name_char(p[end])) ++end;
      if (end == i) throw PatternError("only names may stand between '[' and ']'", i);
      all += members(p.substr(i, end - i), i);
      i = end;
    }
    if (all.empty()) throw PatternError("'[…]' is empty", open);
    return one_of(all, negated);
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
  std::map<std::string, int> uses_;
};

}  // namespace

std::string translate(std::string_view pattern, const Alphabet& alphabet, const Defines& defines) {
  return Translator(alphabet, defines).run(pattern, 0);
}

std::string expand(std::string_view text, const Defines& defines) {
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
        out += "(?:" + expand(define->second, defines) + ")";
        i = close + 1;
        continue;
      }
    }
    out += text[i++];
  }
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& words) {
  const auto distance = [](std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t above = row[j];
        row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
        diagonal = above;
      }
    }
    return row[b.size()];
  };
  const std::string* best = nullptr;
  std::size_t least = word.size() / 3 + 1;
  for (const std::string& candidate : words) {
    const std::size_t d = distance(word, candidate);
    if (d <= least && (best == nullptr || d < least)) best = &candidate, least = d;
  }
  return best == nullptr ? "" : "; did you mean " + *best + "?";
}

}  // namespace onrecord
