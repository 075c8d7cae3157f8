// What of a history can be drawn on one axis: the entries of one predicate, object and measure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/history_line.h"
#include "report/value_axis.h"

namespace tally {

// An entry as it is drawn, in the unit of its panel. Ends that are open are missing.
struct PlottedEntry {
  std::size_t entry = 0;                     // index into HistoryLine::entries
  std::optional<double> low, high;           // what is stated
  double lenient_low = 0, lenient_high = 0;  // what rounding and hedges leave room for; at a bound its end

  bool point() const { return low && high && *low == *high; }
  // The end that is there, or the middle of both.
  double Middle() const { return low && high ? (*low + *high) / 2 : low ? *low : *high; }
};

struct HistoryPanel {
  std::string title;  // "investment · OpenAI · USD"; visible text
  ValueAxis axis;
  std::vector<PlottedEntry> plotted;  // in the order of the entries
};

// In the order in which their first entries come. Entries whose value cannot be compared (a date that is not
// resolved) are in none.
std::vector<HistoryPanel> PanelsOf(const HistoryLine& line);

}  // namespace tally
