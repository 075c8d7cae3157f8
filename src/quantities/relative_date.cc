#include "quantities/relative_date.h"

#include <chrono>
#include <string>

#include "base/utf8.h"
#include "quantities/blanks.h"
#include "quantities/date_arithmetic.h"
#include "quantities/han_calendar.h"
#include "quantities/han_week.h"

namespace tally {
namespace {

using std::chrono::days;
using Of = RelativeDate::Unit;

// A year that has every day, to see how far a date goes that cannot be told.
constexpr int kLeapYear = 2024;

HanPoint RelativeYear(const HanText& t, const RelativeDate& relative, std::size_t end, Day anchor) {
  HanPoint year = HanPoint::Year(end, YearOf(anchor) + relative.offset);
  year.year_told = true;
  if (relative.last_offset != relative.offset) {
    year.days.last = DateRange::Year(YearOf(anchor) + relative.last_offset).last;
    year.grain = HanPoint::Grain::kSpan;
    return year;
  }
  return WithinYear(t, year);
}

HanPoint RelativeMonth(const HanText& t, const RelativeDate& relative, std::size_t end, Day anchor) {
  auto [year, month] = AddMonths(YearOf(anchor), MonthOf(anchor), relative.offset);
  HanPoint whole = HanPoint::Month(end, year, month);
  whole.year_told = true;
  HanPoint point = WithinMonth(t, whole);
  // 本月月初, written on the 5th, cannot mean the 8th.
  bool running = relative.offset == 0 && point.grain == HanPoint::Grain::kSpan &&
                 point.days.first == whole.days.first && point.days.Contains(DateRange::Of(anchor));
  if (running) point.days.last = anchor;
  return point;
}

// Whether a text ends with the name of a month without its 月.
bool EndsMonthName(std::string_view before) {
  for (std::string_view name : {"正", "腊", "冬", "闰"}) {
    if (before.ends_with(name)) return true;
  }
  return IsAsciiDigit(before.back()) ||
         IsHanNumeral(DecodeUtf8(before, PreviousCodePoint(before, before.size())).value);
}

HanPoint RelativeHalf(const RelativeDate& relative, std::size_t end, Day anchor) {
  int first = (MonthOf(anchor) - 1) / 6 * 6 + 1;
  auto [year, month] = AddMonths(YearOf(anchor), first, 6 * relative.offset);
  return HanPoint::Span(end, DateRange::Months(year, month, month + 5));
}

// 今天明天, 明天后天大后天三天: days in a row are one reading, and so is their number behind them.
HanPoint RelativeDays(const HanText& t, const RelativeDate& relative, std::size_t end, Day anchor) {
  constexpr int kMostInARow = 4;
  int last = relative.last_offset;
  for (int more = 0; more < kMostInARow && !relative.from_context; ++more) {
    auto next = t.vocabulary.RelativeAt(t.text, end);
    bool follows = next && next->relative.unit == Of::kDay && !next->relative.from_context &&
                   next->relative.offset == last + 1 && next->relative.last_offset == last + 1;
    if (!follows) break;
    ++last;
    end += next->length;
  }
  HanPoint day = HanPoint::Day(end, anchor + days(relative.offset));
  day.year_told = true;
  if (last == relative.offset) return day;
  auto count = ReadDateNumber(t.text, end);
  bool counted = count && count->value == last - relative.offset + 1;
  if (counted) end = t.Skip(count->end, {"天", "日"}) != count->end ? t.Skip(count->end, {"天", "日"}) : end;
  return HanPoint::Span(end, {day.days.first, anchor + days(last)});
}

HanPoint RelativeQuarter(const RelativeDate& relative, std::size_t end, Day anchor) {
  int first = (MonthOf(anchor) - 1) / 3 * 3 + 1;
  auto [year, month] = AddMonths(YearOf(anchor), first, 3 * relative.offset);
  return HanPoint::Span(end, DateRange::Months(year, month, month + 2));
}

// How long the date before may be that a word like 当日, 当月 or 同年 points to.
int MostDays(Of unit) {
  if (unit == Of::kDay || unit == Of::kWeek) return kWeekDays;
  return unit == Of::kMonth ? kMonthDays : kYearDays;
}

HanPoint From(const HanText& t, const RelativeDate& relative, std::size_t end, Day anchor) {
  switch (relative.unit) {
    case Of::kYear:
      return RelativeYear(t, relative, end, anchor);
    case Of::kQuarter:
      return RelativeQuarter(relative, end, anchor);
    case Of::kMonth:
      return RelativeMonth(t, relative, end, anchor);
    case Of::kWeek: {
      Day monday = MondayOf(anchor) + days(7 * relative.offset);
      return WithinWeek(t, HanPoint::Span(end, {monday, monday + days(6)}, HanPoint::Grain::kWeek));
    }
    case Of::kHalf:
      return RelativeHalf(relative, end, anchor);
    case Of::kDayOfWeek: {
      Day monday = MondayOf(anchor);
      return HanPoint::Span(end, {monday + days(relative.offset), monday + days(relative.last_offset)});
    }
    default:
      return RelativeDays(t, relative, end, anchor);
  }
}

// 昨(21)日, 上(3)月, 今(114)年: the papers of Taiwan print the day, month or year inside the word for it. The
// hit spans all of it.
std::optional<Vocabulary::RelativeHit> GlossedAt(const HanText& t, std::size_t at) {
  constexpr std::size_t kCharacter = 3;
  if (!t.Is(at + kCharacter, "(")) return std::nullopt;
  std::size_t open = t.Skip(at, {"昨", "今", "明", "去", "前", "后", "本", "上", "下"});
  if (open == at || !t.Is(open, "(")) return std::nullopt;
  std::size_t close = open + 1;
  while (close < t.text.size() && IsAsciiDigit(t.text[close])) ++close;
  constexpr std::size_t kMostDigits = 4;
  if (close == open + 1 || close > open + 1 + kMostDigits || !t.Is(close, ")")) return std::nullopt;
  std::size_t end = t.Skip(close + 1, {"日", "年", "月"});
  if (end == close + 1) return std::nullopt;
  std::string word(t.text.substr(at, open - at));
  word += t.text.substr(close + 1, end - close - 1);
  auto hit = t.vocabulary.RelativeAt(word, 0);
  if (!hit || hit->length != word.size()) return std::nullopt;
  hit->length = end - at;
  return hit;
}

}  // namespace

std::optional<HanPoint> ReadRelative(const HanText& t, std::size_t at) {
  auto hit = GlossedAt(t, at);
  if (!hit) hit = t.vocabulary.RelativeAt(t.text, at);
  if (!hit || hit->relative.unit == Of::kNone) return std::nullopt;
  std::size_t end = at + hit->length;
  const RelativeDate& relative = hit->relative;
  if (relative.unit == Of::kFiscal) {
    if (!t.context.published) return HanPoint::Unresolved(end, kNoPublication);
    HanPoint point = HanPoint::Unresolved(end, "a fiscal year: belongs to a company");
    point.fiscal_year = relative.offset;
    return WithinYear(t, point);
  }
  std::optional<Day> anchor = t.context.published;
  std::optional<DateRange> last = t.context.last;
  // 次日 after a year, or 同年 after a decade, is told from nothing that is known.
  if (last && (!last->days() || *last->days() > MostDays(relative.unit))) last.reset();
  if (relative.from_context || (relative.near_context && last)) {
    anchor = last ? last->first : std::nullopt;
    // 次日 follows the last of the days named before.
    bool following = relative.unit == Of::kDay && relative.offset > 0;
    if (last && last->last && following) anchor = last->last;
  }
  if (anchor) return From(t, relative, end, *anchor);
  // 去年8月 is one date also where nobody knows which.
  HanPoint anywhere = From(t, relative, end, *MakeDay(kLeapYear, 1, 1));
  return HanPoint::Unresolved(anywhere.end, relative.from_context ? kNothingBefore : kNoPublication);
}

namespace {

// 第二季的营收
std::size_t PastOf(std::string_view text, std::size_t at) {
  std::size_t next = SkipBlanks(text, at);
  std::string_view of = "的";
  return text.substr(next).starts_with(of) ? next + of.size() : next;
}

}  // namespace

std::optional<HanPoint> ReadPartAlone(const HanText& t, std::size_t at) {
  auto hit = t.vocabulary.PartAt(t.text, at);
  if (!hit || hit->part.of == DatePart::Of::kFiscal) return std::nullopt;
  const DatePart& part = hit->part;
  std::string_view word = t.text.substr(at, hit->length);
  bool of_month = part.of == DatePart::Of::kMonth;
  bool quarters = !of_month && word.find("季") != std::string_view::npos && part.first % 3 == 1;
  bool half = !of_month && part.last - part.first == 5 && word.ends_with("半年");
  bool named = word.starts_with("年") || (word.starts_with("月") && of_month);
  if ((!named && !quarters && !half) || word == "年中") return std::nullopt;
  // 月初 inside 正月初五 is none.
  bool of_named_month = of_month && at > 0 && !t.OpensClause(at) && EndsMonthName(t.text.substr(0, at));
  if (of_named_month) return std::nullopt;
  // 第二季 of a series; 第二季度 never is, and 第二季营收 neither.
  bool series = word.starts_with("第") && word.ends_with("季") && at > 0 && !t.OpensClause(at) &&
                !t.words().quarter_followers.lexicon.Longest(t.text, PastOf(t.text, at + hit->length));
  if (series) return std::nullopt;
  // 连续三季度, 过去一季度 count.
  if (quarters && Vocabulary::EndsWithWord(t.words().leads.list(), t.text, at)) return std::nullopt;
  std::size_t end = at + hit->length;
  auto edge = quarters || half ? t.EndOfPartAt(end) : std::nullopt;
  if (edge) end = edge->end;
  if (!t.context.published) return HanPoint::Unresolved(end, kNoPublication);
  Day published = *t.context.published;
  int year = YearOf(published);
  if (of_month) return HanPoint::Span(end, PartOfMonth(year, MonthOf(published), part));
  // A quarter that has not begun yet is last year's, and so are three quarters that are not over, unless the
  // clause looks ahead.
  bool several = part.last - part.first > 2;
  int reached = several ? part.last : part.first;
  if (quarters && reached > MonthOf(published) && !t.SpeaksOfFuture(at)) --year;
  if (edge) return HanPoint::Span(end, EndOfPart(year, part, edge->last));
  return HanPoint::Span(end, PartOfYear(year, part));
}

}  // namespace tally
