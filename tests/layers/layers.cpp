// The house: which layer may include which, which library belongs to which
// layer, and what may stand at the top level.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const fs::path project = ONRECORD_SOURCE_DIR;

// What the files of src/<key>/ may include; "" are the files of src/ itself.
const std::map<std::string, Names> may_include{
    {"core", {"core"}},
    {"match", {"core", "match"}},
    {"extract", {"core", "match", "extract"}},
    {"read", {"core", "read"}},
    {"store", {"core", "store"}},
    {"compare", {"core", "match", "compare"}},
    {"cli", {"core", "match", "extract", "read", "store", "compare", "cli"}},
    {"", {"core", "cli"}},
};

// The layers that may see a library, by the first word of its headers. A
// library that is not listed may be seen by none.
const std::map<std::string, Names> library_of{
    {"re2", {"match", "extract", "read", "compare"}},
    {"toml++", {"match"}},
    {"SQLiteCpp", {"store"}},
    {"sqlite3.h", {"store"}},
    {"xxhash.h", {"core"}},
    {"libstemmer.h", {"compare"}},
    {"boost", {"cli"}},
    {"nlohmann", {"cli", "read"}},
    {"yaml-cpp", {"read"}},
    {"utf8proc.h", {"cli"}},
};

const Names top_level{".ci",
                      ".clang-format",
                      ".clang-tidy",
                      ".git",
                      ".gitignore",
                      "CMakeLists.txt",
                      "CMakePresets.json",
                      "LICENSE",
                      "README.md",
                      "db",
                      "rules",
                      "samples",
                      "src",
                      "tests"};

// `line` is one line of a file of `layer`. Returns what is wrong with its
// #include, "" if nothing is or there is none.
std::string objection(const std::string& layer, const std::string& line) {
  static const std::regex own("^\\s*#\\s*include\\s*\"(?:([^/\"]*)/)?[^\"]*\".*");
  static const std::regex other("^\\s*#\\s*include\\s*<([^/>]+)(/[^>]*)?>.*");
  std::smatch found;
  if (std::regex_match(line, found, own)) {
    if (!found[1].matched) return "name the file from src/: \"layer/file.h\"";
    if (!may_include.at(layer).contains(found[1]))
      return (layer.empty() ? "main" : layer) + " may not see " + found[1].str();
  } else if (std::regex_match(line, found, other)) {
    const std::string first = found[1];
    const bool header_of_c_or_posix = first.ends_with(".h") || first == "sys";
    const auto library = library_of.find(first);
    if (library != library_of.end())
      return library->second.contains(layer) ? "" : layer + " may not see the library of <" + first + ">";
    if (found[2].matched && !header_of_c_or_posix) return "<" + first + "/…> is no library of ours";
  }
  return "";
}

std::vector<std::string> objections() {
  std::vector<std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(project / "src")) {
    if (!entry.is_regular_file()) continue;
    const fs::path file = fs::relative(entry.path(), project / "src");
    const std::string layer = file.has_parent_path() ? file.begin()->string() : "";
    if (!may_include.contains(layer)) {
      all.push_back("src/" + file.string() + ": no layer is called " + layer);
      continue;
    }
    std::ifstream in(entry.path());
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
      if (const std::string what = objection(layer, line); !what.empty())
        all.push_back("src/" + file.string() + ":" + std::to_string(number) + ": " + line + "  // " + what);
  }
  std::sort(all.begin(), all.end());
  return all;
}

// Types that two headers define. They share a namespace, so the linker would
// take the members of one for those of the other, without a word.
std::vector<std::string> defined_twice() {
  static const std::regex definition("^(?:struct|class|enum class) (\\w+)(?: final)?(?: :[^:].*)? \\{.*");
  std::map<std::string, std::string> first;
  std::vector<std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(project / "src")) {
    if (entry.path().extension() != ".h") continue;
    const std::string file = fs::relative(entry.path(), project);
    std::ifstream in(entry.path());
    std::smatch found;
    for (std::string line; std::getline(in, line);) {
      if (!std::regex_match(line, found, definition)) continue;
      const auto [known, is_new] = first.emplace(found[1], file);
      if (!is_new) all.push_back(known->first + ": " + known->second + " and " + file);
    }
  }
  return all;
}

// Names that .gitignore allows at the top level: "/build/" allows "build".
Names ignored() {
  Names names;
  std::ifstream in(project / ".gitignore");
  for (std::string line; std::getline(in, line);) {
    line.erase(std::remove(line.begin(), line.end(), '/'), line.end());
    names.insert(line);
  }
  return names;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("every #include in src keeps to the order of the layers") { CHECK(joined(objections()) == ""); }

TEST_CASE("an #include across the layers is named") {
  CHECK(objection("extract", "#include \"store/store.h\"") == "extract may not see store");
  CHECK(objection("core", "#  include \"match/lexer.h\"  // why not") == "core may not see match");
  CHECK(objection("", "#include \"read/read.h\"") == "main may not see read");
  CHECK(objection("cli", "#include \"cli.h\"") == "name the file from src/: \"layer/file.h\"");
  CHECK(objection("extract", "#include <SQLiteCpp/Database.h>") == "extract may not see the library of <SQLiteCpp>");
  CHECK(objection("core", "#include <openssl/md5.h>") == "<openssl/…> is no library of ours");
  CHECK(objection("store", "#include <sqlite3.h>") == "");
  CHECK(objection("extract", "#include \"match/lexer.h\"") == "");
  CHECK(objection("cli", "#include <sys/ioctl.h>") == "");
  CHECK(objection("core", "#include <vector>") == "");
  CHECK(objection("core", "// see \"match/lexer.h\"") == "");
}

TEST_CASE("no two headers define a type of the same name") { CHECK(joined(defined_twice()) == ""); }

TEST_CASE("nothing else stands at the top level") {
  const Names also = ignored();
  std::vector<std::string> strangers;
  for (const auto& entry : fs::directory_iterator(project)) {
    const std::string name = entry.path().filename();
    if (!top_level.contains(name) && !also.contains(name)) strangers.push_back(name);
  }
  CHECK(joined(strangers) == "");
}
