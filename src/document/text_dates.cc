// Looks for the first byte of a date (a digit of a year, a capital of a month) and reads on from there; each
// byte is looked at a bounded number of times.
#include "document/text_dates.h"

#include <charconv>
#include <cstdlib>

#include "base/utf8.h"

namespace tally {
namespace {

struct Number {
  int value = 0;
  std::size_t end = 0;
};

// The whole run of digits at `at`, of at least `min` and at most `max`.
std::optional<Number> ReadNumber(std::string_view text, std::size_t at, std::size_t min, std::size_t max) {
  std::size_t end = at;
  while (end < text.size() && end - at <= max && IsAsciiDigit(text[end])) ++end;
  if (end - at < min || end - at > max) return std::nullopt;
  Number number{0, end};
  std::from_chars(text.data() + at, text.data() + end, number.value);
  return number;
}

std::optional<Number> ReadYear(std::string_view text, std::size_t at) {
  auto year = ReadNumber(text, at, 4, 4);
  return year && year->value >= 1900 && year->value <= 2099 ? year : std::nullopt;
}

std::size_t SkipBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::optional<std::size_t> Expect(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(at).starts_with(word) ? std::optional(at + word.size()) : std::nullopt;
}

std::optional<DateHit> FullDate(std::size_t start, std::size_t end, int year, int month, int day) {
  auto made = MakeDay(year, month, day);
  return made ? std::optional(DateHit{{start, end}, *made, true}) : std::nullopt;
}

std::optional<DateHit> MonthDate(std::size_t start, std::size_t end, int year, int month) {
  if (month < 1 || month > 12) return std::nullopt;
  return DateHit{{start, end}, *DateRange::Months(year, month, month).last, false};
}

// 2025-05-08, with one and the same of - / . between.
std::optional<DateHit> ReadSeparated(std::string_view text, std::size_t start, const Number& year) {
  if (year.end >= text.size() || std::string_view("-/.").find(text[year.end]) == std::string_view::npos)
    return std::nullopt;
  char separator = text[year.end];
  auto month = ReadNumber(text, year.end + 1, 1, 2);
  if (!month || month->end >= text.size() || text[month->end] != separator) return std::nullopt;
  auto day = ReadNumber(text, month->end + 1, 1, 2);
  return day ? FullDate(start, day->end, year.value, month->value, day->value) : std::nullopt;
}

// 2025年5月8日, 2025 年 5 月.
std::optional<DateHit> ReadChinese(std::string_view text, std::size_t start, const Number& year) {
  auto after_year = Expect(text, SkipBlanks(text, year.end), "年");
  if (!after_year) return std::nullopt;
  auto month = ReadNumber(text, SkipBlanks(text, *after_year), 1, 2);
  if (!month) return std::nullopt;
  auto after_month = Expect(text, SkipBlanks(text, month->end), "月");
  if (!after_month) return std::nullopt;
  if (auto day = ReadNumber(text, SkipBlanks(text, *after_month), 1, 2)) {
    std::size_t unit = SkipBlanks(text, day->end);
    auto end = Expect(text, unit, "日");
    if (!end) end = Expect(text, unit, "号");
    if (end) return FullDate(start, *end, year.value, month->value, day->value);
  }
  return MonthDate(start, *after_month, year.value, month->value);
}

std::optional<DateHit> ReadAtYear(std::string_view text, std::size_t at) {
  auto year = ReadYear(text, at);
  if (!year) return std::nullopt;
  if (auto date = ReadSeparated(text, at, *year)) return date;
  return ReadChinese(text, at, *year);
}

std::size_t SkipOrdinal(std::string_view text, std::size_t at) {
  for (std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (text.substr(at).starts_with(ending)) return at + 2;
  }
  return at;
}

// A day that ends before `end`: "8 ", "8th ", "8th of ". Its start is in Number::end.
std::optional<Number> DayBefore(std::string_view text, std::size_t end) {
  if (end >= 3 && text.substr(end - 3, 3) == "of ") end -= 3;
  if (end == 0 || text[end - 1] != ' ') return std::nullopt;
  std::size_t last = end - 1;
  if (last >= 3 && SkipOrdinal(text, last - 2) == last) last -= 2;
  std::size_t first = last;
  while (first > 0 && last - first <= 2 && IsAsciiDigit(text[first - 1])) --first;
  auto day = ReadNumber(text.substr(0, last), first, 1, 2);
  return day ? std::optional(Number{day->value, first}) : std::nullopt;
}

// `at` is a capital. May 8, 2025; 8 May 2025; May 2025.
std::optional<DateHit> ReadAtMonth(std::string_view text, std::size_t at, const WordTable& months) {
  auto hit = months.lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  int month = std::atoi(months.ValueOf(*hit).c_str());
  std::size_t after = at + hit->length;
  if (after < text.size() && text[after] == '.') ++after;
  after = SkipBlanks(text, after);
  if (auto day = ReadNumber(text, after, 1, 2)) {
    std::size_t next = SkipOrdinal(text, day->end);
    if (next < text.size() && text[next] == ',') ++next;
    auto year = ReadYear(text, SkipBlanks(text, next));
    return year ? FullDate(at, year->end, year->value, month, day->value) : std::nullopt;
  }
  if (after < text.size() && text[after] == ',') after = SkipBlanks(text, after + 1);
  auto year = ReadYear(text, after);
  if (!year) return std::nullopt;
  if (auto day = DayBefore(text, at)) {
    if (auto date = FullDate(day->end, year->end, year->value, month, day->value)) return date;
  }
  return MonthDate(at, year->end, year->value, month);
}

// 20250508.
std::optional<DateHit> ReadCompact(std::string_view text, std::size_t at) {
  auto number = ReadNumber(text, at, 8, 8);
  if (!number || number->value < 19000000 || number->value > 20991231) return std::nullopt;
  if (number->end < text.size() && IsAsciiAlpha(text[number->end])) return std::nullopt;
  int n = number->value;
  return FullDate(at, number->end, n / 10000, n / 100 % 100, n % 100);
}

bool MayBegin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  char before = text[at - 1];
  bool glued = (before == '-' || before == '/' || before == '.') && at >= 2 && IsAsciiDigit(text[at - 2]);
  return !IsAsciiAlnum(before) && !glued;
}

// Calls accept(date) for each date; stops where it returns false.
template <class Accept>
void ScanDates(std::string_view text, const WordTable& months, Accept accept) {
  for (std::size_t at = 0; at < text.size();) {
    std::optional<DateHit> hit;
    bool digit = text[at] == '1' || text[at] == '2';
    if (digit || IsAsciiUpper(text[at])) {
      if (MayBegin(text, at)) hit = digit ? ReadAtYear(text, at) : ReadAtMonth(text, at, months);
    }
    if (hit && !accept(*hit)) return;
    at = hit ? hit->text.end : at + 1;
  }
}

}  // namespace

