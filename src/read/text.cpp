// Plain text.
#include <algorithm>
#include <array>
#include <string>

#include "core/error.h"
#include "core/hash.h"
#include "core/text.h"
#include "read/day.h"
#include "read/header.h"
#include "read/lines.h"
#include "read/quotes.h"
#include "read/read.h"

namespace onrecord {
namespace {

constexpr std::size_t sample_size = 8192;                 // bytes that decide whether a file is text
constexpr std::size_t longest_title = 200;                // code points
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

std::string plural(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

// How a file of another format begins, in small letters, and what it is.
struct Format {
  std::string_view start, what;
};
constexpr std::array<Format, 8> formats{{{"<!doctype", "a web page"},
                                         {"<html", "a web page"},
                                         {"<?xml", "an XML page or feed"},
                                         {"<rss", "a feed"},
                                         {"<feed", "a feed"},
                                         {"{\\rtf", "a word processor's file (RTF)"},
                                         {"%pdf-", "a PDF"},
                                         {"pk\x03\x04", "a ZIP or office file (DOCX, ODT)"}}};
constexpr std::size_t longest_start = 16;  // bytes; no format's is longer

void refuse_known_formats(std::string_view bytes, const std::string& file) {
  const std::size_t begin = std::min(bytes.find_first_not_of(" \t\r\n\f\xEF\xBB\xBF"), bytes.size());
  const std::string start = lower(bytes.substr(begin, longest_start));
  for (const Format& format : formats)
    if (start.starts_with(format.start))
      throw Error(file + ": this is " + std::string(format.what) +
                  ", not plain text; save the article's text as a .txt file and give that");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    throw Error(file + ": this is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)");
}

// Binary data has a NUL among many control bytes, or is a quarter control and
// invalid bytes. A Latin-1 text has under 5 % invalid bytes, and passes.
void refuse_binary(std::string_view bytes, const std::string& file) {
  const std::string_view sample = bytes.substr(0, sample_size);
  const auto is_control = [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u == 0x7F || (u < 0x20 && !(u >= '\t' && u <= '\r') && u != 0x1B);
  };
  unsigned char control = 0;  // bit by bit, so that the compiler looks at many bytes at once
  for (const char c : sample) {
    const auto u = static_cast<unsigned char>(c);
    control |= static_cast<unsigned char>((u < 0x20) & (u != '\n')) | static_cast<unsigned char>(u == 0x7F);
  }
  const auto controls =
      control != 0 ? static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_control)) : std::size_t{0};
  const auto nuls = control != 0 ? static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0')) : 0;
  const std::size_t strange = controls + repair_utf8(sample).invalid;
  if ((nuls > 0 && controls > 4 && controls * 50 > sample.size()) || strange * 4 > sample.size())
    throw Error(file + ": this is binary data or not UTF-8; save the article as plain text in UTF-8");
}

// Valid UTF-8 without NUL; what was replaced goes to `repairs`.
std::string repair(std::string_view bytes, std::vector<std::string>& repairs) {
  Repaired repaired = repair_utf8(bytes);
  if (repaired.invalid > 0)
    repairs.push_back(plural(repaired.invalid, "invalid byte") + " replaced, the first at byte " +
                      std::to_string(repaired.first) + "; save the file as UTF-8");
  if (repaired.text.find('\0') == std::string::npos) return std::move(repaired.text);
  const auto nuls = static_cast<std::size_t>(std::count(repaired.text.begin(), repaired.text.end(), '\0'));
  repairs.push_back(plural(nuls, "NUL byte") + " replaced, the first at byte " + std::to_string(bytes.find('\0')) +
                    "; check how the file was made");
  std::string text;
  text.reserve(repaired.text.size() + 2 * nuls);
  for (const char c : repaired.text) c == '\0' ? text.append(replacement) : text.append(1, c);
  return text;
}

struct Line {
  Range range;  // trimmed, never empty
  bool blank_before = false;
};

std::vector<Line> lines_from(std::string_view text, std::size_t at) {
  std::vector<Line> lines;
  bool blank = false;
  while (at < text.size()) {
    const Range whole = line_at(text, at);
    at = after(text, whole);
    const Range line = trim(text, whole);
    if (!line.empty()) lines.push_back({line, blank});
    blank = line.empty();
  }
  return lines;
}

// Most words of four letters and more begin with a capital: "Council Votes To Close Mill".
bool is_title_case(std::string_view line) {
  std::size_t words = 0, capitals = 0;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    if (end - i >= 4) {
      ++words;
      capitals += line[i] >= 'A' && line[i] <= 'Z';
    }
    i = end + 1;
  }
  return words >= 3 && capitals * 10 >= words * 7;
}

