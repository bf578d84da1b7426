// Official: a person (or an organisation) as a file of known people gives them.
#pragma once

#include <string>
#include <vector>

#include "core/statement.h"
#include "core/tenure.h"

namespace onrecord {

// What somebody is called in another register: {"wikidata", "Q22250"}.
struct Identifier {
  std::string scheme, value;

  friend bool operator==(const Identifier&, const Identifier&) = default;
};

struct Official {
  SpeakerKind kind = SpeakerKind::person;
  std::string name;
  std::vector<std::string> other_names;
  std::vector<Identifier> identifiers;  // one in common with another's: the same person
  std::vector<Term> terms;
};

}  // namespace onrecord
