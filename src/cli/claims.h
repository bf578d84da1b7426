// Claims: the statements of the store as the judge takes them, by the hundred thousand.
//
// A record takes a kilobyte and a position five; a claim here takes what its words and its frame do, some 500
// bytes, in one block, and a position is made when it is asked for. So 250,000 statements fit into 200 MB.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/candidates.h"
#include "compare/compare.h"
#include "compare/replies.h"
#include "compare/stands.h"
#include "store/store.h"

namespace onrecord {

// What the store keeps of statements for the comparison, one each (see Extracted); nothing of what nothing is compared
// with (is_declared).
struct Frames {
  std::vector<std::string> bytes;
  std::vector<std::vector<std::string>> stands;
};
Frames frames_of(const Article& article, const std::vector<Statement>& statements, const Judge& judge);

// A stand as the store keeps it: "+topic.carbon-tax", "-Keller". `sign` 1 or -1.
std::string stand_text(const Stand& stand, int sign);

// A claim as a side of a pair.
Side side_of(const ClaimRow& claim);

class Claims {
 public:
  using Choice = std::function<bool(const ClaimRow&)>;
  // Those that fit the filter and the choice, in the order of their keys. Frames that other rules made, or another
  // version of the program, are made anew.
  // `watched`: ids of statements to be found again.
  Claims(const Store& store, const Filter& filter, const Choice& choice, const std::set<std::string>& watched,
         const Judge& judge, const Grammar& grammar);

  // Those of one article and their neighbours in the store.
  Claims(const Store& store, const std::string& article, const Choice& choice, const std::set<std::string>& watched,
         const Judge& judge, const Grammar& grammar);

  std::size_t size() const { return rows_.size(); }
  const std::string& article(std::size_t i) const { return *rows_[i].article; }  // id
  std::int64_t key(std::size_t i) const { return rows_[i].key; }
  const std::string& person(std::size_t i) const { return *rows_[i].person; }  // id; empty: nobody
  // The person's id, else the name: what tells speakers apart.
  const std::string& speaker(std::size_t i) const {
    return rows_[i].person->empty() ? *rows_[i].speaker : *rows_[i].person;
  }
  // How many of the claims are this speaker's.
  std::size_t said(std::size_t i) const { return said_.at(&speaker(i)); }
  std::optional<Date> day(std::size_t i) const { return rows_[i].day; }
  std::size_t place(std::size_t i) const { return rows_[i].place.begin; }
  // The claim of the statement with that id, of those in `watched`; nothing where it is not among them.
  std::optional<std::size_t> find(const std::string& statement) const;
  Side side(std::size_t i) const;
  // A fifth of them is kept, or a few thousand.
  std::shared_ptr<const Position> position(std::size_t i) const;
  // By the day said, else published, the undated last; of one day whichever was logged first.
  bool is_earlier(std::size_t a, std::size_t b) const;
  // Whether both are words of one passage: statements of one article that overlap, or one inside another.
  bool is_one_passage(std::size_t a, std::size_t b) const;
  // The pairs worth judging: those that share words, those that take opposite stands, and replies.
  std::vector<Pair> pairs(const LeastOverlap& least) const;

 private:
  struct Claim {
    std::int64_t key;
    const char* at;                  // in blocks_: text, cue and frame, one after the other
    std::uint32_t text, cue, frame;  // their bytes
    const std::string *speaker, *person, *article;
    Range place;
    std::optional<Date> day;
  };
  const std::string* once(const std::string& text);
  void take(const ClaimRow& row);
  void add(const ClaimRow& row, std::string_view frame);
  std::string_view frame_of(const Claim& claim) const { return {claim.at + claim.text + claim.cue, claim.frame}; }

  const Judge& judge_;
  const Provenance now_;  // that frames must be made with
  const std::set<std::string>& watched_;
  std::deque<std::string> blocks_;
  std::vector<Claim> rows_;
  Candidates candidates_;
  OpposedStands stands_;
  Replies replies_;
  std::unordered_map<const std::string*, std::size_t> said_;  // a speaker each; the texts are in texts_, each once
  std::map<std::string, std::size_t> found_;
  std::unordered_map<std::string, std::unique_ptr<const std::string>> texts_;  // names and ids, each once
  struct Kept {
    std::size_t of = static_cast<std::size_t>(-1);
    std::shared_ptr<const Position> position;
  };
  mutable std::vector<Kept> kept_;
};

}  // namespace onrecord
