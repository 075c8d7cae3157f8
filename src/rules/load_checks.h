// Reads rules/checks/<id>.json into CheckRule. Unknown and duplicate keys are errors that name the allowed
// keys.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace tally {

// Appends the check to `checks`, or what is wrong with the file to `errors`.
void LoadCheck(const RuleFile& file, const std::string& id, std::vector<CheckRule>& checks,
               std::vector<RuleError>& errors);

}  // namespace tally
