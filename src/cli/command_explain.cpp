#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "extract/examples.h"

namespace onrecord {
namespace {

void explain_options(OptionTable& table) { add_rules_option(table); }

// A word that names a file is that file; other words are the sentence itself.
std::string text_of(const std::vector<std::string>& words) {
  std::error_code ignored;
  if (words.size() == 1 && (words.front() == "-" || std::filesystem::is_regular_file(words.front(), ignored))) {
    const Article article = read_text(bytes_of({words.front(), ""}), words.front(), {});
    std::string text;
    for (const Paragraph& paragraph : article.paragraphs)
      text += std::string(slice(article.text, paragraph.range)) + "\n";
    return text;
  }
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

int run_explain(const Arguments& arguments, Output& out) {
  const std::string text = text_of(arguments.words());
  out.write(explain(*grammar_of(arguments), text));
  return 0;
}

}  // namespace

const Command command_explain{"explain",
                              "Rules",
                              "how the rules see a sentence: symbols, the rule that won, those that nearly did",
                              "TEXT|FILE|-",
                              1,
                              any_number,
                              "onrecord explain '“We lost,” Keller said.'\twhy is this found, and so?\n"
                              "onrecord explain article.txt\tevery sentence of a file",
                              "",
                              explain_options,
                              run_explain};

}  // namespace onrecord
