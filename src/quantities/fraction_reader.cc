#include "quantities/fraction_reader.h"

#include "base/utf8.h"
#include "quantities/unit_reader.h"

namespace tally {
namespace {

// A quotient that does not end is cut here, outward: the interval holds the true value.
constexpr int kQuotientDigits = 12;
// "1 in 2019" is a date behind a figure; one of so many is seldom of more.
const Decimal kLargestWhole = 1000;

Interval Quotient(const Decimal& numerator, const Decimal& denominator) {
  Decimal lo = numerator.Quotient(denominator, kQuotientDigits, Decimal::Round::kDown);
  Decimal hi = numerator.Quotient(denominator, kQuotientDigits, Decimal::Round::kUp);
  return {lo, hi};
}

bool IsPoint(const Numeral& n) { return n.lo == n.hi && !n.vague; }

// 1/20; 16/5 only where nothing else stands beside it. 4/5G, 1/2/3, 24/7 are no fractions.
std::optional<FractionReading> ReadSlash(std::string_view text, std::size_t at) {
  auto digits = [&](std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && IsAsciiDigit(text[end])) ++end;
    return end;
  };
  std::size_t first_end = digits(at);
  if (first_end == at || first_end - at > 5 || first_end >= text.size() || text[first_end] != '/')
    return std::nullopt;
  if (at > 0 && (text[at - 1] == '/' || text[at - 1] == '.')) return std::nullopt;
  std::size_t end = digits(first_end + 1);
  if (end == first_end + 1 || end - first_end > 6) return std::nullopt;
  if (end < text.size() && (IsAsciiAlpha(text[end]) || text[end] == '/')) return std::nullopt;
  auto numerator = Decimal::Parse(text.substr(at, first_end - at));
  auto denominator = Decimal::Parse(text.substr(first_end + 1, end - first_end - 1));
  if (!numerator || !denominator || denominator->is_zero()) return std::nullopt;
  // 2024/2025: a season, a school year.
  bool years = first_end - at == 4 && end - first_end == 5 && *numerator >= Decimal(1900) &&
               *denominator == *numerator + Decimal(1);
  if (years) return std::nullopt;
  bool alone = at == 0 && end == text.size();
  if (*numerator >= *denominator && !alone) return std::nullopt;
  return FractionReading{{at, end}, Quotient(*numerator, *denominator), false};
}

// The mark 分之 at `at`, blanks inside as scraped texts have them; its end, or 0.
std::size_t PartsMarkEnd(std::string_view text, std::size_t at) {
  std::size_t next = SkipBlanks(text, at);
  std::string_view part = "分";
  std::string_view of = "之";
  if (!text.substr(next).starts_with(part)) return 0;
  next = SkipBlanks(text, next + part.size());
  return text.substr(next).starts_with(of) ? next + of.size() : 0;
}

// N 分之 M; 百分之 M is a percentage.
std::optional<FractionReading> ReadParts(std::string_view text, std::size_t at, const Numeral& whole,
                                         const NumeralReader& numerals) {
  std::size_t part_at = PartsMarkEnd(text, whole.text.end);
  if (part_at == 0) return std::nullopt;
  part_at = SkipBlanks(text, part_at);
  if (part_at >= text.size()) return std::nullopt;
  // 百分之百, 百分之几
  auto part = numerals.Read(text, part_at);
  if (!part) return std::nullopt;
  // 得票数千分之三: 数 is what is counted, but for one of several thousand.
  constexpr std::string_view kCounted = "数";
  if (text.substr(at).starts_with(kCounted) && part->lo != Decimal(1)) at += kCounted.size();
  std::string_view hundred = text.substr(at, whole.text.end - at);
  // 百分之三 is 3 %, 千分之三 0.3 %, 万分之三 0.03 %; 一千分之三 is a fraction.
  int tenths = hundred == "百" ? 0 : hundred == "千" ? 1 : hundred == "万" ? 2 : -1;
  bool percent = tenths >= 0;
  if (part->bare && part->vague) part->hi = part->lo;
  TextSpan span{at, part->text.end};
  if (percent) return FractionReading{span, {part->lo.Scaled(-tenths), part->hi.Scaled(-tenths)}, true};
  // 百 alone is a magnitude, 万分之三 divides by ten thousand.
  if (whole.lo.is_zero() || (!whole.bare && !IsPoint(whole))) return std::nullopt;
  return FractionReading{span, {Quotient(part->lo, whole.lo).lo, Quotient(part->hi, whole.lo).hi}, false};
}

// 一又二分之一, 3 又 4 分之 1
std::optional<FractionReading> ReadMixed(std::string_view text, std::size_t at, const Numeral& whole,
                                         const NumeralReader& numerals) {
  std::string_view plus = "又";
  std::size_t next = SkipBlanks(text, whole.text.end);
  if (!text.substr(next).starts_with(plus) || !IsPoint(whole)) return std::nullopt;
  next = SkipBlanks(text, next + plus.size());
  if (next >= text.size()) return std::nullopt;
  auto denominator = numerals.Read(text, next);
  auto parts = denominator ? ReadParts(text, next, *denominator, numerals) : std::nullopt;
  if (!parts || parts->percent) return std::nullopt;
  return FractionReading{
      {at, parts->text.end}, {whole.lo + *parts->value.lo, whole.lo + *parts->value.hi}, false};
}

std::optional<FractionReading> ReadHalf(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  bool may = false;
  for (std::string_view first : {"一", "半", "过", "超", "百"}) may = may || rest.starts_with(first);
  if (!may) return std::nullopt;
  Interval half = Interval::Exactly(Decimal(5).Scaled(-1));
  for (std::string_view word : {"一半", "半数"}) {
    if (rest.starts_with(word)) return FractionReading{{at, at + word.size()}, half, false};
  }
  for (std::string_view word : {"过半数", "过半", "超半数"}) {
    if (!rest.starts_with(word)) continue;
    return FractionReading{{at, at + word.size()}, {half.lo, std::nullopt}, false};
  }
  for (std::string_view word : {"百分百", "百分之百"}) {
    if (rest.starts_with(word))
      return FractionReading{{at, at + word.size()}, Interval::Exactly(Decimal(100)), true};
  }
  return std::nullopt;
}

// one in five, 3 out of 10; "one in five years" is a rate of something else.
std::optional<FractionReading> ReadOneIn(std::string_view text, std::size_t at, const Numeral& part,
                                         const NumeralReader& numerals) {
  std::size_t next = std::string_view::npos;
  bool over = false;
  for (std::string_view join : {" in ", " in every ", " out of ", " out of every ", " over "}) {
    if (!text.substr(part.text.end).starts_with(join)) continue;
    next = part.text.end + join.size();
    over = join == " over ";
  }
  if (over && part.lo != Decimal(1)) return std::nullopt;  // 10,000 over 3 years
  if (next >= text.size() || !IsPoint(part) || part.scaled || part.last_place < 0) return std::nullopt;
  auto whole = numerals.Read(text, next);
  bool whole_number = whole && IsPoint(*whole) && !whole->scaled && whole->last_place >= 0 &&
                      whole->lo > part.lo && whole->lo <= kLargestWhole && !part.lo.is_zero();
  if (!whole_number) return std::nullopt;
  std::string_view behind = text.substr(SkipBlanks(text, whole->text.end));
  for (std::string_view time : {"year", "month", "week", "day", "hour", "minute", "second", "quarter", "%"}) {
    if (behind.starts_with(time)) return std::nullopt;
  }
  return FractionReading{{at, whole->text.end}, Quotient(part.lo, whole->lo), false};
}

}  // namespace

std::optional<FractionReading> ReadFractionAt(std::string_view text, std::size_t at, const Numeral* numeral,
                                              const NumeralReader& numerals) {
  if (IsAsciiDigit(text[at])) {
    if (auto slash = ReadSlash(text, at)) return slash;
  } else if (static_cast<unsigned char>(text[at]) >= 0x80) {
    if (auto half = ReadHalf(text, at)) return half;
  }
  if (numeral == nullptr || !MayBePart(text, numeral->text.end)) return std::nullopt;
  if (text[numeral->text.end] == ' ') {
    if (auto one_in = ReadOneIn(text, at, *numeral, numerals)) return one_in;
  }
  if (auto parts = ReadParts(text, at, *numeral, numerals)) return parts;
  return ReadMixed(text, at, *numeral, numerals);
}

}  // namespace tally
