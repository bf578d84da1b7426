// bench [FOLDER]: how fast articles are extracted and logged, on one core.
//
//   build/release/tests/bench/bench             the sample articles, again and again
//   build/release/tests/bench/bench FOLDER      the *.txt files under FOLDER
//
// Work is repeated until it has taken two seconds of the processor; whatever else the machine does is not
// counted, nor is reading from disk. `log` is extract and store. Peak memory is the kernel's high-water
// mark (VmHWM) of the stage, the articles' own text (held by the benchmark) included.
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "core/article.h"
#include "core/error.h"
#include "extract/extract.h"
#include "match/grammar.h"
#include "read/read.h"
#include "store/store.h"

namespace {

namespace fs = std::filesystem;
using namespace onrecord;

constexpr double least_seconds = 2;

double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Source {
  std::string file, bytes;
};

std::vector<Source> sources_in(const fs::path& folder) {
  std::vector<Source> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.push_back({entry.path().filename(), std::string(std::istreambuf_iterator<char>(in), {})});
  }
  return all;
}

// Calls `round` with 0, 1, 2 … until two seconds have gone; it returns how many statements it found.
void measure(const char* stage, const std::vector<Source>& articles, const std::function<std::size_t(int)>& round) {
  double bytes = 0;
  for (const Source& article : articles) bytes += static_cast<double>(article.bytes.size());
  reset_peak();
  const double start = now();
  double seconds = 0;
  std::size_t statements = 0;
  int rounds = 0;
  while (seconds < least_seconds) {
    statements += round(rounds++);
    seconds = now() - start;
  }
  std::printf("%-8s %7.2f MB/s  %7.0f articles/s  %8.0f statements/s  %6.0f MB peak  (%d rounds of %zu articles)\n",
              stage, bytes * rounds / seconds / 1e6, static_cast<double>(articles.size()) * rounds / seconds,
              static_cast<double>(statements) / seconds, peak(), rounds, articles.size());
}

void bench(const fs::path& folder) {
  const std::vector<Source> sources = sources_in(folder);
  if (sources.empty()) throw Error(folder.string() + ": no *.txt files; name a folder of articles");
  const double start = now();
  const Grammar grammar(builtin_rules());
  const Extractor extractor(grammar);
  std::printf("rules    %7.1f ms to load\n", 1000 * (now() - start));

  // As the commands do: so many articles at a time.
  const auto by_batch = [&](const std::string& more, const auto& each) {
    for (std::size_t i = 0; i < sources.size();) {
      std::vector<Article> batch;
      for (; batch.size() < Extractor::together && i < sources.size(); ++i)
        batch.push_back(read_text(sources[i].bytes + more, sources[i].file, {}));
      each(std::move(batch));
    }
  };
  measure("extract", sources, [&](int) {
    std::size_t found = 0;
    by_batch("", [&](const std::vector<Article>& batch) {
      for (const auto& statements : extractor.extract(batch)) found += statements.size();
    });
    return found;
  });

  const fs::path store_file = fs::temp_directory_path() / ("onrecord-bench-" + std::to_string(getpid()) + ".db");
  {
    Store store(store_file, Store::Mode::write);
    const Provenance provenance{"bench", grammar.hash()};
    measure("log", sources, [&](int round) {
      std::size_t kept = 0;
      // Articles of another text each round: those that are known would cost nothing.
      by_batch("\n\nEdition " + std::to_string(round) + "\n", [&](std::vector<Article> batch) {
        std::vector<std::vector<Statement>> found = extractor.extract(batch);
        std::vector<Extracted> entries;
        for (std::size_t i = 0; i < batch.size(); ++i)
          entries.push_back({std::move(batch[i]), std::move(found[i]), {}});
        for (const Logged& logged : store.log(entries, provenance)) kept += logged.statements;
      });
      return kept;
    });
  }
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(store_file.string() + suffix);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    bench(argc > 1 ? fs::path(argv[1]) : fs::path(ONRECORD_SOURCE_DIR) / "samples" / "articles");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench: %s\n", error.what());
    return 1;
  }
}
