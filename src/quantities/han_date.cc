#include "quantities/han_date.h"

#include "base/utf8.h"
#include "quantities/han_calendar.h"
#include "quantities/han_lunar.h"
#include "quantities/han_week.h"
#include "quantities/han_year.h"
#include "quantities/relative_date.h"

namespace tally {
namespace {

// All that a date may begin with, digits aside: lists of the rules, and words of the grammar.
constexpr const char* kStartLists[] = {"relative_dates", "date_parts",   "holidays",
                                       "lunar_marks",    "han_weekdays", "reigns"};
constexpr const char* kLeadList = "counted_leads";
constexpr std::string_view kStartWords[] = {
    "公元", "西元", "上个世纪", "上世纪", "本世纪", "这个世纪", "半年", "零", "〇", "一", "二",
    "两",   "三",   "四",       "五",     "六",     "七",       "八",   "九", "十", "廿", "卅"};

std::optional<HanPoint> ReadNumbered(const HanText& t, std::size_t at) {
  auto n = ReadDateNumber(t.text, at);
  if (!n || (n->value % 10 == 0 && n->value < 100)) {
    if (auto decades = ReadDecadePair(t, at)) return decades;
  }
  if (!n) return std::nullopt;
  if (auto year = ReadNumberedYear(t, at, *n))
    return year->grain == HanPoint::Grain::kYear ? WithinYear(t, *year) : *year;
  if (auto month = ReadNumberedMonth(t, at, *n, std::nullopt)) return month;
  if (auto counted = ReadCounted(t, at, *n)) return counted;
  if (auto day = ReadBareDay(t, at, *n)) return day;
  return ReadPartAlone(t, at);  // 一季度, 1季度
}

std::optional<HanPoint> ReadPoint(const HanText& t, std::size_t at) {
  if (at >= t.text.size()) return std::nullopt;
  bool latin = IsAsciiAlpha(t.text[at]);
  if (latin) return ReadRelative(t, at);
  std::optional<HanPoint> point = ReadLunarEnd(t, at);
  if (!point) point = ReadNumbered(t, at);
  if (!point && !IsAsciiDigit(t.text[at])) {
    point = ReadRelative(t, at);
    if (!point) point = ReadPartAlone(t, at);
    if (!point) point = ReadLunar(t, at, std::nullopt);
    if (!point) point = ReadLunarTwenties(t, at);
    if (!point) point = ReadHoliday(t, at, std::nullopt);
    if (!point) point = ReadWeekday(t, at);
    if (!point) point = ReadLedCount(t, at);
    if (!point) point = ReadHalfYear(t, at);
    if (!point) {
      point = ReadNamedYear(t, at);
      if (point && point->grain == HanPoint::Grain::kYear) point = WithinYear(t, *point);
    }
  }
  if (point && point->grain == HanPoint::Grain::kDay) {
    point->end = SkipWeekdayBeside(t, point->end);
    return CountedFrom(t, *point);
  }
  return point;
}

// 星期日，2月10日: the day of the week beside a date adds nothing to it.
std::optional<HanPoint> AfterWeekday(const HanText& t, std::size_t at) {
  auto weekday = t.words().weekdays.At(t.text, at);
  if (!weekday || weekday->value == 0) return std::nullopt;
  std::size_t next = t.SkipBlank(t.Skip(t.SkipBlank(at + weekday->length), {"，", ",", "、", "("}));
  auto n = ReadDateNumber(t.text, next);
  if (!n) return std::nullopt;
  auto day = ReadNumbered(t, next);
  bool full = day && day->grain == HanPoint::Grain::kDay && day->month && t.Is(t.SkipBlank(n->end), "月");
  if (!full) return std::nullopt;
  bool bracket = next > 0 && t.text[next - 1] == '(';
  if (bracket) day->end = t.Skip(day->end, {")"});
  return day;
}

// Moves a point whose year was guessed to the year `years` on; nullopt where that year has no such day.
std::optional<HanPoint> Moved(const HanPoint& point, int years) {
  if (!point.year || !point.month || !point.days.first) return std::nullopt;
  HanPoint moved = HanPoint::Month(point.end, *point.year + years, *point.month);
  if (point.grain == HanPoint::Grain::kMonth) return moved;
  if (point.grain != HanPoint::Grain::kDay) return std::nullopt;
  std::chrono::year_month_day date(*point.days.first);
  auto day = MakeDay(*moved.year, *moved.month, static_cast<int>(static_cast<unsigned>(date.day())));
  return day ? std::optional(HanPoint::Day(point.end, *day)) : std::nullopt;
}

// A至B, A-B, A和B之间, A至今. Two dates at most are joined, so that a row of dates is read once.
HanPoint Join(const HanText& t, HanPoint from) {
  if (!from.days.first || !from.days.last) return from;
  std::size_t at = t.SkipBlank(from.end);
  std::size_t now = t.Skip(at, {"至今", "迄今"});
  if (now != at) {
    bool open = t.context.published && *from.days.first <= *t.context.published;
    // Without a publication 至今 ends nowhere known.
    if (open) return HanPoint::Span(now, {from.days.first, t.context.published});
    return t.context.published ? from : HanPoint::Span(now, {from.days.first, std::nullopt});
  }
  std::size_t second = t.Skip(at, {"至", "到", "-", "~", "—", "–"});
  bool between = false;
  if (second == at) {
    second = t.Skip(at, {"和", "与", "及"});
    between = true;
    if (second == at) return from;
  }
  HanText right{t.text, t.context, t.vocabulary, &from};
  auto to = ReadPoint(right, t.SkipBlank(second));
  if (!to || !to->days.first || !to->days.last) return from;
  std::size_t end = to->end;
  if (between) {
    end = t.Skip(to->end, {"之间", "间"});
    if (end == to->end) return from;
  }
  if (to->year_told && !from.year_told && from.year && to->year && *from.year != *to->year) {
    // 正月初五到2021年3月: the lunar year is not told by the Gregorian one.
    if (from.lunar_year) return HanPoint::Unresolved(from.end, kLunar);
    // 11月到去年3月: the first takes its year from the second.
    auto moved = Moved(from, *to->year - *from.year);
    if (moved && *moved->days.first > *to->days.first) moved = Moved(from, *to->year - *from.year - 1);
    if (moved) from = *moved;
  }
  if (*to->days.last < *from.days.first && !to->year_told) {
    if (auto moved = Moved(*to, 1)) to = moved;
  }
  if (*to->days.last < *from.days.last || *to->days.first < *from.days.first) return from;
  return HanPoint::Span(end, {from.days.first, to->days.last});
}

}  // namespace

HanDateReader::HanDateReader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  auto add = [this](std::string_view spelling) {
    char32_t c = DecodeUtf8(spelling, 0).value;
    if (c < first_characters_.size()) first_characters_.set(c);
  };
  const RuleSet& rules = vocabulary.rules();
  for (const char* list : kStartLists) {
    for (const std::string& spelling : rules.Words(list).spellings) add(spelling);
  }
  for (const std::string& spelling : rules.Words(kLeadList).spellings) add(spelling);
  for (std::string_view word : kStartWords) {
    add(word);
  }
}

