// congress-legislators YAML: a list, an entry a person.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/error.h"
#include "read/lines.h"
#include "read/officials.h"

namespace onrecord {
namespace {

// Why a record is left out: where and what.
struct Malformed {
  std::size_t line;  // in the record, from 0
  std::string what;
};

struct Office {
  const char *type, *role, *organization;
};
constexpr Office offices[] = {{"sen", "Senator", "United States Senate"},
                              {"rep", "Representative", "United States House of Representatives"},
                              {"prez", "President", "United States"},
                              {"viceprez", "Vice President", "United States"}};

std::size_t line_of(const YAML::Node& node) { return static_cast<std::size_t>(std::max(node.Mark().line, 0)); }

// The text of a field; nothing where it is not there. `path` is for the message.
std::optional<std::string> text_of(const YAML::Node& map, const char* key, const std::string& path) {
  const YAML::Node value = map[key];
  if (!value || value.IsNull()) return std::nullopt;
  if (!value.IsScalar()) throw Malformed{line_of(value), path + key + ": not a text"};
  return value.Scalar();
}

std::string required(const YAML::Node& map, const char* key, const std::string& path) {
  const auto text = text_of(map, key, path);
  if (!text || text->empty()) throw Malformed{line_of(map), path + key + ": it is missing"};
  return *text;
}

PartialDay day_of(const YAML::Node& map, const char* key, const std::string& path) {
  const auto text = text_of(map, key, path);
  if (!text || text->empty()) return "";
  const auto day = parse_partial(*text);
  if (!day)
    throw Malformed{line_of(map[key]), path + key + ": “" + *text + "” is no day; write 2016-10-07, 2016-10 or 2016"};
  return *day;
}

// A field that must be a map or a list.
YAML::Node part_of(const YAML::Node& person, const char* key, bool list) {
  const YAML::Node part = person[key];
  if (part && !(list ? part.IsSequence() : part.IsMap()))
    throw Malformed{line_of(part), std::string(key) + (list ? ": not a list" : ": not a map")};
  return part;
}

void read_names(const YAML::Node& person, Official& official) {
  const YAML::Node name = part_of(person, "name", false);
  if (!name) throw Malformed{0, "name: it is missing"};
  const std::string first = required(name, "first", "name."), last = required(name, "last", "name.");
  const auto suffix = text_of(name, "suffix", "name."), middle = text_of(name, "middle", "name.");
  const auto add = [&](const std::string& form) {
    if (official.name.empty()) {
      official.name = form;
    } else if (form != official.name && std::find(official.other_names.begin(), official.other_names.end(), form) ==
                                            official.other_names.end()) {
      official.other_names.push_back(form);
    }
  };
  if (const auto full = text_of(name, "official_full", "name.")) add(*full);
  const auto nickname = text_of(name, "nickname", "name.");
  const std::string tail = suffix ? " " + *suffix : "";
  if (official.name.empty() && nickname) add(*nickname + " " + last + tail);
  add(first + " " + last + tail);
  if (middle) add(first + " " + *middle + " " + last + tail);
  if (nickname) add(*nickname + " " + last + tail);
}

void read_terms(const YAML::Node& person, const std::string& file, Official& official) {
  const YAML::Node terms = part_of(person, "terms", true);
  if (!terms) throw Malformed{0, "terms: it is missing"};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::string path = "terms[" + std::to_string(i) + "].";
    if (!terms[i].IsMap()) throw Malformed{line_of(terms[i]), "terms[" + std::to_string(i) + "]: not a map"};
    const std::string type = required(terms[i], "type", path);
    const Office* office = nullptr;
    for (const Office& known : offices)
      if (type == known.type) office = &known;
    if (office == nullptr)
      throw Malformed{line_of(terms[i]["type"]),
                      path + "type: “" + type + "” is none; sen, rep, prez and viceprez are"};
    Term term{office->role,
              office->organization,
              text_of(terms[i], "state", path).value_or(""),
              text_of(terms[i], "party", path).value_or(""),
              day_of(terms[i], "start", path),
              day_of(terms[i], "end", path),
              file,
              {}};
    if (term.since.empty()) throw Malformed{line_of(terms[i]), path + "start: it is missing"};
    if (const auto district = text_of(terms[i], "district", path)) term.area += "-" + *district;
    official.terms.push_back(std::move(term));
  }
  const YAML::Node led = part_of(person, "leadership_roles", true);
  for (std::size_t i = 0; led && i < led.size(); ++i) {
    const std::string path = "leadership_roles[" + std::to_string(i) + "].";
    const bool senate = text_of(led[i], "chamber", path).value_or("") == "senate";
    official.terms.push_back({required(led[i], "title", path),
                              offices[senate ? 0 : 1].organization,
                              "",
                              "",
                              day_of(led[i], "start", path),
                              day_of(led[i], "end", path),
                              file,
                              {}});
  }
}

Official official_of(const YAML::Node& person, const std::string& file) {
  if (!person.IsMap()) throw Malformed{line_of(person), "not a map of id, name and terms"};
  Official official;
  if (const YAML::Node ids = part_of(person, "id", false)) {
    // Wikidata first: it is the one that other files have, too.
    if (const auto wikidata = text_of(ids, "wikidata", "id.")) official.identifiers.push_back({"wikidata", *wikidata});
    for (const auto& id : ids)
      if (id.second.IsScalar() && id.first.Scalar() != "wikidata")
        official.identifiers.push_back({id.first.Scalar(), id.second.Scalar()});
  }
  read_names(person, official);
  read_terms(person, file, official);
  return official;
}

// The entries of the list, each from its "- " at the start of a line: a broken one breaks no other.
std::vector<Range> entries_of(std::string_view bytes) {
  std::vector<Range> entries;
  for (std::size_t at = 0; at < bytes.size();) {
    const Range line = line_at(bytes, at);
    const std::string_view words = slice(bytes, line);
    if (words.starts_with("- ") || words == "-") {
      entries.push_back({at, bytes.size()});
      if (entries.size() > 1) entries[entries.size() - 2].end = at;
    } else if (words.starts_with("---") || words.starts_with("...")) {
      if (!entries.empty() && entries.back().end == bytes.size()) entries.back().end = at;
    }
    at = after(bytes, line);
  }
  return entries;
}

}  // namespace

OfficialsRead read_legislators(std::string_view bytes, const std::string& file) {
  OfficialsRead out;
  const std::vector<Range> entries = entries_of(bytes);
  if (entries.empty()) throw Error(file + ": no list of people in it: no line begins with “- ”");
  std::size_t line = line_number(bytes, entries.front().begin), counted = entries.front().begin;
  for (const Range& entry : entries) {
    for (; counted < entry.begin; ++counted) line += bytes[counted] == '\n';
    const auto leave_out = [&](std::size_t in_entry, const std::string& what) {
      out.problems.push_back(file + ":" + std::to_string(line + in_entry) + ": " + what + "; this person is left out");
    };
    try {
      const YAML::Node list = YAML::Load(std::string(slice(bytes, entry)));
      if (!list.IsSequence() || list.size() != 1) throw Malformed{0, "not an entry of a list"};
      out.officials.push_back(official_of(list[0], file));
    } catch (const Malformed& malformed) {
      leave_out(malformed.line, malformed.what);
    } catch (const YAML::Exception& error) {
      leave_out(static_cast<std::size_t>(std::max(error.mark.line, 0)), "not YAML: " + error.msg);
    }
  }
  return out;
}

}  // namespace onrecord
