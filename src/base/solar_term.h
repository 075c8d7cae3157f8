// The 24 solar terms (冬至, 清明): the days on which the sun stands at a multiple of 15 degrees of ecliptic
// longitude, in China's standard time.
#pragma once

#include <optional>

#include "base/date.h"

namespace tally {

// The day of that longitude (0..359) in a Gregorian year, 1900..2100; each comes once in a year. nullopt
// where the moment lies too near to midnight for the formula to tell the day.
std::optional<Day> SolarTermDay(int year, int longitude);

}  // namespace tally
