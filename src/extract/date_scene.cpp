#include "extract/date_scene.h"

#include <algorithm>
#include <numeric>

#include "core/text.h"

namespace onrecord {
namespace {

constexpr std::size_t lede = 3;  // sentences
constexpr std::string_view poll = "poll";
constexpr std::string_view poll_words[]{"poll", "survey", "percent", "respondents", "half", "thirds", "majority"};
constexpr std::string_view report = "report";
constexpr std::string_view report_words[]{"report", "review", "inquiry", "investigation", "study", "audit", "probe"};

FeaturePart yes(bool value) { return value ? FeaturePart("yes") : FeaturePart("no"); }

bool is(const FeaturePart& part, const FeaturePart& other) { return part.hash == other.hash; }

FeaturePart count(std::size_t n) { return n == 0 ? FeaturePart("0") : n == 1 ? FeaturePart("1") : FeaturePart("2+"); }

bool same(const Interval& a, const Interval& b) { return a.from == b.from && a.to == b.to; }

bool same(const std::optional<Interval>& a, const Interval& b) { return a && same(*a, b); }

// Whom days are kept for: the speaker; of a poll, "the poll", "21 percent", "those over 60", they are one until another
// pollster is named, and so are those of a report, "the review", "the two-year investigation".
std::string keeper(std::string_view text, const Statement& s, std::string& pollster) {
  if (s.speaker.kind == SpeakerKind::person) return s.speaker.name;
  const std::string_view source = s.source ? slice(text, *s.source) : std::string_view();
  const auto holds = [&](std::string_view word) { return source.find(word) != std::string_view::npos; };
  if (std::any_of(std::begin(poll_words), std::end(poll_words), holds)) {
    if (s.speaker.kind == SpeakerKind::organization) pollster = s.speaker.name;
    return std::string(poll) + " " + pollster;
  }
  if (std::any_of(std::begin(report_words), std::end(report_words), holds)) return std::string(report);
  return s.speaker.name;
}

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

// Where in the text somebody is said to speak.
std::size_t place(const Statement& s) { return s.cue ? s.cue->begin : s.content[0].begin; }

// Of a statement's sentence, what cannot tell its day: the content, and what stands well behind the cue.
std::vector<Range> beyond(const Statement& s, Range sentence) {
  constexpr std::size_t near = 60;  // bytes
  std::vector<Range> out = s.content;
  if (s.cue && s.cue->end + near < sentence.end) out.push_back({s.cue->end + near, sentence.end});
  return out;
}

// Of things in the order of their sentences, for each sentence how many stand before it; one more for the end.
template <typename Things, typename SentenceOf>
std::vector<std::ptrdiff_t> firsts(const Things& things, std::size_t sentences, const SentenceOf& sentence_of) {
  std::vector<std::ptrdiff_t> out(sentences + 1);
  for (const auto& thing : things) ++out[sentence_of(thing) + 1];
  std::partial_sum(out.begin(), out.end(), out.begin());
  return out;
}

// From the sentence that tells a day to the statement's.
FeaturePart distance(std::size_t told, std::size_t here) {
  if (told > here) {
    const std::size_t d = told - here;
    return d == 1   ? FeaturePart("after1")
           : d == 2 ? FeaturePart("after2")
           : d <= 5 ? FeaturePart("after3")
                    : FeaturePart("after6");
  }
  const std::size_t d = here - told;
  return d == 0   ? FeaturePart("0")
         : d == 1 ? FeaturePart("1")
         : d == 2 ? FeaturePart("2")
         : d < 6  ? FeaturePart("3")
         : d < 11 ? FeaturePart("6")
         : d < 21 ? FeaturePart("11")
                  : FeaturePart("21");
}

FeaturePart side(std::size_t told, std::size_t here) {
  return told == here ? FeaturePart("here") : told > here ? FeaturePart("after") : FeaturePart("before");
}

FeaturePart length(const Interval& day) {
  const auto n = (day.to - day.from).count() + 1;
  return n == 1    ? FeaturePart("day")
         : n <= 7  ? FeaturePart("week")
         : n <= 31 ? FeaturePart("month")
                   : FeaturePart("year");
}

FeaturePart age(const Interval& day, std::optional<Date> published) {
  const auto n = published ? (*published - day.from).count() : 1000;
  return n == 0     ? FeaturePart("0")
         : n == 1   ? FeaturePart("1")
         : n <= 3   ? FeaturePart("2")
         : n <= 7   ? FeaturePart("7")
         : n <= 31  ? FeaturePart("month")
         : n <= 366 ? FeaturePart("year")
                    : FeaturePart("older");
}

// Of `part` in `all`.
FeaturePart portion(std::size_t part, std::size_t all) {
  return all == 0          ? FeaturePart("none")
         : part == all     ? FeaturePart("all")
         : 2 * part >= all ? FeaturePart("most")
         : part > 0        ? FeaturePart("some")
                           : FeaturePart("no");
}

}  // namespace

DayScene::DayScene(const DayWords& words, const DayText& text, const std::vector<Statement>& statements)
    : words_(words),
      text_(text),
      statements_(statements),
      settings_(words, text.clauses),
      order_(statements.size()),
      places_(statements.size()) {
  std::unordered_map<std::string, std::uint32_t> keepers{{"", 0}};
  std::string pollster;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const std::size_t sentence = text.quotations[i].sentence;
    const auto who = keepers.try_emplace(keeper(text.article.text, statements[i], pollster), keepers.size()).first;
    seen_.push_back({sentence, place(statements[i]), who->second, statements[i].manner == Manner::speech,
                     text.sentences[sentence].title});
  }
  statements_of_.resize(keepers.size());
  for (const Seen& s : seen_) ++statements_of_[s.who];
  std::iota(order_.begin(), order_.end(), 0);
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return seen_[a].place < seen_[b].place; });
  for (std::size_t i = 0; i < order_.size(); ++i) places_[order_[i]] = i;
  by_sentence_ = order_;
  std::stable_sort(by_sentence_.begin(), by_sentence_.end(),
                   [&](std::size_t a, std::size_t b) { return seen_[a].sentence < seen_[b].sentence; });
  first_statement_ = firsts(by_sentence_, text.sentences.size(), [&](std::size_t k) { return seen_[k].sentence; });
  find_bystanders();
  tell();
  first_told_ = firsts(told_, text.sentences.size(), [](const Told& t) { return t.sentence; });
}

