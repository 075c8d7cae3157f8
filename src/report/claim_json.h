// The output contract for one claim: a line of `extract --format jsonl`, and a member of the JSON report.
// schemas/claim.schema.json says the same for machines.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "claims/claim.h"

namespace tally {

// Keys in the order of the contract. Strings hold the original bytes; only DumpJson turns them into text.
nlohmann::ordered_json ClaimToJson(const Claim& claim);

// One line, without its line feed.
std::string ClaimJsonLine(const Claim& claim);

}  // namespace tally
