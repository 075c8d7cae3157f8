// The report as one self-contained page: no script, nothing loaded, readable from 360 pixels up, in light and
// dark, on paper. A Content-Security-Policy forbids what the escaping should have prevented.
#pragma once

#include <string>

#include "report/report_input.h"

namespace tally {

std::string HtmlReport(const ReportInput& input);

}  // namespace tally
