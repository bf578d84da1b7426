// Columns: our values in SQLite's columns, and back.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/date.h"
#include "core/range.h"

namespace onrecord {

// "[[0,12],[40,61]]", and back. ranges_of takes only what ranges_text wrote.
std::string ranges_text(const std::vector<Range>& ranges);
std::vector<Range> ranges_of(std::string_view text);

void put(SQLite::Statement& statement, int at, const std::string& value);
void put(SQLite::Statement& statement, int at, std::string_view value);
void put(SQLite::Statement& statement, int at, std::size_t value);
void put(SQLite::Statement& statement, int at, std::int64_t value);
void put(SQLite::Statement& statement, int at, double value);
void put(SQLite::Statement& statement, int at, const Date& value);

template <typename Value>
void put(SQLite::Statement& statement, int at, const std::optional<Value>& value) {
  if (value) {
    put(statement, at, *value);
  } else {
    statement.bind(at);
  }
}

// A prepared statement made ready to run anew with these values, in order.
template <typename... Values>
SQLite::Statement& with(SQLite::Statement& statement, const Values&... values) {
  statement.tryReset();  // what the last run failed with has been reported
  int at = 0;
  (put(statement, ++at, values), ...);
  return statement;
}

std::optional<std::string> text_of(const SQLite::Column& column);  // nothing where null
std::optional<Date> date_of(const SQLite::Column& column);
std::size_t count_of(const SQLite::Column& column);

// The columns of an article, in the order that article_of reads and writes them.
extern const char* const article_columns;
Article article_of(SQLite::Statement& row);
struct Provenance;
SQLite::Statement& with_article(SQLite::Statement& statement, const Article& article, const Provenance& provenance);

}  // namespace onrecord
