// CSV: a row a term.
#include <algorithm>
#include <map>
#include <optional>

#include "core/error.h"
#include "read/lines.h"
#include "read/officials.h"

namespace onrecord {
namespace {

struct Row {
  std::vector<std::string> cells;
  std::size_t line;  // from 1
  bool closed;       // its quotation marks are
};

// RFC 4180, lines ended by LF or CRLF; blank lines are passed over.
std::vector<Row> rows_of(std::string_view bytes) {
  std::vector<Row> rows;
  Row row{{}, 1, true};
  std::string cell;
  std::size_t line = 1;
  bool quoted = false, any = false;
  const auto close_row = [&] {
    row.cells.push_back(std::move(cell));
    cell.clear();
    row.closed = !quoted;
    if (any) rows.push_back(std::move(row));
    row = {{}, line + 1, true};
    any = quoted = false;
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"') {
      cell += c;
      ++i;
    } else if (c == '"' && (quoted || cell.empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      row.cells.push_back(std::move(cell));
      cell.clear();
      any = true;
    } else if (c == '\n' && !quoted) {
      close_row();
      ++line;
    } else if (c != '\r' || quoted) {
      cell += c;
      any = true;
      line += c == '\n';
    }
  }
  close_row();
  return rows;
}

// The headings that mean a column of ours.
const std::map<std::string, std::string> headings{{"name", "name"},
                                                  {"other_names", "other_names"},
                                                  {"aliases", "other_names"},
                                                  {"wikidata", "wikidata"},
                                                  {"id", "id"},
                                                  {"kind", "kind"},
                                                  {"role", "role"},
                                                  {"title", "role"},
                                                  {"office", "role"},
                                                  {"position", "role"},
                                                  {"organization", "organization"},
                                                  {"area", "area"},
                                                  {"state", "area"},
                                                  {"party", "party"},
                                                  {"since", "since"},
                                                  {"start_date", "since"},
                                                  {"start", "since"},
                                                  {"until", "until"},
                                                  {"end_date", "until"},
                                                  {"end", "until"}};

std::string trimmed(std::string_view text) { return std::string(slice(text, trim(text, {0, text.size()}))); }

class PeopleTable {
 public:
  PeopleTable(const std::string& file, const Row& heading) : file_(file) {
    for (std::size_t i = 0; i < heading.cells.size(); ++i) {
      const auto known = headings.find(lower(trimmed(heading.cells[i])));
      if (known != headings.end()) columns_.emplace(known->second, i);
    }
    if (!columns_.contains("name"))
      throw Error(file + ":1: no column is called name; the first line must name the columns");
    width_ = heading.cells.size();
    scheme_ = file.substr(file.rfind('/') + 1);  // an id of the table's own is nobody's in another
  }

  void add(const Row& row, OfficialsRead& out) {
    const std::string place = file_ + ":" + std::to_string(row.line) + ": ";
    if (!row.closed) return void(out.problems.push_back(place + "a quotation mark is not closed; close it with \""));
    if (row.cells.size() != width_)
      return void(out.problems.push_back(place + std::to_string(row.cells.size()) + " cells where the heading has " +
                                         std::to_string(width_) + "; put cells with commas in quotation marks"));
    const auto cell = [&](const char* column) {
      const auto at = columns_.find(column);
      return at == columns_.end() ? std::string() : trimmed(row.cells[at->second]);
    };
    Official official;
    official.name = cell("name");
    if (official.name.empty()) return void(out.problems.push_back(place + "name: it is empty; give the person a name"));
    if (const std::string kind = cell("kind"); !kind.empty()) {
      const auto known = parse_speaker_kind(kind);
      if (!known ||
          (*known != SpeakerKind::person && *known != SpeakerKind::organization && *known != SpeakerKind::group))
        return void(out.problems.push_back(place + "kind: “" + kind + "” is none; give person, organization or group"));
      official.kind = *known;
    }
    std::string others = cell("other_names");
    for (std::size_t at = 0; at < others.size();) {
      const std::size_t end = std::min(others.find(';', at), others.size());
      if (const std::string other = trimmed(std::string_view(others).substr(at, end - at)); !other.empty())
        official.other_names.push_back(other);
      at = end + 1;
    }
    if (const std::string id = cell("wikidata"); !id.empty()) official.identifiers.push_back({"wikidata", id});
    if (const std::string id = cell("id"); !id.empty()) official.identifiers.push_back({scheme_, id});
    Term term{cell("role"), cell("organization"), cell("area"), cell("party"), "", "", file_, {}};
    for (auto [column, day] : {std::pair{"since", &term.since}, std::pair{"until", &term.until}}) {
      const std::string given = cell(column);
      if (given.empty()) continue;
      const auto partial = parse_partial(given);
      if (!partial)
        return void(
            out.problems.push_back(place + column + ": “" + given + "” is no day; write 2016-10-07, 2016-10 or 2016"));
      *day = *partial;
    }
    if (!term.role.empty() || !term.organization.empty()) official.terms.push_back(std::move(term));
    join(std::move(official), out);
  }

 private:
  void join(Official official, OfficialsRead& out) {
    const std::string key = official.identifiers.empty()
                                ? "name " + official.name
                                : official.identifiers.front().scheme + " " + official.identifiers.front().value;
    const auto [known, is_new] = people_.emplace(key, out.officials.size());
    if (is_new) return out.officials.push_back(std::move(official));
    Official& whole = out.officials[known->second];
    whole.other_names.insert(whole.other_names.end(), official.other_names.begin(), official.other_names.end());
    whole.terms.insert(whole.terms.end(), official.terms.begin(), official.terms.end());
  }

  const std::string& file_;
  std::map<std::string, std::size_t> columns_;  // ours, to its place
  std::size_t width_ = 0;
  std::string scheme_;
  std::map<std::string, std::size_t> people_;  // to the place in the officials
};

}  // namespace

OfficialsRead read_people_table(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::vector<Row> rows = rows_of(bytes);
  if (rows.empty()) throw Error(file + ": the file is empty");
  OfficialsRead out;
  PeopleTable table(file, rows.front());
  for (std::size_t i = 1; i < rows.size(); ++i) table.add(rows[i], out);
  return out;
}

}  // namespace onrecord
