// Bodies: the organisations of one article, the full names of short forms, and whose
// report "the report" is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/clause.h"
#include "match/grammar.h"

namespace onrecord {

// A phrase that names an organisation, or a country that acts.
struct BodySeen {
  Range bytes;
  std::string_view words;  // without the article: "Tax Union" of "the Tax Union"
  bool place = false;
  std::string_view kind;  // "gov", "media", …: by its last word; empty: not known
  bool certain = true;    // false: a name that is no person's, and may be anything's
};

class Bodies {
 public:
  explicit Bodies(std::string_view text);

  // In the order of the text. Phrases without a name ("the agency") are not for the list.
  void add(Range bytes, bool place, std::string_view kind, bool certain);

  // The fullest name of a body named by `words` at `at`: "AMOS" is the "Alliance to Mend Our Schools"
  // of anywhere, "the fund" the "International Fund" of before, "the agency" the last body of that kind
  // before. The words themselves, without what stands before the name ("the federal"), where there is none.
  std::string name(std::string_view words, std::size_t at, std::string_view kind = {}) const;

  // The last body before, no place, of that kind or of none known; one that is certain rather than one
  // that may be. Empty if there is none within some sentences, or behind `from`.
  std::string before(std::size_t at, std::string_view kind = {}, std::size_t from = 0) const;

  // The body before, of that kind if one is given, whose name ends in the last of the words; empty if there is none.
  std::string known(std::string_view words, std::size_t at, std::string_view kind = {}) const;

  // The first body inside the range; empty if there is none.
  std::string inside(Range range) const;

 private:
  // By a word, which of seen_, in order: an article can be very long, so that nothing looks through all of it. Made
  // when first asked: of most bodies nothing is.
  struct Index {
    std::size_t done = 0;  // so many of seen_
    std::unordered_map<std::string, std::vector<std::size_t>> by_word;
  };
  const std::vector<std::size_t>& those(Index& index, const std::string& word,
                                        std::string (*word_of)(std::string_view)) const;
  std::string full(std::string_view name) const;

  std::size_t first(std::size_t at) const;  // index of the first seen that begins there or later

  std::string_view text_;
  std::vector<BodySeen> seen_;
  mutable Index by_last_word_, by_initials_;
  std::unordered_map<std::string_view, std::size_t> brackets_;  // acronyms in brackets: where first
};

// Whether the words hold a name: "the Tax Union", not "the union" or "The union".
bool has_name(std::string_view words);

// "the Tax Union" is "Tax Union".
std::string_view without_article(std::string_view words);

// "AMOS", "A.M.O.S.": capitals and full stops only.
bool acronym(std::string_view word);

}  // namespace onrecord
