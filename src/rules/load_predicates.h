// Reads rules/predicates/<id>.json into PredicateRule. Unknown and duplicate keys are errors that name the
// allowed keys.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace tally {

// Appends the predicate to `predicates`, or what is wrong with the file to `errors`.
void LoadPredicate(const RuleFile& file, const std::string& id, std::vector<PredicateRule>& predicates,
                   std::vector<RuleError>& errors);

}  // namespace tally
