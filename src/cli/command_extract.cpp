#include "cli/commands.h"
#include "cli/in_order.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "cli/record.h"

namespace onrecord {
namespace {

void extract_options(OptionTable& table) {
  add_metadata_options(table);
  add_rules_option(table);
  add_jobs_option(table);
  add_format_options(table);
}

struct Printed {
  Outcome reading;
  std::vector<Row> rows;
};

int run_extract(const Arguments& arguments, Output& out) {
  const Format format = format_of(arguments, Format::jsonl);
  const Metadata given = metadata_of(arguments);
  const unsigned jobs = jobs_of(arguments);
  const auto grammar = grammar_of(arguments);
  const Extractor extractor(*grammar);
  const Provenance provenance = provenance_of(*grammar);

  StatementRows rows(out, format, "Nobody says anything in it.");
  std::size_t done = 0, failed = 0;
  Inputs inputs(arguments.words());
  Batches batches(inputs, jobs);
  in_order(
      jobs, [&] { return batches.next(); },
      [&](const std::vector<Input>& batch) {
        std::vector<Printed> all;
        for (Outcome& reading : read_and_extract(batch, given, extractor)) {
          Printed& printed = all.emplace_back(Printed{std::move(reading), {}});
          const auto& [article, statements, problem] = printed.reading;
          if (article) printed.rows = rows.rows_of(*article, statements, provenance);
        }
        return all;
      },
      [&](const std::vector<Printed>& batch) {
        for (const Printed& printed : batch) {
          ++(report(printed.reading) ? done : failed);
          for (const Row& row : printed.rows) rows.add(row);
        }
      });
  rows.finish();
  return exit_code(done, failed);
}

}  // namespace

const Command command_extract{
    "extract",
    "Without a store",
    "print what is said in articles, keep nothing",
    "FILE|FOLDER|-...",
    1,
    any_number,
    "onrecord extract article.txt\tone JSON object a statement\n"
    "onrecord extract --csv articles/ > said.csv\tfor a spreadsheet\n"
    "onrecord extract --published 2016-10-07 - < a.txt\tof standard input, with its day",
    "Prints JSON Lines (schema onrecord.statement/1) unless another format is asked for. Offsets count the code\n"
    "points of the file. The order is that of the inputs, whatever --jobs. Of a folder every *.txt is read.",
    extract_options,
    run_extract};

}  // namespace onrecord
