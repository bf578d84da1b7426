#include "extract/extract.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <numeric>
#include <optional>

#include "core/hash.h"
#include "extract/attribute.h"
#include "extract/carry.h"
#include "extract/clause.h"
#include "extract/date.h"
#include "extract/date_choice.h"
#include "extract/sentence.h"
#include "extract/speaker.h"
#include "extract/tone.h"

namespace onrecord {

struct Extractor::Parts {
  explicit Parts(const Grammar& grammar)
      : splitter(grammar),
        parser(grammar),
        attributor(grammar),
        carrier(grammar),
        resolver(grammar),
        dater(grammar),
        days(grammar),
        tone(grammar) {}

  Splitter splitter;
  Parser parser;
  Attributor attributor;
  Carrier carrier;
  Resolver resolver;
  Dater dater;
  DayChooser days;
  Tone tone;
};

namespace {

// Whether the content is all in quotation marks, partly, or not at all.
Kind kind_of(const std::vector<Range>& content, const std::vector<Sentence>& sentences) {
  bool any = false, all = true;
  for (const Range& piece : content) {
    std::size_t covered = 0;
    auto s = std::partition_point(sentences.begin(), sentences.end(),
                                  [&](const Sentence& before) { return before.range.end <= piece.begin; });
    for (; s != sentences.end() && s->range.begin < piece.end; ++s)
      for (const Quoted& q : s->quoted)
        if (q.range.overlaps(piece)) covered += std::min(q.range.end, piece.end) - std::max(q.range.begin, piece.begin);
    any |= covered > 0;
    all &= covered + 2 >= piece.size();  // a comma outside the marks
  }
  return !any ? Kind::indirect : all ? Kind::direct : Kind::mixed;
}

std::string statement_id(const Article& article, const std::vector<Range>& content) {
  std::string key = article.id;
  const auto add = [&](char before, std::size_t number) {
    char digits[20];
    key += before;
    key.append(digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr);
  };
  for (const Range& r : content) add(':', r.begin), add('-', r.end);
  return hash_hex(key);
}

}  // namespace

// What is found in one article, step by step.
struct Extractor::Found {
  explicit Found(const Article& a) : article(a) {}
  Found(const Found&) = delete;  // the times look at the clauses

  DayText days() { return {article, sentences, clauses, *times, quotations}; }

  void state(const Tone& tone);
  void say_when(const Dater& dater);
  std::vector<Statement> in_order();

  const Article& article;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Quotation> quotations;
  std::vector<Speaker> speakers;      // until they are stated
  std::vector<Statement> statements;  // in the order of the quotations
  std::optional<ArticleTimes> times;
};

void Extractor::Found::state(const Tone& tone) {
  statements.reserve(quotations.size());
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& q = quotations[i];
    Statement& s = statements.emplace_back();
    s.id = statement_id(article, q.content);
    s.content = q.content;
    s.kind = kind_of(q.content, sentences);
    s.cue = q.cue;
    s.source = q.source;
    s.speaker = std::move(speakers[i]);
    const auto [act, manner] = tone.of(article.text, clauses[q.sentence], q, s.kind);
    s.act = act;
    s.manner = manner;
    s.rule = q.rule;
    s.confidence = q.confidence;
  }
}

void Extractor::Found::say_when(const Dater& dater) {
  times.emplace(dater, article, clauses);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    // A quotation carried on was said when the one that it carries on was.
    const Quotation& q = quotations[i].speaker_of ? quotations[*quotations[i].speaker_of] : quotations[i];
    statements[i].said = dater.said(article, clauses[q.sentence], q, times->of(q.sentence));
  }
}

// The statements by the first byte of their content.
std::vector<Statement> Extractor::Found::in_order() {
  std::vector<std::size_t> order(statements.size());  // a statement is large to move
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return statements[a].content[0] < statements[b].content[0]; });
  std::vector<Statement> out;
  out.reserve(order.size());
  for (const std::size_t i : order) out.push_back(std::move(statements[i]));
  return out;
}

Extractor::Extractor(const Grammar& grammar) : parts_(std::make_unique<const Parts>(grammar)) {}
Extractor::~Extractor() = default;

// All but the days that other sentences tell.
std::deque<Extractor::Found> Extractor::find(std::span<const Article> articles) const {
  std::deque<Found> all;
  std::vector<Parser::Split> split;
  std::vector<Attributor::Parsed> parsed;
  for (const Article& article : articles) {
    Found& f = all.emplace_back(article);
    f.sentences = parts_->splitter.split(article);
    split.push_back({article.text, f.sentences});
  }
  std::vector<std::vector<Clause>> clauses = parts_->parser.parse(split);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].clauses = std::move(clauses[i]);
    parsed.push_back({all[i].article.text, all[i].clauses});
  }
  std::vector<std::vector<Quotation>> quotations = parts_->attributor.attribute(parsed);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].quotations = std::move(quotations[i]);
  for (Found& f : all) parts_->carrier.carry(f.article, f.sentences, f.clauses, f.quotations);
  for (Found& f : all) f.speakers = parts_->resolver.resolve(f.article, f.sentences, f.clauses, f.quotations);
  for (Found& f : all) f.state(parts_->tone);
  for (Found& f : all) f.say_when(parts_->dater);
  return all;
}

std::vector<std::vector<Statement>> Extractor::extract(std::span<const Article> articles) const {
  std::vector<std::vector<Statement>> out;
  for (Found& f : find(articles)) {
    parts_->days.date(f.days(), f.statements);
    out.push_back(f.in_order());
  }
  return out;
}

std::vector<Statement> Extractor::extract(const Article& article) const {
  return std::move(extract(std::span(&article, 1)).front());
}

std::vector<Alternatives> Extractor::day_choices(const Article& article, const KnownDays& known) const {
  std::deque<Found> all = find(std::span(&article, 1));
  Found& found = all.front();
  return parts_->days.choices(found.days(), found.statements, known(found.statements));
}

}  // namespace onrecord
