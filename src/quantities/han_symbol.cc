#include "quantities/han_symbol.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "quantities/numeral.h"

namespace tally {
namespace {

// What two neighbouring digits may count; behind other nouns they give a rank.
constexpr std::string_view kCountedByNeighbours[] = {"个", "只", "名", "人", "天",   "年",   "位", "倍",
                                                     "条", "张", "岁", "家", "小时", "公里", "米"};

constexpr HanSymbol SymbolBySwitch(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇':
    case U'○':
      return {HanKind::kDigit, 0};
    case U'一':
      return {HanKind::kDigit, 1};
    case U'幺':
      return {HanKind::kDigit, 1};
    case U'壹':
      return {HanKind::kDigit, 1, true};
    case U'二':
    case U'两':
      return {HanKind::kDigit, 2};
    case U'贰':
      return {HanKind::kDigit, 2, true};
    case U'三':
      return {HanKind::kDigit, 3};
    case U'叁':
    case U'参':
      return {HanKind::kDigit, 3, true};
    case U'四':
      return {HanKind::kDigit, 4};
    case U'肆':
      return {HanKind::kDigit, 4, true};
    case U'五':
      return {HanKind::kDigit, 5};
    case U'伍':
      return {HanKind::kDigit, 5, true};
    case U'六':
      return {HanKind::kDigit, 6};
    case U'陆':
      return {HanKind::kDigit, 6, true};
    case U'七':
      return {HanKind::kDigit, 7};
    case U'柒':
      return {HanKind::kDigit, 7, true};
    case U'八':
      return {HanKind::kDigit, 8};
    case U'捌':
      return {HanKind::kDigit, 8, true};
    case U'九':
      return {HanKind::kDigit, 9};
    case U'玖':
      return {HanKind::kDigit, 9, true};
    case U'几':
    case U'数':
      return {HanKind::kVagueDigit, 0};
    case U'十':
      return {HanKind::kSmallUnit, 1};
    case U'拾':
      return {HanKind::kSmallUnit, 1, true};
    case U'百':
      return {HanKind::kSmallUnit, 2};
    case U'佰':
      return {HanKind::kSmallUnit, 2, true};
    case U'千':
      return {HanKind::kSmallUnit, 3};
    case U'仟':
      return {HanKind::kSmallUnit, 3, true};
    case U'廿':
      return {HanKind::kTens, 20};
    case U'卅':
      return {HanKind::kTens, 30};
    case U'卌':
      return {HanKind::kTens, 40};
    case U'万':
      return {HanKind::kBigUnit, 4};
    case U'亿':
      return {HanKind::kBigUnit, 8};
    case U'兆':
      return {HanKind::kBigUnit, 12};
    case U'半':
      return {HanKind::kHalf, 0};
    default:
      return {};
  }
}

// The same by table: most characters that are asked about are none.
constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;

const std::array<HanSymbol, kLastHan - kFirstHan + 1>& SymbolTable() {
  static const auto table = [] {
    std::array<HanSymbol, kLastHan - kFirstHan + 1> symbols;
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) symbols[c - kFirstHan] = SymbolBySwitch(c);
    return symbols;
  }();
  return table;
}

}  // namespace

HanSymbol HanSymbolOf(char32_t c) {
  static const auto& table = SymbolTable();
  if (c >= kFirstHan && c <= kLastHan) return table[c - kFirstHan];
  return c == U'〇' || c == U'○' ? HanSymbol{HanKind::kDigit, 0} : HanSymbol{};
}

HanSymbol HanSymbolAt(std::string_view text, std::size_t at) {
  return at < text.size() ? HanSymbolOf(DecodeUtf8(text, at).value) : HanSymbol{};
}

bool FormalGoesOn(std::string_view text, std::size_t next, bool first) {
  if (next >= text.size()) return true;
  CodePoint after = DecodeUtf8(text, next);
  HanSymbol symbol = HanSymbolOf(after.value);
  if (symbol.kind == HanKind::kVagueDigit) return false;
  // 入伍两年, 收拾三间房: a digit of the common writing goes on only towards a unit (拾六万).
  if (first && symbol.kind == HanKind::kDigit && symbol.value != 0 && !symbol.formal) {
    HanKind beyond = HanSymbolAt(text, next + after.length).kind;
    return beyond == HanKind::kSmallUnit || beyond == HanKind::kBigUnit;
  }
  if (symbol.kind != HanKind::kNone) return true;
  for (char32_t money : {U'元', U'圆', U'角', U'分', U'点'}) {
    if (after.value == money) return true;
  }
  return !IsHan(after.value);
}

bool IsMetricPrefix(int power, std::string_view rest) {
  if (power == 2) return rest.starts_with("帕");
  if (power != 3 && power != 12) return false;
  for (std::string_view unit : {"瓦", "赫", "字节", "比特", "欧", "帕", "伏", "卡", "焦", "安"}) {
    if (rest.starts_with(unit)) return true;
  }
  return false;
}

bool IsClockTail(std::string_view text, std::size_t at) {
  HanKind after = HanSymbolAt(text, at).kind;
  if (after == HanKind::kSmallUnit || after == HanKind::kHalf) return true;
  std::string_view rest = text.substr(at);
  for (std::string_view sign : {"分", "刻", "钟", "时"}) {
    if (rest.starts_with(sign) && !rest.starts_with("分之")) return true;
  }
  return false;
}

bool IsHanNumeralStart(char32_t c) { return HanSymbolOf(c).kind != HanKind::kNone; }

int HanDigit(char32_t c) {
  HanSymbol symbol = HanSymbolOf(c);
  return symbol.kind == HanKind::kDigit ? symbol.value : -1;
}

std::optional<HanDigitRow> ReadHanDigits(std::string_view text, std::size_t at) {
  HanDigitRow row;
  row.end = at;
  while (row.end < text.size()) {
    CodePoint c = DecodeUtf8(text, row.end);
    int digit = HanDigit(c.value);
    if (digit < 0) break;
    if (++row.count > kMostHanDigits) return std::nullopt;
    if (row.count == 1) row.first = digit;
    row.leading_zero = row.leading_zero || (row.count == 2 && row.value == 0);
    row.value = row.value * 10 + digit;
    row.last = digit;
    row.end += c.length;
  }
  return row;
}

std::optional<std::size_t> NeighbourBehindMark(std::string_view text, std::size_t start, std::size_t end) {
  constexpr std::string_view kMark = "、";
  if (!text.substr(end).starts_with(kMark)) return std::nullopt;
  int first = HanDigit(DecodeUtf8(text, start).value);
  CodePoint second = DecodeUtf8(text, end + kMark.size());
  if (first < 1 || HanDigit(second.value) != first + 1) return std::nullopt;
  if (start > 0) {
    char32_t before = DecodeUtf8(text, PreviousCodePoint(text, start)).value;
    if (before == U'、' || before == U'第' || IsHanNumeralStart(before)) return std::nullopt;
  }
  std::size_t next = end + kMark.size() + second.length;
  HanKind unit = HanSymbolAt(text, next).kind;
  bool scaled = unit == HanKind::kSmallUnit || unit == HanKind::kBigUnit;
  std::string_view rest = text.substr(next);
  bool counted = !rest.starts_with("年级") &&
                 std::ranges::any_of(kCountedByNeighbours,
                                     [&](std::string_view word) { return rest.starts_with(word); });
  return scaled || counted ? std::optional(next) : std::nullopt;
}

}  // namespace tally
