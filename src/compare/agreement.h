// Claims that say the same: candidates for corroboration. A cluster shares a point, all of its members
// together; that each two of them overlap would not be enough.
#pragma once

#include <vector>

#include "compare/compared_claim.h"
#include "rules/thresholds.h"

namespace tally {

// A draft for each cluster of two claims or more that agree in value and do not contradict in time and stage.
std::vector<Draft> Agreements(const ComparableSet& set, const Thresholds& limits);

// Vague claims that merely leave room for a value are listed beside it, this many at most.
inline constexpr std::size_t kMaxCompatible = 8;
// …and no more than these are looked at, so that a text of a million vague figures takes linear time.
inline constexpr std::size_t kMaxVague = 64;

}  // namespace tally
