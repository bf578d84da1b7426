#include <chrono>

#include "cli/claims.h"
#include "cli/commands.h"
#include "cli/in_order.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "cli/register.h"

namespace onrecord {
namespace {

void log_options(OptionTable& table) {
  add_store_option(table);
  add_metadata_options(table);
  add_rules_option(table);
  add_jobs_option(table);
  add_format_options(table);
}

std::string plural(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

struct Tally {
  std::size_t logged = 0, known = 0, updated = 0, failed = 0, statements = 0, undated = 0;
  std::size_t done() const { return logged + known + updated; }
};

// The lines at the end that a person reads.
std::string summary(const Tally& tally, std::size_t passed_over, const std::string& store) {
  std::string out = "Logged " + plural(tally.logged, "article") + " with " + plural(tally.statements, "statement") +
                    " into " + store + "\n";
  if (tally.known > 0) out += "Known already, nothing changed: " + plural(tally.known, "article") + "\n";
  if (tally.updated > 0) out += "Known, extracted anew: " + plural(tally.updated, "article") + "\n";
  if (passed_over > 0) out += "Passed over: " + plural(passed_over, "file") + " not named *.txt\n";
  if (tally.failed > 0) out += "Failed: " + plural(tally.failed, "input") + ", as said above\n";
  if (tally.undated > 0)
    out += "Without a publication date: " + plural(tally.undated, "article") +
           "; give --published, a line “Published: 2016-10-07” at the top, or a day in the file's name\n";
  return out;
}

std::string count_in(const Logged& logged, const Article& article, Tally& tally) {
  if (!article.published) ++tally.undated;
  if (logged.updated) {
    ++tally.updated;
  } else if (logged.known) {
    ++tally.known;
    return "known";
  } else {
    ++tally.logged;
  }
  tally.statements += logged.statements;
  return logged.updated ? "updated" : "logged";
}

// A commit costs as much as keeping five articles, so they are kept by the batch; only then are they told of.
constexpr std::size_t most_articles = 64, most_bytes = 8 << 20;
constexpr std::chrono::milliseconds most_time{500};

struct Keeping {
  Store& store;
  const Provenance& provenance;
  Format format;
  Rows rows;
  Tally tally = {};
  Progress progress = {};
  std::vector<Extracted> batch = {};
  std::size_t bytes = 0;
  std::chrono::steady_clock::time_point begun = {};

  void add(Extracted article) {
    if (batch.empty()) begun = std::chrono::steady_clock::now();
    bytes += article.article.text.size();
    batch.push_back(std::move(article));
    if (batch.size() >= most_articles || bytes >= most_bytes || std::chrono::steady_clock::now() - begun >= most_time)
      commit();
  }

  void commit() {
    if (batch.empty()) return;
    const std::vector<Logged> logged = store.log(batch, provenance);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const Article& article = batch[i].article;
      const std::string status = count_in(logged[i], article, tally);
      if (format != Format::table)
        rows.add({json_text({{"file", article.file},
                             {"article", article.id},
                             {"status", status},
                             {"statements", logged[i].statements}}),
                  {article.file, article.id, status, std::to_string(logged[i].statements)},
                  {}});
    }
    progress.show(plural(tally.done(), "article") + ", " + plural(tally.statements, "statement"));
    batch.clear();
    bytes = 0;
  }
};

int run_log(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments);
  const Metadata given = metadata_of(arguments);
  const unsigned jobs = jobs_of(arguments);
  const auto grammar = grammar_of(arguments);
  const Extractor extractor(*grammar);
  const Provenance provenance = provenance_of(*grammar);
  const std::string path = store_path(arguments);
  Store store(path, Store::Mode::write);

  const Judge judge(*grammar);
  Keeping keeping{store, provenance, format,
                  Rows(out, format, {{"file", "article", "status", "statements"}, {}, false, ""})};
  Inputs inputs(arguments.words());
  const auto tell = [&] {
    keeping.progress.clear();
    if (format == Format::table) {
      out.write(summary(keeping.tally, inputs.passed_over(), path));
    } else {
      keeping.rows.finish();
    }
  };
  try {
    Batches batches(inputs, jobs);
    in_order(
        jobs, [&] { return batches.next(); },
        [&](const std::vector<Input>& batch) {
          std::vector<std::pair<Outcome, Frames>> all;
          for (Outcome& reading : read_and_extract(batch, given, extractor)) {
            Frames frames;
            if (reading.article) frames = frames_of(*reading.article, reading.statements, judge);
            all.emplace_back(std::move(reading), std::move(frames));
          }
          return all;
        },
        [&](std::vector<std::pair<Outcome, Frames>> batch) {
          for (auto& [reading, frames] : batch) {
            if (!reading.problem.empty() || !reading.article->repairs.empty()) keeping.progress.clear();
            if (report(reading))
              keeping.add({std::move(*reading.article), std::move(reading.statements), std::move(frames.bytes),
                           std::move(frames.stands)});
            else
              ++keeping.tally.failed;
          }
        });
    keeping.commit();
  } catch (const Error&) {  // the store cannot take more: what it took is told, and linked by the next run
    tell();
    throw;
  }
  store.link(register_words());
  tell();
  return exit_code(keeping.tally.done(), keeping.tally.failed);
}

}  // namespace

const Command command_log{
    "log",
    "Keeping",
    "read articles and keep what people said in them",
    "FILE|FOLDER|-...",
    1,
    any_number,
    "onrecord log articles/\tevery *.txt in the folder and below\n"
    "onrecord log --outlet \"Holm Post\" --published 2016-10-07 a.txt\twith what the file does not say\n"
    "cat a.txt | onrecord log -\tfrom standard input",
    "An article may begin with lines like “Title: …”, “Published: 2016-10-07”, “Outlet: …”, “URL: …” and an empty\n"
    "line; a day in the file's name counts too. Each article is kept whole or not at all, and one that is\n"
    "logged again changes nothing. With --jsonl, --csv, --plain or --json a row an article is printed.",
    log_options,
    run_log};

}  // namespace onrecord
