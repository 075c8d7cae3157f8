// Findings in the Reviewdog Diagnostic Format (rdjson: the JSON form of its DiagnosticResult message), which
// reviewdog turns into comments of a review.
#pragma once

#include <string>

#include "report/check_report.h"

namespace tally {

// A diagnostic for each finding that is not suppressed, the other sides as related locations. Columns are
// bytes of UTF-8, from 1, and the end is exclusive; they are left out where the bytes of the document are not
// known. Messages are Markdown, as reviewdog posts them.
std::string RdjsonReport(const CheckReport& check);

}  // namespace tally
