#include "base/date.h"

#include <fmt/format.h>

namespace tally {

using std::chrono::year_month_day;

std::optional<Day> MakeDay(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                      std::chrono::day(static_cast<unsigned>(day))};
  constexpr int kShortestMonth = 28;
  if (day > kShortestMonth && !date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> ParseIsoDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
    } else if (text[i] >= '0' && text[i] <= '9') {
      parts[part] = parts[part] * 10 + (text[i] - '0');
    } else {
      return std::nullopt;
    }
  }
  return MakeDay(parts[0], parts[1], parts[2]);
}

std::string FormatDay(Day day) {
  year_month_day date(day);
  int year = static_cast<int>(date.year());
  auto month = static_cast<unsigned>(date.month());
  auto day_of_month = static_cast<unsigned>(date.day());
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month);
  auto digit = [](unsigned number) { return static_cast<char>('0' + number % 10); };
  auto y = static_cast<unsigned>(year);
  return {digit(y / 1000),
          digit(y / 100),
          digit(y / 10),
          digit(y),
          '-',
          digit(month / 10),
          digit(month),
          '-',
          digit(day_of_month / 10),
          digit(day_of_month)};
}

int YearOf(Day day) { return static_cast<int>(year_month_day(day).year()); }
int MonthOf(Day day) { return static_cast<int>(static_cast<unsigned>(year_month_day(day).month())); }

DateRange DateRange::Year(int year) { return Months(year, 1, 12); }

DateRange DateRange::Months(int year, int first_month, int last_month) {
  auto first = MakeDay(year, first_month, 1);
  if (!first) return {};
  auto last = std::chrono::year_month_day_last(
      std::chrono::year(year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(last_month))));
  return {first, Day(last)};
}

bool DateRange::Overlaps(const DateRange& other) const {
  bool before = last && other.first && *last < *other.first;
  bool after = first && other.last && *first > *other.last;
  return !before && !after;
}

bool DateRange::Contains(const DateRange& other) const {
  bool starts = !first || (other.first && *first <= *other.first);
  bool ends = !last || (other.last && *other.last <= *last);
  return starts && ends;
}

std::optional<int> DateRange::days() const {
  if (!first || !last) return std::nullopt;
  return static_cast<int>((*last - *first).count()) + 1;
}

std::string DateRange::ToString() const {
  if (first && first == last) return FormatDay(*first);
  return (first ? FormatDay(*first) : std::string()) + ".." + (last ? FormatDay(*last) : std::string());
}

}  // namespace tally
