#include "compare/readings.h"

#include <algorithm>
#include <map>

#include "base/figure_text.h"

namespace tally {
namespace {

std::string AmountText(const Interval& stated) {
  if (stated.IsPoint()) return FigureText(*stated.lo);
  if (stated.lo && stated.hi) return FigureText(*stated.lo) + " to " + FigureText(*stated.hi);
  if (stated.lo) return "at least " + FigureText(*stated.lo);
  return stated.hi ? "at most " + FigureText(*stated.hi) : "unknown";
}

// The currency stands before the number, but after "at least".
std::string MoneyText(const Interval& stated, const std::optional<std::string>& currency) {
  if (!currency) return AmountText(stated) + ", no currency";
  if (stated.lo && !stated.hi) return "at least " + *currency + " " + FigureText(*stated.lo);
  if (stated.hi && !stated.lo) return "at most " + *currency + " " + FigureText(*stated.hi);
  return *currency + " " + AmountText(stated);
}

std::string WithoutPer(const Value& value) {
  switch (value.dimension) {
    case Dimension::kDate:
      return DaysText(value.date);
    case Dimension::kMoney:
      return MoneyText(value.stated, value.unit);
    case Dimension::kNumber:
      return value.bare_magnitude ? MoneyText(value.stated, std::nullopt) : AmountText(value.stated);
    default:
      return AmountText(value.stated) + (value.unit ? " " + *value.unit : "");
  }
}

// Open ends sort outside.
auto SortKey(const ReadingGroup& reading) {
  const Interval& stated = reading.measure().stated;
  return std::pair(stated.lo ? stated.lo : stated.hi, reading.label);
}

}  // namespace

std::string ValueLabel(const Value& value) {
  return WithoutPer(value) + (value.per ? " per " + *value.per : "");
}

std::vector<ReadingGroup> GroupReadings(const Items& items) {
  auto any = [&](std::string_view event) {
    return std::ranges::any_of(items, [&](const ComparedClaim* item) { return item->claim->event == event; });
  };
  // Up by 3 % and down by 3 % are two readings.
  bool signs = any("increase") && any("decrease");
  std::map<std::string, Items> by_label;
  for (const ComparedClaim* item : items) {
    by_label[ValueLabel(item->claim->value) + (signs ? ", " + item->claim->event : "")].push_back(item);
  }
  std::vector<ReadingGroup> readings;
  for (auto& [label, same] : by_label) readings.push_back({label, std::move(same)});
  std::ranges::sort(readings,
                    [](const ReadingGroup& a, const ReadingGroup& b) { return SortKey(a) < SortKey(b); });
  return readings;
}

Extremes ExtremesOf(const std::vector<ReadingGroup>& readings) {
  Extremes extremes;
  std::optional<Edge> lowest_high;
  std::optional<Edge> highest_low;
  for (const ReadingGroup& reading : readings) {
    const Measure& measure = reading.measure();
    std::optional<Edge> low = LowEdge(measure, measure.lenient);
    std::optional<Edge> high = HighEdge(measure, measure.lenient);
    if (high && (!lowest_high || *high < *lowest_high)) {
      lowest_high = high;
      extremes.low = &reading;
    }
    if (low && (!highest_low || *highest_low < *low)) {
      highest_low = low;
      extremes.high = &reading;
    }
  }
  return extremes;
}

std::optional<Gap> GapOf(const Extremes& extremes) {
  if (!extremes.low || !extremes.high) return std::nullopt;
  const std::optional<Decimal>& below = extremes.low->measure().stated.hi;
  const std::optional<Decimal>& above = extremes.high->measure().stated.lo;
  if (!below || !above) return std::nullopt;
  return Gap{*below, *above};
}

bool IsTimes(const Gap& gap, const Decimal& factor) {
  bool positive = !gap.below.is_negative() && !gap.below.is_zero();
  return positive && gap.above >= gap.below * factor;
}

std::string TimesText(const Gap& gap) {
  if (!IsTimes(gap, 1)) return "";
  return gap.above.Quotient(gap.below, 1, Decimal::Round::kDown).ToString();
}

}  // namespace tally
