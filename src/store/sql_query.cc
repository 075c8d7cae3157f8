// The authorizer is asked while a statement is compiled (https://sqlite.org/c3ref/set_authorizer.html): a
// table that a view reads comes with the name of the view, so that views can be read and their tables cannot.
#include "store/sql_query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "base/error.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "store/database.h"
#include "store/schema.h"
#include "store/schema_functions.h"

namespace tally {
namespace {

constexpr std::array<std::string_view, 6> kViews = {"claim_view", "document_view", "source_view",
                                                    "run_view",   "finding_view",  "decision_view"};

// Of the functions of SQLite those that compute and nothing else; tally_sort_key and tally_fold are ours.
const std::set<std::string, std::less<>>& Functions() {
  static const std::set<std::string, std::less<>> names = {"abs",
                                                           "avg",
                                                           "cast",
                                                           "ceil",
                                                           "char",
                                                           "coalesce",
                                                           "count",
                                                           "cume_dist",
                                                           "current_date",
                                                           "current_time",
                                                           "current_timestamp",
                                                           "date",
                                                           "datetime",
                                                           "dense_rank",
                                                           "first_value",
                                                           "floor",
                                                           "format",
                                                           "glob",
                                                           "group_concat",
                                                           "hex",
                                                           "ifnull",
                                                           "iif",
                                                           "instr",
                                                           "json_array",
                                                           "json_group_array",
                                                           "json_group_object",
                                                           "json_object",
                                                           "julianday",
                                                           "lag",
                                                           "last_value",
                                                           "lead",
                                                           "length",
                                                           "like",
                                                           "likelihood",
                                                           "likely",
                                                           "log",
                                                           "log10",
                                                           "lower",
                                                           "ltrim",
                                                           "max",
                                                           "min",
                                                           "nth_value",
                                                           "ntile",
                                                           "nullif",
                                                           "percent_rank",
                                                           "pow",
                                                           "power",
                                                           "printf",
                                                           "quote",
                                                           "rank",
                                                           "replace",
                                                           "round",
                                                           "row_number",
                                                           "rtrim",
                                                           "sign",
                                                           "sqrt",
                                                           "strftime",
                                                           "substr",
                                                           "substring",
                                                           "sum",
                                                           "tally_fold",
                                                           "tally_sort_key",
                                                           "time",
                                                           "total",
                                                           "trim",
                                                           "typeof",
                                                           "unicode",
                                                           "unixepoch",
                                                           "unlikely",
                                                           "upper"};
  return names;
}

// The longest text that a statement may make, and the most that all of its rows may hold.
constexpr int kMostCellBytes = 16 << 20;
constexpr std::size_t kMostBytes = std::size_t{256} << 20;
// Steps of SQLite's machine between two looks at the clock: less than a millisecond.
constexpr int kStepsBetweenLooks = 10'000;

bool IsView(const char* name) {
  return name != nullptr && std::ranges::find(kViews, std::string_view(name)) != kViews.end();
}

// Why the authorizer said no; the first reason is the one to tell.
struct Refusal {
  std::string reason;
};

int Refuse(Refusal& refusal, std::string reason) {
  if (refusal.reason.empty()) refusal.reason = std::move(reason);
  return SQLITE_DENY;
}

int Authorize(void* state, int action, const char* first, const char* second, const char*,
              const char* within) {
  auto& refusal = *static_cast<Refusal*>(state);
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:
      // Without a column: a table that is joined and not read from, which also those behind views are.
      if (*second == '\0' || IsView(first) || IsView(within)) return SQLITE_OK;
      return Refuse(refusal,
                    fmt::format("'{}' is not for reading; the views are {}", first, fmt::join(kViews, ", ")));
    case SQLITE_FUNCTION:
      if (IsView(within) || Functions().contains(AsciiLower(second))) return SQLITE_OK;
      return Refuse(refusal, fmt::format("the function '{}' is not allowed", second));
    default:
      return Refuse(refusal, "only SELECT is allowed");
  }
}

struct Clock {
  std::chrono::steady_clock::time_point end;
  bool over = false;
};

int LookAtClock(void* state) {
  auto& clock = *static_cast<Clock*>(state);
  clock.over = std::chrono::steady_clock::now() >= clock.end;
  return clock.over ? 1 : 0;
}

struct FinalizeSql {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqlStatement = std::unique_ptr<sqlite3_stmt, FinalizeSql>;

// "--sql:LINE:COLUMN: what", the line and a caret.
[[noreturn]] void ThrowAt(const std::string& sql, std::size_t offset, const std::string& what) {
  offset = std::min(offset, sql.size());
  std::size_t start = sql.rfind('\n', offset == 0 ? 0 : offset - 1);
  start = start == std::string::npos || offset == 0 ? 0 : start + 1;
  std::size_t end = std::min(sql.find('\n', offset), sql.size());
  std::string before = sql.substr(start, offset - start);
  auto line = std::count(sql.begin(), sql.begin() + static_cast<std::ptrdiff_t>(start), '\n') + 1;
  throw UserError(fmt::format("--sql:{}:{}: {}\n    {}\n    {}^", line, CountCodePoints(before) + 1, what,
                              sql.substr(start, end - start),
                              std::string(static_cast<std::size_t>(DisplayWidth(before)), ' ')));
}

std::vector<std::string> ColumnsOfViews(sqlite3* connection) {
  std::vector<std::string> columns;
  for (std::string_view view : kViews) {
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v2(connection, fmt::format("PRAGMA table_info({})", view).c_str(), -1, &raw, nullptr);
    SqlStatement statement(raw);
    while (raw != nullptr && sqlite3_step(raw) == SQLITE_ROW)
      columns.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(raw, 1)));
  }
  return columns;
}

