// The days that parts of years and months cover.
#pragma once

#include "base/date.h"
#include "quantities/vocabulary.h"

namespace tally {

// Months past December are of the next year (winter: December to February).
DateRange MonthsOf(int year, int first_month, int last_month);
// A part of a year, or of January where the part is one of a month.
DateRange PartOfYear(int year, const DatePart& part);
// 三季度末, 上半年初: the last month of a part of a year of several months, or its first.
DateRange EndOfPart(int year, const DatePart& part, bool last);
DateRange PartOfMonth(int year, int month, const DatePart& part);
DateRange WholeMonth(int year, int month);

// Two digits of a year: the century that puts it at most kFutureYears after `reference` (the publication),
// else the one before.
int ExpandTwoDigitYear(int digits, std::optional<Day> reference);

// Whether a day without a year, put into the reference's, lies so far ahead of it that it is of the year
// before.
bool IsFarAhead(Day day, Day reference);

// The year of a month or day without one: the reference's, unless that lies too far ahead of it, then the
// year before. nullopt without a reference.
std::optional<int> YearOfBareMonth(int month, std::optional<Day> reference, int day = 1);

// So many months later (or earlier), counted from year 0: {year, month 1..12}.
struct YearMonth {
  int year;
  int month;
};
YearMonth AddMonths(int year, int month, int months);
// The same day of another month, or the last one that it has: a month after 31 January is 28 February.
Day AddMonths(Day day, int months);

}  // namespace tally
