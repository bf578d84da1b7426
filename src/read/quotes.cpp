#include "read/quotes.h"

#include <algorithm>
#include <optional>

namespace onrecord {
namespace {

constexpr std::string_view opening = "“", closing = "”", straight = "\"";

// Where the quotation that is still open at the end of the paragraph began. Marks of
// the two kinds close each other where nothing else is open: papers mix them.
std::optional<std::size_t> still_open(std::string_view text, Range paragraph) {
  std::optional<std::size_t> curly, upright;
  const std::string_view all = slice(text, paragraph);
  // Both curly marks begin with one byte; of each kind the next.
  std::size_t next_curly = 0, next_upright = 0;
  for (std::size_t k = 0;; ++k) {
    if (next_curly <= k) next_curly = all.find(opening[0], k);
    if (next_upright <= k) next_upright = all.find(straight[0], k);
    k = std::min(next_curly, next_upright);
    if (k == std::string_view::npos) break;
    const std::size_t i = paragraph.begin + k;
    const std::string_view rest = all.substr(k);
    if (rest.starts_with(opening)) {
      if (!curly) curly = i;
    } else if (rest.starts_with(closing)) {
      (curly ? curly : upright).reset();
    } else if (rest.starts_with(straight)) {
      const bool inches = i > paragraph.begin && text[i - 1] >= '0' && text[i - 1] <= '9';
      if (upright || curly) {
        (upright ? upright : curly).reset();
      } else if (!inches) {
        upright = i;
      }
    }
  }
  return curly ? curly : upright;
}

}  // namespace

std::vector<std::size_t> unclosed_quotations(std::string_view text, const std::vector<Paragraph>& paragraphs) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto open = still_open(text, paragraphs[i].range);
    if (!open) continue;
    const std::string_view mark = slice(text, {*open, *open + 1}) == straight ? straight : opening;
    const bool carried_on = i + 1 < paragraphs.size() && slice(text, paragraphs[i + 1].range).starts_with(mark);
    if (!carried_on) out.push_back(*open);
  }
  return out;
}

}  // namespace onrecord
