// The part of Reading that sees what the layout of a page tells: what stands below pictures, and where sections begin.
#include <algorithm>
#include <cctype>

#include "core/by_hash.h"
#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {
namespace {

constexpr auto nobody = People::nobody;

// "10:45 a.m.", "6 p.m.:": a line that says when an entry was written.
bool is_hour(std::string_view line) {
  constexpr std::size_t longest = 24;
  if (line.size() > longest || line.empty() || !std::isdigit(static_cast<unsigned char>(line.front()))) return false;
  std::string folded;
  for (const char c : line)
    if (c != '.' && c != ' ') folded += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const std::size_t end = std::min(folded.find_first_not_of("0123456789:"), folded.size());
  const std::string_view rest = std::string_view(folded).substr(end);
  return folded.size() < 12 && (rest.rfind("am", 0) == 0 || rest.rfind("pm", 0) == 0);
}

// "___", "* * *."
bool is_rule(std::string_view line) {
  return line.size() > 1 && line.find_first_not_of("_*-=~. ") == std::string_view::npos &&
         line.find_first_of("_*-=~") != std::string_view::npos;
}

// The number that a short line opens with, alone or before a heading: "3", "3. Anna Holt"; 0 where it opens with none.
std::size_t numbered(std::string_view line) {
  constexpr std::size_t longest = 120;
  const std::size_t end = std::min(line.find_first_not_of("0123456789"), line.size());
  if (end == 0 || end > 2 || line.size() > longest) return 0;
  const std::string_view rest = line.substr(end);
  const bool alone = rest.find_first_not_of(".):") == std::string_view::npos;
  const bool heading = rest.size() > 2 && one_of(rest.substr(0, 1), {".", ")", ":"}) && rest[1] == ' ';
  return alone || heading ? static_cast<std::size_t>(std::stoul(std::string(line.substr(0, end)))) : 0;
}

}  // namespace

// "Anna Holt / Reuters.", "Westmark Post via Getty Images": a short line of names that says whose a picture is.
bool Reading::is_credit(const Paragraph& paragraph) const {
  constexpr std::size_t longest = 60;
  const std::string_view line = words(paragraph.range);
  if (line.size() > longest || line.ends_with(":")) return false;
  bool credit = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = first_of(line, " /.,|()", at);
    const std::string_view word = slice(line, {at, end});
    at = end + 1;
    if (word.empty()) continue;
    if (std::islower(static_cast<unsigned char>(word[0])) && !one_of(word, {"via", "for", "and", "by", "of", "the"}))
      return false;
    credit |= parts_.lexer.has(parts_.lexer.entry(word), parts_.credit);
  }
  return credit;
}

// "Anna Holt speaks in Westmark. (Karl Weber/AP)"
bool Reading::ends_in_credit(std::size_t sentence) const {
  const std::vector<Token>& tokens = clauses_[sentence].tokens;
  std::size_t last = tokens.size();
  while (last > 0 && parts_.alphabet.is(tokens[last - 1].symbol, "STOP")) --last;
  if (last == 0 || tokens[last - 1].symbol != parts_.bracket) return false;
  const Range inside{tokens[last - 1].range.begin + 1, tokens[last - 1].range.end - 1};
  return inside.end > inside.begin && is_credit({inside});
}

// Whether the sentence tells what is seen: in the present, and nobody speaks.
bool Reading::tells_a_picture(std::size_t sentence) const {
  const Clause& clause = clauses_[sentence];
  const std::size_t verb = first_verb(clause);
  if (verb < clause.spans.size()) {
    const Range tokens = clause.spans[verb].tokens;
    for (std::size_t t = tokens.begin; t < tokens.end; ++t)
      if (clause.tokens[t].symbol == parts_.past || one_of(words(clause.tokens[t].range), {"was", "were", "had"}))
        return false;
  }
  const Range here = sentences_[sentence].range;
  return std::none_of(sources_.begin(), sources_.end(), [&](Range source) { return here.contains(source.begin); });
}

// Who is named only in the captions of pictures, which are no part of the story around them.
void Reading::find_captions() {
  std::vector<bool> caption(sentences_.size(), false);
  bool any = false;
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    const std::size_t paragraph = sentences_[s].paragraph;
    if (s > 0 && sentences_[s - 1].paragraph == paragraph) continue;
    const auto goes_on = [&](std::size_t next) {
      return next < sentences_.size() && sentences_[next].paragraph == paragraph;
    };
    const bool apart = goes_on(s + 1) && clauses_[s + 1].tokens.size() < 3 && ends_in_credit(s + 1);
    const bool credited =
        apart || ends_in_credit(s) || (paragraph > 0 && is_credit(article_.paragraphs[paragraph - 1]));
    caption[s] = credited && !goes_on(apart ? s + 2 : s + 1) && tells_a_picture(s);
    any |= caption[s];
  }
  if (!any) return;
  for (const Person& p : people_.people)
    pictured_.push_back(std::all_of(p.mentions.begin(), p.mentions.end(),
                                    [&](std::size_t i) { return caption[people_.mentions()[i].sentence]; }));
}

