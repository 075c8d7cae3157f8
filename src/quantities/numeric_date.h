// Dates in figures: 2019-09-06, 2019/9/6, 31.10.1974, 2016-11, 20200701, and with a month's name between
// figures (05-Aug-2016, 2019/aug/1). The order of day and month is told by the figures or not at all:
// 3/4/2015 is kept as unresolved, never guessed from a habit of some country.
#pragma once

#include <optional>
#include <string_view>

#include "quantities/date_reading.h"
#include "quantities/english_date_words.h"

namespace tally {

class NumericDateReader {
 public:
  explicit NumericDateReader(const EnglishDateWords& words) : words_(words) {}

  // The date in figures that begins at text[at], which is a digit.
  std::optional<DateReading> Read(std::string_view text, std::size_t at, const DateContext& context) const;

  // Two figures that can be a day and a month: 7/6, 15/2, 7.6.
  struct DayAndMonth {
    int first;
    int second;
    std::size_t end;
  };
  static std::optional<DayAndMonth> ReadPair(std::string_view text, std::size_t at);

 private:
  std::optional<DateReading> ReadThreeParts(std::string_view text, std::size_t at,
                                            const DateContext& context) const;
  std::optional<DateReading> ReadYearAndMonth(std::string_view text, std::size_t at) const;
  std::optional<DateReading> ReadEightDigits(std::string_view text, std::size_t at) const;
  std::optional<DateReading> ReadDayAndMonth(std::string_view text, std::size_t at,
                                             const DateContext& context) const;

  const EnglishDateWords& words_;
};

// Whether a date at [start, end) is all that its block says, but for blanks and a mark at the end.
bool IsWholeBlock(std::string_view text, std::size_t start, std::size_t end);
// Whether "on" or "by" stands directly before.
bool FollowsDayPreposition(std::string_view text, std::size_t at);

}  // namespace tally
