// Fractions: 1/20, 三分之一, 百分之四十九, 一半, 半数, 过半, half.
#include "base/utf8.h"
#include "quantities/unit_reader.h"

namespace tally {
namespace {

// A quotient that does not end is cut here, outward: the interval holds the true value.
constexpr int kQuotientDigits = 12;

Interval Quotient(const Decimal& numerator, const Decimal& denominator) {
  Decimal lo = numerator.Quotient(denominator, kQuotientDigits, Decimal::Round::kDown);
  Decimal hi = numerator.Quotient(denominator, kQuotientDigits, Decimal::Round::kUp);
  return {lo, hi};
}

std::optional<FractionReading> ReadSlash(std::string_view text, std::size_t at) {
  auto digits = [&](std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && IsAsciiDigit(text[end])) ++end;
    return end;
  };
  std::size_t first_end = digits(at);
  if (first_end == at || first_end - at > 3 || first_end >= text.size() || text[first_end] != '/')
    return std::nullopt;
  std::size_t end = digits(first_end + 1);
  if (end == first_end + 1 || end - first_end > 5) return std::nullopt;
  // 4/5G, 1/2/3, 24/7
  if (end < text.size() && (IsAsciiAlpha(text[end]) || text[end] == '/')) return std::nullopt;
  auto numerator = Decimal::Parse(text.substr(at, first_end - at));
  auto denominator = Decimal::Parse(text.substr(first_end + 1, end - first_end - 1));
  if (!numerator || !denominator || denominator->is_zero() || *numerator >= *denominator) return std::nullopt;
  return FractionReading{{at, end}, Quotient(*numerator, *denominator), false};
}

// N 分之 M; 百分之 M is a percentage.
std::optional<FractionReading> ReadParts(std::string_view text, std::size_t at,
                                         const NumeralReader& numerals) {
  auto whole = numerals.Read(text, at);
  std::string_view mark = "分之";
  if (!whole || whole->lo != whole->hi || whole->lo.is_zero()) {
    bool hundred = text.substr(at).starts_with("百分之");
    if (!hundred) return std::nullopt;
  }
  bool percent = text.substr(at).starts_with("百分之");
  std::size_t mark_at = percent ? at + std::string_view("百").size() : whole->text.end;
  if (!text.substr(mark_at).starts_with(mark)) return std::nullopt;
  std::size_t part_at = mark_at + mark.size();
  if (part_at < text.size() && text[part_at] == ' ') ++part_at;
  if (part_at >= text.size()) return std::nullopt;
  auto part = numerals.Read(text, part_at);
  if (!part) return std::nullopt;
  if (percent) return FractionReading{{at, part->text.end}, {part->lo, part->hi}, true};
  Interval value{Quotient(part->lo, whole->lo).lo, Quotient(part->hi, whole->lo).hi};
  return FractionReading{{at, part->text.end}, value, false};
}

std::optional<FractionReading> ReadHalf(std::string_view text, std::size_t at) {
  Interval half = Interval::Exactly(*Decimal::Parse("0.5"));
  for (std::string_view word : {"一半", "半数"}) {
    if (text.substr(at).starts_with(word)) return FractionReading{{at, at + word.size()}, half, false};
  }
  for (std::string_view word : {"过半数", "过半", "超半数"}) {
    if (!text.substr(at).starts_with(word)) continue;
    return FractionReading{{at, at + word.size()}, {half.lo, std::nullopt}, false};
  }
  std::string_view english = "half";
  bool word =
      text.substr(at).starts_with(english) && IsWordEdge(text, at) && IsWordEdge(text, at + english.size());
  if (!word) return std::nullopt;
  std::string_view rest = text.substr(at + english.size());
  for (std::string_view follow : {" of ", " the ", " its ", " their ", " all "}) {
    if (rest.starts_with(follow)) return FractionReading{{at, at + english.size()}, half, false};
  }
  return std::nullopt;
}

}  // namespace

std::optional<FractionReading> ReadFractionAt(std::string_view text, std::size_t at,
                                              const NumeralReader& numerals) {
  if (auto slash = ReadSlash(text, at)) return slash;
  if (auto half = ReadHalf(text, at)) return half;
  return ReadParts(text, at, numerals);
}

}  // namespace tally
