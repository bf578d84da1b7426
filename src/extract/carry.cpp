#include "extract/carry.h"

#include <algorithm>

#include "core/text.h"

namespace onrecord {
namespace {

constexpr double signed_confidence = 0.9;

// What led to nothing says nothing.
void drop_empty(std::vector<Quotation>& quotations) {
  if (std::none_of(quotations.begin(), quotations.end(), [](const Quotation& q) { return q.content.empty(); })) return;
  std::vector<Quotation> kept;
  std::vector<std::size_t> moved(quotations.size());
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    moved[i] = kept.size();
    if (!quotations[i].content.empty()) kept.push_back(std::move(quotations[i]));
  }
  for (Quotation& q : kept)
    if (q.speaker_of) q.speaker_of = moved[*q.speaker_of];
  quotations = std::move(kept);
}

}  // namespace

Carrier::Carrier(const Grammar& grammar)
    : stage_(grammar.stage("discourse")),
      lexer_(grammar.lexer()),
      verb_of_block_(lexer_.tag("writes")),
      from_(stage_.capture("from")),
      carry_(stage_.capture("carry")),
      person_(grammar.alphabet().symbol("PERSON")),
      dash_(grammar.alphabet().symbol("DASH")),
      comma_(grammar.alphabet().symbol("COMMA")),
      stop_(grammar.alphabet().symbol("STOP")),
      quoted_(grammar.alphabet().set({"QUOTED"})),
      joins_(grammar.alphabet().set({"AND", "BUT", "ADV"})),
      subject_(grammar.alphabet().set({"SUBJECT"})),
      finite_(grammar.alphabet().set({"FINITE"})),
      signs_(grammar.alphabet().set({"COMMA", "COLON", "SEMICOLON", "DASH", "STOP", "SIGN"})) {
  const Alphabet& sentence = grammar.alphabet("sentence");
  break_ = sentence.symbol("BREAK"), headline_ = sentence.symbol("HEADLINE"), turn_ = sentence.symbol("TURN");
  leads_ = sentence.symbol("LEADS"), said_ = sentence.symbol("SAID"), open_ = sentence.symbol("OPEN");
  told_ = sentence.symbol("TOLD"), bare_ = sentence.symbol("BARE"), other_ = sentence.symbol("OTHER");
  writes_ = sentence.symbol("WRITES"), signed_ = sentence.symbol("SIGNED"), signature_ = sentence.symbol("SIGNATURE");
}

// The name that signs what stands above: "— Anna Holt, Westmark"; empty where the sentence is no such line.
Range Carrier::signer(std::string_view text, const Clause& clause) const {
  constexpr std::size_t most = 5;  // words of a name and its title
  const std::string& symbols = clause.symbols;
  if (symbols.size() < 2 || symbols[0] != dash_ || symbols[1] != person_) return {};
  std::size_t end = 2;
  while (end < symbols.size() && symbols[end] != comma_ && symbols[end] != stop_) ++end;
  const Range words{clause.spans[1].tokens.begin, clause.spans[end - 1].tokens.end};
  for (const std::size_t t : {words.begin, words.end - 1})  // "van" may stand between
    if (const char c = text[clause.tokens[t].range.begin]; (c < 'A' || c > 'Z') && (c & 0x80) == 0) return {};
  return words.size() > most ? Range{} : Range{clause.spans[1].bytes.begin, clause.spans[end - 1].bytes.end};
}

// What the one who signs there says, without its content.
Quotation Carrier::by_signature(std::string_view text, const Clause& clause, const Rule& rule,
                                std::size_t sentence) const {
  Quotation out;
  out.source = signer(text, clause);
  out.rule = rule.id;
  out.confidence = signed_confidence;
  out.sentence = sentence;
  return out;
}

