// Prints the people whom the program names in articles, each with the words that were taken for them, so that
// reading article and list side by side gives two counts: one person under two names, and two people under one.
//
//   gold_names ARTICLE.txt…        every article            gold_names --some 20 FOLDER    twenty spread over it
//
// A line is "NAME [ROLE]: “words” ×times, …"; pronouns are given with the sentence's first words. Lines that begin with
// "?" are worth a second look: names of one article that share a word.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include "cli/gold.h"
#include "cli/inputs.h"
#include "extract/extract.h"
#include "extract/name.h"
#include "read/read.h"

using namespace onrecord;

namespace {

struct Named {
  std::string role;
  std::map<std::string, std::size_t> words;
};

std::string words_of(const Article& article, Range source) {
  std::string words(slice(article.text, source));
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (words.size() > 4) return words;
  // "he": with what follows, to be found again
  std::size_t end = std::min<std::size_t>(source.begin + 40, article.text.size());
  while (end < article.text.size() && (article.text[end] & 0xC0) == 0x80) ++end;  // not inside a letter
  std::string more(slice(article.text, {source.begin, end}));
  std::replace(more.begin(), more.end(), '\n', ' ');
  return more + "…";
}

// Whether two names share a word, the first or the last of one of them.
bool alike(const PersonName& a, const PersonName& b) {
  const auto in = [](const std::string& word, const PersonName& name) {
    return std::find(name.words.begin(), name.words.end(), word) != name.words.end();
  };
  return in(a.words.front(), b) || in(a.words.back(), b) || in(b.words.front(), a) || in(b.words.back(), a);
}

void print(const Article& article, const std::vector<Statement>& statements, const Names& names, std::size_t& people,
           std::size_t& doubtful) {
  std::map<std::string, Named> all;
  for (const Statement& s : statements) {
    if (s.speaker.kind != SpeakerKind::person || s.speaker.name.empty() || !s.source) continue;
    Named& named = all[s.speaker.name];
    named.role = s.speaker.role;
    ++named.words[words_of(article, *s.source)];
  }
  std::printf("== %s\n", article.file.c_str());
  for (const auto& [name, named] : all) {
    ++people;
    std::printf("%s [%s]:", name.c_str(), named.role.c_str());
    for (const auto& [words, times] : named.words) std::printf(" “%s” ×%zu,", words.c_str(), times);
    std::printf("\n");
  }
  for (auto a = all.begin(); a != all.end(); ++a)
    for (auto b = std::next(a); b != all.end(); ++b) {
      const PersonName first = names.parse(a->first), second = names.parse(b->first);
      if (first.words.empty() || second.words.empty() || !alike(first, second)) continue;
      ++doubtful;
      std::printf("? %s | %s\n", a->first.c_str(), b->first.c_str());
    }
}

int run(std::vector<std::string> files) {
  if (files.size() == 3 && files[0] == "--some") {
    const std::vector<std::string> all = gold_files(files[2]);
    const auto count = std::min<std::size_t>(std::strtoul(files[1].c_str(), nullptr, 10), all.size());
    files.clear();
    for (std::size_t i = 0; i < count; ++i) files.push_back(all[i * all.size() / count]);
  }
  if (files.empty()) return std::fprintf(stderr, "usage: gold_names ARTICLE.txt… | --some N FOLDER\n"), 2;
  const Grammar grammar(builtin_rules());
  const Extractor extractor(grammar);
  const Names names(grammar);
  std::size_t people = 0, doubtful = 0;
  for (const std::string& file : files) {
    const Article article = read_text(bytes_of({file, ""}), file, {});
    print(article, extractor.extract(article), names, people, doubtful);
  }
  std::printf("%zu articles, %zu people, %zu pairs of names that share a word\n", files.size(), people, doubtful);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "gold_names: %s\n", error.what()), 1;
  }
}
