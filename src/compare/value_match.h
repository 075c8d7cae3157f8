// The interval rule (design, section 4): what a value is compared by, and what two values are to each other.
// Exact decimals throughout; pure and thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/interval.h"
#include "claims/claim.h"

namespace tally {

// How a value is stated. It decides what counts as agreement: two figures agree when they share a point, a
// bound or a vague magnitude merely leaves room.
enum class Shape {
  kFigure,   // one number, hedged or not; a date of up to a year
  kRange,    // 20%-30%, 60 多个, the nineties
  kAtLeast,  // 至少, 超过
  kAtMost,   // 高达, 近
  kVague,    // 数十亿
};

// A value brought to the unit that it is compared in: durations to months, days or seconds, dates to days
// since 1970, ratios to x >= 1 (a twentieth and twenty times are one statement seen from two sides).
struct Measure {
  std::string unit_class;  // only equal classes compare: "money", "percent", "pp", "duration/month", …
  std::optional<std::string>
      unit;  // currency or what is counted; nullopt where the text names none, or none is needed
  Shape shape = Shape::kFigure;
  Interval stated;
  Interval strict;
  Interval lenient;
};

// An end of an interval, ordered so that intervals are apart exactly where one's high edge is below the
// other's low edge. Rounded figures that only touch are apart: 130 (125 to 135) and 140 (135 to 145) share
// 135 by the letter, but whoever rounds 135 to 140 does not round it to 130. An end that the text itself
// states is a real value and may be shared.
struct Edge {
  Decimal at;
  int rank = 0;
  auto operator<=>(const Edge&) const = default;
};
// nullopt where the interval is open; `compared` is the strict or the lenient interval of the measure.
std::optional<Edge> LowEdge(const Measure& measure, const Interval& compared);
std::optional<Edge> HighEdge(const Measure& measure, const Interval& compared);

// nullopt where there is nothing to compare: a date that could not be resolved, a value without any end.
std::optional<Measure> MeasureOf(const Value& value);

enum class ValueMatch {
  kIncomparable,  // another unit or currency
  kSame,
  kConsistent,  // rounding, bounds, a vague magnitude that contains the figure
  kStrictOnly,  // apart only when trailing zeros are taken as printed digits: worth a note, no conflict
  kDisjoint,    // apart however they are read
};
// An unknown unit matches any: numbers are then compared as printed.
ValueMatch Match(const Measure& a, const Measure& b);

// How often this thread has looked at a value to compare it: tests count it, where time would tell little.
std::size_t ValuesLookedAt();

// True where the two say the same, not only leave room for each other; see the comments at its parts.
// Symmetric.
bool Agrees(const Measure& a, const Measure& b, int near_bound_percent);

// True where `end`, of an at-least or at-most statement, lies so near to the figure `other` that both mean
// one number: inside what the figure's printed digits stand for, or within `near_percent` of it on the
// side that the bound allows.
bool BoundMeansFigure(const Measure& bound, const Interval& figure, int near_percent);

// A date of up to a leap year names one event; a longer range (the nineties) only leaves room for it.
inline constexpr int kDateFigureDays = 366;

}  // namespace tally
