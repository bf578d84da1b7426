#include "store/columns.h"

#include <algorithm>
#include <charconv>

#include "store/store.h"

namespace onrecord {
namespace {

std::vector<Range> ranges_of_kind(const Article& article, Paragraph::Kind kind) {
  std::vector<Range> ranges;
  for (const Paragraph& paragraph : article.paragraphs)
    if (paragraph.kind == kind) ranges.push_back(paragraph.range);
  return ranges;
}

std::string lines_text(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::string ranges_text(const std::vector<Range>& ranges) {
  std::string text = "[";
  for (const Range& range : ranges) {
    if (text.size() > 1) text += ",";
    text += "[" + std::to_string(range.begin) + "," + std::to_string(range.end) + "]";
  }
  return text + "]";
}

std::vector<Range> ranges_of(std::string_view text) {
  std::vector<std::size_t> numbers;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    std::size_t number = 0;
    const auto read = std::from_chars(at, end, number);
    if (read.ec == std::errc()) numbers.push_back(number);
    at = std::max(read.ptr, at + 1);
  }
  std::vector<Range> ranges;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) ranges.push_back({numbers[i], numbers[i + 1]});
  return ranges;
}

void put(SQLite::Statement& statement, int at, const std::string& value) { statement.bind(at, value); }
void put(SQLite::Statement& statement, int at, std::string_view value) { statement.bind(at, std::string(value)); }
void put(SQLite::Statement& statement, int at, std::size_t value) {
  statement.bind(at, static_cast<std::int64_t>(value));
}
void put(SQLite::Statement& statement, int at, std::int64_t value) { statement.bind(at, value); }
void put(SQLite::Statement& statement, int at, double value) { statement.bind(at, value); }
void put(SQLite::Statement& statement, int at, const Date& value) { statement.bind(at, iso(value)); }

std::optional<std::string> text_of(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return column.getString();
}

std::optional<Date> date_of(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return parse_iso(column.getString());
}

std::size_t count_of(const SQLite::Column& column) { return static_cast<std::size_t>(column.getInt64()); }

const char* const article_columns =
    "id, file, url, outlet, title, published, url_from, outlet_from, title_from, published_from, "
    "text, title_ranges, body_ranges, repairs, version, rules";

Article article_of(SQLite::Statement& row) {
  Article article;
  article.id = row.getColumn(0).getString();
  article.file = row.getColumn(1).getString();
  article.url = text_of(row.getColumn(2));
  article.outlet = text_of(row.getColumn(3));
  article.title = text_of(row.getColumn(4));
  article.published = date_of(row.getColumn(5));
  article.url_from = row.getColumn(6).getString();
  article.outlet_from = row.getColumn(7).getString();
  article.title_from = row.getColumn(8).getString();
  article.published_from = row.getColumn(9).getString();
  article.text = row.getColumn(10).getString();
  for (const Range& range : ranges_of(row.getColumn(11).getString()))
    article.paragraphs.push_back({range, Paragraph::Kind::title});
  for (const Range& range : ranges_of(row.getColumn(12).getString()))
    article.paragraphs.push_back({range, Paragraph::Kind::body});
  std::sort(article.paragraphs.begin(), article.paragraphs.end(),
            [](const Paragraph& a, const Paragraph& b) { return a.range < b.range; });
  article.repairs = lines_of(row.getColumn(13).getString());
  return article;
}

SQLite::Statement& with_article(SQLite::Statement& statement, const Article& a, const Provenance& provenance) {
  return with(statement, a.id, a.file, a.url, a.outlet, a.title, a.published, a.url_from, a.outlet_from, a.title_from,
              a.published_from, a.text, ranges_text(ranges_of_kind(a, Paragraph::Kind::title)),
              ranges_text(ranges_of_kind(a, Paragraph::Kind::body)), lines_text(a.repairs), provenance.version,
              provenance.rules);
}

}  // namespace onrecord
