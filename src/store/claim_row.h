// A claim as a row of the table `claims`, exactly: what is read back equals what was written. Only malformed
// UTF-8 in the lines of the trace comes back as U+FFFD, since JSON cannot hold it. The path and the hash of
// the document are kept in `documents`, not here.
#pragma once

#include <string>

#include "claims/claim.h"
#include "store/database.h"

namespace tally {

// The columns that hold a claim's fields, and the tables that they are read from: claims c, documents d,
// sentences x, traces t.
std::string ClaimColumns();
std::string ClaimTables();

// Takes the id of the document and the position, then what BindClaim binds.
std::string InsertClaimSql();
// `sentence` and `trace`: the rows of those tables that hold the claim's own.
void BindClaim(const Claim& claim, std::int64_t sentence, std::int64_t trace, Statement& statement);

// What the row of the sentence holds beside the context: the quote, where it does not stand in it.
std::string BesideContext(const Claim& claim);
// The trace as the table `traces` has it.
std::string TraceLines(const Claim& claim);

// Reads the fields from the columns that begin at `first_column`. Throws UserError where the row holds what
// no tally has written.
Claim ReadClaim(const Statement& statement, int first_column);

}  // namespace tally
