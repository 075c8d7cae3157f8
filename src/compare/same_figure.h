// One figure in two texts of one story. Few figures are alike by chance, and fewer of them in texts that
// already share several: what one text says of a figure the other is likely to say of the same thing, whoever
// it was read to be about. Pure; thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "compare/stories.h"
#include "rules/rule_set.h"

namespace tally {

// Two claims of two texts of one story.
struct FigurePair {
  const ComparedClaim* first = nullptr;
  const ComparedClaim* second = nullptr;
  // By the figure itself: many digits, or few of a kind that is rarely said (19 stations). Else both were
  // read as the same (9 missing), which is a hint alone.
  bool telling = false;
};

// All pairs that state one figure of one kind, neither is denied, and no times or stages that they
// give differ. Dates are left out: of one day there is much to tell. `group`: of one
// group of documents (Stories::GroupOf). Sorted by figure, then as in the group.
std::vector<FigurePair> PairsOfOneFigure(const Items& group, const Stories& stories, const RuleSet& rules);

// Figures that stand in more places of a story are a list's, and tell nothing.
inline constexpr std::size_t kMostTold = 24;

}  // namespace tally
