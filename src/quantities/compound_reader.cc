#include <array>

#include "base/utf8.h"
#include "quantities/figure.h"

namespace tally {
namespace {

// No duration or price names more units than these.
constexpr int kMostParts = 4;

// How many of the smaller unit make the larger: years and months, days and hours. Months have no fixed number
// of days, so that two years and five days stay two quantities.
struct Step {
  std::string_view larger;
  std::string_view smaller;
  int count;
};
constexpr std::array<Step, 5> kSteps = {{{"year", "month", 12},
                                         {"day", "hour", 24},
                                         {"day", "minute", 24 * 60},
                                         {"hour", "minute", 60},
                                         {"minute", "second", 60}}};

int CountOf(std::string_view larger, std::string_view smaller) {
  if (larger == smaller) return 1;
  for (const Step& step : kSteps) {
    if (step.larger == larger && step.smaller == smaller) return step.count;
  }
  return 0;
}

std::size_t SkipJoin(std::string_view text, std::size_t at) {
  for (std::string_view join : {" and ", ", ", "零", "又", "外加", "加上", "加"}) {
    if (text.substr(at).starts_with(join)) return at + join.size();
  }
  return SkipBlanks(text, at);
}

void Add(const Decimal& more_lo, const Decimal& more_hi, int place, Figure& figure) {
  figure.low.lo = figure.low.lo * figure.unit->factor + more_lo;
  figure.low.hi = figure.low.hi * figure.unit->factor + more_hi;
  figure.low.last_place = place;
  figure.high = figure.low;
  figure.unit->factor = 1;
}

// 小时09分, 一小时九分: 分 is a minute behind an hour.
std::optional<UnitReading> MinuteAt(std::string_view text, std::size_t at) {
  std::string_view sign = "分";
  std::size_t next = SkipBlanks(text, at);
  if (!text.substr(next).starts_with(sign) || text.substr(next).starts_with("分之")) return std::nullopt;
  UnitReading minute;
  minute.dimension = Dimension::kDuration;
  minute.id = "minute";
  minute.end = next + sign.size();
  return minute;
}

// 1 hour thirty, 2 hours and 10: said of minutes where the text ends there.
std::optional<UnitReading> BareMinutes(std::string_view text, const Numeral& numeral) {
  std::size_t end = numeral.text.end;
  bool ends = end >= text.size() || text[end] == '.' || text[end] == ',';
  if (!ends || numeral.han || numeral.lo >= Decimal(60) || numeral.last_place != 0) {
    bool tens = ends && !numeral.han && numeral.lo < Decimal(60) && numeral.last_place == 1;
    if (!tens) return std::nullopt;
  }
  UnitReading minute;
  minute.dimension = Dimension::kDuration;
  minute.id = "minute";
  minute.end = end;
  return minute;
}

// 有期徒刑 7 年 2 月: behind a span of years, 月 is one of months.
std::optional<UnitReading> MonthAt(std::string_view text, std::size_t at) {
  std::string_view sign = "月";
  if (!text.substr(at).starts_with(sign)) return std::nullopt;
  UnitReading month;
  month.dimension = Dimension::kDuration;
  month.id = "month";
  month.end = at + sign.size();
  return month;
}

// "an hour and a half", "one year and a quarter"
bool TakePart(std::string_view text, Figure& figure) {
  struct Tail {
    std::string_view words;
    int hundredths;
  };
  static constexpr std::array<Tail, 4> kTails = {
      {{" and a half", 50}, {" and half", 50}, {" and a quarter", 25}, {" and three quarters", 75}}};
  for (const Tail& tail : kTails) {
    std::size_t end = figure.end + tail.words.size();
    if (!text.substr(figure.end).starts_with(tail.words) || !IsWordEdge(text, end)) continue;
    Decimal part = Decimal(tail.hundredths).Scaled(-2) * figure.unit->factor;
    Add(part, part, -2, figure);
    figure.end = end;
    return true;
  }
  return false;
}

// 9秒83: the way of sports to write 9.83 seconds.
bool TakeHundredths(std::string_view text, Figure& figure) {
  std::size_t at = figure.end;
  auto digit = [&](std::size_t i) { return i < text.size() && IsAsciiDigit(text[i]); };
  bool two = figure.unit->id == "second" && figure.low.last_place == 0 && digit(at) && digit(at + 1) &&
             !digit(at + 2);
  if (!two) return false;
  Decimal part = Decimal((text[at] - '0') * 10 + (text[at + 1] - '0')).Scaled(-2);
  Add(part, part, -2, figure);
  figure.end = at + 2;
  return true;
}

bool TakeDuration(std::string_view text, const NumeralReader& numerals, const UnitReader& units,
                  Figure& figure) {
  std::size_t at = SkipJoin(text, figure.end);
  if (at >= text.size()) return false;
  auto numeral = numerals.Read(text, at);
  if (!numeral || numeral->lo != numeral->hi || numeral->scaled) return false;
  auto unit = units.After(text, *numeral, numeral->text.end);
  if (!unit && figure.unit->id == "year" && at == figure.end) unit = MonthAt(text, numeral->text.end);
  if (!unit && figure.unit->id == "hour") unit = MinuteAt(text, numeral->text.end);
  if (!unit && figure.unit->id == "hour") unit = BareMinutes(text, *numeral);
  if (!unit || unit->dimension != Dimension::kDuration) return false;
  int count = CountOf(figure.unit->id, unit->id);
  Decimal here = unit->factor;
  // 2 weeks and 2 days: the same unit in smaller pieces; a second span as large is one of its own.
  if (count == 0 || (count == 1 && unit->factor >= figure.unit->factor)) return false;
  figure.unit->factor = figure.unit->factor * Decimal(count);
  figure.unit->id = unit->id;
  Add(numeral->lo * here, numeral->hi * here, numeral->last_place, figure);
  figure.end = unit->end;
  return true;
}

// 九块九: the digit behind 块 is a tenth; 九毛九 a hundredth.
std::optional<Decimal> BareDigit(std::string_view text, const Numeral& numeral, const Decimal& unit_factor) {
  bool digit =
      numeral.lo == numeral.hi && numeral.lo < Decimal(10) && !numeral.scaled && numeral.last_place == 0;
  std::size_t end = numeral.text.end;
  bool ends = end >= text.size() || (!IsHan(DecodeUtf8(text, end).value) && !IsAsciiDigit(text[end])) ||
              text.substr(end).starts_with("人民币") || text.substr(end).starts_with("钱");
  if (!digit || !ends) return std::nullopt;
  return numeral.lo * unit_factor.Scaled(-1);
}

}  // namespace

void ReadCompound(std::string_view text, const NumeralReader& numerals, const UnitReader& units,
                  Figure& figure) {
  if (!figure.unit || figure.range || figure.low.lo != figure.low.hi || figure.low.vague) return;
  if (figure.unit->dimension == Dimension::kDuration) {
    if (TakePart(text, figure) || TakeHundredths(text, figure)) return;
    for (int part = 0; part < kMostParts && TakeDuration(text, numerals, units, figure); ++part) {
    }
    return;
  }
  if (figure.unit->dimension != Dimension::kMoney) return;
  bool piece = text.substr(0, figure.end).ends_with("块");
  Decimal place = figure.unit->factor;
  for (int part = 0; part < kMostParts; ++part) {
    std::size_t at = SkipJoin(text, figure.end);
    if (at >= text.size()) break;
    auto numeral = numerals.Read(text, at);
    if (!numeral || numeral->lo != numeral->hi || numeral->scaled) break;
    auto minor = units.MinorUnitAt(text, numeral->text.end);
    if (!minor) {
      auto currency = units.CurrencyAt(text, SkipBlanks(text, numeral->text.end));
      bool same = currency && currency->factor < place &&
                  (currency->id == figure.unit->id || text.substr(0, currency->end).ends_with("cent") ||
                   text.substr(0, currency->end).ends_with("cents"));
      if (same) minor = currency;
    }
    if (minor && minor->factor < place) {
      Add(numeral->lo * minor->factor, numeral->hi * minor->factor, numeral->last_place - 2, figure);
      place = minor->factor;
      figure.end = minor->end;
      piece = true;
      continue;
    }
    auto digit = piece && at == figure.end ? BareDigit(text, *numeral, place) : std::nullopt;
    if (digit) {
      Add(*digit, *digit, digit->last_digit_exponent(), figure);
      figure.end = numeral->text.end;
    }
    break;
  }
  // 两块九毛九RMB, 一元两角人民币
  if (figure.unit->id.empty() && figure.end < text.size()) {
    auto whose = units.CurrencyAt(text, SkipBlanks(text, figure.end));
    if (whose && !whose->id.empty() && whose->factor == Decimal(1)) {
      figure.unit->id = whose->id;
      figure.end = whose->end;
    }
  }
  for (std::string_view tail : {"整", "正"}) {
    std::size_t end = figure.end + tail.size();
    bool word_ends = end >= text.size() || !IsHan(DecodeUtf8(text, end).value);
    if (text.substr(figure.end).starts_with(tail) && word_ends) figure.end = end;
  }
}

std::optional<UnitReading> MinorUnitAfter(std::string_view text, const Numeral& numeral,
                                          const NumeralReader& numerals, const UnitReader& units) {
  auto minor = units.MinorUnitAt(text, numeral.text.end);
  if (!minor || numeral.scaled || numeral.lo != numeral.hi) return std::nullopt;
  if (text.substr(0, minor->end).ends_with("钱")) return minor;
  if (minor->factor != Decimal(1).Scaled(-1)) return std::nullopt;
  // 九角九分 goes on; 壹角 is written on cheques only.
  if (minor->end < text.size()) {
    auto next = numerals.Read(text, minor->end);
    auto next_minor = next ? units.MinorUnitAt(text, next->text.end) : std::nullopt;
    if (next_minor && next_minor->factor < minor->factor) return minor;
  }
  bool formal = text.substr(numeral.text.start).starts_with("壹") || numeral.text.size() > 3;
  bool alone = minor->end >= text.size();
  return formal && alone ? minor : std::nullopt;
}

}  // namespace tally
