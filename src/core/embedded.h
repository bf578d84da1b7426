// Files compiled into the program, so that it runs as one binary.
#pragma once

#include <string_view>
#include <vector>

namespace onrecord {

struct EmbeddedFile {
  std::string_view name;  // path in the project: "rules/en/attribution.toml"
  std::string_view text;  // whole content
};

// In the order of their names. Defined in the layer that uses them: rules in
// match, migrations in store.
const std::vector<EmbeddedFile>& embedded_rules();
const std::vector<EmbeddedFile>& embedded_migrations();

}  // namespace onrecord
