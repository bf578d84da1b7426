#include "match/builder.h"

#include <algorithm>

#include "core/error.h"
#include "core/hash.h"
#include "core/list.h"

namespace onrecord {
namespace {

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool ends_with(const std::string& s, std::string_view tail) {
  return s.size() >= tail.size() && s.compare(s.size() - tail.size(), tail.size(), tail) == 0;
}

bool has_capital(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Calls each(table) for the tables of the array `name`.
template <typename Each>
void for_tables(const RuleTable& t, std::string_view name, const Each& each) {
  const toml::node* node = t.table.get(name);
  if (node == nullptr) return;
  const toml::array* array = node->as_array();
  if (array == nullptr) t.fail(*node, "write [[" + std::string(name) + "]], a table for each");
  for (const toml::node& item : *array) {
    if (!item.is_table()) t.fail(item, "write [[" + std::string(name) + "]], a table for each");
    each(*item.as_table());
  }
}

// The string under `key`; fails where it is missing and `needed`, or is no string.
std::string text_of(const RuleTable& t, const toml::table& table, std::string_view key, bool needed = true) {
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    if (needed) t.fail(table, "the key \"" + std::string(key) + "\" is missing");
    return {};
  }
  if (!node->is_string()) t.fail(*node, "\"" + std::string(key) + "\" must be a string");
  return node->as_string()->get();
}

// Calls each(string) for those of the list under `key`, as they stand in the table.
template <typename Each>
void for_texts(const RuleTable& t, const toml::table& table, std::string_view key, const Each& each) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return;
  if (!node->is_array()) t.fail(*node, "\"" + std::string(key) + "\" must be a list of strings");
  for (const toml::node& item : *node->as_array()) {
    if (!item.is_string()) t.fail(item, "\"" + std::string(key) + "\" must be a list of strings");
    each(std::string_view(item.as_string()->get()));
  }
}

std::vector<std::string> texts_of(const RuleTable& t, const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  for_texts(t, table, key, [&](std::string_view text) { out.emplace_back(text); });
  return out;
}

void only_keys(const RuleTable& t, const toml::table& table, std::vector<std::string> known) {
  for (const auto& [key, node] : table) {
    const std::string k(key.str());
    if (std::find(known.begin(), known.end(), k) == known.end())
      t.fail(node, "the key \"" + k + "\" has no meaning here" + did_you_mean(k, known));
  }
}

}  // namespace

void RuleTable::fail(const toml::node& node, const std::string& what, std::size_t offset) const {
  const toml::source_position at = node.source().begin;
  // A string's source begins at its quotation mark.
  const std::size_t column = at.column + (node.is_string() ? offset + 1 : 0);
  throw Error(file->name + ":" + std::to_string(at.line) + ":" + std::to_string(column) + ": " + what);
}

std::unique_ptr<Grammar::Parts> GrammarBuilder::build(const std::vector<RuleFile>& files) {
  parse(files);
  for (const RuleTable& t : tables_) add_alphabets(t);
  for (const RuleTable& t : tables_) add_classes(t);
  for (auto& [name, alphabet] : parts_->alphabets) alphabet.index();
  for (const RuleTable& t : tables_) add_stage(t);
  for (const RuleTable& t : tables_) add_lexer(t);
  folded_.reserve(1 << 15);  // a lexicon of the usual size
  lexer_->entries.reserve(1 << 16);
  for (const RuleTable& t : tables_) for_tables(t, "words", [&](const toml::table& list) { add_words(t, list); });
  for (const RuleTable& t : tables_) add_shapes(t);
  finish_lexer();
  for (const RuleTable& t : tables_) add_rules(t);
  for (auto& stage : stages_) {
    finish_stage(*stage);
    parts_->stages.push_back(std::make_unique<Stage>(std::move(stage)));
  }
  parts_->lexer = std::make_unique<Lexer>(std::move(lexer_));
  return std::move(parts_);
}

void GrammarBuilder::parse(const std::vector<RuleFile>& files) {
  std::string all;
  for (const RuleFile& file : files) {
    all += file.name + '\0' + file.text + '\0';
    if (!ends_with(file.name, ".toml")) {
      parts_->texts[base_name(file.name)] = file.text;
      continue;
    }
    try {
      tables_.push_back({&file, toml::parse(std::string_view(file.text), file.name)});
    } catch (const toml::parse_error& e) {
      const auto at = e.source().begin;
      throw Error(file.name + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                  ": not TOML from here (" + std::string(e.description()) + "); correct it, https://toml.io says how");
    }
    only_keys(tables_.back(), tables_.back().table,
              {"stage", "define", "rule", "symbol", "class", "lexer", "words", "shape"});
  }
  parts_->hash = hash_hex(all);
}

