#include "base/time_zone.h"

#include <unicode/timezone.h>
#include <unicode/ucal.h>

#include <memory>

namespace tally {
namespace {

constexpr double kMillisecondsOfMinute = 60'000;
constexpr int kMinutesOfDay = 24 * 60;

std::unique_ptr<icu::TimeZone> ZoneNamed(const std::string& name) {
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
}

}  // namespace

bool IsTimeZone(const std::string& name) {
  icu::UnicodeString canonical;
  UBool of_system = false;
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getCanonicalID(icu::UnicodeString::fromUTF8(name), canonical, of_system, status);
  return U_SUCCESS(status) && of_system && canonical != icu::UnicodeString(UCAL_UNKNOWN_ZONE_ID);
}

ZonedTime TimeInZone(Day day, int minute, const std::string& zone) {
  double minutes = static_cast<double>(day.time_since_epoch().count()) * kMinutesOfDay + minute;
  std::int32_t standard = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  ZoneNamed(zone)->getOffset(minutes * kMillisecondsOfMinute, false, standard, summer, status);
  int offset = (standard + summer) / static_cast<int>(kMillisecondsOfMinute);
  int local = minute + offset;
  int days = local < 0 ? -1 : local / kMinutesOfDay;
  return {day + std::chrono::days(days), local - days * kMinutesOfDay, offset};
}

}  // namespace tally
