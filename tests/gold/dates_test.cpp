// The days on which things were said, against dates.tsv: by article, content and cue (code points), read by us
// from the sentence and what stands before it. "unknown": the article does not tell. The parts
// "fresh" and "later" are of articles that no rule was made on when they were read; some of their misses were looked
// at since.
#include "core/text.h"
#include "extract/extract.h"
#include "gold/floors.h"

using namespace onrecord;

namespace {

struct Counts {
  double dated = 0, missed = 0, exact = 0, wrong = 0, unknown = 0, undated = 0, trapped = 0;

  std::vector<ScoredFigure> figures(const std::string& part) const {
    return {{part + ".exact", exact / dated},
            {part + ".wrong", wrong / dated},
            {part + ".unknown", unknown / dated},
            {part + ".trapped", trapped / undated}};
  }
};

// The statement with that cue and half of the content or more; null if there is none.
const Statement* found(const std::vector<Statement>& statements, const CodePoints& points,
                       const std::vector<Range>& content, const std::vector<Range>& cue) {
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

}  // namespace

TEST_CASE("the days on which things were said") {
  const std::filesystem::path folder = shared / "polnear" / "train";
  if (!is_there(folder)) return;
  const Grammar grammar(builtin_rules());
  const Extractor extractor(grammar);
  std::map<std::string, Counts> parts;
  std::map<std::string, std::pair<GoldArticle, std::vector<Statement>>> read;
  for (const std::vector<std::string>& row : table_rows("dates.tsv")) {
    REQUIRE(row.size() == 6);
    if (read.count(row[0]) == 0) {
      GoldArticle gold = read_gold((folder / (row[0] + ".txt")).string());
      std::vector<Statement> statements = extractor.extract(gold.article);
      read[row[0]] = {std::move(gold), std::move(statements)};
    }
    const auto& [gold, statements] = read[row[0]];
    const Statement* s = found(statements, CodePoints(gold.article.text), ranges_of(row[1]), ranges_of(row[2]));
    Counts& c = parts[row[5]];
    const bool told = row[3] != "unknown";
    if (s == nullptr) {
      c.missed += told;
    } else if (!told) {
      c.undated += 1;
      c.trapped += s->said.has_value();
    } else {
      c.dated += 1;
      const bool exact = s->said && iso(s->said->from) == row[3] && iso(s->said->to) == row[4];
      c.exact += exact;
      c.unknown += !s->said;
      c.wrong += s->said && !exact;
    }
  }
  std::vector<ScoredFigure> figures;
  for (const auto& [part, counts] : parts) {
    std::printf("dates %s: %.0f dated, %.0f of them found\n", part.c_str(), counts.dated + counts.missed, counts.dated);
    for (const ScoredFigure& f : counts.figures(part)) figures.push_back(f);
  }
  hold_floors("dates", figures);
}
