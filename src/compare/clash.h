// Claims that cannot all be true: contradictions, and updates where the newer ones replace the older.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "rules/thresholds.h"

namespace tally {

// Drafts of conflicts and of superseded figures of one set. Linear in the set but for sorting: who
// contradicts anyone is found from the lowest upper and the highest lower edge.
std::vector<Draft> Clashes(const ComparableSet& set, const Thresholds& limits);

}  // namespace tally
