#include "cli/score.h"

#include <algorithm>
#include <cmath>

namespace onrecord {
namespace {

using Words = std::vector<std::size_t>;

// The numbers of the words that the ranges touch.
Words words_in(const std::vector<Range>& words, const std::vector<Range>& ranges) {
  Words out;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return words[i].overlaps(r); })) out.push_back(i);
  return out;
}

std::size_t shared(const Words& a, const Words& b) {
  Words both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

// Without white space, no-break spaces among it, at its ends.
std::string trimmed(std::string_view s) {
  static constexpr std::string_view white[] = {" ", "\n", "\r", "\t", "\u00A0", "\u200A", "\u2009"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view w : white) {
      if (s.starts_with(w)) s.remove_prefix(w.size()), more = true;
      if (s.ends_with(w)) s.remove_suffix(w.size()), more = true;
    }
  }
  return std::string(s);
}

// The words of the ranges, on one line.
std::string joined(std::string_view text, const std::vector<Range>& ranges) {
  std::string out;
  for (const Range& r : ranges) out += (out.empty() ? "" : " ") + std::string(slice(text, r));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return trimmed(out);
}

bool begins_with_mark(const std::string& s) { return s.starts_with("“") || s.starts_with("\""); }
bool ends_with_mark(const std::string& s) { return s.ends_with("”") || s.ends_with("\""); }

std::vector<Range> one(const std::optional<Range>& range) {
  return range ? std::vector<Range>{*range} : std::vector<Range>{};
}

// Calls each(first cell, second cell) for the lines of a file of rules.
template <typename Each>
void for_lines(std::string_view text, const Each& each) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    const std::string_view line = text.substr(i, end - i);
    i = end + 1;
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos && line[0] != '#') each(line.substr(0, tab), line.substr(tab + 1));
  }
}

std::string_view gold_kind(SpeakerKind kind) { return kind == SpeakerKind::organization ? "org" : name(kind); }

constexpr std::string_view kinds[] = {"person", "org", "group", "unnamed", "author"};

}  // namespace

struct Score::Attribution {
  const GoldAttribution* from;
  Words content;
  std::string body;  // its words
  Kind kind;
  bool speech;
};

struct Score::Said {
  const Statement* from;
  Words content, cue, source;
};

Score::Score(const Grammar& grammar, GoldSpeakers speakers) : speakers_(std::move(speakers)) {
  for_lines(grammar.file("acts.txt"), [&](std::string_view words, std::string_view does) {
    if (does.ends_with(" speech")) speech_cues_.emplace(words);
  });
  std::vector<std::string> forms;
  for_lines(grammar.file("lexicon-verbs.txt"), [&](std::string_view form, std::string_view of) {
    if (speech_cues_.count(of.substr(0, of.find(':'))) > 0) forms.emplace_back(form);
  });
  speech_cues_.insert(forms.begin(), forms.end());
}

std::size_t Score::count(std::string_view key) const { return static_cast<std::size_t>(sum(key)); }

double Score::sum(std::string_view key) const {
  const auto found = sums_.find(key);
  return found == sums_.end() ? 0 : found->second;
}

bool Score::is_speech(const GoldArticle& gold, const GoldAttribution& a, bool quoted) const {
  const std::string cue = joined(gold.article.text, a.cue);
  const auto words = name_words(cue);
  return quoted ||
         std::any_of(words.begin(), words.end(), [&](const std::string& w) { return speech_cues_.count(w) > 0; });
}

