// Jean Meeus, Astronomical Algorithms (2nd edition), chapter 25: the apparent longitude of the sun to 0.01
// degrees, and chapter 27: the correction of a guessed moment.
#include "base/solar_term.h"

#include <chrono>
#include <cmath>
#include <numbers>

namespace tally {
namespace {

constexpr double kRadian = std::numbers::pi / 180;
constexpr double kJ2000 = 2451545.0;
constexpr double kUnixEpoch = 2440587.5;  // as a Julian date
constexpr double kChinaTime = 8.0 / 24;
// 0.01 degrees are a quarter of an hour of the sun's way; the clocks' drift (Delta T) adds a few minutes.
constexpr double kUnsure = 25.0 / (24 * 60);

double ApparentLongitude(double julian) {
  double t = (julian - kJ2000) / 36525;
  double mean = 280.46646 + t * (36000.76983 + t * 0.0003032);
  double anomaly = (357.52911 + t * (35999.05029 - t * 0.0001537)) * kRadian;
  double center = (1.914602 - t * (0.004817 + t * 0.000014)) * std::sin(anomaly) +
                  (0.019993 - t * 0.000101) * std::sin(2 * anomaly) + 0.000289 * std::sin(3 * anomaly);
  double node = (125.04 - 1934.136 * t) * kRadian;
  return mean + center - 0.00569 - 0.00478 * std::sin(node);
}

}  // namespace

std::optional<Day> SolarTermDay(int year, int longitude) {
  if (year < 1900 || year > 2100 || longitude < 0 || longitude >= 360) return std::nullopt;
  Day first = *MakeDay(year, 1, 1);
  // The year begins with the sun at about 280 degrees.
  double ahead = (longitude + 80) % 360 / 360.0 * 365.2422;
  double julian = kUnixEpoch + static_cast<double>(first.time_since_epoch().count()) + ahead;
  for (int step = 0; step < 5; ++step)
    julian += 58 * std::sin((longitude - ApparentLongitude(julian)) * kRadian);
  double local = julian - kUnixEpoch + kChinaTime;
  double day = std::floor(local);
  if (local - day < kUnsure || local - day > 1 - kUnsure) return std::nullopt;
  return Day(std::chrono::days(static_cast<int>(day)));
}

}  // namespace tally
