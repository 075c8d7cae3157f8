// The characters that Han numerals are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tally {

enum class HanKind : std::uint8_t { kNone, kDigit, kVagueDigit, kSmallUnit, kBigUnit, kTens, kHalf };

struct HanSymbol {
  HanKind kind = HanKind::kNone;
  std::int8_t value = 0;  // the digit, the tens of 廿, or the power of ten of a unit
  bool formal = false;    // the writing of cheques, whose characters are words of their own elsewhere
};

// What the character says in a numeral; kNone for all others.
HanSymbol HanSymbolOf(char32_t c);
// The same for the character at text[at]; kNone behind the end.
HanSymbol HanSymbolAt(std::string_view text, std::size_t at);

// What may stand at `next`, behind a formal numeral character: 170 亿参数 does not go on with 参. `first`:
// that character begins the numeral.
bool FormalGoesOn(std::string_view text, std::size_t next, bool first);

// The digit 0..9 that a Han character stands for by itself (二〇二三), else -1.
int HanDigit(char32_t c);

// No more Han digits in a row than this are read as one figure by their places.
inline constexpr int kMostHanDigits = 18;

// A row of Han digits, read by their places: 三, 两三, 二〇二三.
struct HanDigitRow {
  std::int64_t value = 0;
  int count = 0;
  int first = 0;
  int last = 0;
  bool leading_zero = false;
  std::size_t end = 0;
};
// The row at text[at]; nullopt for one of more than kMostHanDigits: a page of digits is no figure, and must
// not be walked again from each of them.
std::optional<HanDigitRow> ReadHanDigits(std::string_view text, std::size_t at);

// 四、五十只, 两、三天: where a row of one digit that begins at `start` and ends at `end` goes on with the
// digit above it behind a mark, and counts with both: the place behind the second. An order (二、三线城市,
// 第一、二名) or a list (一、二、三) does not.
std::optional<std::size_t> NeighbourBehindMark(std::string_view text, std::size_t start, std::size_t end);

// 兆瓦, 千伏, 百帕: the unit of this power of ten is a prefix of the measure that begins `rest`, no numeral.
bool IsMetricPrefix(int power, std::string_view rest);

// Behind 点 and digits: 八点三十分, 八点五刻 tell the time.
bool IsClockTail(std::string_view text, std::size_t at);

}  // namespace tally
