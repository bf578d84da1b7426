// OpposedStands: the pairs in which one side backs and the other opposes one thing, whatever words they share.
//
// Candidates (candidates.h) finds pairs by the words they share; "endorsed gay marriage" and "opposes same-sex
// unions" share none. Here a pair is found by the topic of rules/en/topic.toml that both take a stand on. Each stand is
// paired with a few of those against it, so that time and pairs grow with the number of stands, not its square.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/position.h"

namespace onrecord {

class OpposedStands {
 public:
  // Adds the stands of a side (stands_of_frame), which are few or none, and who speaks; empty: unknown, not paired.
  void add(const std::vector<Stand>& stands, std::string_view speaker);

  // In order of a, then b, overlap 0. Of one speaker each stand with the last few against it; of two, each
  // speaker's last stand with that of a few on the other side, in turn, so that all of them come up. Whom somebody
  // endorses is compared with the same speaker's word only: that others endorse another is no conflict.
  std::vector<Pair> pairs() const;

 private:
  struct Speaker {
    std::vector<std::uint32_t> pro, contra;
  };
  std::uint32_t count_ = 0;
  // In the order of targets and names, so that the outcome hangs on nothing else.
  std::map<std::pair<bool, std::string>, std::map<std::string, Speaker>> targets_;
};

}  // namespace onrecord
