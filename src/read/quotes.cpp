#include "read/quotes.h"

#include <optional>

namespace onrecord {
namespace {

constexpr std::string_view opening = "“", closing = "”", straight = "\"";

// Where the quotation that is still open at the end of the paragraph began. Marks of
// the two kinds close each other where nothing else is open: papers mix them.
std::optional<std::size_t> still_open(std::string_view text, Range paragraph) {
  std::optional<std::size_t> curly, upright;
  for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
    if (text[i] != opening[0] && text[i] != straight[0]) continue;  // both curly marks begin with one byte
    const std::string_view rest = text.substr(i, paragraph.end - i);
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
