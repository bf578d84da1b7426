#include "core/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace onrecord {
namespace {

// Length of the well-formed sequence at `p` (Unicode 15, table 3-7), 0 if none.
std::size_t well_formed(const unsigned char* p, std::size_t left) {
  const auto tail = [&](std::size_t i) { return (p[i] & 0xC0) == 0x80; };
  if (p[0] < 0x80) return 1;
  if (p[0] >= 0xC2 && p[0] <= 0xDF) return left >= 2 && tail(1) ? 2 : 0;
  if ((p[0] & 0xF0) == 0xE0) {
    if (left < 3 || !tail(1) || !tail(2)) return 0;
    if (p[0] == 0xE0 && p[1] < 0xA0) return 0;   // overlong
    if (p[0] == 0xED && p[1] >= 0xA0) return 0;  // surrogate
    return 3;
  }
  if (p[0] >= 0xF0 && p[0] <= 0xF4) {
    if (left < 4 || !tail(1) || !tail(2) || !tail(3)) return 0;
    if (p[0] == 0xF0 && p[1] < 0x90) return 0;
    if (p[0] == 0xF4 && p[1] >= 0x90) return 0;
    return 4;
  }
  return 0;
}

// How many bytes at the beginning are ASCII, counted by eights.
std::size_t ascii_run(std::string_view bytes) {
  std::size_t i = 0;
  for (std::uint64_t eight = 0; i + 8 <= bytes.size(); i += 8) {
    std::memcpy(&eight, bytes.data() + i, 8);
    if ((eight & 0x8080808080808080ULL) != 0) break;
  }
  return i;
}

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

std::size_t code_point_length(std::string_view bytes) {
  return well_formed(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

Repaired repair_utf8(std::string_view bytes) {
  Repaired out;
  out.text.reserve(bytes.size());
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t good = 0;  // from here to `i` all is well formed
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_run(bytes.substr(i));
    if (i == bytes.size()) break;
    if (const std::size_t n = well_formed(data + i, bytes.size() - i)) {
      i += n;
      continue;
    }
    if (out.invalid++ == 0) out.first = i;
    out.text.append(bytes, good, i - good).append("\xEF\xBF\xBD");
    good = ++i;
  }
  out.text.append(bytes, good);
  return out;
}

bool has_word(std::string_view text, std::string_view word) {
  const auto letter = [&](std::size_t i) {
    return i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z'));
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
  return false;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  every64_.reserve(text.size() / 64 + 1);
  std::size_t count = 0, i = 0;
  for (; i + 64 <= text.size(); i += 64) {
    every64_.push_back(count);
    unsigned char starts = 0;  // small, so that the compiler counts many at once
    for (std::size_t k = 0; k < 64; ++k) starts = static_cast<unsigned char>(starts + starts_code_point(text[i + k]));
    count += starts;
  }
  every64_.push_back(count);
}

std::size_t CodePoints::at(std::size_t byte) const {
  const std::size_t from = byte / 64 * 64;
  return every64_[byte / 64] +
         static_cast<std::size_t>(std::count_if(text_.begin() + from, text_.begin() + byte, starts_code_point));
}

}  // namespace onrecord
