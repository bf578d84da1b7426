#include "read/officials.h"

#include "core/error.h"
#include "core/text.h"

namespace onrecord {

OfficialsRead read_officials(std::string_view given, const std::string& file) {
  const Repaired repaired = repair_utf8(given);
  const std::string_view bytes = repaired.text;
  const auto named = [&](std::string_view end) { return file.ends_with(end); };
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) throw Error(file + ": the file is empty");
  if (named(".json")) return read_popolo(bytes, file);
  if (named(".yaml") || named(".yml")) return read_legislators(bytes, file);
  if (named(".csv")) return read_people_table(bytes, file);
  if (bytes[first] == '{') return read_popolo(bytes, file);
  if (bytes[first] == '-' || bytes[first] == '#') return read_legislators(bytes, file);
  return read_people_table(bytes, file);
}

}  // namespace onrecord
