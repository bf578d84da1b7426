// The roles of people, against roles.tsv: the person by where the name stands, title and organisation (or state) by
// where their words stand; all in code points. "-": the article gives none.
#include <algorithm>

#include "core/text.h"
#include "extract/extract.h"
#include "extract/name.h"
#include "gold/floors.h"

using namespace onrecord;

namespace {

// The folded words of a code-point range; none for "-".
std::vector<std::string> words_at(const std::string& text, const std::string& cell) {
  std::vector<std::string> out;
  if (cell == "-") return out;
  const Range points = ranges_of(cell).at(0);
  const CodePoints counted(text);
  std::size_t begin = 0;
  while (counted.at(begin) < points.begin) ++begin;
  std::size_t end = begin;
  while (counted.at(end) < points.end) ++end;
  const std::string words = text.substr(begin, end - begin);
  for (const Range& word : score_words(words)) out.push_back(fold_name(slice(words, word)));
  return out;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  for (const Range& word : score_words(text)) out.push_back(fold_name(slice(text, word)));
  return out;
}

// Whether all of the words are there; of "two strategists" each is a strategist.
bool holds(const std::vector<std::string>& all, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& w) { return w == word || w + "s" == word; });
  });
}

}  // namespace

TEST_CASE("the roles of people") {
  const std::filesystem::path folder = shared / "polnear" / "train";
  if (!is_there(folder)) return;
  const Grammar grammar(builtin_rules());
  const Extractor extractor(grammar);
  double people = 0, found = 0, right = 0, none = 0;
  for (const std::vector<std::string>& row : table_rows("roles.tsv")) {
    REQUIRE(row.size() == 4);
    const GoldArticle gold = read_gold((folder / (row[0] + ".txt")).string());
    const std::vector<std::string> name = words_at(gold.article.text, row[1]);
    const std::vector<std::string> title = words_at(gold.article.text, row[2]);
    const std::vector<std::string> organization = words_at(gold.article.text, row[3]);
    const std::vector<Statement> statements = extractor.extract(gold.article);
    const auto said = std::find_if(statements.begin(), statements.end(),
                                   [&](const Statement& s) { return holds(words_of(s.speaker.name), name); });
    people += 1;
    if (said == statements.end()) continue;
    found += 1;
    const std::vector<std::string> role = words_of(said->speaker.role);
    const bool same = title.empty() && organization.empty()
                          ? role.empty()
                          : role.size() <= 20 && holds(role, title) && holds(role, organization);
    right += same;
    none += role.empty() && !same;
    if (!same) {
      std::string wanted;
      for (const auto* words : {&title, &organization})
        for (const std::string& word : *words) wanted += " " + word;
      UNSCOPED_INFO(row[0] << " " << row[1] << ":" << wanted << " / " << said->speaker.role);
    }
  }
  hold_floors("roles", {{"found", found / people}, {"right", right / found}, {"none.wrong", none / found}});
}
