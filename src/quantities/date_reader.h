// Dates: absolute (2019 年 7 月, 2025-05-08, May 8, 2025), partial (年初, 上半年, Q3), with two-digit years
// (92 年 5 月), decades, and relative to the publication (去年秋天, last month) or to the year named before
// (同年 11 月). A date becomes the days that it covers. What cannot be resolved is kept with the reason:
// never a wrong date.
#pragma once

#include <optional>
#include <string_view>

#include "quantities/date_reading.h"
#include "quantities/english_date.h"
#include "quantities/han_date.h"
#include "quantities/start_filter.h"
#include "quantities/vocabulary.h"

namespace tally {

class DateReader {
 public:
  explicit DateReader(const Vocabulary& vocabulary);

  // The date that begins at text[at]; `at` is at a digit, a Han character or a Latin letter.
  std::optional<DateReading> Read(std::string_view text, std::size_t at, const DateContext& context) const;

  // Adds all that a date may begin with, digits aside.
  void AddStarts(StartFilter& filter) const;

 private:
  EnglishDateReader english_;
  HanDateReader han_;
};

}  // namespace tally
