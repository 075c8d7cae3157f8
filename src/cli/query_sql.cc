#include "cli/query_sql.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/table_format.h"
#include "report/json_text.h"
#include "report/overview.h"
#include "report/visible_text.h"
#include "store/sql_query.h"

namespace tally {
namespace {

// A day: longer is as good as without end, and the clock counts no further.
constexpr std::size_t kMostSeconds = 86'400;

// Options that belong to a SELECT of ours.
constexpr const char* kOfFilters[] = {"subject", "predicate",    "object", "speaker",   "text",     "value",
                                      "min",     "max",          "unit",   "dimension", "modality", "doc",
                                      "source",  "from",         "to",     "held-from", "held-to",  "at",
                                      "all",     "all-versions", "sort",   "reverse"};

SqlLimits LimitsOf(const Invocation& invocation) {
  SqlLimits limits;
  if (invocation.Has("limit")) limits.rows = CountOf("--limit", invocation.Text("limit"));
  if (invocation.Has("timeout")) {
    std::size_t seconds = CountOf("--timeout", invocation.Text("timeout"));
    if (seconds == 0 || seconds > kMostSeconds)
      throw UserError(fmt::format("--timeout must be 1 to {}", kMostSeconds));
    limits.time = std::chrono::seconds(seconds);
  }
  return limits;
}

nlohmann::ordered_json JsonOf(const SqlCell& cell) {
  const char* end = cell.text.data() + cell.text.size();
  if (cell.type == SqlType::kNull) return nullptr;
  if (cell.type == SqlType::kInteger) {
    std::int64_t number = 0;
    std::from_chars(cell.text.data(), end, number);
    return number;
  }
  if (cell.type == SqlType::kReal) {
    double number = 0;
    // JSON has no infinity: it stays a text.
    if (std::from_chars(cell.text.data(), end, number).ptr == end && std::isfinite(number)) return number;
  }
  return cell.text;
}

std::string JsonLines(const SqlResult& result) {
  std::string text;
  for (const auto& row : result.rows) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < row.size(); ++i) json[result.columns[i]] = JsonOf(row[i]);
    text += DumpJson(json, -1) + "\n";
  }
  return text;
}

DataTable TableOf(const SqlResult& result) {
  DataTable table;
  for (const std::string& column : result.columns) table.header.push_back(VisibleText(column));
  for (const auto& row : result.rows) {
    auto& cells = table.rows.emplace_back();
    for (const SqlCell& cell : row) cells.push_back(VisibleText(cell.text));
  }
  return table;
}

}  // namespace

int QuerySql(const Invocation& invocation) {
  for (const char* option : kOfFilters) {
    if (invocation.Has(option))
      throw UserError(fmt::format("--sql: goes without --{}; say it in the SELECT", option));
  }
  ClaimFormat format = ClaimFormatOf(invocation);
  SqlResult result = RunSql(invocation.global.database, invocation.Text("sql"), LimitsOf(invocation));
  DataTable table = TableOf(result);
  invocation.console.out << (format == ClaimFormat::kJsonLines ? JsonLines(result)
                                                               : FormatTable(table, table, format));
  if (result.more) {
    invocation.console.Warning(fmt::format("there are more than {}; --limit N gives more, --limit 0 all",
                                           Count(result.rows.size(), "row")));
  } else if (!invocation.global.quiet) {
    invocation.console.err << Count(result.rows.size(), "row") << "\n";
  }
  return kExitClean;
}

}  // namespace tally