// Whom a sentence that reports them calls an analyst, a professor: beside the source.
void DayScene::find_bystanders() {
  constexpr std::size_t near = 90;  // bytes: “…,” said Hallow, who was a professor of history
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    const Statement& s = statements_[i];
    if (!s.source || seen_[i].who == nobody) continue;
    const std::vector<Token>& tokens = text_.clauses[seen_[i].sentence].tokens;
    if (std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) {
          return words_.lexer.has(t.entry, words_.bystander) && t.range.begin >= s.source->begin &&
                 t.range.begin < s.source->end + near && !overlaps(s.content, t.range);
        }))
      bystanders_.insert(seen_[i].who);
  }
}

// What the sentences tell.
void DayScene::tell() {
  const std::string_view text = text_.article.text;
  const auto quoted = [&](const Clause& clause, Range bytes) {
    return std::any_of(clause.spans.begin(), clause.spans.end(),
                       [&](const Span& span) { return words_.shut.has(span.symbol) && span.bytes.contains(bytes); });
  };
  auto of_sentence = by_sentence_.begin();
  for (std::size_t i = 0; i < text_.clauses.size(); ++i) {
    const std::vector<TimeWords>& times = text_.times.of(i);
    if (times.empty()) continue;
    const Clause& clause = text_.clauses[i];
    while (of_sentence != by_sentence_.end() && seen_[*of_sentence].sentence < i) ++of_sentence;
    const FeaturePart appears = yes(words_.has(clause, words_.appears));
    const FeaturePart setting = settings_.weight(i);
    for (const TimeWords& words : times) {
      if (!words.interval || words.from_told || quoted(clause, words.bytes)) continue;
      const FeaturePart verb = words_.tense_at(text, clause, words.bytes);
      if (is(verb, "modal") || is(verb, "to")) continue;  // “will vote on Tuesday”: that day is yet to come
      bool in_content = false;
      for (auto k = of_sentence; k != by_sentence_.end() && seen_[*k].sentence == i; ++k)
        in_content |= overlaps(statements_[*k].content, words.bytes);
      const auto kind = words.rule->keys.find("told");
      const bool heading = kind != words.rule->keys.end() && kind->second == "heading";
      if (heading) live_ = "yes";
      told_.push_back({i,
                       &words,
                       verb,
                       words_.lead(text, clause, words.bytes),
                       yes(in_content),
                       appears,
                       yes(heading),
                       setting,
                       {},
                       {},
                       0});
    }
  }
  find_main();
  for (Told& told : told_) told.share = share(told);
  std::size_t different = 0;
  for (std::size_t i = 0; i < told_.size(); ++i) {
    std::size_t& first = told_[i].first;
    while (first < i && !same(told_[first].day(), told_[i].day())) ++first;
    different += first == i;
  }
  days_told_ = different < 2 ? FeaturePart("1") : different == 2 ? FeaturePart("2") : FeaturePart("3+");
}

