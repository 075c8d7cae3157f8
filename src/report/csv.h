// CSV after RFC 4180.
#pragma once

#include <string>
#include <vector>

namespace tally {

// A line with its CRLF. A cell that a spreadsheet would run as a formula (= + - @ at its start, full-width
// forms too) gets an apostrophe before it; plain numbers stay numbers.
std::string CsvLine(const std::vector<std::string>& cells);

}  // namespace tally
