// Claims as tables. Columns: doc, line, quote, value, predicate, subject, object, period, modality.
#pragma once

#include <string>
#include <vector>

#include "claims/claim.h"

namespace tally {

// For a terminal: columns aligned by display width (a Chinese character is two columns wide), long cells cut
// with "…".
std::string ClaimTable(const std::vector<Claim>& claims);

// CSV (report/csv.h) with a header line. After `value`, which is for people, stand min, max and unit, for
// calculation.
std::string ClaimCsv(const std::vector<Claim>& claims);

// A table of GitHub-flavoured Markdown.
std::string ClaimMarkdown(const std::vector<Claim>& claims);

}  // namespace tally
