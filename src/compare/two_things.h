// Are two figures in like words of two things? Asked where their keys do not tell (compare/misprint.h). Pure;
// thread-safe.
#pragma once

#include "compare/compared_claim.h"
#include "rules/thresholds.h"

namespace tally {

// What makes them two things, however like the words are: stage, part, period, event, what they are shares
// of, what they are told of by the year, or articles of different news.
bool AreTwoThings(const ComparedClaim& x, const ComparedClaim& y, const Thresholds& limits);

// Both say for when, and it is not the same time.
bool OtherPeriods(const Claim& a, const Claim& b);

// Of one unit, or counts that the rule says the unit of.
bool UnitsMeet(const Claim& a, const Claim& b);

// Up in one, down in the other, by the same figure.
bool IsOtherSign(const Claim& a, const Claim& b);

// One amount a year in one, a month in the other.
bool IsOtherRate(const Claim& a, const Claim& b);

// 7.8 percent in one, 7.8 percentage points in the other.
bool IsPercentForPoints(const Claim& a, const Claim& b);

// The sentence holds Han characters.
bool IsInHan(const Claim& claim);

}  // namespace tally
