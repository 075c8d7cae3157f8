// The day on which a check runs.
#pragma once

#include "base/date.h"

namespace tally {

// In UTC. SOURCE_DATE_EPOCH, seconds since 1970, stands for the clock where it is set
// (https://reproducible-builds.org/specs/source-date-epoch), so that a run can be made again.
Day Today();

}  // namespace tally
