#include <algorithm>
#include <cmath>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/record.h"
#include "cli/text_width.h"

namespace onrecord {
namespace {

void show_options(OptionTable& table) {
  add_store_option(table);
  table.add_options()("json", "one JSON value: the record, with `context`, its paragraphs");
}

// A part of the statement in the article's text.
struct Part {
  Range range;
  const char* name;
  Style style;
};

std::vector<Part> parts_of(const Statement& statement) {
  std::vector<Part> parts;
  for (const Range& piece : statement.content) parts.push_back({piece, "content", Style::bold});
  if (statement.cue) parts.push_back({*statement.cue, "cue", Style::yellow});
  if (statement.source) parts.push_back({*statement.source, "speaker", Style::cyan});
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.range < b.range; });
  return parts;
}

// The paragraphs that a part of the statement stands in.
Range context_of(const Article& article, const std::vector<Part>& parts) {
  Range context{article.text.size(), 0};
  for (const Paragraph& paragraph : article.paragraphs)
    for (const Part& part : parts)
      if (paragraph.range.overlaps(part.range)) {
        context.begin = std::min(context.begin, paragraph.range.begin);
        context.end = std::max(context.end, paragraph.range.end);
      }
  return context;
}

// With colour the parts are coloured, without it they stand in {name:…}.
std::string marked(const std::string& text, Range context, const std::vector<Part>& parts, const Terminal& terminal) {
  std::string out;
  std::size_t at = context.begin;
  for (const Part& part : parts) {
    if (part.range.begin < at) continue;  // inside another part
    out += harmless(slice(text, {at, part.range.begin}));
    const std::string words = harmless(slice(text, part.range));
    out += terminal.colour ? styled(words, part.style, terminal) : "{" + std::string(part.name) + ":" + words + "}";
    at = part.range.end;
  }
  return out + harmless(slice(text, {at, context.end}));
}

std::size_t line_of(const std::string& text, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// The rows above the text: a name and what is known.
std::string heading(const Record& r, const Article& article) {
  const Statement& s = r.statement;
  const std::size_t begin = s.content.front().begin;
  std::vector<std::pair<std::string, std::string>> rows;
  const auto add = [&](const std::string& label, const std::string& value) {
    if (!value.empty()) rows.emplace_back(label, one_line(value));
  };
  add("Speaker", s.speaker.name.empty() ? "(unknown)" : s.speaker.name);
  add("Role", s.speaker.role);
  if (s.said) {
    const std::string from = iso(s.said->from), to = iso(s.said->to);
    add("Said", (from == to ? from : from + " to " + to) + " (" + s.said->basis + ")");
  }
  add("How", std::string(name(s.kind)) + " " + std::string(name(s.manner)) + ", " + std::string(name(s.act)));
  add("Title", r.title.value_or(""));
  add("Outlet", r.outlet.value_or(""));
  add("Published", r.published ? iso(*r.published) : "");
  add("URL", r.url.value_or(""));
  add("Place", r.file + ", line " + std::to_string(line_of(article.text, begin)) + ", character " +
                   std::to_string(CodePoints(article.text).at(begin)));
  if (r.occurrences > 1) add("Also in", std::to_string(r.occurrences - 1) + " more articles");
  add("Rule", s.rule + ", confidence " + Json(std::round(s.confidence * 100) / 100).dump());
  add("Id", s.id);
  std::string out;
  for (const auto& [label, value] : rows) out += label + std::string(11 - label.size(), ' ') + value + "\n";
  return out;
}

int run_show(const Arguments& arguments, Output& out) {
  const Store store(store_path(arguments), Store::Mode::read);
  const Record record = statement_with_id(store, arguments.words().front());
  const auto article = store.article(record.article);
  if (!article) throw Error("the store has lost article " + record.article + "; run `onrecord db check`");
  const std::vector<Part> parts = parts_of(record.statement);
  const Range context = context_of(*article, parts);
  if (arguments.has("json")) {
    const CodePoints points(article->text);
    std::string record_open = record_json(record, points);
    record_open.pop_back();  // its last bracket: the context goes inside
    JsonWriter json;
    json.raw(record_open).key("context").open('{').key("range").range(points.of(context));
    json.key("text").text(slice(article->text, context)).close('}').close('}');
    out.write(json.take() + "\n");
    return 0;
  }
  out.write(heading(record, *article) + "\n");
  const std::string text = marked(article->text, context, parts, out.terminal());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    // Wrapping counts columns, which colours are none of: the terminal wraps coloured text itself.
    if (out.terminal().colour) {
      out.write(line + "\n");
    } else {
      for (const std::string& part : wrap(line, out.terminal().width)) out.write(part + "\n");
    }
    at = end + 1;
  }
  return 0;
}

}  // namespace

const Command command_show{"show",
                           "Asking",
                           "one statement in its paragraph, marked, and where it stands",
                           "ID",
                           1,
                           1,
                           "onrecord show 3f2a9c01\tID as `onrecord list` prints it, or its first digits",
                           "",
                           show_options,
                           run_show};

}  // namespace onrecord
