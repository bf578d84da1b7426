// The part of Reading that sees what the layout of a page tells: what stands below pictures.
#include <algorithm>
#include <cctype>

#include "core/text.h"
#include "extract/reading.h"

namespace onrecord {

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

}  // namespace onrecord
