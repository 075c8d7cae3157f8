// The Chinese lunar calendar by its present rules (GB/T 33661-2017: months begin at the new moon, told in
// China's standard time), as ICU computes it. Known from lunar year 1900 to 2100, for which the rules and
// the almanacs agree; thread-safe, a year is computed once.
#pragma once

#include <optional>

#include "base/date.h"

namespace tally {

// A lunar year is named by the Gregorian year in which it begins.
struct LunarMonth {
  int year = 0;
  int month = 0;      // 1..12
  bool leap = false;  // the second month of its number
  bool operator==(const LunarMonth&) const = default;
};

struct LunarDate {
  LunarMonth month;
  int day = 0;  // 1..30
  bool operator==(const LunarDate&) const = default;
};

// The days of a lunar month; nullopt where its year has no such month or is not known.
std::optional<DateRange> LunarMonthDays(const LunarMonth& month);
// nullopt where the month has no such day.
std::optional<Day> GregorianDay(const LunarDate& date);
std::optional<LunarDate> LunarDateOf(Day day);

}  // namespace tally
