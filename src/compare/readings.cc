#include "compare/readings.h"

#include <algorithm>
#include <map>

namespace tally {
namespace {

std::string AmountText(const Interval& stated, const Phrasebook& say) {
  if (stated.IsPoint()) return say.Figure(*stated.lo);
  if (stated.lo && stated.hi) return say("{} to {}", say.Figure(*stated.lo), say.Figure(*stated.hi));
  if (stated.lo) return say("at least {}", say.Figure(*stated.lo));
  return stated.hi ? say("at most {}", say.Figure(*stated.hi)) : say("unknown");
}

// The currency stands before the number, but after "at least".
std::string MoneyText(const Interval& stated, const std::optional<std::string>& currency,
                      const Phrasebook& say) {
  if (!currency) return say("{}, no currency", AmountText(stated, say));
  if (stated.lo && !stated.hi) return say("at least {}", *currency + " " + say.Figure(*stated.lo));
  if (stated.hi && !stated.lo) return say("at most {}", *currency + " " + say.Figure(*stated.hi));
  return *currency + " " + AmountText(stated, say);
}

std::string WithoutPer(const Value& value, const Phrasebook& say) {
  switch (value.dimension) {
    case Dimension::kDate:
      return say.Days(value.date);
    case Dimension::kMoney:
      return MoneyText(value.stated, value.unit, say);
    case Dimension::kNumber:
      return value.bare_magnitude ? MoneyText(value.stated, std::nullopt, say)
                                  : AmountText(value.stated, say);
    default:
      return AmountText(value.stated, say) + (value.unit ? " " + say(*value.unit) : "");
  }
}

// Open ends sort outside.
auto SortKey(const ReadingGroup& reading) {
  const Interval& stated = reading.measure().stated;
  return std::pair(stated.lo ? stated.lo : stated.hi, reading.label);
}

// ", planned", ", SoftBank → OpenAI"; empty where values alone tell the readings apart.
std::string SideText(const Claim& claim, ReadBy read_by, const Phrasebook& say) {
  if (read_by == ReadBy::kStatus) return ", " + say(StatusName(claim.modality));
  if (read_by == ReadBy::kValue) return "";
  std::string parties = claim.subject ? claim.subject->name : "?";
  return ", " + parties + (claim.object ? " → " + claim.object->name : "");
}

}  // namespace

std::string_view StatusName(Modality modality) {
  if (modality == Modality::kNegated) return "denied";
  return IsOutlook(modality) ? "planned" : "done";
}

std::string ValueLabel(const Value& value, const Phrasebook& say) {
  std::string text = WithoutPer(value, say);
  return value.per ? say("{} per {}", text, say(*value.per)) : text;
}

std::vector<ReadingGroup> GroupReadings(const Items& items, const Phrasebook& say, ReadBy read_by) {
  auto any = [&](std::string_view event) {
    return std::ranges::any_of(items, [&](const ComparedClaim* item) { return item->claim->event == event; });
  };
  // Up by 3 % and down by 3 % are two readings.
  bool signs = any("increase") && any("decrease");
  std::map<std::string, Items> by_label;
  for (const ComparedClaim* item : items) {
    std::string sign = signs ? ", " + say(item->claim->event) : "";
    by_label[ValueLabel(item->claim->value, say) + SideText(*item->claim, read_by, say) + sign].push_back(
        item);
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
  const Value& low = extremes.low->claim().value;
  const Value& high = extremes.high->claim().value;
  bool inverse = low.dimension == Dimension::kRatio || high.dimension == Dimension::kRatio;
  bool one_unit = !inverse && low.dimension != Dimension::kDate && low.unit == high.unit;
  const std::optional<Decimal>& below = one_unit ? low.stated.hi : extremes.low->measure().stated.hi;
  const std::optional<Decimal>& above = one_unit ? high.stated.lo : extremes.high->measure().stated.lo;
  if (!below || !above) return std::nullopt;
  return Gap{*below, *above};
}

bool IsTimes(const Gap& gap, const Decimal& factor) {
  bool positive = !gap.below.is_negative() && !gap.below.is_zero();
  return positive && gap.above >= gap.below * factor;
}

std::string TimesText(const Gap& gap) {
  if (!IsTimes(gap, 1)) return "";
  Decimal times = gap.above.Quotient(gap.below, 1, Decimal::Round::kDown);
  return times == Decimal(1) ? "" : times.ToString();
}

}  // namespace tally
