// The part of GrammarBuilder that compiles rules.
#include <algorithm>

#include "core/error.h"
#include "match/builder.h"

namespace onrecord {
namespace {

// Keys that every rule may have, beside its stage's own.
const std::vector<std::string> rule_keys{"id", "pattern", "text", "where", "yes", "no", "pass", "symbol", "about"};

std::string need_string(const RuleTable& t, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) t.fail(table, "the rule has no \"" + std::string(key) + "\"");
  if (!node->is_string()) t.fail(*node, "\"" + std::string(key) + "\" must be a string");
  return node->as_string()->get();
}

std::vector<std::string> strings(const RuleTable& t, const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  if (const toml::node* node = table.get(key)) {
    if (!node->is_array()) t.fail(*node, "\"" + std::string(key) + "\" must be a list of strings");
    for (const toml::node& item : *node->as_array()) {
      if (!item.is_string()) t.fail(item, "\"" + std::string(key) + "\" must be a list of strings");
      out.push_back(item.as_string()->get());
    }
  }
  return out;
}

}  // namespace

void GrammarBuilder::add_rules(const RuleTable& t) {
  const toml::node* rules = t.table.get("rule");
  if (rules == nullptr) return;
  const toml::table* opened = t.table["stage"].as_table();
  if (opened == nullptr)
    t.fail(*rules,
           "the file has rules but no [stage] name; add [stage] name = \"attribution\", or the stage that they are of");
  const std::string name = (*opened)["name"].value_or(std::string());
  const auto stage = std::find_if(stages_.begin(), stages_.end(), [&](const auto& s) { return s->name == name; });
  if (stage == stages_.end()) {
    std::vector<std::string> known;
    for (const auto& s : stages_) known.push_back(s->name);
    t.fail(*opened, "no file opens the stage \"" + name + "\"" + did_you_mean(name, known));
  }
  Defines defines;
  if (const toml::table* d = t.table["define"].as_table())
    for (const auto& [key, node] : *d) defines[std::string(key.str())] = need_string(t, *d, key.str());

  TranslatedDefines known;
  if (!rules->is_array_of_tables()) t.fail(*rules, "write [[rule]], a table for each");
  for (const toml::node& node : *rules->as_array()) {
    const toml::table& table = *node.as_table();
    (*stage)->rules.push_back(read_rule(t, table, **stage, defines));
    compile(t, table, **stage, (*stage)->rules.size() - 1, defines, known);
  }
}

Rule GrammarBuilder::read_rule(const RuleTable& t, const toml::table& table, Stage::Parts& stage,
                               const Defines& defines) {
  std::vector<std::string> known = rule_keys;
  known.insert(known.end(), stage.keys.begin(), stage.keys.end());
  for (const auto& [key, node] : table) {
    const std::string k(key.str());
    if (std::find(known.begin(), known.end(), k) == known.end())
      t.fail(node,
             "the key \"" + k + "\" has no meaning in a rule of the stage " + stage.name + did_you_mean(k, known));
  }
  Rule rule;
  rule.id = need_string(t, table, "id");
  rule.stage = stage.name;
  rule.file = t.file->name;
  rule.line = table.source().begin.line;
  const auto [place, fresh] = where_is_.emplace(rule.id, rule.file + ":" + std::to_string(rule.line));
  if (!fresh) t.fail(*table.get("id"), "the id " + rule.id + " is taken by the rule at " + place->second);
  rule.over_text = table.get("text") != nullptr;
  if (rule.over_text == (table.get("pattern") != nullptr))
    t.fail(table, "a rule has either a \"pattern\" or a \"text\"");
  rule.pattern = need_string(t, table, rule.over_text ? "text" : "pattern");
  if (!stage.rules.empty() && stage.rules.front().over_text != rule.over_text)
    t.fail(table, "the rules of the stage " + stage.name + " have a \"" + (rule.over_text ? "pattern" : "text") +
                      "\"; write this one so too");
  rule.pass = table["pass"].value_or(1);
  if (rule.pass < 1 || rule.pass > 20) t.fail(*table.get("pass"), "\"pass\" must be a number from 1 to 20");
  if (table.get("symbol") != nullptr) {
    const std::string name = need_string(t, table, "symbol");
    const Alphabet& a = alphabet(t, table, stage.alphabet);
    rule.symbol = a.symbol(name);
    if (rule.symbol == 0) t.fail(*table.get("symbol"), "no symbol is named " + name + did_you_mean(name, a.names()));
  }
  for (const std::string& key : stage.keys)
    if (const toml::node* node = table.get(key)) try {
        rule.keys[key] = expand(need_string(t, table, key), defines, "");
      } catch (const PatternError& e) {
        t.fail(*node, e.what(), e.at);
      }
  rule.yes = strings(t, table, "yes");
  rule.no = strings(t, table, "no");
  return rule;
}

