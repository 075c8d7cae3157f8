// What narrows the whole that a figure is of: the place that is named behind it (450 jobs in Leeds), the part
// that its noun names (services inflation), what was left out of it (excluding one-off items). Two figures
// that are narrowed in different ways do not contradict each other. The words stand in
// rules/words/narrowing.txt.
#pragma once

#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/sentence.h"
#include "rules/rule_set.h"

namespace tally {

// Ids of places ("leeds") and words of the list ("services"), sorted, each once; empty for the whole.
// `anchor`: from the cue to the figure, in the block's folded text; who the claim is about and whom it names
// narrow nothing.
std::vector<std::string> NarrowedTo(const Sentence& sentence, TextSpan anchor, const Claim& claim,
                                    const RuleSet& rules);

}  // namespace tally
