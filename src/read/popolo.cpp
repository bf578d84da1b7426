// Popolo JSON: persons, organizations, memberships, areas, events.
#define JSON_USE_IMPLICIT_CONVERSIONS 0

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "core/error.h"
#include "read/lines.h"
#include "read/officials.h"

namespace onrecord {
namespace {

using Json = nlohmann::json;

struct Malformed {
  std::string field, what, value;  // value: as it stands in the file, to find the line; may be empty
};

// A record of one of the file's lists.
struct Record {
  Json json;
  Range bytes;
};

// Where the value that starts at `at` ends (after it); the end of the text where it does not. Brackets and
// quotation marks are all that is looked at, so that a record that is no JSON is still one record.
std::size_t value_end(std::string_view bytes, std::size_t at) {
  std::size_t depth = 0;
  for (std::size_t i = at; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '"') {
      for (++i; i < bytes.size() && bytes[i] != '"'; ++i) i += bytes[i] == '\\';
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return i;
      --depth;
    } else if ((c == ',' || c == ':') && depth == 0) {
      return i;
    }
    if (depth == 0 && (c == '}' || c == ']' || c == '"')) return i + 1;
  }
  return bytes.size();
}

std::size_t skip(std::string_view bytes, std::size_t at, std::string_view what) {
  return std::min(bytes.find_first_not_of(what, at), bytes.size());
}

constexpr std::string_view blanks = " \t\r\n", blanks_and_comma = " \t\r\n,";
constexpr std::size_t deepest = 64;  // brackets in brackets; copies and messages of a value go down by calls
constexpr std::string_view of_statement = "onrecord statement ";  // note of a source, in our own export

bool is_too_deep(std::string_view bytes) {
  std::size_t depth = 0;
  for (const char c : bytes) {
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    if (depth > deepest) return true;
  }
  return false;
}

// The values in the list, or the keys and values in the object, that starts at `at`.
std::vector<Range> parts_of(std::string_view bytes, std::size_t at) {
  std::vector<Range> parts;
  for (at = skip(bytes, at + 1, blanks_and_comma); at < bytes.size() && bytes[at] != ']' && bytes[at] != '}';
       at = skip(bytes, at, " \t\r\n,:")) {
    const std::size_t end = value_end(bytes, at);
    if (end == at) break;
    parts.push_back({at, end});
    at = end;
  }
  return parts;
}

class Popolo {
 public:
  Popolo(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  OfficialsRead read() {
    const std::size_t start = skip(bytes_, 0, " \t\r\n\xEF\xBB\xBF");
    if (start == bytes_.size() || bytes_[start] != '{')
      throw Error(file_ + ": not Popolo: it must be an object with a list “persons”");
    const std::vector<Range> parts = parts_of(bytes_, start);
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) lists_[unquoted(parts[i])] = parts[i + 1];
    if (!lists_.contains("persons") && !lists_.contains("organizations"))
      throw Error(file_ + ": not Popolo: there is no list “persons”");
    for (const char* list : {"areas", "events", "posts"}) each(list, [&](const Record& r) { keep(list, r.json); });
    each("organizations", [&](const Record& r) { add(r, SpeakerKind::organization); });
    each("persons", [&](const Record& r) { add(r, SpeakerKind::person); });
    each("memberships", [&](const Record& r) { add_membership(r.json, text_of(r.json, "person_id")); });
    return std::move(out_);
  }

 private:
  std::string unquoted(Range part) const {
    const std::string_view text = slice(bytes_, part);
    return std::string(text.size() > 1 && text[0] == '"' ? text.substr(1, text.size() - 2) : text);
  }

  std::size_t line_of(std::size_t byte) const { return line_number(bytes_, byte); }

  // Where in the record a field has that value; the record's start where it is not found.
  std::size_t place_of(const Record& record, const Malformed& malformed) const {
    const std::string key = "\"" + malformed.field.substr(malformed.field.rfind('.') + 1) + "\"";
    const std::string_view text = slice(bytes_, record.bytes);
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
      const std::size_t value = skip(text, at + key.size(), std::string(blanks) + ":");
      if (malformed.value.empty() || text.substr(value).starts_with(malformed.value)) return record.bytes.begin + at;
    }
    return record.bytes.begin;
  }

  template <typename Use>
  void each(const char* list, Use use) {
    const auto found = lists_.find(list);
    if (found == lists_.end() || bytes_[found->second.begin] != '[') return;
    for (const Range& part : parts_of(bytes_, found->second.begin)) {
      Record record{{}, part};
      try {
        if (is_too_deep(slice(bytes_, part))) throw Malformed{list, "too many brackets in brackets", ""};
        record.json = Json::parse(slice(bytes_, part));
        if (!record.json.is_object()) throw Malformed{list, "not an object", ""};
        use(record);
      } catch (const Malformed& malformed) {
        if (const auto id = record.json.find("id"); id != record.json.end() && id->is_string())
          left_out_.insert(id->get<std::string>());
        problem(place_of(record, malformed), malformed.field + ": " + malformed.what);
      } catch (const Json::parse_error& error) {
        problem(part.begin + (error.byte > 0 ? error.byte - 1 : 0), std::string(list) + ": not JSON");
      }
    }
  }

  void problem(std::size_t byte, const std::string& what) {
    out_.problems.push_back(file_ + ":" + std::to_string(line_of(std::min(byte, bytes_.size()))) + ": " + what +
                            "; this record is left out");
  }

