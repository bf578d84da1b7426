// Articles for the store's tests, made of what is said in them.
#pragma once

#include <string>
#include <vector>

#include "core/hash.h"
#include "folder.h"
#include "store/store.h"

namespace onrecord {

struct Said {
  std::string name;  // empty: unknown
  std::string content;
  std::string cue = "said";
  std::string role = "";
  std::string day = "";  // ISO; empty: not known
  SpeakerKind kind = SpeakerKind::person;
  Act act = Act::say;
  Manner manner = Manner::speech;
};

struct Sample {
  Article article;
  std::vector<Statement> statements;
};

// Writes one line a statement, `“CONTENT” CUE NAME.`, under the title.
inline Sample sample(const std::string& title, const std::string& published, const std::vector<Said>& all) {
  Sample made;
  Article& a = made.article;
  a.file = "news/" + title + ".txt";
  a.title = title;
  a.title_from = "first line";
  if (!published.empty()) {
    a.published = parse_iso(published);
    a.published_from = "option";
  }
  a.text = title + "\n";
  a.paragraphs.push_back({{0, title.size()}, Paragraph::Kind::title});
  const auto write = [&](const std::string& words) {
    a.text += words;
    return Range{a.text.size() - words.size(), a.text.size()};
  };
  for (const Said& said : all) {
    Statement s;
    const std::size_t begin = a.text.size();
    write("“");
    s.content = {write(said.content)};
    write("” ");
    s.cue = write(said.cue);
    write(" ");
    if (!said.name.empty()) s.source = write(said.name);
    write(".");
    a.paragraphs.push_back({{begin, a.text.size()}, Paragraph::Kind::body});
    write("\n");
    s.kind = Kind::direct;
    s.speaker = {said.name, said.kind, said.role, ""};
    if (!said.day.empty()) s.said = Interval{*parse_iso(said.day), *parse_iso(said.day), "on the day"};
    s.act = said.act;
    s.manner = said.manner;
    s.rule = "att.test";
    s.confidence = 0.75;
    made.statements.push_back(s);
  }
  a.id = hash_hex(a.text);
  for (Statement& s : made.statements) s.id = hash_hex(a.id + std::to_string(s.content.front().begin));
  return made;
}

inline const Provenance by_rules{"0.1", "rules-1"};

inline Logged log(Store& store, const Sample& made, const Provenance& provenance = by_rules) {
  return store.log(made.article, made.statements, provenance);
}

// "Jana Holub: We will build it | …", in the order of the records.
inline std::string shown(const std::vector<Record>& records) {
  std::string out;
  for (const Record& r : records) out += (out.empty() ? "" : " | ") + r.statement.speaker.name + ": " + r.text;
  return out;
}

}  // namespace onrecord
