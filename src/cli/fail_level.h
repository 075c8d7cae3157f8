// --fail-level and --fail-exposed: from which severity on a finding makes the exit status 1.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "compare/finding.h"

namespace tally {

// nullopt: never.
std::optional<Severity> FailLevelOf(const Invocation& invocation, const std::string& otherwise,
                                    const std::string& option = "fail-level");
// Only conflicts count: a newer figure and an agreement are no fault.
bool ReachesFailLevel(const std::vector<Finding>& findings, std::optional<Severity> level);

}  // namespace tally
