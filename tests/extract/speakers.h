// The speakers of texts that mark who speaks, for tests of the Resolver.
#pragma once

#include <string>
#include <vector>

#include "core/statement.h"
#include "extract/speaker.h"
#include "marked_sentence.h"

namespace onrecord {

// The speakers of a text whose sources, cues and contents are marked in this order:
// "{source:Hallow} {cue:said} {content:no}."; "{told:Hallow left}" is what nobody is told to say. Each reads "kind:
// name [role]".
inline std::vector<std::string> speakers(const std::string& marked, const std::string& title = "") {
  const std::string lead = title.empty() ? "" : title + "\n\n";
  Example example = parse_example(marked, Rule{});
  Article article;
  article.text = lead + example.text;
  for (std::size_t i = 0; i < article.text.size();) {
    const std::size_t end = std::min(article.text.find('\n', i), article.text.size());
    const auto kind = i < lead.size() ? Paragraph::Kind::title : Paragraph::Kind::body;
    if (end > i) article.paragraphs.push_back({{i, end}, kind});
    i = end + 1;
  }
  const std::vector<Sentence> sentences = Splitter(english()).split(article);
  const std::vector<Clause> clauses = Parser(english()).parse(article.text, sentences);
  std::vector<Quotation> quotations;
  for (const Marked& mark : example.marked) {
    const Range range{mark.range.begin + lead.size(), mark.range.end + lead.size()};
    if (mark.name == "told") {
      quotations.emplace_back().content = {range};
    } else if (mark.name == "source") {
      quotations.emplace_back().source = range;
      for (std::size_t s = 0; s < sentences.size(); ++s)
        if (sentences[s].range.begin <= range.begin) quotations.back().sentence = s;
    } else if (mark.name == "cue") {
      quotations.back().cue = range;
    } else {
      quotations.back().content.push_back(range);
    }
  }
  static const Resolver resolver(english());
  std::vector<std::string> out;
  for (const Speaker& s : resolver.resolve(article, sentences, clauses, quotations))
    out.push_back(std::string(name(s.kind)) + ": " + s.name + (s.role.empty() ? "" : " [" + s.role + "]"));
  return out;
}

inline std::string last(const std::string& marked, const std::string& title = "") {
  return speakers(marked, title).back();
}

}  // namespace onrecord
