#include "compare/candidate_currency.h"

#include <array>

namespace tally {
namespace {

// Whole numbers that enclose the yearly average rates of 2005 to 2025 (CNY 6.1-8.2, TWD 28-34, HKD 7.75-7.85
// pegged, JPY 80-152, KRW 930-1,420), so that no article's date is needed. Candidates are currencies of texts
// that count in 万 and 亿 and leave the name of the home currency out; the order is by how often such texts
// are met.
constexpr std::array<CandidateCurrency, 5> kDollar = {{{"CNY", "USD", 6, 8},
                                                       {"TWD", "USD", 27, 35},
                                                       {"HKD", "USD", 7, 8},
                                                       {"JPY", "USD", 75, 160},
                                                       {"KRW", "USD", 900, 1500}}};

}  // namespace

std::span<const CandidateCurrency> CandidatesFor(std::string_view base) {
  return base == "USD" ? std::span<const CandidateCurrency>(kDollar) : std::span<const CandidateCurrency>();
}

Interval Converted(const Interval& known, const CandidateCurrency& candidate) {
  Interval converted;
  if (known.lo) converted.lo = *known.lo * Decimal(candidate.rate_low);
  if (known.hi) converted.hi = *known.hi * Decimal(candidate.rate_high);
  return converted;
}

bool Reconciles(const Measure& unstated, const Measure& known, const CandidateCurrency& candidate) {
  return Converted(known.stated, candidate).Overlaps(unstated.lenient);
}

}  // namespace tally
