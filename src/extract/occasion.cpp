#include "extract/occasion.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace onrecord {
namespace {

constexpr std::string_view poll = "poll";
constexpr std::string_view poll_words[]{"poll", "survey", "percent", "respondents", "half", "thirds", "majority"};
constexpr std::size_t reach = 6;        // sentences from one statement of an occasion to the next
constexpr std::size_t title_reach = 3;  // and from a headline to the same in the text
constexpr std::size_t poll_reach = 12;  // an article is mostly about one poll

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_year(std::string_view word) {
  if (word.size() == 5 && word[4] == 's') word.remove_suffix(1);  // the 1980s
  return word.size() == 4 && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20") && word[2] >= '0' &&
         word[2] <= '9' && word[3] >= '0' && word[3] <= '9';
}

// Of a statement's sentence, what cannot tell its day: the content, and what stands well behind the cue.
std::vector<Range> beyond(const Statement& s, Range sentence) {
  constexpr std::size_t near = 60;  // bytes
  std::vector<Range> out = s.content;
  if (s.cue->end + near < sentence.end) out.push_back({s.cue->end + near, sentence.end});
  return out;
}

bool is_day(const Interval& time) { return time.from == time.to; }

// Whether all words of time mean that day.
bool only(const std::vector<TimeWords>& times, const Interval& day) {
  return std::all_of(times.begin(), times.end(), [&](const TimeWords& t) {
    return !t.interval || (t.interval->from == day.from && t.interval->to == day.to);
  });
}

bool is_week(const Interval& time) { return time.to - time.from < std::chrono::days{8}; }

// Whom a day is kept for: the speaker; of a poll, "the poll", "21 percent", "those over 60", they are one.
std::string keeper(std::string_view text, const Statement& s) {
  const std::string_view source = s.source ? slice(text, *s.source) : std::string_view();
  const bool polled = std::any_of(std::begin(poll_words), std::end(poll_words),
                                  [&](std::string_view word) { return source.find(word) != std::string_view::npos; });
  const bool many = s.speaker.kind != SpeakerKind::person;
  return polled && many ? std::string(poll) : s.speaker.name;
}

// "The statement", "the release": the one just told of.
bool is_paper(std::string_view text, const Statement& s) {
  const std::string_view source = s.source ? slice(text, *s.source) : std::string_view();
  return one_of(source, {"the release", "The release", "the statement", "The statement", "the letter", "The letter",
                         "the memo", "The memo", "the tweet", "the post"});
}

// Whether the source names a poll of its own: "a Westmark poll", not "the poll" or "Half of them".
bool names_one(std::string_view text, const Statement& s) {
  const std::string_view source = s.source ? slice(text, *s.source) : std::string_view();
  return std::any_of(source.begin() + !source.empty(), source.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool among_content(const Statement& s, Range bytes) {
  return std::any_of(s.content.begin(), s.content.end(), [&](Range r) { return r.overlaps(bytes); });
}

// Where in the text somebody is said to speak.
std::size_t place(const Statement& s) { return s.cue ? s.cue->begin : s.content[0].begin; }

}  // namespace

Occasions::Occasions(const Grammar& grammar, const Dater& dater)
    : dater_(dater),
      lexer_(grammar.lexer()),
      exchange_(lexer_.tag("exchange")),
      occasion_(lexer_.tag("occasion")),
      alphabet_(grammar.alphabet()),
      past_(alphabet_.symbol("VPAST")) {
  for (const std::string_view name : {"DAY", "LAST"}) timely_ += alphabet_.members(name);
  for (const std::string_view name : {"QUOTED", "BRACKET"}) shut_ += alphabet_.members(name);
  finite_ = alphabet_.members("FINITE");
  subject_ = alphabet_.members("SUBJECT");
  for (const std::string_view name : {"WHO", "WHICH"}) who_ += alphabet_.members(name);
  pronoun_ = alphabet_.members("PRONOUN");
}

// "said", not "says", "has said", "would say". "Saying" is what the verb before it is.
bool Occasions::is_past(std::string_view text, const Clause& clause, Range cue) const {
  bool past = false;
  for (const Span& span : clause.spans) {
    if (span.bytes.begin >= cue.end) break;
    if (finite_.find(span.symbol) == std::string::npos) continue;
    past = false;  // the verb of the cue itself decides: "responded with words that could have come from Holt"
    for (std::size_t t = span.tokens.begin; t < span.tokens.end; ++t) {
      const Token& token = clause.tokens[t];
      const std::string_view word = slice(text, token.range);
      const bool refused =
          word == "would" && t + 1 < span.tokens.end && slice(text, clause.tokens[t + 1].range) == "not";
      if (!refused && one_of(word, {"has", "have", "had", "will", "would", "could", "’s", "'s", "’ve", "'ve"})) break;
      past |= token.symbol == past_ || refused || one_of(word, {"was", "were", "did"});
    }
    if (span.bytes.end > cue.begin) break;
  }
  return past;
}

// Whether words of time stand in the sentence outside these pieces.
bool Occasions::tells_time(std::string_view text, const Clause& clause, const std::vector<Range>& but) const {
  return std::any_of(clause.spans.begin(), clause.spans.end(), [&](const Span& span) {
    if (shut_.find(span.symbol) != std::string::npos) return false;
    if (std::any_of(but.begin(), but.end(), [&](Range r) { return r.overlaps(span.bytes); })) return false;
    return std::any_of(clause.tokens.begin() + static_cast<std::ptrdiff_t>(span.tokens.begin),
                       clause.tokens.begin() + static_cast<std::ptrdiff_t>(span.tokens.end), [&](const Token& t) {
                         return timely_.find(t.symbol) != std::string::npos || is_year(slice(text, t.range)) ||
                                one_of(slice(text, t.range),
                                       {"subsequently", "previously", "recently", "later", "once"});
                       });
  });
}

// Whether the source is a pronoun.
bool Occasions::by_pronoun(const Clause& clause, Range source) const {
  return std::any_of(clause.spans.begin(), clause.spans.end(), [&](const Span& span) {
    return span.bytes == source && pronoun_.find(span.symbol) != std::string::npos;
  });
}

// "Replied", "responded"; of whole quotations "asked" as well.
bool Occasions::exchanged(const Clause& clause, Range cue, bool quoted) const {
  return std::any_of(clause.tokens.begin(), clause.tokens.end(), [&](const Token& t) {
    return cue.overlaps(t.range) && lexer_.has(t.entry, exchange_) &&
           (quoted || lexer_.value(t.entry, exchange_) == "answer");
  });
}

// The day on which the speaker did what the sentence tells: "On Tuesday, Hallow met the press."
std::optional<Interval> Occasions::deed(const Article& article, const Clause& clause,
                                        const std::vector<TimeWords>& times, const Statement& statement,
                                        const std::string& who) const {
  const std::vector<Span>& spans = clause.spans;
  const std::string_view surname = std::string_view(who).substr(who.rfind(' ') + 1);
  const Span* subject = nullptr;
  bool meant = false, named = false;
  const auto is_about = [&](const Span& span) {
    const std::string_view words = slice(article.text, span.bytes);
    return pronoun_.find(span.symbol) != std::string::npos
               ? statement.source && words.size() == statement.source->size()
               : words.find(surname) != std::string_view::npos;
  };
  for (const Span& span : spans) named |= subject_.find(span.symbol) != std::string::npos && is_about(span);
  if (!named) return std::nullopt;
  for (std::size_t i = 0; i < spans.size() && !times.empty(); ++i) {
    if (subject_.find(spans[i].symbol) != std::string::npos && (!meant || is_about(spans[i])))
      subject = &spans[i], meant = is_about(spans[i]);
    if (subject == nullptr || finite_.find(spans[i].symbol) == std::string::npos) continue;
    const bool aside = who_.find(spans[i - 1].symbol) != std::string::npos;  // "who was elected on Monday"
    if (aside || !is_past(article.text, clause, spans[i].bytes)) continue;
    Quotation as_said;
    as_said.source = subject->bytes;
    as_said.cue = spans[i].bytes;
    const auto dating = dater_.date(article, clause, as_said, times);
    if (!dating || !dating->time || !is_week(*dating->time->interval)) continue;
    const bool of_all = dating->rule->keys.count("dates") > 0;
    if (!is_day(*dating->time->interval) && !of_all) continue;
    // What others do on a day that the sentence begins with can be done with them: "On Monday, Weber met Holt."; and
    // who is asked answers.
    const bool asked = std::any_of(clause.tokens.begin() + static_cast<std::ptrdiff_t>(spans[i].tokens.begin),
                                   clause.tokens.begin() + static_cast<std::ptrdiff_t>(spans[i].tokens.end),
                                   [&](const Token& t) { return lexer_.has(t.entry, exchange_); });
    if (meant || asked || of_all) return dating->time->interval;
  }
  return std::nullopt;
}

// The day of an occasion to speak, the only one in a sentence that names the speaker: "Holt’s speech on Monday night
// does not stand up to scrutiny."
std::optional<Interval> Occasions::scene(const Article& article, const Clause& clause,
                                         const std::vector<TimeWords>& times, const std::string& who) const {
  const auto day = std::find_if(times.begin(), times.end(), [](const TimeWords& t) { return t.interval.has_value(); });
  if (day == times.end() || !is_day(*day->interval) || !only(times, *day->interval)) return std::nullopt;
  const std::string_view surname = std::string_view(who).substr(who.rfind(' ') + 1);
  bool named = false, occasion = false;
  for (const Span& span : clause.spans)
    named |= slice(article.text, span.bytes).find(surname) != std::string_view::npos;
  for (const Token& t : clause.tokens) occasion |= lexer_.has(t.entry, occasion_);
  return named && occasion ? day->interval : std::nullopt;
}

// The day of a statement in the past tense that tells none, by what the same one said or did a few sentences before.
std::optional<Interval> Occasions::earlier(const Text& all, const Statement& s, std::size_t here,
                                           const std::string& who, const Last& before) const {
  const std::size_t far = who == poll && !names_one(all.article.text, s) ? poll_reach : reach;
  for (std::size_t back = 1; back <= far && back <= here; ++back) {
    const std::size_t there = here - back;
    if (before.day && before.sentence >= there) {
      // "In May she told …. She added": of a longer span only what is quoted right after it.
      const bool quoted = s.kind != Kind::indirect;
      const bool by_her = s.source && by_pronoun(all.clauses[here], *s.source) && is_week(*before.day);
      return is_day(*before.day) || (back == 1 && (quoted || by_her)) ? before.day : std::nullopt;
    }
    if (all.sentences[there].title) break;
    if (who == poll || !tells_time(all.article.text, all.clauses[there], {})) continue;
    const std::vector<TimeWords>& times = all.times.of(there);
    if (times.empty()) continue;  // "for hours"
    if (before.day && is_day(*before.day) && only(times, *before.day)) continue;
    if (back > 2) return std::nullopt;
    const auto day = deed(all.article, all.clauses[there], times, s, who);
    return day ? day : scene(all.article, all.clauses[there], times, who);
  }
  return std::nullopt;
}

// The only day of the sentence, where another statement of the same one has it: "Holt said Monday that …, and accused
// …".
std::optional<Interval> Occasions::beside(const Text& all, std::size_t here, const Last& before) const {
  if (!before.day || before.sentence != here) return std::nullopt;
  return only(all.times.of(here), *before.day) ? before.day : std::nullopt;
}

// Whether the sentence tells of an occasion of its own: "in an interview with the Times, Holt said".
bool Occasions::new_occasion(const Text& all, const Statement& s, std::size_t here) const {
  const Clause& clause = all.clauses[here];
  for (const Span& span : clause.spans) {
    const std::string_view first = slice(all.article.text, clause.tokens[span.tokens.begin].range);
    if (!one_of(first, {"a", "an", "another", "A", "An", "Another"}) || among_content(s, span.bytes)) continue;
    const bool occasion = std::any_of(clause.tokens.begin() + static_cast<std::ptrdiff_t>(span.tokens.begin),
                                      clause.tokens.begin() + static_cast<std::ptrdiff_t>(span.tokens.end),
                                      [&](const Token& t) { return lexer_.has(t.entry, occasion_); });
    if (occasion) return true;
  }
  return false;
}

// The day of an occasion that was told of: "an interview that aired Sunday. … she said in the interview".
std::optional<Interval> Occasions::told_of(const Text& all, const Statement& s, std::size_t here) const {
  constexpr std::size_t far = 15;  // sentences
  const Clause& clause = all.clauses[here];
  for (std::size_t t = 1; t < clause.tokens.size(); ++t) {
    const Token& noun = clause.tokens[t];
    if (!lexer_.has(noun.entry, occasion_) || among_content(s, noun.range)) continue;
    if (!one_of(slice(all.article.text, clause.tokens[t - 1].range), {"the", "that", "his", "her", "their"})) continue;
    for (std::size_t back = 1; back <= far && back <= here; ++back) {
      const Clause& there = all.clauses[here - back];
      if (std::none_of(there.tokens.begin(), there.tokens.end(),
                       [&](const Token& other) { return other.entry == noun.entry; }) ||
          !tells_time(all.article.text, there, {}))
        continue;
      const std::vector<TimeWords>& times = all.times.of(here - back);
      const auto day =
          std::find_if(times.begin(), times.end(), [](const TimeWords& w) { return w.interval.has_value(); });
      if (day == times.end()) continue;
      return is_week(*day->interval) && only(times, *day->interval) ? day->interval : std::nullopt;
    }
  }
  return std::nullopt;
}

// "Weber asked … on Monday. Holt replied: …"
std::optional<Interval> Occasions::answered(const Text& all, const Statement& s, std::size_t here,
                                            const Last& any) const {
  const bool short_time = any.day && (is_day(*any.day) || any.day->basis.find("week") != std::string::npos);
  if (!short_time || any.sentence + 2 < here ||
      !(exchanged(all.clauses[here], *s.cue, s.kind == Kind::direct) || is_paper(all.article.text, s)))
    return std::nullopt;
  const bool open = any.sentence + 1 >= here || !tells_time(all.article.text, all.clauses[here - 1], {});
  return open ? any.day : std::nullopt;
}

void Occasions::date(const Article& article, const std::vector<Sentence>& sentences, const std::vector<Clause>& clauses,
                     ArticleTimes& times, const std::vector<Quotation>& quotations,
                     std::vector<Statement>& statements) const {
  const Text all{article, sentences, clauses, times};
  std::vector<std::size_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return place(statements[a]) < place(statements[b]); });
  std::unordered_map<std::string, Last> last;
  std::vector<std::pair<std::size_t, std::string>> titles;  // statements of headlines, and whose
  Last any;                                                 // whoever spoke last
  for (const std::size_t i : order) {
    Statement& s = statements[i];
    const std::size_t here = quotations[i].sentence;
    const std::string who = keeper(article.text, s);
    if (who.empty()) {  // "he said Sunday when asked about the vote"
      if (!s.said && any.sentence == here && any.day && s.cue && exchanged(clauses[here], *s.cue, true))
        s.said = any.day;
      continue;
    }
    const bool headline = sentences[here].title;
    // So is a lede that tells no time; texts have headlines that do not look like one.
    const bool lede = here < 2 && s.manner == Manner::speech && !tells_time(article.text, clauses[here], {});
    if ((headline && s.manner == Manner::speech) || (!s.said && !headline && (here < 1 || lede)))
      titles.push_back({i, who});
    if (headline) continue;
    for (const auto& [title, of] : titles)  // the headline is of what the article begins with
      if (of == who && s.said && s.said->from == s.said->to && here <= quotations[title].sentence + title_reach &&
          !statements[title].said)
        statements[title].said = s.said;
    Last& before = last[who];
    const bool past = s.cue && (who == poll || is_past(article.text, clauses[here], *s.cue));
    if (!s.said && past && (s.manner == Manner::speech || who == poll)) {
      if (tells_time(article.text, clauses[here], beyond(s, sentences[here].range))) {
        s.said = beside(all, here, before);
      } else {
        if (before.sentence == here)
          s.said = before.day;
        else if (!before.various || !new_occasion(all, s, here))
          s.said = earlier(all, s, here, who, before);
        if (!s.said) s.said = told_of(all, s, here);
        if (!s.said) s.said = answered(all, s, here, any);
      }
    }
    if (s.said || (before.sentence != here && tells_time(article.text, clauses[here], s.content)))
      before = {here, s.said, before.various || (before.day && s.said && before.day->from != s.said->from)};
    any = {here, s.said, false};
  }
  for (std::size_t i = 0; i < statements.size(); ++i)
    if (quotations[i].speaker_of && !statements[i].said)
      statements[i].said = statements[*quotations[i].speaker_of].said;
}

}  // namespace onrecord
