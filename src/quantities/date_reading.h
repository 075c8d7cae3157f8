// What a date is told from, and what is read: shared by the readers of dates in each writing.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/span.h"

namespace tally {

// What a date is told from. The reader of a text keeps it up to date as it goes.
struct DateContext {
  std::optional<Day> published;
  std::optional<DateRange> last;  // the date named before in the same block
  // Where `last` ended in the text. A month without a year belongs to the date before it only within one
  // sentence; where this is unknown, it is told from the publication.
  std::optional<std::size_t> last_end = std::nullopt;
};

struct DateReading {
  TextSpan text;
  DateRange date;
  std::string_view unresolved;     // why `date` is empty; a literal
  std::optional<int> fiscal_year;  // see Value::fiscal_year
};

}  // namespace tally
