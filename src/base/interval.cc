#include "base/interval.h"

namespace tally {

bool Interval::Contains(const Decimal& value) const { return (!lo || *lo <= value) && (!hi || value <= *hi); }

bool Interval::Overlaps(const Interval& other) const {
  bool below = hi && other.lo && *hi < *other.lo;
  bool above = lo && other.hi && *lo > *other.hi;
  return !below && !above;
}

Interval Interval::Intersection(const Interval& other) const {
  Interval common = *this;
  if (other.lo && (!common.lo || *common.lo < *other.lo)) common.lo = other.lo;
  if (other.hi && (!common.hi || *common.hi > *other.hi)) common.hi = other.hi;
  return common;
}

std::string Interval::ToString() const {
  return (lo ? "[" + lo->ToString() : std::string("(-inf")) + ", " +
         (hi ? hi->ToString() + "]" : std::string("+inf)"));
}

}  // namespace tally
