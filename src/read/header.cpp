#include "read/header.h"

#include <algorithm>
#include <array>

#include "read/day.h"
#include "read/lines.h"

namespace onrecord {
namespace {

enum class Key { title, published, outlet, url };
struct KeyName {
  std::string_view name;
  Key key;
};
constexpr std::array<KeyName, 9> known_keys{{{"title", Key::title},
                                             {"headline", Key::title},
                                             {"published", Key::published},
                                             {"date", Key::published},
                                             {"outlet", Key::outlet},
                                             {"source", Key::outlet},
                                             {"publication", Key::outlet},
                                             {"url", Key::url},
                                             {"link", Key::url}}};

constexpr std::size_t longest_key = 30;

void take(Header& header, Key key, std::string_view value) {
  const auto keep = [&](std::optional<std::string>& field) {
    if (!field && !value.empty()) field = std::string(value);
  };
  switch (key) {
    case Key::title:
      return keep(header.title);
    case Key::outlet:
      return keep(header.outlet);
    case Key::url:
      return keep(header.url);
    case Key::published:
      if (header.published || value.empty()) return;
      header.published = parse_day(value);
      if (!header.published) keep(header.unreadable_date);
  }
}

}  // namespace

Header read_header(std::string_view text) {
  Header header;
  bool known = false;
  for (std::size_t at = 0; at < text.size();) {
    const Range whole = line_at(text, at);
    const Range line = trim(text, whole);
    at = after(text, whole);
    if (line.empty()) {
      if (!known) return {};
      header.end = at;
      return header;
    }
    const std::string_view words = slice(text, line);
    const std::size_t colon = words.substr(0, longest_key + 1).find(':');
    if (colon == std::string_view::npos || colon == 0) return {};
    const std::string key = lower(words.substr(0, colon));
    if (key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_ ") != std::string::npos) return {};
    const auto found =
        std::find_if(known_keys.begin(), known_keys.end(), [&](const KeyName& k) { return k.name == key; });
    if (found == known_keys.end()) continue;
    known = true;
    const Range value = trim(text, {line.begin + colon + 1, line.end});
    take(header, found->key, slice(text, value));
  }
  return {};
}

}  // namespace onrecord
