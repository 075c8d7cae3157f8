// A lunar date is [农历] [year] month [day]; the words that only this calendar has mark it. Its days are
// known from base/lunar_date; without a year in the text or a publication it is left unresolved.
#include "quantities/han_lunar.h"

#include <cstdlib>

#include "base/lunar_date.h"
#include "base/solar_term.h"
#include "base/utf8.h"
#include "quantities/date_arithmetic.h"

namespace tally {
namespace {

constexpr std::string_view kMonthSign = "月";
constexpr std::string_view kYearSign = "年";
constexpr std::string_view kFifteenth = "十五";
constexpr std::string_view kNoSuchDay = "the lunar calendar has no such day";
constexpr std::string_view kMoves = "a day that moves with the moon or the sun";

// As kFarAhead of the Gregorian calendar: lunar months begin up to 50 days after those of the same number, so
// that the tenth month of the running year is not too far for a text of January.
constexpr int kFarAhead = 300;

// A month of the lunar calendar, or a day in it, without its year.
struct Named {
  std::size_t end = 0;
  LunarMonth month;  // its year is not told
  int day = 0;       // 0: the whole month
};

std::optional<DateRange> DaysOf(const Named& named, int year) {
  LunarMonth month = named.month;
  month.year = year;
  if (named.day == 0) return LunarMonthDays(month);
  auto day = GregorianDay({month, named.day});
  return day ? std::optional(DateRange::Of(*day)) : std::nullopt;
}

// The lunar year that puts the date nearest to a day.
std::optional<int> NearestYear(const Named& named, Day day) {
  std::optional<int> nearest;
  long least = 0;
  for (int year = YearOf(day) - 1; year <= YearOf(day) + 1; ++year) {
    auto days = DaysOf(named, year);
    if (!days) continue;
    long away = std::abs((*days->first - day).count());
    if (!nearest || away < least) {
      nearest = year;
      least = away;
    }
  }
  return nearest;
}

// The lunar year of a date without one.
std::optional<int> YearFor(const HanText& t, std::size_t at, const Named& named) {
  if (t.left != nullptr && t.left->lunar_year) {
    bool next = t.left->lunar_month && named.month.month < *t.left->lunar_month;
    return *t.left->lunar_year + (next ? 1 : 0);
  }
  if (t.left != nullptr && t.left->year) return t.left->year;
  // 1月7日（农历腊月初八）: the one nearest to a day or a month named before.
  if (auto last = t.LastInSentence(at, kMonthDays)) return NearestYear(named, *last->first);
  if (auto last = t.LastInSentence(at, kYearDays)) return YearOf(*last->first);
  if (!t.context.published) return std::nullopt;
  int year = YearOf(*t.context.published);
  auto days = DaysOf(named, year);
  bool far = days && (*days->first - *t.context.published).count() > kFarAhead;
  return far ? year - 1 : year;
}

HanPoint Resolved(const HanText& t, std::size_t at, const Named& named, std::optional<int> year) {
  bool told = year.has_value();
  if (!year) year = YearFor(t, at, named);
  if (!year) return HanPoint::Unresolved(named.end, kLunar);
  auto days = DaysOf(named, *year);
  if (!days) {
    // Without its year a leap month or a 30th that this year does not have may be of another year; and of old
    // years nothing is known.
    bool missing = told && LunarMonthDays({*year, 1, false});
    return HanPoint::Unresolved(named.end, missing ? kNoSuchDay : kLunar);
  }
  HanPoint point = HanPoint::Span(named.end, *days);
  if (named.day > 0) point.grain = HanPoint::Grain::kDay;
  point.year = YearOf(*days->first);
  point.year_told = told;
  point.lunar_year = year;
  point.lunar_month = named.month.month;
  return point;
}

// Whether the numeral that ends at `end` goes on or counts: 正月十多天, 正月八家公司.
bool Counts(const HanText& t, std::size_t end) {
  if (end >= t.text.size()) return false;
  if (t.Has(t.words().measure_words, end)) return true;
  return t.Skip(end, {"多", "余", "几", "来", "万", "亿", "点", "年", "%", "月"}) != end;
}

// 初八, 廿三, 十五, 15日: a day of a lunar month.
struct LunarDay {
  int value;
  std::size_t end;
  bool day_sign;  // 日 or 号 stands behind
};

std::optional<LunarDay> DayAt(const HanText& t, std::size_t at) {
  std::size_t begin = t.Skip(at, {"初"});
  auto n = ReadDateNumber(t.text, begin);
  if (!n || n->counts || n->value < 1 || n->value > 30 || (begin != at && n->value > 10)) return std::nullopt;
  if (n->han && (n->digits > 1 || t.Has(t.words().not_numbers, begin))) return std::nullopt;
  std::size_t sign = t.Skip(n->end, {"日", "号"});
  if (sign == n->end && Counts(t, sign)) return std::nullopt;
  return LunarDay{n->value, sign, sign != n->end};
}

// Whether the word behind 五月初五 is none that 五 could count.
bool MayFollowDay(const HanText& t, std::size_t end) {
  if (end >= t.text.size() || !IsHan(DecodeUtf8(t.text, end).value)) return true;
  return t.Skip(end,
                {"的", "前",   "后",   "至",   "到", "起", "为", "是", "在", "于", "晚", "夜", "早", "凌",
                 "清", "上午", "下午", "中午", "这", "那", "当", "举", "开", "和", "与", "端", "重"}) != end;
}

Named WithDay(const HanText& t, Named month) {
  if (month.day > 0) return month;
  if (auto day = DayAt(t, t.SkipBlank(month.end))) {
    month.day = day->value;
    month.end = day->end;
  }
  return month;
}

// 正月, 闰四月, 大年初一, 十月: with the day that may follow.
std::optional<Named> MonthAt(const HanText& t, std::size_t at) {
  if (auto mark = t.words().lunar_marks.At(t.text, at)) {
    if (mark->value.month == 0) return std::nullopt;
    Named named{at + mark->length, {0, mark->value.month, mark->value.leap}, mark->value.day};
    return WithDay(t, named);
  }
  auto n = ReadDateNumber(t.text, at);
  if (!n || n->counts || n->value < 1 || n->value > 12 || (n->han && n->digits > 1)) return std::nullopt;
  std::size_t sign = t.SkipBlank(n->end);
  if (!t.Is(sign, kMonthSign)) return std::nullopt;
  return WithDay(t, {sign + kMonthSign.size(), {0, n->value, false}, 0});
}

// 甲辰年: the year of that name in the cycle of sixty which began last, seen from the end of the
// publication's year.
struct CycleYear {
  std::size_t end;
  std::optional<int> year;  // nullopt without a publication
};

std::optional<CycleYear> CycleYearAt(const HanText& t, std::size_t at) {
  static constexpr std::string_view kStems = "甲乙丙丁戊己庚辛壬癸";
  static constexpr std::string_view kBranches = "子丑寅卯辰巳午未申酉戌亥";
  constexpr std::size_t kBytes = 3;  // of each of these characters
  if (at + 2 * kBytes >= t.text.size() || !t.Is(at + 2 * kBytes, kYearSign)) return std::nullopt;
  auto stem = kStems.find(t.text.substr(at, kBytes));
  auto branch = kBranches.find(t.text.substr(at + kBytes, kBytes));
  if (stem == std::string_view::npos || branch == std::string_view::npos) return std::nullopt;
  CycleYear cycle{at + 2 * kBytes + kYearSign.size(), std::nullopt};
  if (!t.context.published) return cycle;
  int first = static_cast<int>(stem / kBytes);
  int second = static_cast<int>(branch / kBytes);
  for (int year = YearOf(*t.context.published), back = 0; back < 60; ++back) {
    // The year 4 was the first of its cycle.
    int of_cycle = year - back - 4;
    if (of_cycle % 10 == first && of_cycle % 12 == second) cycle.year = year - back;
  }
  return cycle;
}

}  // namespace

std::optional<HanPoint> ReadLunar(const HanText& t, std::size_t at, std::optional<int> year) {
  auto mark = t.words().lunar_marks.At(t.text, at);
  if (!mark) return std::nullopt;
  if (mark->value.month > 0) {
    auto named = MonthAt(t, at);
    // 甲辰年正月, 同治三年腊月: a year that was not understood.
    bool other_year = !year && at > 0 && t.text.substr(0, at).ends_with(kYearSign);
    if (other_year) return HanPoint::Unresolved(named->end, kLunar);
    return Resolved(t, at, *named, year);
  }
  std::size_t end = at + mark->length;
  std::size_t next = t.SkipOf(end);
  bool unknown_year = false;
  auto n = ReadDateNumber(t.text, next);
  if (n && n->digits == 4 && t.Is(n->end, kYearSign)) {
    if (!year) year = n->value;
    end = n->end + kYearSign.size();
    next = t.SkipOf(end);
  } else if (auto cycle = CycleYearAt(t, next)) {
    if (!year) year = cycle->year;
    unknown_year = !year;
    end = cycle->end;
    next = t.SkipOf(end);
  }
  auto named = MonthAt(t, next);
  if (named && unknown_year) return HanPoint::Unresolved(named->end, kLunar);
  if (named) return Resolved(t, at, *named, year);
  // 农历中秋, 农历2024年春节
  if (auto holiday = ReadHoliday(t, next, year)) return holiday;
  // 农历廿三 without its month. 农历 and 农历2024年 alone date nothing.
  auto day = DayAt(t, next);
  return day ? std::optional(HanPoint::Unresolved(day->end, kLunar)) : std::nullopt;
}

std::optional<HanPoint> ReadLunarEnd(const HanText& t, std::size_t at) {
  if (t.left == nullptr || !t.left->lunar_month) return std::nullopt;
  // 正月初八至3月1日 ends in the other calendar.
  if (!IsAsciiDigit(t.text[at])) {
    if (auto month = MonthAt(t, at)) return Resolved(t, at, *month, std::nullopt);
  }
  auto day = DayAt(t, at);
  // The publication's month would be another one.
  if (!day || t.left->grain != HanPoint::Grain::kDay) return std::nullopt;
  auto first = LunarDateOf(*t.left->days.first);
  if (!first || day->value <= first->day) return std::nullopt;
  auto last = GregorianDay({first->month, day->value});
  if (!last) return HanPoint::Unresolved(day->end, kNoSuchDay);
  HanPoint point = HanPoint::Day(day->end, *last);
  point.year_told = t.left->year_told;
  return point;
}

std::optional<std::size_t> LunarDayEnd(const HanText& t, std::size_t at) {
  bool early = t.Is(at, "初");
  if (!early && !t.Is(at, "廿") && !t.Is(at, "卅")) return std::nullopt;
  auto day = DayAt(t, at);
  // 五月廿五日 is written for 25 May, too; 9月初三大运营商 is early September.
  if (!day || day->day_sign || (early && !MayFollowDay(t, day->end))) return std::nullopt;
  return day->end;
}

std::optional<HanPoint> ReadLunarDay(const HanText& t, std::size_t month_at, int month, std::size_t at,
                                     std::optional<int> year) {
  // 八月十五, said without 日, is the mid-autumn festival.
  bool festival = month == 8 && t.Is(at, kFifteenth) && t.Is(month_at, "八");
  if (!festival && !t.Is(at, "初") && !t.Is(at, "廿") && !t.Is(at, "卅")) return std::nullopt;
  auto day = DayAt(t, at);
  if (!day || day->day_sign) return std::nullopt;
  if (!festival && !LunarDayEnd(t, at)) {
    // Before figures 初 is rather early in the month; a month in letters may be of either calendar.
    if (IsAsciiDigit(t.text[month_at])) return std::nullopt;
    return HanPoint::Unresolved(day->end, kLunar);
  }
  return Resolved(t, month_at, {day->end, {0, month, false}, day->value}, year);
}

std::optional<HanPoint> ReadLunarTwenties(const HanText& t, std::size_t at) {
  if (!t.Is(at, "廿") || !t.OpensClause(at)) return std::nullopt;
  auto n = ReadDateNumber(t.text, at);
  if (!n || n->value > 29) return std::nullopt;
  // 廿三里, 廿一世纪
  if (n->end < t.text.size() && IsHan(DecodeUtf8(t.text, n->end).value)) return std::nullopt;
  // Without one it is the figure 21.
  if (!t.context.published) return std::nullopt;
  auto now = LunarDateOf(*t.context.published);
  auto day = now ? GregorianDay({now->month, n->value}) : std::nullopt;
  return day ? HanPoint::Day(n->end, *day) : HanPoint::Unresolved(n->end, kLunar);
}

namespace {

// The day of a holiday in a year; a lunar holiday is of the year that begins there, and 除夕 ends the one
// before.
std::optional<Day> HolidayIn(const Holiday& holiday, int year) {
  switch (holiday.by) {
    case Holiday::By::kGregorian:
      return MakeDay(year, holiday.month, holiday.day);
    case Holiday::By::kLunar:
      return GregorianDay({{year, holiday.month, false}, holiday.day});
    case Holiday::By::kNewYearsEve: {
      auto day = GregorianDay({{year, 1, false}, 1});
      return day ? std::optional(*day - std::chrono::days(1)) : std::nullopt;
    }
    case Holiday::By::kSun:
      return SolarTermDay(year, holiday.day);
    case Holiday::By::kNone:
    case Holiday::By::kMoves:
      break;
  }
  return std::nullopt;
}

std::optional<int> YearOfHoliday(const HanText& t, std::size_t at, std::size_t end, const Holiday& holiday) {
  if (t.left != nullptr && t.left->year) {
    auto day = HolidayIn(holiday, *t.left->year);
    bool next = day && t.left->days.first && *day < *t.left->days.first;
    return *t.left->year + (next ? 1 : 0);
  }
  if (auto last = t.LastInSentence(at, kYearDays)) {
    int year = YearOf(*last->first);
    auto day = HolidayIn(holiday, year);
    return day && *day < *last->first ? year + 1 : year;
  }
  if (!t.context.published) return std::nullopt;
  Day published = *t.context.published;
  int year = YearOf(published);
  // 29 February: no holiday so far. A day that no formula tells stays untold.
  auto day = HolidayIn(holiday, year);
  if (day && IsFarAhead(*day, published)) return year - 1;
  bool past = day && *day < published;
  // 将于春节上映, written in December
  if (past && (t.SpeaksOfFuture(at) || t.ClauseGoesOnWith(t.words().future_marks, end))) return year + 1;
  return year;
}

}  // namespace

std::optional<HanPoint> ReadHoliday(const HanText& t, std::size_t at, std::optional<int> year) {
  auto hit = t.words().holidays.At(t.text, at);
  if (!hit || hit->value.by == Holiday::By::kNone) return std::nullopt;
  std::size_t end = at + hit->length;
  if (hit->value.by == Holiday::By::kMoves) return HanPoint::Unresolved(end, kMoves);
  bool told = year.has_value();
  // 谷雨, 立春: names of other things too, inside a clause.
  if (hit->value.by == Holiday::By::kSun && !told && !t.OpensClause(at)) return std::nullopt;
  if (!year) year = YearOfHoliday(t, at, end, hit->value);
  if (!year) return HanPoint::Unresolved(end, kNoPublication);
  auto day = HolidayIn(hit->value, *year);
  if (!day) return HanPoint::Unresolved(end, kMoves);
  HanPoint point = HanPoint::Day(end, *day);
  point.year_told = told;
  // 除夕到正月初三: what follows the eve is of the year that it opens.
  bool lunar = hit->value.by == Holiday::By::kLunar || hit->value.by == Holiday::By::kNewYearsEve;
  if (lunar) point.lunar_year = *year;
  return point;
}

}  // namespace tally
