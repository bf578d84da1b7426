#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>

#include "compare/compare.h"
#include "compare/words.h"

namespace onrecord {
namespace {

// A word, or two next to each other, that several sides share.
struct Phrase {
  std::vector<std::size_t> sides;             // that have it, in order
  std::map<std::string, std::size_t> worded;  // how it is written, and how often
  std::size_t words = 1;
  bool proper = false;  // a name by itself: rather who is spoken of than what
  double score = 0;
};

std::string lower_unless_name(const Word& w, const Side& side) {
  std::string out(slice(side.text, w.at.range));
  const bool all_capitals = out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z';
  if (!w.proper && !all_capitals && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] + 32);
  return out;
}

class Grouping {
 public:
  Grouping(const std::vector<Side>& sides, const Grammar& grammar)
      : sides_(sides), vocabulary_(grammar), topic_(grammar.stage("topic")) {}

  std::vector<Topic> topics() {
    by_rule();
    by_phrase();
    std::stable_sort(out_.begin(), out_.end(),
                     [](const Topic& x, const Topic& y) { return x.members.size() > y.members.size(); });
    return std::move(out_);
  }

 private:
  // Sides that a rule of topic.toml knows. Where several do, the one with most sides takes them.
  void by_rule() {
    std::map<std::string, std::vector<std::size_t>> named;
    for (std::size_t i = 0; i < sides_.size(); ++i)
      for (const Match& match : topic_.each(sides_[i].text, [&](Range r) { return slice(sides_[i].text, r); })) {
        auto& members = named[match.rule->keys.at("name")];
        if (members.empty() || members.back() != i) members.push_back(i);
      }
    std::vector<std::pair<std::string, std::vector<std::size_t>>> order(named.begin(), named.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& x, const auto& y) { return x.second.size() > y.second.size(); });
    for (const auto& [name, members] : order) take(name, members);
  }

  // Of the rest, the phrases that sides share: rather two words than one, rather a rare word than a
  // common one, rather of two speakers than of one.
  void by_phrase() {
    std::unordered_map<std::uint64_t, Phrase> phrases;
    for (std::size_t i = 0; i < sides_.size(); ++i)
      if (!taken_[i]) add_phrases(i, phrases);
    std::vector<const Phrase*> order;
    for (auto& [key, phrase] : phrases) {
      if (phrase.sides.size() < 2) continue;
      phrase.score = score(phrase);
      order.push_back(&phrase);
    }
    std::sort(order.begin(), order.end(), [](const Phrase* x, const Phrase* y) {
      return x->score != y->score ? x->score > y->score : x->worded.begin()->first < y->worded.begin()->first;
    });
    for (const Phrase* phrase : order) {
      const auto usual = std::max_element(phrase->worded.begin(), phrase->worded.end(),
                                          [](const auto& x, const auto& y) { return x.second < y.second; });
      take(usual->first, phrase->sides);
    }
  }

  void add_phrases(std::size_t i, std::unordered_map<std::uint64_t, Phrase>& phrases) const {
    const Side& side = sides_[i];
    const std::vector<Word> words = vocabulary_.content(side);
    const auto note = [&](std::uint64_t key, std::size_t count, bool proper, const std::string& worded) {
      Phrase& phrase = phrases[key];
      phrase.words = count;
      phrase.proper = proper;
      ++phrase.worded[worded];
      if (phrase.sides.empty() || phrase.sides.back() != i) phrase.sides.push_back(i);
    };
    // A topic is a thing: neither a verb in one of its forms nor a word of praise, denial or number.
    const auto names_thing = [&](const Word& w) {
      return !w.inflected && (w.symbol == vocabulary_.symbol("WORD") || w.symbol == vocabulary_.symbol("NAME"));
    };
    for (std::size_t k = 0; k < words.size(); ++k) {
      const Word& word = words[k];
      if (!names_thing(word)) continue;
      const std::string written = lower_unless_name(word, side);
      if (!word.faint && written.size() > 2) note(word.stem, 1, word.proper, written);
      if (k == 0 || word.at.range.begin != words[k - 1].at.range.end + 1 || !names_thing(words[k - 1]) ||
          (word.faint && words[k - 1].faint))
        continue;
      const Word& before = words[k - 1];
      note(word.stem * 31 + before.stem, 2, before.proper && word.proper,
           lower_unless_name(before, side) + side.text[before.at.range.end] + written);
    }
  }

  double score(const Phrase& phrase) const {
    const auto sides = static_cast<double>(phrase.sides.size());
    bool several = false;
    for (const std::size_t i : phrase.sides) several |= sides_[i].speaker != sides_[phrase.sides.front()].speaker;
    return std::sqrt(sides) * std::log1p(static_cast<double>(sides_.size()) / sides) * (phrase.words == 2 ? 2.5 : 1) *
           (phrase.proper ? 0.3 : 1) * (several ? 1.5 : 1);
  }

  // Makes a topic of those of `sides` that are in none yet, if there are two.
  void take(const std::string& name, const std::vector<std::size_t>& sides) {
    Topic topic{name, {}};
    for (const std::size_t i : sides)
      if (!taken_[i]) topic.members.push_back(i);
    if (topic.members.size() < 2) return;
    for (const std::size_t i : topic.members) taken_[i] = true;
    out_.push_back(std::move(topic));
  }

  const std::vector<Side>& sides_;
  const Vocabulary vocabulary_;
  const Stage& topic_;
  std::vector<bool> taken_ = std::vector<bool>(sides_.size(), false);
  std::vector<Topic> out_;
};

}  // namespace

std::vector<Topic> topics(const std::vector<Side>& sides, const Grammar& grammar) {
  return Grouping(sides, grammar).topics();
}

}  // namespace onrecord
