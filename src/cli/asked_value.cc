#include "cli/asked_value.h"

#include <fmt/format.h>

#include "base/error.h"
#include "cli/arguments.h"
#include "compare/exact_units.h"

namespace tally {
namespace {

constexpr std::string_view kForms =
    "130億美元, '13 billion dollars', 30%, 2023年 and the like are understood";

std::string Trimmed(const std::string& text) {
  std::size_t first = text.find_first_not_of(" \t\n");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

std::optional<Value> GivenValue(const Invocation& invocation, const char* option, const Toolkit& toolkit) {
  if (!invocation.Has(option)) return std::nullopt;
  return AskedValue(fmt::format("--{}", option), invocation.Text(option), toolkit);
}

// Dates are kept as days of the calendar.
std::optional<Day> DayOfNumber(const std::optional<Decimal>& number) {
  if (!number) return std::nullopt;
  return Day(std::chrono::days(std::stoi(number->ToString())));
}

// The user's own word comes first; what does not go with it is then found nowhere.
void AskFor(Dimension dimension, ClaimFilter& filter) {
  if (!filter.dimension) filter.dimension = dimension;
}

// The numbers that durations of the range may be written with: months also as quarters and years, days as
// weeks, seconds as minutes and hours.
Interval InLargerUnits(const Interval& range, std::string_view measure) {
  int most = measure == "duration/month"    ? 12
             : measure == "duration/day"    ? 7
             : measure == "duration/second" ? 3600
                                            : 1;
  Interval numbers = range;
  constexpr int kDigits = 6;
  if (range.lo && !range.lo->is_negative())
    numbers.lo = range.lo->Quotient(most, kDigits, Decimal::Round::kDown);
  if (range.hi && range.hi->is_negative())
    numbers.hi = range.hi->Quotient(most, kDigits, Decimal::Round::kUp);
  return numbers;
}

}  // namespace

Value AskedValue(std::string_view where, const std::string& text, const Toolkit& toolkit) {
  InputFile input;
  // No ending that a format would be guessed by.
  input.path = "value";
  input.content = Trimmed(text);
  Extraction extraction = ExtractOne(input, toolkit, {.sketch = false, .identifiers = false});
  if (extraction.claims.empty())
    throw UserError(fmt::format("{}: '{}' is no figure; {}", where, text, kForms));
  const Claim& claim = extraction.claims.front();
  if (claim.span.start != 0 || claim.span.end != input.content.size()) {
    throw UserError(
        fmt::format("{}: of '{}' only '{}' is read as a figure; {}", where, text, claim.quote, kForms));
  }
  if (!claim.value.unresolved.empty()) {
    throw UserError(fmt::format("{}: '{}' is no date of its own ({})", where, text, claim.value.unresolved));
  }
  return claim.value;
}

void AddValueOptions(boost::program_options::options_description& options) {
  AddOption(
      options, "value", "VALUE",
      "figures that may be this one, however they write it: 130億美元, '13 billion USD', 30%, 2023年; a "
      "number without a unit stands for any unit");
  AddOption(options, "min", "VALUE", "figures of at least this value");
  AddOption(options, "max", "VALUE", "figures of at most this value");
}

std::optional<ValueRange> AskedRange(const Invocation& invocation, const Toolkit& toolkit) {
  auto value = GivenValue(invocation, "value", toolkit);
  auto min = GivenValue(invocation, "min", toolkit);
  auto max = GivenValue(invocation, "max", toolkit);
  if (value && (min || max)) throw UserError("--value: goes without --min and --max");
  if (!value && !min && !max) return std::nullopt;
  if (value) min = max = value;
  std::optional<ValueRange> range = RangeBetween(min, max);
  if (!range) throw UserError("--min and --max: the two are of different units");
  range->bounds_by_end = value.has_value();
  if (range->range.lo && range->range.hi && *range->range.lo > *range->range.hi) {
    throw UserError("--min is more than --max");
  }
  return range;
}

void NarrowTo(const ValueRange& range, ClaimFilter& filter) {
  const std::string& measure = range.unit_class;
  if (measure == "date") {
    AskFor(Dimension::kDate, filter);
    filter.date_meets = DateRange{DayOfNumber(range.range.lo), DayOfNumber(range.range.hi)};
  } else if (measure.starts_with("duration/")) {
    AskFor(Dimension::kDuration, filter);
    filter.meets = InLargerUnits(range.range, measure);
  } else if (measure == "ratio") {
    AskFor(Dimension::kRatio, filter);
  } else if (measure.starts_with("rate/")) {
    AskFor(Dimension::kRate, filter);
  } else if (range.unit && FindExactUnit(*range.unit)) {
    // Miles and kilometres: what the store holds is in its own unit.
    AskFor(Dimension::kCount, filter);
  } else {
    filter.meets = range.range;
    if (range.unit && !filter.unit) filter.unit = range.unit;
  }
}

namespace {

// Figures of three digits without a hedge stand for half a percent around them.
const Decimal kPlainLess = *Decimal::Parse("0.99");
const Decimal kPlainMore = *Decimal::Parse("1.01");

// A figure that is no range, no bound and not hedged.
bool IsPlain(const Value& value) {
  return value.stated.IsPoint() && value.modifier == Modifier::kNone && !value.approx && !value.vague &&
         value.lenient.lo && value.lenient.hi;
}

}  // namespace

void NarrowToRepeats(const Value& value, ClaimFilter& filter) {
  ValueRange range = *RangeBetween(value, value);
  if (range.unit_class == "date") return NarrowTo(range, filter);
  // Of a bound only figures at its end say the same; a figure may stand for more than it states.
  Interval reach = MeasureOf(value)->strict;
  Decimal low = range.range.lo ? *range.range.lo : *range.range.hi;
  Decimal high = range.range.hi ? *range.range.hi : *range.range.lo;
  if (reach.lo && *reach.lo < low) low = *reach.lo;
  if (reach.hi && *reach.hi > high) high = *reach.hi;
  bool positive = !low.is_negative() && !low.is_zero();
  auto around = [&](const char* less, const char* more) {
    Decimal down = *Decimal::Parse(positive ? less : more);
    Decimal up = *Decimal::Parse(high.is_negative() ? less : more);
    return Interval{low * down, high * up};
  };
  // A hedge gives 5 % of room (quantities/interval_rule.h), and two digits half as much again on either side;
  // a single digit, with a hedge, up to 55 % of itself.
  range.range = around("0.8", "1.25");
  NarrowTo(range, filter);
  if (!filter.meets) return;
  if (positive) {
    filter.meets_when_round = InLargerUnits(around("0.6", "2.3"), range.unit_class);
    if (IsPlain(value)) {
      filter.meets_when_loose = filter.meets;
      Interval own = MeasureOf(value)->lenient;
      filter.meets = InLargerUnits({*own.lo * kPlainLess, *own.hi * kPlainMore}, range.unit_class);
    }
  } else {
    filter.meets = InLargerUnits(around("0.4", "2.3"), range.unit_class);
  }
  // A figure that names no currency may be this one.
  if (range.unit_class == "money") filter.unit.reset();
}

}  // namespace tally
