// What stands beside a numeral and makes it a quantity: currency, percent, 倍, a span of time, a measure, a
// counted noun; and the second figure of a range.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quantities/numeral.h"
#include "quantities/quantity.h"
#include "rules/rule_set.h"

namespace tally {

struct UnitReading {
  Dimension dimension = Dimension::kCount;
  std::optional<std::string> id;  // nullopt: money without a currency (元, 块)
  Decimal factor = 1;
  std::size_t start = 0;  // of a prefix
  std::size_t end = 0;    // of a suffix; 0 for a prefix
};

struct RangeReading {
  Numeral low;
  Numeral high;
  std::optional<UnitReading> unit;
};

class UnitReader {
 public:
  UnitReader(const RuleSet& rules, const NumeralReader& numerals) : rules_(rules), numerals_(numerals) {}

  // The unit that follows the numeral, which ends at `at`; one blank may stand between. May move the
  // numeral's value (两倍半, 一年半).
  std::optional<UnitReading> After(std::string_view text, Numeral& numeral, std::size_t at) const;
  // A currency that ends at `at` or one blank before it, not before `floor`.
  std::optional<UnitReading> CurrencyBefore(std::string_view text, std::size_t at, std::size_t floor) const;
  // A second figure after the first and its unit: 10-20亿, 90%或95%, 3000万到5000万元, between 3 and 5
  // billion.
  std::optional<RangeReading> Range(std::string_view text, const Numeral& low,
                                    const std::optional<UnitReading>& low_unit) const;

 private:
  std::optional<UnitReading> Percent(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> Ratio(std::string_view text, Numeral& numeral, std::size_t at) const;
  std::optional<UnitReading> Duration(std::string_view text, Numeral& numeral, std::size_t at) const;
  std::optional<UnitReading> Currency(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> FromTable(std::string_view text, std::size_t at, const char* table,
                                       Dimension dimension) const;
  std::optional<UnitReading> Count(std::string_view text, const Numeral& numeral, std::size_t at) const;
  std::optional<UnitReading> EnglishCount(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> Noun(std::string_view text, std::size_t at, std::size_t reach) const;

  const RuleSet& rules_;
  const NumeralReader& numerals_;
};

struct FractionReading {
  TextSpan text;
  Interval value;
  bool percent = false;
};

// 1/20, 三分之一, 百分之四十九, 一半, 半数, 过半, half. A quotient that does not end is cut outward at twelve
// digits.
std::optional<FractionReading> ReadFractionAt(std::string_view text, std::size_t at,
                                              const NumeralReader& numerals);

}  // namespace tally
