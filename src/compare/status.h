// What one text says is done and another says is planned, or denies.
#pragma once

#include <vector>

#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// Drafts of contradictions in status between the equal values of one set: what another text denies flatly,
// and what is planned in one text and done in another of the same day. A plan that is done later is no
// contradiction. Linear but for sorting.
std::vector<Draft> StatusClashes(const ComparableSet& set, const RuleSet& rules);

}  // namespace tally