bool HanDateReader::MayBegin(std::string_view text, std::size_t at) const {
  if (IsAsciiDigit(text[at])) return true;
  char32_t c = DecodeUtf8(text, at).value;
  return c < first_characters_.size() && first_characters_.test(c);
}

void HanDateReader::AddStarts(StartFilter& filter) const {
  for (const char* list : kStartLists) {
    for (const std::string& spelling : vocabulary_.rules().Words(list).spellings) filter.Add(spelling);
  }
  for (std::string_view word : kStartWords) filter.Add(word);
  const auto& leads = vocabulary_.han_dates().leads;
  for (const std::string& lead : leads.list().spellings) {
    auto hit = leads.At(lead, 0);
    if (!hit || hit->value == CountedLead::kNone) continue;
    if (DecodeUtf8(lead, 0).length < lead.size()) {
      filter.Add(lead);
      continue;
    }
    // 前 and 上 stand everywhere: only with the number behind them they begin a date.
    filter.Add(lead + "0");
    filter.Add(lead + "元");
    for (char32_t c = 0x3007; c < 0xA000; ++c) {
      if (!IsHanNumeral(c)) continue;
      std::string led = lead;
      AppendUtf8(c, led);
      filter.Add(led);
    }
  }
}

std::optional<DateReading> HanDateReader::Read(std::string_view text, std::size_t at,
                                               const DateContext& context) const {
  if (!MayBegin(text, at)) return std::nullopt;
  HanText t{text, context, vocabulary_};
  std::optional<HanPoint> point = AfterWeekday(t, at);
  if (!point) point = ReadPoint(t, at);
  if (!point) return std::nullopt;
  // 每年3月, 每月5日 come again and again.
  if (!point->year_told && Vocabulary::EndsWithWord(vocabulary_.han_dates().recurrences, text, at))
    return std::nullopt;
  HanPoint date = Join(t, *point);
  return DateReading{{at, date.end}, date.days, date.unresolved, date.fiscal_year};
}

}  // namespace tally
