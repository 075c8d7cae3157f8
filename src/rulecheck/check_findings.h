// Runs the examples that the checks carry: short texts that must give a finding, and texts that must not.
#pragma once

#include <vector>

#include "rulecheck/check_examples.h"

namespace tally {

// Appends the results of all checks, in their order. An example that finds passes where the check itself
// makes a finding with the quote and the arithmetic that it names; a silent one where the check makes none.
void AddCheckExamples(const RuleSet& rules, const Extractor& extractor, const DocumentWords& words,
                      std::vector<ExampleResult>& results);

}  // namespace tally
