#include "extract/date_scene.h"

#include <algorithm>
#include <numeric>

#include "core/text.h"

namespace onrecord {

using namespace day;

namespace {

constexpr std::size_t lede = 3;  // sentences
constexpr std::string_view poll = "poll";
constexpr std::string_view poll_words[]{"poll", "survey", "percent", "respondents", "half", "thirds", "majority"};
constexpr std::string_view report = "report";
constexpr std::string_view report_words[]{"report", "review", "inquiry", "investigation", "study", "audit", "probe"};

YesNo yes(bool value) { return YesNo::at(value); }

Count count(std::size_t n) { return Count::at(std::min<std::size_t>(n, 2)); }

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

// Of a statement's sentence, what can tell its day: not the content, nor what stands well behind the cue.
Beside beside(const Statement& s) {
  constexpr std::size_t near = 60;  // bytes
  return {s.content, s.cue ? s.cue->end + near : std::string_view::npos};
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
Distance distance(std::size_t told, std::size_t here) {
  if (told > here) {
    const std::size_t d = told - here;
    return d == 1 ? Distance("after1") : d == 2 ? Distance("after2") : d <= 5 ? Distance("after3") : Distance("after6");
  }
  const std::size_t d = here - told;
  return d == 0   ? Distance("0")
         : d == 1 ? Distance("1")
         : d == 2 ? Distance("2")
         : d < 6  ? Distance("3")
         : d < 11 ? Distance("6")
         : d < 21 ? Distance("11")
                  : Distance("21");
}

Side side(std::size_t told, std::size_t here) {
  return told == here ? Side("here") : told > here ? Side("after") : Side("before");
}

Length length(const Interval& day) {
  const auto n = (day.to - day.from).count() + 1;
  return n == 1 ? Length("day") : n <= 7 ? Length("week") : n <= 31 ? Length("month") : Length("year");
}

Age age(const Interval& day, std::optional<Date> published) {
  const auto n = published ? (*published - day.from).count() : 1000;
  return n == 0     ? Age("0")
         : n == 1   ? Age("1")
         : n <= 3   ? Age("2")
         : n <= 7   ? Age("7")
         : n <= 31  ? Age("month")
         : n <= 366 ? Age("year")
                    : Age("older");
}

// Of `part` in `all`.
Portion portion(std::size_t part, std::size_t all) {
  return all == 0          ? Portion("none")
         : part == all     ? Portion("all")
         : 2 * part >= all ? Portion("most")
         : part > 0        ? Portion("some")
                           : Portion("no");
}

}  // namespace

DayScene::DayScene(const DayWords& words, const DayFeatures& features, const DayText& text,
                   const std::vector<Statement>& statements)
    : words_(words),
      of_(features),
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
  std::iota(order_.begin(), order_.end(), 0);
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return seen_[a].place < seen_[b].place; });
  for (std::size_t i = 0; i < order_.size(); ++i) places_[order_[i]] = i;
  by_who_.resize(keepers.size());
  for (const std::size_t i : order_) by_who_[seen_[i].who].push_back(i);
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
    for (auto t = first_from(tokens, s.source->begin); t != tokens.end() && t->range.begin < s.source->end + near; ++t)
      if (words_.lexer.has(t->entry, words_.bystander) && !overlaps(s.content, t->range))
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
    const YesNo appears = yes(words_.has(clause, words_.appears));
    const Setting setting = settings_.weight(i);
    for (const TimeWords& words : times) {
      if (!words.interval || words.from_told || quoted(clause, words.bytes)) continue;
      const Tense verb = words_.tense_at(text, clause, words.bytes);
      if (verb == "modal" || verb == "to") continue;  // “will vote on Tuesday”: that day is yet to come
      bool in_content = false;
      for (auto k = of_sentence; k != by_sentence_.end() && seen_[*k].sentence == i; ++k)
        in_content |= overlaps(statements_[*k].content, words.bytes);
      const auto kind = words.rule->keys.find("told");
      const bool heading = kind != words.rule->keys.end() && kind->second == "heading";
      if (heading) live_ = "yes";
      told_.push_back({i, &words, words_.lead(text, clause, words.bytes), verb, yes(in_content), appears, yes(heading),
                       setting, length(*words.interval)});
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
  days_told_ = different < 2 ? "1" : different == 2 ? DaysTold("2") : DaysTold("3+");
}

