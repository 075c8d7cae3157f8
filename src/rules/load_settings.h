// The two tables that say how the comparison judges: thresholds.tsv and the user's sources.tsv. Errors are
// collected with their lines.
#pragma once

#include <vector>

#include "rules/rule_set.h"

namespace tally {

// All names of Thresholds must be there, each once, with a whole number from 0 to kMaxThreshold.
void LoadThresholds(const RuleFile& file, Thresholds& thresholds, std::vector<RuleError>& errors);

// name ⇥ rank ⇥ other names (|)
void LoadSourceRanks(const RuleFile& file, SourceRanks& ranks, std::vector<RuleError>& errors);

}  // namespace tally
