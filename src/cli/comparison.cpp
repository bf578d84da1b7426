#include "cli/comparison.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "cli/options.h"
#include "cli/record.h"
#include "cli/reviews.h"

namespace onrecord {
namespace {

// Pairs with less in common are not judged: on news they are all about different things.
constexpr double least_overlap = 0.05;

std::string order_key(const Record& record) { return day_of(record) + record.statement.id; }

// Into the list where it belongs, if any.
void add(JudgedPair pair, const Reviews& reviews, Compared& compared) {
  reviews.rates().rescore(pair.comparison);
  pair.rate = reviews.rates().of(pair.comparison.rule);
  const std::string &a = compared.records[pair.a].statement.id, &b = compared.records[pair.b].statement.id;
  if (const Verdict* verdict = reviews.of(a, b)) overrule(pair, *verdict);
  if (pair.verdict && pair.verdict->ruling == Ruling::update)
    compared.updates.push_back(std::move(pair));
  else if (pair.comparison.relation != Relation::none)
    (pair.comparison.relation == Relation::contradict ? compared.conflicts : compared.agreements)
        .push_back(std::move(pair));
}

}  // namespace

bool is_one_passage(const Record& a, const Record& b) {
  if (a.article != b.article) return false;
  const auto whole = [](const Record& r) {
    return Range{r.statement.content.front().begin, r.statement.content.back().end};
  };
  return whole(a).overlaps(whole(b));
}

void sort_surest_first(std::vector<JudgedPair>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const JudgedPair& x, const JudgedPair& y) {
    const bool heard_x = x.verdict.has_value(), heard_y = y.verdict.has_value();
    return heard_x != heard_y ? heard_x : x.comparison.score + x.lift > y.comparison.score + y.lift;
  });
}

void overrule(JudgedPair& pair, const Verdict& verdict) {
  Comparison& c = pair.comparison;
  c.relation = verdict.ruling == Ruling::conflict ? Relation::contradict
               : verdict.ruling == Ruling::agree  ? Relation::agree
                                                  : Relation::none;
  c.score = 1;
  if (c.type.empty()) c.type = "reviewed";
  if (c.why.empty()) c.why = "no reason of ours; a reader has called it “" + std::string(name(verdict.ruling)) + "”";
  pair.verdict = verdict;
}

Side side_of(const Record& record) {
  const auto& said = record.statement.said;
  return {record.text,
          record.cue_text,
          record.statement.speaker.name,
          said ? std::optional(said->from) : record.published,
          record.article,
          record.statement.speaker.person};
}

namespace {

// The frames that are kept of these people's statements, by the statement's id; those that other rules made are left
// out.
std::map<std::string, std::string> kept_frames(const Store& store, const std::vector<PersonRow>& people,
                                               const Filter& filter, const Provenance& now) {
  std::map<std::string, std::string> frames;
  for (const PersonRow& person : people) {
    Filter own = filter;
    own.person = person.id;
    store.claims(own, [&](const ClaimRow& row) {
      if (row.rules == now.rules && row.version == now.version) frames.emplace(row.statement, row.frame);
    });
  }
  return frames;
}

}  // namespace

Compared compare_people(const Store& store, std::vector<PersonRow> people, const Filter& filter,
                        const Grammar& grammar) {
  Compared compared;
  for (const PersonRow& person : people) {
    compared.second = compared.records.size();
    Filter own = filter;
    own.person = person.id;
    std::vector<Record> records = declared_records(store, own, false);
    std::move(records.begin(), records.end(), std::back_inserter(compared.records));
  }
  if (people.size() == 1) compared.second = compared.records.size();
  compared.people = std::move(people);

  const Judge judge(grammar);
  const Reviews reviews(store, judge, grammar);
  std::vector<Side> sides;
  std::vector<std::shared_ptr<const Position>> positions;
  const std::map<std::string, std::string> frames = kept_frames(store, compared.people, filter, provenance_of(grammar));
  for (const Record& record : compared.records) {
    sides.push_back(side_of(record));
    const auto frame = frames.find(record.statement.id);
    positions.push_back(judge.position(sides.back(), frame == frames.end() ? std::string_view() : frame->second));
  }
  compared.topics = topics(sides, grammar);
  for (const auto& [x, y, overlap] : candidates(sides, least_overlap, grammar)) {
    std::size_t a = std::min(x, y), b = std::max(x, y);
    const bool across = a < compared.second && b >= compared.second;
    if (compared.people.size() == 2 && !across) continue;
    if (is_one_passage(compared.records[a], compared.records[b])) continue;
    if (compared.people.size() == 1 && order_key(compared.records[b]) < order_key(compared.records[a])) std::swap(a, b);
    add({a, b, judge.judge(*positions[a], *positions[b]), {}, {}, 0}, reviews, compared);
  }
  sort_surest_first(compared.conflicts);
  sort_surest_first(compared.updates);
  sort_surest_first(compared.agreements);
  return compared;
}

std::string with_shown(const std::string& text, const std::vector<Shown>& shown, Shown::Where where,
                       const Terminal& terminal) {
  std::string out;
  std::size_t at = 0;
  for (const Shown& part : shown) {
    if (part.where != where || part.range.begin < at || part.range.end > text.size()) continue;
    out += text.substr(at, part.range.begin - at);
    const std::string words(slice(text, part.range));
    out += terminal.colour ? styled(words, Style::red, terminal) : "*" + words + "*";
    at = part.range.end;
  }
  return out + text.substr(at);
}

}  // namespace onrecord
