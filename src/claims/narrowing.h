// What narrows the whole that a figure is of: the place that is named behind it (450 jobs in Leeds), the part
// that its noun names (services inflation, emissions from transport, cases of juice), the part of its year
// (for the six months). Two figures that are narrowed in different ways do not contradict each other. What
// was left out of an amount (excluding one-off items) makes it another amount. The words stand in
// rules/words/narrowing.txt.
#pragma once

#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/sentence.h"
#include "rules/rule_set.h"

namespace tally {

// Where a claim stands in the block's folded text.
struct ClaimPlace {
  TextSpan anchor;  // from the cue to the figure
  TextSpan cue;     // empty where none made the claim
  TextSpan figure;
};

// Ids of places ("leeds"), words of the list ("services") and of the text ("juice", "6 month"), sorted, each
// once; empty for the whole. What has a blank in it ("frozen sales", "6 month", "to date", "a margin") is
// told with its noun, and never the whole: see IsOwnPart. Who the claim is about and whom it names narrow
// nothing.
std::vector<std::string> NarrowedTo(const Sentence& sentence, const ClaimPlace& place, const Claim& claim,
                                    const RuleSet& rules);

// Of what is told with its noun a text never means the whole.
inline bool IsOwnPart(const std::string& narrowed) { return narrowed.find(' ') != std::string::npos; }

// The stage of a claim whose cue tells none: "adjusted" of an amount that leaves something out, "base" of one
// of a year before with which another is compared; empty for all others.
std::string StageByWords(const Sentence& sentence, const ClaimPlace& place, const RuleSet& rules);

}  // namespace tally
