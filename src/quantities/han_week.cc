#include "quantities/han_week.h"

#include <algorithm>
#include <chrono>

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/date_number.h"

namespace tally {
namespace {

using std::chrono::days;

constexpr int kSaturday = 6;
// More units than this of a year are not counted: 366 days.
constexpr int kMostCounted = 366;

// Whether what stands at `at` shows that a numeral before it counts: 上周一家公司, 上周一直.
bool Counts(const HanText& t, std::size_t numeral, std::size_t after) {
  if (t.Has(t.words().not_numbers, numeral)) return true;
  if (after >= t.text.size()) return false;
  return t.Has(t.words().measure_words, after) || ReadDateNumber(t.text.substr(after), 0).has_value();
}

// 三 in 上周三: 1 to 7, and its end.
std::optional<DecodedWords<int>::Hit> WeekdayNumber(const HanText& t, std::size_t at) {
  static constexpr std::string_view kNames[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
  for (int i = 0; i < 8; ++i) {
    if (!t.Is(at, kNames[i])) continue;
    std::size_t after = at + kNames[i].size();
    if (i < 6 && Counts(t, at, after)) return std::nullopt;
    if (i == 6 && (t.Is(after, "均") || t.Is(after, "本"))) return std::nullopt;  // 上周日均
    // 下星期天, but 本周天气
    std::string_view before = t.text.substr(0, at);
    if (i == 7 && (t.Is(after, "气") || before.ends_with("周"))) return std::nullopt;
    return DecodedWords<int>::Hit{std::min(i + 1, 7), kNames[i].size()};
  }
  return std::nullopt;
}

// 周三 in full; not the head of a longer word, not 周一 + 家.
std::optional<DecodedWords<int>::Hit> FullWeekday(const HanText& t, std::size_t at) {
  auto hit = t.words().weekdays.At(t.text, at);
  if (!hit || hit->value == 0) return std::nullopt;
  std::size_t end = at + hit->length;
  if (hit->value < 7 && Counts(t, PreviousCodePoint(t.text, end), end)) return std::nullopt;
  return hit;
}

// The first Monday of week 1: of a year by ISO 8601, of a month the week that begins first in it.
Day FirstMonday(const HanPoint& whole) {
  if (whole.grain == HanPoint::Grain::kYear) return MondayOf(*MakeDay(*whole.year, 1, 4));
  Day monday = MondayOf(*whole.days.first);
  return monday < *whole.days.first ? monday + days(7) : monday;
}

Day LastMonday(const HanPoint& whole) {
  if (whole.grain == HanPoint::Grain::kYear) return MondayOf(*MakeDay(*whole.year, 12, 28));
  return MondayOf(*whole.days.last);
}

enum class Count { kNth, kFirst, kLast, kNthLast };

// The units `from`..`to` (from 0) out of a row that begins at `first` with `step` days each.
HanPoint DaysOf(std::size_t end, Day first, int step, int from, int to) {
  HanPoint::Grain grain = step == 1 && from == to ? HanPoint::Grain::kDay : HanPoint::Grain::kSpan;
  return HanPoint::Span(end, {first + days(step * from), first + days(step * (to + 1) - 1)}, grain);
}

// The `n`th of the units of `step` days from first to last, or so many of them at either end.
std::optional<HanPoint> Pick(std::size_t end, Day first, Day last, int step, Count count, int n) {
  int all = static_cast<int>((last - first).count()) / step + 1;
  if (n < 1 || n > all) return std::nullopt;
  switch (count) {
    case Count::kNth:
      return DaysOf(end, first, step, n - 1, n - 1);
    case Count::kFirst:
      return DaysOf(end, first, step, 0, n - 1);
    case Count::kLast:
      return DaysOf(end, first, step, all - n, all - 1);
    case Count::kNthLast:
      return DaysOf(end, first, step, all - n, all - n);
  }
  return std::nullopt;
}

std::optional<HanPoint> PickMonths(std::size_t end, int year, int months, Count count, int n) {
  int all = 12 / months;
  if (n < 1 || n > all) return std::nullopt;
  int from = count == Count::kNth ? n - 1 : count == Count::kFirst ? 0 : all - n;
  int to = count == Count::kNth || count == Count::kNthLast ? from : count == Count::kFirst ? n - 1 : all - 1;
  HanPoint point = HanPoint::Month(end, year, from * months + 1);
  point.days.last = DateRange::Months(year, 1, (to + 1) * months).last;
  if (months * (to - from + 1) > 1) point.grain = HanPoint::Grain::kSpan;
  return point;
}

}  // namespace

Day MondayOf(Day day) { return day - days(static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1); }

HanPoint WithinWeek(const HanText& t, const HanPoint& week) {
  Day monday = *week.days.first;
  std::size_t of = t.SkipOf(week.end);
  std::size_t weekend = t.Skip(week.end, {"末"});
  if (weekend == week.end) weekend = t.Is(of, "周末") ? t.Skip(of, {"周末"}) : week.end;
  if (weekend > week.end)
    return HanPoint::Span(weekend, {monday + days(kSaturday - 1), monday + days(kSaturday)});
  auto number = WeekdayNumber(t, week.end);
  std::size_t at = week.end;
  if (!number) {
    number = FullWeekday(t, of);
    at = of;
  }
  if (!number) return week;
  return HanPoint::Day(at + number->length, monday + days(number->value - 1));
}

std::optional<HanPoint> ReadWeekday(const HanText& t, std::size_t at) {
  auto hit = FullWeekday(t, at);
  if (!hit) return std::nullopt;
  std::size_t end = at + hit->length;
  if (t.left != nullptr && t.left->days.first) {
    // 上周三至周五
    Day day = MondayOf(*t.left->days.first) + days(hit->value - 1);
    return HanPoint::Day(end, day < *t.left->days.first ? day + days(7) : day);
  }
  if (at > 0) {
    // 每周三, 一周三次, 第二周周三 name no week; 周一至周五 is a habit.
    for (std::string_view before : {"每", "逢", "隔", "个", "周", "期", "双", "单", "第"}) {
      if (t.text.substr(0, at).ends_with(before)) return std::nullopt;
    }
    if (IsHanNumeral(DecodeUtf8(t.text, PreviousCodePoint(t.text, at)).value)) return std::nullopt;
    for (std::string_view mark : {"至", "到", "-", "~", "—"}) {
      if (!t.text.substr(0, at).ends_with(mark)) continue;
      if (t.words().weekdays.list().lexicon.LongestEndingAt(t.text, at - mark.size(), 0)) return std::nullopt;
    }
  }
  std::size_t mark = t.Skip(end, {"至", "到", "-", "~", "—"});
  if (mark != end && FullWeekday(t, mark)) return std::nullopt;
  if (!t.context.published) return HanPoint::Unresolved(end, kNoPublication);
  Day day = MondayOf(*t.context.published) + days(hit->value - 1);
  bool ahead = day > *t.context.published && !t.SpeaksOfFuture(at);
  if (ahead && (t.ClauseHas(t.words().past_speech, at) || t.ClauseGoesOnWith(t.words().past_speech, end)))
    day -= days(7);
  return HanPoint::Day(end, day);
}

std::size_t SkipWeekdayBeside(const HanText& t, std::size_t end) {
  // 周三、周四 are two dates.
  if (t.words().weekdays.list().lexicon.LongestEndingAt(t.text, end, 0)) return end;
  std::size_t at = t.SkipBlank(end);
  std::size_t open = t.Skip(at, {"(", "["});
  if (open != at) {
    auto hit = t.words().weekdays.At(t.text, open);
    std::size_t close = hit ? open + hit->length : open;
    // 4月15日（二）: 周二.
    std::size_t next = open < t.text.size() ? open + DecodeUtf8(t.text, open).length : open;
    bool alone =
        !hit && t.words().weekdays.list().lexicon.Find("周" + std::string(t.text.substr(open, next - open)));
    if (alone && (t.Is(next, ")") || t.Is(next, "]"))) return next + 1;
    return hit && (t.Is(close, ")") || t.Is(close, "]")) ? close + 1 : end;
  }
  std::size_t comma = t.SkipBlank(t.Skip(at, {"，", ","}));
  auto hit = FullWeekday(t, comma);
  if (!hit) return end;
  std::size_t after = comma + hit->length;
  // 5月8日，周五的会议: the second may open another statement, unless it ends there.
  bool ends = after >= t.text.size() || !IsHan(DecodeUtf8(t.text, after).value);
  return comma == at || ends ? after : end;
}

std::optional<HanPoint> ReadOrdinal(const HanText& t, std::size_t at, const HanPoint& whole) {
  struct Lead {
    std::string_view word;
    Count count;
  };
  static constexpr Lead kLeads[] = {{"倒数第", Count::kNthLast}, {"最后", Count::kLast},
                                    {"第", Count::kNth},         {"前", Count::kFirst},
                                    {"头", Count::kFirst},       {"首", Count::kFirst}};
  if (!whole.year || !whole.days.first || !whole.days.last) return std::nullopt;
  for (const Lead& lead : kLeads) {
    if (!t.Is(at, lead.word)) continue;
    std::size_t begin = t.SkipBlank(at + lead.word.size());
    auto n = ReadDateNumber(t.text, begin);
    // 首周, 最后一周
    bool bare = lead.word == "首" || lead.count == Count::kLast;
    if (!n && !bare) return std::nullopt;
    int value = n ? n->value : 1;
    std::size_t unit_at = t.SkipBlank(n ? n->end : begin);
    if (value < 1 || value > kMostCounted || (n && n->han && n->neighbours)) return std::nullopt;
    std::size_t of_weekday = t.Skip(unit_at, {"个"});
    if (auto weekday = FullWeekday(t, of_weekday)) {
      Day first = MondayOf(*whole.days.first) + days(weekday->value - 1);
      if (first < *whole.days.first) first += days(7);
      auto count = lead.count == Count::kLast ? Count::kNthLast : lead.count;
      if (count == Count::kFirst) count = Count::kNth;  // 首个周一
      auto picked = Pick(of_weekday + weekday->length, first, *whole.days.last, 7, count, value);
      if (!picked) return std::nullopt;
      return HanPoint::Day(picked->end, *picked->days.first);
    }
    bool of_year = whole.grain == HanPoint::Grain::kYear;
    std::size_t months = t.Skip(unit_at, {"月"});
    if (of_year && n && !n->counts && lead.count == Count::kFirst && months != unit_at)
      return PickMonths(months, *whole.year, 1, lead.count, value);  // 今年前5月
    auto unit = t.words().units.At(t.text, unit_at);
    if (!unit) return std::nullopt;
    std::size_t end = unit_at + unit->length;
    switch (unit->value) {
      case DateUnit::kDay:
        return Pick(end, *whole.days.first, *whole.days.last, 1, lead.count, value);
      case DateUnit::kWeek:
        return Pick(end, FirstMonday(whole), LastMonday(whole), 7, lead.count, value);
      case DateUnit::kMonth:
        return of_year ? PickMonths(end, *whole.year, 1, lead.count, value) : std::nullopt;
      case DateUnit::kQuarter:
        return of_year ? PickMonths(end, *whole.year, 3, lead.count, value) : std::nullopt;
      case DateUnit::kYear:
        return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace tally
