// What a run without findings must say for itself: that it looked at nothing, or could not fail.
#pragma once

#include <string>
#include <vector>

#include "cli/check_judgement.h"
#include "cli/proof.h"

namespace tally {

// Throws UserError where no rule can find anything, so that any set of articles would be clean.
void RequireRules(const RuleSet& rules);

// A line each: "no rule claims any of the 12 numbers: nothing was compared".
std::vector<std::string> CheckNotes(const CheckOptions& options, const Proof& proof,
                                    const CheckJudgement& judgement);

}  // namespace tally
