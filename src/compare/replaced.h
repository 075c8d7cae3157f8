// Older figures that a newer text of the story tells as history: "raised from €100,000 to €250,000" says of
// the older text's €100,000 reward that it is out of date, whatever each text was read to speak of. Pure;
// thread-safe.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/compared_claim.h"
#include "compare/stories.h"
#include "rules/rule_set.h"

namespace tally {

// A draft of superseded figures for each change that newer texts tell and older ones do not know yet: these
// state its first figure as that of the day. `group`: of one group of documents (Stories::GroupOf), in the
// order of documents and spans.
std::vector<Draft> ReplacedFigures(const Items& group, const Stories& stories, const RuleSet& rules);

// Figures of a sentence beyond these are a list, in which no change is looked for.
inline constexpr std::size_t kMostInSentence = 8;

}  // namespace tally