// A headline is not always marked as one: a first sentence alone in its paragraph is one as well.
bool DayScene::is_headline(std::size_t sentence) const {
  const std::vector<Sentence>& all = text_.sentences;
  return all[sentence].title || (sentence == 0 && all.size() > 1 && all[1].paragraph != all[0].paragraph);
}

std::optional<std::size_t> DayScene::taken_up(std::size_t statement,
                                              const std::vector<std::optional<Interval>>& days) const {
  constexpr std::size_t near = 7;  // sentences
  const Seen& here = seen_[statement];
  if (here.who == nobody || !is_headline(here.sentence)) return std::nullopt;
  for (std::size_t k = places_[statement] + 1; k < order_.size(); ++k) {
    const std::size_t i = order_[k];
    if (seen_[i].sentence > here.sentence + near) break;
    if (days[i] && seen_[i].who == here.who) return i;
  }
  return std::nullopt;
}

// The day told most often beside what the article is of.
void DayScene::find_main() {
  std::vector<std::size_t> beside(told_.size());
  std::size_t most = 0;
  for (std::size_t i = 0; i < told_.size() && settings_.any_most(); ++i) {
    for (const Told& t : told_) beside[i] += settings_.names_most(t.sentence) && same(t.day(), told_[i].day());
    if (told_[i].day().from == told_[i].day().to) most = std::max(most, beside[i]);
  }
  for (std::size_t i = 0; i < told_.size(); ++i) {
    const bool one_day = told_[i].day().from == told_[i].day().to;
    told_[i].main = !settings_.any_most()          ? FeaturePart("none")
                    : beside[i] == 0               ? FeaturePart("no")
                    : one_day && beside[i] == most ? FeaturePart("this")
                                                   : FeaturePart("other");
  }
}

// Where the sentence that tells a day stands, by paragraphs.
FeaturePart DayScene::paragraph(std::size_t told, std::size_t here) const {
  const std::size_t there = text_.sentences[told].paragraph, now = text_.sentences[here].paragraph;
  if (told == here) return "here";
  if (there == now) return told < here ? FeaturePart("same-before") : FeaturePart("same-after");
  return there + 1 == now ? FeaturePart("previous") : there == now + 1 ? FeaturePart("next") : FeaturePart("far");
}

