#include "cli/claims.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "cli/neighbours.h"
#include "cli/options.h"
#include "cli/record.h"
#include "compare/frame.h"

namespace onrecord {
namespace {

constexpr std::size_t block_size = 1 << 20;  // bytes
// Positions that are kept, of 5 kB each: always as large a part of all, or ever more would be made anew.
constexpr std::size_t least_kept = 1 << 12, claims_a_kept = 5;

}  // namespace

std::string stand_text(const Stand& stand, int sign) { return (sign > 0 ? "+" : "-") + stand.target; }

Frames frames_of(const Article& article, const std::vector<Statement>& statements, const Judge& judge) {
  Frames frames;
  for (const Statement& statement : statements) {
    std::string& bytes = frames.bytes.emplace_back();
    std::vector<std::string>& stands = frames.stands.emplace_back();
    if (!is_declared(statement)) continue;
    Side side;
    side.text = content_text(article.text, statement);
    if (statement.cue) side.cue = slice(article.text, *statement.cue);
    bytes = judge.frame(side);
    for (const Stand& stand : stands_of_frame(bytes)) stands.push_back(stand_text(stand, stand.sign));
  }
  return frames;
}

Side side_of(const ClaimRow& claim) {
  return {claim.text, claim.cue, claim.speaker.name, claim.day, claim.article, claim.speaker.person};
}

Claims::Claims(const Store& store, const Filter& filter, const Choice& choice, const std::set<std::string>& watched,
               const Judge& judge, const Grammar& grammar)
    : judge_(judge), now_(provenance_of(grammar)), watched_(watched) {
  store.claims(filter, [&](const ClaimRow& row) {
    if (choice(row)) take(row);
  });
  kept_.resize(std::max(least_kept, size() / claims_a_kept));
}

Claims::Claims(const Store& store, const std::string& article, const Choice& choice,
               const std::set<std::string>& watched, const Judge& judge, const Grammar& grammar)
    : judge_(judge), now_(provenance_of(grammar)), watched_(watched) {
  Filter filter;
  filter.article = article;
  std::vector<ClaimRow> own;
  store.claims(filter, [&](const ClaimRow& row) {
    if (choice(row)) own.push_back(row);
  });
  const std::size_t all = store.counts().statements;
  const Neighbours near = neighbours_of(own, store, all, judge);
  for (const std::int64_t key : near.keys)
    if (const ClaimRow row = store.claim(key); choice(row)) take(row);
  kept_.resize(least_kept);
  // A word that the article does not have is neither rare nor common, as far as anybody has counted.
  candidates_.weigh(all, near.counts, static_cast<std::uint32_t>(std::sqrt(static_cast<double>(all))) / 4 + 1);
}

void Claims::take(const ClaimRow& row) {
  if (watched_.contains(row.statement)) found_.emplace(row.statement, rows_.size());
  if (!row.frame.empty() && row.rules == now_.rules && row.version == now_.version) return add(row, row.frame);
  add(row, judge_.frame(side_of(row)));
}

const std::string* Claims::once(const std::string& text) {
  auto& kept = texts_[text];
  if (!kept) kept = std::make_unique<const std::string>(text);
  return kept.get();
}

void Claims::add(const ClaimRow& row, std::string_view frame) {
  const std::size_t size = row.text.size() + row.cue.size() + frame.size();
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < size) {
    blocks_.emplace_back();
    blocks_.back().reserve(std::max(size, block_size));
  }
  std::string& block = blocks_.back();  // never grows past what was reserved: claims point into it
  const char* const at = block.data() + block.size();
  (block += row.text) += row.cue;
  block += frame;
  const auto bytes = [](std::string_view text) { return static_cast<std::uint32_t>(text.size()); };
  rows_.push_back({row.key, at, bytes(row.text), bytes(row.cue), bytes(frame), once(row.speaker.name),
                   once(row.speaker.person), once(row.article), row.place, row.day});
  const std::string& speaker = row.speaker.person.empty() ? row.speaker.name : row.speaker.person;
  ++said_[&this->speaker(rows_.size() - 1)];
  candidates_.add(stems_of_frame(frame), speaker, row.article);
  stands_.add(stands_of_frame(frame), speaker);
  replies_.add(speaker, row.speaker.name, row.article, row.place.begin, reply_of_frame(frame), row.text);
}

std::vector<Pair> Claims::pairs(const LeastOverlap& least) const {
  const auto before = [](const Pair& x, const Pair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; };
  std::vector<Pair> out = candidates_.pairs(least);
  for (const std::vector<Pair>& more : {stands_.pairs(), replies_.pairs()}) {
    std::vector<Pair> all;
    all.reserve(out.size() + more.size());
    std::set_union(out.begin(), out.end(), more.begin(), more.end(), std::back_inserter(all), before);
    out = std::move(all);
  }
  return out;
}

std::optional<std::size_t> Claims::find(const std::string& statement) const {
  const auto found = found_.find(statement);
  return found == found_.end() ? std::nullopt : std::optional(found->second);
}

Side Claims::side(std::size_t i) const {
  const Claim& c = rows_[i];
  return {std::string(c.at, c.text), std::string(c.at + c.text, c.cue), *c.speaker, c.day, *c.article, *c.person};
}

std::shared_ptr<const Position> Claims::position(std::size_t i) const {
  Kept& kept = kept_[i % kept_.size()];
  if (kept.of != i) kept = {i, judge_.position(side(i), frame_of(rows_[i]))};
  return kept.position;
}

bool Claims::is_earlier(std::size_t a, std::size_t b) const {
  const auto day = [&](std::size_t i) { return rows_[i].day.value_or(Date::max()); };
  return day(a) != day(b) ? day(a) < day(b) : rows_[a].key < rows_[b].key;
}

bool Claims::is_one_passage(std::size_t a, std::size_t b) const {
  return rows_[a].article == rows_[b].article && rows_[a].place.overlaps(rows_[b].place);
}

}  // namespace onrecord
