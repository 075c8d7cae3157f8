// The report for programs; schemas/report.schema.json describes it.
#pragma once

#include <string>
#include <vector>

#include "report/finding_state.h"
#include "report/report_input.h"

namespace tally {

// Two-space indented, with a line feed at the end. Everything in the order given: sorting is the caller's.
// `states`, where there are any: by finding.
std::string JsonReport(const ReportInput& input, const std::vector<FindingState>& states = {});

}  // namespace tally
