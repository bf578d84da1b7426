// The day something was said: "on Wednesday", "late last year", against the day of publication.
//
// Of the words of time in a sentence (extract/date_words.h) the rules of the stage "dating"
// (rules/en/dating.toml) choose those that belong to the cue, over a string in which the
// quotation's own cue, source and content are one symbol each: "said Tuesday that the vote on Friday …"
// was said on Tuesday. The day of publication by itself is never an answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/date.h"
#include "core/quotation.h"
#include "extract/clause.h"
#include "extract/date_words.h"
#include "extract/day_words.h"
#include "extract/sentence.h"
#include "match/grammar.h"

namespace onrecord {

// What a rule of the stage "dating" decided.
struct Dating {
  const Rule* rule = nullptr;
  Range cue;                      // bytes
  std::optional<TimeWords> time;  // nothing: the rule says that no words here date the quotation
};

class Dater {
 public:
  // Throws Error where the grammar lacks a stage or a symbol.
  explicit Dater(const Grammar& grammar);

  // The words of time of a sentence: read once for all of its quotations.
  std::vector<TimeWords> times(const Article& article, const Clause& clause) const;
  std::vector<TimeWords> times(std::string_view text, const Clause& clause, std::optional<Date> published) const;

  // The day or interval on which the quotation was said, from the words of time of its sentence: those
  // beside the cue, not those of what it is about. Nothing where the sentence does not tell.
  std::optional<Interval> said(const Article& article, const Clause& clause, const Quotation& quotation,
                               const std::vector<TimeWords>& times) const;

  // The rule that decides; nothing where none matches.
  std::optional<Dating> date(const Article& article, const Clause& clause, const Quotation& quotation,
                             const std::vector<TimeWords>& times) const;

  // The string that the rules see, for `explain`; empty where there is nothing to date.
  std::string symbols(std::string_view text, const Clause& clause, const Quotation& quotation,
                      const std::vector<TimeWords>& times) const;

  const TimeReader& reader() const { return reader_; }

 private:
  struct Line;  // the string that the rules see
  template <typename Each>
  void each_timely(std::string_view text, const Clause& clause, const Each& each) const;
  char cue_symbol(std::string_view text, const Clause& clause, const Quotation& quotation, char span) const;
  bool outside(const Clause& clause, const Quotation& quotation, const TimeWords& time, Range piece) const;
  bool of_occasion(const Clause& clause, const TimeWords& time, Range piece) const;
  Line line(std::string_view text, const Clause& clause, const Quotation& quotation,
            const std::vector<TimeWords>& times) const;
  // What the first rule that matches decides; `rule` is null where none does.
  Dating decide(const Article& article, const Line& line, const Quotation& quotation,
                const std::vector<TimeWords>& times) const;

  TimeReader reader_;
  DayWords words_;
  const Lexer& lexer_;
  const Stage& stage_;
  Tag occasion_;  // an interview, a rally: where people speak
  Tag month_;     // May, June: given names as well
  std::size_t cue_capture_, date_capture_;
  Symbols timely_;      // of the word alphabet: words of time
  std::string finite_;  // finite verbs
  std::string verbs_;   // and infinitives
  std::string doing_;   // -ing forms
  char ing_;            // a word in -ing
  std::string ings_;    // that, or one that may be a noun
  std::string preps_;   // prepositions
  char prep_;           // in, at, during; not of, by, to, as
  char comma_;
  std::string marks_;     // a semicolon, colon, dash
  std::string goes_on_;   // with what a sentence goes on behind a comma: and, but, surpassing
  std::string opens_;     // that, which, who, when
  std::string called_;    // noun phrases, what is quoted
  std::string phrases_;   // what can stand between an occasion and its day: noun phrases, prepositions
  char plain_[128] = {};  // a symbol of the word alphabet to one of the alphabet "dating"
  std::string shut_;      // what stands in marks or brackets: its words are not the sentence's
  char cue_, cueing_, now_, source_, content_, date_, dated_, event_;
};

// The words of time of an article's sentences, each read when it is first asked for: statements beside each other ask
// for the same ones. They count from the dateline's day where the article has one.
class ArticleTimes {
 public:
  // All must outlive it.
  ArticleTimes(const Dater& dater, const Article& article, const std::vector<Clause>& clauses);

  const std::vector<TimeWords>& of(std::size_t sentence);
  std::optional<Date> published() const { return published_; }

 private:
  std::optional<Interval> told_before(std::size_t sentence, std::size_t words);

  const Dater& dater_;
  const Article& article_;
  const std::vector<Clause>& clauses_;
  std::optional<Date> published_;
  std::vector<std::optional<std::vector<TimeWords>>> read_;
};

}  // namespace onrecord
