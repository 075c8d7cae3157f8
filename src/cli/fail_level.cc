#include "cli/fail_level.h"

#include <algorithm>

#include "cli/arguments.h"

namespace tally {

std::optional<Severity> FailLevelOf(const Invocation& invocation, const std::string& otherwise,
                                    const std::string& option) {
  return SeverityFromName(
      Choice("--" + option, invocation.Text(option.c_str(), otherwise), {"none", "low", "medium", "high"}));
}

bool ReachesFailLevel(const std::vector<Finding>& findings, std::optional<Severity> level) {
  return level && std::ranges::any_of(findings, [&](const Finding& finding) {
           return finding.verdict == Verdict::kConflict && finding.severity >= *level;
         });
}

}  // namespace tally
