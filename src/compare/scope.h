// Do the times of claims meet? Splits claims of one key into lanes: inside a lane all are about the same
// occasion, state or period. Two divisions of the same claims: a narrow one for conflicts (when unsure,
// apart) and a wide one for agreement (when unsure, together: equal figures are themselves a sign that one
// thing is meant). Both sort, neither compares pairs.
#pragma once

#include <vector>

#include "compare/compared_claim.h"

namespace tally {

struct Lane {
  Items items;
  // The times were not given alike: a period was assumed from the publication date, or a fiscal year meets a
  // calendar year.
  bool inexact = false;
};

// True for events that happen to the same parties again and again (investments): rules whose key names a
// stage. For these a dated tranche and an undated total are different things; a purchase price is one thing,
// dated or not.
bool IsRepeatable(const PredicateRule& rule);

// Lanes in which a difference is a contradiction, or an update where the as-of dates are apart
// (compare/clash.h).
std::vector<Lane> ConflictLanes(const Items& items, const PredicateRule& rule);

// Lanes in which equal figures corroborate each other.
std::vector<Lane> AgreementLanes(const Items& items, const PredicateRule& rule);

// A period of about one year: calendar or fiscal.
bool IsYearLong(const DateRange& period);

// Up to a quarter (and a few days) a period is the date of an occasion: 2023 年初, 2019 年 7 月.
inline constexpr int kMomentDays = 100;
// 52-week fiscal years have 364 days, sloppy ones lose a month; anything longer than 13 months is a span, not
// a date.
inline constexpr int kYearMinDays = 330;
inline constexpr int kYearMaxDays = 400;
// A fiscal year is named after the calendar year that it ends in where it reaches four months into it:
// Microsoft's 2025 ends in June 2025; a year that ends in March 2025 is mostly 2024.
inline constexpr int kFiscalOverlapDays = 120;
// A state that ended this long before the article is history that the article itself dates; monthly figures
// are published within a month.
inline constexpr int kHistoryDays = 31;

}  // namespace tally