  static std::string text_of(const Json& json, const char* key, const std::string& path = "") {
    const auto value = json.find(key);
    if (value == json.end() || value->is_null()) return "";
    if (!value->is_string()) throw Malformed{path + key, "not a text", value->dump()};
    return value->get<std::string>();
  }

  static PartialDay day_of(const Json& json, const char* key, const std::string& path = "") {
    const std::string text = text_of(json, key, path);
    if (text.empty()) return "";
    const auto day = parse_partial(text);
    if (!day)
      throw Malformed{path + key, "“" + text + "” is no day; write 2016-10-07, 2016-10 or 2016", json.at(key).dump()};
    return *day;
  }

  static const Json* list_of(const Json& json, const char* key) {
    const auto value = json.find(key);
    if (value == json.end() || value->is_null()) return nullptr;
    if (!value->is_array()) throw Malformed{key, "not a list", ""};
    for (const Json& item : *value)
      if (!item.is_object()) throw Malformed{key, "not a list of objects", ""};
    return &*value;
  }

  void keep(const std::string& list, const Json& json) { kept_[list + " " + text_of(json, "id")] = json; }

  // A text of a record kept before; empty where there is none.
  std::string of_kept(const std::string& list, const std::string& id, const char* key) const {
    const auto found = kept_.find(list + " " + id);
    return id.empty() || found == kept_.end() ? "" : text_of(found->second, key);
  }

  void add(const Record& record, SpeakerKind kind) {
    const Json& json = record.json;
    Official official;
    official.kind = kind;
    official.name = text_of(json, "name");
    if (official.name.empty()) throw Malformed{"name", "it is missing", ""};
    const std::string id = text_of(json, "id");
    if (const Json* names = list_of(json, "other_names"))
      for (const Json& other : *names) official.other_names.push_back(text_of(other, "name", "other_names."));
    if (const Json* identifiers = list_of(json, "identifiers"))
      for (const Json& other : *identifiers)
        official.identifiers.push_back(
            {text_of(other, "scheme", "identifiers."), text_of(other, "identifier", "identifiers.")});
    std::erase_if(official.other_names, [](const std::string& name) { return name.empty(); });
    std::erase_if(official.identifiers, [](const Identifier& i) { return i.scheme.empty() || i.value.empty(); });
    if (official.identifiers.empty() && !id.empty()) official.identifiers.push_back({"popolo", id});
    if (const Json* memberships = list_of(json, "memberships"))
      for (const Json& membership : *memberships) official.terms.push_back(term_of(membership, "memberships."));
    if (kind == SpeakerKind::organization) keep("organizations", json);
    if (!id.empty() && kind == SpeakerKind::person) people_.emplace(id, out_.officials.size());
    out_.officials.push_back(std::move(official));
  }

  // The name of what a membership names by id, or has in it: {"area_id": "x"}, {"area": {"name": "X"}}.
  std::string named(const Json& json, const std::string& key, const char* list, const std::string& path) const {
    const auto inside = json.find(key);
    if (inside != json.end() && inside->is_object()) return text_of(*inside, "name", path + key + ".");
    const std::string id = text_of(json, (key + "_id").c_str(), path), name = of_kept(list, id, "name");
    return name.empty() ? id : name;
  }

  Term term_of(const Json& json, const std::string& path = "") const {
    Term term;
    term.role = text_of(json, "role", path);
    term.organization = named(json, "organization", "organizations", path);
    term.area = named(json, "area", "areas", path);
    term.party = named(json, "on_behalf_of", "organizations", path);
    const std::string post = of_kept("posts", text_of(json, "post_id", path), "label");
    if (term.role.empty()) term.role = post.empty() ? text_of(json, "label", path) : post;
    const std::string period = text_of(json, "legislative_period_id", path);
    term.since = day_of(json, "start_date", path);
    term.until = day_of(json, "end_date", path);
    if (term.since.empty()) term.since = parse_partial(of_kept("events", period, "start_date")).value_or("");
    if (term.until.empty()) term.until = parse_partial(of_kept("events", period, "end_date")).value_or("");
    term.source = file_;
    if (const Json* sources = list_of(json, "sources"))
      for (const Json& source : *sources)
        if (const std::string note = text_of(source, "note", path + "sources."); note.starts_with(of_statement))
          term.statements.push_back(note.substr(of_statement.size()));
    if (term.role.empty() && term.organization.empty()) throw Malformed{path + "role", "it is missing", ""};
    return term;
  }

  void add_membership(const Json& json, const std::string& person_id) {
    if (person_id.empty() || left_out_.contains(person_id)) return;  // of an organisation in another; of nobody
    const auto person = people_.find(person_id);
    if (person == people_.end())
      throw Malformed{"person_id", "“" + person_id + "” is nobody in this file", Json(person_id).dump()};
    out_.officials[person->second].terms.push_back(term_of(json));
  }

  std::string_view bytes_;
  const std::string& file_;
  std::map<std::string, Range> lists_;         // by key, whole values
  std::map<std::string, Json> kept_;           // "areas ID"
  std::map<std::string, std::size_t> people_;  // by id, place in the officials
  std::set<std::string> left_out_;             // ids of records that were
  OfficialsRead out_;
};

}  // namespace

OfficialsRead read_popolo(std::string_view bytes, const std::string& file) { return Popolo(bytes, file).read(); }

}  // namespace onrecord
