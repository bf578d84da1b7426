// bench_conflicts [STATEMENTS...]: how the cost of finding conflicts grows, on one core.
//
//   build/release/tests/bench/bench_conflicts                 25,000, 50,000, 100,000 and 250,000 statements
//   build/release/tests/bench/bench_conflicts 1000000         as many as you like
//
// The statements are varied copies of those in the sample articles (copies.h), kept in a store in the folder for
// temporary files. `log` is keeping them with their frames, extraction not counted; `conflicts` is what the command
// does, from opening the store to the last pair; `each` is that divided by n log2(n), and must not grow; `article` is
// what `conflicts --article` does for the last one. All seconds are of the processor. Fails (exit code 1) where 250,000
// take 60 s or more, or 1 GB, an article 50 ms, or where `each` grows by more than a tenth (what a
// machine with other work on it gives or takes).
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/copies.h"
#include "bench/measure.h"
#include "cli/claims.h"
#include "cli/comparison.h"
#include "cli/options.h"
#include "cli/register.h"
#include "core/error.h"
#include "extract/extract.h"
#include "read/read.h"
#include "store/store.h"

namespace {

namespace fs = std::filesystem;
using namespace onrecord;

// Of the processor, not of the clock on the wall: other programs cost nothing.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<Extracted> patterns(const Grammar& grammar) {
  const Extractor extractor(grammar);
  std::vector<Extracted> all;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(ONRECORD_SOURCE_DIR) / "samples" / "articles"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    Article article = read_text(std::string(std::istreambuf_iterator<char>(in), {}), file.filename(), {});
    std::vector<Statement> statements = extractor.extract(article);
    all.push_back({std::move(article), std::move(statements), {}, {}});
  }
  return all;
}

struct Filled {
  std::size_t statements = 0;
  std::string last;  // id of the last article
};

Filled fill(Store& store, Copies copies, std::size_t statements, const Judge& judge, const Grammar& grammar) {
  Filled filled;
  std::vector<Extracted> batch;
  while (filled.statements < statements) {
    Extracted next = copies.next();
    Frames frames = frames_of(next.article, next.statements, judge);
    next.frames = std::move(frames.bytes);
    next.stands = std::move(frames.stands);
    filled.statements += next.statements.size();
    filled.last = next.article.id;
    batch.push_back(std::move(next));
    if (batch.size() < 64 && filled.statements < statements) continue;
    store.log(batch, provenance_of(grammar));
    batch.clear();
  }
  store.link(register_words());
  return filled;
}

struct Cost {
  double seconds, megabytes, article, each;
};

Cost measure(const std::string& file, std::size_t statements, const std::vector<Extracted>& patterns,
             const Grammar& grammar) {
  const Judge judge(grammar);
  double start = now();
  Filled filled;
  {
    Store store(file, Store::Mode::write);
    filled = fill(store, Copies(patterns, statements), statements, judge, grammar);
  }
  const double log = now() - start;
  reset_peak();
  start = now();
  const Store store(file, Store::Mode::read);
  const Conflicts found = find_conflicts(store, {}, grammar);
  const double seconds = now() - start, megabytes = peak();
  Choice of_last;
  of_last.article = filled.last;
  start = now();
  const Conflicts news = find_conflicts(store, of_last, grammar);
  const double article = now() - start;
  const auto n = static_cast<double>(filled.statements);
  const Cost cost{seconds, megabytes, article, 1e9 * seconds / (n * std::log2(n))};
  std::printf(
      "%8zu statements  log %5.1f s %4.0f MB  conflicts %5.2f s %4.0f MB peak %8zu pairs judged %5zu conflicts, each "
      "%4.0f ns  article %5.1f ms %4zu judged %2zu conflicts\n",
      filled.statements, log, static_cast<double>(fs::file_size(file)) / 1e6, cost.seconds, cost.megabytes,
      found.judged, found.pairs.size(), cost.each, 1000 * cost.article, news.judged, news.pairs.size());
  std::fflush(stdout);
  return cost;
}

int bench(const std::vector<std::size_t>& sizes) {
  const Grammar grammar(builtin_rules());
  const std::vector<Extracted> from = patterns(grammar);
  const std::string file =
      (fs::temp_directory_path() / ("onrecord-bench-" + std::to_string(getpid()) + ".db")).string();
  std::vector<Cost> costs;
  for (const std::size_t size : sizes) {
    costs.push_back(measure(file, size, from, grammar));
    fs::remove(file);
    if (size <= 250000 &&
        (costs.back().seconds >= 60 || costs.back().megabytes >= 1000 || costs.back().article >= 0.05))
      throw Error("too slow or too large");
  }
  if (costs.back().each > 1.1 * costs.front().each) throw Error("the cost grows faster than n log n");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    if (sizes.empty()) sizes = {25000, 50000, 100000, 250000};
    return bench(sizes);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_conflicts: %s\n", error.what());
    return 1;
  }
}
