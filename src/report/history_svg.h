// A history as an SVG 1.1 picture that stands alone: a plot for each predicate, object and unit, with time
// from left to right, and below it its entries as numbered lines. Equal histories give equal bytes. Colours
// follow the reader's light or dark setting; every text is escaped, and nothing is loaded from elsewhere.
#pragma once

#include <string>

#include "report/history_line.h"

namespace tally {

std::string HistorySvg(const HistoryLine& line);

}  // namespace tally
