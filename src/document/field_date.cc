#include "document/field_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/utf8.h"
#include "document/clock_time.h"
#include "document/text_dates.h"

namespace tally {
namespace {

// Bytes of a field that are quoted in a problem.
constexpr std::size_t kQuoted = 40;

std::size_t DigitsAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsAsciiDigit(text[end])) ++end;
  return end - at;
}

// Of at most nine digits.
int NumberIn(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// 20250331, 20250331T0815, 20250331081500; `at` is the first digit.
std::optional<FieldDate> ReadCompactField(std::string_view text, std::size_t at) {
  std::size_t digits = DigitsAt(text, at);
  if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;
  int date = NumberIn(text.substr(at, 8));
  if (date < 19000000 || date >= 21000000) return std::nullopt;
  auto day = MakeDay(date / 10000, date / 100 % 100, date % 100);
  if (!day) return std::nullopt;
  FieldDate result{{at, at + 8}, *day, ""};
  std::size_t clock = at + 8;
  if (digits == 8 && clock < text.size() && (text[clock] == 'T' || text[clock] == 't')) ++clock;
  if (DigitsAt(text, clock) < 4) return result;
  int hour = NumberIn(text.substr(clock, 2));
  int minute = NumberIn(text.substr(clock + 2, 2));
  if (hour > 24 || minute > 59) return result;
  result.time = fmt::format("{:02}:{:02}", hour, minute);
  if (text.substr(clock + DigitsAt(text, clock)).starts_with('Z')) result.time += "+00:00";
  return result;
}

// 31/03/2025 and its like; `ambiguous` tells that both readings are possible.
std::optional<FieldDate> ReadYearLast(std::string_view text, std::size_t at, bool& ambiguous) {
  std::size_t first = DigitsAt(text, at);
  std::size_t separator = at + first;
  if (first == 0 || first > 2 || separator >= text.size()) return std::nullopt;
  char mark = text[separator];
  if (mark != '/' && mark != '.' && mark != '-') return std::nullopt;
  std::size_t second = DigitsAt(text, separator + 1);
  std::size_t last = separator + 1 + second;
  if (second == 0 || second > 2 || last >= text.size() || text[last] != mark) return std::nullopt;
  if (DigitsAt(text, last + 1) != 4) return std::nullopt;
  int a = NumberIn(text.substr(at, first));
  int b = NumberIn(text.substr(separator + 1, second));
  int year = NumberIn(text.substr(last + 1, 4));
  if (year < 1900 || year > 2099) return std::nullopt;
  ambiguous = a <= 12 && b <= 12 && a != b;
  if (ambiguous) return std::nullopt;
  auto day = a > 12 ? MakeDay(year, b, a) : MakeDay(year, a, b);
  return day ? std::optional(FieldDate{{at, last + 5}, *day, ""}) : std::nullopt;
}

// The whole field is a number: 1743379200, 1743379200.5, 1743379200000. Ten digits begin in 2001.
std::optional<FieldDate> ReadSecondsSince1970(std::string_view text) {
  std::size_t digits = DigitsAt(text, 0);
  if (digits != 10 && digits != 13) return std::nullopt;
  std::string_view rest = text.substr(digits);
  bool whole = rest.empty() || (rest[0] == '.' && DigitsAt(rest, 1) + 1 == rest.size());
  if (!whole) return std::nullopt;
  long long seconds = 0;
  for (char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
  constexpr long long kFirst = 1'000'000'000;
  constexpr long long kEnd = 4'102'444'800;  // 2100-01-01
  if (seconds < kFirst || seconds >= kEnd) return std::nullopt;
  constexpr long long kDay = 24 * 60 * 60;
  Day day{std::chrono::days(seconds / kDay)};
  long long minutes = seconds % kDay / 60;
  return FieldDate{
      {0, text.size()}, day, fmt::format("{:02}:{:02}+00:00", minutes / 60, minutes % 60), false};
}

std::optional<FieldDate> ReadNumbers(std::string_view text, bool& ambiguous) {
  if (auto seconds = ReadSecondsSince1970(text)) return seconds;
  for (std::size_t at = 0; at < text.size(); at += std::max<std::size_t>(DigitsAt(text, at), 1)) {
    if (!IsAsciiDigit(text[at]) || (at > 0 && IsAsciiAlnum(text[at - 1]))) continue;
    if (auto compact = ReadCompactField(text, at)) return compact;
    if (auto date = ReadYearLast(text, at, ambiguous); date || ambiguous) return date;
  }
  return std::nullopt;
}

std::string_view Trimmed(std::string_view field) {
  std::size_t start = std::min(field.find_first_not_of(" \t\r\n"), field.size());
  return field.substr(start, field.find_last_not_of(" \t\r\n") + 1 - start);
}

}  // namespace

std::optional<FieldDate> ReadFieldDate(std::string_view field, const DocumentWords& words) {
  if (auto hit = FirstFullDate(field, words.months))
    return FieldDate{hit->text, hit->day, TimeBeside(field, hit->text, words.clock_words)};
  std::string_view text = Trimmed(field);
  std::size_t before = static_cast<std::size_t>(text.data() - field.data());
  bool ambiguous = false;
  auto date = ReadNumbers(text, ambiguous);
  if (!date) return std::nullopt;
  if (date->time.empty()) date->time = TimeBeside(text, date->text, words.clock_words);
  date->text = {date->text.start + before, date->text.end + before};
  return date;
}

std::string FieldDateProblem(std::string_view field) {
  bool ambiguous = false;
  std::string_view text = Trimmed(field);
  ReadNumbers(text, ambiguous);
  std::size_t end = std::min(text.size(), kQuoted);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("the date \"{}{}\" {}", text.substr(0, end), end < text.size() ? "…" : "",
                     ambiguous ? "may have its day or its month first" : "is not understood");
}

}  // namespace tally
