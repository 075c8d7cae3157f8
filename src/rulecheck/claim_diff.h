// What two sets of rules make of the same text: claims won, lost and changed.
#pragma once

#include <vector>

#include "compare/claim_change.h"

namespace tally {

// `before` and `after` are all claims of one document, in the order of the text; figures that no rule claims
// are left out. In the order of the text. Rule, confidence and trace are no difference.
std::vector<ClaimChange> DiffClaims(const std::vector<Claim>& before, const std::vector<Claim>& after);

}  // namespace tally
