#include "cli/record.h"

#include <cmath>

#include "cli/text_width.h"
#include "core/error.h"

namespace onrecord {
namespace {

constexpr std::size_t short_id_length = 8;
constexpr std::size_t articles_kept = 16;  // in memory, for code points

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json text_or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

Json range_json(Range bytes, const CodePoints& points) {
  const Range range = points.of(bytes);
  return Json::array({range.begin, range.end});
}

Json range_or_null(const std::optional<Range>& bytes, const CodePoints& points) {
  return bytes ? range_json(*bytes, points) : Json();
}

const std::vector<std::string> names{"id",        "article", "file",       "url",     "outlet",     "title",
                                     "published", "kind",    "text",       "cue",     "speaker",    "speaker_kind",
                                     "role",      "person",  "said_from",  "said_to", "said_basis", "manner",
                                     "act",       "rule",    "confidence", "version", "rules"};

std::string number(double value) { return Json(std::round(value * 1000) / 1000).dump(); }

std::vector<std::string> cells_of(const Record& r) {
  const Statement& s = r.statement;
  return {s.id,
          r.article,
          r.file,
          r.url.value_or(""),
          r.outlet.value_or(""),
          r.title.value_or(""),
          r.published ? iso(*r.published) : "",
          std::string(name(s.kind)),
          r.text,
          r.cue_text,
          s.speaker.name,
          std::string(name(s.speaker.kind)),
          s.speaker.role,
          s.speaker.person,
          s.said ? iso(s.said->from) : "",
          s.said ? iso(s.said->to) : "",
          s.said ? s.said->basis : "",
          std::string(name(s.manner)),
          std::string(name(s.act)),
          s.rule,
          number(s.confidence),
          r.version,
          r.rules};
}

std::string speaker_of(const Speaker& speaker) {
  const std::string who = speaker.name.empty() ? "(unknown)" : one_line(speaker.name);
  return speaker.role.empty() ? who : who + "\n" + one_line(speaker.role);
}

std::vector<std::string> shown_of(const Record& r, bool with_speaker) {
  std::string said = one_line(r.text);
  if (!r.cue_text.empty()) said = one_line(r.cue_text) + ": " + said;
  std::vector<std::string> shown{day_of(r)};
  if (with_speaker) shown.push_back(speaker_of(r.statement.speaker));
  shown.insert(shown.end(), {said, one_line(place_of(r)), short_id(r.statement.id)});
  return shown;
}

std::vector<Column> columns_shown(bool with_speaker) {
  std::vector<Column> columns{{"Day", 13}};
  if (with_speaker) columns.push_back({"Speaker", 26});
  columns.insert(columns.end(), {{"Statement"}, {"Source", 18}, {"Id", short_id_length}});
  return columns;
}

}  // namespace

Record record_of(const Article& article, const Statement& statement, const Provenance& provenance) {
  Record record;
  record.statement = statement;
  record.article = article.id;
  record.file = article.file;
  record.url = article.url;
  record.outlet = article.outlet;
  record.title = article.title;
  record.published = article.published;
  record.text = content_text(article.text, statement);
  if (statement.cue) record.cue_text = slice(article.text, *statement.cue);
  record.version = provenance.version;
  record.rules = provenance.rules;
  return record;
}

Json record_json(const Record& r, const CodePoints& points) {
  const Statement& s = r.statement;
  Json content = Json::array();
  for (const Range& piece : s.content) content.push_back(range_json(piece, points));
  Json said;
  if (s.said) said = Json{{"from", iso(s.said->from)}, {"to", iso(s.said->to)}, {"basis", s.said->basis}};
  return Json{{"id", s.id},
              {"article", r.article},
              {"file", r.file},
              {"url", text_or_null(r.url)},
              {"outlet", text_or_null(r.outlet)},
              {"title", text_or_null(r.title)},
              {"published", r.published ? Json(iso(*r.published)) : Json()},
              {"kind", name(s.kind)},
              {"content", std::move(content)},
              {"text", r.text},
              {"cue", range_or_null(s.cue, points)},
              {"source", range_or_null(s.source, points)},
              {"speaker",
               {{"name", text_or_null(s.speaker.name)},
                {"kind", name(s.speaker.kind)},
                {"role", text_or_null(s.speaker.role)},
                {"person", text_or_null(s.speaker.person)}}},
              {"said", std::move(said)},
              {"manner", name(s.manner)},
              {"act", name(s.act)},
              {"rule", s.rule},
              {"confidence", std::round(s.confidence * 1000) / 1000},
              {"schema", "onrecord.statement/1"},
              {"version", r.version},
              {"rules", r.rules}};
}

std::string day_of(const Record& record) {
  if (const auto& said = record.statement.said) {
    const std::string from = iso(said->from), to = iso(said->to);
    return from == to ? from : from + "\nto " + to;
  }
  return record.published ? iso(*record.published) : "";
}

std::string place_of(const Record& record) {
  if (record.outlet) return *record.outlet;
  const std::size_t slash = record.file.rfind('/');
  std::string place = slash == std::string::npos ? record.file : record.file.substr(slash + 1);
  if (place.ends_with(".txt")) place.resize(place.size() - 4);
  return place;
}

std::string short_id(const std::string& id) { return id.substr(0, short_id_length); }

StatementRows::StatementRows(Output& out, Format format, const std::string& none, bool with_speaker)
    : rows_(out, format, {names, columns_shown(with_speaker), true, none}),
      format_(format),
      with_speaker_(with_speaker) {}

Row StatementRows::row(const Record& record, const CodePoints* points) const {
  switch (format_) {
    case Format::json:
    case Format::jsonl:
      return {record_json(record, *points), {}, {}};
    case Format::csv:
    case Format::plain:
      return {{}, cells_of(record), {}};
    case Format::table:
      break;
  }
  return {{}, {}, shown_of(record, with_speaker_)};
}

std::vector<Row> StatementRows::rows_of(const Article& article, const std::vector<Statement>& statements,
                                        const Provenance& provenance) const {
  const CodePoints points(article.text);
  std::vector<Row> rows;
  for (const Statement& statement : statements) rows.push_back(row(record_of(article, statement, provenance), &points));
  return rows;
}

void StatementRows::add(const Record& record, const Store& store) {
  if (format_ != Format::json && format_ != Format::jsonl) return rows_.add(row(record, nullptr));
  auto found = read_.find(record.article);
  if (found == read_.end()) {
    const auto article = store.article(record.article);
    if (!article) throw Error("the store has lost article " + record.article + "; run `onrecord db check`");
    if (read_.size() == articles_kept) read_.clear();
    found = read_.emplace(record.article, std::make_unique<Read>(article->text)).first;
  }
  rows_.add(row(record, &found->second->points));
}

bool is_declared(const Statement& statement) {
  if (statement.manner == Manner::speech) return true;
  switch (statement.act) {
    case Act::support:
    case Act::oppose:
    case Act::promise:
    case Act::demand:
      return true;
    default:
      return false;
  }
}

std::vector<Record> declared_records(const Store& store, Filter filter, bool all) {
  const std::size_t limit = filter.limit;
  if (!all) filter.limit = 0;  // counted after the choice that only this layer makes
  std::vector<Record> records = store.records(filter);
  if (!all) {
    std::erase_if(records, [](const Record& r) { return !is_declared(r.statement); });
    if (limit > 0 && records.size() > limit) records.resize(limit);
  }
  return records;
}

}  // namespace onrecord
