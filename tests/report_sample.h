// A report made by hand, for the tests of the renderers: an investment in three readings, an update, an
// agreement, and documents that attack whoever shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/check_report.h"

namespace tally {

// A money value; empty unit: no currency named. Numbers are plain decimals.
Value Money(std::string_view unit, std::string_view lo, std::string_view hi);

// A claim at the first `quote` inside `context`, in document `doc`.
Claim MakeClaim(const std::string& doc, std::size_t line, const std::string& context,
                const std::string& quote, Value value);

ReportInput SampleReport();

// A check that found these, of the documents `focus`.
CheckReport CheckOf(const std::vector<Finding>& findings, const std::vector<std::string>& focus = {});

}  // namespace tally
