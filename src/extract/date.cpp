#include "extract/date.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/error.h"

namespace onrecord {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Which class of the word alphabet is which symbol of the alphabet "dating"; any other is OTHER.
constexpr std::pair<std::string_view, std::string_view> kinds[] = {
    {"FINITE", "VERB"}, {"VGER", "DOING"},   {"VINF", "INFINITIVE"}, {"WHO", "OPENS"},  {"WHICH", "OPENS"},
    {"WH", "OPENS"},    {"SUBORD", "OPENS"}, {"THAT", "OPENS"},      {"NP", "NOUN"},    {"PRONOUN", "NOUN"},
    {"HIM", "NOUN"},    {"QUOTED", "NOUN"},  {"NUMBER", "NOUN"},     {"PREPS", "PREP"}, {"OF", "OF"},
    {"AND", "AND"},     {"BUT", "AND"},      {"COMMA", "COMMA"},     {"STOP", "MARK"},  {"SEMICOLON", "MARK"},
    {"COLON", "MARK"},  {"DASH", "MARK"},
};

char symbol_of(const Alphabet& alphabet, std::string_view name) {
  const char symbol = alphabet.symbol(name);
  if (symbol == 0)
    throw Error("the alphabet \"dating\" has no symbol " + std::string(name) + "; rules/en/dating.toml declares it");
  return symbol;
}

// Whether words of time can be those of a statement.
bool can_tell(const TimeWords& words) { return words.interval && !words.aside; }

}  // namespace

struct Dater::Line {
  std::string symbols;
  std::vector<Range> places;       // bytes of each symbol
  std::vector<std::size_t> times;  // of a DATE or DATED: index of its words; else nowhere

  void add(char symbol, Range bytes, std::size_t time, bool merge) {
    if (merge && !symbols.empty() && symbols.back() == symbol && times.back() == time) {
      places.back().end = bytes.end;
      return;
    }
    symbols += symbol;
    places.push_back(bytes);
    times.push_back(time);
  }
};

Dater::Dater(const Grammar& grammar)
    : reader_(grammar),
      words_(grammar),
      lexer_(grammar.lexer()),
      stage_(grammar.stage("dating")),
      occasion_(lexer_.tag("occasion")),
      month_(lexer_.tag("month")),
      cue_capture_(stage_.capture("cue")),
      date_capture_(stage_.capture("date")) {
  const Alphabet& word = grammar.alphabet();
  const Alphabet& dating = grammar.alphabet("dating");
  timely_ = word.set({"DAY", "LAST"});
  finite_ = word.members("FINITE");
  verbs_ = finite_ + std::string(word.members("VINF"));
  doing_ = word.members("VGER");
  preps_ = word.members("PREPS");
  for (const std::string_view name : {"THAT", "WHICH", "WHO", "SUBORD"}) opens_ += word.members(name);
  ing_ = word.symbol("VING");
  for (const std::string_view name : {"VING", "NING"}) ings_ += word.members(name);
  prep_ = word.symbol("PREP");
  comma_ = word.symbol("COMMA");
  for (const std::string_view name : {"SEMICOLON", "DASH", "COLON"}) marks_ += word.members(name);
  for (const std::string_view name : {"AND", "BUT", "VGER"}) goes_on_ += word.members(name);
  phrases_ = preps_;
  for (const std::string_view name : {"NP", "QUOTED", "COMMA", "AND", "NUMBER", "POSS"}) phrases_ += word.members(name);
  for (const std::string_view name : {"QUOTED", "BRACKET"}) shut_ += word.members(name);
  for (const std::string_view name : {"NP", "QUOTED"}) called_ += word.members(name);
  std::fill(std::begin(plain_), std::end(plain_), symbol_of(dating, "OTHER"));
  for (const auto& [from, to] : kinds)
    for (const char c : word.members(from)) plain_[static_cast<unsigned char>(c) & 127] = symbol_of(dating, to);
  cue_ = symbol_of(dating, "CUE");
  cueing_ = symbol_of(dating, "CUEING");
  now_ = symbol_of(dating, "NOW");
  source_ = symbol_of(dating, "SOURCE");
  content_ = symbol_of(dating, "CONTENT");
  date_ = symbol_of(dating, "DATE");
  dated_ = symbol_of(dating, "DATED");
  event_ = symbol_of(dating, "EVENT");
}

