#include "compare/severity.h"

#include <algorithm>

#include "compare/kind.h"

namespace tally {
namespace {

bool HasTitle(const std::vector<ReadingGroup>& readings) {
  return std::ranges::any_of(readings, [](const ReadingGroup& reading) {
    return std::ranges::any_of(reading.items,
                               [](const ComparedClaim* item) { return item->claim->field == Field::kTitle; });
  });
}

SeverityVerdict OfDates(const Extremes& extremes) {
  const DateRange& early = extremes.low->claim().value.date;
  const DateRange& late = extremes.high->claim().value.date;
  if (!early.last || !late.first) return {Severity::kLow, "the dates differ"};
  if (YearOf(*early.last) != YearOf(*late.first)) return {Severity::kHigh, "the years differ"};
  int days = static_cast<int>((*late.first - *early.last).count());
  if (days >= kMediumDays) return {Severity::kMedium, "a month or more apart"};
  return {Severity::kLow, "less than a month apart"};
}

// One side gives control of the company, the other does not.
bool CrossesMajority(const ReadingGroup& reading, const Gap& gap) {
  bool stake = reading.claim().rule_id() == "equity_share" && reading.measure().unit_class == "percent";
  return stake && gap.below < Decimal(kMajorityPercent) && gap.above >= Decimal(kMajorityPercent);
}

SeverityVerdict OfGap(const Extremes& extremes, const Gap& gap) {
  if (gap.below.is_negative() != gap.above.is_negative()) return {Severity::kHigh, "the signs differ"};
  std::string times = TimesText(gap);
  if (IsTimes(gap, kMagnitudeFactor)) return {Severity::kHigh, "apart by a factor of " + times + " or more"};
  if (IsTimes(gap, kHighFactor))
    return {Severity::kHigh, "the larger is " + times + " times the smaller or more"};
  if (CrossesMajority(*extremes.low, gap)) return {Severity::kHigh, "one is a majority, the other is not"};
  Decimal tenth = Decimal(1) + Decimal(kMediumPercent).Scaled(-2);
  if (IsTimes(gap, tenth))
    return {Severity::kMedium, "apart by " + std::to_string(kMediumPercent) + " % or more"};
  return {Severity::kLow, "apart by less than " + std::to_string(kMediumPercent) + " %"};
}

}  // namespace

SeverityVerdict SeverityOf(FindingKind kind, const std::vector<ReadingGroup>& readings) {
  if (kind == FindingKind::kCorroboration) return {Severity::kLow, "the sources agree"};
  if (kind == FindingKind::kCurrencyConflict) return {Severity::kHigh, "the same number in another currency"};
  if (kind == FindingKind::kPartyConflict) return {Severity::kHigh, "the parties differ"};
  if (kind == FindingKind::kStatusConflict) return {Severity::kMedium, "the status differs"};
  bool conflict = kind != FindingKind::kSuperseded;
  if (conflict && HasTitle(readings)) return {Severity::kHigh, "a title is concerned"};
  Extremes extremes = ExtremesOf(readings);
  SeverityVerdict verdict{Severity::kMedium, "the values differ"};
  if (kind == FindingKind::kDateConflict) {
    verdict = OfDates(extremes);
  } else if (std::optional<Gap> gap = GapOf(extremes)) {
    verdict = OfGap(extremes, *gap);
  }
  // An update is news, no mistake: it never alarms.
  if (!conflict && verdict.severity == Severity::kHigh) verdict.severity = Severity::kMedium;
  return verdict;
}

}  // namespace tally
