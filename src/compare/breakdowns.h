// Lists that divide a total told shortly before them: 203 cases … by age, 131, 52 and 30.
#pragma once

#include <vector>

#include "compare/check_matcher.h"
#include "rules/rule_set.h"

namespace tally {

// In sentences with one of the check's `with`, and none of its `without`: each list of three amounts or more
// of one unit (role "parts") with the amount of that unit, in the sentence or in those shortly before, that
// their sum misses by one slip of the hand (role "total"). A list says seldom that it is complete; one that
// comes so near to a total was meant to be. None where the document states the sum itself.
std::vector<Binding> BreakdownBindings(const CheckRule& check, const std::vector<FigureLine>& lines);

}  // namespace tally
