// The one place where a currency that a text does not name is thought about. Nothing is converted silently: a
// candidate only explains a difference, under its own name and with its range of rates printed.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compare/value_match.h"

namespace tally {

struct CandidateCurrency {
  std::string_view code;  // what the unnamed currency may be
  std::string_view base;  // the currency that the other texts name
  int rate_low;           // units of code for one of base, lowest and highest
  int rate_high;
};

// The candidates against a named currency, most likely first.
std::span<const CandidateCurrency> CandidatesFor(std::string_view base);

// What `known` would be in the candidate's currency, between the lowest and the highest rate.
Interval Converted(const Interval& known, const CandidateCurrency& candidate);

// True where an amount without currency would agree with `known`, were it in the candidate's currency.
bool Reconciles(const Measure& unstated, const Measure& known, const CandidateCurrency& candidate);

}  // namespace tally