const Alphabet& GrammarBuilder::alphabet(const RuleTable& t, const toml::node& at, std::string_view name) const {
  const auto found = parts_->alphabets.find(name);
  if (found == parts_->alphabets.end())
    t.fail(at, "no symbol is declared for the alphabet \"" + std::string(name) + "\"; add a [[symbol]]");
  return found->second;
}

void GrammarBuilder::add_alphabets(const RuleTable& t) {
  for_tables(t, "symbol", [&](const toml::table& s) {
    only_keys(t, s, {"alphabet", "name", "char", "about"});
    std::string alphabet = text_of(t, s, "alphabet", false);
    if (alphabet.empty()) alphabet = "word";
    const std::string name = text_of(t, s, "name"), sign = text_of(t, s, "char");
    if (sign.size() != 1 || sign[0] <= ' ' || sign[0] > '~')
      t.fail(*s.get("char"), "\"char\" must be one printable ASCII sign");
    Alphabet& a = parts_->alphabets[alphabet];
    if (!a.names_.emplace(sign[0], name).second) t.fail(*s.get("char"), "the sign is taken by " + a.names_[sign[0]]);
    if (!a.members_.emplace(name, sign).second) t.fail(*s.get("name"), "the symbol " + name + " is declared twice");
  });
}

void GrammarBuilder::add_classes(const RuleTable& t) {
  for_tables(t, "class", [&](const toml::table& c) {
    only_keys(t, c, {"alphabet", "name", "any", "about"});
    std::string which = text_of(t, c, "alphabet", false);
    if (which.empty()) which = "word";
    const std::string name = text_of(t, c, "name");
    Alphabet& a = const_cast<Alphabet&>(alphabet(t, c, which));
    std::string members;
    for (const std::string& member : texts_of(t, c, "any")) {
      const std::string_view found = a.members(member);
      if (found.empty()) t.fail(*c.get("any"), "no symbol is named " + member + did_you_mean(member, a.names()));
      members += found;
    }
    if (members.empty()) t.fail(c, "the class " + name + " has no members");
    if (!a.members_.emplace(name, members).second) t.fail(c, name + " is declared twice");
  });
}

void GrammarBuilder::add_stage(const RuleTable& t) {
  const toml::table* s = t.table["stage"].as_table();
  if (s == nullptr) return;
  if (s->get("name") != nullptr && s->size() == 1) return;  // a file that only adds rules
  only_keys(t, *s, {"name", "alphabet", "captures", "keys", "focus"});
  auto stage = std::make_unique<Stage::Parts>();
  stage->name = text_of(t, *s, "name");
  if (const std::string a = text_of(t, *s, "alphabet", false); !a.empty()) stage->alphabet = a;
  stage->captures = texts_of(t, *s, "captures");
  if (stage->captures.size() > Captures::most)
    t.fail(*s->get("captures"), "a stage has at most " + std::to_string(Captures::most) + " captures; use one twice");
  stage->keys = texts_of(t, *s, "keys");
  if (const toml::node* focus = s->get("focus")) {
    if (!focus->is_table()) t.fail(*focus, "write focus = {capture = \"cue\", symbols = [\"CUE\"]}");
    const toml::table& table = *focus->as_table();
    only_keys(t, table, {"capture", "symbols"});
    stage->focus.capture = text_of(t, table, "capture");
    const Alphabet& a = alphabet(t, table, stage->alphabet);
    for (const std::string& name : texts_of(t, table, "symbols")) {
      if (a.symbol(name) == 0) t.fail(*focus, "no symbol is named " + name + did_you_mean(name, a.names()));
      stage->focus.symbols += a.symbol(name);
    }
  }
  for (const auto& other : stages_)
    if (other->name == stage->name)
      t.fail(*s, "the stage " + stage->name + " is opened twice; give only its name here");
  stages_.push_back(std::move(stage));
}

