// The part of the lint that looks at entities, units and word lists; see lint_rules.h for the checks.
#pragma once

#include <vector>

#include "rulecheck/rule_note.h"

namespace tally {

void LintTables(const std::vector<RuleFile>& files, const RuleSet& rules, const RulePlaces& places,
                std::vector<RuleNote>& notes);

}  // namespace tally
