// Contradictions that the keys do not show. Two texts of one story, or two passages of one text, state a fact
// in like words, but one of them was read as somebody else's or as something related (cost for price), or
// names less: their keys differ, and compare/clash.h keeps them apart. Here two figures meet where one is the
// other mistyped, the wrong one stands nowhere else, and the words or the parties around them are the same.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "compare/retold.h"
#include "compare/stories.h"
#include "rules/rule_set.h"

namespace tally {

// One draft for each figure that is stated once and is one slip away from a figure stated elsewhere.
// `contradicted`: claims that a conflict names already; they are left out. `items`: all that can be compared,
// whether or not their keys are complete, in the order of documents and spans. `stories`: of their documents
// among all that are compared; `told`: the groups of these (StoryGroups).
std::vector<Draft> Misprints(const std::vector<ComparedClaim>& items, const Stories& stories,
                             const std::vector<StoryGroup>& told, const std::set<const Claim*>& contradicted,
                             const RuleSet& rules);

// What must be the same around two figures: points for the rule, the parties and the words (see the .cc).
inline constexpr int kLeastEvidence = 5;
// A document's figures beyond these are a table's, and not looked at.
inline constexpr std::size_t kMostFigures = 1000;
// Figures that share a signature with more others than this are lists.
inline constexpr std::size_t kMostAlike = 48;

}  // namespace tally
