// Stemmer: a word to what its forms share, by the Snowball stemmer for English.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace onrecord {

// Not thread-safe; cheap to make (under a microsecond), so one a call.
class Stemmer {
 public:
  Stemmer();

  // The stem of a word in lower case: "denies" and "denied" give "deni".
  // The view holds until the next call.
  std::string_view operator()(std::string_view word);

 private:
  struct Free {
    void operator()(sb_stemmer* s) const;
  };
  std::unique_ptr<sb_stemmer, Free> stemmer_;
};

// A stem as a number: equal for equal stems, on any machine (FNV-1a).
std::uint64_t stem_id(std::string_view stem);

}  // namespace onrecord
