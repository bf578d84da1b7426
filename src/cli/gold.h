// Gold: articles whose attributions a person annotated, to score and to weigh rules by.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/article.h"
#include "core/date.h"
#include "core/statement.h"
#include "core/text.h"
#include "read/brat.h"

namespace onrecord {

struct GoldArticle {
  std::string name;  // of the file, without folder and ".txt"
  Article article;
  std::vector<GoldAttribution> attributions;
};

// The NAME.txt of a folder that have a NAME.ann beside them, in the order of their names. Throws Error
// where the folder cannot be read or has none.
std::vector<std::string> gold_files(const std::string& folder);

// Reads NAME.txt and NAME.ann. Throws Error that names the file.
GoldArticle read_gold(const std::string& file);

// Who said it, by article and attribution.
struct GoldSpeaker {
  std::string kind;                // "person", "org", "group", "unnamed", "author"
  std::vector<std::string> names;  // any of them is right
  std::string role;                // empty: none
};
using GoldSpeakers = std::map<std::pair<std::string, std::string>, GoldSpeaker>;

// A table without heading: article, attribution, kind, names joined by " & ", role, divided by tabs.
GoldSpeakers read_gold_speakers(const std::string& file);

// When it was said, as a person found by reading.
struct GoldDay {
  std::vector<Range> content, cue;  // code points
  std::optional<Interval> day;      // nothing: the article does not tell
  std::string part;                 // of the table

  // The statement with that cue and half of the content or more; null if there is none.
  const Statement* found(const std::vector<Statement>& statements, const CodePoints& points) const;
};
using GoldDays = std::map<std::string, std::vector<GoldDay>>;  // by article

// A table with a heading: article, content, cue ("120-180 200-260"), from, to (ISO, or "unknown"), part, divided by
// tabs. Throws Error that names file and line.
GoldDays read_gold_days(const std::string& file);

}  // namespace onrecord
