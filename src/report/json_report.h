// The report for programs; schemas/report.schema.json describes it.
#pragma once

#include <string>

#include "report/report_input.h"

namespace tally {

// Two-space indented, with a line feed at the end. Everything in the order given: sorting is the caller's.
std::string JsonReport(const ReportInput& input);

}  // namespace tally
