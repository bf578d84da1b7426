// Inputs, read and extracted.
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

// The next inputs to be taken together; nothing after the last. Of short files up to Extractor::together, of what may
// be long, one; and at first only as many as leave something for each of the jobs.
class Batches {
 public:
  Batches(Inputs& inputs, unsigned jobs) : inputs_(inputs), jobs_(jobs) {}
  std::optional<std::vector<Input>> next();

 private:
  Inputs& inputs_;
  const unsigned jobs_;
  std::size_t taken_ = 0;
};

// In the order of the inputs. Never throws Error: one bad input must not stop the others.
std::vector<Outcome> read_and_extract(const std::vector<Input>& inputs, const Metadata& given,
                                      const Extractor& extractor);

// Prints what was repaired in the article, or why the input failed. Whether it was read.
bool report(const Outcome& reading);

}  // namespace onrecord
