// A run of Arabic digits with its separators: 1,234.5, 1,50,000, 1 234 567, .77, 2½, 1.3e6.
#pragma once

#include <string_view>

#include "base/decimal.h"

namespace tally {

struct DigitRun {
  Decimal value;
  std::size_t end = 0;
  int whole_digits = 0;  // printed digits before the point, separators not counted
  int fraction = 0;      // printed digits after the point; an exponent is counted in (negative for 1.3e6)
  bool grouped = false;
  bool leading_zero = false;  // 007, but not 0.5
  bool mixed = false;         // a vulgar fraction stands in it: 2½, 2 1/4
};

// The number at text[at], which is a digit, or a point before one. A comma groups where exactly three digits
// follow and the first group has at most three (1,234,567), or in twos before the last three (1,50,000,
// India); a blank groups where at least two groups of three follow (1 234 567, SI brochure 5.4.4). 1.2.3 is
// no decimal and gives 1. nullopt for more than Decimal::kMaxDigits digits.
std::optional<DigitRun> ReadDigits(std::string_view text, std::size_t at);

// ½, ¼, ⅔ … at text[at]: the exact fraction as numerator and denominator, and the length of the character.
struct VulgarFraction {
  int numerator;
  int denominator;
  std::size_t length;
};
std::optional<VulgarFraction> ReadVulgarFraction(std::string_view text, std::size_t at);

}  // namespace tally
