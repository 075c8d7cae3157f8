// How a value reads for people. One order everywhere: sign, unit, figure for money ("≥ USD 650,000,000"), and
// sign, figure, unit for all else ("≈ 49 %", "20×", "300 people").
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "quantities/quantity.h"

namespace tally {

// The value as the words state it, never as it is compared.
//   money     USD 13,000,000,000 · USD 2,000,000,000 – 9,900,000,000 · no currency 100,000,000,000
//   bounds    ≥ USD 5 · > USD 5 · ≤ USD 5 · < USD 5 · nearly USD 5; hedges: ≈ USD 5
//   percent   49 % · 5 pp;  ratio 20×;  count 300 people;  duration 3 years;  rate USD 5 per month
//   date      2023-01-01 – 2023-03-31 · from 2019-07-01 · until 2030-12-31 · date not resolved (no year)
std::string ValueText(const Value& value);

// "2023-01-01 – 2023-03-31", "from 2019-07-01", "until 2030-12-31", "2025-05-08"; empty for a range without
// ends.
std::string PeriodText(const DateRange& range);

// "13000000000.5" as "13,000,000,000.5". The text must be a plain decimal, as Decimal::ToString writes it.
std::string GroupThousands(std::string_view decimal);

// Groups every run of five or more digits in running text, where it is a number of its own ("lenient
// [12500000000, …]"); years, ISO days and words with digits in them stay.
std::string GroupLongNumbers(std::string_view text);

}  // namespace tally