// "no such column: subjct" with what was meant.
std::string WithSuggestion(const std::string& message, const std::vector<std::string>& columns) {
  std::size_t colon = message.rfind(": ");
  if (!message.starts_with("no such ") || colon == std::string::npos) return message;
  std::string name = message.substr(colon + 2);
  if (message.starts_with("no such table")) return message + DidYouMean(name, {kViews.begin(), kViews.end()});
  if (message.starts_with("no such column"))
    return message + DidYouMean(name.substr(name.rfind('.') + 1), columns);
  return message;
}

// What follows the statement: blanks, comments and semicolons are nothing.
bool IsBlank(sqlite3* connection, const char* rest) {
  while (*rest != '\0') {
    sqlite3_stmt* raw = nullptr;
    const char* tail = rest;
    int code = sqlite3_prepare_v2(connection, rest, -1, &raw, &tail);
    SqlStatement statement(raw);
    if (code != SQLITE_OK || raw != nullptr) return false;
    if (tail == rest) break;
    rest = tail;
  }
  return true;
}

SqlCell CellOf(sqlite3_stmt* statement, int column) {
  SqlCell cell;
  int type = sqlite3_column_type(statement, column);
  if (type == SQLITE_NULL) return cell;
  cell.type = type == SQLITE_INTEGER ? SqlType::kInteger
              : type == SQLITE_FLOAT ? SqlType::kReal
              : type == SQLITE_BLOB  ? SqlType::kBlob
                                     : SqlType::kText;
  const auto* bytes = static_cast<const unsigned char*>(
      type == SQLITE_BLOB ? sqlite3_column_blob(statement, column) : sqlite3_column_text(statement, column));
  auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  if (type == SQLITE_BLOB) {
    for (std::size_t i = 0; i < size; ++i) cell.text += fmt::format("{:02x}", bytes[i]);
  } else {
    cell.text.assign(reinterpret_cast<const char*>(bytes), size);
  }
  return cell;
}

