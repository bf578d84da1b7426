#include "cli/gold.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/inputs.h"
#include "core/error.h"
#include "read/read.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

std::string annotations_of(const std::string& file) { return fs::path(file).replace_extension(".ann").string(); }

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i <= line.size();) {
    const std::size_t end = std::min(line.find('\t', i), line.size());
    out.push_back(line.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

}  // namespace

std::vector<std::string> gold_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code code;
  for (const auto& item : fs::directory_iterator(folder, code))
    if (item.path().extension() == ".txt" && fs::exists(annotations_of(item.path().string()), code))
      files.push_back(item.path().string());
  if (code) throw Error(folder + ": cannot read the folder (" + code.message() + "); check the path");
  if (files.empty()) throw Error(folder + ": no annotated articles; give a folder of NAME.txt with NAME.ann beside it");
  std::sort(files.begin(), files.end());
  return files;
}

GoldArticle read_gold(const std::string& file) {
  GoldArticle gold;
  gold.name = fs::path(file).stem().string();
  gold.article = read_text(bytes_of({file, ""}), file, {});
  const std::string annotations = annotations_of(file);
  std::ifstream in(annotations, std::ios::binary);
  if (!in) throw Error(annotations + ": cannot be read; check that it is there");
  gold.attributions = read_brat(std::string(std::istreambuf_iterator<char>(in), {}), gold.article.text, annotations);
  return gold;
}

GoldSpeakers read_gold_speakers(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file + ": cannot be read; check the path");
  GoldSpeakers out;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::vector<std::string> cell = cells(line);
    if (cell.size() < 3)
      throw Error(file + ":" + std::to_string(number) +
                  ": a line is article, attribution, kind, name, role; divide them by tabs");
    cell.resize(5);
    GoldSpeaker speaker{cell[2], {}, cell[4]};
    for (std::size_t i = 0; i <= cell[3].size();) {
      const std::size_t end = std::min(cell[3].find(" & ", i), cell[3].size());
      speaker.names.push_back(cell[3].substr(i, end - i));
      i = end + 3;
    }
    out[{cell[0], cell[1]}] = std::move(speaker);
  }
  return out;
}

namespace {

// "120-180 200-260" as ranges; empty where it is none.
std::vector<Range> ranges_of(const std::string& cell) {
  std::vector<Range> out;
  std::istringstream pieces(cell);
  for (std::string piece; pieces >> piece;) {
    Range r;
    char dash = 0;
    std::istringstream numbers(piece);
    if (!(numbers >> r.begin >> dash >> r.end) || dash != '-') return {};
    out.push_back(r);
  }
  return out;
}

// How much of `whole` the `pieces` cover.
std::size_t shared_size(const std::vector<Range>& whole, const std::vector<Range>& pieces) {
  std::size_t size = 0;
  for (const Range& a : whole)
    for (const Range& b : pieces)
      if (a.overlaps(b)) size += std::min(a.end, b.end) - std::max(a.begin, b.begin);
  return size;
}

}  // namespace

const Statement* GoldDay::found(const std::vector<Statement>& statements, const CodePoints& points) const {
  std::size_t size = 0, best_size = 0;
  for (const Range& r : content) size += r.size();
  const Statement* best = nullptr;
  for (const Statement& s : statements) {
    if (!s.cue || shared_size(cue, {points.of(*s.cue)}) == 0) continue;
    std::vector<Range> pieces;
    for (const Range& r : s.content) pieces.push_back(points.of(r));
    if (const std::size_t same = shared_size(content, pieces); same > best_size) best = &s, best_size = same;
  }
  return best_size * 2 >= size ? best : nullptr;
}

GoldDays read_gold_days(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file + ": cannot be read; check the path");
  GoldDays out;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    if (++number == 1) continue;
    const std::vector<std::string> cell = cells(line);
    const auto wrong = [&](const char* what) {
      return Error(file + ":" + std::to_string(number) + ": " + what +
                   "; a line is article, content, cue, from, to, part, divided by tabs");
    };
    if (cell.size() != 6) throw wrong("not six cells");
    GoldDay day{ranges_of(cell[1]), ranges_of(cell[2]), std::nullopt, cell[5]};
    if (day.content.empty()) throw wrong("the content is no ranges");
    if (cell[3] != "unknown") {
      const auto from = parse_iso(cell[3]), to = parse_iso(cell[4]);
      if (!from || !to) throw wrong("no such days");
      day.day = Interval{*from, *to, ""};
    }
    out[cell[0]].push_back(std::move(day));
  }
  return out;
}

}  // namespace onrecord
