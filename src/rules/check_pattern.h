// Reads the patterns of checks: plain words with {roles}, alternatives [a|b], options [a|], and gaps, of
// which
// "..." stays within a clause, "..,.." also crosses commas, and "..;.." the end of a sentence too. {role+} is
// a list of two figures or more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/check_rule.h"

namespace tally {

// What is wrong is said in `error`; nullopt then. Sets CheckRole::many of roles that a list fills.
std::optional<CheckPattern> ParseCheckPattern(const std::string& source, std::vector<CheckRole>& roles,
                                              std::string& error);

}  // namespace tally
