// Claims won, lost and changed, as the two commands that tell of them print them.
#pragma once

#include <string>
#include <vector>

#include "compare/claim_change.h"

namespace tally {

// change, where, figure, claim, before, after.
std::vector<std::string> ChangeHeader();
// Of a changed claim only what differs; of the others all of it.
std::vector<std::string> ChangeRow(const ClaimChange& change);
// {"change", "parts", "before", "after"}, with its line feed; a claim that is not there is null.
std::string ChangeJsonLine(const ClaimChange& change);

}  // namespace tally
