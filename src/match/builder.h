// GrammarBuilder: TOML rule files to compiled stages, alphabets and a lexer.
// Internal to match; what the tables mean stands in grammar.h and lexer.h.
#pragma once

#include <toml++/toml.h>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/grammar.h"
#include "match/lexer_parts.h"
#include "match/pattern.h"
#include "match/stage_parts.h"

namespace onrecord {

struct Grammar::Parts {
  std::map<std::string, Alphabet, std::less<>> alphabets;
  std::vector<std::unique_ptr<Stage>> stages;
  std::unique_ptr<Lexer> lexer;
  std::map<std::string, std::string, std::less<>> texts;  // plain-text files by base name
  std::string hash;
};

// A parsed rule file, and where a value stands in it.
struct RuleTable {
  const RuleFile* file;
  toml::table table;

  // "file:line:column: what" of a value. `offset` counts bytes into a string value.
  [[noreturn]] void fail(const toml::node& node, const std::string& what, std::size_t offset = 0) const;
};

// Words by hash64, which is a hash already. As in ByHash a word is only its hash.
struct AsItIs {
  std::size_t operator()(std::uint64_t hash) const { return static_cast<std::size_t>(hash); }
};
template <typename Value>
using ByWord = std::unordered_map<std::uint64_t, Value, AsItIs>;

class GrammarBuilder {
 public:
  std::unique_ptr<Grammar::Parts> build(const std::vector<RuleFile>& files);

 private:
  void parse(const std::vector<RuleFile>& files);
  void add_alphabets(const RuleTable& t);
  void add_classes(const RuleTable& t);
  void add_stage(const RuleTable& t);
  void add_lexer(const RuleTable& t);
  void add_words(const RuleTable& t, const toml::table& list);
  // What a list says of its words; `value` stands in the file.
  struct Meaning {
    std::string_view value;
    char symbol = 0;
    Tag tag = 0;
    bool keeps_capital = false;
  };
  void add_word(std::string_view word, const Meaning& meaning);
  void add_entry(std::span<const std::string_view> words, const Meaning& meaning);
  std::uint32_t new_entry();
  std::uint32_t& word_slot(std::string_view word, bool exact);
  void add_shapes(const RuleTable& t);
  void add_rules(const RuleTable& t);
  Rule read_rule(const RuleTable& t, const toml::table& table, Stage::Parts& stage, const Defines& defines);
  void compile(const RuleTable& t, const toml::table& table, Stage::Parts& stage, std::size_t index,
               const Defines& defines, TranslatedDefines& known);
  void compile_where(const RuleTable& t, const toml::table& table, const Stage::Parts& stage, const Defines& defines,
                     CompiledRule& rule);
  // Compiled when first asked for; of a user's file now, to say what is wrong with it and where.
  std::unique_ptr<const Expression> expression(const RuleTable& t, const toml::node& written,
                                               const std::string& pattern, const re2::RE2::Options& options);
  void finish_lexer();
  void finish_stage(Stage::Parts& stage);
  const Alphabet& alphabet(const RuleTable& t, const toml::node& at, std::string_view name) const;

  std::unique_ptr<Grammar::Parts> parts_ = std::make_unique<Grammar::Parts>();
  std::vector<RuleTable> tables_;
  std::vector<std::unique_ptr<Stage::Parts>> stages_;
  // Words of one piece to the lexer's entries.
  struct ExactWord {
    std::uint32_t entry = 0;
    std::uint64_t folded = 0;  // hash of the word in small letters
  };
  ByWord<ExactWord> exact_;
  ByWord<std::uint32_t> folded_;
  ByWord<std::vector<Phrase>> phrases_;  // by their first two words, see hash_of_two
  std::unique_ptr<Lexer::Parts> lexer_ = std::make_unique<Lexer::Parts>();
  std::map<std::string, std::string> where_is_;                     // rule id: "file:line"
  std::map<std::string, std::shared_ptr<const Expression>> tests_;  // of `where`, by their text
};

}  // namespace onrecord
