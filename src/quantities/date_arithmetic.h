// The days that parts of years and months cover.
#pragma once

#include "base/date.h"
#include "quantities/vocabulary.h"

namespace tally {

// Months past December are of the next year (winter: December to February).
DateRange MonthsOf(int year, int first_month, int last_month);
// A part of a year, or of January where the part is one of a month.
DateRange PartOfYear(int year, const DatePart& part);
DateRange PartOfMonth(int year, int month, const DatePart& part);
DateRange WholeMonth(int year, int month);

// Two digits of a year: the century that puts it at most kFutureYears after `reference` (the publication),
// else the one before.
int ExpandTwoDigitYear(int digits, std::optional<Day> reference);

// A month without a year: the last one that is not after the reference. nullopt without a reference.
std::optional<int> YearOfBareMonth(int month, std::optional<Day> reference);

}  // namespace tally
