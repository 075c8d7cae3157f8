// A claim as a row of the table `claims`, exactly: what is read back equals what was written. Only malformed
// UTF-8 in the lines of the trace comes back as U+FFFD, since JSON cannot hold it. The path and the hash of
// the document are kept in `documents`, not here.
#pragma once

#include <string>

#include "claims/claim.h"
#include "store/database.h"

namespace tally {

// The columns that hold a claim's fields, each with the prefix: "c.claim_id, c.span_start, …".
std::string ClaimColumns(std::string_view prefix);
std::size_t ClaimColumnCount();

// Binds the fields in the order of ClaimColumns.
void BindClaim(const Claim& claim, Statement& statement);

// Reads the fields from the columns that begin at `first_column`. Throws UserError where the row holds what
// no tally has written.
Claim ReadClaim(const Statement& statement, int first_column);

}  // namespace tally
