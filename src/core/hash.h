// Content hashes: the same bytes give the same id on any machine.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// XXH3, 128 bits, in its canonical (big-endian) form: 32 lower-case hex digits.
// hash_hex("") is "99aa06d3014798d86001c324468d497f".
std::string hash_hex(std::string_view bytes);

}  // namespace onrecord
