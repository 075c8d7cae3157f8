// How much the parties that two figures are said of speak for one thing. Pure; thread-safe.
#pragma once

#include "claims/claim.h"
#include "compare/namesakes.h"
#include "rules/rule_set.h"

namespace tally {

// Both name the same, in whatever roles: 3. One names all that the other names: 2. Each names somebody else:
// -1. One names by a noun what it is about (the banks, the tunnel), or they share one of two: 0.
// `names`: of the story; nullptr where one text alone tells it.
int PartyPoints(const Claim& a, const Claim& b, const Namesakes* names, const RuleSet& rules);

}  // namespace tally
