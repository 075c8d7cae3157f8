// What tells a figure from others of few digits. Pure; thread-safe.
#pragma once

#include <string>

#include "claims/claim.h"
#include "rules/rule_set.h"

namespace tally {

// What a figure counts, or its currency; empty where that says little (people, companies).
std::string TellingUnit(const Claim& claim, const RuleSet& rules);

}  // namespace tally
