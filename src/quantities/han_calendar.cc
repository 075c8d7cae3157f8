#include "quantities/han_calendar.h"

#include <chrono>

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/han_lunar.h"
#include "quantities/han_week.h"

namespace tally {
namespace {

// So far ahead a day without its month is of the publication's own month.
constexpr std::chrono::days kSoon{3};

constexpr std::string_view kMonthSign = "月";
constexpr std::string_view kNoSuchDay = "the calendar has no such day";

// 较去年, 与2023年: a word of comparison before the date that ends at `end`.
bool IsComparedBefore(std::string_view text, std::size_t end) {
  constexpr std::size_t kDate = 24;  // bytes
  std::string_view before = text.substr(end > kDate ? end - kDate : 0, std::min(end, kDate));
  for (std::string_view word : {"较", "比", "与"}) {
    if (before.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// A month without its year: that of the other end of the range, of the date before in the sentence, or the
// publication's.
std::optional<int> YearForMonth(const HanText& t, std::size_t at, int month, int day = 1) {
  if (t.left != nullptr && t.left->year) {
    bool next = t.left->month && month < *t.left->month;
    return *t.left->year + (next ? 1 : 0);
  }
  // 5月8日电，4月出口…: a date of the year of the publication lends nothing.
  const auto& published = t.context.published;
  auto last = t.LastInSentence(at, kYearDays);
  // 亏损额较上年同期扩大；截至6月末…: what another figure is compared with lends nothing either.
  bool base = last && t.Is(*t.context.last_end, "同期") && IsComparedBefore(t.text, *t.context.last_end);
  if (last && !base && !(published && YearOf(*last->first) == YearOf(*published))) {
    int year = YearOf(*last->first);
    return month < MonthOf(*last->first) ? year + 1 : year;
  }
  return YearOfBareMonth(month, published, day);
}

// After 日 or 号, where they end a day and are not the head of 号线 or 日元.
std::size_t DayEnd(const HanText& t, std::size_t at) {
  std::size_t sign = t.SkipBlank(at);
  std::size_t end = t.Skip(sign, {"日", "号"});
  if (end == sign) return at;
  bool yen = t.Is(end, "元") && !t.Is(end, "元旦") && !t.Is(end, "元宵");
  bool other = yen || t.Skip(end, {"线", "楼", "机", "馆", "仓", "文件", "圆", "均"}) != end;
  return other ? at : end;
}

bool ConnectsDays(const HanText& t, std::size_t at, std::size_t& after) {
  after = t.Skip(at, {"至", "到", "-", "~", "—", "–", "、"});
  return after != at;
}

// Whether a figure without 日 may end here as a day: 1月3至2月10, 十月31.
bool EndsBareDay(const HanText& t, std::size_t end) {
  if (end >= t.text.size()) return true;
  if (t.Skip(end, {"至", "到"}) != end) return true;
  CodePoint c = DecodeUtf8(t.text, end);
  if (c.value == U'，' || c.value == U'。' || c.value == U'；' || c.value == ')' || c.value == U'、')
    return true;
  if (c.value != ',' && c.value != '.' && c.value != ';') return false;
  return end + 1 >= t.text.size() || t.text[end + 1] == ' ';
}

HanPoint ToldDay(const HanText& t, std::size_t end, Day day, const HanPoint& month) {
  HanPoint point = HanPoint::Day(SkipWeekdayBeside(t, end), day);
  point.year_told = month.year_told;
  return point;
}

// "3日", "12-19日", or a bare figure, in a known month.
std::optional<HanPoint> DayWithin(const HanText& t, std::size_t at, const HanPoint& month, bool spaced) {
  auto n = ReadDateNumber(t.text, at);
  if (!n || n->counts || (n->han && n->digits > 1) || n->value < 1 || n->value > 31) return std::nullopt;
  auto day = MakeDay(*month.year, *month.month, n->value);
  std::size_t end = DayEnd(t, n->end);
  if (end != n->end) {
    if (!day) return HanPoint::Unresolved(end, kNoSuchDay);
    return ToldDay(t, end, *day, month);
  }
  std::size_t second_at;
  if (ConnectsDays(t, n->end, second_at)) {
    auto second = ReadDateNumber(t.text, second_at);
    std::size_t second_end = second ? DayEnd(t, second->end) : 0;
    bool span = second && second_end != second->end && second->value > n->value;
    if (span && t.Is(n->end, "、") && second->value != n->value + 1) span = false;
    auto last = span ? MakeDay(*month.year, *month.month, second->value) : std::nullopt;
    if (day && last) {
      HanPoint point = HanPoint::Span(second_end, {day, last});
      point.year = month.year;
      point.year_told = month.year_told;
      return point;
    }
  }
  if (!spaced && day && EndsBareDay(t, n->end)) return ToldDay(t, n->end, *day, month);
  return std::nullopt;
}

// 上旬, 底, 初: the bare 底 and 初 are of the month here.
std::optional<HanPoint> PartWithin(const HanText& t, std::size_t at, const HanPoint& month) {
  if (at >= t.text.size()) return std::nullopt;
  auto hit = t.vocabulary.PartAt(t.text, at);
  if (!hit) return std::nullopt;
  DatePart part = hit->part;
  if (part.of == DatePart::Of::kFiscal) return std::nullopt;
  if (part.of == DatePart::Of::kYear) {
    std::string_view word = t.text.substr(at, hit->length);
    if (word == "初")
      part = {DatePart::Of::kMonth, 1, 10};
    else if (word == "底" || word == "末")
      part = {DatePart::Of::kMonth, 21, 31};
    else
      return std::nullopt;
  }
  return HanPoint::Span(at + hit->length, PartOfMonth(*month.year, *month.month, part));
}

// The day of the publication in another year: 去年的今天.
std::optional<HanPoint> SameDayOf(const HanText& t, std::size_t at, int year) {
  std::size_t end = t.Skip(at, {"今天", "今日"});
  if (end == at || !t.context.published) return std::nullopt;
  std::chrono::year_month_day date(*t.context.published);
  auto day =
      MakeDay(year, MonthOf(*t.context.published), static_cast<int>(static_cast<unsigned>(date.day())));
  if (!day) return std::nullopt;
  return HanPoint::Day(end, *day);
}

// Whether 末 may follow the part: a quarter or a half of the year.
bool HasMonthsToEnd(const HanText& t, std::size_t at, const Vocabulary::PartHit& part) {
  std::string_view word = t.text.substr(at, part.length);
  return word.find("季") != std::string_view::npos || word.ends_with("半年");
}

// 一月三次, 一月一回: how often a month.
bool OftenAMonth(const HanText& t, std::size_t sign) {
  std::size_t after = t.Skip(sign, {kMonthSign});
  auto times = after != sign ? ReadDateNumber(t.text, after) : std::nullopt;
  return times && t.Skip(times->end, {"次", "回", "趟", "遍", "付", "结"}) != times->end;
}

// 春节期间 and 国庆假期 are days; 春节档 is a name that its year tells apart.
bool IsSeason(std::string_view word) {
  for (std::string_view ending : {"期间", "假期", "长假", "黄金周"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

HanPoint Told(HanPoint point, const HanPoint& whole) {
  point.year_told = whole.year_told;
  return point;
}

}  // namespace

HanPoint WithinYear(const HanText& t, const HanPoint& year) {
  std::size_t next = t.SkipOf(year.end);
  if (next >= t.text.size()) return year;
  auto part = t.vocabulary.PartAt(t.text, next);
  bool fiscal = part && part->part.of == DatePart::Of::kFiscal;
  if (fiscal || (part && part->part.of == DatePart::Of::kYear)) {
    if (fiscal || year.fiscal_year)
      return HanPoint::Unresolved(next + part->length, "a part of a fiscal year: belongs to a company");
    std::size_t end = next + part->length;
    auto edge = HasMonthsToEnd(t, next, *part) ? t.EndOfPartAt(end) : std::nullopt;
    if (edge) return Told(HanPoint::Span(edge->end, EndOfPart(*year.year, part->part, edge->last)), year);
    return Told(HanPoint::Span(end, PartOfYear(*year.year, part->part)), year);
  }
  if (year.fiscal_year) return year;
  if (auto n = ReadDateNumber(t.text, next)) {
    if (auto month = ReadNumberedMonth(t, next, *n, year.year)) return Told(*month, year);
    // 去年七夕
    auto holiday = n->han ? ReadHoliday(t, next, *year.year) : std::nullopt;
    return holiday ? Told(*holiday, year) : year;
  }
  if (auto ordinal = ReadOrdinal(t, next, year)) {
    ordinal->year_told = year.year_told;
    return ordinal->grain == HanPoint::Grain::kMonth ? WithinMonth(t, *ordinal) : *ordinal;
  }
  if (auto holiday = ReadHoliday(t, next, *year.year)) return Told(*holiday, year);
  // 今年春节期间 is some days of the year, and not the year.
  auto season = t.words().holidays.At(t.text, next);
  if (season && season->value.by == Holiday::By::kNone && IsSeason(t.text.substr(next, season->length)))
    return HanPoint::Unresolved(next + season->length, "the days around a holiday, which differ");
  if (auto lunar = ReadLunar(t, next, *year.year)) return *lunar;
  if (auto same = SameDayOf(t, next, *year.year)) return Told(*same, year);
  return year;
}

HanPoint WithinMonth(const HanText& t, const HanPoint& month) {
  HanPoint whole = month;
  std::size_t next = t.SkipBlank(month.end);
  bool spaced = next != month.end;
  std::size_t part_of = t.Skip(month.end, {"份"});
  if (part_of != month.end) {
    whole.end = part_of;
    next = t.SkipBlank(part_of);
  }
  if (auto end = LunarDayEnd(t, next)) return HanPoint::Unresolved(*end, kLunar);
  if (auto day = DayWithin(t, next, whole, spaced)) return *day;
  if (auto part = PartWithin(t, next, whole)) return Told(*part, whole);
  std::size_t of = t.SkipOf(whole.end);
  if (auto ordinal = ReadOrdinal(t, of, whole)) return Told(*ordinal, whole);
  return whole;
}

std::optional<HanPoint> ReadNumberedMonth(const HanText& t, std::size_t at, const DateNumber& n,
                                          std::optional<int> year) {
  int first = n.value;
  int last = n.value;
  if (n.han && n.digits > 1) {
    // 一二月 is January and February; no month is written by position.
    if (!n.neighbours) return std::nullopt;
    first = n.value / 10;
    last = n.value % 10;
  }
  if (n.counts || first < 1 || last > 12) return std::nullopt;
  std::size_t sign = t.SkipBlank(n.end);
  if (n.han && n.value == 1 && OftenAMonth(t, sign)) return std::nullopt;
  if (!t.Is(sign, kMonthSign)) {
    if (first != last) return std::nullopt;
    std::size_t mark = t.Skip(sign, {"至", "到", "-", "~", "—", "–", "、"});
    if (mark == sign) return std::nullopt;
    auto second = ReadDateNumber(t.text, t.SkipBlank(mark));
    if (!second || second->counts || second->value <= n.value || second->value > 12) return std::nullopt;
    if (t.Is(sign, "、") && second->value != n.value + 1) return std::nullopt;
    sign = t.SkipBlank(second->end);
    if (!t.Is(sign, kMonthSign)) return std::nullopt;
    last = second->value;
  }
  std::size_t end = sign + kMonthSign.size();
  if (first == last) {
    if (auto lunar = ReadLunarDay(t, at, first, t.SkipBlank(end), year)) return lunar;
  }
  bool told = year.has_value();
  if (!year) {
    std::size_t day_at = t.SkipBlank(end);
    auto day = first == last ? ReadDateNumber(t.text, day_at) : std::nullopt;
    year = YearForMonth(t, at, first, day && day->value <= 28 && day->value > 0 ? day->value : 1);
  }
  if (!year) {
    // The days are read over nevertheless: 5月3日 is one date.
    constexpr int kLeapYear = 2024;
    HanPoint leap = WithinMonth(t, HanPoint::Month(end, kLeapYear, first));
    return HanPoint::Unresolved(leap.end, "a month without a year, in a text without a date");
  }
  if (first != last) {
    HanPoint span = HanPoint::Span(end, DateRange::Months(*year, first, last));
    span.year = year;
    span.year_told = told;
    return span;
  }
  HanPoint month = HanPoint::Month(end, *year, first);
  month.year_told = told;
  return WithinMonth(t, month);
}

std::optional<HanPoint> ReadBareDay(const HanText& t, std::size_t at, const DateNumber& n) {
  if (n.counts || n.value < 1 || n.value > 31) return std::nullopt;
  std::size_t end = DayEnd(t, n.end);
  int days_on = 0;
  std::size_t second_at;
  if (end == n.end && ConnectsDays(t, n.end, second_at)) {
    // 20至22日
    auto second = ReadDateNumber(t.text, second_at);
    if (!second || second->value <= n.value || second->value > 31) return std::nullopt;
    end = DayEnd(t, second->end);
    if (end == second->end) return std::nullopt;
    days_on = second->value - n.value;
  } else if (end == n.end) {
    return std::nullopt;
  }
  if (t.left != nullptr && t.left->year && t.left->month) {
    // 12月九号到十五号
    auto day = MakeDay(*t.left->year, *t.left->month, n.value);
    if (!day || !t.left->days.first || *day < *t.left->days.first) return std::nullopt;
    return HanPoint::Day(end, *day);
  }
  // 十二日 may count twelve days, and so may 3-5日 at its second figure; figures at the head of a clause name
  // the day.
  bool second_figure =
      at > 1 && IsAsciiDigit(t.text[at - 2]) && (t.text[at - 1] == '-' || t.text[at - 1] == '~');
  // …电（记者 张三）6日12时16分: so the agencies begin.
  bool dateline = at > 0 && t.text[at - 1] == ')';
  bool named =
      !n.han && !second_figure && (dateline || t.OpensClause(at)) && t.text.substr(0, end).ends_with("日");
  if (!named) return std::nullopt;
  auto counted = t.words().marks.At(t.text, end);
  bool before = counted && counted->value == CountedMark::kBefore;  // 12日前提交
  // 27日才, 6日不: behind digits an adverb of the day, not of a span.
  bool adverb = t.Skip(end, {"才", "不"}) != end;
  bool spans = !counted && !adverb && t.Has(t.words().duration_marks, end);
  if ((counted && !before) || spans) return std::nullopt;
  // A day before which something is due is to come.
  bool future = before || t.SpeaksOfFuture(at) || t.ClauseGoesOnWith(t.words().future_marks, end);
  std::optional<Day> from = t.context.published;
  auto last = t.LastInSentence(at, kMonthDays);
  if (last) from = last->first;
  if (!from) return HanPoint::Unresolved(end, "a day without a month, in a text without a date");
  bool forward = last.has_value() || future;
  // 26日 in a text of the 25th is tomorrow: the month before would be named.
  auto soon = MakeDay(YearOf(*from), MonthOf(*from), n.value);
  if (!forward && soon && *soon > *from && *soon - *from <= kSoon) forward = true;
  // 记者18日获悉，工程已于16日完工: what is said to be done lies before the publication, whatever day
  // the sentence named before.
  const auto& published = t.context.published;
  auto [next_year, next_month] = AddMonths(YearOf(*from), MonthOf(*from), 1);
  auto next = MakeDay(next_year, next_month, n.value);
  bool passed = t.ClauseHas(t.words().past_speech, at);
  bool to_come = passed && published && *from <= *published && next && *next > *published;
  if (forward && !future && to_come && soon && *soon < *from) forward = false;
  // A month without a 31st is passed over; of two months in a row one has it.
  for (int step = 0; step < 3; ++step) {
    auto [year, month] = AddMonths(YearOf(*from), MonthOf(*from), forward ? step : -step);
    auto day = MakeDay(year, month, n.value);
    if (!day || (forward ? *day < *from : *day > *from)) continue;
    if (days_on > 0) return HanPoint::Span(end, {day, *day + std::chrono::days(days_on)});
    return HanPoint::Day(SkipWeekdayBeside(t, end), *day);
  }
  return std::nullopt;
}

}  // namespace tally
