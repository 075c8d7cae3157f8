// Dates: absolute (2019 年 7 月, 2025-05-08, May 8, 2025), partial (年初, 上半年, Q3), with two-digit years
// (92 年 5 月), decades, and relative to the publication (去年秋天, last month) or to the year named before
// (同年 11 月). A date becomes the days that it covers. What cannot be resolved is kept with the reason:
// never a wrong date.
#pragma once

#include <optional>
#include <string_view>

#include "quantities/date_reading.h"
#include "quantities/english_date.h"
#include "quantities/numeral.h"
#include "quantities/quantity.h"
#include "quantities/vocabulary.h"

namespace tally {

class DateReader {
 public:
  DateReader(const Vocabulary& vocabulary, const NumeralReader& numerals);

  // The date that begins at text[at]; `at` is at a digit, a Han character or a Latin letter.
  std::optional<DateReading> Read(std::string_view text, std::size_t at, const DateContext& context) const;

 private:
  struct YearPart {
    int year;
    std::size_t end;
    bool certain;  // four digits, or told by a word: no guess from two digits
  };
  std::optional<DateReading> ReadYearPair(std::string_view text, std::size_t at,
                                          const DateContext& context) const;
  std::optional<DateReading> ReadHan(std::string_view text, std::size_t at, const DateContext& context) const;
  std::optional<DateReading> ReadRelative(std::string_view text, std::size_t at,
                                          const DateContext& context) const;
  std::optional<DateReading> ReadDecade(std::string_view text, std::size_t at,
                                        const DateContext& context) const;
  std::optional<YearPart> ReadYear(std::string_view text, std::size_t at, const DateContext& context) const;
  bool TwoDigitsAreYear(std::string_view text, std::size_t at, std::size_t end, int digits) const;
  DateReading WithinYear(std::string_view text, std::size_t start, int year, std::size_t end) const;
  std::optional<DateReading> MonthOnward(std::string_view text, std::size_t start, std::size_t at,
                                         int year) const;
  // A small whole number, in digits or Han numerals, followed by `unit`; its end after the unit.
  struct Counted {
    int value;
    std::size_t end;
  };
  std::optional<Counted> CountedBy(std::string_view text, std::size_t at, std::string_view unit) const;

  const Vocabulary& vocabulary_;
  const NumeralReader& numerals_;
  EnglishDateReader english_;
};

}  // namespace tally
