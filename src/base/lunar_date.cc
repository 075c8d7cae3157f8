// A table of month lengths for each year, filled from ICU when the year is first asked for: making a calendar
// in ICU takes far longer than reading a sentence.
#include "base/lunar_date.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <array>
#include <chrono>
#include <memory>
#include <mutex>

namespace tally {
namespace {

using std::chrono::days;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kMostMonths = 13;
// ICU counts the years of the calendar from 2637 before the common era.
constexpr int kEpoch = 2637;
constexpr double kMillisecondsOfDay = 86400000.0;

struct LunarYear {
  int months = 0;                                // 12, or 13 with a leap month; 0 where ICU knows nothing
  int leap = 0;                                  // the number of the leap month, or 0
  std::array<Day, kMostMonths + 1> starts = {};  // and where the next year begins

  // Which of the months, from 0; nullopt where the year has none such.
  std::optional<int> IndexOf(int month, bool is_leap) const {
    if (months == 0 || month < 1 || month > 12 || (is_leap && month != leap)) return std::nullopt;
    bool behind_leap = leap > 0 && (month > leap || is_leap);
    return month - 1 + (behind_leap ? 1 : 0);
  }
};

LunarYear Compute(int year) {
  UErrorCode status = U_ZERO_ERROR;
  // The fields are told in China's time by the calendar itself; its own zone only names the day.
  std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      icu::TimeZone::getGMT()->clone(), icu::Locale("zh@calendar=chinese"), status));
  LunarYear lunar;
  if (U_FAILURE(status) || !calendar) return lunar;
  calendar->clear();
  calendar->set(UCAL_EXTENDED_YEAR, year + kEpoch);
  calendar->set(UCAL_MONTH, 0);
  calendar->set(UCAL_IS_LEAP_MONTH, 0);
  calendar->set(UCAL_DATE, 1);
  auto day = Day(days(static_cast<int>(calendar->getTime(status) / kMillisecondsOfDay)));
  int count = 0;
  while (count <= kMostMonths && U_SUCCESS(status)) {
    calendar->setTime(static_cast<double>(day.time_since_epoch().count()) * kMillisecondsOfDay, status);
    lunar.starts[static_cast<std::size_t>(count)] = day;
    if (calendar->get(UCAL_EXTENDED_YEAR, status) != year + kEpoch) break;
    if (calendar->get(UCAL_IS_LEAP_MONTH, status) != 0) lunar.leap = calendar->get(UCAL_MONTH, status) + 1;
    // A month has 29 days or 30.
    day += days(calendar->getActualMaximum(UCAL_DATE, status));
    ++count;
  }
  bool whole = U_SUCCESS(status) && count == (lunar.leap > 0 ? kMostMonths : kMostMonths - 1);
  if (whole) lunar.months = count;
  return lunar;
}

const LunarYear* YearTable(int year) {
  constexpr std::size_t kYears = kLastYear - kFirstYear + 1;
  static std::array<std::once_flag, kYears> computed;
  static std::array<LunarYear, kYears> years;
  if (year < kFirstYear || year > kLastYear) return nullptr;
  auto i = static_cast<std::size_t>(year - kFirstYear);
  std::call_once(computed[i], [&] { years[i] = Compute(year); });
  return years[i].months > 0 ? &years[i] : nullptr;
}

}  // namespace

std::optional<DateRange> LunarMonthDays(const LunarMonth& month) {
  const LunarYear* year = YearTable(month.year);
  auto index = year != nullptr ? year->IndexOf(month.month, month.leap) : std::nullopt;
  if (!index) return std::nullopt;
  auto i = static_cast<std::size_t>(*index);
  return DateRange{year->starts[i], year->starts[i + 1] - days(1)};
}

std::optional<Day> GregorianDay(const LunarDate& date) {
  auto month = LunarMonthDays(date.month);
  if (!month || date.day < 1 || date.day > *month->days()) return std::nullopt;
  return *month->first + days(date.day - 1);
}

std::optional<LunarDate> LunarDateOf(Day day) {
  // The lunar year begins in January or February.
  for (int of : {YearOf(day), YearOf(day) - 1}) {
    const LunarYear* year = YearTable(of);
    if (year == nullptr || day < year->starts[0]) continue;
    for (int i = 0; i < year->months; ++i) {
      auto index = static_cast<std::size_t>(i);
      if (day >= year->starts[index + 1]) continue;
      bool behind_leap = year->leap > 0 && i >= year->leap;
      LunarMonth month{of, i + 1 - (behind_leap ? 1 : 0), year->leap > 0 && i == year->leap};
      return LunarDate{month, static_cast<int>((day - year->starts[index]).count()) + 1};
    }
  }
  return std::nullopt;
}

}  // namespace tally
