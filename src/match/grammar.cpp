#include "match/grammar.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/embedded.h"
#include "core/error.h"
#include "match/builder.h"

namespace onrecord {

char Alphabet::symbol(std::string_view name) const {
  const auto found = members_.find(name);
  return found != members_.end() && found->second.size() == 1 ? found->second[0] : '\0';
}

std::string_view Alphabet::name(char symbol) const {
  const auto found = names_.find(symbol);
  return found == names_.end() ? std::string_view{} : found->second;
}

std::string_view Alphabet::members(std::string_view name) const {
  const auto found = members_.find(name);
  return found == members_.end() ? std::string_view{} : found->second;
}

Symbols Alphabet::set(std::initializer_list<std::string_view> names) const {
  Symbols out;
  for (const std::string_view name : names)
    for (const char symbol : members(name)) out.add(symbol);
  return out;
}

void Alphabet::index() {
  set_of_ = ByHash<std::uint16_t>(members_.size());
  for (const auto& [name, members] : members_) {
    set_of_.put(hash64(name), static_cast<std::uint16_t>(sets_.size()));
    sets_.push_back(set({name}));
  }
}

std::vector<std::string> Alphabet::names() const {
  std::vector<std::string> out;
  for (const auto& [name, members] : members_) out.push_back(name);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<RuleFile> builtin_rules() {
  std::vector<RuleFile> out;
  for (const EmbeddedFile& file : embedded_rules())
    out.push_back({std::string(file.name), std::string(file.text), true});
  return out;
}

std::vector<RuleFile> read_rules(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code code;
  std::vector<fs::path> paths;
  for (const auto& item : fs::directory_iterator(folder, code))
    if (item.path().extension() == ".toml" || item.path().extension() == ".txt") paths.push_back(item.path());
  if (code) throw Error(folder + ": cannot read the folder of rules (" + code.message() + "); check the path");
  if (paths.empty()) throw Error(folder + ": no rule files; a folder of rules holds *.toml");
  std::sort(paths.begin(), paths.end());
  std::vector<RuleFile> out;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path.string() + ": cannot be read; check its permissions");
    out.push_back({path.string(), {std::istreambuf_iterator<char>(in), {}}, false});
  }
  return out;
}

Grammar::Grammar(const std::vector<RuleFile>& files) : parts_(GrammarBuilder().build(files)) {}
Grammar::~Grammar() = default;

const Stage& Grammar::stage(std::string_view name) const {
  for (const auto& stage : parts_->stages)
    if (stage->name() == name) return *stage;
  throw Error("no rule file opens the stage \"" + std::string(name) + "\"; add [stage] name = \"" + std::string(name) +
              "\"");
}

std::vector<const Stage*> Grammar::stages() const {
  std::vector<const Stage*> out;
  for (const auto& stage : parts_->stages) out.push_back(stage.get());
  return out;
}

const Lexer& Grammar::lexer() const { return *parts_->lexer; }

const Alphabet& Grammar::alphabet(std::string_view name) const {
  const auto found = parts_->alphabets.find(name);
  if (found == parts_->alphabets.end())
    throw Error("no rule file declares a symbol of the alphabet \"" + std::string(name) + "\"; add [[symbol]]");
  return found->second;
}

std::string_view Grammar::file(std::string_view base) const {
  const auto found = parts_->texts.find(base);
  return found == parts_->texts.end() ? std::string_view{} : found->second;
}

const std::string& Grammar::hash() const { return parts_->hash; }

}  // namespace onrecord