void GrammarBuilder::add_lexer(const RuleTable& t) {
  const toml::node* node = t.table.get("lexer");
  if (node == nullptr) return;
  const toml::table* l = node->as_table();
  if (l == nullptr) t.fail(*node, "write [lexer]");
  only_keys(t, *l, {"clitics", "capitalized", "unknown"});
  const Alphabet& a = alphabet(t, *l, "word");
  const auto symbol = [&](std::string_view key) -> char {
    const std::string name = text_of(t, *l, key);
    if (a.symbol(name) == 0) t.fail(*l->get(key), "no symbol is named " + name + did_you_mean(name, a.names()));
    return a.symbol(name);
  };
  lexer_->clitics = texts_of(t, *l, "clitics");
  lexer_->capitalized = symbol("capitalized");
  lexer_->unknown = symbol("unknown");
}

void GrammarBuilder::add_words(const RuleTable& t, const toml::table& list) {
  only_keys(t, list, {"id", "symbol", "symbols", "tag", "keeps_capital", "words", "file"});
  text_of(t, list, "id");
  const auto symbol_of = [&](const toml::table& where, std::string_view key) -> char {
    const std::string name = text_of(t, where, key, false);
    if (name.empty()) return 0;
    const Alphabet& a = alphabet(t, list, "word");
    if (a.symbol(name) == 0) t.fail(*where.get(key), "no symbol is named " + name + did_you_mean(name, a.names()));
    return a.symbol(name);
  };
  const char symbol = symbol_of(list, "symbol");
  std::map<std::string, char, std::less<>> by_value;
  if (const toml::table* symbols = list["symbols"].as_table())
    for (const auto& [value, node] : *symbols) by_value[std::string(value.str())] = symbol_of(*symbols, value.str());
  Tag tag = 0;
  if (const std::string name = text_of(t, list, "tag", false); !name.empty())
    tag = lexer_->tags.emplace(name, static_cast<Tag>(lexer_->tags.size() + 1)).first->second;
  if (tag >= Entry().has_tag.size()) t.fail(list, "there are too many tags; use one that is there");
  if (symbol == 0 && tag == 0 && by_value.empty()) t.fail(list, "a list needs a \"symbol\" or a \"tag\"");
  const bool keeps = list["keeps_capital"].value_or(false);
  const auto add = [&](std::string_view word, std::string_view value) {
    const auto own = by_value.empty() ? by_value.end() : by_value.find(value.substr(value.rfind(':') + 1));
    add_word(word, {value, own == by_value.end() ? symbol : own->second, tag, keeps});
  };

  for_texts(t, list, "words", [&](std::string_view line) {
    const std::size_t equals = line.find(" = ");
    add(line.substr(0, equals), equals == std::string_view::npos ? "" : line.substr(equals + 3));
  });
  const std::string file = text_of(t, list, "file", false);
  if (file.empty()) return;
  const auto found = parts_->texts.find(file);
  if (found == parts_->texts.end()) t.fail(*list.get("file"), file + " is not beside this file");
  each_row(found->second, [&](const ListRow& row) { add(row.entry, row.value); });
}

void GrammarBuilder::add_word(std::string_view word, const Meaning& meaning) {
  if (one_word(word)) return add_entry({&word, 1}, meaning);
  const std::vector<std::string_view> words = words_of(word, *lexer_);
  if (words.empty()) return;
  // The last word of "State Sen." is an abbreviation, one token with its stop where it has an entry of its own.
  if (words.size() > 2 && words.back() == "." && word[word.size() - 2] != ' ') {
    std::vector<std::string_view> abbreviated(words.begin(), words.end() - 1);
    abbreviated.back() = {abbreviated.back().data(), abbreviated.back().size() + 1};
    add_entry(abbreviated, meaning);
  }
  add_entry(words, meaning);
}

void GrammarBuilder::add_entry(std::span<const std::string_view> words, const Meaning& meaning) {
  const bool exact = std::any_of(words.begin(), words.end(), has_capital);
  std::uint32_t* slot = nullptr;
  if (words.size() == 1) {
    slot = &word_slot(words[0], exact);
  } else {
    auto& same_start = phrases_[hash_of_two(hash64(fold(words[0])), hash64(fold(words[1])))];
    const auto known = std::find_if(same_start.begin(), same_start.end(), [&](const Phrase& p) {
      return p.exact == exact && std::equal(p.rest.begin(), p.rest.end(), words.begin() + 1, words.end()) &&
             (!exact || p.first == words[0]);
    });
    slot =
        known != same_start.end()
            ? &known->entry
            : &same_start.emplace_back(Phrase{{words.begin() + 1, words.end()}, std::string(words[0]), exact, 0}).entry;
  }
  if (*slot == 0) *slot = new_entry();
  Entry& entry = lexer_->entries[*slot];
  if (meaning.symbol != 0) entry.symbol = meaning.symbol;
  entry.keeps_capital |= meaning.keeps_capital;
  if (meaning.tag == 0) return;
  entry.tags.emplace_back(meaning.tag, meaning.value);
  entry.has_tag.set(meaning.tag);
}