// Marks the lines that sign a quotation of the paragraph above, and the quotation.
void Carrier::mark_signed(std::string_view text, const std::vector<Sentence>& sentences,
                          const std::vector<Clause>& clauses, const std::vector<std::size_t>& place,
                          std::string& line) const {
  for (std::size_t k = 2; k < line.size(); ++k) {
    const bool alone = line[k - 1] == break_ && line[k - 2] == bare_ && (k + 1 == line.size() || line[k + 1] == break_);
    if (!alone || sentences[place[k]].title || signer(text, clauses[place[k]]).empty()) continue;
    line[k] = signature_;
    for (std::size_t said = k - 1; said-- > 0 && line[said] == bare_;) line[said] = signed_;
  }
}

// Whether it ends with its cue, a verb of speech or writing, and a colon.
bool Carrier::writes(std::string_view text, const Sentence& sentence, const Quotation& quotation) const {
  if (!quotation.cue) return false;
  const std::string_view cue = slice(text, *quotation.cue);
  const std::string_view rest = slice(text, {quotation.cue->end, std::max(quotation.cue->end, sentence.range.end)});
  if (rest != ":") return false;
  for (std::size_t at = 0; at < cue.size();) {  // "wrote in a letter"
    const std::size_t end = first_of(cue, " ", at);
    if (lexer_.has(lexer_.entry(cue.substr(at, end - at)), verb_of_block_)) return true;
    at = end + 1;
  }
  return false;
}

// Whether its content has words in marks.
bool Carrier::quotes(const Clause& clause, const Quotation& quotation) const {
  return std::any_of(clause.spans.begin(), clause.spans.end(), [&](const Span& s) {
    return quoted_.has(s.symbol) && std::any_of(quotation.content.begin(), quotation.content.end(),
                                                [&](Range r) { return r.overlaps(s.bytes); });
  });
}

// Whether a quotation opens the sentence and makes up most of it.
bool Carrier::opens_with_quotation(const Clause& clause) const {
  std::size_t first = 0;
  while (first < clause.symbols.size() && (signs_.has(clause.symbols[first]) || joins_.has(clause.symbols[first])))
    ++first;  // “But “we fought.””
  if (first == clause.symbols.size() || !quoted_.has(clause.symbols[first])) return false;
  std::size_t inside = 0, all = 0;
  for (const Span& span : clause.spans) {
    all += span.bytes.size();
    if (quoted_.has(span.symbol)) inside += span.bytes.size();
  }
  // “Never,” the impostor laughed.
  std::size_t next = first;
  while (next < clause.symbols.size() && quoted_.has(clause.symbols[next])) ++next;
  if (next + 1 < clause.symbols.size() && subject_.has(clause.symbols[next]) && finite_.has(clause.symbols[next + 1]))
    return false;
  return 2 * inside > all;
}

// Whether a label says whose it is: a name in capitals and a colon.
bool Carrier::labelled(std::string_view text, const Quotation& q) {
  if (!q.cue || !q.source || slice(text, *q.cue) != ":") return false;
  const std::string_view name = slice(text, *q.source);
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string Carrier::symbols(const Article& article, const std::vector<Sentence>& sentences,
                             const std::vector<Clause>& clauses, const std::vector<Quotation>& quotations,
                             const std::vector<std::vector<std::size_t>>& of, std::vector<std::size_t>& place) const {
  std::string out;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i > 0 && sentences[i].paragraph != sentences[i - 1].paragraph) {
      out += break_;
      place.push_back(i);
    }
    const Clause& clause = clauses[i];
    const auto has_quote = [&](std::size_t q) { return quotes(clause, quotations[q]); };
    char symbol = other_;
    if (sentences[i].title)
      symbol = headline_;
    else if ((i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph) && !of[i].empty() &&
             labelled(article.text, quotations[of[i].front()]))
      symbol = turn_;
    else if (!of[i].empty() && quotations[of[i].back()].content.empty())
      symbol = writes(article.text, sentences[i], quotations[of[i].back()]) ? writes_ : leads_;
    else if (!of[i].empty() && std::any_of(of[i].begin(), of[i].end(), has_quote))
      symbol = sentences[i].quoted.empty() || sentences[i].quoted.back().closed ? said_ : open_;
    else if (!of[i].empty())
      symbol = told_;
    else if (opens_with_quotation(clause))
      symbol = bare_;
    out += symbol;
    place.push_back(i);
  }
  mark_signed(article.text, sentences, clauses, place, out);
  return out;
}

