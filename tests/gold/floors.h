// What every gold test needs: where the annotated articles stand, tables, and the floors of floors.txt.
#pragma once

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/score.h"
#include "core/error.h"

namespace onrecord {

inline const std::filesystem::path shared = std::filesystem::path(ONRECORD_SOURCE_DIR) / ".." / "shared";

// Whether the folder is there; says so where it is not.
inline bool is_there(const std::filesystem::path& folder) {
  const bool there = std::filesystem::exists(folder);
  if (!there) std::printf("skipped: %s is not there\n", folder.c_str());
  return there;
}

// The rows of a table of this folder, without its heading.
inline std::vector<std::vector<std::string>> table_rows(const std::string& name) {
  std::ifstream in(std::string(ONRECORD_SOURCE_DIR "/tests/gold/") + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells;
    std::istringstream rest(line);
    for (std::string cell; std::getline(rest, cell, '\t');) cells.push_back(cell);
    rows.push_back(std::move(cells));
  }
  if (rows.size() < 2) throw Error(name + ": no table; check that it stands in tests/gold");
  rows.erase(rows.begin());
  return rows;
}

// "120-180 200-260" as ranges.
inline std::vector<Range> ranges_of(const std::string& cell) {
  std::vector<Range> out;
  std::istringstream pieces(cell);
  for (std::string piece; pieces >> piece;) {
    const std::size_t dash = piece.find('-');
    out.push_back({std::stoul(piece.substr(0, dash)), std::stoul(piece.substr(dash + 1))});
  }
  return out;
}

// How much of `whole` the `pieces` cover; in whatever they are counted in.
inline std::size_t shared_size(const std::vector<Range>& whole, const std::vector<Range>& pieces) {
  std::size_t size = 0;
  for (const Range& a : whole)
    for (const Range& b : pieces)
      if (a.overlaps(b)) size += std::min(a.end, b.end) - std::max(a.begin, b.begin);
  return size;
}

// Prints the figures and holds them to the lines "table name value" of floors.txt; '#' begins a comment.
inline void hold_floors(const std::string& table, const std::vector<ScoredFigure>& figures) {
  std::ifstream in(ONRECORD_SOURCE_DIR "/tests/gold/floors.txt");
  std::map<std::string, double> left;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string of, name;
    double value = 0;
    if (line.starts_with("#") || !(cells >> of >> name >> value)) continue;
    if (of == table) left[name] = value;
  }
  CHECK_FALSE(left.empty());
  for (const ScoredFigure& figure : figures) {
    std::printf("%s %s %.3f\n", table.c_str(), figure.name.c_str(), figure.value);
    const auto floor = left.find(figure.name);
    if (floor == left.end()) continue;
    INFO(table << " " << figure.name);
    // The less that is spurious, unknown or wrong, the better.
    const auto bad = {"spurious", "unknown", "wrong", "trapped"};
    if (std::any_of(bad.begin(), bad.end(), [&](const char* word) { return figure.name.ends_with(word); }))
      CHECK(figure.value <= floor->second);
    else
      CHECK(figure.value >= floor->second);
    left.erase(floor);
  }
  for (const auto& [name, value] : left)
    FAIL_CHECK("floors.txt names a figure that there is not: " << table << " " << name);
}

}  // namespace onrecord
