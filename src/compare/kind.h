// Which kind of finding a draft is (the stable ids of the output contract).
#pragma once

#include <vector>

#include "compare/readings.h"
#include "rules/thresholds.h"

namespace tally {

FindingKind KindOf(const Draft& draft, const std::vector<ReadingGroup>& readings, const Thresholds& limits);

}  // namespace tally
