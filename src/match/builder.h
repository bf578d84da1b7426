// GrammarBuilder: TOML rule files to compiled stages, alphabets and a lexer.
// Internal to match; what the tables mean stands in grammar.h and lexer.h.
#pragma once

#include <toml++/toml.h>

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <string_view>
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

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

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
  void add_word(std::string_view word, std::string_view value, char symbol, Tag tag, bool exact, bool keeps);
  // `words`: those of `word`, none where it is one.
  void add_entry(std::string_view word, const std::vector<std::string>& words, std::string_view value, char symbol,
                 Tag tag, bool exact, bool keeps);
  void add_shapes(const RuleTable& t);
  void add_rules(const RuleTable& t);
  Rule read_rule(const RuleTable& t, const toml::table& table, Stage::Parts& stage, const Defines& defines);
  void compile(const RuleTable& t, const toml::table& table, Stage::Parts& stage, std::size_t index,
               const Defines& defines, TranslatedDefines& known);
  void compile_where(const RuleTable& t, const toml::table& table, const Stage::Parts& stage, const Defines& defines,
                     CompiledRule& rule);
  void finish_lexer();
  void finish_stage(Stage::Parts& stage);
  const Alphabet& alphabet(const RuleTable& t, const toml::node& at, std::string_view name) const;

  std::unique_ptr<Grammar::Parts> parts_ = std::make_unique<Grammar::Parts>();
  std::vector<RuleTable> tables_;
  std::vector<std::unique_ptr<Stage::Parts>> stages_;
  StringMap<std::uint32_t> exact_, folded_;  // words of one piece to the lexer's entries
  StringMap<std::vector<Phrase>> phrases_;   // by folded first word
  std::unique_ptr<Lexer::Parts> lexer_ = std::make_unique<Lexer::Parts>();
  std::map<std::string, std::string> where_is_;                   // rule id: "file:line"
  std::map<std::string, std::shared_ptr<const re2::RE2>> tests_;  // of `where`, by their text
};

}  // namespace onrecord
