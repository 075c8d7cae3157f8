#include "document/dateline.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// A Chinese dateline has an agency, one or two places and a date; an English one a place, a state, a date and
// an agency.
constexpr std::size_t kMaxChinese = 90;
constexpr std::size_t kMaxEnglish = 120;

// The byte where the first mark of the wanted kind begins; kNone where there is none.
std::size_t FindMark(std::string_view head, const WordTable& marks, bool dash) {
  for (std::size_t at = 1; at < head.size(); ++at) {
    auto hit = marks.lexicon.Longest(head, at);
    if (!hit || (marks.ValueOf(*hit) == "dash") != dash) continue;
    // The dash of a dateline stands apart; that of a date or of a compound does not.
    if (!dash || head[at - 1] == ' ' || head[at - 1] == ')' || head[at - 1] == '/') return at;
  }
  return kNone;
}

// A number of one or two digits, blanks allowed before it, that ends at `end`.
std::optional<YearlessDate> NumberBefore(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t start = end;
  while (start > 0 && end - start < 3 && IsAsciiDigit(text[start - 1])) --start;
  if (start == end || end - start > 2) return std::nullopt;
  int value = 0;
  for (char c : text.substr(start, end - start)) value = value * 10 + (c - '0');
  return YearlessDate{{start, end}, 0, value};
}

bool IsDay(const YearlessDate& date) { return date.day >= 1 && date.day <= 31 && date.month <= 12; }

// 5月3日, 5 月 3 日, 28日, 28号: the first in the text.
std::optional<YearlessDate> ChineseDay(std::string_view text) {
  for (std::string_view unit : {"日", "号"}) {
    std::size_t at = text.find(unit);
    auto day = at == kNone ? std::nullopt : NumberBefore(text, at);
    if (!day) continue;
    std::size_t month_end = day->text.start;
    while (month_end > 0 && text[month_end - 1] == ' ') --month_end;
    day->text.end = at + unit.size();
    constexpr std::string_view kMonth = "月";
    if (text.substr(0, month_end).ends_with(kMonth)) {
      auto month = NumberBefore(text, month_end - kMonth.size());
      if (!month) return std::nullopt;
      day->month = month->day;
      day->text.start = month->text.start;
    }
    return IsDay(*day) ? day : std::nullopt;
  }
  return std::nullopt;
}

// "May 5", "Jan. 3", "5 May": the first in the text.
std::optional<YearlessDate> EnglishDay(std::string_view text, const WordTable& months) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto hit = IsAsciiUpper(text[at]) ? months.lexicon.Longest(text, at) : std::nullopt;
    if (!hit) continue;
    std::size_t end = at + hit->length;
    if (end < text.size() && text[end] == '.') ++end;
    std::size_t digits = std::min(text.find_first_not_of(' ', end), text.size());
    std::size_t stop = digits;
    while (stop < text.size() && IsAsciiDigit(text[stop])) ++stop;
    auto day = stop > digits ? NumberBefore(text, stop) : NumberBefore(text, at);
    if (!day) continue;
    day->month = std::atoi(months.ValueOf(*hit).c_str());
    day->text = {std::min(at, day->text.start), std::max(at + hit->length, day->text.end)};
    if (IsDay(*day)) return day;
  }
  return std::nullopt;
}

template <class Date>
void Shift(std::optional<Date>& date, std::size_t by) {
  if (date) date->text = {date->text.start + by, date->text.end + by};
}

// 据 before an agency cites it, unless what follows is its dateline: 据新华社5月8日电 is one, 据彭博社报道
// none.
bool IsCited(std::string_view between, std::string_view mark) {
  return !mark.starts_with("电") && !mark.starts_with("讯") && !ChineseDay(between);
}

std::optional<Dateline> ReadChinese(std::string_view text, const DocumentWords& words) {
  std::size_t start = 0;
  bool cited = false;
  for (std::string_view open : {"(", "[", "【", "据"}) {
    if (!text.substr(start).starts_with(open)) continue;
    start += open.size();
    cited = open == "据";
  }
  auto agency = words.agencies.lexicon.Longest(text, start);
  if (!agency) return std::nullopt;
  std::string_view head = text.substr(0, start + kMaxChinese);
  std::size_t after = start + agency->length;
  std::size_t mark = FindMark(head.substr(after - 1), words.dateline_marks, false);
  if (mark == kNone) return std::nullopt;
  std::string_view between = head.substr(after, mark - 1);
  if (between.find("。") != kNone || between.find("，") != kNone) return std::nullopt;
  if (cited && IsCited(between, head.substr(after + mark - 1))) return std::nullopt;
  Dateline dateline{FirstFullDate(between, words.months), {}, {start, after}};
  if (!dateline.date) dateline.yearless = ChineseDay(between);
  Shift(dateline.date, after);
  Shift(dateline.yearless, after);
  // 本报, 本网: the paper itself, whatever its name is.
  if (words.agencies.ValueOf(*agency) == "self") dateline.agency = {};
  return dateline;
}

