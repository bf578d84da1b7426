// Replies: the pairs in which one side turns down what another said, without saying it again.
//
// "Roth denied the charges" shares no word with "Keller accused Roth of taking bribes", so that Candidates
// (candidates.h) does not find the two. What is turned down was told a little before it in the same article, or by whom
// the reply names ("rejected Keller's claim") a little after it, as under a headline. Each reply is paired with those
// few statements, so that pairs grow with the number of replies.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compare/position.h"

namespace onrecord {

// Whether the text has a word of the name in it, with a capital and four letters or more: "Keller" of "the Keller
// campaign".
bool mentions(std::string_view text, std::string_view name);

class Replies {
 public:
  // Adds a side: who speaks under which name (`speaker` tells speakers apart; empty: unknown, not paired), the
  // article, where its words begin there, whether it is a reply, and the words of one that is.
  void add(std::string_view speaker, std::string_view name, const std::string& article, std::size_t place, Reply reply,
           std::string_view words);

  // In order of a, then b, overlap 0.
  std::vector<Pair> pairs() const;

 private:
  struct Stated {
    std::size_t place;
    std::uint32_t side, speaker;
    std::string_view name;  // looks into names_
    Reply reply;
    std::string words;  // of a reply
  };
  std::uint32_t count_ = 0;
  std::map<std::string, std::uint32_t, std::less<>> speakers_;  // numbers, from 1; 0: unknown
  std::set<std::string, std::less<>> names_;
  std::map<std::string, std::vector<Stated>> articles_;
};

}  // namespace onrecord
