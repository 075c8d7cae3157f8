// Asks the readers of each writing in turn. ISO dates are read here.
#include "quantities/date_reader.h"

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"

namespace tally {
namespace {

std::size_t DigitsEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && IsAsciiDigit(text[at])) ++at;
  return at;
}

int ToInt(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "YYYY?MM?DD" with one separator; also "YYYY?MM" is left to others.
struct Triple {
  int year, month, day;
  std::size_t end;
};

std::optional<Triple> ReadTriple(std::string_view text, std::size_t at) {
  std::size_t year_end = DigitsEnd(text, at);
  if (year_end - at != 4 || year_end >= text.size()) return std::nullopt;
  char separator = text[year_end];
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  std::size_t month_end = DigitsEnd(text, year_end + 1);
  if (month_end == year_end + 1 || month_end > year_end + 3 || month_end >= text.size()) return std::nullopt;
  if (text[month_end] != separator) return std::nullopt;
  std::size_t day_end = DigitsEnd(text, month_end + 1);
  if (day_end == month_end + 1 || day_end > month_end + 3) return std::nullopt;
  return Triple{ToInt(text.substr(at, 4)), ToInt(text.substr(year_end + 1, month_end - year_end - 1)),
                ToInt(text.substr(month_end + 1, day_end - month_end - 1)), day_end};
}

}  // namespace

DateReader::DateReader(const Vocabulary& vocabulary, const NumeralReader& numerals)
    : vocabulary_(vocabulary), numerals_(numerals), han_(vocabulary) {}

std::optional<DateReading> DateReader::Read(std::string_view text, std::size_t at,
                                            const DateContext& context) const {
  if (auto iso = ReadIso(text, at)) return iso;
  if (auto han = han_.Read(text, at, context)) return han;
  return ReadEnglish(text, at, context);
}

void DateReader::AddStarts(StartFilter& filter) const {
  han_.AddStarts(filter);
  for (const char* list : {"relative_dates", "date_parts", "months"}) {
    for (const std::string& word : vocabulary_.rules().Words(list).spellings) filter.Add(word);
  }
  for (std::string_view word : {"fiscal", "FY"}) filter.Add(word);
}

std::optional<DateReading> DateReader::ReadIso(std::string_view text, std::size_t at) const {
  auto triple = ReadTriple(text, at);
  if (!triple) return std::nullopt;
  auto day = MakeDay(triple->year, triple->month, triple->day);
  if (!day) return std::nullopt;
  return DateReading{{at, triple->end}, DateRange::Of(*day), "", std::nullopt};
}

}  // namespace tally
