// A claim as one line of JSON, written straight into a buffer: what ClaimJsonLine (report/claim_json.h) says
// of it, byte for byte, without a tree in between. A text dense with figures is mostly this output.
#pragma once

#include <string>

#include "claims/claim.h"

namespace tally {

// Appends the line without its line feed.
void AppendClaimLine(const Claim& claim, std::string& out);

}  // namespace tally
