#include <algorithm>
#include <charconv>

#include "compare/contrast.h"
#include "compare/position.h"
#include "compare/stem.h"
#include "core/error.h"

namespace onrecord {
namespace {

std::string_view key(const Rule& rule, std::string_view name) {
  const auto found = rule.keys.find(std::string(name));
  return found == rule.keys.end() ? std::string_view() : std::string_view(found->second);
}

[[noreturn]] void fail(const Rule& rule, const std::string& what) {
  throw Error(rule.file + ":" + std::to_string(rule.line) + ": \"" + rule.id + "\" " + what);
}

Relation relation_of(const Rule& rule) {
  const std::string_view word = key(rule, "relation");
  for (const Relation r : {Relation::contradict, Relation::agree, Relation::none})
    if (word == name(r)) return r;
  fail(rule, "needs a relation: contradict, agree or none");
}

double right_of(const Rule& rule) {
  const std::string_view word = key(rule, "right");
  double right = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), right);
  if (problem != std::errc() || end != word.data() + word.size() || right < 0 || right > 1)
    fail(rule, "needs right = \"0.75\", the share of pairs it is right about");
  return right;
}

// The words' stretches, in order, neighbours joined.
std::vector<Shown> stretches(const Position& p, std::vector<std::size_t> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<Shown> out;
  std::size_t last = 0;
  for (const std::size_t i : words) {
    const Shown& at = p.words[i].at;
    if (!out.empty() && out.back().where == at.where && (i == last + 1 || at.range == out.back().range))
      out.back().range.end = at.range.end;
    else
      out.push_back(at);
    last = i;
  }
  return out;
}

std::string_view words(const Position& p, const Shown& s) {
  return slice(s.where == Shown::Where::cue ? std::string_view(p.side.cue) : std::string_view(p.side.text), s.range);
}

// “denied … hoax”: at most `most` stretches, in quotation marks; empty if there are none.
std::string quoted(const Position& p, const std::vector<Shown>& shown, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < shown.size() && i < most; ++i) (out += i == 0 ? "“" : " … ") += words(p, shown[i]);
  return out.empty() ? out : out + "”";
}

// The rule's sentence with its places filled: {a} and {b} are the words that show it,
// {about} the words both sides share.
std::string explain(const Rule& rule, const Position& a, const Position& b, const Comparison& found,
                    const Contrast& contrast) {
  std::string about = quoted(a, stretches(a, contrast.shared), 3);
  if (about.empty()) about = "the same subject";
  std::string out;
  const std::string_view why = key(rule, "why");
  for (std::size_t i = 0; i < why.size();) {
    const auto place = [&](std::string_view name, const std::string& with) {
      if (why.compare(i, name.size(), name) != 0) return false;
      out += with;
      i += name.size();
      return true;
    };
    if (!place("{a}", quoted(a, found.a, 3)) && !place("{b}", quoted(b, found.b, 3)) && !place("{about}", about))
      out += why[i++];
  }
  return out;
}

}  // namespace

bool is_same_speaker(const Side& a, const Side& b) {
  return a.person.empty() || b.person.empty() ? !a.speaker.empty() && a.speaker == b.speaker : a.person == b.person;
}

std::string_view name(Relation relation) {
  switch (relation) {
    case Relation::contradict:
      return "contradict";
    case Relation::agree:
      return "agree";
    case Relation::none:
      break;
  }
  return "none";
}

struct Judge::Parts {
  explicit Parts(const Grammar& grammar)
      : reader(grammar), contraster(grammar), stage(grammar.stage("comparison")), shows(stage.capture("shows")) {
    for (const Rule& rule : stage.rules()) {
      relation_of(rule);
      right_of(rule);
      if (relation_of(rule) != Relation::none && key(rule, "why").empty())
        fail(rule, "needs why = \"a sentence with {a}, {b} and {about}\"");
    }
  }

  Comparison compare(const Position& a, std::size_t part_a, const Position& b, std::size_t part_b) const;
  // Of the statements as a whole, or of the two sentences that contradict each other most surely.
  Comparison closest(const Position& a, const Position& b) const;

  Reader reader;
  Contraster contraster;
  const Stage& stage;
  std::size_t shows;
};

Judge::Judge(const Grammar& grammar) : parts_(std::make_unique<Parts>(grammar)) {}
Judge::~Judge() = default;

std::shared_ptr<const Position> Judge::position(const Side& side) const {
  return std::make_shared<const Position>(parts_->reader.read(side));
}

std::string Judge::frame(const Side& side) const { return parts_->reader.frame(side); }

std::shared_ptr<const Position> Judge::position(const Side& side, std::string_view frame) const {
  return std::make_shared<const Position>(parts_->reader.restore(side, frame));
}

Comparison Judge::Parts::compare(const Position& a, std::size_t part_a, const Position& b, std::size_t part_b) const {
  const Contrast contrast = contraster.contrast(a, part_a, b, part_b);
  const Match match = stage.first(contrast.symbols, [&](Range r) { return slice(contrast.symbols, r); });
  Comparison out;
  if (!match) return out;
  out.relation = relation_of(*match.rule);
  if (out.relation == Relation::none) return out;
  out.type = key(*match.rule, "type");
  out.rule = match.rule->id;
  std::vector<std::size_t> words_a, words_b;
  if (const auto shown = match.captures[shows])
    for (std::size_t i = shown->begin; i < shown->end; ++i) {
      const Finding& f = contrast.findings[i];
      words_a.insert(words_a.end(), f.a.begin(), f.a.end());
      words_b.insert(words_b.end(), f.b.begin(), f.b.end());
    }
  out.a = stretches(a, words_a);
  out.b = stretches(b, words_b);
  // The more words are shared, the surer that both speak of one thing.
  const double likeness = contrast.overlap * std::min(1.0, static_cast<double>(contrast.shared.size()) / 3);
  out.score = std::min(0.99, right_of(*match.rule) + 0.1 * likeness);
  out.why = explain(*match.rule, a, b, out, contrast);
  if (!contrast.target.empty())
    out.about = {stem_id(contrast.target)};
  else
    for (const std::size_t i : contrast.shared) out.about.push_back(a.words[i].stem);
  std::sort(out.about.begin(), out.about.end());
  return out;
}

Comparison Judge::judge(const Position& a, const Position& b) const {
  Comparison out = parts_->closest(a, b);
  out.over_time = out.relation == Relation::contradict && is_same_speaker(a.side, b.side) && a.side.date &&
                  b.side.date && *a.side.date != *b.side.date;
  return out;
}

Comparison Judge::Parts::closest(const Position& a, const Position& b) const {
  Comparison whole = compare(a, 0, b, 0);
  if (whole.relation == Relation::contradict || (a.parts.size() == 1 && b.parts.size() == 1)) return whole;
  // A sentence of the one may contradict a sentence of the other, where the rest of them is about other things.
  Comparison best;
  for (std::size_t i = a.parts.size() > 1; i < a.parts.size(); ++i)
    for (std::size_t k = b.parts.size() > 1; k < b.parts.size(); ++k) {
      Comparison part = compare(a, i, b, k);
      if (part.relation == Relation::contradict && part.score > best.score) best = std::move(part);
    }
  return best.relation == Relation::contradict ? best : whole;
}

}  // namespace onrecord