DayScene::Signs DayScene::signs(std::size_t statement, const std::vector<std::optional<Interval>>& days_so_far) const {
  const std::string_view text = text_.article.text;
  const Statement& s = statements_[statement];
  const std::size_t here = seen_[statement].sentence;
  const Sentence& sentence = text_.sentences[here];
  const Clause& clause = text_.clauses[here];
  Signs out;
  out.statement = statement;
  out.tense = s.cue ? words_.tense(text, clause, *s.cue) : FeaturePart("no-cue");
  out.kind = FeaturePart(name(s.kind));
  out.manner = FeaturePart(name(s.manner));
  const std::string_view source = s.source ? slice(text, *s.source) : std::string_view();
  out.pronoun = yes(one_of(source, {"he", "she", "they", "it", "I", "we", "who", "He", "She", "They", "It", "We"}));
  out.unnamed = yes(s.speaker.kind == SpeakerKind::group || s.speaker.kind == SpeakerKind::unnamed);
  const std::vector<Range> elsewhere = beyond(s, sentence.range);
  out.time = yes(words_.tells_time(text, clause, elsewhere));
  out.title = yes(sentence.title);
  out.place = sentence.title || here == 0 ? FeaturePart("head")
              : here < lede               ? FeaturePart("lede")
                                          : FeaturePart("body");
  if (s.speaker.kind == SpeakerKind::person || s.speaker.kind == SpeakerKind::organization)
    out.surname = last_word(s.speaker.name);
  out.named = &named_[out.surname];
  out.named->resize(told_.size());
  out.undated = s.cue && words_.has_in(clause, words_.undated, *s.cue)
                    ? FeaturePart("cue")
                    : yes(words_.has(clause, words_.undated, elsewhere));
  const std::uint32_t who = seen_[statement].who, many = who == nobody ? 0 : statements_of_[who];
  out.many = many <= 1   ? FeaturePart("1")
             : many <= 3 ? FeaturePart("2")
             : many <= 6 ? FeaturePart("4")
                         : FeaturePart("7");
  out.bystander = yes(bystanders_.count(seen_[statement].who) > 0);
  out.prior = prior(statement, days_so_far);
  return out;
}

bool DayScene::in_reach(const Signs& signs, const Told& told) const {
  constexpr std::chrono::days lately{31};
  constexpr std::size_t near = 10;  // sentences
  const auto published = text_.times.published();
  if (published && *published - told.day().from <= lately) return true;
  const std::size_t here = seen_[signs.statement].sentence;
  if (std::max(here, told.sentence) - std::min(here, told.sentence) <= near) return true;
  return signs.prior.last != nullptr && same(*signs.prior.last, told.day());
}

// Whether a statement of the sentence was said on the day, by its own words.
FeaturePart DayScene::said_then(const Signs& signs, const Told& told) const {
  FeaturePart out = "nobody";
  const std::uint32_t who = seen_[signs.statement].who;
  for (auto i = by_sentence_.begin() + first_statement_[told.sentence];
       i != by_sentence_.begin() + first_statement_[told.sentence + 1]; ++i) {
    if (*i == signs.statement || !same(statements_[*i].said, told.day())) continue;
    if (who != nobody && seen_[*i].who == who) return "speaker";
    out = "other";
  }
  return out;
}

// Whether the sentence names the speaker.
FeaturePart DayScene::named(const Signs& signs, const Told& told) const {
  FeaturePart& out = (*signs.named)[static_cast<std::size_t>(&told - told_.data())];
  if (out.hash == 0) out = find_name(signs.surname, told.sentence);
  return out;
}

FeaturePart DayScene::find_name(const std::string& surname, std::size_t sentence) const {
  const std::string_view text = text_.article.text;
  const std::vector<Span>& spans = text_.clauses[sentence].spans;
  const auto any = [&](const auto& holds) { return std::any_of(spans.begin(), spans.end(), holds); };
  const auto holds = [&](Range bytes) { return slice(text, bytes).find(surname) != std::string_view::npos; };
  if (!surname.empty() && holds(text_.sentences[sentence].range))
    return any([&](const Span& s) { return words_.subject.has(s.symbol) && holds(s.bytes); }) ? FeaturePart("subject")
                                                                                              : FeaturePart("inside");
  return any([&](const Span& s) { return words_.pronoun.has(s.symbol); }) ? FeaturePart("pronoun") : FeaturePart("no");
}

// How many of the statements that their own sentences date are of that day.
FeaturePart DayScene::share(const Told& told) const {
  std::size_t all = 0, on_it = 0;
  for (const Statement& s : statements_) all += s.said.has_value(), on_it += same(s.said, told.day());
  return portion(on_it, all);
}

