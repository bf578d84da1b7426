// What a Stage is made of: built by GrammarBuilder, matched by Stage.
#pragma once

#include <re2/re2.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "match/grammar.h"
#include "match/pattern.h"
#include "match/remembered.h"

namespace onrecord {

// A regular expression that is compiled when first asked for: a run needs a part of the rules, and to compile all of
// them took as long as all the rest of loading. Threads may ask at the same time.
class Expression {
 public:
  Expression(std::string pattern, const re2::RE2::Options& options) : pattern_(std::move(pattern)), options_(options) {}
  ~Expression() { delete compiled_.load(); }
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;

  const std::string& pattern() const { return pattern_; }
  // Throws Error where it is none.
  const re2::RE2& operator*() const {
    const re2::RE2* const known = compiled_.load(std::memory_order_acquire);
    return known != nullptr ? *known : compile();
  }
  const re2::RE2* operator->() const { return &**this; }

 private:
  const re2::RE2& compile() const;
  std::string pattern_;
  re2::RE2::Options options_;
  mutable std::atomic<const re2::RE2*> compiled_ = nullptr;
};

struct WhereTest {
  int capture = -1;  // index into the stage's captures; -1: the whole match
  bool negated = false;
  std::shared_ptr<const Expression> regex;
};

struct CompiledRule {
  const Rule& rule;
  std::unique_ptr<const Expression> regex;  // leftmost-first, with captures
  std::vector<std::vector<int>> groups;     // a stage's capture to the groups that carry its name
  std::vector<WhereTest> where;
  Translated translated;  // of a `text` only the expression
  Followers followers;
};

// What can be known of a stretch by its symbols alone.
struct Fits {
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
  // What a symbol and the next one may be in a match of one of them; a next one of 0 stands for the end.
  enum : std::uint8_t { opening = 1, following = 2 };
  // `opening`: a match can begin with the two, or be the first by itself; `following`: they may follow each other.
  std::array<std::array<std::uint8_t, 128>, 128> pairs{};
  // All of them as one, without captures, which finds the longest stretch that one of them matches; none: no rules.
  std::unique_ptr<const Expression> any;
  // What was found out of short stretches. Many have fits of the same content, which are
  // kept once: there are a few hundred.
  class Known {
   public:
    Known() { fits_.reserve(most); }
    const Fits* find(std::uint64_t hash) const {
      const auto number = numbers_.find(hash);
      return number ? fits_.data() + *number : nullptr;
    }
    void keep(std::uint64_t hash, const Fits& fits);

   private:
    static constexpr std::size_t most = 1024;
    Remembered<14> numbers_;
    std::mutex mutex_;  // of those who keep; who finds reads what was there before its number
    std::map<std::string, std::uint32_t> by_content_;
    std::vector<Fits> fits_;  // never grows beyond what is reserved
  };
  std::unique_ptr<Known> known;
};

// Up to 64 rules, a bit each in file order: which of them can hold a symbol, begin or end with it, and in which one
// symbol may follow another.
struct RuleBlock {
  static constexpr std::size_t most = 64;
  std::array<std::uint64_t, 128> holding{}, beginning{}, ending{};
  std::vector<std::uint64_t> following = std::vector<std::uint64_t>(128 * 128);  // by the two symbols
  std::uint64_t from_begin = 0, to_end = 0;  // those that match only where the string begins, and only where it ends

  std::uint64_t& follow(std::size_t left, std::size_t right) { return following[left * 128 + right]; }
  std::uint64_t follow(std::size_t left, std::size_t right) const { return following[left * 128 + right]; }
};

struct Stage::Parts {
  std::string name, alphabet = "word";
  Focus focus;
  std::vector<std::string> captures, keys;
  std::vector<Rule> rules;  // never grows after compilation: CompiledRule refers to it
  std::vector<std::unique_ptr<CompiledRule>> compiled;
  std::vector<RuleBlock> blocks;  // of all rules of a stage with a focus, in file order
  std::vector<std::unique_ptr<Pass>> passes;
};

// The names of the capturing groups of an expression, "" of one without a name, as RE2 counts them.
std::vector<std::string> names_of_groups(std::string_view expression);

// RE2's options for rules: symbols are single bytes, text is UTF-8.
re2::RE2::Options rule_options(bool over_text, bool longest);

}  // namespace onrecord
