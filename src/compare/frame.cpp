#include "compare/frame.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "core/by_hash.h"

namespace onrecord {
namespace {

constexpr char version = 5;
constexpr std::size_t check_size = 4;  // bytes at the end: what is damaged is not read

// Who adds a field adds it to the frame, too.
static_assert(sizeof(void*) != 8 || (sizeof(Word) == 88 && sizeof(Mark) == 64), "keep the new field in frames");

// What a word has, a bit each. The first byte:
enum : unsigned {
  in_cue_bit = 1,
  light_bit = 2,
  faint_bit = 4,
  inflected_bit = 8,
  finite_bit = 16,
  personal_bit = 32,
  proper_bit = 64,
  stem_bit = 128
};
// The second:
enum : unsigned { unmade_bit = 1, axes_bit = 2, kinds_bit = 4, value_bit = 8, content_bit = 16, traits_bit = 32 };
// Of a mark:
enum : unsigned { mark_in_cue_bit = 1, leads_bit = 2, in_main_bit = 4, absence_bit = 8 };

// Of a stand:
enum : unsigned { somebody_bit = 1, against_bit = 2 };

class Packer {
 public:
  std::string out;

  void byte(unsigned value) { out += static_cast<char>(value); }
  void number(std::uint64_t value) {
    for (; value >= 128; value >>= 7) byte(static_cast<unsigned>(value & 127) | 128);
    byte(static_cast<unsigned>(value));
  }
  void whole(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned>(value >> (8 * i)) & 255);
  }
  void text(std::string_view value) {
    number(value.size());
    out += value;
  }
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view frame) : left_(frame) {}

  bool sound() const { return sound_; }
  bool at_end() const { return left_.empty(); }

  unsigned byte() {
    if (left_.empty()) return fail();
    const auto value = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    return value;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const unsigned b = byte();
      value |= static_cast<std::uint64_t>(b & 127) << shift;
      if (b < 128) return value;
    }
    return fail();
  }
  // A number that counts things of which each takes a byte at least.
  std::size_t count() {
    const std::uint64_t value = number();
    return value <= left_.size() ? static_cast<std::size_t>(value) : fail();
  }
  std::uint64_t whole() {
    if (left_.size() < 8) return fail();
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i)
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(left_[i])) << (8 * i);
    left_.remove_prefix(8);
    return value;
  }
  std::string_view text() {
    const std::size_t size = count();
    const std::string_view value = left_.substr(0, size);
    left_.remove_prefix(value.size());
    return value;
  }

 private:
  unsigned fail() {
    sound_ = false;
    left_ = {};
    return 0;
  }

  std::string_view left_;
  bool sound_ = true;
};

void pack(const Word& w, bool content, std::size_t& at, Packer& to) {
  to.byte((w.at.where == Shown::Where::cue ? in_cue_bit : 0u) | (w.light ? light_bit : 0u) |
          (w.faint ? faint_bit : 0u) | (w.inflected ? inflected_bit : 0u) | (w.finite ? finite_bit : 0u) |
          (w.personal ? personal_bit : 0u) | (w.proper ? proper_bit : 0u) | (w.stem != 0 ? stem_bit : 0u));
  to.byte((w.unmade != 0 ? unmade_bit : 0u) | (w.axes.empty() ? 0u : axes_bit) | (w.kinds.empty() ? 0u : kinds_bit) |
          (w.value.empty() ? 0u : value_bit) | (content ? content_bit : 0u) | (w.traits != 0 ? traits_bit : 0u));
  to.byte(static_cast<unsigned char>(w.symbol));
  if (w.traits != 0) to.byte(w.traits);
  to.number(w.at.range.begin - at);  // words come in order; the text's count from 0 again
  to.number(w.at.range.size());
  at = w.at.range.begin;
  if (w.stem != 0) to.whole(w.stem);
  if (w.unmade != 0) to.whole(w.unmade);
  for (const std::string_view list : {w.axes, w.kinds, w.value})
    if (!list.empty()) to.text(list);
}

// A word, and whether it is content.
bool unpack(Unpacker& from, std::size_t& at, bool& in_cue, Word& w) {
  const unsigned first = from.byte(), second = from.byte();
  const bool cue = (first & in_cue_bit) != 0;
  if (in_cue && !cue) at = 0;
  in_cue = cue;
  w.at.where = cue ? Shown::Where::cue : Shown::Where::text;
  w.light = (first & light_bit) != 0;
  w.faint = (first & faint_bit) != 0;
  w.inflected = (first & inflected_bit) != 0;
  w.finite = (first & finite_bit) != 0;
  w.personal = (first & personal_bit) != 0;
  w.proper = (first & proper_bit) != 0;
  w.symbol = static_cast<char>(from.byte());
  if ((second & traits_bit) != 0) w.traits = static_cast<std::uint8_t>(from.byte());
  at += static_cast<std::size_t>(from.number());
  w.at.range = {at, at + static_cast<std::size_t>(from.number())};
  if ((first & stem_bit) != 0) w.stem = from.whole();
  if ((second & unmade_bit) != 0) w.unmade = from.whole();
  if ((second & axes_bit) != 0) w.axes = from.text();
  if ((second & kinds_bit) != 0) w.kinds = from.text();
  if ((second & value_bit) != 0) w.value = from.text();
  return (second & content_bit) != 0;
}

