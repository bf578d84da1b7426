#include "cli/commands.h"
#include "cli/options.h"

namespace onrecord {
namespace {

void db_options(OptionTable& table) {
  add_store_option(table);
  table.add_options()("json", "one JSON value");
}

int show_info(const std::string& path, const Store& store, bool json, Output& out) {
  const Store::Counts counts = store.counts();
  if (json) {
    out.write(json_line(Json{{"store", path},
                             {"schema", counts.schema},
                             {"articles", counts.articles},
                             {"statements", counts.statements},
                             {"people", counts.people},
                             {"bytes", counts.bytes}}));
    return 0;
  }
  out.write("Store       " + path + "\nSchema      " + std::to_string(counts.schema) + "\nArticles    " +
            std::to_string(counts.articles) + "\nStatements  " + std::to_string(counts.statements) + "\nPeople      " +
            std::to_string(counts.people) + "\nBytes       " + std::to_string(counts.bytes) + "\n");
  return 0;
}

int check(const std::string& path, const Store& store, Output& out) {
  const std::vector<std::string> faults = store.faults();
  for (const std::string& fault : faults) out.write(fault + "\n");
  if (!faults.empty())
    throw Error(path + ": damaged; restore a copy, or log the articles into a new store with --store");
  out.write(path + ": sound\n");
  return 0;
}

int run_db(const Arguments& arguments, Output& out) {
  const std::string path = store_path(arguments);
  const std::string& word = arguments.words().front();
  if (word != "info" && word != "check")
    throw Error::misuse("db: give info or check, not “" + word + "”; see `onrecord help db`");
  const Store store(path, Store::Mode::read);
  return word == "info" ? show_info(path, store, arguments.has("json"), out) : check(path, store, out);
}

}  // namespace

const Command command_db{"db",
                         "Keeping",
                         "where the store is and what is in it",
                         "info",
                         1,
                         1,
                         "onrecord db info\tpath, schema, counts\n"
                         "onrecord db check\tis the file sound? (1 if not)",
                         "",
                         db_options,
                         run_db};

}  // namespace onrecord
