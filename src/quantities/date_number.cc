// A run of Arabic digits, a row of Han digits read by position, or the Han grammar up to 千.
#include "quantities/date_number.h"

#include "base/utf8.h"
#include "quantities/han_symbol.h"

namespace tally {
namespace {

constexpr int kLongestRow = 4;

// 0..9, or -1. Dates are not written in the formal characters of cheques.
int PlainDigit(char32_t c) {
  HanSymbol symbol = HanSymbolOf(c);
  return symbol.kind == HanKind::kDigit && !symbol.formal ? symbol.value : -1;
}

// 10, 100, 1000, and 20 and 30 for 廿 and 卅; 0 for others.
int PlainUnit(char32_t c) {
  HanSymbol symbol = HanSymbolOf(c);
  if (symbol.kind == HanKind::kTens) return symbol.value;
  if (symbol.kind != HanKind::kSmallUnit || symbol.formal) return 0;
  return symbol.value == 1 ? 10 : symbol.value == 2 ? 100 : 1000;
}

// A numeral is not begun in its middle: 二〇二三 at its second digit, 几十年 at 十, 1.5 at 5.
bool BeginsInside(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  char32_t before = DecodeUtf8(text, PreviousCodePoint(text, at)).value;
  if (PlainDigit(before) >= 0 || PlainUnit(before) > 0) return true;
  return before == U'几' || before == U'数' || before == U'万' || before == U'亿' || before == U'点';
}

std::optional<DateNumber> ReadArabic(std::string_view text, std::size_t at) {
  DateNumber number;
  number.end = at;
  while (number.end < text.size() && IsAsciiDigit(text[number.end])) {
    if (number.end - at == kLongestRow) return std::nullopt;
    number.value = number.value * 10 + (text[number.end++] - '0');
  }
  number.digits = static_cast<int>(number.end - at);
  number.leading_zero = number.digits > 1 && text[at] == '0';
  std::size_t end = number.end;
  if (end >= text.size()) return number;
  if (text[end] == '%') return std::nullopt;
  bool point = text[end] == '.' || text[end] == ',';
  if (point && end + 1 < text.size() && IsAsciiDigit(text[end + 1])) return std::nullopt;
  return number;
}

std::optional<DateNumber> ReadHan(std::string_view text, std::size_t at) {
  DateNumber number;
  number.han = true;
  int total = 0;
  int run = 0;  // digits since the last unit
  int current = 0;
  int last_digit = -1;
  int last_unit = 10000;
  std::size_t i = at;
  while (i < text.size()) {
    CodePoint p = DecodeUtf8(text, i);
    int digit = PlainDigit(p.value);
    if (digit >= 0) {
      if (run == kLongestRow) return std::nullopt;
      if (i == at) number.leading_zero = digit == 0;
      number.counts = number.counts || p.value == U'两';
      number.neighbours = run == 1 && last_unit == 10000 && digit == last_digit + 1;
      // 一百零五: the zero only says that a place is empty.
      if (!(digit == 0 && last_unit < 10000 && run == 0)) {
        current = current * 10 + digit;
        ++run;
      }
      last_digit = digit;
      i += p.length;
      continue;
    }
    int unit = PlainUnit(p.value);
    if (unit == 0) break;
    bool tens = unit == 20 || unit == 30;
    if (run > 1 || (tens && run > 0)) return std::nullopt;
    int step = tens ? 10 : unit;
    if (step >= last_unit || (run == 0 && step > 10)) return std::nullopt;
    total += run == 0 ? unit : current * unit;
    current = run = 0;
    last_unit = step;
    i += p.length;
  }
  if (i == at) return std::nullopt;
  bool row = last_unit == 10000;
  if (!row && run > 1) return std::nullopt;
  number.end = i;
  number.value = total + current;
  number.digits = row ? run : 0;
  if (!row) number.leading_zero = false;
  return number;
}

// 元 in 元月, January; not in 美元月.
std::optional<DateNumber> ReadFirst(std::string_view text, std::size_t at) {
  constexpr std::string_view kFirst = "元";
  if (!text.substr(at).starts_with("元月")) return std::nullopt;
  bool within = at > 0 && IsHan(DecodeUtf8(text, PreviousCodePoint(text, at)).value);
  if (within && !text.substr(0, at).ends_with("年")) return std::nullopt;
  DateNumber number;
  number.value = 1;
  number.end = at + kFirst.size();
  number.han = true;
  return number;
}

}  // namespace

bool IsHanNumeral(char32_t c) { return PlainDigit(c) >= 0 || PlainUnit(c) > 0; }

std::optional<DateNumber> ReadDateNumber(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (IsAsciiDigit(text[at])) return ReadArabic(text, at);
  if (static_cast<unsigned char>(text[at]) < 0x80) return std::nullopt;
  if (auto first = ReadFirst(text, at)) return first;
  char32_t c = DecodeUtf8(text, at).value;
  if (!IsHanNumeral(c) || BeginsInside(text, at)) return std::nullopt;
  return ReadHan(text, at);
}

}  // namespace tally
