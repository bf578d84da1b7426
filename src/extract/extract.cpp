#include "extract/extract.h"

#include <algorithm>
#include <charconv>
#include <iterator>

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

// What is found in one article; the days that other sentences tell are still to be given.
struct Extractor::Found {
  Found(const Parts& parts, const Article& article);
  Found(const Found&) = delete;  // the times look at the clauses

  DayText days() { return {article, sentences, clauses, *times, quotations}; }

  const Article& article;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Quotation> quotations;
  std::optional<ArticleTimes> times;
  std::vector<Statement> statements;  // in the order of the quotations
};

Extractor::Found::Found(const Parts& parts, const Article& text)
    : article(text), sentences(parts.splitter.split(article)) {
  clauses = parts.parser.parse(article.text, sentences);
  quotations = parts.attributor.attribute(article.text, clauses);
  parts.carrier.carry(article, sentences, clauses, quotations);
  const std::vector<Speaker> speakers = parts.resolver.resolve(article, sentences, clauses, quotations);
  statements.reserve(quotations.size());
  times.emplace(parts.dater, article, clauses);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& q = quotations[i];
    Statement s;
    s.id = statement_id(article, q.content);
    s.content = q.content;
    s.kind = kind_of(q.content, sentences);
    s.cue = q.cue;
    s.source = q.source;
    s.speaker = speakers[i];
    // A quotation carried on was said when the one that it carries on was.
    const Quotation& dated = q.speaker_of ? quotations[*q.speaker_of] : q;
    s.said = parts.dater.said(article, clauses[dated.sentence], dated, times->of(dated.sentence));
    const auto [act, manner] = parts.tone.of(article.text, clauses[q.sentence], q, s.kind);
    s.act = act;
    s.manner = manner;
    s.rule = q.rule;
    s.confidence = q.confidence;
    statements.push_back(std::move(s));
  }
}

Extractor::Extractor(const Grammar& grammar) : parts_(std::make_unique<const Parts>(grammar)) {}
Extractor::~Extractor() = default;

std::vector<Statement> Extractor::extract(const Article& article) const {
  Found found(*parts_, article);
  parts_->days.date(found.days(), found.statements);
  std::stable_sort(found.statements.begin(), found.statements.end(),
                   [](const Statement& a, const Statement& b) { return a.content[0] < b.content[0]; });
  return std::move(found.statements);
}

std::vector<Alternatives> Extractor::day_choices(const Article& article, const KnownDays& known) const {
  Found found(*parts_, article);
  return parts_->days.choices(found.days(), found.statements, known(found.statements));
}

}  // namespace onrecord
