#include "cli/text_width.h"

#include <utf8proc.h>

#include <algorithm>

#include "core/text.h"

namespace onrecord {
namespace {

struct Glyph {
  std::string_view bytes;
  std::size_t columns;
  bool control;
};

Glyph glyph_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (length <= 0) return {text.substr(at, 1), 1, true};
  const bool control = utf8proc_category(code) == UTF8PROC_CATEGORY_CC || code == 0x2028 || code == 0x2029 ||
                       (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return {text.substr(at, static_cast<std::size_t>(length)), static_cast<std::size_t>(utf8proc_charwidth(code)),
          control};
}

// The longest start of `text` that fits, in bytes; at least one glyph.
std::size_t fitting(std::string_view text, std::size_t width) {
  std::size_t at = 0, used = 0;
  while (at < text.size()) {
    const Glyph glyph = glyph_at(text, at);
    if (used + glyph.columns > width && at > 0) break;
    used += glyph.columns;
    at += glyph.bytes.size();
  }
  return at;
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& out) {
  while (columns_of(line.substr(0, std::min(line.size(), 4 * width + 4))) > width) {
    std::size_t cut = fitting(line, width);
    const std::size_t space = line.rfind(' ', cut);
    if (space != std::string_view::npos && space > 0) {
      cut = space;
    } else if (const std::size_t joint = line.substr(0, cut).find_last_of("-_/"); joint != std::string_view::npos) {
      cut = joint + 1;
    }
    out.emplace_back(line.substr(0, cut));
    line.remove_prefix(cut);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  }
  out.emplace_back(line);
}

std::string without_controls(std::string_view text, bool keep_breaks) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (!glyph.control || (keep_breaks && glyph.bytes == "\n")) {
      out += glyph.bytes;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
    i += glyph.bytes.size();
  }
  return out;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    columns += glyph.columns;
    i += glyph.bytes.size();
  }
  return columns;
}

std::string one_line(std::string_view text) { return without_controls(text, false); }
std::string harmless(std::string_view text) { return without_controls(text, true); }

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t end = text.find('\n');
    wrap_line(text.substr(0, end), std::max<std::size_t>(width, 2), out);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::string shorten(std::string_view text, std::size_t width) {
  if (columns_of(text) <= width) return std::string(text);
  return std::string(text.substr(0, fitting(text, width > 1 ? width - 1 : 1))) + "…";
}

}  // namespace onrecord
