#include "quantities/date_arithmetic.h"

namespace tally {
namespace {

// News speaks of plans ten years ahead (2035 written as 35 年), of the past for much longer.
constexpr int kFutureYears = 10;
// Where the publication is unknown, two digits are read as of the time of writing this rule.
constexpr int kFallbackYear = 2025;
// A date without a year that would lie more than so many days ahead is of the year before: December in a
// text of January has passed, October in one of April is to come.
constexpr int kFarAhead = 270;

}  // namespace

DateRange MonthsOf(int year, int first_month, int last_month) {
  DateRange first = first_month > 12 ? DateRange::Months(year + 1, first_month - 12, first_month - 12)
                                     : DateRange::Months(year, first_month, first_month);
  DateRange last = last_month > 12 ? DateRange::Months(year + 1, last_month - 12, last_month - 12)
                                   : DateRange::Months(year, last_month, last_month);
  return {first.first, last.last};
}

DateRange WholeMonth(int year, int month) { return DateRange::Months(year, month, month); }

DateRange PartOfMonth(int year, int month, const DatePart& part) {
  DateRange whole = WholeMonth(year, month);
  auto first = MakeDay(year, month, part.first);
  auto last = MakeDay(year, month, part.last);
  return {first ? first : whole.first, last ? last : whole.last};
}

DateRange EndOfPart(int year, const DatePart& part, bool last) {
  int month = last ? part.last : part.first;
  return MonthsOf(year, month, month);
}

DateRange PartOfYear(int year, const DatePart& part) {
  return part.of == DatePart::Of::kYear ? MonthsOf(year, part.first, part.last) : PartOfMonth(year, 1, part);
}

int ExpandTwoDigitYear(int digits, std::optional<Day> reference) {
  int now = reference ? YearOf(*reference) : kFallbackYear;
  int year = now / 100 * 100 + digits;
  return year > now + kFutureYears ? year - 100 : year;
}

bool IsFarAhead(Day day, Day reference) { return (day - reference).count() > kFarAhead; }

std::optional<int> YearOfBareMonth(int month, std::optional<Day> reference, int day) {
  if (!reference) return std::nullopt;
  int year = YearOf(*reference);
  // 29 February: the last leap year, at most eight years back (1900 was none).
  for (int back = 0; back <= 8; ++back) {
    auto exact = MakeDay(year - back, month, day);
    if (exact && !IsFarAhead(*exact, *reference)) return year - back;
  }
  return std::nullopt;
}

YearMonth AddMonths(int year, int month, int months) {
  int all = year * 12 + month - 1 + months;
  return {all / 12, all % 12 + 1};
}

Day AddMonths(Day day, int months) {
  auto [year, month] = AddMonths(YearOf(day), MonthOf(day), months);
  auto of_month = static_cast<unsigned>(std::chrono::year_month_day(day).day());
  auto exact = MakeDay(year, month, static_cast<int>(of_month));
  return exact ? *exact : *WholeMonth(year, month).last;
}

}  // namespace tally
