// A text whose order, byte by byte, is the order of the numbers: what an index of decimals is made of. Equal
// keys, equal numbers. Made from the digits, without rounding.
//
// 0 is "1". A positive number is "2", the power of ten of its first digit plus 5000 in four digits, and its
// digits without zeros at either end: 1300 is "2500313". A negative one is "0", then the same of its amount
// with every digit d as 9 - d, then "~", which stands after every digit: of two that begin alike the longer
// is less.
#pragma once

#include <string>
#include <string_view>

#include "base/decimal.h"

namespace tally {

// Of numbers from 10^5000 on, and below 10^-5000, which no figure comes near, the order is that of their
// digits.
std::string DecimalSortKey(const Decimal& value);

// The same of a number as Decimal::ToString writes it; empty for any other text.
std::string PlainSortKey(std::string_view plain);

}  // namespace tally
