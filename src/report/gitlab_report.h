// Findings as a Code Quality report of GitLab (artifacts:reports:codequality), which shows them in a merge
// request.
#pragma once

#include <string>

#include "report/check_report.h"

namespace tally {

// A JSON array with an object for each finding that is not suppressed: description, check_name, fingerprint
// (each once), severity (critical, major, minor; info for what is no conflict or only exposed), location.
// Findings without a place are left out: GitLab refuses them.
std::string GitlabReport(const CheckReport& check);

}  // namespace tally
