#include "compare/severity.h"

#include <algorithm>

namespace tally {
namespace {

bool HasTitle(const std::vector<ReadingGroup>& readings) {
  return std::ranges::any_of(readings, [](const ReadingGroup& reading) {
    return std::ranges::any_of(reading.items,
                               [](const ComparedClaim* item) { return item->claim->field == Field::kTitle; });
  });
}

SeverityVerdict OfDates(const Extremes& extremes, const CompareSettings& settings) {
  const Phrasebook& say = settings.say;
  const DateRange& early = extremes.low->claim().value.date;
  const DateRange& late = extremes.high->claim().value.date;
  if (!early.last || !late.first) return {Severity::kLow, say("the dates differ")};
  if (YearOf(*early.last) != YearOf(*late.first)) return {Severity::kHigh, say("the years differ")};
  int days = static_cast<int>((*late.first - *early.last).count());
  if (days >= settings.limits.medium_days) return {Severity::kMedium, say("a month or more apart")};
  return {Severity::kLow, say("less than a month apart")};
}

// One side gives control of the company, the other does not.
bool CrossesMajority(const ReadingGroup& reading, const Gap& gap, const Thresholds& limits) {
  bool stake = reading.claim().rule_id() == "equity_share" && reading.measure().unit_class == "percent";
  return stake && gap.below < Decimal(limits.majority_percent) &&
         gap.above >= Decimal(limits.majority_percent);
}

SeverityVerdict OfGap(const Extremes& extremes, const Gap& gap, const CompareSettings& settings) {
  const Thresholds& limits = settings.limits;
  const Phrasebook& say = settings.say;
  if (gap.below.is_negative() != gap.above.is_negative()) return {Severity::kHigh, say("the signs differ")};
  std::string times = TimesText(gap);
  if (IsTimes(gap, limits.magnitude_factor))
    return {Severity::kHigh, say("apart by a factor of {} or more", times)};
  if (IsTimes(gap, limits.high_factor))
    return {Severity::kHigh, say("the larger is {} times the smaller or more", times)};
  if (CrossesMajority(*extremes.low, gap, limits))
    return {Severity::kHigh, say("one is a majority, the other is not")};
  Decimal tenth = Decimal(1) + Decimal(limits.medium_percent).Scaled(-2);
  if (IsTimes(gap, tenth)) return {Severity::kMedium, say("apart by {} % or more", limits.medium_percent)};
  return {Severity::kLow, say("apart by less than {} %", limits.medium_percent)};
}

}  // namespace

SeverityVerdict SeverityOf(FindingKind kind, const std::vector<ReadingGroup>& readings,
                           const CompareSettings& settings) {
  const Phrasebook& say = settings.say;
  if (kind == FindingKind::kCorroboration) return {Severity::kLow, say("the sources agree")};
  if (kind == FindingKind::kCurrencyConflict)
    return {Severity::kHigh, say("the same number in another currency")};
  if (kind == FindingKind::kPartyConflict) return {Severity::kHigh, say("the parties differ")};
  if (kind == FindingKind::kStatusConflict) return {Severity::kMedium, say("the status differs")};
  bool conflict = kind != FindingKind::kSuperseded;
  if (conflict && HasTitle(readings)) return {Severity::kHigh, say("a title is concerned")};
  Extremes extremes = ExtremesOf(readings);
  SeverityVerdict verdict{Severity::kMedium, say("the values differ")};
  bool revised_date = kind == FindingKind::kRevised && readings.front().measure().unit_class == "date";
  if (kind == FindingKind::kDateConflict || revised_date) {
    verdict = OfDates(extremes, settings);
  } else if (std::optional<Gap> gap = GapOf(extremes)) {
    verdict = OfGap(extremes, *gap, settings);
  }
  // An update is news, no mistake: it never alarms.
  if (!conflict && verdict.severity == Severity::kHigh) verdict.severity = Severity::kMedium;
  return verdict;
}

}  // namespace tally
