// Findings as workflow commands of GitHub Actions, which show them at the lines of a pull request
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
#pragma once

#include <string>
#include <vector>

#include "compare/finding.h"

namespace tally {

// One command a finding: ::error for high severity, ::warning for medium, ::notice for low, at the member
// that lies in `focus` (the files under check). Columns are left out where the quote spans lines: GitHub
// rejects them there.
std::string GithubAnnotations(const std::vector<Finding>& findings,
                              const std::vector<std::string>& focus = {});

}  // namespace tally
