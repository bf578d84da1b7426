#include "compare/examples.h"

#include <algorithm>
#include <memory>

#include "compare/compare.h"
#include "compare/position.h"

namespace onrecord {
namespace {

// A side as an example writes it, and where its cue and text begin in the example.
struct Written {
  Side side;
  std::size_t cue = 0, text = 0;
};

Written parse_side(const std::string& example, Range range) {
  constexpr std::string_view bar = " | ";
  Written out;
  std::string_view rest = slice(example, range);
  out.text = range.begin;
  if (const std::size_t at = rest.find(bar); at != std::string_view::npos) {
    out.cue = range.begin;
    out.side.cue = rest.substr(0, at);
    rest.remove_prefix(at + bar.size());
    out.text += at + bar.size();
    if (const std::size_t next = rest.find(bar); next != std::string_view::npos) {
      out.side.speaker = rest.substr(0, next);
      rest.remove_prefix(next + bar.size());
      out.text += next + bar.size();
    }
  }
  out.side.text = rest;
  return out;
}

Range in_example(const Written& side, const Shown& shown) {
  const std::size_t begin = shown.where == Shown::Where::cue ? side.cue : side.text;
  return {begin + shown.range.begin, begin + shown.range.end};
}

}  // namespace

Cascade position_cascade(const Grammar& grammar) {
  const auto reader = std::make_shared<const Reader>(grammar);
  return [reader](const std::string& text) {
    const Written written = parse_side(text, {0, text.size()});
    const Position position = reader->read(written.side);
    std::vector<Found> found;
    for (const Mark& mark : position.marks) {
      Found f{mark.rule->id, {}};
      const Range first = in_example(written, position.words[mark.words.front()].at);
      const Range last = in_example(written, position.words[mark.words.back()].at);
      f.marked.push_back({"", {first.begin, last.end}});
      found.push_back(std::move(f));
    }
    return found;
  };
}

Cascade comparison_cascade(const Grammar& grammar) {
  const auto judge = std::make_shared<const Judge>(grammar);
  return [judge](const std::string& text) -> std::vector<Found> {
    constexpr std::string_view parting = " ||| ";
    const std::size_t at = text.find(parting);
    if (at == std::string::npos) return {};
    const std::size_t last = text.find(parting, at + parting.size());
    Written a = parse_side(text, {0, at});
    Written b = parse_side(text, {at + parting.size(), std::min(last, text.size())});
    if (last != std::string::npos) {
      a.side.context = "one article";
      b.side.context = text.substr(last + parting.size()) == "together" ? a.side.context : "another article";
    }
    const Comparison comparison = judge->judge(a.side, b.side);
    if (comparison.rule.empty()) return {};
    Found found{comparison.rule, {}};
    for (const Shown& s : comparison.a) found.marked.push_back({"a", in_example(a, s)});
    for (const Shown& s : comparison.b) found.marked.push_back({"b", in_example(b, s)});
    return {found};
  };
}

Cascade topic_cascade(const Grammar& grammar) {
  const Stage& stage = grammar.stage("topic");
  return [&stage](const std::string& text) {
    std::vector<Found> found;
    for (const Match& match : stage.each(text, [&](Range r) { return slice(text, r); }))
      found.push_back({match.rule->id, {{"", match.whole}}});
    return found;
  };
}

Cascade compare_cascade(const Grammar& grammar, const std::string& stage) {
  if (stage == "position") return position_cascade(grammar);
  if (stage == "comparison") return comparison_cascade(grammar);
  if (stage == "topic") return topic_cascade(grammar);
  return {};
}

}  // namespace onrecord
