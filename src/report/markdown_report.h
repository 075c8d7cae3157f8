// The report as GitHub-flavoured Markdown: discrepancies, updates, corroborations, documents.
#pragma once

#include <string>

#include "report/report_input.h"

namespace tally {

std::string MarkdownReport(const ReportInput& input);

}  // namespace tally
