#include "core/statement.h"

#include <array>

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 3> kinds{"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, 2> manners{"speech", "attitude"};
constexpr std::array<std::string_view, 13> acts{"say",     "deny",    "confirm", "promise", "demand", "support", "oppose",
                                                "question", "predict", "believe", "want",    "accuse", "praise"};
constexpr std::array<std::string_view, 6> speaker_kinds{"person", "organization", "group",
                                                        "unnamed", "author", "unknown"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string content_text(std::string_view article_text, const Statement& statement) {
  std::string out;
  for (const Range& piece : statement.content) {
    if (!out.empty()) out += " … ";
    out += slice(article_text, piece);
  }
  return out;
}

std::string_view name(Kind k) { return kinds[static_cast<std::size_t>(k)]; }
std::string_view name(Manner m) { return manners[static_cast<std::size_t>(m)]; }
std::string_view name(Act a) { return acts[static_cast<std::size_t>(a)]; }
std::string_view name(SpeakerKind k) { return speaker_kinds[static_cast<std::size_t>(k)]; }

std::optional<Kind> parse_kind(std::string_view w) { return find<Kind>(kinds, w); }
std::optional<Manner> parse_manner(std::string_view w) { return find<Manner>(manners, w); }
std::optional<Act> parse_act(std::string_view w) { return find<Act>(acts, w); }
std::optional<SpeakerKind> parse_speaker_kind(std::string_view w) { return find<SpeakerKind>(speaker_kinds, w); }

}  // namespace onrecord