DayScene::Between DayScene::between(const Signs& signs, const Told& told) const {
  constexpr std::size_t most = 2;  // more are not told apart
  const std::size_t here = seen_[signs.statement].sentence;
  const std::size_t from = std::min(here, told.sentence), to = std::max(here, told.sentence);
  std::size_t days = 0;
  const Interval* day = nullptr;
  for (auto t = told_.begin() + first_told_[from + 1]; t != told_.end() && t->sentence < to && days < most; ++t)
    if (!same(t->day(), told.day()) && (day == nullptr || !same(*day, t->day()))) ++days, day = &t->day();
  std::size_t speaker = 0;
  const std::uint32_t who = seen_[signs.statement].who;
  const auto of_speaker = [&](std::size_t i) { return seen_[i].who == who && i != signs.statement; };
  for (auto i = by_sentence_.begin() + first_statement_[told.sentence + 1];
       who != nobody && i != by_sentence_.end() && seen_[*i].sentence < here && speaker < most; ++i)
    speaker += of_speaker(*i);
  return {count(days), count(speaker)};
}

DayScene::Prior DayScene::prior(std::size_t statement, const std::vector<std::optional<Interval>>& days) const {
  const std::uint32_t who = seen_[statement].who;
  const std::size_t here = seen_[statement].sentence, now = seen_[statement].place;
  const auto is_speaker = [&](std::size_t i) { return who != nobody && seen_[i].who == who; };
  const auto add = [](std::vector<Prior::Count>& to, const Interval& day) {
    const auto known = std::find_if(to.begin(), to.end(), [&](const Prior::Count& c) { return same(*c.day, day); });
    known == to.end() ? to.push_back({&day, 1}) : void(++known->statements);
  };
  Prior out;
  for (std::size_t k = places_[statement]; k-- > 0 && !(out.spoke && out.last != nullptr);) {
    const std::size_t i = order_[k];
    if (!is_speaker(i) || seen_[i].place >= now) continue;
    if (!out.spoke && seen_[i].speech) out.spoke = true, out.nearest = days[i] ? &*days[i] : nullptr;
    if (!days[i] || out.last != nullptr) continue;
    const std::size_t d = here - std::min(here, seen_[i].sentence);
    out.last = &*days[i];
    out.last_far = d == 0    ? FeaturePart("0")
                   : d == 1  ? FeaturePart("1")
                   : d <= 3  ? FeaturePart("2")
                   : d <= 6  ? FeaturePart("4")
                   : d <= 12 ? FeaturePart("7")
                             : FeaturePart("13");
  }
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    if (days[i] && is_speaker(i)) add(out.of_speaker, *days[i]);
    if (seen_[i].place >= now || !seen_[i].speech || seen_[i].title) continue;
    out.all += 1;
    if (days[i])
      add(out.so_far, *days[i]);
    else
      out.open += 1;
  }
  return out;
}

DayScene::Before DayScene::before(const Prior& prior, const Told& told) const {
  const auto is_it = [&](const Interval* day) { return day != nullptr && same(*day, told.day()); };
  const auto count_of = [&](const std::vector<Prior::Count>& counts) {
    const auto found = std::find_if(counts.begin(), counts.end(), [&](const Prior::Count& c) { return is_it(c.day); });
    return found == counts.end() ? std::size_t{0} : found->statements;
  };
  Before out{"no", "no", "none", "none"};
  if (prior.spoke)
    out.same = is_it(prior.nearest) ? FeaturePart("this") : prior.nearest ? FeaturePart("other") : FeaturePart("open");
  if (prior.last != nullptr) out.last = is_it(prior.last) ? FeaturePart("this") : FeaturePart("other");
  out.so_far =
      prior.all > 0 && prior.open == prior.all ? FeaturePart("open") : portion(count_of(prior.so_far), prior.all);
  const bool this_day = count_of(prior.of_speaker) > 0, other_day = prior.of_speaker.size() > this_day;
  if (this_day || other_day)
    out.of_speaker = !other_day ? FeaturePart("this") : this_day ? FeaturePart("also") : FeaturePart("other");
  return out;
}

