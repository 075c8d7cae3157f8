// A user's own SELECT over the documented views (store/schema.cc), and nothing else: the connection reads
// only, an authorizer refuses every table, function and statement that is not named here, and time, rows and
// bytes have limits. Safe for SQL from strangers.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

struct SqlLimits {
  std::chrono::seconds time{60};
  std::size_t rows = 10'000;  // 0: all
};

enum class SqlType : std::uint8_t { kNull, kInteger, kReal, kText, kBlob };

struct SqlCell {
  SqlType type = SqlType::kNull;
  std::string text;  // of numbers as SQLite writes them, of blobs in hexadecimal
};

struct SqlResult {
  std::vector<std::string> columns;  // each name once
  std::vector<std::vector<SqlCell>> rows;
  bool more = false;  // there were more rows than the limit allows
};

// What a SELECT may read: "claim_view", …
std::span<const std::string_view> DocumentedViews();

// The rows of one statement, in its order. Throws UserError "--sql:1:8: …" with the line and a caret where
// the statement is not right, and says what would be; the same for what is not allowed, and where a limit
// ends it.
SqlResult RunSql(const std::string& database, const std::string& sql, const SqlLimits& limits);

}  // namespace tally
