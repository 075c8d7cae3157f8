// Intervals are closed and were made by quantities/: strict ones take trailing zeros as printed digits,
// lenient ones as rounding (XBRL duplicate facts, EDGAR filer manual 6.5.12). Disjoint lenient intervals
// contradict.
#include "compare/value_match.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compare/exact_units.h"

namespace tally {
namespace {

// Reciprocals have no finite decimal form: they are cut at this many places, outward, so that no agreement is
// lost.
constexpr int kReciprocalDigits = 30;

struct DurationUnit {
  std::string_view unit;
  std::string_view family;
  int factor;
};
// Only exact conversions: a month has no fixed number of days, so months and days never compare.
constexpr std::array<DurationUnit, 8> kDurations = {{{"year", "month", 12},
                                                     {"quarter", "month", 3},
                                                     {"month", "month", 1},
                                                     {"week", "day", 7},
                                                     {"day", "day", 1},
                                                     {"hour", "second", 3600},
                                                     {"minute", "second", 60},
                                                     {"second", "second", 1}}};

Interval Times(const Interval& interval, const Decimal& factor) {
  Interval scaled;
  if (interval.lo) scaled.lo = *interval.lo * factor;
  if (interval.hi) scaled.hi = *interval.hi * factor;
  return scaled;
}

// 1/x of an interval of positive numbers, rounded outward; an open top gives 0 as the lower end.
Interval Reciprocal(const Interval& interval) {
  Interval inverse;
  if (interval.hi) inverse.lo = Decimal(1).Quotient(*interval.hi, kReciprocalDigits, Decimal::Round::kDown);
  if (interval.lo && !interval.lo->is_zero() && !interval.lo->is_negative()) {
    inverse.hi = Decimal(1).Quotient(*interval.lo, kReciprocalDigits, Decimal::Round::kUp);
  }
  return inverse;
}

// Below one throughout: 1/20, at most a tenth. A ratio around one is left as it is.
bool IsFraction(const Interval& stated) {
  bool positive = !stated.lo || (!stated.lo->is_negative() && !stated.lo->is_zero());
  return positive && stated.hi && *stated.hi < Decimal(1) && !stated.hi->is_negative() &&
         !stated.hi->is_zero();
}

Shape Flipped(Shape shape) {
  if (shape == Shape::kAtLeast) return Shape::kAtMost;
  if (shape == Shape::kAtMost) return Shape::kAtLeast;
  return shape;
}

void FoldRatio(Measure& measure) {
  if (!IsFraction(measure.stated)) return;
  measure.shape = Flipped(measure.shape);
  measure.stated = Reciprocal(measure.stated);
  measure.strict = Reciprocal(measure.strict);
  measure.lenient = Reciprocal(measure.lenient);
}

void FoldDuration(Measure& measure, const std::string& unit) {
  for (const DurationUnit& known : kDurations) {
    if (known.unit != unit) continue;
    measure.unit_class = "duration/" + std::string(known.family);
    measure.stated = Times(measure.stated, known.factor);
    measure.strict = Times(measure.strict, known.factor);
    measure.lenient = Times(measure.lenient, known.factor);
    return;
  }
  measure.unit_class = "duration/" + unit;
}

// 亩 and 坪 in m² may have no finite decimal form: cut at this many places, outward.
constexpr int kConvertedDigits = 6;

Interval Converted(const Interval& interval, const ExactUnit& unit) {
  Interval converted = Times(interval, unit.times);
  if (unit.over == Decimal(1)) return converted;
  if (converted.lo) converted.lo = converted.lo->Quotient(unit.over, kConvertedDigits, Decimal::Round::kDown);
  if (converted.hi) converted.hi = converted.hi->Quotient(unit.over, kConvertedDigits, Decimal::Round::kUp);
  return converted;
}

// What is measured is never exact, as what is counted is: 828 metres are 827.5 to 828.5.
void RoundMeasured(const Interval& stated, Measure& measure) {
  if (!stated.IsPoint() || !measure.lenient.IsPoint() || stated.lo->is_zero()) return;
  const Decimal& value = *stated.lo;
  int place = std::min(value.last_digit_exponent(), value.first_digit_exponent() - 1);
  auto around = [&](int digit) {
    Decimal half = Decimal(5).Scaled(digit - 1);
    return Interval{value - half, value + half};
  };
  measure.strict = around(std::min(place, 0));
  measure.lenient = around(place);
}

// The unit that the measure is compared in.
std::string FoldUnit(Measure& measure, const std::string& unit) {
  std::optional<ExactUnit> exact = FindExactUnit(unit);
  if (!exact) return unit;
  RoundMeasured(measure.stated, measure);
  if (exact->base == unit) return unit;
  measure.stated = Converted(measure.stated, *exact);
  measure.strict = Converted(measure.strict, *exact);
  measure.lenient = Converted(measure.lenient, *exact);
  return std::string(exact->base);
}

std::optional<Decimal> DayNumber(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return Decimal(static_cast<long long>(day->time_since_epoch().count()));
}

std::optional<Measure> MeasureOfDate(const DateRange& date) {
  if (!date.first && !date.last) return std::nullopt;
  Measure measure;
  measure.unit_class = "date";
  measure.stated = {DayNumber(date.first), DayNumber(date.last)};
  measure.strict = measure.lenient = measure.stated;
  if (!date.last) {
    measure.shape = Shape::kAtLeast;
  } else if (!date.first) {
    measure.shape = Shape::kAtMost;
  } else {
    measure.shape = *date.days() <= kDateFigureDays ? Shape::kFigure : Shape::kRange;
  }
  return measure;
}

Shape ShapeOf(const Value& value) {
  if (value.vague) return Shape::kVague;
  if (!value.stated.hi) return Shape::kAtLeast;
  if (!value.stated.lo) return Shape::kAtMost;
  return value.stated.IsPoint() ? Shape::kFigure : Shape::kRange;
}

void SetUnit(Measure& measure, const Value& value) {
  switch (value.dimension) {
    case Dimension::kMoney:
      measure.unit_class = "money";
      measure.unit = value.unit;
      break;
    case Dimension::kNumber:
      // 千亿 with nothing after it may be money: it is then an amount of unknown currency.
      measure.unit_class = value.bare_magnitude ? "money" : "number";
      break;
    case Dimension::kPercent:
      measure.unit_class = value.unit == "pp" ? "pp" : "percent";
      break;
    case Dimension::kRatio:
      measure.unit_class = "ratio";
      FoldRatio(measure);
      break;
    case Dimension::kCount:
      measure.unit_class = "count";
      if (value.unit) measure.unit = FoldUnit(measure, *value.unit);
      break;
    case Dimension::kDuration:
      FoldDuration(measure, value.unit.value_or(""));
      break;
    case Dimension::kRate:
      measure.unit_class = "rate/" + FoldUnit(measure, value.unit.value_or(""));
      break;
    case Dimension::kDate:
      break;  // has its own function
  }
}

bool IsBound(const Measure& measure) {
  return measure.shape == Shape::kAtLeast || measure.shape == Shape::kAtMost;
}

bool IsBelow(const std::optional<Edge>& high, const std::optional<Edge>& low) {
  return high && low && *high < *low;
}

bool Apart(const Measure& a, const Measure& b, Interval Measure::*compared) {
  return IsBelow(HighEdge(a, a.*compared), LowEdge(b, b.*compared)) ||
         IsBelow(HighEdge(b, b.*compared), LowEdge(a, a.*compared));
}

}  // namespace

namespace {
thread_local std::size_t values_looked_at = 0;
}  // namespace

std::size_t ValuesLookedAt() { return values_looked_at; }

// The ranks: a rounded high edge (0) is below a rounded low edge (1) at the same place; where either is
// stated (high 1, low 0) it is not.
std::optional<Edge> LowEdge(const Measure& measure, const Interval& compared) {
  ++values_looked_at;
  if (!compared.lo) return std::nullopt;
  return Edge{*compared.lo, compared.lo == measure.stated.lo ? 0 : 1};
}

std::optional<Edge> HighEdge(const Measure& measure, const Interval& compared) {
  ++values_looked_at;
  if (!compared.hi) return std::nullopt;
  return Edge{*compared.hi, compared.hi == measure.stated.hi ? 1 : 0};
}

std::optional<Measure> MeasureOf(const Value& value) {
  if (value.dimension == Dimension::kDate) {
    return value.unresolved.empty() ? MeasureOfDate(value.date) : std::nullopt;
  }
  if (!value.stated.lo && !value.stated.hi) return std::nullopt;
  Measure measure;
  measure.shape = ShapeOf(value);
  measure.stated = value.stated;
  measure.strict = value.strict;
  measure.lenient = value.lenient;
  SetUnit(measure, value);
  return measure;
}

ValueMatch Match(const Measure& a, const Measure& b) {
  ++values_looked_at;
  if (a.unit_class != b.unit_class) return ValueMatch::kIncomparable;
  if (a.unit && b.unit && a.unit != b.unit) return ValueMatch::kIncomparable;
  if (Apart(a, b, &Measure::lenient)) return ValueMatch::kDisjoint;
  if (Apart(a, b, &Measure::strict)) return ValueMatch::kStrictOnly;
  return a.stated == b.stated ? ValueMatch::kSame : ValueMatch::kConsistent;
}

bool BoundMeansFigure(const Measure& bound, const Interval& figure, int near_percent) {
  const Decimal& end = bound.shape == Shape::kAtLeast ? *bound.stated.lo : *bound.stated.hi;
  if (figure.Contains(end)) return true;
  if (bound.unit_class == "date") return false;  // a share of a day number means nothing
  Decimal slack = (end.is_negative() ? -end : end) * Decimal(near_percent).Scaled(-2);
  if (bound.shape == Shape::kAtLeast) return figure.lo && *figure.lo >= end && *figure.lo <= end + slack;
  return figure.hi && *figure.hi <= end && *figure.hi >= end - slack;
}

bool Agrees(const Measure& a, const Measure& b, int near_bound_percent) {
  ValueMatch match = Match(a, b);
  if (match == ValueMatch::kSame) return true;
  // Figures apart by their printed digits (100 亿 beside 130 亿) do not contradict, but neither vouches for
  // the other.
  if (match != ValueMatch::kConsistent) return false;
  if (a.shape == Shape::kFigure && b.shape == Shape::kFigure) return true;
  // A half-line overlaps nearly everything: it agrees only with a figure at its end.
  if (IsBound(a) && b.shape == Shape::kFigure) return BoundMeansFigure(a, b.strict, near_bound_percent);
  if (IsBound(b) && a.shape == Shape::kFigure) return BoundMeansFigure(b, a.strict, near_bound_percent);
  // Ranges and vague magnitudes agree with their like only (kSame above); a figure inside one is compatible,
  // no more.
  return false;
}

}  // namespace tally
