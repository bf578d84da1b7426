#include "extract/examples.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include "core/article.h"
#include "extract/attribute.h"
#include "extract/carry.h"
#include "extract/clause.h"
#include "extract/date.h"
#include "extract/name.h"
#include "extract/role.h"
#include "extract/sentence.h"

namespace onrecord {
namespace {

struct Stages {
  explicit Stages(const Grammar& grammar)
      : splitter(grammar),
        parser(grammar),
        attributor(grammar),
        carrier(grammar),
        dater(grammar),
        names(grammar),
        roles(grammar, names) {}
  Splitter splitter;
  Parser parser;
  Attributor attributor;
  Carrier carrier;
  Dater dater;
  Names names;
  RoleFinder roles;
};

struct Parsed {
  Article article;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Reduction> reductions;
  std::vector<Quotation> quotations;
  std::vector<Carried> carried;
};

Parsed parse(const Stages& stages, const std::string& text) {
  Parsed p;
  p.article.text = text;
  p.article.published = std::chrono::sys_days{std::chrono::year{2016} / 6 / 15};  // for "on Tuesday" to mean a day
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    if (end > i) p.article.paragraphs.push_back({{i, end}, Paragraph::Kind::body});
    i = end + 1;
  }
  p.sentences = stages.splitter.split(p.article);
  p.clauses = stages.parser.parse(p.article.text, p.sentences, &p.reductions);
  p.quotations = stages.attributor.attribute(p.article.text, p.clauses);
  return p;
}

// The words of time of the stage "date", or the date of each quotation by the stage "dating".
void dates_in(const Dater& dater, const std::string& stage, const Parsed& p, std::vector<Found>& out) {
  if (stage == "date") {
    for (const Sentence& s : p.sentences)
      for (const TimeWords& t : dater.reader().read(p.article.text, s.range, p.article.published))
        out.push_back({t.rule->id, {{"", t.bytes}}});
    return;
  }
  for (const Quotation& q : p.quotations)
    if (const auto dating =
            dater.date(p.article, p.clauses[q.sentence], q, dater.times(p.article, p.clauses[q.sentence]))) {
      Found found{dating->rule->id, {{"cue", dating->cue}}};
      if (dating->time) found.marked.push_back({"date", dating->time->bytes});
      out.push_back(std::move(found));
    }
}

// What the sentences say that the persons named in them are.
void roles_in(const Grammar& grammar, const RoleFinder& roles, const Parsed& p, std::vector<Found>& out) {
  for (const Clause& clause : p.clauses) {
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < clause.spans.size(); ++i)
      if (clause.spans[i].symbol == grammar.alphabet().symbol("PERSON")) named.push_back(i);
    for (const RoleFound& role : roles.find(p.article.text, clause, named)) {
      Found found{role.rule->id, {{"person", clause.spans[role.span].bytes}, {"role", role.role}}};
      if (role.verb) found.marked.push_back({"verb", *role.verb});
      out.push_back(std::move(found));
    }
  }
}

std::vector<Found> found_in(const Grammar& grammar, const Stages& stages, const std::string& stage,
                            const std::string& text) {
  std::vector<Found> out;
  if (stage == "sentence") {
    const auto words = [&](Range r) { return slice(text, r); };
    for (const Match& m : grammar.stage(stage).each(text, words)) out.push_back({m.rule->id, {{"", m.whole}}});
    return out;
  }
  Parsed p = parse(stages, text);
  if (stage == "phrase") {
    for (const Reduction& r : p.reductions) out.push_back({r.rule->id, {{"", r.bytes}}});
  } else if (stage == "attribution") {
    stages.carrier.carry(p.article, p.sentences, p.clauses, p.quotations);  // a rule may lead to the next sentence
    for (const Quotation& q : p.quotations) {
      Found found{q.rule, {}};
      if (q.source) found.marked.push_back({"source", *q.source});
      if (q.cue) found.marked.push_back({"cue", *q.cue});
      for (const Range& piece : q.content) found.marked.push_back({"content", piece});
      out.push_back(std::move(found));
    }
  } else if (stage == "discourse") {
    for (const Carried& c : stages.carrier.carry(p.article, p.sentences, p.clauses, p.quotations))
      out.push_back({c.rule->id, {{"from", c.from}, {"carry", c.carried}}});
  } else if (stage == "person") {
    roles_in(grammar, stages.roles, p, out);
  } else {
    dates_in(stages.dater, stage, p, out);
  }
  return out;
}

}  // namespace

Cascade extract_cascade(const Grammar& grammar, const std::string& stage) {
  if (stage != "sentence" && stage != "phrase" && stage != "attribution" && stage != "discourse" && stage != "person" &&
      stage != "date" && stage != "dating")
    return {};
  const auto stages = std::make_shared<const Stages>(grammar);
  return [&grammar, stages, stage](const std::string& text) { return found_in(grammar, *stages, stage, text); };
}

std::string explain(const Grammar& grammar, const std::string& text) {
  const Stages stages(grammar);
  const Parsed p = parse(stages, text);
  std::string out;
  for (std::size_t i = 0; i < p.sentences.size(); ++i) {
    const Clause& clause = p.clauses[i];
    out += std::string(slice(text, p.sentences[i].range)) + "\n  " + clause.symbols + "\n";
    for (const Span& span : clause.spans) {
      out += std::string("  ") + span.symbol + "  " + std::string(grammar.alphabet().name(span.symbol));
      out += "  " + std::string(slice(text, span.bytes));
      if (span.rule != nullptr) out += "  (" + span.rule->id + ")";
      out += "\n";
    }
    for (const Attempt& attempt : stages.attributor.explain(text, clause)) {
      char likelihood[16];
      std::snprintf(likelihood, sizeof likelihood, "%.2f", attempt.cue.probability);
      out += "  cue " + std::string(slice(text, clause.spans[attempt.cue.span].bytes)) + "  " + likelihood + "  " +
             attempt.symbols;
      if (attempt.rules.empty()) out += "  no rule";
      for (std::size_t r = 0; r < attempt.rules.size(); ++r)
        out += (r == 0 ? "  rule " : r == 1 ? "  also " : ", ") + attempt.rules[r]->id;
      out += "\n";
    }
    const std::vector<TimeWords> times = stages.dater.times(p.article, clause);
    for (const Quotation& q : p.quotations) {
      if (q.sentence != i) continue;
      std::vector<Marked> marks;
      if (q.source) marks.push_back({"source", *q.source});
      if (q.cue) marks.push_back({"cue", *q.cue});
      for (const Range& piece : q.content) marks.push_back({"content", piece});
      out += "  => " + q.rule;
      for (const Marked& m : marks) out += "\n     " + m.name + ": " + std::string(slice(text, m.range));
      if (const std::string symbols = stages.dater.symbols(text, clause, q, times); !symbols.empty())
        out += "\n     date: " + symbols;
      if (const auto dating = stages.dater.date(p.article, clause, q, times)) {
        out += "  rule " + dating->rule->id;
        if (dating->time) out += "  " + dating->time->interval->basis;
      }
      out += "\n";
    }
    out += "\n";
  }
  return out;
}

}  // namespace onrecord
