#include "compare/stem.h"

#include <libstemmer.h>

#include <cassert>

namespace onrecord {

void Stemmer::Free::operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) { assert(stemmer_); }

std::string_view Stemmer::operator()(std::string_view word) {
  const auto* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (stem == nullptr) return word;  // out of memory inside the library: the word is its own stem
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

std::uint64_t stem_id(std::string_view stem) {
  std::uint64_t h = 14695981039346656037u;
  for (const char c : stem) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return h;
}

}  // namespace onrecord
