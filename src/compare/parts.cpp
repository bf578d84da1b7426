// What a statement and its sentences claim: the part of the reader (position.h) that sums up words and marks.
#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "compare/position.h"
#include "compare/reach.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_headline = 220;  // bytes
constexpr std::size_t most_sentences = 8;      // of a statement that are judged by themselves
constexpr std::size_t charge_reach = 7;  // words before what somebody said: "Keller's three angry letters claiming"

// Marks of these kinds say something about the content and are not content themselves.
bool is_content(Effect effect) {
  return effect == Effect::praise || effect == Effect::blame || effect == Effect::nothing;
}

std::string_view written(const Position& p, std::size_t i) {
  const Shown& at = p.words[i].at;
  return at.where == Shown::Where::text ? slice(p.side.text, at.range) : std::string_view();
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The word for what somebody said, where the text begins with it or what belongs to it: "those baseless claims",
// "Keller's charge". 0: there is none.
std::size_t charge_in(const Position& p, std::size_t begin) {
  for (std::size_t i = begin; i < std::min(p.words.size(), begin + charge_reach); ++i) {
    const Word& w = p.words[i];
    if (w.is(Trait::charge)) return i;
    const bool owner = written(p, i) == "s" && i > begin;  // the "s" of "Keller's"
    if (w.stem == 0 || w.is(Trait::preposition) || (w.finite && !owner && !w.proper)) return 0;
    // "that claim", not "that the claim …"
    if (i == begin + 1 && w.light && written(p, begin) == "that") return 0;
  }
  return 0;
}

bool begins_quotation(std::string_view text) {
  return text.starts_with("“") || text.starts_with("\"") || text.starts_with("''") || text.starts_with("‘");
}

// "I" and "we" are who speaks; "he" and "she" in a quotation are others, in reported speech who speaks.
Subject subject_of(const Position& p, Range words) {
  for (std::size_t i = words.begin; i < std::min(words.end, words.begin + 2); ++i) {
    const Word& w = p.words[i];
    if (w.at.where != Shown::Where::text || w.stem == 0) continue;
    const std::string_view written = slice(p.side.text, w.at.range);
    if (written == "I" || written == "We" || written == "we") return Subject::speaker;
    if (w.personal || written == "They" || written == "You")
      return begins_quotation(p.side.text) ? Subject::another : Subject::speaker;
  }
  return Subject::unknown;
}

}  // namespace

// A form of a verb that is no participle in -ing, or a word that opens a predicate; a cue that takes a stand makes a
// claim of what it has for object.
bool Reader::has_predicate(const Position& p) const {
  if (p.side.text.find('?') != std::string::npos) return false;  // a question claims nothing
  // "responded | to claims that …"
  const bool answers = p.side.text.starts_with("to ") && charge_in(p, bar_of(p) + 2) > 0;
  if (answers) return false;
  const auto takes_stand = [](const Mark& m) {
    return m.in_cue && (m.effect == Effect::support || m.effect == Effect::oppose || m.effect == Effect::deny ||
                        m.effect == Effect::confirm);
  };
  if (std::any_of(p.marks.begin(), p.marks.end(), takes_stand)) return true;
  return std::any_of(p.words.begin(), p.words.end(), [&](const Word& w) {
    if (w.at.where != Shown::Where::text || w.symbol == bar_) return false;
    return w.finite || w.personal || finite_.find(w.symbol) != std::string_view::npos;
  });
}

// "he knew nothing", "I will stay"; not "he said that others knew", "he left and others stayed", nor "she favors the
// levy", where the object counts.
bool Reader::is_of_speaker(const Position& p) const {
  std::size_t i = bar_of(p) + 1;
  while (i < p.words.size() && (p.words[i].symbol == that_ || p.words[i].stem == 0)) ++i;
  if (i == p.words.size()) return false;
  if (!p.words[i].personal) return false;
  const auto stance = [&](const Mark& m) {
    return m.in_main && (m.effect == Effect::support || m.effect == Effect::oppose);
  };
  return std::none_of(p.marks.begin(), p.marks.end(), stance) &&
         std::none_of(p.words.begin() + static_cast<std::ptrdiff_t>(i), p.words.end(),
                      [&](const Word& w) { return w.symbol == that_ || (w.symbol == break_ && w.stem != 0); });
}

bool Reader::is_past(const Position& p) const {
  return std::any_of(p.marks.begin(), p.marks.end(),
                     [](const Mark& m) { return m.effect == Effect::past && (m.in_cue || m.in_main); });
}

bool Reader::is_charge(const Position& p) const {
  return std::any_of(p.words.begin(), p.words.end(), [&](const Word& w) {
    return w.at.where == Shown::Where::cue && (w.symbol == charge_ || w.is(Trait::charge));
  });
}

