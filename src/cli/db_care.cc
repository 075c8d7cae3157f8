// tally db check, backup, stats, vacuum.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/db_actions.h"
#include "cli/text_table.h"
#include "report/overview.h"
#include "report/value_text.h"
#include "report/visible_text.h"
#include "store/database_check.h"
#include "store/database_stats.h"

namespace tally {
namespace {

ClaimStore OpenForReading(const Invocation& invocation) {
  return ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
}

std::string Bytes(std::uintmax_t bytes) { return GroupThousands(std::to_string(bytes)) + " bytes"; }

}  // namespace

int CheckDb(const Invocation& invocation, const std::vector<std::string>&) {
  ClaimStore store = OpenForReading(invocation);
  std::vector<std::string> problems = CheckDatabase(store);
  for (const std::string& problem : problems) invocation.console.out << VisibleText(problem) << "\n";
  if (!problems.empty()) {
    invocation.console.Error(fmt::format("{}: {} wrong; restore a backup, or export what can be read",
                                         invocation.global.database, Count(problems.size(), "thing")));
    return kExitFindings;
  }
  if (!invocation.global.quiet) invocation.console.out << "the database is whole\n";
  return kExitClean;
}

int BackUpDb(const Invocation& invocation, const std::vector<std::string>& operands) {
  ClaimStore store = OpenForReading(invocation);
  store.database().BackUp(operands.front());
  return kExitClean;
}

int StatsOfDb(const Invocation& invocation, const std::vector<std::string>&) {
  std::string format = Choice("--format", invocation.Text("format", "table"), {"table", "json"});
  ClaimStore store = OpenForReading(invocation);
  std::vector<DatabaseFact> facts = DatabaseFacts(store);
  facts.push_back({"bytes", std::to_string(DatabaseBytes(store))});
  nlohmann::ordered_json json;
  std::vector<std::vector<std::string>> rows;
  for (const DatabaseFact& fact : facts) {
    fact.is_count ? json[fact.name] = std::stoull(fact.value) : json[fact.name] = fact.value;
    rows.push_back(
        {VisibleText(fact.name), fact.is_count ? GroupThousands(fact.value) : VisibleText(fact.value)});
  }
  if (format == "json") {
    invocation.console.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
  } else {
    invocation.console.out << TextTable({"what", "how much"}, rows);
  }
  return kExitClean;
}

int VacuumDb(const Invocation& invocation, const std::vector<std::string>&) {
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadWrite);
  std::uintmax_t before = DatabaseBytes(store);
  CompactDatabase(store);
  if (!invocation.global.quiet) {
    invocation.console.out << fmt::format("{} before, {} now\n", Bytes(before), Bytes(DatabaseBytes(store)));
  }
  return kExitClean;
}

}  // namespace tally
