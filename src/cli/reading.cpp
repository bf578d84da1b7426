#include "cli/reading.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/output.h"
#include "core/error.h"

namespace onrecord {

namespace {

constexpr std::size_t most_bytes = 1 << 20;  // of a batch; what makes it more is its last

std::size_t bytes_on_disk(const Input& input) {
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(input.path, unknown);
  return unknown ? most_bytes : static_cast<std::size_t>(size);  // a pipe may be long
}

}  // namespace

std::optional<std::vector<Input>> Batches::next() {
  const std::size_t fair = jobs_ == 1 ? Extractor::together : 1 + taken_ / (4 * std::size_t{jobs_});
  std::vector<Input> out;
  for (std::size_t bytes = 0; out.size() < std::min(fair, Extractor::together) && bytes < most_bytes; ++taken_) {
    std::optional<Input> input = inputs_.next();
    if (!input) break;
    bytes += bytes_on_disk(*input);
    out.push_back(std::move(*input));
  }
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

std::vector<Outcome> read_and_extract(const std::vector<Input>& inputs, const Metadata& given,
                                      const Extractor& extractor) {
  std::vector<Outcome> out(inputs.size());
  std::vector<Article> articles;
  for (std::size_t i = 0; i < inputs.size(); ++i) try {
      articles.push_back(read_text(bytes_of(inputs[i]), inputs[i].path, given));
    } catch (const Error& error) {
      out[i].problem = error.what();
    }
  std::vector<std::vector<Statement>> statements = extractor.extract(articles);
  for (std::size_t i = 0, k = 0; i < inputs.size(); ++i) {
    if (!out[i].problem.empty()) continue;
    out[i].article = std::move(articles[k]);
    out[i].statements = std::move(statements[k++]);
  }
  return out;
}

bool report(const Outcome& reading) {
  if (!reading.article) {
    warn(reading.problem);
    return false;
  }
  for (const std::string& repair : reading.article->repairs) warn(reading.article->file + ": " + repair);
  return true;
}

}  // namespace onrecord