// Two columns of one name would be one key of an object.
std::vector<std::string> ColumnsOf(sqlite3_stmt* statement) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (int i = 0; i < sqlite3_column_count(statement); ++i) {
    std::string name = sqlite3_column_name(statement, i);
    std::string own = name;
    for (int n = 2; !taken.insert(own).second; ++n) own = fmt::format("{}_{}", name, n);
    names.push_back(std::move(own));
  }
  return names;
}

}  // namespace

// Reaches into the connection, for what only this needs.
class SqlSession {
 public:
  SqlSession(const std::string& path, const SqlLimits& limits)
      : database_(path, OpenMode::kReadOnly),
        limits_(limits),
        clock_{std::chrono::steady_clock::now() + limits.time} {
    PrepareSchema(database_, Migrations());
    DefineSchemaFunctions(database_);
    columns_ = ColumnsOfViews(Connection());
    sqlite3_limit(Connection(), SQLITE_LIMIT_LENGTH, kMostCellBytes);
    sqlite3_set_authorizer(Connection(), Authorize, &refusal_);
    sqlite3_progress_handler(Connection(), kStepsBetweenLooks, LookAtClock, &clock_);
  }

  SqlResult Run(const std::string& sql) {
    SqlStatement statement = Prepare(sql);
    SqlResult result;
    result.columns = ColumnsOf(statement.get());
    std::size_t bytes = 0;
    while (Step(statement.get(), sql)) {
      result.more = limits_.rows > 0 && result.rows.size() == limits_.rows;
      if (result.more) break;
      std::vector<SqlCell>& row = result.rows.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) {
        row.push_back(CellOf(statement.get(), i));
        bytes += row.back().text.size();
      }
      if (bytes > kMostBytes)
        throw UserError("--sql: the rows hold more than 256 MiB; select fewer, or less of each");
    }
    return result;
  }

 private:
  sqlite3* Connection() const { return database_.connection_.get(); }

  SqlStatement Prepare(const std::string& sql) {
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    // A NUL ends what SQLite reads.
    if (std::size_t nul = sql.find('\0'); nul != std::string::npos)
      ThrowAt(sql.substr(0, nul), nul, "a NUL byte");
    int code = sqlite3_prepare_v2(Connection(), sql.c_str(), -1, &raw, &tail);
    SqlStatement statement(raw);
    if (code != SQLITE_OK) Throw(sql);
    if (raw == nullptr) throw UserError("--sql: there is no statement");
    if (!IsBlank(Connection(), tail))
      ThrowAt(sql, static_cast<std::size_t>(tail - sql.c_str()), "one statement at a time");
    if (sqlite3_bind_parameter_count(raw) > 0)
      throw UserError("--sql: parameters (?, :name) have no value here");
    return statement;
  }

  bool Step(sqlite3_stmt* statement, const std::string& sql) {
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    Throw(sql);
  }

  [[noreturn]] void Throw(const std::string& sql) {
    if (clock_.over) {
      throw UserError(fmt::format("--sql: stopped after {} s; ask for less, or allow more with --timeout",
                                  limits_.time.count()));
    }
    if (!refusal_.reason.empty()) throw UserError("--sql: " + refusal_.reason);
    int code = sqlite3_extended_errcode(Connection());
    // What is wrong with the file, not with the statement.
    if (code != SQLITE_ERROR && (code & 0xff) != SQLITE_TOOBIG) database_.ThrowCode(code);
    std::string message = WithSuggestion(sqlite3_errmsg(Connection()), columns_);
    int offset = sqlite3_error_offset(Connection());
    if (offset < 0) throw UserError("--sql: " + message);
    ThrowAt(sql, static_cast<std::size_t>(offset), message);
  }

  Database database_;
  SqlLimits limits_;
  Clock clock_;
  Refusal refusal_;
  std::vector<std::string> columns_;
};

std::span<const std::string_view> DocumentedViews() { return kViews; }

SqlResult RunSql(const std::string& database, const std::string& sql, const SqlLimits& limits) {
  return SqlSession(database, limits).Run(sql);
}

}  // namespace tally
