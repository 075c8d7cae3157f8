// Dates in Chinese writing. A date is one point (a year, a month, a day, a week, a span with a name) or two
// joined by 至; the grammar of the points stands in han_year, han_calendar, han_week, relative_date and
// counted_date. Thread-safe; no look further than the clause around a date.
#pragma once

#include <bitset>
#include <optional>
#include <string_view>

#include "quantities/date_reading.h"
#include "quantities/han_text.h"
#include "quantities/start_filter.h"

namespace tally {

class HanDateReader {
 public:
  // Keeps a reference to the vocabulary.
  explicit HanDateReader(const Vocabulary& vocabulary);

  // The date that begins at text[at] (folded text).
  std::optional<DateReading> Read(std::string_view text, std::size_t at, const DateContext& context) const;
  void AddStarts(StartFilter& filter) const;

 private:
  bool MayBegin(std::string_view text, std::size_t at) const;

  const Vocabulary& vocabulary_;
  std::bitset<0x10000> first_characters_;  // of all that a date may begin with
};

}  // namespace tally
