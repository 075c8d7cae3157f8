// Plain tables for a terminal.
#pragma once

#include <string>
#include <vector>

namespace tally {

// Columns aligned by display width (a Chinese character is two wide), long cells cut with "…", columns that
// are empty in all rows left out. Cells must be visible text (report/visible_text.h); all rows have as many
// as `header`.
std::string TextTable(const std::vector<std::string>& header,
                      const std::vector<std::vector<std::string>>& rows);

}  // namespace tally