// Where the entries of a live report and the numbered parts of a list begin.
void Reading::find_sections() {
  std::size_t number = 0;
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    const std::size_t paragraph = sentences_[s].paragraph;
    if (s > 0 && sentences_[s - 1].paragraph == paragraph) continue;
    const std::string_view line = words(article_.paragraphs[paragraph].range);
    const std::size_t now = sentences_[s].title ? 0 : numbered(line);
    const bool counts = now > 0 && (number == 0 || now == number + 1 || now + 1 == number);
    if (counts) number = now;
    if (counts || is_hour(line) || is_rule(line)) sections_.push_back({s, counts});
  }
  constexpr std::size_t least = 3;
  if (sections_.size() < least) sections_.clear();
}

const Reading::Section* Reading::section_of(std::size_t sentence) const {
  const auto after = std::partition_point(sections_.begin(), sections_.end(),
                                          [&](const Section& section) { return section.begin <= sentence; });
  return after == sections_.begin() ? nullptr : &*std::prev(after);
}

// Whether the section of the description names the person, before it or at most a few sentences later.
bool Reading::in_section(std::size_t person, At at) const {
  constexpr std::size_t soon = 3;  // sentences
  const Section* here = section_of(at.sentence);
  const std::vector<std::size_t>& of = people_.people[person].mentions;
  return std::any_of(of.begin(), of.end(), [&](std::size_t i) {
    const std::size_t sentence = people_.mentions()[i].sentence;
    return section_of(sentence) == here && sentence <= at.sentence + soon && !in_marks(i);
  });
}

bool Reading::can_be_topic(std::size_t mention, At at) const {
  const Mention& m = people_.mentions()[mention];
  const std::size_t p = people_.of(mention);
  return fits(p, gender_told(at)) && people_.people[p].known && !in_told_[mention] && !in_marks(mention) &&
         !beside(p, at) && !contradicts(words(span(at).bytes), people_.people[p]) &&
         !other_office(at, people_.people[p]) && m.place != Mention::Place::inside && !dies(m);
}

// Whom a section is about: the only one whom its heading names, else the subject of its first sentence; nobody where
// that is none.
std::size_t Reading::topic(At at) const {
  const Section& section = *section_of(at.sentence);
  const std::vector<Mention>& mentions = people_.mentions();
  std::size_t first = section.begin;  // the sentence behind the hour or the number
  while (first + 1 < at.sentence && clauses_[first].tokens.size() < 4 &&
         clauses_[first].symbols.find(parts_.person) == std::string::npos)
    ++first;
  const std::size_t paragraph = sentences_[first].paragraph;
  for (std::size_t i = first_mention(sentences_[first].range.begin);
       i < mentions.size() && mentions[i].sentence < at.sentence &&
       sentences_[mentions[i].sentence].paragraph == paragraph;
       ++i)
    if (can_be_topic(i, at) && mentions[i].place == Mention::Place::head && is_subject(mentions[i]))
      return people_.of(i);
  return nobody;
}

// Whether the article calls more than one of its people so: "the star".
bool Reading::called_so_by_several(std::string_view head) const {
  const auto called = called_.find(hash64(head));
  if (called == called_.end()) return false;
  const std::vector<std::size_t>& of = called->second;
  return std::any_of(of.begin(), of.end(), [&](std::size_t p) { return p != of.front(); });
}

// Whom the section means by the description, where somebody of another one was found for it: who is called so in it,
// or else whom it is about, if nothing tells that he is not. Nobody where there is none.
std::size_t Reading::of_section(At at, std::size_t found) const {
  if (section_of(at.sentence) == nullptr || (found != nobody && in_section(found, at))) return nobody;
  const std::string_view description = words(span(at).bytes);
  const std::size_t named =
      described(description, span(at).bytes.begin, false, [&](std::size_t person) { return in_section(person, at); });
  if (named != nobody) return named;
  const std::string_view head = words(head_token(at).range);
  const std::uint32_t entry = parts_.lexer.entry(head.substr(head.rfind(' ') + 1));
  const bool one = parts_.lexer.has(entry, parts_.leads) || parts_.lexer.has(entry, parts_.exclusive) ||
                   parts_.lexer.has(entry, parts_.passing) || !place_in(description).empty();
  const bool several = parts_.lexer.has(entry, parts_.contender) || called_so_by_several(head);
  if (one || (found != nobody && !section_of(at.sentence)->headed && !several)) return nobody;
  return topic(at);
}

}  // namespace onrecord
