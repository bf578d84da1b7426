// TagTable: the tags of the lexicon's entries and their values.
//
// Close together: each is asked for several times a word. Of 34,000 entries' sets of tags 640 differ.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace onrecord {

// A tag's number, for fast tests; resolved once by name. 0 is none.
using Tag = std::uint16_t;

class TagTable {
 public:
  using Set = std::bitset<128>;

  // The next entry's.
  void add(const Set& set, std::span<const std::pair<Tag, std::string_view>> values);

  bool has(std::uint32_t entry, Tag tag) const { return sets_[set_of_[entry]][tag]; }
  // "" where it has none.
  std::string_view value(std::uint32_t entry, Tag tag) const {
    return has(entry, tag) ? kept(entry, tag) : std::string_view();  // most have not
  }

 private:
  struct Value {
    Tag tag;
    std::uint16_t length;
    std::uint32_t begin;  // in text_
  };
  std::string_view kept(std::uint32_t entry, Tag tag) const;

  std::vector<std::uint16_t> set_of_;
  std::vector<Set> sets_;
  std::unordered_map<Set, std::uint16_t> by_set_;
  std::vector<std::uint32_t> first_{0};  // of an entry's values; they end where the next one's begin
  std::vector<Value> values_;
  std::string text_;
};

}  // namespace onrecord
