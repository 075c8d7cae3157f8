// Slips of the hand: two figures whose digits differ as mistyped ones do.
#pragma once

#include <vector>

#include "compare/readings.h"

namespace tally {

// Appends "transposed_digits" (1,254 for 1,524), "dropped_digit" (154 for 1,524) or
// "mistyped_digit" (1,824 for 1,524) for the first pair of readings that shows one; figures of three digits
// or more only, because shorter ones are near each other by chance.
void AddDigitSlips(const std::vector<ReadingGroup>& readings, std::vector<Cause>& causes);

inline constexpr std::size_t kSlipDigits = 3;

}  // namespace tally
