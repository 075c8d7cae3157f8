#include "quantities/interval_rule.h"

#include <algorithm>

namespace tally {
namespace {

// 约 widens a figure by a twentieth on both sides: "about 100" is said of 95 and 105, seldom of 90 or 112.
const Decimal kHedgeWidth = *Decimal::Parse("0.05");
// 近 is said of figures at most a tenth below the one that is named.
const Decimal kNearlyWidth = *Decimal::Parse("0.1");
const Decimal kHalf = *Decimal::Parse("0.5");

// Trailing zeros are taken for rounding, but two leading digits are always believed: 100 亿 is [95, 105] 亿,
// not [50, 150] 亿.
constexpr int kBelievedDigits = 2;

// Small whole numbers are counted, not rounded: 3 products, 22 dead. From here on two trailing zeros are
// rounding.
bool IsCounted(const Numeral& n, Dimension dimension) {
  bool countable =
      dimension == Dimension::kCount || dimension == Dimension::kNumber || dimension == Dimension::kMoney;
  return countable && !n.scaled && n.last_place == 0;
}

int LenientPlace(const Numeral& n, const Decimal& value, Dimension dimension) {
  int place = n.last_place;
  if (dimension == Dimension::kPercent || dimension == Dimension::kDuration || dimension == Dimension::kRatio)
    return place;
  int zeros = value.last_digit_exponent();
  if (IsCounted(n, dimension) && zeros < 2) return place;
  int believed = value.first_digit_exponent() - kBelievedDigits + 1;
  return std::max(place, std::min(zeros, believed));
}

// [v - half, v + half] of a place, in units of `factor`.
Interval Around(const Decimal& value, int place, const Decimal& factor) {
  Decimal half = kHalf.Scaled(place);
  return {(value - half) * factor, (value + half) * factor};
}

Decimal Magnitude(const Decimal& value) { return value.is_negative() ? -value : value; }

void Widen(Interval& interval, const Decimal& by) {
  if (interval.lo) interval.lo = *interval.lo - by;
  if (interval.hi) interval.hi = *interval.hi + by;
}

void BendToBound(Modifier modifier, const Decimal& value, Interval& interval) {
  switch (modifier) {
    case Modifier::kAtLeast:
    case Modifier::kMoreThan:
      interval.hi.reset();
      break;
    case Modifier::kAtMost:
    case Modifier::kUpTo:
    case Modifier::kLessThan:
      interval.lo.reset();
      break;
    case Modifier::kNearly:
      interval.lo = value - Magnitude(value) * kNearlyWidth;
      break;
    default:
      break;
  }
}

}  // namespace

void BendToBound(Modifier modifier, Interval& stated) {
  if (!stated.lo || !stated.hi) return;
  if (modifier == Modifier::kNearly) {
    stated.lo.reset();
  } else {
    BendToBound(modifier, *stated.hi, stated);
  }
}

void ApplyIntervalRule(const Numeral& low, const Numeral& high, const Decimal& factor, Value& value) {
  bool range = low.text != high.text || low.lo != low.hi || low.open;
  Decimal lo = low.lo * factor;
  Decimal hi = high.hi * factor;
  value.stated.lo = lo;
  value.stated.hi = hi;
  value.vague = low.vague || high.vague;
  value.approx = value.modifier == Modifier::kApprox || (low.bare && low.vague);
  bool counted = IsCounted(low, value.dimension);
  int lenient_place = LenientPlace(low, low.lo, value.dimension);
  // The words of a range give the ends themselves; rounding of an end is small beside the width.
  bool exact = value.vague || range || (counted && lenient_place == low.last_place);
  if (exact) {
    value.strict.lo = value.lenient.lo = std::move(lo);
    value.strict.hi = value.lenient.hi = std::move(hi);
  } else {
    value.lenient = Around(low.lo, lenient_place, factor);
    if (counted) {
      value.strict = Interval::Exactly(low.lo * factor);
    } else {
      value.strict = lenient_place == low.last_place ? value.lenient : Around(low.lo, low.last_place, factor);
    }
  }
  if (value.modifier == Modifier::kNone) return;
  if (value.modifier == Modifier::kApprox) {
    Decimal by = Magnitude(high.hi * factor) * kHedgeWidth;
    Widen(value.strict, by);
    Widen(value.lenient, by);
  }
  // 高达 98% 到 99% keeps both ends: a bound before a range says nothing more.
  if (range && !low.open && low.text != high.text) return;
  if (value.modifier == Modifier::kApprox) return;
  Decimal bound = high.hi * factor;
  for (Interval* i : {&value.strict, &value.lenient}) BendToBound(value.modifier, bound, *i);
  if (value.modifier == Modifier::kNearly) {
    value.stated.lo.reset();
  } else {
    BendToBound(value.modifier, bound, value.stated);
  }
}

}  // namespace tally