// Calls each(stretch, last) for the stretches of a sentence in which words of time can stand: tokens that look like
// one and a few around them; `last` is where the last of them begins.
template <typename Each>
void Dater::each_timely(std::string_view text, const Clause& clause, const Each& each) const {
  constexpr std::ptrdiff_t before = 4, around = 6;  // "ahead of the last day of the month", "a few hours before"
  const auto looks_like_it = [&](const Token& token) {
    return timely_.has(token.symbol) || std::isdigit(static_cast<unsigned char>(text[token.range.begin])) != 0 ||
           lexer_.has(token.entry, month_);
  };
  const auto end = clause.tokens.end();
  auto free = clause.tokens.begin();  // no stretch holds it
  for (auto first = std::find_if(free, end, looks_like_it); first != end;) {
    auto last = first, next = first;
    while ((next = std::find_if(next + 1, end, looks_like_it)) != end && next - last <= 2 * around) last = next;
    const auto from = std::max(free, first - std::min(first - clause.tokens.begin(), before));
    const auto to = last + std::min(around, end - last - 1);
    each(Range{from->range.begin, to->range.end}, last->range.begin);
    free = to + 1;
    first = next;
  }
}

// What the cue is to the rules: of now, of no verb's time (an -ing form), or of then.
char Dater::cue_symbol(std::string_view text, const Clause& clause, const Quotation& quotation, char span) const {
  if (doing_.find(span) != std::string::npos) return cueing_;
  const Tense tense = words_.tense(text, clause, *quotation.cue);
  return tense == "present" || tense == "has" ? now_ : cue_;
}

// Whether words of time inside the content are the cue's all the same: at its head, right after the cue ("was named
// last week as …"); or where no verb stands before them, at its end ("praised the plan on Tuesday"), before an -ing
// form ("filed a suit in 2013 alleging …"), a preposition, "that" ("issued a ruling today that …") or what the thing is
// called ("called the plan Tuesday a disaster").
bool Dater::outside(const Clause& clause, const Quotation& quotation, const TimeWords& time, Range piece) const {
  if (piece.begin < quotation.cue->begin) return false;  // “In 2008, Hallow said, taxes rose.”
  const auto follows = [](std::size_t at, std::size_t to) { return at <= to && to <= at + 2; };
  const auto next = std::find_if(clause.spans.begin(), clause.spans.end(),
                                 [&](const Span& s) { return s.bytes.begin >= time.bytes.end; });
  const auto among = [&](const std::string& symbols) {
    return next != clause.spans.end() && symbols.find(next->symbol) != std::string::npos;
  };
  if (time.bytes.begin == piece.begin && follows(quotation.cue->end, piece.begin)) return !among(finite_);
  // "A letter Monday making it clear" is one phrase.
  const auto word = std::find_if(clause.tokens.begin(), clause.tokens.end(),
                                 [&](const Token& t) { return t.range.begin >= time.bytes.end; });
  const bool doing = among(doing_) || (word != clause.tokens.end() && word->symbol == ing_);
  // "Announced tighter controls on Tuesday, with …"
  const auto first = std::find_if(clause.spans.begin(), clause.spans.end(),
                                  [&](const Span& s) { return s.bytes.begin >= piece.begin; });
  const bool ended = next != clause.spans.end() && next->symbol == comma_ && time.rule->keys.count("told") == 0 &&
                     called_.find(first->symbol) != std::string::npos &&
                     ings_.find(clause.tokens[first->tokens.begin].symbol) == std::string::npos;
  if (!follows(time.bytes.end, piece.end) && !doing && !among(preps_) && !among(opens_) && !among(called_) && !ended)
    return false;
  return std::none_of(clause.spans.begin(), clause.spans.end(), [&](const Span& s) {
    const bool before = piece.contains(s.bytes) && s.bytes.begin < time.bytes.begin;
    // "Said that Friday “was a bad day”"; but "learned that in 2012", "called that report Friday “a lie”".
    const bool apart = s.bytes.begin == piece.begin && !(among(called_) && follows(s.bytes.end, time.bytes.begin));
    // Nor does "since her election in 2019" date the praise of a plan.
    if (before && !apart && opens_.find(s.symbol) != std::string::npos) return true;
    const bool noun = s.bytes.begin == piece.begin && finite_.find(s.symbol) != std::string::npos;  // “support for …”
    return piece.overlaps(s.bytes) && !noun && s.bytes.begin < time.bytes.begin &&
           verbs_.find(s.symbol) != std::string::npos && !follows(s.bytes.end, time.bytes.begin);
  });
}

