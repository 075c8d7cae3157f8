// Parts of a whole: 1/20, 三分之一, 一又二分之一, 百分之四十九, 一半, 过半, one in five.
#pragma once

#include <optional>
#include <string_view>

#include "base/interval.h"
#include "base/span.h"
#include "quantities/blanks.h"
#include "quantities/numeral.h"

namespace tally {

struct FractionReading {
  TextSpan text;
  Interval value;
  bool percent = false;  // in hundredths
};

// Whether a numeral that ends at `end` may be a part of what follows, as in 3 分之 1 and "1 in 5".
inline bool MayBePart(std::string_view text, std::size_t end) {
  // What joins is a small word or a Han character, blanks between.
  std::size_t next = SkipBlanks(text, end);
  return next < text.size() &&
         (static_cast<unsigned char>(text[next]) >= 0x80 || text[next] == 'i' || text[next] == 'o');
}

// The fraction that begins at `at`, where `numeral` has been read (nullptr: none). A quotient that does not
// end is cut outward at twelve digits.
std::optional<FractionReading> ReadFractionAt(std::string_view text, std::size_t at, const Numeral* numeral,
                                              const NumeralReader& numerals);

}  // namespace tally