std::vector<DateHit> FindDates(std::string_view text, const WordTable& months) {
  std::vector<DateHit> hits;
  ScanDates(text, months, [&](const DateHit& hit) {
    hits.push_back(hit);
    return true;
  });
  return hits;
}

std::optional<DateHit> FirstFullDate(std::string_view text, const WordTable& months) {
  std::optional<DateHit> first;
  ScanDates(text, months, [&](const DateHit& hit) {
    if (hit.full) first = hit;
    return !first;
  });
  return first;
}

std::optional<DateHit> DateInUrl(std::string_view url) {
  std::optional<DateHit> month_hit;
  for (std::size_t at = 1; at < url.size(); ++at) {
    if ((url[at] != '1' && url[at] != '2') || IsAsciiAlnum(url[at - 1])) continue;
    auto year = ReadYear(url, at);
    if (year) {
      if (auto date = ReadSeparated(url, at, *year)) return date;
    }
    // Digits without separators are ids, unless a folder is named by them.
    if (url[at - 1] != '/') continue;
    if (auto date = ReadCompact(url, at)) return date;
    if (!year || year->end >= url.size() || (url[year->end] != '/' && url[year->end] != '-')) continue;
    auto month = ReadNumber(url, year->end + 1, 1, 2);
    bool ends = month && (month->end >= url.size() || url[month->end] == '/');
    if (ends && !month_hit) month_hit = MonthDate(at, month->end, year->value, month->value);
  }
  return month_hit;
}

}  // namespace tally
