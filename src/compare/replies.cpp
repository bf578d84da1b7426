#include "compare/replies.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::size_t most = 3;    // statements of others that a reply is paired with, before it and after it
constexpr std::size_t near = 600;  // bytes from the one to the other
constexpr std::size_t far = 4000;  // the same where the reply names who speaks

}  // namespace

bool mentions(std::string_view text, std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; };
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t end = std::min(name.find(' ', i), name.size());
    const std::string_view word = name.substr(i, end - i);
    i = end + 1;
    if (word.size() < 4 || word[0] < 'A' || word[0] > 'Z') continue;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
      if ((at == 0 || !is_letter(text[at - 1])) &&
          (at + word.size() == text.size() || !is_letter(text[at + word.size()])))
        return true;
  }
  return false;
}

void Replies::add(std::string_view speaker, std::string_view name, const std::string& article, std::size_t place,
                  Reply reply, std::string_view words) {
  Stated& stated = articles_[article].emplace_back(
      Stated{place, count_++, 0, {}, reply, std::string(reply == Reply::none ? std::string_view() : words)});
  if (speaker.empty()) return;
  stated.speaker = speakers_.emplace(speaker, static_cast<std::uint32_t>(speakers_.size() + 1)).first->second;
  stated.name = *names_.emplace(name).first;
}

std::vector<Pair> Replies::pairs() const {
  std::vector<Pair> out;
  for (const auto& [article, stated] : articles_) {
    if (std::none_of(stated.begin(), stated.end(), [](const Stated& s) { return s.reply != Reply::none; })) continue;
    std::vector<Stated> order = stated;
    std::sort(order.begin(), order.end(), [](const Stated& x, const Stated& y) {
      return x.place != y.place ? x.place < y.place : x.side < y.side;
    });
    const auto is_other = [&](std::size_t i, std::size_t k) {
      return order[k].speaker != 0 && order[k].speaker != order[i].speaker && order[k].reply == Reply::none;
    };
    const auto pair = [&](std::size_t i, std::size_t k) {
      out.push_back({std::min(order[i].side, order[k].side), std::max(order[i].side, order[k].side), 0});
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order[i].reply == Reply::none || order[i].speaker == 0) continue;
      const auto names = [&](std::size_t k) { return mentions(order[i].words, order[k].name); };
      for (std::size_t k = i, n = 0; k-- > 0 && n < most && order[k].place + far > order[i].place;) {
        const bool near_by = order[i].reply == Reply::bare && order[k].place + near > order[i].place;
        if (is_other(i, k) && (near_by || names(k))) pair(i, k), ++n;
      }
      for (std::size_t k = i + 1, n = 0; k < order.size() && n < most && order[k].place < order[i].place + far; ++k)
        if (is_other(i, k) && names(k)) pair(i, k), ++n;
    }
  }
  std::sort(out.begin(), out.end(), [](const Pair& x, const Pair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  return out;
}

}  // namespace onrecord
