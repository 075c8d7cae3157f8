// 亏损高达34亿元, "as many as 9,000 jobs": whoever writes so says that the figure is reached. As bounds two
// of them leave room for each other, whatever they are; as the highest that there is, they contradict. Pure;
// thread-safe.
#pragma once

#include <vector>

#include "compare/compared_claim.h"

namespace tally {

// Copies of the items that state a maximum (Modifier::kUpTo), in the same order, with that maximum as their
// figure: strict and lenient intervals reach as far below it as the bound's reach above.
std::vector<ComparedClaim> Maxima(const std::vector<ComparedClaim>& items);

}  // namespace tally