void Score::add(const GoldArticle& gold, const std::vector<Statement>& statements) {
  const std::vector<Range> words = score_words(gold.article.text);
  std::vector<Attribution> attributions;
  std::set<Words> sources, cues, contents;
  for (const GoldAttribution& a : gold.attributions) {
    const std::string body = joined(gold.article.text, a.content);
    const bool quoted = body.find_first_of('"') != std::string::npos || body.find("“") != std::string::npos ||
                        body.find("”") != std::string::npos;
    const Kind kind = !quoted                                          ? Kind::indirect
                      : begins_with_mark(body) && ends_with_mark(body) ? Kind::direct
                                                                       : Kind::mixed;
    Attribution counted{&a, words_in(words, a.content), body, kind, is_speech(gold, a, quoted)};
    if (counted.content.empty()) continue;
    for (const Range& r : a.source) sources.insert(words_in(words, {r}));
    for (const Range& r : a.cue) cues.insert(words_in(words, {r}));
    for (const Range& r : a.content) contents.insert(words_in(words, {r}));
    attributions.push_back(std::move(counted));
  }
  std::vector<Said> all;
  std::set<Words> said_sources, said_cues, said_contents;
  for (const Statement& s : statements) {
    Said said{&s, words_in(words, s.content), words_in(words, one(s.cue)), words_in(words, one(s.source))};
    if (said.content.empty()) continue;
    said_sources.insert(said.source);
    said_cues.insert(said.cue);
    for (const Range& r : s.content) said_contents.insert(words_in(words, {r}));
    all.push_back(std::move(said));
  }
  add_spans("source", sources, said_sources);
  add_spans("cue", cues, said_cues);
  add_spans("content", contents, said_contents);
  for (const Said& said : all) add_statement(gold, said, attributions);
  for (const Attribution& a : attributions) add_attribution(gold, a, all);
}

void Score::add_spans(const std::string& key, const std::set<Words>& gold, const std::set<Words>& found) {
  for (const Words& w : gold) {
    if (w.empty()) continue;
    ++sums_["span gold " + key];
    if (found.count(w) > 0) ++sums_["span right " + key];
  }
  for (const Words& w : found)
    if (!w.empty()) ++sums_["span found " + key];
}

void Score::add_statement(const GoldArticle& gold, const Said& said, const std::vector<Attribution>& attributions) {
  std::size_t best = 0;
  bool exact = false;
  for (const Attribution& a : attributions) {
    best = std::max(best, shared(said.content, a.content));
    exact |= said.content == a.content;
  }
  const double share = static_cast<double>(best) / static_cast<double>(said.content.size());
  const bool right = 2 * best >= said.content.size();
  const auto add_to = [&](const std::string& key) {
    ++sums_[key + "statements"];
    sums_[key + "precise"] += share;
    sums_[key + "exact"] += exact;
    sums_[key + "spurious"] += best == 0;
  };
  add_to("");
  if (said.from->manner == Manner::speech) add_to("speech ");
  RuleScore& rule = rules_[said.from->rule];
  ++rule.statements;
  rule.right += right;
  rule.exact += exact;
  rule.spurious += best == 0;
  const double confidence = said.from->confidence;
  ConfidenceBin& bin = calibration_[std::min<std::size_t>(static_cast<std::size_t>(std::max(confidence, 0.0) * 10), 9)];
  ++bin.statements;
  bin.right += right;
  bin.confidence += confidence;
  if (best == 0)
    spurious_.push_back(gold.name + " | " + said.from->rule + " | " + joined(gold.article.text, said.from->content));
}

void Score::add_attribution(const GoldArticle& gold, const Attribution& a, const std::vector<Said>& all) {
  const Said* best = nullptr;
  std::size_t most = 0;
  bool exact = false;
  for (const Said& said : all) {
    const std::size_t both = shared(said.content, a.content);
    if (best == nullptr || both > most || (both == most && said.content.size() < best->content.size()))
      best = &said, most = both;
    exact |= said.content == a.content;
  }
  const bool found = 2 * most >= a.content.size();
  const std::string kind(name(a.kind));
  const auto add_to = [&](const std::string& key) {
    ++sums_[key + "gold"];
    sums_[key + "recalled"] += static_cast<double>(most) / static_cast<double>(a.content.size());
    sums_[key + "exactly recalled"] += exact;
    sums_[key + "found"] += found;
  };
  add_to("");
  add_to(kind + " ");
  if (a.speech) add_to("speech ");
  const auto row = speakers_.find({gold.name, a.from->id});
  const GoldSpeaker* speaker = row == speakers_.end() ? nullptr : &row->second;
  if (speaker != nullptr) ++sums_[speaker->kind + " gold"];
  if (!found) {
    missed_.push_back(gold.name + " | " + kind + " | " + a.body);
    return;
  }
  const std::vector<Range> words = score_words(gold.article.text);
  const auto compare = [&](const std::string& key, const std::vector<Range>& ranges, const Words& got) {
    const Words want = words_in(words, ranges);
    if (want.empty()) return;  // a dash or a colon as cue: nothing to compare
    ++sums_[key + " compared"];
    sums_[key + " overlap"] += shared(want, got) > 0;
    sums_[key + " strict"] += want == got;
  };
  compare("source", a.from->source, best->source);
  compare("cue", a.from->cue, best->cue);
  if (speaker != nullptr) add_speaker(*speaker, best->from->speaker);
}

