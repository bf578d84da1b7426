// Grammar: the compiled rule files of a language.
//
// All matching is RE2's. A rule is either a `pattern` over symbols (one symbol
// a token, a phrase, a sentence: a short string in which a pattern is a few dozen
// instructions) or a `text`, an RE2 expression over the bytes themselves.
// Measured before choosing: regexes straight on news text compile to 7,000 to
// 20,000 instructions and see what stands inside quotations.
//
// A rule file is TOML:
//
//   [stage]                        # once a stage, in the file that opens it
//   name     = "attribution"
//   captures = ["source", "cue", "content"]     # what patterns may capture
//   keys     = ["act"]                          # further keys its rules may carry
//
//   [define]                       # sub-patterns for this file, used by name
//   APPOSITION = "COMMA NP COMMA"
//
//   [[rule]]
//   id      = "attribution.quote.say.speaker"   # never reused
//   pattern = "content:(QUOTE) COMMA? cue:(SAY) source:(PERSON)"
//   where   = {cue = "^said"}                   # RE2, must be found in the captured words
//   yes     = ["{content:“It is over,”} {cue:said} {source:Prime Minister Jones}."]
//   no      = ["She said “no” to the offer."]
//
// Symbols belong to an alphabet: that of words and phrases ("word"), that of
// sentences, that of pairs of claims. `[[symbol]] alphabet, name, char, about` and
// `[[class]] alphabet, name, any = [names]` declare it, in any file; `[stage]
// alphabet` says which a stage's patterns are written in (default "word"). See
// match/lexer.h for [lexer], [[words]] and [[shape]].
//
// In a `pattern`, names are symbols, classes or defines; `( ) | ? * + *? +? ??
// {m,n} ^ $` mean what they mean in RE2; `.` is any symbol; `[A B]` one of,
// `[^A B]` none of; `name:( … )` captures. White space is free. In a `text`
// in a `where` and in a stage's own keys, `<NAME>` stands for a define of the file and captures are `(?P<name>…)`.
//
// Every error is an Error whose text is "file:line:column: what; next step".
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/by_hash.h"
#include "core/range.h"

namespace re2 {
class RE2;
}

namespace onrecord {

struct RuleFile {
  std::string name;  // for messages: "rules/en/attribution.toml"
  std::string text;
  // Ours: the tests have compiled each of its expressions. They are compiled when first asked for; a user's, who wants
  // to hear what is wrong with them, at once.
  bool ours = false;
};

// The rules of rules/en as compiled into this program.
std::vector<RuleFile> builtin_rules();
// All *.toml and *.txt files of a user's folder, by name. Throws Error where there is none.
std::vector<RuleFile> read_rules(const std::string& folder);

struct Rule {
  std::string id;
  std::string stage;
  std::string pattern;  // as written; of a `text` rule the text
  bool over_text = false;
  int pass = 1;                             // a stage's passes run one after the other
  char symbol = 0;                          // of a phrase rule: what the matched stretch becomes
  std::map<std::string, std::string> keys;  // the stage's further keys
  std::vector<std::string> yes, no;
  std::string file;
  std::size_t line = 0;
};

// A set of symbols.
class Symbols {
 public:
  bool has(char symbol) const { return in_[static_cast<unsigned char>(symbol) & 127]; }
  void add(char symbol) { in_[static_cast<unsigned char>(symbol) & 127] = true; }

 private:
  std::array<bool, 128> in_{};
};

// The symbols of one layer of matching: one byte each, named.
class Alphabet {
 public:
  // The symbol of that name, 0 if there is none; and back ("" if none).
  char symbol(std::string_view name) const;
  std::string_view name(char symbol) const;
  // The symbols that a name stands for: itself, or the members of a class; empty if unknown.
  std::string_view members(std::string_view name) const;
  // Those that any of the names stands for.
  Symbols set(std::initializer_list<std::string_view> names) const;
  // A name in the code, hashed when compiled: it is asked for of every other word.
  struct Name {
    std::uint64_t hash;
    consteval Name(const char* name) : hash(hash64(name)) {}
  };
  bool is(char symbol, Name name) const { return sets_[set_of_.get(name.hash)].has(symbol); }
  std::vector<std::string> names() const;  // in alphabetical order

 private:
  friend class GrammarBuilder;
  void index();  // when all names are declared
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> members_;
  std::map<char, std::string> names_;
  std::vector<Symbols> sets_ = std::vector<Symbols>(1);  // the first is empty
  ByHash<std::uint16_t> set_of_;                         // by name
};

// What a rule captured, in the order of the stage's captures. Held in place: matches come by the hundred thousand.
class Captures {
 public:
  static constexpr std::size_t most = 8;  // of a stage

