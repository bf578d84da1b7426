// One input, read and extracted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/inputs.h"
#include "core/article.h"
#include "core/statement.h"
#include "extract/extract.h"
#include "read/read.h"

namespace onrecord {

struct Outcome {
  std::optional<Article> article;  // nothing where the input failed
  std::vector<Statement> statements;
  std::string problem;  // why it failed, one line
};

// Never throws Error: one bad input must not stop the others.
Outcome read_and_extract(const Input& input, const Metadata& given, const Extractor& extractor);

// Prints what was repaired in the article, or why the input failed. Whether it was read.
bool report(const Outcome& reading);

}  // namespace onrecord
