#include "compare/value_range.h"

namespace tally {
namespace {

ValueRange RangeOf(const Value& value, const Measure& measure) {
  if (IsBareNumber(value)) return {"", std::nullopt, value.stated};
  return {measure.unit_class, measure.unit, measure.stated};
}

std::optional<ValueRange> RangeOf(const std::optional<Value>& value) {
  if (!value) return std::nullopt;
  std::optional<Measure> measure = MeasureOf(*value);
  if (!measure) return std::nullopt;
  return RangeOf(*value, *measure);
}

// A bare end says the number alone, in the unit that the other end has.
std::optional<Value> WithUnitOf(const std::optional<Value>& bare, const std::optional<Value>& other) {
  if (!bare || !other || !IsBareNumber(*bare) || other->dimension == Dimension::kDate) return bare;
  Value value = *bare;
  value.dimension = other->dimension;
  value.unit = other->unit;
  value.bare_magnitude = other->bare_magnitude;
  return value;
}

bool Meets(const Interval& stated, const ValueRange& range) {
  if (range.bounds_by_end && !stated.lo) return range.range.Contains(*stated.hi);
  if (range.bounds_by_end && !stated.hi) return range.range.Contains(*stated.lo);
  return stated.Overlaps(range.range);
}

}  // namespace

bool IsBareNumber(const Value& value) { return value.dimension == Dimension::kNumber && !value.unit; }

std::optional<ValueRange> RangeBetween(const std::optional<Value>& min, const std::optional<Value>& max) {
  std::optional<ValueRange> low = RangeOf(WithUnitOf(min, max));
  std::optional<ValueRange> high = RangeOf(WithUnitOf(max, min));
  if ((min && !low) || (max && !high)) return std::nullopt;
  if (low && high && (low->unit_class != high->unit_class || low->unit != high->unit)) return std::nullopt;
  ValueRange range = low ? *low : *high;
  range.range = {low ? low->range.lo : std::nullopt, high ? high->range.hi : std::nullopt};
  return range;
}

bool Meets(const Value& value, const ValueRange& range) {
  std::optional<Measure> measure = MeasureOf(value);
  if (!measure) return false;
  if (range.unit_class.empty()) return value.dimension != Dimension::kDate && Meets(value.stated, range);
  return measure->unit_class == range.unit_class && measure->unit == range.unit &&
         Meets(measure->stated, range);
}

}  // namespace tally
