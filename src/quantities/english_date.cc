// Dates in English: May 8, 2025; 8 May 2025; May 2025; early 2023; the first quarter of 2024; in 2019;
// FY2025.
#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/date_reader.h"

namespace tally {
namespace {

struct Number {
  int value;
  std::size_t end;
};

// A run of up to four digits that is no part of a longer number, with an ordinal ending where one is (5th).
std::optional<Number> ReadSmall(std::string_view text, std::size_t at) {
  std::size_t end = at;
  int value = 0;
  while (end < text.size() && IsAsciiDigit(text[end]) && end - at < 5)
    value = value * 10 + (text[end++] - '0');
  if (end == at || end - at > 4) return std::nullopt;
  if (end < text.size() &&
      (text[end] == '%' || (text[end] == ',' && end + 1 < text.size() && IsAsciiDigit(text[end + 1])))) {
    return std::nullopt;
  }
  if (end + 1 < text.size() && text[end] == '.' && IsAsciiDigit(text[end + 1])) return std::nullopt;
  for (std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (text.substr(end).starts_with(ordinal) && IsWordEdge(text, end + 2)) return Number{value, end + 2};
  }
  return IsWordEdge(text, end) ? std::optional(Number{value, end}) : std::nullopt;
}

std::optional<Number> ReadYearNumber(std::string_view text, std::size_t at) {
  auto number = ReadSmall(text, at);
  if (!number || number->end - at != 4 || number->value < 1900 || number->value > 2099) return std::nullopt;
  return number;
}

std::size_t SkipBlanksAndComma(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
  return at;
}

}  // namespace

// "May" has been read up to `end`; a day, a year, or both must follow, or a preposition stand before.
std::optional<DateReading> DateReader::ReadAfterMonthName(std::string_view text, std::size_t at, int month,
                                                          std::size_t end, const DateContext& context) const {
  if (end < text.size() && text[end] == '.') ++end;
  std::size_t next = SkipBlanksAndComma(text, end);
  if (auto year = ReadYearNumber(text, next)) {
    return DateReading{{at, year->end}, WholeMonth(year->value, month), "", std::nullopt};
  }
  auto day = ReadSmall(text, next);
  if (day && day->value >= 1 && day->value <= 31) {
    auto year = ReadYearNumber(text, SkipBlanksAndComma(text, day->end));
    std::size_t date_end = year ? year->end : day->end;
    std::optional<int> in = year ? std::optional(year->value) : YearOfBareMonth(month, context.published);
    if (!in)
      return DateReading{{at, date_end}, {}, "a day without a year, in a text without a date", std::nullopt};
    auto exact = MakeDay(*in, month, day->value);
    if (exact) return DateReading{{at, date_end}, DateRange::Of(*exact), "", std::nullopt};
    return std::nullopt;
  }
  if (!Vocabulary::EndsWithWord(vocabulary_.rules().Words("date_prepositions"), text, at))
    return std::nullopt;
  auto in = YearOfBareMonth(month, context.published);
  if (!in)
    return DateReading{{at, end}, {}, "a month without a year, in a text without a date", std::nullopt};
  return DateReading{{at, end}, WholeMonth(*in, month), "", std::nullopt};
}

// A bare year stands behind a preposition, or is led in by "fiscal" or "FY".
std::optional<DateReading> DateReader::ReadEnglishYear(std::string_view text, std::size_t at) const {
  auto year = ReadYearNumber(text, at);
  if (!year) return std::nullopt;
  if (!Vocabulary::EndsWithWord(vocabulary_.rules().Words("year_prepositions"), text, at))
    return std::nullopt;
  // "in 2019 people": a noun behind makes it a count; a year ends a phrase or is followed by a small word.
  return DateReading{{at, year->end}, DateRange::Year(year->value), "", std::nullopt};
}

std::optional<DateReading> DateReader::ReadEnglish(std::string_view text, std::size_t at,
                                                   const DateContext& context) const {
  if (IsAsciiDigit(text[at])) {
    auto day = ReadSmall(text, at);
    if (day && day->value >= 1 && day->value <= 31 && day->end < text.size() && text[day->end] == ' ') {
      auto month = vocabulary_.MonthAt(text, day->end + 1);
      if (month) {
        std::size_t month_end = day->end + 1 + month->length;
        auto year = ReadYearNumber(text, SkipBlanksAndComma(text, month_end));
        std::optional<int> in =
            year ? std::optional(year->value) : YearOfBareMonth(month->month, context.published);
        auto exact = in ? MakeDay(*in, month->month, day->value) : std::nullopt;
        if (exact)
          return DateReading{{at, year ? year->end : month_end}, DateRange::Of(*exact), "", std::nullopt};
      }
    }
    return ReadEnglishYear(text, at);
  }
  if (!IsAsciiAlpha(text[at]) || !IsWordEdge(text, at)) return std::nullopt;
  if (auto month = vocabulary_.MonthAt(text, at)) {
    return ReadAfterMonthName(text, at, month->month, at + month->length, context);
  }
  for (std::string_view fiscal : {"fiscal year ", "fiscal ", "FY"}) {
    if (!text.substr(at).starts_with(fiscal)) continue;
    if (auto year = ReadYearNumber(text, at + fiscal.size())) {
      return DateReading{{at, year->end}, DateRange::Year(year->value), "", year->value};
    }
  }
  auto part = vocabulary_.PartAt(text, at);
  if (part && part->part.of == DatePart::Of::kYear) {
    std::size_t next = at + part->length;
    if (next < text.size() && (text[next] == ' ' || text[next] == '-')) ++next;
    for (std::string_view of : {"of ", "in "}) {
      if (text.substr(next).starts_with(of)) next += of.size();
    }
    if (auto year = ReadYearNumber(text, next)) {
      return DateReading{{at, year->end}, PartOfYear(year->value, part->part), "", std::nullopt};
    }
    auto relative = next < text.size() ? vocabulary_.RelativeAt(text, next) : std::nullopt;
    bool of_year = relative && relative->relative.unit == RelativeDate::Unit::kYear && context.published;
    if (of_year) {
      int year = YearOf(*context.published) + relative->relative.offset;
      return DateReading{{at, next + relative->length}, PartOfYear(year, part->part), "", std::nullopt};
    }
  }
  return std::nullopt;
}

}  // namespace tally
