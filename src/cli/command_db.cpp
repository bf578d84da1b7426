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

int run_db(const Arguments& arguments, Output& out) {
  const std::string path = store_path(arguments);
  if (arguments.words().front() != "info")
    throw Error::misuse("db: give info, not “" + arguments.words().front() + "”; see `onrecord help db`");
  return show_info(path, Store(path, Store::Mode::read), arguments.has("json"), out);
}

}  // namespace

const Command command_db{"db",       "Keeping", "where the store is and what is in it",   "info",
                         1,          1,         "onrecord db info\tpath, schema, counts", "",
                         db_options, run_db};

}  // namespace onrecord