void GrammarBuilder::compile(const RuleTable& t, const toml::table& table, Stage::Parts& stage, std::size_t index,
                             const Defines& defines, TranslatedDefines& known) {
  Rule& rule = stage.rules[index];
  const toml::node& written = *table.get(rule.over_text ? "text" : "pattern");
  Translated translated;
  try {
    if (rule.over_text)
      translated.regex = expand(rule.pattern, defines);
    else
      translated = translate(rule.pattern, alphabet(t, table, stage.alphabet), defines, stage.focus, known);
  } catch (const PatternError& e) {
    t.fail(written, e.what(), e.at);
  }
  auto compiled =
      std::make_unique<CompiledRule>(CompiledRule{rule, nullptr, {}, {}, translated, followers(translated.joints)});
  compiled->regex = expression(t, written, translated.regex, rule_options(rule.over_text, false));
  if (!t.file->ours &&
      static_cast<int>(names_of_groups(translated.regex).size()) != (*compiled->regex)->NumberOfCapturingGroups())
    t.fail(written, "its brackets cannot be counted; write a bracket that stands for itself as \\( or \\)");
  compiled->groups.resize(stage.captures.size());
  for (int number = 1; const std::string& group : names_of_groups(translated.regex)) {
    const std::string name = group.substr(0, group.find("__"));
    const auto capture = std::find(stage.captures.begin(), stage.captures.end(), name);
    if (!name.empty() && capture == stage.captures.end())
      t.fail(written,
             "the stage " + stage.name + " captures nothing named " + name + did_you_mean(name, stage.captures));
    if (!name.empty()) compiled->groups[static_cast<std::size_t>(capture - stage.captures.begin())].push_back(number);
    ++number;
  }
  compile_where(t, table, stage, defines, *compiled);
  stage.compiled.push_back(std::move(compiled));
  while (stage.passes.size() < static_cast<std::size_t>(rule.pass)) stage.passes.push_back(std::make_unique<Pass>());
  stage.passes[static_cast<std::size_t>(rule.pass - 1)]->rules.push_back(index);
}

std::unique_ptr<const Expression> GrammarBuilder::expression(const RuleTable& t, const toml::node& written,
                                                             const std::string& pattern,
                                                             const re2::RE2::Options& options) {
  auto out = std::make_unique<const Expression>(pattern, options);
  if (!t.file->ours) {
    const re2::RE2 tried(pattern, options);
    if (!tried.ok()) t.fail(written, tried.error() + ": " + tried.error_arg());
  }
  return out;
}

