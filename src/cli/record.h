// The statement record, onrecord.statement/1: the one writer of it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/rows.h"
#include "core/text.h"
#include "store/store.h"

namespace onrecord {

Record record_of(const Article& article, const Statement& statement, const Provenance& provenance);

// The record as one JSON object on one line, keys in the order of the schema; `held` last, where there is one. Offsets
// become code points here: `points` must be of the article's text as read.
std::string record_json(const Record& record, const CodePoints& points);

// The first and last day it can have been said, else published; "" where neither is known.
std::string day_of(const Record& record);
// "Holm Post", else the file's name.
std::string place_of(const Record& record);
// A term as a row tells it: "(Senator, WA, 2013-01-03 to 2019-01-03, by legislators.yaml)".
std::string held_text(const Term& term);
// The first digits of an id: enough for `show`.
std::string short_id(const std::string& id);

// The one statement whose id begins so. Throws Error where there is none, or several, and misuse where `id` is no id.
Record statement_with_id(const Store& store, const std::string& id);

// Rows of statements, the same in every command that prints them.
class StatementRows {
 public:
  // `with_speaker`: whether the table shows who said it.
  StatementRows(Output& out, Format format, const std::string& none, bool with_speaker = true);

  // Of an article as read; may be called from many threads.
  std::vector<Row> rows_of(const Article& article, const std::vector<Statement>& statements,
                           const Provenance& provenance) const;
  void add(const Row& row) { rows_.add(row); }
  // Of the store; reads the article where the format needs it.
  void add(const Record& record, const Store& store);
  void finish() { rows_.finish(); }

 private:
  Row row(const Record& record, const CodePoints* points) const;

  Rows rows_;
  Format format_;
  bool with_speaker_;
  // Texts of the last records' articles: statements of one article follow each other.
  struct Read {
    explicit Read(std::string article) : text(std::move(article)), points(text) {}
    std::string text;
    CodePoints points;
  };
  std::map<std::string, std::unique_ptr<Read>> read_;
};

// Speech, and attitudes that are declared positions (supports, opposes, promises,
// demands); not what somebody is said to think or want.
bool is_declared(Manner manner, Act act);
inline bool is_declared(const Statement& statement) { return is_declared(statement.manner, statement.act); }

// Records of the store that fit; without `all` only declared ones.
std::vector<Record> declared_records(const Store& store, Filter filter, bool all);

}  // namespace onrecord
