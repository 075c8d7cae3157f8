// Dates in Chinese writing, and dates told from others. The English and numeric ones stand in
// english_date.cc.
#include "quantities/date_reader.h"

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"

namespace tally {
namespace {

constexpr std::string_view kYearSign = "年";
constexpr std::string_view kMonthSign = "月";

std::size_t SkipBlank(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

std::size_t DigitsEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && IsAsciiDigit(text[at])) ++at;
  return at;
}

int ToInt(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool IsYear(int value) { return value >= 1000 && value <= 2999; }

DateReading Unresolved(TextSpan text, std::string why) { return {text, {}, std::move(why), std::nullopt}; }

}  // namespace

DateReader::DateReader(const Vocabulary& vocabulary, const NumeralReader& numerals)
    : vocabulary_(vocabulary), numerals_(numerals), english_(vocabulary.rules()) {}

std::optional<DateReading> DateReader::Read(std::string_view text, std::size_t at,
                                            const DateContext& context) const {
  // Words in Latin letters and figures with separators are no matter of the Chinese grammar.
  if (IsAsciiAlpha(text[at])) return english_.Read(text, at, context);
  if (auto decade = ReadDecade(text, at, context)) return decade;
  if (auto pair = ReadYearPair(text, at, context)) return pair;
  if (auto relative = ReadRelative(text, at, context)) return relative;
  if (auto han = ReadHan(text, at, context)) return han;
  return english_.Read(text, at, context);
}

// 90 年代末, 2010 年代初, 上世纪 90 年代
std::optional<DateReading> DateReader::ReadDecade(std::string_view text, std::size_t at,
                                                  const DateContext& context) const {
  auto numeral = numerals_.Read(text, at);
  if (!numeral || numeral->scaled || numeral->lo != numeral->hi) return std::nullopt;
  std::size_t sign = SkipBlank(text, numeral->text.end);
  if (!text.substr(sign).starts_with("年代")) return std::nullopt;
  std::string digits = numeral->lo.ToString();
  if (digits.size() != 2 && digits.size() != 4) return std::nullopt;
  int year = ToInt(digits) / 10 * 10;
  if (digits.size() == 2) {
    year = ExpandTwoDigitYear(year, context.published);
  }
  std::size_t end = sign + std::string_view("年代").size();
  int first = year;
  int last = year + 9;
  std::string_view rest = text.substr(end);
  for (std::string_view early : {"初期", "早期", "初"}) {
    if (!rest.starts_with(early)) continue;
    last = year + 3;
    end += early.size();
    break;
  }
  for (std::string_view mid : {"中期", "中"}) {
    if (!rest.starts_with(mid) || last != year + 9) continue;
    first = year + 4;
    last = year + 6;
    end += mid.size();
    break;
  }
  for (std::string_view late : {"末期", "后期", "末"}) {
    if (!rest.starts_with(late) || last != year + 9) continue;
    first = year + 7;
    end += late.size();
    break;
  }
  return DateReading{{at, end}, {DateRange::Year(first).first, DateRange::Year(last).last}, "", std::nullopt};
}

// 07、08 年: two years side by side
std::optional<DateReading> DateReader::ReadYearPair(std::string_view text, std::size_t at,
                                                    const DateContext& context) const {
  std::size_t first_end = DigitsEnd(text, at);
  std::size_t width = first_end - at;
  if ((width != 2 && width != 4) || first_end >= text.size()) return std::nullopt;
  std::string_view mark = "、";
  if (!text.substr(first_end).starts_with(mark)) return std::nullopt;
  std::size_t second = first_end + mark.size();
  std::size_t second_end = DigitsEnd(text, second);
  if (second_end - second != width || !text.substr(SkipBlank(text, second_end)).starts_with(kYearSign))
    return std::nullopt;
  int years[2] = {ToInt(text.substr(at, width)), ToInt(text.substr(second, width))};
  for (int& year : years) {
    if (width == 2) year = ExpandTwoDigitYear(year, context.published);
  }
  if (years[1] <= years[0]) return std::nullopt;
  std::size_t end = SkipBlank(text, second_end) + kYearSign.size();
  return DateReading{
      {at, end}, {DateRange::Year(years[0]).first, DateRange::Year(years[1]).last}, "", std::nullopt};
}

std::optional<DateReader::Counted> DateReader::CountedBy(std::string_view text, std::size_t at,
                                                         std::string_view unit) const {
  if (at >= text.size()) return std::nullopt;
  auto numeral = numerals_.Read(text, at);
  if (!numeral || numeral->word || numeral->scaled || numeral->lo != numeral->hi) return std::nullopt;
  std::string digits = numeral->lo.ToString();
  if (digits.size() > 2 || digits.find('.') != std::string::npos) return std::nullopt;
  std::size_t sign = SkipBlank(text, numeral->text.end);
  if (!text.substr(sign).starts_with(unit)) return std::nullopt;
  return Counted{ToInt(digits), sign + unit.size()};
}

// 92 年 is the year 1992 where it is followed by a month or a part of the year, or led in by 从, 在, 到 … and
// not followed by a word of time spans (内, 来, 的时间); otherwise it is a span of 92 years. Years from 60 on
// are hardly spans.
bool DateReader::TwoDigitsAreYear(std::string_view text, std::size_t at, std::size_t end, int digits) const {
  std::size_t next = SkipBlank(text, end);
  if (CountedBy(text, next, kMonthSign) && !CountedBy(text, next, "个月")) return true;
  const WordList& spans = vocabulary_.rules().Words("duration_marks");
  if (next < text.size()) {
    auto part = vocabulary_.PartAt(text, next);
    if (part && part->part.of == DatePart::Of::kYear) return true;
    if (spans.lexicon.Longest(text, next)) return false;
  }
  const WordList& prepositions = vocabulary_.rules().Words("year_prepositions");
  if (Vocabulary::EndsWithWord(prepositions, text, at)) return true;
  bool round = digits % 10 == 0;
  return digits >= 60 && !round;
}

std::optional<DateReader::YearPart> DateReader::ReadYear(std::string_view text, std::size_t at,
                                                         const DateContext& context) const {
  std::string_view republic = "民国";
  if (text.substr(at).starts_with(republic)) {
    std::size_t begin = SkipBlank(text, at + republic.size());
    if (begin >= text.size()) return std::nullopt;
    auto numeral = numerals_.Read(text, begin);
    if (!numeral || numeral->lo != numeral->hi || numeral->lo > Decimal(200)) return std::nullopt;
    std::size_t sign = SkipBlank(text, numeral->text.end);
    if (!text.substr(sign).starts_with(kYearSign)) return std::nullopt;
    return YearPart{1911 + ToInt(numeral->lo.ToString()), sign + kYearSign.size(), true};
  }
  auto numeral = numerals_.Read(text, at);
  if (!numeral || numeral->word || numeral->scaled || numeral->lo != numeral->hi || numeral->grouped)
    return std::nullopt;
  std::size_t sign = SkipBlank(text, numeral->text.end);
  if (!text.substr(sign).starts_with(kYearSign)) return std::nullopt;
  std::string digits = numeral->lo.ToString();
  if (digits.find('.') != std::string::npos) return std::nullopt;
  std::size_t end = sign + kYearSign.size();
  std::size_t printed = numeral->text.size();
  if (digits.size() == 4 && IsYear(ToInt(digits))) return YearPart{ToInt(digits), end, true};
  bool two = !numeral->han && printed == 2;
  if (!two || !TwoDigitsAreYear(text, at, end, ToInt(digits))) return std::nullopt;
  return YearPart{ExpandTwoDigitYear(ToInt(digits), context.published), end, false};
}

// What may follow a year: 7 月 [3 日 | 底], 初, 上半年, 第三季度; or nothing.
DateReading DateReader::WithinYear(std::string_view text, std::size_t start, int year,
                                   std::size_t end) const {
  std::size_t next = SkipBlank(text, end);
  if (next < text.size()) {
    if (auto month = MonthOnward(text, start, next, year)) return *month;
    auto part = vocabulary_.PartAt(text, next);
    if (part && part->part.of == DatePart::Of::kYear) {
      return {{start, next + part->length}, PartOfYear(year, part->part), "", std::nullopt};
    }
  }
  return {{start, end}, DateRange::Year(year), "", std::nullopt};
}

// "7 月 [3 日 | 底 | 中旬]" at `at`, in a known year.
std::optional<DateReading> DateReader::MonthOnward(std::string_view text, std::size_t start, std::size_t at,
                                                   int year) const {
  auto month = CountedBy(text, at, kMonthSign);
  if (!month || month->value < 1 || month->value > 12) return std::nullopt;
  std::size_t next = SkipBlank(text, month->end);
  std::string_view rest = text.substr(month->end);
  if (rest.starts_with("份")) next = month->end + std::string_view("份").size();
  for (std::string_view sign : {"日", "号"}) {
    auto day = CountedBy(text, next, sign);
    auto exact = day ? MakeDay(year, month->value, day->value) : std::nullopt;
    if (exact) return DateReading{{start, day->end}, DateRange::Of(*exact), "", std::nullopt};
  }
  if (next < text.size()) {
    if (auto part = vocabulary_.PartAt(text, next)) {
      // 12 月底: the bare 底 and 初 are of the month here.
      DatePart of_month = part->part;
      if (of_month.of == DatePart::Of::kYear) {
        std::string_view word = text.substr(next, part->length);
        of_month.of = DatePart::Of::kMonth;
        if (word == "初")
          of_month = {DatePart::Of::kMonth, 1, 10};
        else if (word == "底" || word == "末")
          of_month = {DatePart::Of::kMonth, 21, 31};
        else
          return DateReading{{start, month->end}, WholeMonth(year, month->value), "", std::nullopt};
      }
      return DateReading{
          {start, next + part->length}, PartOfMonth(year, month->value, of_month), "", std::nullopt};
    }
  }
  std::size_t end = rest.starts_with("份") ? next : month->end;
  return DateReading{{start, end}, WholeMonth(year, month->value), "", std::nullopt};
}

std::optional<DateReading> DateReader::ReadHan(std::string_view text, std::size_t at,
                                               const DateContext& context) const {
  if (auto year = ReadYear(text, at, context)) {
    std::string_view rest = text.substr(year->end);
    for (std::string_view fiscal : {"度", "财年", "财政年度"}) {
      if (rest.starts_with(fiscal)) year->end += fiscal.size();
    }
    return WithinYear(text, at, year->year, year->end);
  }
  // 2025 财年
  if (IsAsciiDigit(text[at])) {
    std::size_t end = DigitsEnd(text, at);
    std::string_view fiscal = "财年";
    std::size_t sign = SkipBlank(text, end);
    if (end - at == 4 && text.substr(sign).starts_with(fiscal)) {
      int year = ToInt(text.substr(at, 4));
      return DateReading{{at, sign + fiscal.size()}, DateRange::Year(year), "", year};
    }
  }
  auto month = CountedBy(text, at, kMonthSign);
  if (month && month->value >= 1 && month->value <= 12) {
    std::optional<int> year;
    // A month goes with the year named before where that one is not complete itself, otherwise with the
    // publication.
    year = YearOfBareMonth(month->value, context.published);
    if (!year) return Unresolved({at, month->end}, "a month without a year, in a text without a date");
    return MonthOnward(text, at, at, *year);
  }
  return std::nullopt;
}

std::optional<DateReading> DateReader::ReadRelative(std::string_view text, std::size_t at,
                                                    const DateContext& context) const {
  auto hit = vocabulary_.RelativeAt(text, at);
  if (!hit) {
    // 年初, 月底 alone: of the publication's year or month
    auto part = vocabulary_.PartAt(text, at);
    std::string_view word = part ? text.substr(at, part->length) : std::string_view();
    bool quarter = word.find("季") != std::string_view::npos && part->part.last - part->part.first == 2 &&
                   part->part.first % 3 == 1;
    bool alone =
        word.starts_with(kYearSign) || (word.starts_with(kMonthSign) && word.size() > kMonthSign.size());
    if ((!alone && !quarter) || word == "年中") return std::nullopt;
    TextSpan span{at, at + part->length};
    if (!context.published) return Unresolved(span, "told from the publication, which has no date");
    int year = YearOf(*context.published);
    // A quarter that has not begun yet is last year's.
    if (quarter && part->part.first > MonthOf(*context.published)) --year;
    DateRange range = part->part.of == DatePart::Of::kYear
                          ? PartOfYear(year, part->part)
                          : PartOfMonth(year, MonthOf(*context.published), part->part);
    return DateReading{span, range, "", std::nullopt};
  }
  std::size_t end = at + hit->length;
  const RelativeDate& relative = hit->relative;
  TextSpan span{at, end};
  if (relative.unit == RelativeDate::Unit::kFiscal) {
    if (!context.published) return Unresolved(span, "told from the publication, which has no date");
    return DateReading{span, {}, "a fiscal year: belongs to a company", relative.offset};
  }
  std::optional<Day> anchor = context.published;
  if (relative.from_context) anchor = context.last ? context.last->first : std::nullopt;
  if (!anchor) {
    return Unresolved(span, relative.from_context
                                ? "told from a date named before, which the text does not have"
                                : "told from the publication, which has no date");
  }
  switch (relative.unit) {
    case RelativeDate::Unit::kYear:
      return WithinYear(text, at, YearOf(*anchor) + relative.offset, end);
    case RelativeDate::Unit::kMonth: {
      int months = YearOf(*anchor) * 12 + MonthOf(*anchor) - 1 + relative.offset;
      int year = months / 12;
      int month = months % 12 + 1;
      std::size_t next = SkipBlank(text, end);
      auto part = next < text.size() ? vocabulary_.PartAt(text, next) : std::nullopt;
      if (part && part->part.of == DatePart::Of::kMonth) {
        DateRange range = PartOfMonth(year, month, part->part);
        // 本月月初, written on the 5th, cannot mean the 8th.
        bool running = range.Contains(DateRange::Of(*anchor)) && relative.offset == 0;
        if (running) range.last = *anchor;
        return DateReading{{at, next + part->length}, range, "", std::nullopt};
      }
      std::size_t day_at = next;
      for (std::string_view sign : {"日", "号"}) {
        auto day = CountedBy(text, day_at, sign);
        auto exact = day ? MakeDay(year, month, day->value) : std::nullopt;
        if (exact) return DateReading{{at, day->end}, DateRange::Of(*exact), "", std::nullopt};
      }
      return DateReading{span, WholeMonth(year, month), "", std::nullopt};
    }
    case RelativeDate::Unit::kWeek: {
      // ISO 8601 weeks: Monday to Sunday.
      auto weekday = std::chrono::weekday(*anchor).iso_encoding();
      Day monday = *anchor - std::chrono::days(weekday - 1) + std::chrono::days(7 * relative.offset);
      return DateReading{span, {monday, monday + std::chrono::days(6)}, "", std::nullopt};
    }
    default:
      return DateReading{span, DateRange::Of(*anchor + std::chrono::days(relative.offset)), "", std::nullopt};
  }
}

}  // namespace tally
