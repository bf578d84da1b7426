// Files of known people: Popolo JSON, congress-legislators YAML, CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/official.h"

namespace onrecord {

struct OfficialsRead {
  std::vector<Official> officials;  // in the order of the file
  std::vector<std::string>
      problems;  // "a.yaml:17: terms[2].start: “soon” is no day …", a line a record that was left out
};

// Bytes that are no UTF-8 become U+FFFD. Reads by the end of the file's name (.json, .yaml, .yml, .csv); other names by
// the first byte. A record that cannot be understood is left out whole and named with its line and field; all others
// are read. Throws Error where the file as a whole is none of these.
//
// Popolo: persons with other_names, identifiers and memberships (embedded or beside), organizations,
// areas, and events for memberships with a legislative_period_id and no days of their own. A person keeps her other
// memberships where one cannot be understood.
// congress-legislators: `id`, `name`, `terms` (sen, rep, prez, viceprez) and `leadership_roles`.
// CSV: a heading with `name`, and any of other_names (“A; B”), wikidata, id, role, organization, area, party, since,
// until; a row a term, rows of one id, else of one name, are one person.
OfficialsRead read_officials(std::string_view given, const std::string& file);

// The formats, for read_officials.
OfficialsRead read_popolo(std::string_view bytes, const std::string& file);
OfficialsRead read_legislators(std::string_view bytes, const std::string& file);
OfficialsRead read_people_table(std::string_view bytes, const std::string& file);

}  // namespace onrecord