// Reads as a headline by itself: short, and without the full stop of a sentence.
bool is_headline(std::string_view line) {
  if (line.size() > 4 * longest_title) return false;
  const auto points = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
  if (static_cast<std::size_t>(points) > longest_title) return false;
  for (const std::string_view end : {".", ".”", ".\"", ".’", ",", ";", ":"})
    if (line.ends_with(end)) return end != "," && end != ";" && end != ":" && is_title_case(line);
  return true;
}

// How many lines at the top are the headline: 0, 1, or 2 with a subtitle under it.
std::size_t title_lines(std::string_view text, const std::vector<Line>& lines) {
  const auto words = [&](std::size_t i) { return slice(text, lines[i].range); };
  if (lines.size() < 2 || !is_headline(words(0))) return 0;
  const bool subtitle = lines.size() > 2 && !lines[1].blank_before && is_headline(words(1)) &&
                        lines[2].range.size() > std::max(lines[0].range.size(), lines[1].range.size());
  if (subtitle) return 2;
  return lines[1].blank_before || lines[1].range.size() > lines[0].range.size() ? 1 : 0;
}

// `option` outranks `header`; says in `from` which it was.
template <typename Value>
std::optional<Value> choose(const std::optional<Value>& option, const std::optional<Value>& header, std::string& from) {
  from = option ? "option" : header ? "header" : "";
  return option ? option : header;
}

void read_metadata(Article& article, const Header& header, const Metadata& given) {
  article.url = choose(given.url, header.url, article.url_from);
  article.outlet = choose(given.outlet, header.outlet, article.outlet_from);
  article.title = choose(given.title, header.title, article.title_from);
  article.published = choose(given.published, header.published, article.published_from);
  if (article.published) return;
  if (header.unreadable_date)
    article.repairs.push_back("“" + *header.unreadable_date +
                              "” is not a day that can be read; write it as 2016-10-07");
  article.published = day_in_file_name(article.file);
  if (article.published) article.published_from = "file name";
}

void report_unclosed_quotations(Article& article) {
  const auto open = unclosed_quotations(article.text, article.paragraphs);
  if (open.empty()) return;
  std::string note = "the quotation opened in line " + std::to_string(line_number(article.text, open.front())) +
                     " is not closed; close it, or what follows may be misread";
  if (open.size() > 1) note += " (and " + std::to_string(open.size() - 1) + " more)";
  article.repairs.push_back(note);
}

}  // namespace

Article read_text(std::string_view bytes, std::string file, const Metadata& given) {
  refuse_known_formats(bytes, file);
  refuse_binary(bytes, file);

  Article article;
  article.file = std::move(file);
  article.text = repair(bytes, article.repairs);
  article.id = hash_hex(article.text);
  const Header header = read_header(article.text);
  read_metadata(article, header, given);

  const std::vector<Line> lines = lines_from(article.text, header.end);
  if (lines.empty()) throw Error(article.file + ": there is no text in it; check how the file was saved");
  std::size_t titles = title_lines(article.text, lines);
  if (titles == 0 && article.title && slice(article.text, lines.front().range) == *article.title) titles = 1;
  article.paragraphs.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    article.paragraphs.push_back({lines[i].range, i < titles ? Paragraph::Kind::title : Paragraph::Kind::body});
  if (!article.title && titles > 0) {
    article.title = std::string(slice(article.text, lines.front().range));
    article.title_from = "first line";
  }
  report_unclosed_quotations(article);
  return article;
}

}  // namespace onrecord
