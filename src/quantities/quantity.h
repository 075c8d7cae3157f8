// What a number in a text says: a dimension, a unit, the interval that the words state, and the two intervals
// that it is compared by. Value types; immutable once the reader has made them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/interval.h"
#include "base/span.h"

namespace tally {

enum class Dimension : std::uint8_t { kNumber, kMoney, kPercent, kRatio, kCount, kDuration, kDate, kRate };

// "money", "percent", …: the names of the output contract.
std::string_view DimensionName(Dimension dimension);
std::optional<Dimension> DimensionFromName(std::string_view name);

// How the words around a figure bend it. A figure has at most one.
enum class Modifier : std::uint8_t {
  kNone,
  kApprox,    // 约, 左右, about
  kAtLeast,   // 至少, 以上, at least
  kMoreThan,  // 超过, 逾, more than
  kAtMost,    // 最多, 以内, at most
  kUpTo,      // 高达, up to
  kNearly,    // 近, nearly
  kLessThan,  // 不到, fewer than
};
// "none", "approx", "at_least", "more_than", …: the names that the store keeps and `explain` shows.
std::string_view ModifierName(Modifier modifier);
std::optional<Modifier> ModifierFromName(std::string_view name);

// How a figure came about: growth of two times (增加两倍) is another statement than growth to two times (增至
// 两倍).
enum class Change : std::uint8_t { kNone, kIncrease, kDecrease, kIncreaseTo, kDecreaseTo };
// "none", "increase", "decrease", "increase_to", "decrease_to".
std::string_view ChangeName(Change change);
std::optional<Change> ChangeFromName(std::string_view name);

struct Value {
  Dimension dimension = Dimension::kNumber;
  // money: ISO 4217, nullopt where the text names no currency. percent: "%", or "pp" for percentage points.
  // ratio: "x". duration: year, month, day, hour, minute, second. count: what is counted.
  // rate: unit per time. date: "date".
  std::optional<std::string> unit;
  // Min and max as the words say them, in the unit (not for dates).
  Interval stated;
  bool approx = false;
  Modifier modifier = Modifier::kNone;
  Change change = Change::kNone;
  // A magnitude without a figure: 数十亿, 千亿, tens of billions.
  bool vague = false;
  // For comparison (the duplicate-facts rule of XBRL, EDGAR filer manual 6.5.12): a figure stands for v ± ½
  // of its last printed digit in its own unit. strict takes trailing zeros as printed digits, lenient as
  // rounding.
  Interval strict;
  Interval lenient;
  // Dates only: the days covered. Empty where the text gives no way to resolve it; then `unresolved` says
  // what is missing.
  DateRange date;
  std::string unresolved;
  // Dates only: the year of a fiscal year (Microsoft's fiscal 2025 ends on 30 June 2025), resolved by claims/
  // for the company that it belongs to; the current one is 0.
  std::optional<int> fiscal_year;
  // Money that the text gives as another amount in its own currency (130 亿美元，约合人民币 940 亿元): the
  // bytes of that amount in the original file.
  std::optional<Span> converts;
  // A figure per time: "year" for 每年 375 亿美元.
  std::optional<std::string> per;
  // A bare number with no noun after it that may be an amount of money: 千亿, 130 亿.
  bool bare_magnitude = false;
};

struct Quantity {
  Span span;      // bytes of the original file, hedges and unit included
  TextSpan text;  // the same in the block's folded text
  Value value;
};

// One line for tests and `explain`: "money [13000000000, 13000000000] USD approx".
std::string ToString(const Value& value);

}  // namespace tally