void GrammarBuilder::compile_where(const RuleTable& t, const toml::table& table, const Stage::Parts& stage,
                                   const Defines& defines, CompiledRule& rule) {
  const toml::node* where = table.get("where");
  if (where == nullptr) return;
  if (!where->is_table()) t.fail(*where, "write where = {capture = \"regular expression\"}");
  for (const auto& [key, node] : *where->as_table()) {
    std::string name(key.str());
    WhereTest test;
    test.negated = name.rfind("not_", 0) == 0;
    if (test.negated) name = name.substr(4);
    if (name != "match") {
      const auto capture = std::find(stage.captures.begin(), stage.captures.end(), name);
      if (capture == stage.captures.end())
        t.fail(node,
               "the stage " + stage.name + " captures nothing named " + name + did_you_mean(name, stage.captures));
      test.capture = static_cast<int>(capture - stage.captures.begin());
    }
    try {
      const std::string text = expand(need_string(t, *where->as_table(), key.str()), defines);
      auto& same = tests_[text];  // rules share their word lists
      if (same == nullptr) same = expression(t, node, text, rule_options(true, false));
      test.regex = same;
    } catch (const PatternError& e) {
      t.fail(node, e.what(), e.at);
    }
    rule.where.push_back(std::move(test));
  }
}

void GrammarBuilder::finish_stage(Stage::Parts& stage) {
  // Stage::rules has its final size now; a rule's address no longer changes.
  for (std::size_t i = 0; i < stage.compiled.size(); ++i) {
    CompiledRule& old = *stage.compiled[i];
    stage.compiled[i] =
        std::make_unique<CompiledRule>(CompiledRule{stage.rules[i], std::move(old.regex), std::move(old.groups),
                                                    std::move(old.where), std::move(old.translated), old.followers});
  }
  for (std::size_t i = 0; i < stage.compiled.size() && !stage.focus.symbols.empty(); ++i) {
    if (i % RuleBlock::most == 0) stage.blocks.emplace_back();
    RuleBlock& block = stage.blocks.back();
    const std::uint64_t rule = std::uint64_t{1} << i % RuleBlock::most;
    const Translated& pattern = stage.compiled[i]->translated;
    if (pattern.from_begin) block.from_begin |= rule;
    if (pattern.to_end) block.to_end |= rule;
    SymbolSet symbols = pattern.firsts;  // what a match holds: its first, and what follows another
    for (const Translated::Joint& joint : pattern.joints) symbols |= joint.right;
    for (std::size_t s = 0; s < symbols.size(); ++s) {
      if (symbols[s]) block.holding[s] |= rule;
      if (pattern.firsts[s]) block.beginning[s] |= rule;
      if (pattern.lasts[s]) block.ending[s] |= rule;
      const SymbolSet& next = stage.compiled[i]->followers[s];
      for (std::size_t t = 0; next.any() && t < next.size(); ++t) block.follow(s, t) |= next[t] ? rule : 0;
    }
  }
  if (stage.passes.empty()) stage.passes.push_back(std::make_unique<Pass>());
  for (const auto& pass : stage.passes) {
    std::string any;
    for (const std::size_t i : pass->rules) {
      const CompiledRule& rule = *stage.compiled[i];
      std::string plain = rule.translated.regex;
      for (std::size_t at = 0; (at = plain.find("(?P<", at)) != std::string::npos;)
        plain.replace(at, plain.find('>', at) + 1 - at, "(?:");
      pass->over_text = rule.rule.over_text;
      const Translated& pattern = rule.translated;
      const Followers openings = followers(pattern.starts);
      for (std::size_t s = 0; s < pass->pairs.size(); ++s)
        for (std::size_t next = 0; next < pass->pairs.size(); ++next) {
          if (rule.followers[s][next]) pass->pairs[s][next] |= Pass::following;
          if (pattern.singles[s] || openings[s][next]) pass->pairs[s][next] |= Pass::opening;
        }
      if (pass->known == nullptr) pass->known = std::make_unique<Pass::Known>();
      any += (any.empty() ? "(?:" : "|(?:") + plain + ")";
    }
    if (any.empty()) continue;
    pass->any = std::make_unique<const Expression>(any, rule_options(pass->over_text, true));
    const bool own = std::any_of(tables_.begin(), tables_.end(), [](const RuleTable& t) { return !t.file->ours; });
    if (own && !re2::RE2(any, rule_options(pass->over_text, true)).ok())
      throw Error("the rules of the stage " + stage.name +
                  " are too many to be matched together; remove some of yours");
  }
}

}  // namespace onrecord