// Whether words of time in the content are those of an occasion to speak that ends it: "at a rally in Ohio on Monday".
bool Dater::of_occasion(const Clause& clause, const TimeWords& time, Range piece) const {
  const std::vector<Span>& spans = clause.spans;
  const auto among = [&](std::size_t i, const std::string& symbols) {
    return symbols.find(spans[i].symbol) != std::string::npos;
  };
  const auto found =
      std::find_if(spans.begin(), spans.end(), [&](const Span& s) { return s.bytes.end > time.bytes.begin; });
  auto at = static_cast<std::size_t>(found - spans.begin());
  for (std::size_t i = at; i < spans.size() && spans[i].bytes.begin < piece.end; ++i) {
    if (spans[i].bytes.begin < time.bytes.end) continue;
    // "In letters over the weekend, and the council …", "in a poll this month, surpassing …"
    const bool ends = among(i, marks_) || (spans[i].symbol == comma_ && i + 1 < spans.size() && among(i + 1, goes_on_));
    if (ends) piece.end = spans[i].bytes.begin;
    if (!ends && !among(i, phrases_)) return false;
  }
  const bool has_verb = std::any_of(spans.begin(), spans.end(), [&](const Span& s) {
    return piece.overlaps(s.bytes) && finite_.find(s.symbol) != std::string::npos;
  });
  if (const auto told = time.rule->keys.find("told"); told != time.rule->keys.end())
    return told->second == "always" || !has_verb;
  while (at-- > 0 && spans[at].bytes.begin >= piece.begin && among(at, phrases_)) {
    const Token& head = clause.tokens[spans[at].tokens.end - 1];
    if (!lexer_.has(head.entry, occasion_)) continue;
    const bool after_quotation = at > 1 && shut_.find(spans[at - 2].symbol) != std::string::npos;
    const bool event = lexer_.value(head.entry, occasion_) == "event";
    return at > 0 && spans[at - 1].symbol == prep_ && !(event && has_verb && !after_quotation);
  }
  return false;
}

Dater::Line Dater::line(std::string_view text, const Clause& clause, const Quotation& quotation,
                        const std::vector<TimeWords>& times) const {
  Line out;
  for (const Span& span : clause.spans) {
    const bool open = shut_.find(span.symbol) == std::string::npos;
    const auto time = std::find_if(times.begin(), times.end(), [&](const TimeWords& t) {
      return open && can_tell(t) && t.bytes.overlaps(span.bytes);
    });
    const bool timed = time != times.end();
    const std::size_t index = timed ? static_cast<std::size_t>(time - times.begin()) : nowhere;
    const auto piece = std::find_if(quotation.content.begin(), quotation.content.end(),
                                    [&](Range r) { return r.overlaps(span.bytes); });
    const bool cue = quotation.cue->overlaps(span.bytes);
    if (cue && (!timed || span.bytes.contains(quotation.cue->begin)))
      out.add(cue_symbol(text, clause, quotation, span.symbol), span.bytes, nowhere, true);
    else if (piece != quotation.content.end() && timed && of_occasion(clause, *time, *piece))
      out.add(event_, span.bytes, index, true);
    else if (piece != quotation.content.end() && !(timed && outside(clause, quotation, *time, *piece)))
      out.add(content_, span.bytes, nowhere, true);
    else if (quotation.source && quotation.source->overlaps(span.bytes))
      out.add(timed ? dated_ : source_, span.bytes, index, true);
    else if (timed)
      out.add(date_, span.bytes, index, true);
    else
      out.add(plain_[static_cast<unsigned char>(span.symbol) & 127], span.bytes, nowhere, false);
  }
  return out;
}

