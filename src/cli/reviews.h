// Reviews: what users said of pairs, and how often that makes each reason right.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "compare/hit_rate.h"
#include "store/store.h"

namespace onrecord {

// "b58fd978-00273a7c": the first digits of both statements' ids, as rows of pairs name them; in the order given.
std::string pair_name(const std::string& a, const std::string& b);

// Both ids in full, the smaller first: as the store names a pair.
std::string pair_id(const std::string& a, const std::string& b);

// Whether the judge was right about a pair of which the user has said `ruling`. A position that changed is a
// difference, too; to call two statements unrelated or alike is to say that there was none.
bool is_right(Relation relation, Ruling ruling);

class Reviews {
 public:
  // Judges every reviewed pair by the rules of today, to know which reason the user's word is about. Pairs of
  // statements that are not in the store any more count for nothing.
  Reviews(const Store& store, const Judge& judge, const Grammar& grammar);

  const std::vector<Verdict>& verdicts() const { return verdicts_; }
  // The ids of all statements in reviewed pairs.
  const std::set<std::string>& statements() const { return statements_; }
  // Nothing where nobody has reviewed it. In any order.
  const Verdict* of(const std::string& a, const std::string& b) const;
  const HitRates& rates() const { return rates_; }

 private:
  std::vector<Verdict> verdicts_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_pair_;
  std::set<std::string> statements_;
  HitRates rates_;
};

}  // namespace onrecord
