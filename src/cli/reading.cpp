#include "cli/reading.h"

#include "cli/output.h"
#include "core/error.h"

namespace onrecord {

Outcome read_and_extract(const Input& input, const Metadata& given, const Extractor& extractor) {
  Outcome reading;
  try {
    reading.article = read_text(bytes_of(input), input.path, given);
    reading.statements = extractor.extract(*reading.article);
  } catch (const Error& error) {
    reading.article.reset();
    reading.problem = error.what();
  }
  return reading;
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
