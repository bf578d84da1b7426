#include "bench/copies.h"

#include <algorithm>
#include <cctype>

#include "core/hash.h"

namespace onrecord {
namespace {

constexpr std::size_t statements_a_speaker = 60, statements_a_topic = 400, words_of_topic = 12;

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Calls each(word, is_word) for the runs of letters of `text` and for what stands between them.
template <typename Each>
void for_words(const std::string& text, const Each& each) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && is_letter(text[end]) == is_letter(text[at])) ++end;
    each(text.substr(at, end - at), is_letter(text[at]));
    at = end;
  }
}

std::string syllables(std::size_t number, std::size_t least) {
  static constexpr const char* all[] = {"ba",  "den", "ki",  "lor", "mu",  "nas", "per", "ro",
                                        "sil", "tu",  "van", "zem", "gri", "fo",  "hal", "je"};
  std::string out;
  for (std::size_t i = 0; i < least || number > 0; ++i, number /= 16) out += all[number % 16];
  return out;
}

}  // namespace

Copies::Copies(const std::vector<Extracted>& patterns, std::size_t statements)
    : patterns_(patterns),
      speakers_(statements / statements_a_speaker + 1),
      topics_(statements / statements_a_topic + 1) {
  for (const Extracted& pattern : patterns)
    for (const Statement& statement : pattern.statements)
      for_words(content_text(pattern.article.text, statement), [&](const std::string& word, bool is_word) {
        if (is_word && word.size() > 3 && std::islower(static_cast<unsigned char>(word[0])) != 0)
          vocabulary_.push_back(word);
      });
}

std::string Copies::name(std::size_t number) const {
  std::string first = syllables(number % 97, 2), last = syllables(number * 31 + 7, 3);
  first[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(first[0])));
  last[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(last[0])));
  return first + " " + last;
}

// A noun that the patterns do not have.
std::string Copies::word(std::size_t number) const { return syllables(number * 13 + 5, 3) + "ing"; }

std::string Copies::varied(const std::string& text, std::size_t topic) {
  std::string out;
  for_words(text, [&](const std::string& written, bool is_word) {
    const bool longer = is_word && written.size() > 4 && std::islower(static_cast<unsigned char>(written[0])) != 0;
    const std::size_t lot = longer ? draw(10) : 9;
    if (lot < 2)
      out += vocabulary_[draw(vocabulary_.size())];
    else if (lot < 4)
      out += word(topic * words_of_topic + draw(words_of_topic));
    else if (lot < 5)
      out += word(1000000 + static_cast<std::size_t>(random_()) % 200000);
    else
      out += written;
  });
  return out;
}

Extracted Copies::next() {
  const Extracted& pattern = patterns_[made_ % patterns_.size()];
  const std::size_t topic = draw(topics_), shift = draw(1000);
  const bool repeats = draw(10) == 0;
  std::vector<std::string> cast;
  for (std::size_t i = 0; i < 6; ++i) cast.push_back(name(draw(speakers_)));
  Extracted made;
  Article& article = made.article;
  article.file = "edition-" + std::to_string(made_++) + ".txt";
  article.outlet = "Outlet " + std::to_string(draw(40));
  article.published = Date(std::chrono::sys_days{std::chrono::year{2014} / 1 / 1}) + std::chrono::days{shift};
  const auto write = [&](const std::string& words) {
    article.text += words;
    return Range{article.text.size() - words.size(), article.text.size()};
  };
  write("Edition " + std::to_string(made_) + "\n\n");
  for (const Statement& said : pattern.statements) {
    Statement s = said;
    const std::string text = content_text(pattern.article.text, said);
    const std::size_t begin = article.text.size();
    s.content = {write(repeats ? text : varied(text, topic))};
    write(" ");
    if (said.cue) s.cue = write(std::string(slice(pattern.article.text, *said.cue)));
    write(" ");
    if (!s.speaker.name.empty()) s.speaker.name = cast[s.speaker.name.size() % cast.size()];
    s.source = write(s.speaker.name);
    if (s.source->empty()) s.source.reset();
    s.said.reset();
    s.id = hash_hex(article.file + std::to_string(begin));
    write("\n");
    article.paragraphs.push_back({{begin, article.text.size() - 1}, Paragraph::Kind::body});
    made.statements.push_back(std::move(s));
  }
  article.id = hash_hex(article.text);
  return made;
}

}  // namespace onrecord