// A headline is not always marked as one: a first sentence alone in its paragraph is one as well.
bool DayScene::is_headline(std::size_t sentence) const {
  const std::vector<Sentence>& all = text_.sentences;
  return all[sentence].title || (sentence == 0 && all.size() > 1 && all[1].paragraph != all[0].paragraph);
}

std::optional<std::size_t> DayScene::taken_up(std::size_t statement, const Course& course) const {
  constexpr std::size_t near = 7;  // sentences
  const Seen& here = seen_[statement];
  if (here.who == nobody || !is_headline(here.sentence)) return std::nullopt;
  for (std::size_t k = places_[statement] + 1; k < order_.size(); ++k) {
    const std::size_t i = order_[k];
    if (seen_[i].sentence > here.sentence + near) break;
    if (course.days[i] != nullptr && seen_[i].who == here.who) return i;
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
    told_[i].main = !settings_.any_most()          ? Main("none")
                    : beside[i] == 0               ? Main("no")
                    : one_day && beside[i] == most ? Main("this")
                                                   : Main("other");
  }
}

// Where the sentence that tells a day stands, by paragraphs.
Paragraphs DayScene::paragraph(std::size_t told, std::size_t here) const {
  const std::size_t there = text_.sentences[told].paragraph, now = text_.sentences[here].paragraph;
  if (told == here) return "here";
  if (there == now) return told < here ? Paragraphs("same-before") : Paragraphs("same-after");
  return there + 1 == now ? Paragraphs("previous") : there == now + 1 ? Paragraphs("next") : Paragraphs("far");
}

DayScene::Course DayScene::begin() const {
  Course out;
  out.days.reserve(statements_.size());
  for (const Statement& s : statements_) out.days.push_back(s.said ? &*s.said : nullptr);
  return out;
}

