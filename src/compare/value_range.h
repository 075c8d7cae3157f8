// A range of values to look for figures by, in whatever unit they are written: 1,300 million dollars lies
// between USD 1 billion and 13 亿美元. Exact decimals; pure, thread-safe.
#pragma once

#include <optional>
#include <string>

#include "compare/value_match.h"

namespace tally {

struct ValueRange {
  // The measure of the ends; empty where they are bare numbers, which are then compared with what any figure
  // but a date states, in its own unit.
  std::string unit_class;
  std::optional<std::string> unit;  // of money and of what is counted
  Interval range;                   // in the unit of the measure; a missing end is open
  // A bound ("up to 500 million") meets only where its end lies in the range: it leaves room for nearly any
  // value, and states one.
  bool bounds_by_end = false;
};

// From the lower end of `min` to the upper end of `max`; either may be missing, not both. A bare number takes
// the measure of the other end. nullopt where the two are of different measures or a date is not resolved.
std::optional<ValueRange> RangeBetween(const std::optional<Value>& min, const std::optional<Value>& max);

// True where the interval that the figure states meets the range: 20 to 99 亿 meets 50 亿. Known units must
// be equal: a figure without a currency does not meet a range in dollars.
bool Meets(const Value& value, const ValueRange& range);

// True for a figure with no unit of its own: 130 億, 1,300.
bool IsBareNumber(const Value& value);

}  // namespace tally
