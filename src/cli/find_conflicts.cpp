#include <algorithm>
#include <memory>
#include <numeric>
#include <set>
#include <utility>

#include "cli/comparison.h"
#include "cli/record.h"

namespace onrecord {
namespace {

// Statements of one speaker that overlap so much are one claim.
constexpr double same_claim = 0.5;
// Less than where nothing else is asked: here the rules ask for more.
constexpr double least_across = 0.15;
constexpr std::size_t most_of_claim = 2;  // pairs; a claim that conflicts with everything would fill the list

// Which statements are one claim: each leads, step by step, to the first of its claim.
class Claims {
 public:
  explicit Claims(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), std::size_t{0}); }
  std::size_t of(std::size_t i) {
    while (first_[i] != i) i = first_[i] = first_[first_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a), b = of(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> first_;
};

// "their laws" and "a poll" have no name.
bool is_heard(const Record& record) {
  const Speaker& speaker = record.statement.speaker;
  const bool kind = speaker.kind == SpeakerKind::person || speaker.kind == SpeakerKind::organization;
  return kind && !speaker.name.empty() && !(speaker.name[0] >= 'a' && speaker.name[0] <= 'z');
}

}  // namespace

Conflicts find_conflicts(const Store& store, const Filter& filter, const std::optional<std::string>& person,
                         const Grammar& grammar) {
  Conflicts out;
  out.records = declared_records(store, filter, false);
  std::erase_if(out.records, [](const Record& record) { return !is_heard(record); });
  const std::vector<Record>& records = out.records;

  const Judge judge(grammar);
  std::vector<Side> sides;
  std::vector<std::shared_ptr<const Position>> positions(records.size());
  for (const Record& record : records) sides.push_back(side_of(record));
  const auto position = [&](std::size_t i) -> const Position& {
    if (!positions[i]) positions[i] = judge.position(sides[i]);
    return *positions[i];
  };

  Claims claims(records.size());
  for (const auto& [a, b, overlap] : candidates(sides, LeastOverlap{.across = least_across}, grammar)) {
    const Record &x = records[a], &y = records[b];
    if (is_one_passage(x, y)) continue;
    Comparison comparison = judge.judge(position(a), position(b));
    if (comparison.relation == Relation::contradict) {
      const bool asked = !person || x.statement.speaker.person == *person || y.statement.speaker.person == *person;
      if (asked) out.pairs.push_back({a, b, std::move(comparison)});
    } else if (overlap >= same_claim && sides[a].speaker == sides[b].speaker) {
      claims.join(a, b);
    }
  }
  sort_surest_first(out.pairs);
  std::set<std::pair<std::size_t, std::size_t>> seen;
  std::vector<std::size_t> shown(records.size(), 0);
  std::erase_if(out.pairs, [&](const JudgedPair& pair) {
    const std::size_t a = claims.of(pair.a), b = claims.of(pair.b);
    if (shown[a] == most_of_claim || shown[b] == most_of_claim || !seen.insert(std::minmax(a, b)).second) return true;
    ++shown[a], ++shown[b];
    return false;
  });
  return out;
}

}  // namespace onrecord
