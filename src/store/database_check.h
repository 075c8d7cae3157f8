// Whether a database is whole: SQLite's own checks, and what always holds of our rows. Reads everything,
// changes nothing.
#pragma once

#include <string>
#include <vector>

#include "store/claim_store.h"

namespace tally {

// What is wrong, a line each; empty where nothing is. Throws UserError where the file cannot be read at all.
std::vector<std::string> CheckDatabase(const ClaimStore& store);

}  // namespace tally