// How words of time in the statement's own sentence stand to its cue.
template <typename Sink>
void DayScene::beside(const Signs& signs, const Told& told, Sink& sink) const {
  const Statement& s = statements_[signs.statement];
  if (!s.cue) return;
  const Range time = told.words->bytes;
  const bool before = time.end <= s.cue->begin, after = time.begin >= s.cue->end;
  const FeaturePart where = before ? FeaturePart("before") : after ? FeaturePart("after") : FeaturePart("inside");
  const Range gap = before ? Range{time.end, s.cue->begin} : Range{s.cue->end, time.begin};
  std::size_t verbs = 0;
  bool opens = false;
  for (const Span& span : text_.clauses[told.sentence].spans) {
    if (span.bytes.begin < gap.begin || span.bytes.end > gap.end) continue;
    verbs += words_.finite.has(span.symbol);
    opens |= words_.opens.has(span.symbol);
  }
  sink("cue-verbs-between", count(verbs));
  sink("cue-side+in-content", where, yes(overlaps(s.content, time)));
  sink("cue-side+verbs+clause-between", where, count(verbs), yes(opens));
}

template <typename Sink>
void DayScene::features_of(const Signs& signs, Sink& sink) const {
  sink("a-day");
  sink("tense", signs.tense);
  sink("kind", signs.kind);
  sink("manner", signs.manner);
  sink("manner+tense", signs.manner, signs.tense);
  sink("pronoun", signs.pronoun);
  sink("unnamed+tense", signs.unnamed, signs.tense);
  sink("bystander", signs.bystander);
  sink("days-told", days_told_);
  sink("undated", signs.undated);
  sink("live+tense", live_, signs.tense);
}

template <typename Sink>
void DayScene::features_of(const Told& told, Sink& sink) const {
  sink("age", age(told.day(), text_.times.published()));
  sink("verb-of-day", told.verb);
  sink("day-of-main", told.main);
  sink("lead", told.lead);
}

template <typename Sink>
void DayScene::features(const Signs& signs, const Told& told, Sink& sink) const {
  const std::size_t here = seen_[signs.statement].sentence;
  const FeaturePart far = distance(told.sentence, here), where = side(told.sentence, here);
  const Between between = this->between(signs, told);
  const Before before = this->before(signs.prior, told);
  const FeaturePart then = said_then(signs, told), name = named(signs, told);
  sink("time-words+side", signs.time, where);
  sink("headline+day-in-lede", signs.title, yes(told.sentence < lede));
  sink("day-of-appearance+distance", told.appears, far);
  sink("distance+days-between", far, between.days);
  sink("said-then+length", then, length(told.day()));
  sink("said-then+in-content", then, told.in_content);
  sink("speaker-between", between.speaker);
  sink("named+side", name, where);
  sink("so-far+time-words", before.so_far, signs.time);
  sink("before+bystander", before.same, signs.bystander);
  sink("before+share", before.same, told.share);
  sink("last-day", before.last, signs.prior.last_far);
  sink("last-day+days-between", before.last, signs.prior.last_far, between.days);
  sink("days-of-speaker+tense", before.of_speaker, signs.tense);
  sink("said-then+side+place", then, where, signs.place);
  sink("said-then+tense", then, signs.tense);
  sink("setting+shared", told.setting, settings_.shared(told.sentence, here));
  sink("setting+tense", told.setting, signs.tense);
  if (is(live_, "yes")) sink("heading+tense", told.heading, signs.tense);
  sink("said-then+statements-of-speaker", then, signs.many);
  sink("named+first", name, yes(!signs.prior.spoke));
  sink("said-then+paragraph", then, paragraph(told.sentence, here));
  sink("lead+side", told.lead, where);
  if (told.sentence == here) beside(signs, told, sink);
}

template void DayScene::features_of(const Signs&, Sum&) const;
template void DayScene::features_of(const Signs&, Written&) const;
template void DayScene::features_of(const Told&, Sum&) const;
template void DayScene::features_of(const Told&, Written&) const;
template void DayScene::features(const Signs&, const Told&, Sum&) const;
template void DayScene::features(const Signs&, const Told&, Written&) const;

}  // namespace onrecord
