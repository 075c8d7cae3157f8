// The arithmetic between claims (rules/checks/): parts and their total, growth and its two ends, elapsed time
// and two dates. What fails however the figures are rounded becomes a finding of the kind derived_conflict.
#pragma once

#include <vector>

#include "compare/compare.h"
#include "compare/settings.h"
#include "compare/sources.h"

namespace tally {

// Findings of all checks, each discrepancy once with all places where it stands. Linear in the claims: each
// sentence is looked at by itself, and with the next one.
std::vector<Finding> DerivedFindings(const std::vector<Claim>& claims, const RuleSet& rules,
                                     const SourceIndex& sources, const CompareSettings& settings);

}  // namespace tally
