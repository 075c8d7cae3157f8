#include "cli/check_day.h"

#include <chrono>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "cli/arguments.h"

namespace tally {

Day Today() {
  using std::chrono::floor;
  std::chrono::sys_seconds now = floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0')
    now = std::chrono::sys_seconds(std::chrono::seconds(CountOf("SOURCE_DATE_EPOCH", epoch)));
  return floor<std::chrono::days>(now);
}

}  // namespace tally
