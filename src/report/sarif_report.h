// Findings as SARIF 2.1.0 (OASIS standard), as GitHub's code scanning and editors read it.
#pragma once

#include <cstddef>
#include <string>

#include "report/check_report.h"

namespace tally {

// What GitHub's code scanning takes ("SARIF results exceed one or more limits" in its documentation): a file
// with more is refused whole.
struct SarifLimits {
  std::size_t results = 25'000;         // in a run; GitHub shows 5,000 of them, the severe ones
  std::size_t locations = 1'000;        // of a result
  std::size_t gzip_bytes = 10'000'000;  // of the file, packed
};

// One run: a rule for each kind of finding, with help; a result for each finding, suppressed ones marked; the
// other sides as related locations that the message links to; columns in code points. Where the limits ask
// for it the least severe results are left out, suppressed ones first, and a notification says how many.
std::string SarifReport(const CheckReport& check, const SarifLimits& limits = {});

}  // namespace tally
