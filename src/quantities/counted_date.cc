// Dates that count days, weeks, months or years. A count is told in the text's own precision: 三天后 is a
// day, 两周后 the day fourteen days on, 三个月后 a month and 五年前 a year.
#include <chrono>
#include <limits>

#include "quantities/date_arithmetic.h"
#include "quantities/han_calendar.h"
#include "quantities/relative_date.h"

namespace tally {
namespace {

using std::chrono::days;

// Beyond so many units a count dates nothing: 一千年前.
constexpr int kMostYears = 150;
constexpr int kMostOthers = 1000;
constexpr std::string_view kNamedBefore = "counted from what is named before";

bool IsCount(const DateNumber& n, DateUnit unit) {
  if (n.han && n.digits > 1) return false;  // 三四天, 三五天
  return n.value >= 1 && !n.leading_zero && n.value <= (unit == DateUnit::kYear ? kMostYears : kMostOthers);
}

// The day or the span that lies `count` units from `anchor`.
HanPoint Away(std::size_t end, Day anchor, DateUnit unit, int count) {
  switch (unit) {
    case DateUnit::kDay:
      return HanPoint::Day(end, anchor + days(count));
    case DateUnit::kWeek:
      return HanPoint::Day(end, anchor + days(7 * count));
    case DateUnit::kMonth: {
      auto [year, month] = AddMonths(YearOf(anchor), MonthOf(anchor), count);
      return HanPoint::Month(end, year, month);
    }
    case DateUnit::kQuarter: {
      auto [year, month] = AddMonths(YearOf(anchor), (MonthOf(anchor) - 1) / 3 * 3 + 1, 3 * count);
      return HanPoint::Span(end, DateRange::Months(year, month, month + 2));
    }
    case DateUnit::kYear:
      return HanPoint::Year(end, YearOf(anchor) + count);
  }
  return HanPoint::Day(end, anchor);
}

// `count` whole units from the one that is `first` units away.
HanPoint Row(std::size_t end, Day anchor, DateUnit unit, int first, int count) {
  HanPoint from = Away(end, anchor, unit, first);
  HanPoint to = Away(end, anchor, unit, first + count - 1);
  DateRange span{from.days.first, to.days.last};
  if (unit == DateUnit::kWeek) {
    int into = static_cast<int>(std::chrono::weekday(anchor).iso_encoding()) - 1;
    span = {*from.days.first - days(into), *to.days.last - days(into) + days(6)};
  }
  return HanPoint::Span(end, span);
}

// So many units that begin (or end) with the anchor itself.
std::optional<HanPoint> Rolling(std::size_t end, Day anchor, DateUnit unit, int count) {
  Day other = anchor;
  int step = count > 0 ? -1 : 1;
  if (unit == DateUnit::kDay)
    other = anchor + days(count);
  else if (unit == DateUnit::kWeek)
    other = anchor + days(7 * count);
  else if (unit == DateUnit::kMonth)
    other = AddMonths(anchor, count);
  else
    return std::nullopt;  // 未来五年 says how long, not when
  other += days(step);
  return HanPoint::Span(end, count > 0 ? DateRange{anchor, other} : DateRange{other, anchor});
}

// What "three days later" is counted from. A story goes on from the date that it named in the same sentence;
// 三天后 inside a text that says nothing of the future goes on from something that no reader of dates knows.
std::optional<Day> AnchorOf(const HanText& t, std::size_t at, std::size_t end, CountedMark mark,
                            DateUnit unit) {
  if (auto last = t.LastInSentence(at, std::numeric_limits<int>::max())) {
    // Three days after a year, or before what is named, is no day that the text tells.
    int precise = unit == DateUnit::kYear ? kYearDays : unit == DateUnit::kMonth ? kMonthDays : 1;
    bool known = mark != CountedMark::kBefore && last->days() && *last->days() <= precise;
    return known ? last->last : std::nullopt;
  }
  if (mark == CountedMark::kBefore) return t.context.published;
  bool told_now =
      at == 0 || t.LedIn(at) || t.SpeaksOfFuture(at) || t.ClauseGoesOnWith(t.words().future_marks, end);
  return told_now ? t.context.published : std::nullopt;
}

// 前5月: from January on, of the year in which they were last complete.
std::optional<HanPoint> FirstMonths(const HanText& t, std::size_t at, const DateNumber& n) {
  std::size_t sign = t.SkipBlank(n.end);
  std::size_t end = t.Skip(sign, {"月"});
  if (!t.Is(at, "前") || end == sign || n.counts || n.value < 2 || n.value > 12) return std::nullopt;
  if (!t.context.published) return HanPoint::Unresolved(end, kNoPublication);
  int year = YearOf(*t.context.published);
  if (n.value > MonthOf(*t.context.published)) --year;
  return HanPoint::Span(end, DateRange::Months(year, 1, n.value));
}

// 前 or 后 behind 半年 and 个半月, which end at `begin`, and what they are counted from.
struct HalfMark {
  std::size_t end;
  int direction;  // -1 before, 1 after
  std::optional<Day> anchor;
};

std::optional<HalfMark> HalfAt(const HanText& t, std::size_t at, std::size_t begin) {
  auto mark = t.words().marks.At(t.text, begin);
  bool counted = mark && (mark->value == CountedMark::kBefore || mark->value == CountedMark::kAfter);
  if (!counted || !t.OpensClause(at)) return std::nullopt;
  std::size_t end = begin + mark->length;
  return HalfMark{end, mark->value == CountedMark::kBefore ? -1 : 1,
                  AnchorOf(t, at, end, mark->value, DateUnit::kMonth)};
}

// 两个半月前: the month in which that day lies.
std::optional<HanPoint> HalfMonthsAt(const HanText& t, std::size_t at, const DateNumber& n) {
  std::size_t sign = t.SkipBlank(n.end);
  std::size_t begin = t.Skip(sign, {"个半月"});
  if (begin == sign || !IsCount(n, DateUnit::kMonth)) return std::nullopt;
  auto half = HalfAt(t, at, begin);
  if (!half) return std::nullopt;
  if (!half->anchor)
    return HanPoint::Unresolved(half->end, t.context.published ? kNamedBefore : kNoPublication);
  constexpr int kHalfMonth = 15;
  Day day = AddMonths(*half->anchor, half->direction * n.value) + days(half->direction * kHalfMonth);
  return HanPoint::Month(half->end, YearOf(day), MonthOf(day));
}

}  // namespace

std::optional<HanPoint> ReadCounted(const HanText& t, std::size_t at, const DateNumber& n) {
  if (auto months = HalfMonthsAt(t, at, n)) return months;
  auto unit = t.words().units.At(t.text, t.SkipBlank(n.end));
  if (!unit || !IsCount(n, unit->value)) return std::nullopt;
  std::size_t unit_end = t.SkipBlank(n.end) + unit->length;
  // 12日前 may be "before the 12th".
  if (!n.han && t.Is(t.SkipBlank(n.end), "日")) return std::nullopt;
  std::size_t half = unit->value == DateUnit::kYear ? t.Skip(unit_end, {"半"}) : unit_end;
  std::size_t mark_at = t.SkipBlank(half);
  auto mark = t.words().marks.At(t.text, mark_at);
  if (!mark || mark->value == CountedMark::kNone || !t.OpensClause(at)) return std::nullopt;
  std::size_t end = mark_at + mark->length;
  bool within = mark->value == CountedMark::kWithin;
  // 三年内 says how long, not until when; 三年半内 knows the month.
  bool half_year = half != unit_end;
  bool vague = unit->value == DateUnit::kQuarter || (unit->value == DateUnit::kYear && !half_year);
  if (within && vague) return std::nullopt;
  bool by_months = half_year || unit->value == DateUnit::kMonth;
  auto anchor = AnchorOf(t, at, end, mark->value, unit->value);
  if (within && by_months) {
    if (!anchor) return std::nullopt;  // a length of time
    int months = half_year ? 12 * n.value + 6 : n.value;
    return HanPoint::Span(end, {*anchor, Away(end, *anchor, DateUnit::kMonth, months).days.last});
  }
  if (!anchor) return HanPoint::Unresolved(end, t.context.published ? kNamedBefore : kNoPublication);
  if (within) {
    // Within three days of the 8th is by the 11th; a week of days is seven, as in 未来一周.
    int reach = unit->value == DateUnit::kWeek ? 7 * n.value - 1 : n.value;
    return HanPoint::Span(end, {*anchor, *anchor + days(reach)});
  }
  int sign = mark->value == CountedMark::kBefore ? -1 : 1;
  if (half_year) return Away(end, *anchor, DateUnit::kMonth, sign * (12 * n.value + 6));
  HanPoint point = Away(end, *anchor, unit->value, sign * n.value);
  if (point.grain != HanPoint::Grain::kYear) return point;
  point.year_told = true;
  return WithinYear(t, point);  // 三年前的今天
}

std::optional<HanPoint> ReadHalfYear(const HanText& t, std::size_t at) {
  std::size_t begin = t.Skip(at, {"半年"});
  if (begin == at) return std::nullopt;
  auto half = HalfAt(t, at, begin);
  if (!half) return std::nullopt;
  if (!half->anchor)
    return HanPoint::Unresolved(half->end, t.context.published ? kNamedBefore : kNoPublication);
  return Away(half->end, *half->anchor, DateUnit::kMonth, 6 * half->direction);
}

std::optional<HanPoint> ReadLedCount(const HanText& t, std::size_t at) {
  auto lead = t.words().leads.At(t.text, at);
  if (!lead || lead->value == CountedLead::kNone) return std::nullopt;
  auto n = ReadDateNumber(t.text, t.SkipBlank(at + lead->length));
  if (!n) return std::nullopt;
  std::size_t unit_at = t.SkipBlank(n->end);
  if (auto months = FirstMonths(t, at, *n)) return months;
  auto unit = t.words().units.At(t.text, unit_at);
  if (!unit || !IsCount(*n, unit->value)) return std::nullopt;
  std::size_t end = unit_at + unit->length;
  if (t.Skip(end, {"级", "期", "半", "多", "余", "均", "线"}) != end) return std::nullopt;
  auto mark = t.words().marks.At(t.text, t.SkipBlank(end));
  if (mark && mark->value != CountedMark::kNone) {
    if (mark->value != CountedMark::kWithin) return std::nullopt;
    end = t.SkipBlank(end) + mark->length;
  }
  bool beside = lead->value == CountedLead::kPast || lead->value == CountedLead::kNext;
  // 上市前三年, 发布后一周 are told from what is named before; 前一天 always is.
  if (beside && (!t.OpensClause(at) || n->value < 2)) return std::nullopt;
  bool rolls =
      unit->value == DateUnit::kDay || unit->value == DateUnit::kWeek || unit->value == DateUnit::kMonth;
  if (!beside && !rolls) return std::nullopt;
  if (!t.context.published) return HanPoint::Unresolved(end, kNoPublication);
  Day published = *t.context.published;
  switch (lead->value) {
    case CountedLead::kPast:
      return Row(end, published, unit->value, -n->value, n->value);
    case CountedLead::kNext:
      return Row(end, published, unit->value, 1, n->value);
    case CountedLead::kComing:
      return Rolling(end, published, unit->value, n->value);
    case CountedLead::kRecent:
      return Rolling(end, published, unit->value, -n->value);
    case CountedLead::kNone:
      break;
  }
  return std::nullopt;
}

HanPoint CountedFrom(const HanText& t, const HanPoint& day) {
  if (day.grain != HanPoint::Grain::kDay || !day.days.first) return day;
  std::size_t of = t.SkipOf(day.end);
  for (bool before : {true, false}) {
    std::size_t end = before ? t.Skip(of, {"前一天", "前一日"}) : t.Skip(of, {"后一天", "后一日"});
    if (end != of) return HanPoint::Day(end, *day.days.first + days(before ? -1 : 1));
  }
  // 2月13日后的第3天
  for (bool before : {true, false}) {
    std::size_t nth = before ? t.Skip(of, {"前的第", "之前的第"}) : t.Skip(of, {"后的第", "之后的第"});
    auto count = nth != of ? ReadDateNumber(t.text, nth) : std::nullopt;
    std::size_t end = count ? t.Skip(count->end, {"天", "日"}) : nth;
    if (!count || end == count->end || !IsCount(*count, DateUnit::kDay)) continue;
    return HanPoint::Day(end, *day.days.first + days(before ? -count->value : count->value));
  }
  // 5月8日三天后 is not said; the 的 makes it one date.
  if (of == t.SkipBlank(day.end)) return day;
  auto n = ReadDateNumber(t.text, of);
  auto unit = n ? t.words().units.At(t.text, t.SkipBlank(n->end)) : std::nullopt;
  if (!unit || !IsCount(*n, unit->value)) return day;
  std::size_t unit_end = t.SkipBlank(n->end) + unit->length;
  auto mark = t.words().marks.At(t.text, unit_end);
  bool counted = mark && (mark->value == CountedMark::kBefore || mark->value == CountedMark::kAfter);
  if (!counted) return day;
  std::size_t end = unit_end + mark->length;
  int count = mark->value == CountedMark::kBefore ? -n->value : n->value;
  Day from = *day.days.first;
  switch (unit->value) {
    case DateUnit::kDay:
      return HanPoint::Day(end, from + days(count));
    case DateUnit::kWeek:
      return HanPoint::Day(end, from + days(7 * count));
    case DateUnit::kMonth:
      return HanPoint::Day(end, AddMonths(from, count));
    case DateUnit::kQuarter:
      return HanPoint::Day(end, AddMonths(from, 3 * count));
    case DateUnit::kYear:
      return HanPoint::Day(end, AddMonths(from, 12 * count));
  }
  return day;
}

}  // namespace tally
