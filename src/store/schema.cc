// A version a transaction: whatever ends the program, the file stands at one of them.
#include "store/schema.h"

#include <fmt/format.h>

#include <string>

#include "store/bulk_load.h"
#include "store/schema_functions.h"

namespace tally {
namespace {

// The schema that first has the table `postponed_indexes`.
constexpr std::size_t kFirstWithPostponed = 4;

// The version of the file. Throws where the file is not ours, or newer than `known`.
std::size_t CheckedVersion(const Database& database, std::size_t known) {
  // One statement, so that all three are of the same moment: another process may be making the file just now.
  Statement row = database.Prepare(
      "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM "
      "pragma_user_version), "
      "(SELECT count(*) FROM sqlite_schema)");
  row.Step();
  std::int64_t application = row.Integer(0);
  std::int64_t version = row.Integer(1);
  bool empty = application == 0 && version == 0 && row.Integer(2) == 0;
  if (!empty && application != kApplicationId) {
    database.Throw("a database of another program", "name another file with --db");
  }
  if (version < 0 || static_cast<std::size_t>(version) > known) {
    database.Throw(fmt::format("made by a newer tally (schema {}, this program knows {})", version, known),
                   "use that version, or name another file with --db");
  }
  return static_cast<std::size_t>(version);
}

// Runs the next migration, unless another process has been faster. True while there may be more to do.
bool MigrateOnce(const Database& database, std::span<const std::string_view> migrations) {
  Transaction transaction(database);
  std::size_t version = CheckedVersion(database, migrations.size());
  if (version == migrations.size()) return false;
  database.Execute(std::string(migrations[version]));
  database.Execute(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, version + 1));
  transaction.Commit();
  return true;
}

}  // namespace

void PrepareSchema(const Database& database, std::span<const std::string_view> migrations) {
  std::size_t version = CheckedVersion(database, migrations.size());
  if (database.mode() == OpenMode::kReadOnly) {
    if (version == migrations.size()) return;
    database.Throw(
        fmt::format("schema {} is older than the {} that this program reads", version, migrations.size()),
        "let tally ingest open it once, which brings it up to date");
  }
  database.UseWriteAheadLog();
  DefineSchemaFunctions(database);
  while (version < migrations.size() && MigrateOnce(database, migrations)) {
  }
  // Of a load that was ended before it could. Read before the write lock is asked for: mostly there are none.
  if (migrations.size() >= kFirstWithPostponed && HasPostponedIndexes(database))
    MakePostponedIndexes(database);
}

}  // namespace tally
