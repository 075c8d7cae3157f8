// Amounts that the arithmetic of checks works on: intervals with a unit. What has no sense (yuan plus
// dollars, a quotient by what may be zero) has no value, and nothing is said then.
#pragma once

#include <optional>
#include <string>

#include "base/interval.h"
#include "claims/claim.h"
#include "compare/phrasebook.h"

namespace tally {

// What an amount is of. Counts, percent, ratios and bare numbers are plain numbers: what they count is for
// the pattern to know.
struct AmountUnit {
  std::string over;   // "USD", "?" for money without currency, "month", a rate's unit; "" for plain numbers
  std::string under;  // of a quotient of two units: USD per CNY
  bool percent = false;  // printed with %

  bool plain() const { return over.empty() && under.empty(); }
};

struct Amount {
  Interval stated;   // as the words say
  Interval lenient;  // with rounding and hedges
  AmountUnit unit;
};

// Durations are brought to months or, below a day, to seconds. nullopt for dates and for figures without an
// end.
std::optional<Amount> AmountOf(const Claim& claim);
// The days that a date claim covers; nullopt where it could not be resolved to both ends.
std::optional<DateRange> DaysOf(const Claim& claim);

std::optional<Amount> Plus(const Amount& a, const Amount& b);
std::optional<Amount> Minus(const Amount& a, const Amount& b);
std::optional<Amount> Times(const Amount& a, const Amount& b);
std::optional<Amount> Over(const Amount& a, const Amount& b);
// Both are of one unit, or one is money whose currency is not told.
bool SameUnit(const AmountUnit& a, const AmountUnit& b);

// Months from a day of one range to a day of another, at least and at most.
Amount MonthsBetween(const DateRange& from, const DateRange& to);
// Completed years, in months: ages.
Amount YearsBetween(const DateRange& from, const DateRange& to);
// Months from the first to the last of a range, which is as coarse as its ends: 2021 to 2026 is four years at
// least, and six at most. nullopt for a single day, month, quarter, half or year, which is no range.
std::optional<Amount> MonthsWithin(const DateRange& range);

// Widened by so many percent of itself on both sides.
Interval WithSlack(const Interval& interval, int percent);

// "USD 2.94 billion", "24.3 to 25.4 months", "75 %": four significant digits.
std::string AmountText(const Interval& interval, const AmountUnit& unit, const Phrasebook& say);

}  // namespace tally
