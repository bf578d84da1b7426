#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "core/text.h"

namespace onrecord {
namespace {

void read_options(OptionTable& table) { add_metadata_options(table); }

// A value and where it came from.
Json known(const std::optional<std::string>& value, const std::string& from) {
  return value ? Json{{"value", *value}, {"from", from}} : Json();
}

Json article_json(const Article& article) {
  const CodePoints points(article.text);
  Json paragraphs = Json::array();
  for (const Paragraph& paragraph : article.paragraphs) {
    const Range range = points.of(paragraph.range);
    paragraphs.push_back({{"range", {range.begin, range.end}},
                          {"kind", paragraph.kind == Paragraph::Kind::title ? "title" : "body"},
                          {"text", slice(article.text, paragraph.range)}});
  }
  const auto published = article.published ? std::optional(iso(*article.published)) : std::nullopt;
  return Json{{"id", article.id},
              {"file", article.file},
              {"url", known(article.url, article.url_from)},
              {"outlet", known(article.outlet, article.outlet_from)},
              {"title", known(article.title, article.title_from)},
              {"published", known(published, article.published_from)},
              {"repairs", article.repairs},
              {"paragraphs", std::move(paragraphs)}};
}

int run_read(const Arguments& arguments, Output& out) {
  const Metadata given = metadata_of(arguments);
  std::size_t done = 0, failed = 0;
  Inputs inputs(arguments.words());
  while (const auto input = inputs.next()) {
    try {
      out.write(json_line(article_json(read_text(bytes_of(*input), input->path, given))));
      ++done;
    } catch (const Error& error) {
      warn(error.what());
      ++failed;
    }
  }
  return exit_code(done, failed);
}

}  // namespace

const Command command_read{"read",
                           "Without a store",
                           "print articles as they are read: metadata, where it came from, paragraphs",
                           "FILE|FOLDER|-...",
                           1,
                           any_number,
                           "onrecord read article.txt\ttitle, day, outlet, paragraphs\n"
                           "onrecord read articles/ | grep '\"published\":null'\twhich articles have no day",
                           "Prints one JSON object an article. Ranges count the code points of the file.",
                           read_options,
                           run_read};

}  // namespace onrecord
