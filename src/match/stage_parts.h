// What a Stage is made of: compiled by GrammarBuilder, matched by Stage.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "match/grammar.h"
#include "match/pattern.h"
#include "match/remembered.h"

namespace onrecord {

struct WhereTest {
  int capture = -1;  // index into the stage's captures; -1: the whole match
  bool negated = false;
  std::shared_ptr<const re2::RE2> regex;
};

struct CompiledRule {
  const Rule& rule;
  std::unique_ptr<re2::RE2> regex;       // leftmost-first, with captures
  std::vector<std::vector<int>> groups;  // a stage's capture to the groups that carry its name
  std::vector<WhereTest> where;
  Translated translated;  // of a `text` only the expression
  Followers followers;
};

// What can be known of a stretch by its symbols alone.
struct Fits {
  std::string symbols;     // as far as a match could reach
  char edges = 0;          // see Stretch
  std::size_t length = 0;  // of the longest match; 0: none
  struct Fit {
    const CompiledRule* rule;
    Match match;  // ranges count from the beginning of the stretch
  };
  // The rules that match just that length, in file order, up to the first without `where` tests.
  std::vector<Fit> rules;
};

// The rules of one pass.
struct Pass {
  std::vector<std::size_t> rules;
  bool over_text = false;
  // Which symbol may follow that with which a match of one of them can begin: any, where it can be a match by
  // itself; 0 stands for the end.
  std::array<SymbolSet, 128> openings;
  Followers followers;
  std::unique_ptr<Remembered<Fits>> remembered;  // none over text
  std::string alternatives;  // all of them as one expression, without captures; empty: no rules

  // Finds the longest stretch that one of them matches. Compiled when first asked for: a stage of
  // which only `first` is used never needs it, and it costs as much as its rules together.
  const re2::RE2& any() const;
  bool begins(std::string_view symbols, std::size_t at) const;
  // As far as a match that begins at `at` can reach, by the symbols that may follow each other.
  Stretch stretch(std::string_view symbols, std::size_t at) const;

 private:
  mutable std::once_flag once_;
  mutable std::unique_ptr<re2::RE2> any_;
};

struct Stage::Parts {
  std::string name, alphabet = "word";
  Focus focus;
  std::vector<std::string> captures, keys;
  std::vector<Rule> rules;  // never grows after compilation: CompiledRule refers to it
  std::vector<std::unique_ptr<CompiledRule>> compiled;
  std::array<std::vector<std::size_t>, 128> having;  // a symbol to the rules that can match it
  std::vector<std::unique_ptr<Pass>> passes;
};

// RE2's options for rules: symbols are single bytes, text is UTF-8.
re2::RE2::Options rule_options(bool over_text, bool longest);

}  // namespace onrecord