// What stands between the day and the mark: 上午, 晚间.
constexpr std::size_t kMaxHalf = 9;
// The longest names of sites that open their reports so.
constexpr std::size_t kMaxUnknown = 36;

// 某某科技 4 月 6 日消息，: the month must be printed, and the mark must follow.
std::optional<Dateline> ReadUnknownChinese(std::string_view text, const DocumentWords& words) {
  std::size_t start = text.starts_with("【") ? std::string_view("【").size() : text.starts_with('[') ? 1 : 0;
  std::size_t digit = text.substr(0, kMaxUnknown).find_first_of("0123456789", start);
  if (digit == kNone || digit == start) return std::nullopt;
  std::string_view name = text.substr(start, digit - start);
  for (std::string_view stop : {"。", "，", ",", ":", "、", ";", "(", "\"", "“", "「", "《"}) {
    if (name.find(stop) != kNone) return std::nullopt;
  }
  std::string_view head = text.substr(0, digit + kMaxChinese / 3);
  Dateline dateline{FirstFullDate(head.substr(digit), words.months), {}, {}};
  if (!dateline.date) {
    dateline.yearless = ChineseDay(head.substr(digit));
    if (!dateline.yearless || dateline.yearless->month == 0 || dateline.yearless->text.start != 0)
      return std::nullopt;
  }
  Shift(dateline.date, digit);
  Shift(dateline.yearless, digit);
  if (dateline.date && dateline.date->text.start != digit) return std::nullopt;
  std::size_t end = dateline.date ? dateline.date->text.end : dateline.yearless->text.end;
  std::size_t mark = FindMark(head.substr(end - 1), words.dateline_marks, false);
  if (mark == kNone || mark - 1 > kMaxHalf) return std::nullopt;
  std::size_t at = end - 1 + mark;
  auto closing = words.dateline_marks.lexicon.Longest(head, at);
  std::size_t next = at + closing->length;
  bool closed = next >= text.size();
  for (std::string_view stop : {"，", ",", ":", " ", "(", "】", "]", "、", "。"}) {
    closed = closed || text.substr(next).starts_with(stop);
  }
  if (!closed) return std::nullopt;
  // Behind 消息 stands whose news it is; before 电 and 讯 a place may stand alone.
  if (head.substr(at).starts_with("消息")) {
    std::size_t size = name.find_last_not_of(' ') + 1;
    bool zone = size == 0 || words.clock_words.lexicon.Find(name.substr(0, size));
    if (!zone) dateline.agency = {start, start + size};
  }
  return dateline;
}

// WASHINGTON, ST. LOUIS.
bool BeginsWithCapitals(std::string_view text) {
  std::size_t capitals = 0;
  while (capitals < text.size() && IsAsciiUpper(text[capitals])) ++capitals;
  bool saint = text.starts_with("ST. ") && text.size() > 5 && IsAsciiUpper(text[4]) && IsAsciiUpper(text[5]);
  return capitals >= 3 || saint;
}

// "May 5 (Reuters) -": companies' news without a place.
bool BeginsWithMonth(std::string_view text, const WordTable& months) {
  return !text.empty() && IsAsciiUpper(text[0]) && months.lexicon.Longest(text, 0).has_value();
}

TextSpan FindAgency(std::string_view head, const WordTable& agencies) {
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (auto hit = agencies.lexicon.Longest(head, at)) return {at, at + hit->length};
  }
  return {};
}

std::optional<Dateline> ReadEnglish(std::string_view text, const DocumentWords& words) {
  std::string_view head = text.substr(0, kMaxEnglish);
  bool month = BeginsWithMonth(head, words.months);
  if (!month && !BeginsWithCapitals(head)) return std::nullopt;
  std::size_t dash = FindMark(head, words.dateline_marks, true);
  if (dash == kNone) return std::nullopt;
  head = head.substr(0, dash);
  Dateline dateline{FirstFullDate(head, words.months), {}, FindAgency(head, words.agencies)};
  if (!dateline.date) dateline.yearless = EnglishDay(head, words.months);
  if (month && dateline.agency.empty()) return std::nullopt;
  // "ACME paid - on May 5": a day without a year needs the comma or the bracket of a dateline before it.
  if (!dateline.date && dateline.agency.empty() && (!dateline.yearless || head.find(',') == kNone))
    return std::nullopt;
  return dateline;
}

}  // namespace

std::optional<Dateline> FindDateline(std::string_view text, const DocumentWords& words) {
  auto dateline = ReadChinese(text, words);
  if (!dateline) dateline = ReadUnknownChinese(text, words);
  return dateline ? dateline : ReadEnglish(text, words);
}

}  // namespace tally
