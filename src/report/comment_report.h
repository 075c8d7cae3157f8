// Findings as Markdown for a comment on a pull request or merge request, and for the summary of a job.
#pragma once

#include <cstddef>
#include <string>

#include "report/check_report.h"

namespace tally {

// What GitHub takes: of a comment 65,536 characters, of the summary of a step a mebibyte.
inline constexpr std::size_t kCommentCharacters = 65'536;
inline constexpr std::size_t kSummaryCharacters = 1'048'576 / 3;  // a UTF-16 unit is three bytes at most

// Begins with an HTML comment by which a bot finds its comment again. A collapsed section for each finding
// that is not suppressed; where the text would be longer than `most` UTF-16 units (no fewer than characters)
// the last ones, which are the least severe, are left out and counted.
std::string CommentReport(const CheckReport& check, std::size_t most = kCommentCharacters);

}  // namespace tally