void Score::add_speaker(const GoldSpeaker& gold, const Speaker& got) {
  if (std::find(std::begin(kinds), std::end(kinds), gold.kind) == std::end(kinds)) return;
  ++sums_["kind compared"];
  sums_["kind right"] += gold_kind(got.kind) == gold.kind;
  if (gold.kind != "person" && gold.kind != "org") return;
  const auto shares_word = [](const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::count_if(a.begin(), a.end(),
                         [&](const std::string& w) { return std::find(b.begin(), b.end(), w) != b.end(); });
  };
  bool right = std::any_of(gold.names.begin(), gold.names.end(),
                           [&](const std::string& n) { return same_person_name(n, got.name); });
  if (gold.kind == "org" && !right)
    right = std::any_of(gold.names.begin(), gold.names.end(),
                        [&](const std::string& n) { return shares_word(name_words(n), name_words(got.name)) > 0; });
  ++sums_[gold.kind + " found"];
  sums_[gold.kind + " right"] += right;
  sums_[gold.kind + " unknown"] += got.name.empty();
  if (!right || gold.kind != "person" || gold.role.empty()) return;
  const auto set_of = [](std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  };
  const auto want = set_of(name_words(gold.role)), have = set_of(name_words(got.role));
  ++sums_["role compared"];
  sums_["role right"] +=
      !want.empty() && static_cast<std::size_t>(shares_word(want, have)) >= std::max<std::size_t>(1, want.size() / 2);
}

double Score::calibration_error() const {
  double error = 0;
  for (const ConfidenceBin& bin : calibration_) error += std::abs(bin.confidence - static_cast<double>(bin.right));
  return statements() == 0 ? 0 : error / static_cast<double>(statements());
}

void Score::add_shares(std::vector<ScoredFigure>& out, const std::string& name, std::string_view part,
                       std::string_view whole) const {
  if (sum(whole) > 0) out.push_back({name, sum(part) / sum(whole)});
}

void Score::add_prf(std::vector<ScoredFigure>& out, const std::string& name, std::string_view right,
                    std::string_view statements, std::string_view found, std::string_view gold) const {
  const double p = sum(statements) > 0 ? sum(right) / sum(statements) : 0,
               r = sum(gold) > 0 ? sum(found) / sum(gold) : 0;
  out.push_back({name + ".P", p});
  out.push_back({name + ".R", r});
  out.push_back({name + ".F", p + r > 0 ? 2 * p * r / (p + r) : 0});
}

std::vector<ScoredFigure> Score::figures() const {
  std::vector<ScoredFigure> out;
  add_prf(out, "content.strict", "exact", "statements", "exactly recalled", "gold");
  add_prf(out, "content.partial", "precise", "statements", "recalled", "gold");
  add_prf(out, "speech.content.strict", "speech exact", "speech statements", "speech exactly recalled", "speech gold");
  add_prf(out, "speech.content.partial", "speech precise", "speech statements", "speech recalled", "speech gold");
  for (const std::string part : {"source", "cue", "content"})
    add_prf(out, "span." + part, "span right " + part, "span found " + part, "span right " + part, "span gold " + part);
  add_shares(out, "spurious", "spurious", "statements");
  add_shares(out, "speech.spurious", "speech spurious", "speech statements");
  for (const std::string kind : {"direct", "mixed", "indirect", "speech"})
    add_shares(out, "found." + kind, kind + " found", kind + " gold");
  for (const std::string part : {"source", "cue"})
    for (const std::string how : {"overlap", "strict"})
      add_shares(out, part + "." + how, part + " " + how, part + " compared");
  add_shares(out, "speaker.person.given_found", "person right", "person found");
  add_shares(out, "speaker.person.end_to_end", "person right", "person gold");
  add_shares(out, "speaker.person.unknown", "person unknown", "person found");
  add_shares(out, "speaker.org.given_found", "org right", "org found");
  add_shares(out, "speaker.kind", "kind right", "kind compared");
  add_shares(out, "role", "role right", "role compared");
  return out;
}

}  // namespace onrecord
