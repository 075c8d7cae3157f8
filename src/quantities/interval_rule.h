// From what is printed to the intervals that are compared: the duplicate-facts rule of XBRL (EDGAR filer
// manual 6.5.12), with prose's two additions, hedges and bounds.
#pragma once

#include "quantities/numeral.h"
#include "quantities/quantity.h"

namespace tally {

// Sets stated, approx, vague, strict and lenient of `value` (whose dimension, unit and modifier are set) from
// a figure, or from the two ends of a range. `factor` multiplies into the unit (1 for most).
void ApplyIntervalRule(const Numeral& low, const Numeral& high, const Decimal& factor, Value& value);

// 逾半数, 不到一半: keeps of an interval the side that a bound leaves.
void BendToBound(Modifier modifier, Interval& stated);

}  // namespace tally
