// One figure mistyped for the other: what tells a slip from two figures that a text knows to differ. Looks at
// what is printed (Value::stated, Value::date), never at units: the caller knows which of them meet. Pure;
// thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "quantities/quantity.h"

namespace tally {

// The same digits, `digits` at least, at another power of ten: 13 億 and 130 億, 1.7 萬 and 1.7.
bool IsSlipOfPower(const Value& a, const Value& b, std::size_t digits = 2);

// One keystroke apart: a slip of power; one digit for another; two neighbours exchanged; a digit lost or
// doubled; for dates the year, the month or the day alone. For ranges both ends slipped, or one.
bool IsOneSlip(const Value& a, const Value& b);

// The digits that the shorter of the two has, at both ends of a range: figures of one digit have little to
// compare, 3 and 5 may be anything. A date has four.
std::size_t SlipDigits(const Value& a, const Value& b);

// Hashes of which any two values that are one slip apart share one; equal values share all. Made to
// find such values without comparing pairs; not every two that share one are a slip apart. Empty where the
// value has no digits to compare.
using SlipSignature = std::uint64_t;
std::vector<SlipSignature> SlipSignatures(const Value& value);

// More digits than this are no figure of news, and not looked at.
inline constexpr std::size_t kMostSlipDigits = 15;

}  // namespace tally
