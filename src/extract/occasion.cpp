#include "extract/occasion.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace onrecord {
namespace {

constexpr std::string_view poll = "poll";
constexpr std::string_view poll_words[]{"poll", "survey", "percent", "respondents", "half", "thirds", "majority"};
constexpr std::size_t reach = 4;  // sentences from one statement of an occasion to the next

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_year(std::string_view word) {
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

// Whom a day is kept for: the speaker; of a poll, "the poll", "21 percent", "those over 60", they are one.
std::string keeper(std::string_view text, const Statement& s) {
  const std::string_view source = s.source ? slice(text, *s.source) : std::string_view();
  const bool polled = std::any_of(std::begin(poll_words), std::end(poll_words),
                                  [&](std::string_view word) { return source.find(word) != std::string_view::npos; });
  const bool many = s.speaker.kind != SpeakerKind::person;
  return polled && many ? std::string(poll) : s.speaker.name;
}

// Where in the text somebody is said to speak.
std::size_t place(const Statement& s) { return s.cue ? s.cue->begin : s.content[0].begin; }

}  // namespace

Occasions::Occasions(const Grammar& grammar, const Dater& dater)
    : dater_(dater), alphabet_(grammar.alphabet()), past_(alphabet_.symbol("VPAST")) {
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
    past = false;
    for (std::size_t t = span.tokens.begin; t < span.tokens.end; ++t) {
      const Token& token = clause.tokens[t];
      if (one_of(slice(text, token.range), {"has", "have", "had", "will", "would", "could", "’s", "'s", "’ve", "'ve"}))
        break;
      past |= token.symbol == past_;
    }
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
                                one_of(slice(text, t.range), {"subsequently", "previously", "once"});
                       });
  });
}

// The day on which the speaker did what the sentence tells: "On Tuesday, Hallow met the press."
std::optional<Interval> Occasions::deed(const Article& article, const Clause& clause, const Statement& statement,
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
  const std::vector<TimeWords> times = dater_.times(article, clause);
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
    if (!dating || !dating->time || dating->time->interval->from != dating->time->interval->to) continue;
    // What others do on a day that the sentence begins with can be done with them: "On Monday, Weber met Holt."
    if (meant || dating->rule->keys.count("dates") > 0) return dating->time->interval;
  }
  return std::nullopt;
}

void Occasions::date(const Article& article, const std::vector<Sentence>& sentences, const std::vector<Clause>& clauses,
                     const std::vector<Quotation>& quotations, std::vector<Statement>& statements) const {
  std::vector<std::size_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return place(statements[a]) < place(statements[b]); });
  struct Last {
    std::size_t sentence;
    std::optional<Interval> day;
  };
  std::unordered_map<std::string, Last> last;
  for (const std::size_t i : order) {
    Statement& s = statements[i];
    const std::size_t here = quotations[i].sentence;
    const std::string who = keeper(article.text, s);
    if (who.empty() || sentences[here].title) continue;
    Last& before = last.try_emplace(who, Last{0, std::nullopt}).first->second;
    const bool past = s.cue && (who == poll || is_past(article.text, clauses[here], *s.cue));
    if (!s.said && past && (s.manner == Manner::speech || who == poll) &&
        !tells_time(article.text, clauses[here], beyond(s, sentences[here].range))) {
      bool open = true;  // no other words of time since
      for (std::size_t back = 1; back <= reach && back <= here && open && !s.said; ++back) {
        const std::size_t there = here - back;
        if (before.day && before.sentence >= there) {
          // "In May she told …. She added": of a longer span only what is quoted right after it.
          const bool day = before.day->to == before.day->from;
          if (day || (back == 1 && s.kind != Kind::indirect)) s.said = before.day;
          break;
        }
        if (sentences[there].title) break;
        if (!tells_time(article.text, clauses[there], {})) continue;
        if (back <= 2) s.said = deed(article, clauses[there], s, who);
        open = false;
      }
    }
    if (s.said || (before.sentence != here && tells_time(article.text, clauses[here], s.content)))
      before = {here, s.said};
  }
  for (std::size_t i = 0; i < statements.size(); ++i)
    if (quotations[i].speaker_of && !statements[i].said)
      statements[i].said = statements[*quotations[i].speaker_of].said;
}

}  // namespace onrecord
