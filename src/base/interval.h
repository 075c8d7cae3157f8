// Closed intervals of exact decimals; a missing end is unbounded.
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace tally {

struct Interval {
  std::optional<Decimal> lo;
  std::optional<Decimal> hi;

  static Interval Exactly(const Decimal& value) { return {value, value}; }

  bool Contains(const Decimal& value) const;
  bool Overlaps(const Interval& other) const;
  // The common part; meaningful only where Overlaps.
  Interval Intersection(const Interval& other) const;
  // lo == hi.
  bool IsPoint() const { return lo && hi && *lo == *hi; }
  bool operator==(const Interval&) const = default;

  // "[3.45, 3.55]", "[5, +inf)".
  std::string ToString() const;
};

}  // namespace tally
