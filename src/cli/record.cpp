#include "cli/record.h"

#include <cmath>

#include "cli/text_width.h"
#include "core/error.h"

namespace onrecord {
namespace {

constexpr std::size_t short_id_length = 8;
constexpr std::size_t articles_kept = 16;  // in memory, for code points

void put_range(JsonWriter& json, const std::optional<Range>& bytes, const CodePoints& points) {
  bytes ? json.range(points.of(*bytes)) : json.null();
}

void put_speaker(JsonWriter& json, const Speaker& speaker) {
  json.open('{').key("name").text_or_null(speaker.name).key("kind").text(name(speaker.kind));
  json.key("role").text_or_null(speaker.role).key("person").text_or_null(speaker.person).close('}');
}

void put_said(JsonWriter& json, const std::optional<Interval>& said) {
  if (!said) return void(json.null());
  json.open('{').key("from").text(iso(said->from)).key("to").text(iso(said->to));
  json.key("basis").text(said->basis).close('}');
}

double thousandths(double value) { return std::round(value * 1000) / 1000; }

const std::vector<std::string> names{"id",        "article", "file",       "url",     "outlet",     "title",
                                     "published", "kind",    "text",       "cue",     "speaker",    "speaker_kind",
                                     "role",      "person",  "said_from",  "said_to", "said_basis", "manner",
                                     "act",       "rule",    "confidence", "version", "rules"};

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
          number_text(thousandths(s.confidence)),
          r.version,
          r.rules};
}

std::string speaker_of(const Record& record) {
  const Speaker& speaker = record.statement.speaker;
  std::string who = speaker.name.empty() ? "(unknown)" : one_line(speaker.name);
  if (!speaker.role.empty()) who += "\n" + one_line(speaker.role);
  if (record.held) who += "\n" + held_text(*record.held);
  return who;
}

void put_held(JsonWriter& json, const Term& term) {
  json.open('{').key("role").text(term.role).key("organization").text_or_null(term.organization);
  json.key("area").text_or_null(term.area).key("party").text_or_null(term.party);
  json.key("since").text_or_null(term.since).key("until").text_or_null(term.until);
  json.key("source").text(term.source).close('}');
}

std::vector<std::string> shown_of(const Record& r, bool with_speaker) {
  std::string said = one_line(r.text);
  if (!r.cue_text.empty()) said = one_line(r.cue_text) + ": " + said;
  std::vector<std::string> shown{day_of(r)};
  if (with_speaker) shown.push_back(speaker_of(r));
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

std::string record_json(const Record& r, const CodePoints& points) {
  const Statement& s = r.statement;
  JsonWriter json;
  json.open('{').key("id").text(s.id).key("article").text(r.article).key("file").text(r.file);
  json.key("url").optional_text(r.url).key("outlet").optional_text(r.outlet).key("title").optional_text(r.title);
  json.key("published").text_or_null(r.published ? iso(*r.published) : "");
  json.key("kind").text(name(s.kind));
  json.key("content").open('[');
  for (const Range& piece : s.content) json.range(points.of(piece));
  json.close(']').key("text").text(r.text);
  put_range(json.key("cue"), s.cue, points);
  put_range(json.key("source"), s.source, points);
  put_speaker(json.key("speaker"), s.speaker);
  put_said(json.key("said"), s.said);
  json.key("manner").text(name(s.manner)).key("act").text(name(s.act));
  json.key("rule").text(s.rule).key("confidence").number(thousandths(s.confidence));
  json.key("schema").text("onrecord.statement/1").key("version").text(r.version).key("rules").text(r.rules);
  if (r.held) put_held(json.key("held"), *r.held);
  return json.close('}').take();
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

std::string held_text(const Term& term) {
  std::string out = one_line(term.role);
  for (const std::string* part : {&term.organization, &term.area, &term.party})
    if (!part->empty()) out += ", " + one_line(*part);
  return "(" + out + ", " + term.since + " to " + term.until + ", by " + one_line(term.source) + ")";
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

Record statement_with_id(const Store& store, const std::string& id) {
  constexpr std::size_t shortest = 4, longest = 32;
  if (id.size() < shortest || id.size() > longest || id.find_first_not_of("0123456789abcdef") != std::string::npos)
    throw Error::misuse("“" + id + "” is not an id; give its first digits (4 or more) as `onrecord list` prints them");
  Filter filter;
  filter.id = id;
  const std::vector<Record> found = store.records(filter);
  if (found.empty()) throw Error("no statement has an id that begins with " + id + "; see `onrecord list`");
  if (found.size() > 1)
    throw Error(std::to_string(found.size()) + " statements have an id that begins with " + id + "; give more digits");
  return found.front();
}

bool is_declared(Manner manner, Act act) {
  if (manner == Manner::speech) return true;
  switch (act) {
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
