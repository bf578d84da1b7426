// Gold: articles whose attributions a person annotated, to score and to weigh rules by.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/article.h"
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

}  // namespace onrecord