  Captures() = default;
  explicit Captures(std::size_t size) : size_(size) {}
  std::size_t size() const { return size_; }
  std::optional<Range> operator[](std::size_t i) const {
    return places_[i].begin == none ? std::nullopt : std::optional<Range>({places_[i].begin, places_[i].end});
  }
  void put(std::size_t i, Range range) {
    places_[i] = {static_cast<std::uint32_t>(range.begin), static_cast<std::uint32_t>(range.end)};
  }
  void move(std::size_t by) {
    for (std::size_t i = 0; i < size_; ++i)
      if (places_[i].begin != none) {
        places_[i].begin += static_cast<std::uint32_t>(by);
        places_[i].end += static_cast<std::uint32_t>(by);
      }
  }

 private:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  struct Place {
    std::uint32_t begin = none, end = none;
  };
  std::size_t size_ = 0;
  std::array<Place, most> places_;
};

// A rule that matched. Ranges count symbols (bytes for a `text` rule).
struct Match {
  const Rule* rule = nullptr;
  Range whole;
  Captures captures;

  explicit operator bool() const { return rule != nullptr; }
  void move(std::size_t by) {
    whole = {whole.begin + by, whole.end + by};
    captures.move(by);
  }
};

// The rules of one stage, in file order.
struct Pass;
struct Fits;

class Stage {
 public:
  const std::string& name() const;
  const std::vector<Rule>& rules() const;
  const std::vector<std::string>& captures() const;
  std::size_t capture(std::string_view name) const;  // index; asserts that the stage has it
  int passes() const;
  // What the rule with that index costs: the size of RE2's program, in instructions.
  std::size_t cost(std::size_t rule) const;

  // The words under a stretch of symbols, for `where` tests. For text rules: the stretch itself. What it gives has to
  // live until it is asked again.
  using Words = std::function<std::string_view(Range)>;

  // Matches of one pass that do not overlap: leftmost, then longest, then file
  // order. Where `where` tests refuse the longest stretch, no shorter one is tried. Over text a match begins
  // where a word does, and none after `last`.
  std::vector<Match> all(std::string_view symbols, const Words& words, int pass = 1,
                         std::size_t last = std::string_view::npos) const;

  // The first rule in file order that matches anywhere in `symbols`, passes its
  // `where` tests and is accepted. A rule that needs a symbol which is not there costs a few
  // instructions, so twice the rules cost little more.
  // `admits`, asked before RE2 runs, may rule out more.
  using Accept = std::function<bool(const Match&)>;
  using Admits = std::function<bool(const Rule&)>;
  Match first(std::string_view symbols, const Words& words, const Accept& accept = {}, const Admits& admits = {}) const;

  // Of a stage with a focus: the first rule in file order that matches around the symbol at `focus`, one of the
  // focus's, which stands nowhere else in `symbols`; passes its `where` tests, is admitted and accepted. From there to
  // either side a rule is looked for only as far as its symbols may follow each other, which rules most of them out and
  // leaves RE2 a few symbols of the others.
  Match around(std::size_t focus, std::string_view symbols, const Words& words, const Accept& accept,
               const Admits& admits) const;

  // Every rule that is admitted and matches, in file order, each with its leftmost match.
  std::vector<Match> each(std::string_view symbols, const Words& words, const Admits& admits = {}) const;

  struct Parts;
  explicit Stage(std::unique_ptr<const Parts> parts);
  Stage(Stage&&) noexcept;
  ~Stage();

 private:
  template <typename Each>
  void each_fit(const Pass& pass, std::string_view symbols, Range extent, const Each& each) const;
  Fits fits(const Pass& pass, std::string_view symbols, Range extent) const;
  std::size_t longest(const Pass& pass, std::string_view symbols, std::size_t at) const;
  bool standing(const Fits& fits, std::size_t at, const Words& words, std::vector<Match>& found) const;
  std::vector<Match> all_in_text(const Pass& pass, std::string_view text, const Words& words, std::size_t last) const;
  std::vector<Match> all_in_symbols(const Pass& pass, std::string_view symbols, const Words& words) const;
  std::unique_ptr<const Parts> parts_;
};

class Lexer;

class Grammar {
 public:
  // Later files add to earlier ones; a rule of a user's own goes before ours.
  explicit Grammar(const std::vector<RuleFile>& files);
  ~Grammar();

  // The stage of that name; throws Error ("no rule file opens the stage …").
  const Stage& stage(std::string_view name) const;
  std::vector<const Stage*> stages() const;

  const Lexer& lexer() const;

  // The alphabet of that name; throws Error where no file declares a symbol of it.
  const Alphabet& alphabet(std::string_view name = "word") const;

  // A plain-text file of the rules by its base name ("cues.tsv"), empty if there is none.
  std::string_view file(std::string_view base) const;

  const std::string& hash() const;  // of all files: 32 hex digits

  struct Parts;

 private:
  std::unique_ptr<const Parts> parts_;
};

}  // namespace onrecord
