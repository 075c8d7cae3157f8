// Comparing only what some documents can touch: what one new article is checked by. The result is that of a
// full comparison (compare/compare.h), which a test compares it with.
#pragma once

#include <set>
#include <string>

#include "compare/compare.h"

namespace tally {

// Of the findings of `input` those that one of `documents` (named by hash, by path where they have none) has
// a part in. `claims_compared` counts the claims that these documents were compared with, and their own.
CompareResult CompareAbout(const CompareInput& input, const std::set<std::string>& documents,
                           const RuleSet& rules);

// The documents that `documents` may meet: those whose findings may be others when these change.
std::set<std::string> DocumentsMeeting(const CompareInput& input, const std::set<std::string>& documents,
                                       const RuleSet& rules);

}  // namespace tally
