// The characters that Han numerals are made of.
#pragma once

#include <cstdint>

namespace tally {

enum class HanKind : std::uint8_t { kNone, kDigit, kVagueDigit, kSmallUnit, kBigUnit, kTens, kHalf };

struct HanSymbol {
  HanKind kind = HanKind::kNone;
  std::int8_t value = 0;  // the digit, the tens of 廿, or the power of ten of a unit
  bool formal = false;    // the writing of cheques, whose characters are words of their own elsewhere
};

// What the character says in a numeral; kNone for all others.
HanSymbol HanSymbolOf(char32_t c);

}  // namespace tally
