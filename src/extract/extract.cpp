#include "extract/extract.h"

#include <algorithm>

#include "core/hash.h"
#include "extract/attribute.h"
#include "extract/carry.h"
#include "extract/clause.h"
#include "extract/date.h"
#include "extract/occasion.h"
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
        occasions(grammar, dater),
        tone(grammar) {}

  Splitter splitter;
  Parser parser;
  Attributor attributor;
  Carrier carrier;
  Resolver resolver;
  Dater dater;
  Occasions occasions;
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
  for (const Range& r : content) key += ":" + std::to_string(r.begin) + "-" + std::to_string(r.end);
  return hash_hex(key);
}

}  // namespace

Extractor::Extractor(const Grammar& grammar) : parts_(std::make_unique<const Parts>(grammar)) {}
Extractor::~Extractor() = default;

std::vector<Statement> Extractor::extract(const Article& article) const {
  const std::vector<Sentence> sentences = parts_->splitter.split(article);
  const Parser::Names names = Lexer::names_in(article.text);
  std::vector<Clause> clauses;
  std::vector<Quotation> quotations;
  clauses.reserve(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    clauses.push_back(parts_->parser.parse(article.text, sentences[i], names));
    auto found = parts_->attributor.attribute(article.text, clauses.back(), i);
    std::move(found.begin(), found.end(), std::back_inserter(quotations));
  }
  parts_->carrier.carry(article, sentences, clauses, quotations);
  const std::vector<Speaker> speakers = parts_->resolver.resolve(article, sentences, clauses, quotations);

  std::vector<Statement> out;
  out.reserve(quotations.size());
  ArticleTimes times(parts_->dater, article, clauses);
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
    s.said = parts_->dater.said(article, clauses[dated.sentence], dated, times.of(dated.sentence));
    const auto [act, manner] = parts_->tone.of(article.text, clauses[q.sentence], q, s.kind);
    s.act = act;
    s.manner = manner;
    s.rule = q.rule;
    s.confidence = q.confidence;
    out.push_back(std::move(s));
  }
  parts_->occasions.date(article, sentences, clauses, times, quotations, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const Statement& a, const Statement& b) { return a.content[0] < b.content[0]; });
  return out;
}

}  // namespace onrecord
