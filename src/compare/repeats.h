// The places that state a figure: what a correction of it must reach. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

#include "compare/value_match.h"
#include "rules/rule_set.h"

namespace tally {

// How a figure repeats another, in whatever unit both are written.
enum class Repeat : std::uint8_t {
  kNot,
  kConsistent,  // says the same more or less exactly: 約 130 億 or 12.98 billion for 13 billion
  kSame,        // states the very value
};
// "same", "consistent"; "" for kNot.
std::string_view RepeatName(Repeat repeat);

// A bare number (130 億) repeats a figure of any unit but a date; a figure that leaves its currency out is at
// most consistent. A bound repeats a figure only where that is its end.
Repeat RepeatOf(const Value& asked, const Value& stated, const Thresholds& limits);

// True where the two are claims of one complete key, stage and unit apart, so that a correction of one is a
// correction of the other.
bool SameKey(const Claim& a, const Claim& b, const RuleSet& rules);

}  // namespace tally