// "denied | the charges", "rejected | criticism from Keller", "said | Keller's claim that … is a lie"; not "denied |
// that he was paid", nor "rejected | the report card".
Reply Reader::reply_of(const Position& p, std::string& to) const {
  const auto turns_down = [&](const Mark& m) {
    if (m.in_cue) return m.sign > 0 && (m.effect == Effect::deny || m.effect == Effect::oppose);
    return m.sign > 0 && (m.effect == Effect::falsify || (m.effect == Effect::blame && labels(p)));
  };
  if (std::none_of(p.marks.begin(), p.marks.end(), turns_down)) return Reply::none;
  const std::size_t begin = bar_of(p) + 1;
  const std::size_t charge = charge_in(p, begin);
  if (charge == 0) return Reply::none;
  // The hearer knows which: "the charges", "Keller's claim"; "a report that …" tells it.
  bool known = false;
  const auto note = [&](std::size_t i) {
    if (p.words[i].proper) (to += to.empty() ? "" : " ") += written(p, i);
    return p.words[i].proper;
  };
  for (std::size_t i = begin; i < charge; ++i)
    known |= note(i) || is_one_of(written(p, i), {"the", "that", "those", "these", "this", "such", "both", "his", "her",
                                                  "its", "their"});
  if (charge + 2 < p.words.size() && is_one_of(written(p, charge + 1), {"from", "by"}))
    for (std::size_t i = charge + 2; i < p.words.size() && (note(i) || p.words[i].light); ++i) continue;
  if (!known) return Reply::spelled;
  if (charge + 1 == p.words.size()) return Reply::bare;
  const Word& next = p.words[charge + 1];
  // "the charges through his lawyer", "the idea as absurd"; not "the claims of the council", "the notion that …".
  const bool aside = next.stem == 0 || next.symbol == false_ || next.symbol == blame_ || next.proper ||
                     is_one_of(written(p, charge + 1), {"as", "through", "during", "and", "at", "last", "when", "on"});
  if (aside) return Reply::bare;
  const bool goes_on = next.light || next.finite || next.inflected || next.is(Trait::preposition);
  return goes_on ? Reply::spelled : Reply::none;
}

// The whole of the text's words, or one sentence of them.
Part Reader::part(const Position& p, Range words) const {
  Part out;
  out.subject = subject_of(p, words);
  std::vector<bool> marked(p.words.size(), false);
  for (std::size_t i = 0; i < p.marks.size(); ++i) {
    const Mark& m = p.marks[i];
    if (!m.in_cue && !words.contains(m.words.front())) continue;
    out.marks.push_back(i);
    if (!is_content(m.effect))
      for (const std::size_t w : m.words) marked[w] = true;
    const int weight = m.in_cue ? 2 : 1;
    switch (m.effect) {
      case Effect::praise:
        out.value += m.sign;
        break;
      case Effect::blame:
      case Effect::falsify:
        out.value -= std::max(m.sign, 0);
        break;  // "not a lie" praises nobody
      case Effect::support:
        out.stance += m.sign * weight;
        break;
      case Effect::oppose:
        out.stance -= m.sign * weight;
        break;
      case Effect::act:
        out.deed += m.sign;
        break;
      case Effect::undo:
        out.deed -= m.sign;
        break;
      default:
        break;
    }
  }
  for (std::size_t i = words.begin; i < words.end; ++i)
    if (const Word& w = p.words[i]; w.stem != 0 && !w.light && !marked[i] && w.symbol != number_)
      out.content.push_back({w.stem, i, p.sign[i], p.turns[i], p.governed[i], p.backed[i], p.head[i]});
  std::stable_sort(out.content.begin(), out.content.end(),
                   [](const auto& x, const auto& y) { return x.stem < y.stem; });
  std::size_t n = 0;
  for (const Content& c : out.content) {
    if (n > 0 && out.content[n - 1].stem == c.stem) {
      out.content[n - 1].sign += c.sign;
      out.content[n - 1].turns |= c.turns;
      out.content[n - 1].governed = out.content[n - 1].governed || c.governed;
      out.content[n - 1].backed = out.content[n - 1].backed || c.backed;
      out.content[n - 1].head = out.content[n - 1].head || c.head;
    } else {
      out.content[n++] = c;
    }
  }
  out.content.resize(n);
  for (std::size_t i = 0; i < p.figures.size(); ++i)
    if (words.contains(p.figures[i].words.front())) out.figures.push_back(i);
  return out;
}

// Whether a further claim begins after word `i`: "…, there was no call", "… and that the bank saw no need".
bool Reader::opens_claim(const Position& p, std::size_t i) const {
  if (i + 2 >= p.words.size()) return false;
  const Word &next = p.words[i + 1], &then = p.words[i + 2];
  const bool is = then.symbol == be_;
  if (is_and(p, i)) return next.symbol == that_ && slice(p.side.text, next.at.range) == "that" && !is && !then.finite;
  return p.words[i].symbol == break_ && p.words[i].stem == 0 && is && slice(p.side.text, next.at.range) == "there";
}

void Reader::divide(Position& p) const {
  std::size_t begin = bar_of(p) + 1;
  p.parts.push_back(part(p, {begin, p.words.size()}));
  const std::string& text = p.side.text;
  p.headline = text.size() < longest_headline && !text.empty() &&
               std::string_view(".,;\"").find(text.back()) == std::string_view::npos;
  std::vector<Part> sentences;
  for (std::size_t i = begin; i <= p.words.size(); ++i) {
    const bool sentence_end =
        i < p.words.size() && p.words[i].symbol == break_ && p.words[i].stem == 0 &&
        std::string_view(".!?[…").find(p.side.text[p.words[i].at.range.begin]) != std::string_view::npos;
    if (i < p.words.size() && !sentence_end && !opens_claim(p, i)) continue;
    Part sentence = part(p, {begin, i});
    if (!sentence.content.empty() && sentences.size() < most_sentences) sentences.push_back(std::move(sentence));
    begin = i;
  }
  if (sentences.size() > 1) std::move(sentences.begin(), sentences.end(), std::back_inserter(p.parts));
}

}  // namespace onrecord