// Which quotation of the sentence that names the speaker goes on: the last, if the sentence comes first; else its
// first. “We lost,” said Weber, who declined to resign. “We fought.”: of several of a sentence that quotes, the last
// with marks.
std::size_t Carrier::goes_on(const Clause& clause, char symbol, const std::vector<std::size_t>& of, bool comes_first,
                             const std::vector<Quotation>& quotations) const {
  std::size_t out = comes_first ? of.back() : of.front();
  if (comes_first && (symbol == said_ || symbol == open_))
    for (const std::size_t i : of)
      if (!quotations[i].content.empty() && quotes(clause, quotations[i])) out = i;
  return out;
}

std::vector<Carried> Carrier::carry(const Article& article, const std::vector<Sentence>& sentences,
                                    const std::vector<Clause>& clauses, std::vector<Quotation>& quotations) const {
  std::vector<Carried> out;
  std::vector<std::size_t> place;
  std::vector<std::vector<std::size_t>> of(sentences.size());  // the quotations of each sentence
  for (std::size_t i = 0; i < quotations.size(); ++i) of[quotations[i].sentence].push_back(i);
  const std::string line = symbols(article, sentences, clauses, quotations, of, place);
  const auto range_of = [&](Range r) {
    return Range{sentences[place[r.begin]].range.begin, sentences[place[r.end - 1]].range.end};
  };
  const auto words = [&](Range r) { return slice(article.text, range_of(r)); };
  // What others are said to say in those sentences is the speaker's.
  const auto empty = [&](Range carried) {
    for (std::size_t k = carried.begin; k < carried.end; ++k)
      for (const std::size_t inside : of[place[k]]) quotations[inside].content.clear();
  };
  const auto append = [&](Range carried, std::vector<Range>& content) {
    for (std::size_t k = carried.begin; k < carried.end; ++k)
      if (line[k] != break_) content.push_back(sentences[place[k]].range);
  };
  for (int pass = 1; pass <= stage_.passes(); ++pass)
    for (const Match& match : stage_.all(line, words, pass)) {
      const Range from = *match.captures[from_];
      Range carried = *match.captures[carry_];
      if (line[carried.begin] == break_) ++carried.begin;
      const std::size_t sentence = place[from.begin];
      const auto key = match.rule->keys.find("way");
      const std::string_view way = key == match.rule->keys.end() ? std::string_view() : key->second;
      const bool no_words = clauses[place[carried.begin]].symbols.size() < 2;
      const bool markup = article.text[range_of(carried).begin] == '<';  // a tweet's
      if (way != "signed" && (of[sentence].empty() || (way == "block" && (markup || no_words)))) continue;
      out.push_back({match.rule, sentences[sentence].range, range_of(carried)});
      if (way == "signed") {
        empty(from);
        Quotation& by = quotations.emplace_back(by_signature(article.text, clauses[sentence], *match.rule, sentence));
        append(carried, by.content);
        continue;
      }
      const bool comes_first = from.begin < carried.begin && way != "turn";
      const std::size_t which =
          goes_on(clauses[sentence], way == "own" ? other_ : line[from.begin], of[sentence], comes_first, quotations);
      Quotation& said = quotations[which];
      if (way == "turn" || way == "block") empty(carried);
      if (way == "turn") {
        said.content.back().end = range_of(carried).end;
      } else if (way == "own") {
        Quotation next;
        append(carried, next.content);
        next.rule = match.rule->id;
        next.sentence = place[carried.begin];
        next.source = said.source;
        next.confidence = said.confidence * 0.8;
        next.speaker_of = which;
        of[next.sentence].push_back(quotations.size());
        quotations.push_back(std::move(next));
      } else {
        append(carried, said.content);
        std::sort(said.content.begin(), said.content.end());
      }
    }
  drop_empty(quotations);
  return out;
}

}  // namespace onrecord