std::vector<TimeWords> Dater::times(std::string_view text, const Clause& clause, std::optional<Date> published) const {
  std::vector<TimeWords> out;
  each_timely(text, clause, [&](Range stretch, std::size_t last) {
    for (TimeWords& words : reader_.read(text, stretch, published, last)) out.push_back(std::move(words));
  });
  return out;
}

std::vector<TimeWords> Dater::times(const Article& article, const Clause& clause) const {
  return times(article.text, clause, article.published);
}

std::string Dater::symbols(std::string_view text, const Clause& clause, const Quotation& quotation,
                           const std::vector<TimeWords>& times) const {
  return times.empty() || !quotation.cue ? std::string() : line(text, clause, quotation, times).symbols;
}

std::optional<Dating> Dater::date(const Article& article, const Clause& clause, const Quotation& quotation,
                                  const std::vector<TimeWords>& times) const {
  if (times.empty() || !quotation.cue) return std::nullopt;
  const Dating out = decide(article, line(article.text, clause, quotation, times), quotation, times);
  return out.rule == nullptr ? std::nullopt : std::optional(out);
}

Dating Dater::decide(const Article& article, const Line& line, const Quotation& quotation,
                     const std::vector<TimeWords>& times) const {
  const auto words = [&](Range r) {
    return slice(article.text, {line.places[r.begin].begin, line.places[r.end - 1].end});
  };
  const Match match = stage_.first(line.symbols, words);
  Dating out{match.rule, *quotation.cue, std::nullopt};
  if (!match) return out;
  if (const auto& date = match.captures[date_capture_]) out.time = times[line.times[date->begin]];
  return out;
}

std::optional<Interval> Dater::said(const Article& article, const Clause& clause, const Quotation& quotation,
                                    const std::vector<TimeWords>& times) const {
  if (!quotation.cue || std::none_of(times.begin(), times.end(), can_tell)) return std::nullopt;
  const Line line = this->line(article.text, clause, quotation, times);
  if (std::all_of(line.times.begin(), line.times.end(), [](std::size_t t) { return t == nowhere; }))
    return std::nullopt;  // all stand in what is said
  const Dating dating = decide(article, line, quotation, times);
  return dating.time ? dating.time->interval : std::nullopt;
}

ArticleTimes::ArticleTimes(const Dater& dater, const Article& article, const std::vector<Clause>& clauses)
    : dater_(dater), article_(article), clauses_(clauses), published_(article.published), read_(clauses.size()) {
  constexpr std::size_t first = 4;     // sentences in which a dateline stands
  constexpr std::size_t longest = 60;  // bytes of one
  for (std::size_t i = 0; published_ && i < clauses.size() && i < first; ++i) {
    if (clauses[i].spans.empty()) continue;
    const std::size_t begin = clauses[i].spans.front().bytes.begin;
    const Range head{begin, std::min<std::size_t>(begin + longest, clauses[i].spans.back().bytes.end)};
    if (const auto written = dater_.reader().dateline(article.text, head, *published_)) {
      published_ = written;
      break;
    }
  }
}

const std::vector<TimeWords>& ArticleTimes::of(std::size_t sentence) {
  std::optional<std::vector<TimeWords>>& read = read_[sentence];
  if (read) return *read;
  read = dater_.times(article_.text, clauses_[sentence], published_);
  for (std::size_t i = 0; i < read->size(); ++i) {
    TimeWords& words = (*read)[i];
    if (!words.from_told) continue;
    const auto before = told_before(sentence, i);
    if (!before) continue;
    const std::chrono::days shift{*words.from_told};
    words.interval = Interval{before->from + shift, before->to + shift, std::string(slice(article_.text, words.bytes))};
  }
  return *read;
}

// The last day that is told before words of a sentence.
std::optional<Interval> ArticleTimes::told_before(std::size_t sentence, std::size_t words) {
  constexpr std::size_t far = 6;  // sentences
  for (std::size_t back = 0; back <= far && back <= sentence; ++back) {
    const std::vector<TimeWords>& times = of(sentence - back);
    for (std::size_t i = back == 0 ? words : times.size(); i-- > 0;)
      if (times[i].interval && times[i].interval->from == times[i].interval->to) return times[i].interval;
  }
  return std::nullopt;
}

}  // namespace onrecord