std::optional<DayScene::Signs> DayScene::signs(std::size_t statement, Course& course) const {
  const std::string_view text = text_.article.text;
  const Statement& s = statements_[statement];
  const std::size_t here = seen_[statement].sentence;
  const Sentence& sentence = text_.sentences[here];
  const Clause& clause = text_.clauses[here];
  const Beside beside = onrecord::beside(s);
  Signs out;
  out.statement = statement;
  out.tense = s.cue ? words_.tense(text, clause, *s.cue) : Tense("no-cue");
  if (out.tense == "has" || out.tense == "modal") return std::nullopt;
  if (s.cue && words_.has(clause, words_.undated, *s.cue)) return std::nullopt;
  out.undated = yes(words_.has(clause, words_.undated, beside));
  out.kind = KindWord::at(static_cast<std::size_t>(s.kind));
  out.manner = MannerWord::at(static_cast<std::size_t>(s.manner));
  const std::string_view source = s.source ? slice(text, *s.source) : std::string_view();
  out.pronoun = yes(one_of(source, {"he", "she", "they", "it", "I", "we", "who", "He", "She", "They", "It", "We"}));
  out.unnamed = yes(s.speaker.kind == SpeakerKind::group || s.speaker.kind == SpeakerKind::unnamed);
  out.time = yes(words_.tells_time(text, clause, beside));
  out.title = yes(sentence.title);
  out.place = sentence.title || here == 0 ? "head" : here < lede ? Place("lede") : Place("body");
  if (s.speaker.kind == SpeakerKind::person || s.speaker.kind == SpeakerKind::organization)
    out.surname = last_word(s.speaker.name);
  out.named = &named_[out.surname];
  out.named->resize(told_.size());
  const std::uint32_t who = seen_[statement].who;
  const std::size_t many = who == nobody ? 0 : by_who_[who].size();
  out.many = many <= 1 ? "1" : many <= 3 ? "2" : many <= 6 ? Many("4") : Many("7");
  out.bystander = yes(bystanders_.count(who) > 0);
  out.prior = prior(statement, course);
  pass(statement, course);
  out.course = &course;
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
Then DayScene::said_then(const Signs& signs, const Told& told) const {
  Then out = "nobody";
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
Named DayScene::named(const Signs& signs, const Told& told) const {
  std::optional<Named>& out = (*signs.named)[static_cast<std::size_t>(&told - told_.data())];
  if (!out) out = find_name(signs.surname, told.sentence);
  return *out;
}

Named DayScene::find_name(const std::string& surname, std::size_t sentence) const {
  const std::string_view text = text_.article.text;
  const std::vector<Span>& spans = text_.clauses[sentence].spans;
  const auto any = [&](const auto& holds) { return std::any_of(spans.begin(), spans.end(), holds); };
  const auto holds = [&](Range bytes) { return slice(text, bytes).find(surname) != std::string_view::npos; };
  if (!surname.empty() && holds(text_.sentences[sentence].range))
    return any([&](const Span& s) { return words_.subject.has(s.symbol) && holds(s.bytes); }) ? Named("subject")
                                                                                              : Named("inside");
  return any([&](const Span& s) { return words_.pronoun.has(s.symbol); }) ? Named("pronoun") : Named("no");
}

// How many of the statements that their own sentences date are of that day.
Portion DayScene::share(const Told& told) const {
  std::size_t all = 0, on_it = 0;
  for (const Statement& s : statements_) all += s.said.has_value(), on_it += same(s.said, told.day());
  return portion(on_it, all);
}

DayScene::Between DayScene::between(const Signs& signs, const Told& told) const {
  constexpr std::size_t most = 2;  // more are not told apart
  const std::size_t here = seen_[signs.statement].sentence;
  const std::size_t from = std::min(here, told.sentence), to = std::max(here, told.sentence);
  std::size_t days = 0, day = told.first;
  for (auto t = told_.begin() + first_told_[from + 1]; t != told_.end() && t->sentence < to && days < most; ++t)
    if (t->first != told.first && t->first != day) ++days, day = t->first;
  std::size_t speaker = 0;
  for (const std::size_t sentence : signs.prior.sentences) speaker += sentence > told.sentence + 1;
  return {count(days), count(speaker)};
}

// Counts the statements before one; their days are decided.
void DayScene::pass(std::size_t statement, Course& course) const {
  for (; seen_[order_[course.passed]].place < seen_[statement].place; ++course.passed) {
    const std::size_t i = order_[course.passed];
    if (!seen_[i].speech || seen_[i].title) continue;
    course.all += 1;
    if (course.days[i] == nullptr) {
      course.open += 1;
      continue;
    }
    auto& counts = course.so_far;
    const auto known = std::find_if(counts.begin(), counts.end(),
                                    [&](const Course::Count& c) { return same(*c.day, *course.days[i]); });
    known == counts.end() ? counts.push_back({course.days[i], 1}) : void(++known->statements);
  }
}

DayScene::Prior DayScene::prior(std::size_t statement, const Course& course) const {
  Prior out;
  const std::size_t here = seen_[statement].sentence, now = seen_[statement].place;
  if (seen_[statement].who == nobody) return out;
  const std::vector<std::size_t>& own = by_who_[seen_[statement].who];
  for (std::size_t k = own.size(); k-- > 0;) {
    const std::size_t i = own[k];
    const Interval* day = course.days[i];
    if (day != nullptr &&
        std::none_of(out.days.begin(), out.days.end(), [&](const Interval* d) { return same(*d, *day); }))
      out.days.push_back(day);
    if (const std::size_t sentence = seen_[i].sentence + 1; sentence <= here) {
      auto& [last, second] = out.sentences;
      second = std::max(second, std::min(last, sentence)), last = std::max(last, sentence);
    }
    if (seen_[i].place >= now) continue;
    if (!out.spoke && seen_[i].speech) out.spoke = true, out.nearest = day;
    if (day == nullptr || out.last != nullptr) continue;
    const std::size_t d = here - std::min(here, seen_[i].sentence);
    out.last = day;
    out.last_far = d == 0 ? "0" : d == 1 ? "1" : d <= 3 ? "2" : d <= 6 ? "4" : d <= 12 ? Far("7") : Far("13");
  }
  return out;
}

DayScene::Before DayScene::before(const Signs& signs, const Told& told) const {
  const Prior& prior = signs.prior;
  const Course& course = *signs.course;
  const auto is_it = [&](const Interval* day) { return day != nullptr && same(*day, told.day()); };
  Before out{"no", "no", "open", "none"};
  if (prior.spoke)
    out.nearest = is_it(prior.nearest) ? "this" : prior.nearest != nullptr ? Nearest("other") : Nearest("open");
  if (prior.last != nullptr) out.last = is_it(prior.last) ? Last("this") : Last("other");
  if (course.all == 0 || course.open < course.all) {
    const auto found =
        std::find_if(course.so_far.begin(), course.so_far.end(), [&](const Course::Count& c) { return is_it(c.day); });
    out.so_far = portion(found == course.so_far.end() ? 0 : found->statements, course.all);
  }
  const bool this_day = std::any_of(prior.days.begin(), prior.days.end(), is_it);
  const bool other_day = prior.days.size() > this_day;
  if (this_day || other_day) out.of_speaker = !other_day ? "this" : this_day ? OfSpeaker("also") : OfSpeaker("other");
  return out;
}

// How words of time in the statement's own sentence stand to its cue.
template <typename Sink>
void DayScene::beside(const Signs& signs, const Told& told, Sink& sink) const {
  const Statement& s = statements_[signs.statement];
  if (!s.cue) return;
  const Range time = told.words->bytes;
  const bool before = time.end <= s.cue->begin, after = time.begin >= s.cue->end;
  const Where where = before ? "before" : after ? Where("after") : Where("inside");
  const Range gap = before ? Range{time.end, s.cue->begin} : Range{s.cue->end, time.begin};
  std::size_t verbs = 0;
  bool opens = false;
  for (const Span& span : text_.clauses[told.sentence].spans) {
    if (span.bytes.begin < gap.begin || span.bytes.end > gap.end) continue;
    verbs += words_.finite.has(span.symbol);
    opens |= words_.opens.has(span.symbol);
  }
  sink(of_.verbs, count(verbs));
  sink(of_.where_content, where, yes(overlaps(s.content, time)));
  sink(of_.where_verbs_opens, where, count(verbs), yes(opens));
}

template <typename Sink>
void DayScene::features_of(const Signs& signs, Sink& sink) const {
  sink(of_.a_day);
  sink(of_.tense, signs.tense);
  sink(of_.kind, signs.kind);
  sink(of_.manner, signs.manner);
  sink(of_.manner_tense, signs.manner, signs.tense);
  sink(of_.pronoun, signs.pronoun);
  sink(of_.unnamed_tense, signs.unnamed, signs.tense);
  sink(of_.bystander, signs.bystander);
  sink(of_.days_told, days_told_);
  sink(of_.undated, signs.undated);
  sink(of_.live_tense, live_, signs.tense);
}

template <typename Sink>
void DayScene::features_of(const Told& told, Sink& sink) const {
  sink(of_.age, age(told.day(), text_.times.published()));
  sink(of_.verb_of_day, told.verb);
  sink(of_.day_of_main, told.main);
  sink("lead", told.lead);
}

template <typename Sink>
void DayScene::features(const Signs& signs, const Told& told, Sink& sink) const {
  const std::size_t here = seen_[signs.statement].sentence;
  const Distance far = distance(told.sentence, here);
  const Side where = side(told.sentence, here);
  const Between between = this->between(signs, told);
  const Before before = this->before(signs, told);
  const Then then = said_then(signs, told);
  const Named name = named(signs, told);
  sink(of_.time_side, signs.time, where);
  sink(of_.headline_lede, signs.title, yes(told.sentence < lede));
  sink(of_.appearance_distance, told.appears, far);
  sink(of_.distance_days, far, between.days);
  sink(of_.then_length, then, told.length);
  sink(of_.then_content, then, told.in_content);
  sink(of_.speaker_between, between.speaker);
  sink(of_.named_side, name, where);
  sink(of_.so_far_time, before.so_far, signs.time);
  sink(of_.before_bystander, before.nearest, signs.bystander);
  sink(of_.before_share, before.nearest, told.share);
  sink(of_.last_day, before.last, signs.prior.last_far);
  sink(of_.last_day_days, before.last, signs.prior.last_far, between.days);
  sink(of_.of_speaker_tense, before.of_speaker, signs.tense);
  sink(of_.then_side_place, then, where, signs.place);
  sink(of_.then_tense, then, signs.tense);
  sink(of_.setting_shared, told.setting, settings_.shared(told.sentence, here));
  sink(of_.setting_tense, told.setting, signs.tense);
  if (live_ == "yes") sink(of_.heading_tense, told.heading, signs.tense);
  sink(of_.then_many, then, signs.many);
  sink(of_.named_first, name, yes(!signs.prior.spoke));
  sink(of_.then_paragraph, then, paragraph(told.sentence, here));
  sink("lead+side", told.lead, where.part());
  if (told.sentence == here) beside(signs, told, sink);
}

template void DayScene::features_of(const Signs&, Sum&) const;
template void DayScene::features_of(const Signs&, Written&) const;
template void DayScene::features_of(const Told&, Sum&) const;
template void DayScene::features_of(const Told&, Written&) const;
template void DayScene::features(const Signs&, const Told&, Sum&) const;
template void DayScene::features(const Signs&, const Told&, Written&) const;

}  // namespace onrecord