std::uint32_t GrammarBuilder::new_entry() {
  lexer_->entries.emplace_back();
  return static_cast<std::uint32_t>(lexer_->entries.size() - 1);
}

// Where the entry of a word is kept. `exact`: it is found only as it is written.
std::uint32_t& GrammarBuilder::word_slot(std::string_view word, bool exact) {
  if (!exact) return folded_[hash64(word)];
  ExactWord& kept = exact_[hash64(word)];
  kept.folded = hash64(fold(word));
  return kept.entry;
}

void GrammarBuilder::add_shapes(const RuleTable& t) {
  for_tables(t, "shape", [&](const toml::table& s) {
    only_keys(t, s, {"id", "text", "symbol"});
    text_of(t, s, "id");
    const std::string name = text_of(t, s, "symbol"), text = text_of(t, s, "text");
    const Alphabet& a = alphabet(t, s, "word");
    if (a.symbol(name) == 0) t.fail(*s.get("symbol"), "no symbol is named " + name + did_you_mean(name, a.names()));
    if (lexer_->shape == nullptr)
      lexer_->shape = std::make_unique<re2::RE2::Set>(re2::RE2::Options(re2::RE2::Quiet), re2::RE2::ANCHOR_BOTH);
    std::string problem;
    if (lexer_->shape->Add(text, &problem) < 0) t.fail(*s.get("text"), problem);
    lexer_->shapes.push_back(a.symbol(name));
  });
}

void GrammarBuilder::finish_lexer() {
  if (lexer_->shape != nullptr) lexer_->shape->Compile();
  // An entry of its own with capitals carries the tags of the word without.
  for (const auto& [hash, word] : exact_) {
    const auto plain = folded_.find(word.folded);
    if (plain == folded_.end()) continue;
    Entry& entry = lexer_->entries[word.entry];
    const Entry& other = lexer_->entries[plain->second];
    entry.tags.insert(entry.tags.end(), other.tags.begin(), other.tags.end());
    entry.has_tag |= other.has_tag;
    if (entry.symbol == 0) entry.symbol = other.symbol;
    entry.keeps_capital |= other.keeps_capital;
  }
  lexer_->phrases_by_two = ByHash<std::uint32_t>(phrases_.size());
  for (auto& [two, phrases] : phrases_) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.rest.size() != b.rest.size() ? a.rest.size() > b.rest.size() : a.exact && !b.exact;
    });
    std::uint32_t& id = folded_[hash64(fold(phrases.front().first))];
    if (id == 0) id = new_entry();
    lexer_->entries[id].begins_phrase = true;
    lexer_->phrases_by_two.put(two, static_cast<std::uint32_t>(lexer_->phrases.size()));
    lexer_->phrases.push_back(std::move(phrases));
  }
  for (const auto& [hash, word] : exact_)
    if (const auto plain = folded_.find(word.folded); plain != folded_.end())
      lexer_->entries[word.entry].begins_phrase |= lexer_->entries[plain->second].begins_phrase;
  for (Entry& entry : lexer_->entries) {
    lexer_->tags_of.add(entry.has_tag, entry.tags);
    entry.tags = {};
  }
  const auto found = [&](std::uint32_t id) {
    const Entry& entry = lexer_->entries[id];
    // A word that only begins phrases ("Jersey" of "Jersey City") is none by itself.
    const bool alone = entry.symbol != 0 || entry.has_tag.any();
    return WordFound{alone ? id : 0, static_cast<unsigned char>(entry.symbol), entry.keeps_capital,
                     entry.begins_phrase};
  };
  lexer_->exact = ByHash<WordFound>(exact_.size());
  for (const auto& [hash, word] : exact_) lexer_->exact.put(hash, found(word.entry));
  lexer_->folded = ByHash<WordFound>(folded_.size());
  for (const auto& [hash, id] : folded_) lexer_->folded.put(hash, found(id));
}

}  // namespace onrecord
