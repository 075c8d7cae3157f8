// Days and times in the zones of the IANA database, by ICU. Thread-safe.
#pragma once

#include <chrono>
#include <string>

#include "base/date.h"

namespace tally {

// "Asia/Taipei", "UTC".
bool IsTimeZone(const std::string& name);

struct ZonedTime {
  Day day;
  int minute = 0;  // of the day
  int offset = 0;  // minutes that the zone is ahead of UTC just then
};
// `minute`: of the day in UTC; `zone`: one of IsTimeZone.
ZonedTime TimeInZone(Day day, int minute, const std::string& zone);

}  // namespace tally
