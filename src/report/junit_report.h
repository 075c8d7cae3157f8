// Findings as the XML of JUnit, which most CI systems show as test results.
#pragma once

#include <string>

#include "report/check_report.h"

namespace tally {

// A suite for each document that a finding points at or that is under check, and in it a case for each
// finding: failed where it is a conflict, skipped where it is suppressed, passed with its text where it is no
// conflict or only exposed. A document without findings has one passed case. Inputs that could not be read
// are a suite of cases in error. XML 1.0, UTF-8; no time stamps.
std::string JunitReport(const CheckReport& check);

}  // namespace tally