void pack(const std::vector<Stand>& stands, Packer& to) {
  to.number(stands.size());
  for (const Stand& stand : stands) {
    to.text(stand.target);
    to.byte((stand.somebody ? somebody_bit : 0u) | (stand.sign < 0 ? against_bit : 0u));
    to.number(stand.words.size());
    for (const std::size_t w : stand.words) to.number(w);
  }
}

void unpack(Unpacker& from, std::vector<Stand>& stands) {
  stands.resize(from.count());
  for (Stand& stand : stands) {
    stand.target = from.text();
    const unsigned flags = from.byte();
    stand.somebody = (flags & somebody_bit) != 0;
    stand.sign = (flags & against_bit) != 0 ? -1 : 1;
    stand.words.resize(from.count());
    for (std::size_t& w : stand.words) w = static_cast<std::size_t>(from.number());
  }
}

std::string check_of(std::string_view bytes) {
  const std::uint64_t hash = hash64(bytes);
  std::string out;
  for (std::size_t i = 0; i < check_size; ++i) out += static_cast<char>(hash >> (32 + 8 * i) & 255);
  return out;
}

// The frame without its check; empty where that does not fit, or the frame is of another version.
std::string_view whole_frame(std::string_view frame) {
  if (frame.size() <= check_size || frame.front() != version) return {};
  const std::string_view bytes = frame.substr(0, frame.size() - check_size);
  return frame.substr(bytes.size()) == check_of(bytes) ? bytes.substr(1) : std::string_view();
}

}  // namespace

std::string frame_of(const Position& p, const std::vector<Rule>& rules, const Vocabulary& vocabulary) {
  Packer to;
  to.out.reserve(16 * p.words.size() + 8);
  to.byte(version);
  to.byte(static_cast<unsigned>(p.reply));
  pack(p.stands, to);
  to.number(p.words.size());
  std::size_t at = 0;
  bool in_cue = true;
  for (const Word& w : p.words) {
    const bool cue = w.at.where == Shown::Where::cue;
    if (in_cue && !cue) at = 0;
    in_cue = cue;
    pack(w, vocabulary.is_content(w), at, to);
  }
  to.number(p.marks.size());
  for (const Mark& m : p.marks) {
    to.number(static_cast<std::uint64_t>(m.rule - rules.data()));
    to.byte(static_cast<unsigned>(m.effect));
    to.byte((m.in_cue ? mark_in_cue_bit : 0u) | (m.leads ? leads_bit : 0u) | (m.in_main ? in_main_bit : 0u) |
            (m.absence ? absence_bit : 0u));
    to.number(m.words.size());
    for (const std::size_t w : m.words) to.number(w);
  }
  return to.out + check_of(to.out);
}

bool restore_frame(std::string_view frame, const std::vector<Rule>& rules, Position& p) {
  const std::string_view bytes = whole_frame(frame);
  if (bytes.empty()) return false;
  Unpacker from(bytes);
  from.byte();  // concluded anew
  unpack(from, p.stands);
  p.words.resize(from.count());
  for (const Stand& stand : p.stands)
    for (const std::size_t w : stand.words)
      if (w >= p.words.size()) return false;
  std::size_t at = 0;
  bool in_cue = true;
  for (Word& w : p.words) {
    unpack(from, at, in_cue, w);
    const std::string& text = w.at.where == Shown::Where::cue ? p.side.cue : p.side.text;
    if (!from.sound() || w.at.range.begin > text.size() || w.at.range.size() > text.size() - w.at.range.begin)
      return false;
  }
  p.marks.resize(from.count());
  for (Mark& m : p.marks) {
    const std::uint64_t rule = from.number();
    if (rule >= rules.size()) return false;
    m.rule = &rules[static_cast<std::size_t>(rule)];
    m.effect = static_cast<Effect>(from.byte());
    const unsigned flags = from.byte();
    m.in_cue = (flags & mark_in_cue_bit) != 0;
    m.leads = (flags & leads_bit) != 0;
    m.in_main = (flags & in_main_bit) != 0;
    m.absence = (flags & absence_bit) != 0;
    m.words.resize(from.count());
    for (std::size_t& w : m.words) {
      w = static_cast<std::size_t>(from.number());
      if (w >= p.words.size()) return false;
    }
    if (m.words.empty() || m.effect > Effect::past) return false;
  }
  return from.sound() && from.at_end();
}

std::vector<Stand> stands_of_frame(std::string_view frame) {
  std::vector<Stand> stands;
  const std::string_view bytes = whole_frame(frame);
  if (bytes.empty()) return stands;
  Unpacker from(bytes);
  from.byte();
  unpack(from, stands);
  return from.sound() ? stands : std::vector<Stand>();
}

Reply reply_of_frame(std::string_view frame) {
  const std::string_view bytes = whole_frame(frame);
  return bytes.empty() ? Reply::none : static_cast<Reply>(bytes.front());
}

std::vector<std::uint64_t> stems_of_frame(std::string_view frame) {
  std::vector<std::uint64_t> stems;
  const std::string_view bytes = whole_frame(frame);
  if (bytes.empty()) return stems;
  Unpacker from(bytes);
  from.byte();
  std::vector<Stand> stands;
  unpack(from, stands);
  std::size_t at = 0;
  bool in_cue = true;
  for (std::size_t left = from.count(); left > 0; --left) {
    Word w;
    if (unpack(from, at, in_cue, w)) stems.push_back(w.stem);
  }
  if (!from.sound()) return {};
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

}  // namespace onrecord
