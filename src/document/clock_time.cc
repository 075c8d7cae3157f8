// ISO 8601 and RFC 9557 as front matter writes them (2025-05-08T20:41:09+08:00), and what people write:
// 2025年5月5日 星期一 下午3:04, May 5, 2025 at 3:04 p.m. EDT, 09:04, 5 May 2025, 20时09分(北京时间).
#include "document/clock_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// Between a date and its time stand a comma, a weekday, "at", "北京时间".
constexpr std::size_t kReach = 24;
// Half of the day and zone behind the time.
constexpr std::size_t kTail = 24;

struct Clock {
  int hour = 0;
  int minute = 0;
  std::size_t start = 0;
  std::size_t end = 0;
};

// One or two digits with no digit before or after them.
std::optional<int> Number(std::string_view text, std::size_t& at) {
  std::size_t start = at;
  int value = 0;
  while (at < text.size() && IsAsciiDigit(text[at]) && at - start < 3)
    value = value * 10 + (text[at++] - '0');
  bool whole = at > start && at - start <= 2 && (start == 0 || !IsAsciiDigit(text[start - 1]));
  return whole ? std::optional(value) : std::nullopt;
}

bool Skip(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

// The dot in 9.30am, which is one of a time only before the half of the day or a zone.
bool IsDotted(std::string_view text, std::size_t at) {
  if (at + 3 >= text.size() || text[at] != '.' || !IsAsciiDigit(text[at + 1]) || !IsAsciiDigit(text[at + 2]))
    return false;
  std::size_t half = text[at + 3] == ' ' ? at + 4 : at + 3;
  std::string letters = AsciiLower(text.substr(std::min(half, text.size()), 2));
  // 07.00 BST.
  std::size_t zone = half;
  while (zone < text.size() && IsAsciiUpper(text[zone])) ++zone;
  if (half > at + 3 && zone - half >= 3) return true;
  return letters == "am" || letters == "pm" || letters == "a." || letters == "p.";
}

// 20:41, 20:41:09, 20:41:09.123, 20时09分.
std::optional<Clock> ReadClock(std::string_view text, std::size_t start) {
  std::size_t at = start;
  auto hour = Number(text, at);
  if (!hour || *hour > 24) return std::nullopt;
  bool han = false;
  for (std::string_view mark : {"时", "点"}) han = han || Skip(text, at, mark);
  if (!han && !IsDotted(text, at) && !Skip(text, at, ":")) return std::nullopt;
  if (!han && text[at] == '.') ++at;
  std::size_t minutes = at;
  auto minute = Number(text, at);
  if (!minute || *minute > 59 || at - minutes != 2) return std::nullopt;
  if (han && !Skip(text, at, "分")) return std::nullopt;
  std::size_t seconds = at;
  if (!han && Skip(text, seconds, ":") && Number(text, seconds)) {
    at = seconds;
    if (at + 1 < text.size() && text[at] == '.' && IsAsciiDigit(text[at + 1])) {
      do ++at;
      while (at < text.size() && IsAsciiDigit(text[at]));
    }
  }
  return Clock{*hour, *minute, start, at};
}

// The first time that begins within reach, with no other figure before it.
std::optional<Clock> ClockAfter(std::string_view text, std::size_t at) {
  std::size_t stop = std::min(text.size(), at + kReach);
  for (; at < stop; ++at) {
    if (IsAsciiDigit(text[at])) return ReadClock(text, at);
  }
  return std::nullopt;
}

// A time with at most a comma or a blank before the date: "09:04, 5 May 2025".
std::optional<Clock> ClockBefore(std::string_view text, std::size_t date) {
  std::size_t start = date > kReach ? date - kReach : 0;
  for (std::size_t at = start; at < date; ++at) {
    if (!IsAsciiDigit(text[at]) || (at > 0 && IsAsciiDigit(text[at - 1]))) continue;
    auto clock = ReadClock(text, at);
    // A bar parts the line: what stands before it is another date's.
    if (clock && clock->end <= date && text.substr(clock->end, date - clock->end).find('|') == kNone)
      return clock;
  }
  return std::nullopt;
}

// "+08:00" for +08:00, +0800, +08, Z; empty where no offset stands at `at`.
std::string OffsetAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  if (text[at] == 'Z') return at + 1 < text.size() && IsAsciiAlnum(text[at + 1]) ? "" : "+00:00";
  if (text[at] != '+' && text[at] != '-') return {};
  std::string digits;
  std::size_t end = at + 1;
  while (end < text.size() && digits.size() < 5 &&
         (IsAsciiDigit(text[end]) || (end == at + 3 && text[end] == ':'))) {
    if (text[end] != ':') digits += text[end];
    ++end;
  }
  if (digits.size() == 1) digits.insert(0, "0");
  if (digits.size() == 2) digits += "00";
  // No zone is further off than 14 hours: 20:00-21:30 is a range.
  if (digits.size() != 4 || digits.substr(0, 2) > "14") return {};
  return fmt::format("{}{}:{}", text[at], digits.substr(0, 2), digits.substr(2));
}

struct Words {
  std::string half;  // "am", "pm"
  std::string zone;  // "+08:00"
};

// The words of the list in a stretch of text, on the edges of words.
void ReadWords(std::string_view text, const WordTable& clock_words, Words& found) {
  for (std::size_t at = 0; at < text.size();) {
    // "3:04PM": what touches the time needs no edge.
    auto hit = at == 0 ? clock_words.lexicon.LongestLoose(text, at) : clock_words.lexicon.Longest(text, at);
    if (!hit) {
      at += DecodeUtf8(text, at).length;
      continue;
    }
    const std::string& value = clock_words.ValueOf(*hit);
    at += hit->length;
    if (value == "am" || value == "pm") {
      if (found.half.empty()) found.half = value;
    } else if (found.zone.empty()) {
      // UTC+8, GMT-5.
      std::string offset = OffsetAt(text, at);
      found.zone = offset.empty() ? value : offset;
    }
  }
}

}  // namespace

std::size_t PastClock(std::string_view text, std::size_t at) {
  auto clock = at < text.size() && IsAsciiDigit(text[at]) ? ReadClock(text, at) : std::nullopt;
  return clock ? clock->end : at;
}

std::string TimeBeside(std::string_view text, TextSpan date, const WordTable& clock_words) {
  Words words;
  auto clock = ClockAfter(text, date.end);
  if (clock) {
    ReadWords(text.substr(date.end, clock->start - date.end), clock_words, words);
  } else {
    clock = ClockBefore(text, date.start);
  }
  if (!clock) return {};
  std::size_t tail = clock->end;
  words.zone = OffsetAt(text, tail);
  while (words.zone.empty() && tail < text.size() && text[tail] == ' ') ++tail;
  if (words.zone.empty()) words.zone = OffsetAt(text, tail);
  std::size_t stop = clock->start < date.start ? date.start : text.find_first_of("0123456789|", tail);
  // A digit behind UTC belongs to the zone.
  if (stop != kNone && stop > 0 && (text[stop - 1] == '+' || text[stop - 1] == '-')) stop = kNone;
  ReadWords(text.substr(tail, std::min(kTail, stop == kNone ? kTail : stop - tail)), clock_words, words);
  if (words.half == "pm" && clock->hour < 12) clock->hour += 12;
  if (words.half == "am" && clock->hour == 12) clock->hour = 0;
  return fmt::format("{:02}:{:02}{}", clock->hour, clock->minute, words.zone);
}

}  // namespace tally
