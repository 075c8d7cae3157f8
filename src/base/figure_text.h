// Exact figures as people write them. Different figures have different texts.
#pragma once

#include <string>

#include "base/date.h"
#include "base/decimal.h"

namespace tally {

// "13 billion", "9.9 billion", "225,000", "0.05". From a million on a scale word, where the figure has at
// most five significant digits; otherwise all digits, grouped by thousands.
std::string FigureText(const Decimal& figure);

// "130亿", "9.9亿", "22.5万", "1.2万亿", in Traditional characters 130億: from ten thousand on a scale word,
// as FigureText.
std::string HanFigureText(const Decimal& figure, bool traditional);

// "1992", "1992-11", "2025-05-08", "2023-01-01 to 2023-03-31", "since 2019-07-01".
std::string DaysText(const DateRange& range);

}  // namespace tally
