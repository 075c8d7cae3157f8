#include "quantities/numeric_date.h"

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"

namespace tally {
namespace {

constexpr int kMostAround = 8;

struct Part {
  int value = 0;
  int digits = 0;  // 0 for the name of a month
  std::size_t end = 0;
};

std::optional<Part> DigitsAt(std::string_view text, std::size_t at) {
  Part part;
  part.end = at;
  while (part.end < text.size() && IsAsciiDigit(text[part.end])) {
    if (++part.digits > 4) return std::nullopt;
    part.value = part.value * 10 + (text[part.end++] - '0');
  }
  return part.digits > 0 ? std::optional(part) : std::nullopt;
}

bool IsSeparator(char c) { return c == '-' || c == '/' || c == '.'; }

// Nothing before or behind makes the figures part of a longer number, a path or a name.
bool StandsAlone(std::string_view text, std::size_t start, std::size_t end, char separator = '-') {
  if (start > 0) {
    char before = text[start - 1];
    if (before == '_' || before == '/' || before == '.' || (before == '-' && separator == '-') ||
        before == '+' || IsAsciiAlnum(before))
      return false;
  }
  if (end >= text.size()) return true;
  char c = text[end];
  // 2025-06-22／校园中心: a stroke before a Han character parts two fields.
  bool field = c == '/' && end + 1 < text.size() && static_cast<unsigned char>(text[end + 1]) >= 0xE0;
  if (c == '_' || (c == '/' && !field)) return false;
  bool digit_next = end + 1 < text.size() && IsAsciiDigit(text[end + 1]);
  // ISO 8601 with a time of day: 2025-05-08T10:00
  if (IsAsciiAlnum(c)) return c == 'T' && digit_next;
  return !(digit_next && (c == '.' || c == ','));
}

DateReading Unresolved(std::size_t start, std::size_t end, const char* why) {
  return {{start, end}, {}, why, std::nullopt};
}

constexpr const char* kOrderUnknown = "day and month cannot be told apart";

}  // namespace

bool IsWholeBlock(std::string_view text, std::size_t start, std::size_t end) {
  // Bounded: a block that is a date has few blanks and marks around it.
  for (int i = 0; i < kMostAround && start > 0 && text[start - 1] == ' '; ++i) --start;
  for (int i = 0;
       i < kMostAround && end < text.size() && (text[end] == ' ' || text[end] == '.' || text[end] == '!');
       ++i)
    ++end;
  // - 2019 -: a heading
  bool dashes = start == 1 && end + 1 == text.size() && text[0] == '-' && text[end] == '-';
  return dashes || (start == 0 && end == text.size());
}

bool FollowsDayPreposition(std::string_view text, std::size_t at) {
  for (std::string_view word : {"on ", "by "}) {
    if (at < word.size() || AsciiLower(text[at - word.size()]) != word[0]) continue;
    if (text.substr(at - word.size() + 1, word.size() - 1) == word.substr(1) &&
        IsWordEdge(text, at - word.size()))
      return true;
  }
  return false;
}

std::optional<DateReading> NumericDateReader::Read(std::string_view text, std::size_t at,
                                                   const DateContext& context) const {
  if (!IsAsciiDigit(text[at])) return std::nullopt;
  // Most figures are bare: no separator goes on behind the digits.
  std::size_t end = at + 1;
  while (end < text.size() && IsAsciiDigit(text[end]) && end - at <= 8) ++end;
  if (end - at != 8) {
    if (end + 1 >= text.size()) return std::nullopt;
    char next = text[end + 1];
    bool goes_on = IsSeparator(text[end]) || (text[end] == ' ' && (IsAsciiDigit(next) || IsSeparator(next)));
    if (!goes_on) return std::nullopt;
  }
  if (auto eight = ReadEightDigits(text, at)) return eight;
  if (auto three = ReadThreeParts(text, at, context)) return three;
  if (auto month = ReadYearAndMonth(text, at)) return month;
  return ReadDayAndMonth(text, at, context);
}

std::optional<DateReading> NumericDateReader::ReadThreeParts(std::string_view text, std::size_t at,
                                                             const DateContext& context) const {
  Part parts[3];
  std::size_t next = at;
  char separator = 0;
  for (int i = 0; i < 3; ++i) {
    if (i > 0) {
      if (next + 1 >= text.size()) return std::nullopt;
      if (i == 1) separator = text[next];
      if (text[next] != separator || !(IsSeparator(separator) || separator == ' ')) return std::nullopt;
      ++next;
    }
    auto part = DigitsAt(text, next);
    if (!part && separator != ' ' && separator != '.') {
      if (auto month = words_.At(text, next, DateWord::Kind::kMonth))
        part = Part{month->value, 0, month->end};
    }
    if (!part || part->digits == 3) return std::nullopt;
    parts[i] = *part;
    next = part->end;
  }
  // 10/1/2018-10/7/2018: a hyphen joins two dates that are written with another mark
  if (!StandsAlone(text, at, next, separator) ||
      (next < text.size() && text[next] == '-' && next + 1 < text.size() && IsAsciiDigit(text[next + 1]) &&
       parts[2].digits != 4)) {
    return std::nullopt;
  }
  bool alone = IsWholeBlock(text, at, next) || FollowsDayPreposition(text, at);
  if (separator == ' ' && !alone) return std::nullopt;
  bool year_first = parts[0].digits == 4;
  int middle_year = parts[1].digits == 4 && parts[2].digits == 0 ? 1 : 0;  // 23-2020-September
  int year_at = year_first ? 0 : middle_year ? 1 : 2;
  const Part& year_part = parts[year_at];
  int year = year_part.value;
  if (year_part.digits == 2 && year_at == 2) {
    // 31/10/74; with hyphens or dots such figures are as often something else.
    bool named = parts[0].digits == 0 || parts[1].digits == 0;
    if (separator != '/' && !(separator == '-' && (alone || named))) return std::nullopt;
    if (parts[0].digits > 2 || parts[1].digits > 2) return std::nullopt;
    year = ExpandTwoDigitYear(year, context.published);
  } else if (year_part.digits != 4 || year < 1000 || year > 2999) {
    return std::nullopt;
  }
  const Part& a = parts[year_first ? 1 : 0];
  const Part& b = parts[year_first || middle_year ? 2 : 1];
  if (a.digits > 2 || b.digits > 2) return std::nullopt;
  std::optional<Day> day;
  if (a.digits == 0 || b.digits == 0) {
    if (a.digits == b.digits) return std::nullopt;
    day = a.digits == 0 ? MakeDay(year, a.value, b.value) : MakeDay(year, b.value, a.value);
  } else if (year_first) {
    day = MakeDay(year, a.value, b.value);
  } else {
    auto day_first = MakeDay(year, b.value, a.value);
    auto month_first = MakeDay(year, a.value, b.value);
    if (day_first && month_first && day_first != month_first) return Unresolved(at, next, kOrderUnknown);
    day = day_first ? day_first : month_first;
  }
  if (!day) return std::nullopt;
  return DateReading{{at, next}, DateRange::Of(*day), "", std::nullopt};
}

// 2016-11, 2014/10. 2009-10 may be two years.
std::optional<DateReading> NumericDateReader::ReadYearAndMonth(std::string_view text, std::size_t at) const {
  auto year = DigitsAt(text, at);
  if (!year || year->digits != 4 || year->value < 1900 || year->value > 2099) return std::nullopt;
  if (year->end >= text.size()) return std::nullopt;
  std::size_t next = year->end;
  char separator = text[next];
  if (separator != '-' && separator != '/') return std::nullopt;
  // "2016- 11" and "2016/ 11" where no more is said
  bool blank = next + 1 < text.size() && text[next + 1] == ' ';
  auto month = DigitsAt(text, next + (blank ? 2 : 1));
  if (blank && month && month->end < text.size() && text[month->end] != '.' && text[month->end] != ',')
    return std::nullopt;
  if (!month || month->digits != 2 || month->value < 1 || month->value > 12) return std::nullopt;
  if (!StandsAlone(text, at, month->end)) return std::nullopt;
  // 2016-11-… was no date above; 2016-11% and the like are none either.
  if (month->end < text.size() && (text[month->end] == '-' || text[month->end] == '%')) return std::nullopt;
  if (separator == '-' && month->value > year->value % 100)
    return Unresolved(at, month->end, "a month or two years: the text does not tell");
  return DateReading{{at, month->end}, WholeMonth(year->value, month->value), "", std::nullopt};
}

std::optional<DateReading> NumericDateReader::ReadEightDigits(std::string_view text, std::size_t at) const {
  std::size_t end = at;
  while (end < text.size() && IsAsciiDigit(text[end])) {
    if (++end - at > 8) return std::nullopt;
  }
  bool alone = IsWholeBlock(text, at, end);
  if (end - at != 8 || !(alone || StandsAlone(text, at, end))) return std::nullopt;
  if (!alone && end < text.size() && (text[end] == '-' || text[end] == '%' || text[end] == ':'))
    return std::nullopt;
  auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  int year = number(at, 4);
  if (year < 1900 || year > 2099) return std::nullopt;
  auto day = MakeDay(year, number(at + 4, 2), number(at + 6, 2));
  if (!day) return std::nullopt;
  return DateReading{{at, end}, DateRange::Of(*day), "", std::nullopt};
}

std::optional<NumericDateReader::DayAndMonth> NumericDateReader::ReadPair(std::string_view text,
                                                                          std::size_t at) {
  auto first = DigitsAt(text, at);
  if (!first || first->digits > 2 || first->end + 1 >= text.size()) return std::nullopt;
  std::size_t next = first->end;
  if (text[next] == ' ' && next + 3 < text.size() && text[next + 2] == ' ') ++next;
  char separator = text[next];
  if (!IsSeparator(separator)) return std::nullopt;
  ++next;
  if (next < text.size() && text[next] == ' ' && text[next - 2] == ' ') ++next;
  auto second = DigitsAt(text, next);
  if (!second || second->digits > 2 || !StandsAlone(text, at, second->end)) return std::nullopt;
  return DayAndMonth{first->value, second->value, second->end};
}

// "on 15/2": the figure above 12 is the day. Elsewhere 15/2 is a fraction.
std::optional<DateReading> NumericDateReader::ReadDayAndMonth(std::string_view text, std::size_t at,
                                                              const DateContext& context) const {
  auto pair = ReadPair(text, at);
  if (!pair || !context.published) return std::nullopt;
  bool whole = IsWholeBlock(text, at, pair->end);
  std::string_view printed = text.substr(at, pair->end - at);
  bool slash = printed.find('/') != std::string_view::npos;
  // A text that is all 1/20 is a fraction, 2 / 15 a date.
  bool fraction = printed.find(' ') == std::string_view::npos && pair->first < pair->second;
  whole = whole && !fraction;
  if (!slash || !(whole || FollowsDayPreposition(text, at))) return std::nullopt;
  bool day_first = pair->first > 12 && pair->second <= 12;
  bool month_first = pair->second > 12 && pair->first <= 12;
  if (!day_first && !month_first) return std::nullopt;
  int month = day_first ? pair->second : pair->first;
  int day = day_first ? pair->first : pair->second;
  auto year = YearOfBareMonth(month, context.published, day);
  auto exact = year ? MakeDay(*year, month, day) : std::nullopt;
  if (!exact) return std::nullopt;
  return DateReading{{at, pair->end}, DateRange::Of(*exact), "", std::nullopt};
}

}  // namespace tally
