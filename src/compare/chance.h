// Are two figures of one story one keystroke apart by chance? Of two digits a fifth of all other figures are
// a digit away, and a text on results, votes or prices states dozens: where the slip itself is no rare one,
// only what the figures were read as tells that one of them is mistyped. Pure; thread-safe.
#pragma once

#include "compare/compared_claim.h"
#include "compare/namesakes.h"
#include "rules/thresholds.h"

namespace tally {

// Of two documents, one slip apart (compare/slip.h). `names`: of the story; nullptr where there are none.
bool MayBeChance(const ComparedClaim& a, const ComparedClaim& b, const Namesakes* names,
                 const Thresholds& limits);

}  // namespace tally
