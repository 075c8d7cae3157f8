// Calendar days and ranges of days (proleptic Gregorian, no time zone: a date is what the text prints).
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tally {

using Day = std::chrono::sys_days;

// nullopt where the calendar has no such day (2023-02-29) or the year is outside 1..9999.
std::optional<Day> MakeDay(int year, int month, int day);
// "2025-05-08"; the whole text must be that.
std::optional<Day> ParseIsoDay(std::string_view text);
std::string FormatDay(Day day);
int YearOf(Day day);
int MonthOf(Day day);

// First and last day covered; a missing end is open.
struct DateRange {
  std::optional<Day> first;
  std::optional<Day> last;

  static DateRange Of(Day day) { return {day, day}; }
  static DateRange Year(int year);
  // Whole months of one year, first..last, 1..12.
  static DateRange Months(int year, int first_month, int last_month);

  bool Overlaps(const DateRange& other) const;
  bool Contains(const DateRange& other) const;
  // Days covered; nullopt where an end is open.
  std::optional<int> days() const;
  bool operator==(const DateRange&) const = default;
  // "2023-01-01..2023-03-31", "2019-07-01..", "2025-05-08".
  std::string ToString() const;
};

}  // namespace tally
