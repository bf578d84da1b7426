#include "extract/marks.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/byte_set.h"

namespace onrecord {
namespace {

using View = std::string_view;

struct Pair {
  View open, close;
};
// Pairs whose opening mark can be nothing else.
constexpr Pair pairs[] = {{"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"「", "」"}, {"``", "''"}};

constexpr std::size_t far = 1500;  // bytes: no further is looked for a mark that would make sense of another

bool at(View text, std::size_t i, View mark) { return text.compare(i, mark.size(), mark) == 0; }
bool letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80); }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Whether a mark that opens can begin with it.
constexpr ByteSet opening([](unsigned char c) { return c >= 0x80 || c == '"' || c == '\'' || c == '`'; });

class MarkScanner {
 public:
  MarkScanner(View text, Range paragraph) : text_(text.substr(0, paragraph.end)), begin_(paragraph.begin) {}

  std::vector<Quoted> run() {
    std::vector<Quoted> out;
    for (std::size_t i = begin_; i < text_.size();) {
      i = opening.next(text_, i);
      if (i == text_.size()) break;
      if (const auto found = open(i)) {
        out.push_back(*found);
        i = found->range.end;
      } else {
        ++i;
      }
    }
    return out;
  }

 private:
  std::optional<Quoted> open(std::size_t i) {
    const char c = text_[i];
    if (i == begin_ && labelled(i)) return std::nullopt;
    if (c == '"') return opens(i, 1) ? same_mark(i, "\"") : std::nullopt;
    if (c == '\'') {
      if (at(text_, i, "''")) return opens(i, 2) ? same_mark(i, "''") : std::nullopt;
      return opens(i, 1) ? single(i, "'", "'") : std::nullopt;
    }
    if (at(text_, i, "”") && gap_before(i)) return mistyped(i);
    if (at(text_, i, "‘")) return opens(i, 3) ? single(i, "‘", "’") : std::nullopt;
    for (const Pair& pair : pairs) {
      if (!at(text_, i, pair.open)) continue;
      std::size_t end = 0;
      if (pair.open == "“") {
        end = next("”", i + 3);
        if (const std::size_t straight = straight_close(i + 3, end); straight != View::npos)
          return closed(i, 3, straight, 1);
        end = nested_close(i + 3, wrong_close(i + 3, end));
      } else {
        end = text_.find(pair.close, i + pair.open.size());
      }
      if (end != View::npos) return closed(i, pair.open.size(), end, pair.close.size());
      if (&pair == &pairs[1]) continue;  // „ may be closed by either
      const std::size_t straight = closing(i + pair.open.size(), "\"");
      if (straight != View::npos) return closed(i, pair.open.size(), straight, 1);
      return unclosed(i, pair.open.size());
    }
    return std::nullopt;
  }

  // Whether a mark stands before a speaker's label ("SMITH: We lost.): what it opens is a transcript, not a
  // quotation, and each turn of it says whose it is.
  bool labelled(std::size_t i) const {
    while (i < text_.size() && !std::isalnum(static_cast<unsigned char>(text_[i])) && !space(text_[i])) ++i;
    const std::size_t colon = text_.find(':', i);
    constexpr std::size_t longest = 40;
    if (colon == View::npos || colon < i + 2 || colon - i > longest) return false;
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(i),
                       text_.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](char c) { return (c >= 'A' && c <= 'Z') || c == ' ' || c == '.' || c == '-' || c == '\''; });
  }

  // A closing mark typed where an opening one belongs, before a word: it quotes up to the next closing
  // one, if there is one.
  bool gap_before(std::size_t i) const { return i == begin_ || space(text_[i - 1]) || text_[i - 1] == '('; }
  std::optional<Quoted> mistyped(std::size_t i) const {
    const std::size_t end = text_.find("”", i + 3);
    if (end == View::npos || space(text_[end - 1])) return std::nullopt;
    if (text_.substr(i + 3, end - i - 3).find("“") != View::npos) return std::nullopt;
    return closed(i, 3, end, 3);
  }

  // Where the next such mark stands. What was found is kept: each of a thousand marks asks.
  std::size_t next(View mark, std::size_t from) {
    Next& known = mark == "“" ? opening_ : mark == "”" ? closing_ : either_;
    if (known.from > from || from > known.found) known = {from, text_.find(mark, from)};
    return known.found;
  }

  // An opening mark typed where a closing one belongs: after a word, before a gap. None before `until`, or far off:
  // that.
  std::size_t wrong_close(std::size_t from, std::size_t until) {
    for (std::size_t i = next("“", from); i < until && i < from + far; i = text_.find("“", i + 3))
      if (i > from && !space(text_[i - 1]) && text_[i - 1] != '(' && (text_[i - 1] & 0x80) == 0 &&
          i + 3 < text_.size() && space(text_[i + 3]))
        return i;
    return until;
  }

  // Of “People in “Hallow Now” shirts,” the second closing mark; where there is none, `first`.
  std::size_t nested_close(std::size_t from, std::size_t first) const {
    if (first == View::npos || first > from + far || !at(text_, first, "”")) return first;
    const View near = text_.substr(0, std::min(text_.size(), first + far));
    std::size_t depth = 1;
    for (std::size_t i = near.find("\xE2\x80", from); i != View::npos; i = near.find("\xE2\x80", i + 3)) {
      if (at(near, i, "“") && gap_before(i) && i + 3 < near.size() && !space(near[i + 3])) ++depth;
      if (at(near, i, "”") && --depth == 0) return i;
    }
    return first;
  }

