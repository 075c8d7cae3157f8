// A history as a chart for the terminal: a line an entry, oldest first, on an axis from left to right.
//
//   valuation · USD, on a logarithmic axis
//                           10 bn               100 bn                1 tn
//   2023-01-01  The Gazette   ┊        ●           ┊                    ┊    USD 29,000,000,000
//   2024-10-01  港灣日報      ┊                    ┊ ├──┤               ┊  ○ USD 150,000,000,000 – …
//
// ● stated, ○ superseded, ✕ in conflict, ├──┤ a range, ◄ ► a bound, ╌ what rounding leaves room for.
#pragma once

#include <string>

#include "report/history_line.h"

namespace tally {

// A panel for each predicate, object and unit. No colour: the marks say it. Empty without entries.
std::string HistoryChart(const HistoryLine& line);

}  // namespace tally
