#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/register.h"
#include "read/officials.h"

namespace onrecord {
namespace {

void import_options(OptionTable& table) { add_store_option(table); }

std::string plural(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary(const std::string& file, const Imported& imported, std::size_t left_out) {
  std::string out = file + ": " + plural(imported.added, "new person", "new people") + ", " +
                    std::to_string(imported.changed) + " with something new, " + std::to_string(imported.known) +
                    " known already; " + plural(imported.terms, "term", "terms") + " kept";
  if (left_out > 0) out += "; " + plural(left_out, "record", "records") + " left out, as said above";
  return out + "\n";
}

int run_import(const Arguments& arguments, Output& out) {
  Store store(store_path(arguments), Store::Mode::write);
  std::size_t done = 0, failed = 0;
  for (const std::string& file : arguments.words()) {
    try {
      const OfficialsRead read = read_officials(bytes_of({file, ""}), file);
      for (const std::string& problem : read.problems) warn(problem);
      failed += read.problems.size();
      done += read.officials.size();
      out.write(summary(file, store.import(read.officials), read.problems.size()));
    } catch (const Error& error) {
      warn(error.what());
      ++failed;
    }
  }
  store.link(register_words());
  return exit_code(done, failed);
}

}  // namespace

const Command command_import{
    "import",
    "Keeping",
    "read files of known people: their names, ids and terms",
    "FILE|-...",
    1,
    any_number,
    "onrecord import legislators-current.yaml\tthe United States Congress, of unitedstates/congress-legislators\n"
    "onrecord import parliament.json\tPopolo: persons, organizations, memberships\n"
    "onrecord import ministers.csv\ta table with the columns name, role, since, until …",
    "A statement by “Sen. Holt” is then found under the Holt who was senator on that day, and `list --role` answers\n"
    "from terms, too. CSV may have the columns name, other_names (A; B), kind, wikidata, id, role, organization,\n"
    "area, party, since, until: a row a term. The same file again changes nothing. A record that cannot be\n"
    "understood is named with line and field and left out; the others are kept.",
    import_options,
    run_import};

}  // namespace onrecord