  // A mark that opens and closes alike opens after a gap, before a word.
  bool opens(std::size_t i, std::size_t size) const {
    const bool gap = i == begin_ || !letter(text_[i - 1]) || before(i, "“") || before(i, "—") || before(i, "–") ||
                     before(i, "\u00A0");
    const bool after_closing =
        i > begin_ && (text_[i - 1] == ',' || text_[i - 1] == '.' || text_[i - 1] == '?' || text_[i - 1] == '!');
    return gap && !after_closing && i + size < text_.size() && !space(text_[i + size]);
  }
  bool before(std::size_t i, View mark) const { return i >= begin_ + mark.size() && at(text_, i - mark.size(), mark); }

  // Where the next closing `mark` after `from` stands: it follows a word or a sign. What was found is kept: of a
  // thousand marks without a closing one each would look through the rest of the paragraph.
  std::size_t closing(std::size_t from, View mark) {
    Closing& known = mark == "''" ? doubled_ : straight_;
    if (known.from > from || from >= known.found) known = {from, next_closing(from, mark)};
    return known.found;
  }
  // Whether what is quoted ends there, before a space too many: "We lost, " said Hallow; "… 'lost,' " said Hallow.
  bool ends_before(std::size_t end, std::size_t from) const {
    for (const View inner : {View("'"), View("’")})
      if (end >= from + inner.size() && at(text_, end - inner.size(), inner)) {
        end -= inner.size();
        break;
      }
    return end > from && View(",.?!").find(text_[end - 1]) != View::npos;
  }
  std::size_t next_closing(std::size_t from, View mark) const {
    for (std::size_t i = text_.find(mark, from); i != View::npos; i = text_.find(mark, i + mark.size())) {
      if (mark == "''" && at(text_, i, "'''")) ++i;  // 'Fox and Friends,''': the first of the three is another mark's
      const std::size_t after = i + mark.size();
      if (i == from) continue;
      if (space(text_[i - 1]) && ends_before(i - 1, from) && after < text_.size() && text_[after] == ' ') return i;
      if (space(text_[i - 1])) continue;
      // "We lost,"Hallow said: the space is missing.
      const bool closes = (text_[i - 1] == ',' || text_[i - 1] == '.' || text_[i - 1] == '?' || text_[i - 1] == '!') &&
                          after < text_.size() && std::isupper(static_cast<unsigned char>(text_[after])) != 0;
      if (closes || after >= text_.size() || !letter(text_[after]) || (text_[after] & 0x80)) return i;
    }
    return View::npos;
  }

  // A straight mark closed by a curly one: "We lost,” that none of its kind opens, before the straight one at `until`.
  std::size_t curly_close(std::size_t from, std::size_t until) {
    const std::size_t close = next("”", from);
    const bool plain = close < until && close > from && !space(text_[close - 1]);
    return plain && next("“", from) > close ? close : View::npos;
  }

  // A curly mark closed by a straight one: “We lost," before the curly one at `until`.
  std::size_t straight_close(std::size_t from, std::size_t until) {
    const std::size_t close = next("\"", from);
    const bool ends = close < until && close > from && View(",.?!").find(text_[close - 1]) != View::npos &&
                      (close + 1 == text_.size() || text_[close + 1] == ' ');
    return ends && next("“", from) > close ? close : View::npos;
  }

  std::optional<Quoted> same_mark(std::size_t i, View mark) {
    const std::size_t end = closing(i + mark.size(), mark);
    if (const std::size_t curly = mark == "\"" ? curly_close(i + 1, end) : View::npos; curly != View::npos)
      return closed(i, 1, curly, 3);
    if (end != View::npos) return closed(i, mark.size(), end, mark.size());
    const std::size_t any = text_.find(mark, i + mark.size());
    if (any != View::npos) return closed(i, mark.size(), any, mark.size());
    return unclosed(i, mark.size());
  }

  // ‘ and ' are apostrophes unless a closing mark follows that cannot be one.
  std::optional<Quoted> single(std::size_t i, View mark, View close) const {
    if (i + mark.size() < text_.size() && std::isdigit(static_cast<unsigned char>(text_[i + mark.size()])))
      return std::nullopt;
    std::size_t possessive = View::npos;
    for (std::size_t k = text_.find(close, i + mark.size()); k != View::npos && k < i + far;
         k = text_.find(close, k + close.size())) {
      const std::size_t after = k + close.size();
      if (after < text_.size() &&
          (letter(text_[after]) && !at(text_, after, "”") && !at(text_, after, "—") && !at(text_, after, "–")))
        continue;
      if (space(text_[k - 1])) continue;
      const bool plural = text_[k - 1] == 's' && after < text_.size() && text_[after] == ' ';
      if (!plural) return closed(i, mark.size(), k, close.size(), true);
      if (possessive == View::npos) possessive = k;
    }
    if (possessive != View::npos && mark == "‘") return closed(i, mark.size(), possessive, close.size(), true);
    return std::nullopt;
  }

  static std::optional<Quoted> closed(std::size_t i, std::size_t open_size, std::size_t end, std::size_t close_size,
                                      bool is_single = false) {
    if (end <= i + open_size) return std::nullopt;
    return Quoted{{i, end + close_size}, {i + open_size, end}, true, is_single};
  }
  std::optional<Quoted> unclosed(std::size_t i, std::size_t size) const {
    if (i + size >= text_.size()) return std::nullopt;
    return Quoted{{i, text_.size()}, {i + size, text_.size()}, false, false};
  }

  View text_;  // up to the paragraph's end
  std::size_t begin_;
  struct Closing {
    std::size_t from = 0, found = 0;  // the first after `from`
  };
  Closing straight_, doubled_;
  struct Next {
    std::size_t from = View::npos, found = 0;  // the first from `from` on
  };
  Next opening_, closing_, either_;  // “ ” "
};

}  // namespace

std::vector<Quoted> quoted(std::string_view text, Range paragraph) { return MarkScanner(text, paragraph).run(); }

}  // namespace onrecord
