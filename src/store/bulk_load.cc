#include "store/bulk_load.h"

#include <string>
#include <vector>

namespace tally {
namespace {

std::vector<std::string> Texts(const Database& database, std::string_view query) {
  Statement row = database.Prepare(query);
  std::vector<std::string> texts;
  while (row.Step()) texts.push_back(row.Text(0));
  return texts;
}

// A quarter of a gigabyte: what a first load sorts, and the texts that it looks up.
constexpr const char* kLargeCache = "PRAGMA cache_size = -262144";

}  // namespace

BulkLoad::BulkLoad(const Database& database) : database_(database) {
  Transaction transaction(database_);
  if (database_.QueryInteger("SELECT count(*) FROM (SELECT 1 FROM claims LIMIT 1)") != 0) return;
  constexpr std::string_view kIndexes =
      " FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'claims' AND sql IS NOT NULL ORDER BY name";
  database_.Execute("INSERT INTO postponed_indexes SELECT name, sql" + std::string(kIndexes));
  for (const std::string& name : Texts(database_, "SELECT name" + std::string(kIndexes))) {
    database_.Execute("DROP INDEX " + name);
  }
  transaction.Commit();
  database_.Execute(kLargeCache);
}

void BulkLoad::Finish() {
  if (HasPostponedIndexes(database_)) MakePostponedIndexes(database_);
}

bool HasPostponedIndexes(const Database& database) {
  return database.QueryInteger("SELECT count(*) FROM postponed_indexes") != 0;
}

void MakePostponedIndexes(const Database& database) {
  Transaction transaction(database);
  // Another process may have been faster.
  for (const std::string& sql : Texts(database, "SELECT sql FROM postponed_indexes ORDER BY name")) {
    database.Execute(sql);
  }
  database.Execute("DELETE FROM postponed_indexes");
  transaction.Commit();
}

}  // namespace tally
