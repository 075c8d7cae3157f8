#include "base/figure_text.h"

#include <fmt/format.h>

namespace tally {
namespace {

constexpr int kMostDigits = 5;

std::string Grouped(std::string digits) {
  std::size_t point = std::min(digits.find('.'), digits.size());
  std::size_t first = digits.starts_with("-") ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

}  // namespace

std::string FigureText(const Decimal& figure) {
  int top = figure.first_digit_exponent();
  bool short_enough = top - figure.last_digit_exponent() < kMostDigits;
  if (short_enough && top >= 6 && top < 15) {
    if (top >= 12) return figure.Scaled(-12).ToString() + " trillion";
    if (top >= 9) return figure.Scaled(-9).ToString() + " billion";
    return figure.Scaled(-6).ToString() + " million";
  }
  return Grouped(figure.ToString());
}

std::string HanFigureText(const Decimal& figure, bool traditional) {
  int top = figure.first_digit_exponent();
  bool short_enough = top - figure.last_digit_exponent() < kMostDigits;
  if (short_enough && top >= 4 && top < 16) {
    if (top >= 12) return Grouped(figure.Scaled(-12).ToString()) + (traditional ? "萬億" : "万亿");
    if (top >= 8) return Grouped(figure.Scaled(-8).ToString()) + (traditional ? "億" : "亿");
    return Grouped(figure.Scaled(-4).ToString()) + (traditional ? "萬" : "万");
  }
  return Grouped(figure.ToString());
}

std::string DaysText(const DateRange& range) {
  if (!range.first && !range.last) return "an unknown day";
  if (!range.first) return "until " + FormatDay(*range.last);
  if (!range.last) return "since " + FormatDay(*range.first);
  int year = YearOf(*range.first);
  int month = MonthOf(*range.first);
  if (range == DateRange::Year(year)) return fmt::format("{:04}", year);
  if (range == DateRange::Months(year, month, month)) return fmt::format("{:04}-{:02}", year, month);
  if (range.first == range.last) return FormatDay(*range.first);
  return FormatDay(*range.first) + " to " + FormatDay(*range.last);
}

}  // namespace tally
